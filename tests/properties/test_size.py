"""More PDUs of the same kind make a larger service, not another one."""

import numpy as np

from model.observation.columns import COLUMNS
from model.simulation import simulate
from model.specification.specification import RunSettings, ServiceSpecification, Specification

RUN = RunSettings(months=84, seed=1, switch=42)
NEAR = {"true_quality": 0.04, "workload": 0.1, "esteem": 0.12, "control": 0.06, "headlines": 0.06}
"""One nation is one draw of luck, and a code learns more surely from more units: near, not equal."""


def last_year(copies):
    """Return the means of a run's last twelve months, by name of the column."""
    table = simulate(Specification(service=ServiceSpecification(copies=copies), run=RUN)).nation[-12:]
    return {column.name: float(np.mean(table[:, k])) for k, column in enumerate(COLUMNS["nation"])}


def test_four_copies_of_every_unit_live_as_the_nation_does():
    one, four = last_year(1), last_year(4)
    assert {name: abs(one[name] - four[name]) < bound for name, bound in NEAR.items()} == dict.fromkeys(NEAR, True)

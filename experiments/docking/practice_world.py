"""Rows of the model's own state for docking practice: as many units, regions and elements as a published model has."""

from typing import Any, NamedTuple

import numpy as np

from model.entities.allocate import records
from model.entities.state import CENTRE, N_ELEMENTS, PDU, REGION, Scratch
from model.parameters.declare import one_record, record_type
from model.parameters.practice import PracticeParameters
from model.parameters.units import MIDDLE
from model.specification.dials import Governance

NOUGHT = {"mandate_share", "mandate_override", "mandate_traffic", "freedom", "uptake_spread", "trial_rate",
          "autonomy_drift", "copying", "herding", "forgetting", "research_rate", "theory_rate", "staff_rate",
          "staff_local", "popularity", "turbulence", "heterogeneity", "together", "newcomers", "outside_ties"}
"""Parameters of practice that a docked world starts from at nought: every extension and every rate."""


class PracticeWorld(NamedTuple):
    """What the kernels of practice read and write."""

    centre: Any
    regions: Any
    pdus: Any
    scratch: Scratch
    dials: Any
    p: Any


def with_elements(kind: np.dtype, m: int) -> np.dtype:
    """Return a record type whose rows of practice elements have m instead of the model's."""
    fields: list[tuple] = []
    for name in kind.names or ():
        field = kind[name]
        shape = (m,) if field.shape == (N_ELEMENTS,) else field.shape
        fields.append((name, field.base, shape))
    return np.dtype(fields)


def practice_world(n: int, m: int, regions: int, dials: dict[str, float], **settings: float) -> PracticeWorld:
    """Return a world of n units in equal regions and m elements, with the extensions off and `settings` in force.

    Parameters are sealed without their ranges: published models lie outside those of this service.
    """
    values = {name: 0.0 if name in NOUGHT else declared.default
              for name, declared in PracticeParameters.declarations().items()} | settings
    chosen = dict.fromkeys(Governance.__dataclass_fields__, 0.0) | dials
    pdus: Any = records(with_elements(PDU, m), n)
    pdus.uid[:], pdus.region[:] = np.arange(n), np.arange(n) * regions // n
    pdus.uptake[:], pdus.staff[:] = 1.0, 1
    centre: Any = records(with_elements(CENTRE, m), 1)
    regional: Any = records(with_elements(REGION, m), regions)
    centre.attention[:] = 1.0
    for level in (centre, regional):
        level.reflection[:] = level.agreement[:] = MIDDLE
    return PracticeWorld(centre, regional, pdus, _scratch(n, m, regions),
                         one_record(record_type(chosen), tuple(chosen.values())),
                         one_record(record_type(values), tuple(values.values())))


def _scratch(n: int, m: int, regions: int) -> Scratch:
    none = np.zeros(0, np.int64)
    unused: dict[str, Any] = dict.fromkeys(Scratch._fields, none)
    return Scratch(**unused | {"row_of": np.arange(n), "by_pdu": np.zeros((n, 1)),
                               "before": np.zeros((n, m), np.int8), "before_origin": np.zeros((n, m), np.int8)})

"""What an inspection of the centre would find, standard by standard: read off the state in its month of fieldwork.

The tables hold the centre's total and overall word. Its standards are judged here by the model's own kernels with the
inspectors' own luck, from the state at the end of that month, a phase later than in the run.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from model.entities.state import N_CASE_CELLS, N_STAGES, N_THEMES, STAGES, THEMES
from model.inspection.instrument import CONFORMITY
from model.inspection.judgement import band
from model.inspection.national import N_NATIONAL, leadership_spread, logit_of, national_shares, service_means
from model.numerics import logistic
from model.randomness import STREAM_NATIONAL, normal, stream_key
from model.simulation import empty_tables, prepare, whole_run
from model.specification.specification import Specification

STANDARDS = ("standard_leadership_and_governance", "standard_staffing", "standard_services",
             "standard_infrastructure_ict")
IMPLEMENTATION = {"implementation_supports_desistance": "desistance", "implementation_keeps_people_safe": "safety"}
PERCENT = 100.0


class Centre(NamedTuple):
    """What would be found of the centre: a band for each standard, percent of cases for each share."""

    bands: Mapping[str, int]
    shares: Mapping[str, float]


def judged_centre(specification: Specification, month: int) -> Centre:
    """Run a specification to the end of a month and return what its inspectors would find of the centre there."""
    state, inputs = prepare(specification)
    whole_run(state, inputs, *empty_tables(state, month + 1, ()))
    settings, p = inputs.after, inputs.world.inspection
    means = service_means(state.pdus, state.centre)
    shares = national_shares(state.centre, state.pdus, inputs.items, settings.dials, settings.national, means, p,
                             inputs.n_posts)
    key = np.uint64(stream_key(inputs.seed, STREAM_NATIONAL, month))
    bands = {}
    for k, name in enumerate(STANDARDS[:N_NATIONAL]):
        spread = leadership_spread(means[CONFORMITY], settings.national, p) if k == 0 else p.national_noise
        bands[name] = int(band(logistic(logit_of(shares[k]) + spread * normal(key, k, 0)), p))
    return Centre(bands, implemented(state.pdus))


def implemented(pdus) -> dict[str, float]:
    """Return the percent of cases read at every PDU's last fieldwork in which implementation was sufficient."""
    counts = pdus.case_counts[:, :N_CASE_CELLS].reshape(-1, N_STAGES, N_THEMES).sum(axis=0)
    cases = pdus.cases_read.sum()
    stage = counts[STAGES.index("implementation")]
    return {item: PERCENT * float(stage[THEMES.index(theme)]) / cases if cases else float(np.nan)
            for item, theme in IMPLEMENTATION.items()}

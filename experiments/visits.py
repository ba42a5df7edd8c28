"""Visits to every PDU at one moment: the model's own judgement, again and again, with nothing else changing."""

from copy import deepcopy
from dataclasses import replace

import numpy as np

from model.inspection.aggregation import n_standards, overall_band
from model.inspection.judgement import judge
from model.observation.outcomes import PRIMARY_MONTHS
from model.simulation import empty_tables, prepare, whole_run
from model.specification.specification import Specification


def at_end(specification: Specification) -> tuple:
    """Return state and inputs 36 months after the switch."""
    months = specification.run.switch + PRIMARY_MONTHS
    state, inputs = prepare(replace(specification, run=replace(specification.run, months=months)))
    whole_run(state, inputs, *empty_tables(state, months, ()))
    return state, inputs


def visit_all(state, inputs, times: int) -> np.ndarray:
    """Return the bands of all nine standards at `times` visits to every PDU, shape (times, PDUs, standards).

    Each visit has luck, cases and severity of its own; the state is left as it was.
    """
    pdus, regime, p = state.pdus.copy(), inputs.after.regime, inputs.world.inspection
    scratch = deepcopy(state.scratch)
    found = np.empty((times, len(pdus.uid), pdus.pending_standards.shape[1]), np.int64)
    start = inputs.switch + PRIMARY_MONTHS
    for k in range(times):
        for i in range(len(pdus.uid)):
            judge(pdus, i, state.inspectorate, regime, scratch.thresholds, scratch.counts, inputs.seed, start + k, p)
        found[k] = pdus.pending_standards
    return found


def counted(inputs) -> int:
    """Return how many of the nine standards make the total, the first so many of them."""
    return int(n_standards(inputs.switch + PRIMARY_MONTHS, inputs.world.inspection))


def overall_bands(points: np.ndarray, maximum: int, p) -> np.ndarray:
    """Return the overall band of each total of points."""
    return np.array([overall_band(total / maximum, p) for total in points.ravel()]).reshape(points.shape)

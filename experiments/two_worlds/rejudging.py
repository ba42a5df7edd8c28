"""The lottery of a report: what word the same unit, unchanged, would have been given by another visit that month.

Visits are made again by the model's own rules with the luck of other seeds: another team on another day, other cases.
"""

from collections.abc import Iterator

import numpy as np

from experiments.two_worlds.visit import Visit
from model.entities.state import N_CELLS_READ
from model.inspection.aggregation import POINTS_A_STANDARD, n_standards, overall_band, total_points
from model.inspection.judgement import judge
from model.specification.specification import LARGEST_SEED

VISITS = 200
"""Visits made again: a chance is known to within 7 points, 19 times in 20."""
N_BANDS = 4


def other_seeds(seed: int, visits: int) -> Iterator[int]:
    """Yield the seeds that follow a run's own."""
    for k in range(1, visits + 1):
        yield (seed + k) % (LARGEST_SEED + 1)


def word_chances(visit: Visit, visits: int = VISITS) -> np.ndarray:
    """Return the share of visits made again that end in each overall band, (4,)."""
    unit, p, t = visit.unit.copy(), visit.inputs.world.inspection, visit.month
    thresholds, counts = np.zeros(N_CELLS_READ), np.zeros(N_CELLS_READ, np.int64)
    n = n_standards(t, p)
    found = np.zeros(N_BANDS)
    for seed in other_seeds(visit.inputs.seed, visits):
        judge(unit, 0, visit.inspectorate, visit.regime, thresholds, counts, seed, t, p)
        found[overall_band(total_points(unit.pending_standards[0], n) / (POINTS_A_STANDARD * n), p)] += 1
    return found / visits

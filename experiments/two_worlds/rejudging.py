"""The lottery of a report: what word the same unit, unchanged, would have been given by another visit that month.

Visits are made again by the model's own rules with the luck of other seeds: another team on another day, other cases.
A region's report rests on its PDUs' cases, which stay as they were read.
"""

from collections.abc import Callable, Iterator

import numpy as np

from experiments.two_worlds.visit import Visit
from model.entities.state import N_CELLS_READ, N_REGION_STANDARDS
from model.inspection.aggregation import POINTS_A_STANDARD, n_standards, overall_band, total_points
from model.inspection.judgement import judge
from model.inspection.national import judge_centre
from model.inspection.publication import LEVEL_NATION, LEVEL_PDU, LEVEL_REGION
from model.inspection.regional import judge_region, region_means
from model.specification.specification import LARGEST_SEED

VISITS = 200
"""Visits made again: a chance is known to within 7 points, 19 times in 20."""
N_BANDS = 4


def other_seeds(seed: int, visits: int) -> Iterator[int]:
    """Yield the seeds that follow a run's own."""
    for k in range(1, visits + 1):
        yield (seed + k) % (LARGEST_SEED + 1)


def word_chances(visit: Visit, level: int, visits: int = VISITS) -> np.ndarray:
    """Return the share of visits made again that end in each overall band, (4,)."""
    again = AGAIN[level](visit)
    found = np.zeros(N_BANDS)
    for seed in other_seeds(visit.inputs.seed, visits):
        found[again(seed)] += 1
    return found / visits


def pdu_again(visit: Visit) -> Callable[[int], int]:
    """Return a function from a seed to the overall band of the PDU's visit made again."""
    pdus, p, t = visit.pdus.copy(), visit.inputs.world.inspection, visit.month
    thresholds, counts, n = np.zeros(N_CELLS_READ), np.zeros(N_CELLS_READ, np.int64), n_standards(visit.month, p)

    def again(seed: int) -> int:
        judge(pdus, visit.place, visit.state.inspectorate, visit.chosen.regime, thresholds, counts, seed, t, p)
        return overall_band(total_points(pdus.pending_standards[visit.place], n) / (POINTS_A_STANDARD * n), p)

    return again


def region_again(visit: Visit) -> Callable[[int], int]:
    """Return the same for a region."""
    pdus, regions, r, p = visit.pdus, visit.regions.copy(), visit.place, visit.inputs.world.inspection
    means, inspectorate, scratch = region_means(pdus, r), visit.state.inspectorate, visit.state.scratch

    def again(seed: int) -> int:
        judge_region(pdus, regions, r, inspectorate, scratch, visit.chosen.regime, means, seed, visit.month, p)
        points = total_points(regions.standards[r], N_REGION_STANDARDS)
        return overall_band(points / (POINTS_A_STANDARD * N_REGION_STANDARDS), p)

    return again


def centre_again(visit: Visit) -> Callable[[int], int]:
    """Return the same for the centre."""
    centre, inputs = visit.centre.copy(), visit.inputs
    days = visit.state.inspectorate._replace(days=visit.state.inspectorate.days.copy(),
                                             knowledge=visit.state.inspectorate.knowledge.copy())

    def again(seed: int) -> int:
        judge_centre(centre, visit.pdus, days, inputs.items, visit.chosen.dials, visit.chosen.national,
                     inputs.world.inspection, inputs.n_posts, seed, visit.month)
        return int(centre.pending_overall[0])

    return again


AGAIN = {LEVEL_PDU: pdu_again, LEVEL_REGION: region_again, LEVEL_NATION: centre_again}

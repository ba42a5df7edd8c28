"""Aggregation: standards become points, points a total, totals an overall rating.

Purpose      Score exactly as the published rules do, at PDU, region and nation.
Equation     points = bands summed; total's share of the maximum against three thresholds gives the overall band
Units        points 0-3 a standard; maximum 27 (nine standards, to September 2023) or 21 (seven)
Reads        pdus: pending_standards, points, maximum
Writes       nothing: callers do
Source       scoring_rules.csv; README (totals, unverified but agreeing with every published score)
Assumptions  thresholds scale with the maximum: a region's eight standards and the centre's four by the same shares
"""

from numba import njit

from model.entities.state import N_STANDARDS, N_STANDARDS_FROM_2023

POINTS_A_STANDARD = 3


@njit(cache=True)
def n_standards(t, p):
    """Return how many standards are rated in month t: nine at first, seven from the second framework."""
    return N_STANDARDS if t < p.second_framework else N_STANDARDS_FROM_2023


@njit(cache=True)
def total_points(standards, n):
    """Return the points of the first n standards."""
    total = 0
    for s in range(n):
        total += standards[s]
    return total


@njit(cache=True)
def overall_band(share, p):
    """Return the overall band of a total, given as its share of the maximum."""
    return int(share > p.inadequate_total) + int(share > p.improvement_total) + int(share > p.good_total)

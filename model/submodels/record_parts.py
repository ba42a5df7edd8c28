"""Parts of the record: measures of one PDU, and means that do not depend on the order of rows.

Purpose      Give the tables of nation, regions and PDUs the same measures.
Equation     a value profile's score is the weighted sum of casework cells and practice qualities
             engagement = base + slopes*(wellbeing, esteem, belonging - 1/2)
Units        as observation.columns says
Reads        pdus
Writes       nothing
Source       definitions; value_profiles.csv; people_survey.csv
Assumptions  engagement is linear in wellbeing, esteem and belonging
"""

import math

from numba import njit

from model.entities.state import (
    COURT,
    N_CASE_CELLS,
    N_PARTNERS,
    N_PRACTICES,
    N_TASKS,
    UNPAID_WORK,
    VICTIM,
)
from model.numerics import clamp, fixed, fixed_mean
from model.parameters.units import MIDDLE, MONTHS_A_YEAR, PERCENT
from model.submodels.effort import IMPROVEMENT, PRESENTATIONAL, RECORDED, RELATIONAL

N_UNINSPECTED = 3.0
"""Court, victim and unpaid work."""


@njit(cache=True)
def uninspected(pdus, i):
    """Return PDU i's true quality in court, unpaid and victim work."""
    return (pdus.true[i, COURT] + pdus.true[i, UNPAID_WORK] + pdus.true[i, VICTIM]) / N_UNINSPECTED


@njit(cache=True)
def value_score(pdus, i, weights):
    """Return PDU i's quality by a value profile: casework cells, then practice qualities, weights summing to 1."""
    total = 0.0
    for c in range(N_CASE_CELLS):
        total += weights[c] * pdus.true[i, c]
    for k in range(N_PRACTICES):
        total += weights[N_CASE_CELLS + k] * pdus.practices[i, k]
    return total


@njit(cache=True)
def engagement(wellbeing, esteem, belonging, p):
    """Return engagement on the survey's 0-100 scale."""
    index = p.engagement + p.wellbeing_slope * (wellbeing - MIDDLE) + p.esteem_slope * (esteem - MIDDLE) \
        + p.belonging_slope * (belonging - MIDDLE)
    return clamp(index, 0.0, PERCENT)


@njit(cache=True)
def presentational_share(pdus, i):
    """Return the share of PDU i's effort that only shows well."""
    total = 0.0
    for k in range(N_TASKS):
        total += pdus.effort[i, k]
    return pdus.effort[i, PRESENTATIONAL] / total if total > 0.0 else 0.0


@njit(cache=True)
def improvement_share(pdus, i):
    """Return the share of PDU i's effort that goes to improvement."""
    total = 0.0
    for k in range(N_TASKS):
        total += pdus.effort[i, k]
    return pdus.effort[i, IMPROVEMENT] / total if total > 0.0 else 0.0


@njit(cache=True)
def inspected_share(pdus, i):
    """Return the share of PDU i's work that goes to inspected casework, against court, victim and unpaid work."""
    inspected = pdus.work[i, RELATIONAL] + pdus.work[i, RECORDED] + pdus.work[i, PRESENTATIONAL]
    total = inspected + pdus.support_work[i]
    return inspected / total if total > 0.0 else 0.0


@njit(cache=True)
def yearly_percent(gone, left):
    """Return this month's leavers as a percentage a year of those there before they left."""
    return PERCENT * MONTHS_A_YEAR * gone / max(gone + left, 1)


@njit(cache=True)
def confidence_by_tie(pdus, i):
    """Return the confidence of PDU i's partners weighted by weakness, and by strength, of tie."""
    weak, strong, loose, close = 0.0, 0.0, 0.0, 0.0
    for k in range(N_PARTNERS):
        tie = pdus.ties[i, k]
        weak += pdus.confidence[i, k] * (1.0 - tie)
        loose += 1.0 - tie
        strong += pdus.confidence[i, k] * tie
        close += tie
    return weak / loose if loose > 0.0 else 0.0, strong / close if close > 0.0 else 0.0


@njit(cache=True)
def confidence_mean(pdus, i):
    """Return the mean confidence of PDU i's partners."""
    total = 0.0
    for k in range(N_PARTNERS):
        total += pdus.confidence[i, k]
    return total / N_PARTNERS


@njit(cache=True)
def fit_mean(pdus, i):
    """Return PDU i's fit over themes."""
    return (pdus.fit[i, 0] + pdus.fit[i, 1] + pdus.fit[i, 2]) / pdus.fit.shape[1]


@njit(cache=True)
def put(out, k, values):
    """Write values from position k; return the next position."""
    for v in range(len(values)):
        out[k + v] = values[v]
    return k + len(values)


@njit(cache=True)
def weighted(values, weights):
    """Return the weighted mean of values, exactly in any order; 0 where all weights are 0."""
    total, weight = 0, 0
    for i in range(len(values)):
        total += fixed(values[i] * weights[i])
        weight += fixed(weights[i])
    return total / weight if weight > 0 else 0.0


@njit(cache=True)
def plain(values):
    """Return the plain mean of values, exactly in any order."""
    total = 0
    for i in range(len(values)):
        total += fixed(values[i])
    return fixed_mean(total, len(values))


@njit(cache=True)
def spread(values):
    """Return the standard deviation of values, exactly in any order."""
    mean, total = plain(values), 0
    for i in range(len(values)):
        total += fixed((values[i] - mean) * (values[i] - mean))
    return math.sqrt(fixed_mean(total, len(values)))

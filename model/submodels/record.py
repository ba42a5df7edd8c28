"""Record: the month is written down, one row for the nation and, where asked, one for each region and PDU.

Purpose      Turn state into the recorded columns, exactly and in any order of rows.
Equation     caseload-weighted means for casework, staff-weighted for moods, plain means over PDUs elsewhere
Units        as observation.columns says
Reads        everything
Writes       the recorded tables only
Source       definitions; value_profiles.csv for the four profiles
Assumptions  engagement is linear in wellbeing, esteem and belonging
"""

import math

import numpy as np
from numba import njit

from model.entities.state import (COURT, N_CASE_CELLS, N_ELEMENTS, N_PARTNERS, N_PRACTICES, N_STAGES, N_TASKS, UNPAID_WORK,
                                  VICTIM)
from model.numerics import clamp, fixed, fixed_mean
from model.parameters.units import MIDDLE, MONTHS_A_YEAR, PERCENT
from model.submodels.belief import mean_cells
from model.submodels.effort import PRESENTATIONAL

N_BANDS = 4
PER_HUNDRED = 100.0
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


@njit(cache=True)
def record_service(out, k, pdus, profiles):
    """Write the service family from position k; return the next position."""
    n = len(pdus.uid)
    rows = np.empty((8, n))
    for i in range(n):
        rows[0, i], rows[1, i] = mean_cells(pdus.true, i), mean_cells(pdus.evidenced, i)
        rows[2, i], rows[3, i] = pdus.believed_centre[i], uninspected(pdus, i)
        for v in range(len(profiles)):
            rows[4 + v, i] = value_score(pdus, i, profiles[v])
    for v in range(len(rows)):
        out[k] = weighted(rows[v], pdus.caseload)
        k += 1
    out[k] = spread(rows[0])
    demand, capacity, caseload, incidents = 0, 0, 0, 0
    staff, officers = 0, 0
    for i in range(n):
        demand += fixed(pdus.demand[i])
        capacity += fixed(pdus.capacity[i])
        caseload += fixed(pdus.caseload[i])
        incidents += pdus.incidents[i]
        staff += pdus.staff[i]
        officers += pdus.officers[i]
    out[k + 1] = fixed_mean(caseload, 1)
    out[k + 2] = weighted(pdus.workload, pdus.demand)
    out[k + 3], out[k + 4] = staff, officers
    out[k + 5] = weighted(pdus.progress, pdus.caseload)
    out[k + 6] = incidents
    out[k + 7] = weighted(pdus.debited, pdus.demand)
    out[k + 8], out[k + 9], out[k + 10] = plain(pdus.ict), plain(pdus.estate), plain(pdus.backlog)
    return k + 11


@njit(cache=True)
def record_morale(out, k, pdus, survey, t):
    """Write the morale family from position k; return the next position."""
    n = len(pdus.uid)
    staff = pdus.staff.astype(np.float64)
    quiet = np.empty(n)
    gone, officers_gone, officers, people, absent = 0, 0, 0, 0, 0
    for i in range(n):
        quiet[i] = staff[i] if t - pdus.published_at[i] > MONTHS_A_YEAR else 0.0
        gone += pdus.leavers[i]
        officers_gone += pdus.officer_leavers[i]
        officers += pdus.officers[i]
        people += pdus.staff[i]
        absent += pdus.absent[i]
    wellbeing, esteem = weighted(pdus.climate, staff), weighted(pdus.esteem, staff)
    belonging = weighted(pdus.belonging, staff)
    out[k], out[k + 1], out[k + 2], out[k + 3] = wellbeing, esteem, weighted(pdus.esteem, quiet), belonging
    out[k + 4] = weighted(pdus.curiosity, staff)
    out[k + 5] = absent / max(people, 1)
    out[k + 6] = PERCENT * MONTHS_A_YEAR * gone / max(people + gone, 1)
    out[k + 7] = PERCENT * MONTHS_A_YEAR * officers_gone / max(officers + officers_gone, 1)
    out[k + 8] = engagement(wellbeing, esteem, belonging, survey)
    return k + 9


@njit(cache=True)
def diversity(pdus):
    """Return the mean over elements of the chance that two PDUs differ."""
    n = len(pdus.uid)
    total = 0.0
    for j in range(N_ELEMENTS):
        minus, none, plus = 0, 0, 0
        for i in range(n):
            minus += pdus.practice[i, j] < 0
            none += pdus.practice[i, j] == 0
            plus += pdus.practice[i, j] > 0
        total += 1.0 - (minus * minus + none * none + plus * plus) / (n * n)
    return total / N_ELEMENTS


@njit(cache=True)
def record_innovation(out, k, pdus):
    """Write the innovation family from position k; return the next position."""
    n = len(pdus.uid)
    tried, kept, copied = 0, 0, 0
    fits = np.empty(n)
    for i in range(n):
        tried += pdus.experiments[i]
        kept += pdus.innovations[i]
        copied += pdus.diffusions[i]
        fits[i] = fit_mean(pdus, i)
    out[k], out[k + 1], out[k + 2] = PER_HUNDRED * tried / n, PER_HUNDRED * kept / n, PER_HUNDRED * copied / n
    out[k + 3], out[k + 4], out[k + 5] = plain(fits), diversity(pdus), plain(pdus.conformity)
    return k + 6


@njit(cache=True)
def record_inspection(out, k, pdus, centre, t):
    """Write the inspection family from position k; return the next position. NaN where nothing was ever rated."""
    published, rated = 0, 0
    bands = np.zeros(N_BANDS)
    points = 0
    for i in range(len(pdus.uid)):
        published += pdus.published_at[i] == t
        if pdus.overall[i] >= 0:
            rated += 1
            bands[pdus.overall[i]] += 1.0
            points += fixed(pdus.points[i] / pdus.maximum[i])
    out[k] = published
    for b in range(N_BANDS):
        out[k + 1 + b] = bands[b] / rated if rated > 0 else np.nan
    out[k + 1 + N_BANDS] = fixed_mean(points, rated) if rated > 0 else np.nan
    out[k + 2 + N_BANDS] = centre.points[0] if centre.overall[0] >= 0 else np.nan
    return k + 3 + N_BANDS


@njit(cache=True)
def record_rest(out, k, pdus, centre, t):
    """Write behaviours, relations and governance from position k; return the next position."""
    n = len(pdus.uid)
    show, trust = np.empty(n), np.empty(n)
    for i in range(n):
        show[i], trust[i] = presentational_share(pdus, i), confidence_mean(pdus, i)
    same = 0
    for j in range(N_ELEMENTS):
        same += centre.code[0, j] == centre.reality[0, j]
    gap = out[1] - out[0]
    values = (weighted(show, pdus.staff.astype(np.float64)), plain(pdus.false_records),
              weighted(pdus.defensive, pdus.caseload), gap, plain(trust), plain(pdus.legitimacy), centre.headlines[0],
              centre.control[0], plain(pdus.pressure), plain(pdus.change), plain(pdus.reflection),
              plain(pdus.agreement), same / N_ELEMENTS)
    for v in range(len(values)):
        out[k + v] = values[v]
    return k + len(values)


@njit(cache=True)
def record_nation(out, pdus, centre, profiles, survey, t):
    """Phase 11: write the nation's row; return how many columns were written."""
    k = record_service(out, 0, pdus, profiles)
    k = record_morale(out, k, pdus, survey, t)
    k = record_innovation(out, k, pdus)
    k = record_inspection(out, k, pdus, centre, t)
    return record_rest(out, k, pdus, centre, t)


@njit(cache=True)
def record_pdus(out, pdus):
    """Phase 11, where asked: write one row for each PDU, in the order of observation.columns.PDU."""
    for i in range(len(pdus.uid)):
        values = (mean_cells(pdus.true, i), mean_cells(pdus.evidenced, i), pdus.believed_centre[i],
                  uninspected(pdus, i), pdus.caseload[i], pdus.workload[i], float(pdus.staff[i]),
                  float(pdus.incidents[i]), pdus.ict[i], pdus.estate[i], pdus.climate[i], pdus.esteem[i],
                  fit_mean(pdus, i), pdus.conformity[i], presentational_share(pdus, i), pdus.false_records[i],
                  confidence_mean(pdus, i), pdus.legitimacy[i], pdus.pressure[i], float(pdus.overall[i]),
                  float(pdus.points[i]))
        for k in range(len(values)):
            out[i, k] = values[k]


@njit(cache=True)
def record_regions(out, pdus, regions):
    """Phase 11, where asked: write one row for each region, in the order of observation.columns.REGION."""
    members = np.empty(len(pdus.uid))
    rows = np.empty((9, len(pdus.uid)))
    for i in range(len(pdus.uid)):
        rows[0, i], rows[1, i] = mean_cells(pdus.true, i), mean_cells(pdus.evidenced, i)
        rows[2, i], rows[3, i], rows[4, i] = pdus.climate[i], pdus.esteem[i], fit_mean(pdus, i)
        rows[5, i], rows[6, i] = confidence_mean(pdus, i), pdus.legitimacy[i]
        rows[7, i], rows[8, i] = pdus.pressure[i], pdus.workload[i]
    for r in range(len(regions.slack)):
        caseload, staff = 0, 0
        for i in range(len(pdus.uid)):
            inside = pdus.region[i] == r
            members[i] = 1.0 if inside else 0.0
            caseload += fixed(pdus.caseload[i]) if inside else 0
            staff += pdus.staff[i] if inside else 0
        values = (weighted(rows[0], members * pdus.caseload), weighted(rows[1], members * pdus.caseload),
                  fixed_mean(caseload, 1), weighted(rows[8], members * pdus.demand), float(staff),
                  weighted(pdus.ict, members), weighted(pdus.estate, members),
                  weighted(rows[2], members * pdus.staff), weighted(rows[3], members * pdus.staff),
                  weighted(rows[4], members), weighted(rows[5], members), weighted(rows[6], members),
                  weighted(rows[7], members), float(regions.overall[r]))
        for k in range(len(values)):
            out[r, k] = values[k]

"""Record: the month is written down, one row for the nation and, where asked, one for each region and PDU.

Purpose      Turn state into the recorded columns, exactly and in any order of rows.
Equation     caseload-weighted means for casework, staff-weighted for moods, plain means over PDUs elsewhere
Units        as observation.columns says
Reads        everything
Writes       the recorded tables only
Source       definitions; value_profiles.csv for the four profiles
Assumptions  none beyond those of the parts
"""

import numpy as np
from numba import njit

from model.entities.state import N_ELEMENTS
from model.numerics import fixed, fixed_mean
from model.parameters.units import MONTHS_A_YEAR
from model.submodels.belief import mean_cells
from model.submodels.record_behaviours import record_behaviours
from model.submodels.record_parts import (
    confidence_mean,
    engagement,
    fit_mean,
    plain,
    presentational_share,
    put,
    spread,
    uninspected,
    value_score,
    weighted,
    yearly_percent,
)
from model.submodels.record_workforce import record_workforce

N_BANDS = 4
PER_HUNDRED = 100.0
"""Rates of innovation are told per 100 PDU-months."""
N_SERVICE_MEANS = 8
BELIEVED, OTHER_WORK, FIRST_VALUE = 2, 3, 4


@njit(cache=True)
def record_service(out, k, pdus, profiles):
    """Write the service family from position k; return the next position."""
    n = len(pdus.uid)
    rows = np.empty((N_SERVICE_MEANS, n))
    caseload, incidents, staff, officers = 0, 0, 0, 0
    for i in range(n):
        rows[0, i], rows[1, i] = mean_cells(pdus.true, i), mean_cells(pdus.evidenced, i)
        rows[BELIEVED, i], rows[OTHER_WORK, i] = pdus.believed_centre[i], uninspected(pdus, i)
        for v in range(len(profiles)):
            rows[FIRST_VALUE + v, i] = value_score(pdus, i, profiles[v])
        caseload += fixed(pdus.caseload[i])
        incidents += pdus.incidents[i]
        staff += pdus.staff[i]
        officers += pdus.officers[i]
    for v in range(len(rows)):
        out[k + v] = weighted(rows[v], pdus.caseload)
    return put(out, k + len(rows), (
        spread(rows[0]), fixed_mean(caseload, 1), weighted(pdus.workload, pdus.demand), float(staff), float(officers),
        weighted(pdus.progress, pdus.caseload), float(incidents), weighted(pdus.debited, pdus.demand),
        plain(pdus.ict), plain(pdus.estate), plain(pdus.backlog)))


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
    return put(out, k, (
        wellbeing, esteem, weighted(pdus.esteem, quiet), belonging, weighted(pdus.curiosity, staff),
        absent / max(people, 1), yearly_percent(gone, people), yearly_percent(officers_gone, officers),
        engagement(wellbeing, esteem, belonging, survey)))


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
    return put(out, k, (
        PER_HUNDRED * tried / n, PER_HUNDRED * kept / n, PER_HUNDRED * copied / n, plain(fits), diversity(pdus),
        plain(pdus.conformity)))


@njit(cache=True)
def record_inspection(out, k, pdus, centre, t):
    """Write the inspection family from position k; return the next position. NaN where nothing was ever rated."""
    published, rated, points = 0, 0, 0
    bands = np.zeros(N_BANDS)
    for i in range(len(pdus.uid)):
        published += pdus.published_at[i] == t
        if pdus.overall[i] >= 0:
            rated += 1
            bands[pdus.overall[i]] += 1.0
            points += fixed(pdus.points[i] / pdus.maximum[i])
    out[k] = published
    for b in range(N_BANDS):
        out[k + 1 + b] = bands[b] / rated if rated > 0 else np.nan
    return put(out, k + 1 + N_BANDS, (
        fixed_mean(points, rated) if rated > 0 else np.nan, centre.points[0] if centre.overall[0] >= 0 else np.nan))


@njit(cache=True)
def record_rest(out, k, pdus, centre):
    """Write behaviours, relations and governance from position k; return the next position."""
    n = len(pdus.uid)
    show, trust = np.empty(n), np.empty(n)
    for i in range(n):
        show[i], trust[i] = presentational_share(pdus, i), confidence_mean(pdus, i)
    same = 0
    for j in range(N_ELEMENTS):
        same += centre.code[0, j] == centre.reality[0, j]
    return put(out, k, (
        weighted(show, pdus.staff.astype(np.float64)), plain(pdus.false_records),
        weighted(pdus.defensive, pdus.caseload), out[1] - out[0], plain(trust), plain(pdus.legitimacy),
        centre.headlines[0], centre.control[0], plain(pdus.pressure), plain(pdus.change), plain(pdus.reflection),
        plain(pdus.agreement), same / N_ELEMENTS, centre.espoused_distance[0]))


@njit(cache=True)
def record_nation(out, pdus, centre, profiles, survey, t):
    """Phase 11: write the nation's row; return how many columns were written."""
    k = record_service(out, 0, pdus, profiles)
    k = record_morale(out, k, pdus, survey, t)
    k = record_innovation(out, k, pdus)
    k = record_inspection(out, k, pdus, centre, t)
    k = record_rest(out, k, pdus, centre)
    k = record_behaviours(out, k, pdus, centre)
    return record_workforce(out, k, pdus)

"""Scorecard: service-level targets that are met or missed, read off what can be evidenced.

Purpose      Make targets met a measured quantity: a state that managers see and press on, never quality itself.
Equation     met = share of a PDU's measures with E >= target;  target = national mean of E at month 0 + rise*t/12
             measures: the four stages of casework, court, unpaid and victim work, services
Units        shares of cases; shares of measures; t months
Reads        pdus: evidenced.  centre: targets
Writes       pdus: targets_met.  centre: targets
Source       outcomes.csv (8 of 16 targets met in the first year, scorecard by region); Norfolk 2024
Assumptions  targets were set at what the service did as a whole when it was united; every measure counts alike;
             the true measures (time limits, completions, housing, work) are not modelled one by one
"""

from numba import njit

from model.entities.state import COURT, N_MEASURES, N_STAGES, N_THEMES, SERVICES, UNPAID_WORK, VICTIM
from model.numerics import fixed, fixed_mean
from model.parameters.units import MONTHS_A_YEAR


@njit(cache=True)
def measure(evidenced, i, k):
    """Return measure k of PDU i: a stage over its themes, or one of the cells beside casework."""
    if k >= N_STAGES:
        return evidenced[i, (COURT, UNPAID_WORK, VICTIM, SERVICES)[k - N_STAGES]]
    total = 0.0
    for cell in range(k * N_THEMES, (k + 1) * N_THEMES):
        total += evidenced[i, cell]
    return total / N_THEMES


@njit(cache=True)
def target_now(first, t, p):
    """Return a target in month t: raised year by year from what it was first."""
    return first + p.target_rise * t / MONTHS_A_YEAR


@njit(cache=True)
def set_targets(pdus, targets):
    """Set every measure's target at its mean over PDUs."""
    for k in range(N_MEASURES):
        total = 0
        for i in range(len(pdus.uid)):
            total += fixed(measure(pdus.evidenced, i, k))
        targets[k] = fixed_mean(total, len(pdus.uid))


@njit(cache=True)
def scorecard(pdus, centre, p, t):
    """Phase 5, after quality: set targets at month 0, and the share of them that every PDU meets."""
    if t == 0:
        set_targets(pdus, centre.targets[0])
    for i in range(len(pdus.uid)):
        met = 0
        for k in range(N_MEASURES):
            met += measure(pdus.evidenced, i, k) >= target_now(centre.targets[0, k], t, p)
        pdus.targets_met[i] = met / N_MEASURES

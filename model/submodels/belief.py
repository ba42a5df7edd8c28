"""Belief: what units, regions, the centre, the inspectorate and partners hold quality to be.

Purpose      Let each learn from reports, targets, voices and own work, with error, and never from the truth itself.
Equation     B += w*(z - B);  reports w = k*n/(1 + k*n), n cases read; other signals weigh the same every month
             targets z = E + good news*control;  reports z = floor + span*points/maximum
             own work, accounts and voices z: signals; voices weigh weight*voice*(1 - dulls*buffer)
Units        shares of cases
Reads        pdus: evidenced, signal_own, signal_region, signal_voice, published_at, points, maximum, felt_control.
             dials, regime
Writes       pdus: believed_own, believed_region, believed_centre, believed_inspectorate, believed_partners
Source       Reitzig & Maciejovsky 2015; Walfish et al. 2012; Kane & Staiger 2002; sizes grade D
Assumptions  precision of belief is constant: what is learned makes up for what goes out of date; reports are read alike
             by all who see them
"""

from numba import njit

from model.entities.state import N_CASE_CELLS
from model.numerics import unit


@njit(cache=True)
def mean_cells(cells, i):
    """Return the mean of PDU i's twelve casework cells."""
    total = 0.0
    for c in range(N_CASE_CELLS):
        total += cells[i, c]
    return total / N_CASE_CELLS


@njit(cache=True)
def updated(belief, signal, weight):
    """Return a belief moved towards a signal by its weight."""
    return unit(belief + weight * (signal - belief))


@njit(cache=True)
def shown_share(points, maximum, p):
    """Return the share of cases that readers take a report's points to mean."""
    return p.report_floor + p.report_span * points / maximum


@njit(cache=True)
def learn_unit(pdus, i, p):
    """Update what a unit and its region believe, from the unit's own work and its account of it."""
    pdus.believed_own[i] = updated(pdus.believed_own[i], pdus.signal_own[i], p.own_weight)
    pdus.believed_region[i] = updated(pdus.believed_region[i], pdus.signal_region[i], p.region_weight)


@njit(cache=True)
def learn_centre(pdus, i, dials, p):
    """Update what the centre believes of a unit, from target data and from voices."""
    clear = 1.0 - p.buffer_dulls * dials.regional_buffer
    targets = mean_cells(pdus.evidenced, i) + p.good_news * pdus.felt_control[i]
    pdus.believed_centre[i] = updated(pdus.believed_centre[i], targets, p.target_weight)
    heard = p.voice_weight * dials.voice * clear
    pdus.believed_centre[i] = updated(pdus.believed_centre[i], pdus.signal_voice[i], heard)


@njit(cache=True)
def report_weight(sample, p):
    """Return the weight of a report, tau_z / (tau_z + tau_B): its precision grows with the cases read."""
    precision = p.report_precision * sample
    return precision / (1.0 + precision)


@njit(cache=True)
def learn_report(pdus, i, regime, p):
    """Update everyone's belief from a unit's report: partners only where it is public."""
    weight = report_weight(regime.sample_cases, p)
    shown = shown_share(pdus.points[i], pdus.maximum[i], p)
    pdus.believed_inspectorate[i] = updated(pdus.believed_inspectorate[i], shown, weight)
    pdus.believed_own[i] = updated(pdus.believed_own[i], shown, weight)
    pdus.believed_region[i] = updated(pdus.believed_region[i], shown, weight)
    pdus.believed_centre[i] = updated(pdus.believed_centre[i], shown, weight)
    pdus.believed_partners[i] = updated(pdus.believed_partners[i], shown, weight * regime.publishes)


@njit(cache=True)
def beliefs(pdus, centre, regime, national, dials, p, relearned, t):
    """Phase 9, seventh part: move every belief."""
    shown = national.inspects * relearned if centre.published_at[0] == t else 0.0
    for i in range(len(pdus.uid)):
        learn_unit(pdus, i, p)
        learn_centre(pdus, i, dials, p)
        if pdus.published_at[i] == t:
            learn_report(pdus, i, regime, p)
        pdus.believed_centre[i] = updated(pdus.believed_centre[i], pdus.believed_region[i], shown)

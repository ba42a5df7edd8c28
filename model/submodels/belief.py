"""Belief: what units, regions, the centre, the inspectorate and partners hold quality to be.

Purpose      Let each learn from reports, targets, voices and own work, with error, and never from the truth itself.
Equation     B += w*(z - B)
             targets z = E + good news*control;  voices z = Q + noise + cosy silence*mutuality, weight*voice*(1 -
             dulls*buffer)
             own work z = Q + bias + noise;  reports z = floor + span*points/maximum
Units        shares of cases
Reads        pdus: true, evidenced, published_at, overall, felt_control.  dials, regime
Writes       pdus: believed_own, believed_region, believed_centre, believed_inspectorate, believed_partners.
             centre: understanding
Source       Reitzig & Maciejovsky 2015; Walfish et al. 2012; Kane & Staiger 2002; sizes grade D
Assumptions  signals are made from the truth with bias and noise; the noise of a month is one draw a place and listener
"""

from numba import njit

from model.entities.state import N_CASE_CELLS
from model.numerics import fixed, fixed_mean, unit
from model.randomness import STREAM_BELIEF, normal, stream_key

OWN, VOICE, REGION = range(3)


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
def learn_unit(pdus, i, key, dials, p):
    """Update what a unit and its region believe from the unit's own work."""
    true = mean_cells(pdus.true, i)
    own = true + p.own_bias + p.signal_error * normal(key, pdus.uid[i], OWN)
    pdus.believed_own[i] = updated(pdus.believed_own[i], own, p.own_weight)
    silence = p.cosy_silence * dials.mutuality
    told = true + silence + p.signal_error * normal(key, pdus.uid[i], REGION)
    pdus.believed_region[i] = updated(pdus.believed_region[i], told, p.region_weight)


@njit(cache=True)
def learn_centre(pdus, i, key, dials, p):
    """Update what the centre believes of a unit, from target data and from voices."""
    clear = 1.0 - p.buffer_dulls * dials.regional_buffer
    targets = mean_cells(pdus.evidenced, i) + p.good_news * pdus.felt_control[i]
    pdus.believed_centre[i] = updated(pdus.believed_centre[i], targets, p.target_weight)
    noise = p.signal_error * normal(key, pdus.uid[i], VOICE)
    voices = mean_cells(pdus.true, i) + p.cosy_silence * dials.mutuality + noise
    pdus.believed_centre[i] = updated(pdus.believed_centre[i], voices, p.voice_weight * dials.voice * clear)


@njit(cache=True)
def learn_report(pdus, i, regime, p):
    """Update everyone's belief from a unit's report: partners only where it is public."""
    shown = shown_share(pdus.points[i], pdus.maximum[i], p)
    pdus.believed_inspectorate[i] = updated(pdus.believed_inspectorate[i], shown, p.report_weight)
    pdus.believed_own[i] = updated(pdus.believed_own[i], shown, p.report_weight)
    pdus.believed_region[i] = updated(pdus.believed_region[i], shown, p.report_weight)
    pdus.believed_centre[i] = updated(pdus.believed_centre[i], shown, p.report_weight)
    pdus.believed_partners[i] = updated(pdus.believed_partners[i], shown, p.report_weight * regime.publishes)


@njit(cache=True)
def beliefs(pdus, centre, regime, national, dials, p, relearned, seed, t):
    """Phase 9, fifth part: move every belief, then the centre's understanding (its mean error)."""
    key = stream_key(seed, STREAM_BELIEF, t)
    shown = national.inspects * relearned if centre.published_at[0] == t else 0.0
    error = 0
    for i in range(len(pdus.uid)):
        learn_unit(pdus, i, key, dials, p)
        learn_centre(pdus, i, key, dials, p)
        if pdus.published_at[i] == t:
            learn_report(pdus, i, regime, p)
        pdus.believed_centre[i] = updated(pdus.believed_centre[i], pdus.believed_region[i], shown)
        error += fixed(abs(pdus.believed_centre[i] - mean_cells(pdus.true, i)))
    centre.understanding[0] = fixed_mean(error, len(pdus.uid))

"""Signals: what nature shows of true quality, with bias and noise; and how far the centre's belief is from it.

Purpose      Be the one road from true quality to anyone in the model: beliefs read these columns, never the truth.
Equation     own work z = Q + own bias + noise;  accounts to the region, voices to the centre z = Q + silence + noise
             silence = cosy*mutuality;  understanding = mean |B_centre - Q|
Units        shares of cases
Reads        pdus: true, believed_centre.  dials
Writes       pdus: signal_own, signal_region, signal_voice.  centre: understanding
Source       Walfish et al. 2012; small_sample_noise; missed_failure; sizes grade B and D
Assumptions  the noise of a month is one draw a place and listener; understanding is a state like others: national
             inspection judges it with noise, and nobody is told it
"""

from numba import njit

from model.numerics import fixed, fixed_mean
from model.randomness import STREAM_BELIEF, normal, stream_key
from model.submodels.belief import mean_cells

OWN, VOICE, REGION = range(3)


@njit(cache=True)
def own_signal(true, luck, p):
    """Return what a unit sees of its own work: people think better of it than it is."""
    return true + p.own_bias + p.signal_error * luck


@njit(cache=True)
def told_signal(true, mutuality, luck, p):
    """Return what a unit's people tell others of its work: peers do not tell on one another."""
    return true + p.cosy_silence * mutuality + p.signal_error * luck


@njit(cache=True)
def signals(pdus, dials, p, seed, t):
    """Phase 9, sixth part: show every PDU's work to itself, to its region and to the centre."""
    key = stream_key(seed, STREAM_BELIEF, t)
    for i in range(len(pdus.uid)):
        true = mean_cells(pdus.true, i)
        pdus.signal_own[i] = own_signal(true, normal(key, pdus.uid[i], OWN), p)
        pdus.signal_region[i] = told_signal(true, dials.mutuality, normal(key, pdus.uid[i], REGION), p)
        pdus.signal_voice[i] = told_signal(true, dials.mutuality, normal(key, pdus.uid[i], VOICE), p)


@njit(cache=True)
def misjudge(pdus, centre):
    """Phase 9, after beliefs: set the centre's understanding, the mean error of what it believes."""
    error = 0
    for i in range(len(pdus.uid)):
        error += fixed(abs(pdus.believed_centre[i] - mean_cells(pdus.true, i)))
    centre.understanding[0] = fixed_mean(error, len(pdus.uid))

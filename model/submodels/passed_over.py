"""Passed over: where visits go by risk, practice slips in units that nobody has come to for long.

Purpose      Charge visits by risk for the units they leave out.
Equation     an element turns to its opposite with chance slip*risk*waited
             risk = share of visits that go by risk;  waited = 0 up to one cycle without a visit, 1 from two
Units        chances per element a month; waited a share
Reads        pdus: practice, fieldwork_at.  regime: inspects, risk_based, cycle_months
Writes       pdus: practice, origin
Source       inspection_effects.csv drift (schools exempted from inspection); size grade D
Assumptions  a unit passed over knows it; who waits for a turn or a lot still expects a visit and does not slip; those
             never visited have waited since unification
"""

from numba import njit

from model.entities.state import FROM_CODE, NEVER
from model.numerics import unit
from model.randomness import STREAM_FORGETTING, bits, high_half, low_half, stream_key
from model.submodels.forgetting import other_value

FOUR_TIMES = 4
"""Draws of an element: its number past four counts of elements; forgetting and experiments use those before."""


@njit(cache=True)
def waited_share(fieldwork_at, cycle, t):
    """Return how far a unit has waited beyond one cycle: 0 up to it, 1 from two."""
    since = t if fieldwork_at == NEVER else t - fieldwork_at
    return unit((since - cycle) / cycle)


@njit(cache=True)
def slip_chance(waited, regime, p):
    """Return the chance that an element slips this month in a unit that has waited so far."""
    return p.passed_over * regime.inspects * regime.risk_based * waited


@njit(cache=True)
def passed_over(pdus, regime, p, seed, t):
    """Phase 7, after forgetting: let practice slip in units passed over."""
    if slip_chance(1.0, regime, p) <= 0.0:
        return
    key = stream_key(seed, STREAM_FORGETTING, t)
    m = pdus.practice.shape[1]
    for i in range(len(pdus.uid)):
        chance = slip_chance(waited_share(pdus.fieldwork_at[i], regime.cycle_months, t), regime, p)
        for j in range(m):
            word = bits(key, pdus.uid[i], FOUR_TIMES * m + j)
            if high_half(word) < chance:
                pdus.practice[i, j] = other_value(pdus.practice[i, j], low_half(word))
                pdus.origin[i, j] = FROM_CODE

"""Forgetting: what goes with the leavers, what newcomers bring, and what loosens.

Purpose      Let practice be lost by turnover, and loosen where nobody holds it.
Equation     gone = forgetting*leavers/staff;  with chance gone*together all of a unit's practice is lost at once,
             otherwise each element with chance gone*(1 - together)
             in place of what is lost, newcomers hold a view of their own, either way, with chance newcomers
             an element kept loosens (turns to its opposite) with chance drift*autonomy
Units        chances per element a month
Reads        pdus: practice, leavers, staff.  dials
Writes       pdus: practice, origin
Source       Argote (turnover and unwritten routines); March 1991 (p3: a member replaced by one with views at random)
Assumptions  together and newcomers are 0 in the default: elements go one by one and leave no view behind
"""

from numba import njit

from model.entities.state import FROM_CODE
from model.randomness import STREAM_FORGETTING, bits, high_half, low_half, stream_key, uniform
from model.submodels.superior import acted

ALL_AT_ONCE = -1
THRICE = 3
"""Draws of an element: its number, past one count of elements (loosening), past three (newcomers)."""


@njit(cache=True)
def gone_chance(leavers, staff, p):
    """Return the chance that practice is lost with a month's leavers."""
    return p.forgetting * leavers / max(staff, 1)


@njit(cache=True)
def newcomers_view(word, p):
    """Return the view held in place of one that is lost: none, or newcomers' own."""
    if high_half(word) < p.newcomers:
        return acted(0, low_half(word))
    return 0


@njit(cache=True)
def other_value(value, toss):
    """Return the value in place of the present one: its opposite, or from none either by a coin."""
    return acted(0, toss) if value == 0 else -value


@njit(cache=True)
def forgetting(pdus, dials, p, seed, t):
    """Phase 7, third part: lose practice with leavers, and let it loosen."""
    key = stream_key(seed, STREAM_FORGETTING, t)
    m = pdus.practice.shape[1]
    for i in range(len(pdus.uid)):
        gone = gone_chance(pdus.leavers[i], pdus.staff[i], p)
        everything = uniform(key, pdus.uid[i], ALL_AT_ONCE) < gone * p.together
        for j in range(m):
            word = bits(key, pdus.uid[i], j)
            if everything or high_half(word) < gone * (1.0 - p.together):
                pdus.practice[i, j] = newcomers_view(bits(key, pdus.uid[i], THRICE * m + j), p)
                pdus.origin[i, j] = FROM_CODE
            elif low_half(word) < p.autonomy_drift * dials.autonomy:
                pdus.practice[i, j] = other_value(pdus.practice[i, j], uniform(key, pdus.uid[i], m + j))
                pdus.origin[i, j] = FROM_CODE

"""Mandates: the code goes down the line.

Purpose      Spread the national code through regions into PDUs, with what that costs in local fit and in change.
Equation     a differing element is socialised (one step, or the whole belief: see socialising) with chance push*uptake,
             push = share*mandate*(1 - freedom*autonomy), for a region times its room to learn (see reflection);
             a locally found departure is pushed back only with chance override
             d change = traffic*mandate*(1 - freedom*autonomy) + adopted - change/months
Units        chances per element a month; change in mandates in flight
Reads        centre: code, mandate_drift.  regions: code, reflection, agreement.  pdus: practice, origin, uptake.  dials
Writes       regions: code.  pdus: practice, origin, change
Source       March 1991; Urbach et al. 2014; Durlak & DuPre 2008
Assumptions  regions take up the code at the same pace as PDUs take up the region's, but for their room
             to learn; autonomy refuses both code and traffic
"""

from numba import njit

from model.entities.state import FROM_CODE, FROM_TRIAL
from model.randomness import STREAM_MANDATES, bits, high_half, low_half, stream_key
from model.submodels.direction import enacted
from model.submodels.reflection import room_to_learn
from model.submodels.socialising import socialised

REGION_BASE = 1000000
"""Regions draw as this plus their number, apart from every PDU."""


@njit(cache=True)
def push(mandate_rate, autonomy, p):
    """Return the chance that an element of the code is taken up this month."""
    return p.mandate_share * mandate_rate * (1.0 - p.freedom * autonomy)


@njit(cache=True)
def change_flow(change, mandate_rate, autonomy, adopted, p):
    """Return a month's change of the mandates in flight in a PDU."""
    asked = p.mandate_traffic * mandate_rate * (1.0 - p.freedom * autonomy)
    return asked + adopted - change / p.change_months


@njit(cache=True)
def regions_take_up(centre, regions, rate, p, learning, key):
    """Let regions take up the code, as far as they have room to learn."""
    for r in range(len(regions.slack)):
        chance = push(rate, 0.0, p) * room_to_learn(regions.reflection[r], regions.agreement[r], p)
        for j in range(centre.code.shape[1]):
            if regions.code[r, j] != centre.code[0, j] and centre.code[0, j] != 0 \
                    and high_half(bits(key, REGION_BASE + r, j)) < chance:
                regions.code[r, j] = socialised(regions.code[r, j], centre.code[0, j], learning)


@njit(cache=True)
def units_take_up(regions, pdus, rate, autonomy, p, learning, key):
    """Let PDUs take up their region's code, and count it as change."""
    chance = push(rate, autonomy, p)
    for i in range(len(pdus.uid)):
        adopted = 0.0
        r = pdus.region[i]
        for j in range(regions.code.shape[1]):
            wanted = regions.code[r, j]
            if wanted == 0 or pdus.practice[i, j] == wanted:
                continue
            word = bits(key, pdus.uid[i], j)
            local = pdus.origin[i, j] >= FROM_TRIAL
            if high_half(word) < chance * pdus.uptake[i] and (not local or low_half(word) < p.mandate_override):
                pdus.practice[i, j] = socialised(pdus.practice[i, j], wanted, learning)
                pdus.origin[i, j] = FROM_CODE
                adopted += 1.0
        pdus.change[i] += change_flow(pdus.change[i], rate, autonomy, adopted, p)


@njit(cache=True)
def mandates(centre, regions, pdus, dials, p, learning, seed, t):
    """Phase 7, second part: regions take up the code, PDUs their region's."""
    key = stream_key(seed, STREAM_MANDATES, t)
    rate = enacted(dials.mandate_rate, centre.mandate_drift[0])
    regions_take_up(centre, regions, rate, p, learning, key)
    units_take_up(regions, pdus, rate, dials.autonomy, p, learning, key)

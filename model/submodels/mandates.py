"""Mandates: the code goes down the line, one step at a time.

Purpose      Spread the national code through regions into PDUs, with what that costs in local fit and in change.
Equation     a differing element moves one step (-1 to 0 to 1) with chance push = share*mandate*(1 - freedom*autonomy);
             a locally found departure is pushed back only with chance override
             d change = traffic*mandate*(1 - freedom*autonomy) + adopted - change/months
Units        chances per element a month; change in mandates in flight
Reads        centre: code, mandate_drift.  regions: code.  pdus: practice, origin.  dials
Writes       regions: code.  pdus: practice, origin, change
Source       March 1991 (reading B: a socialised belief moves one step; Rodan 2005); Urbach et al. 2014; Durlak &
             DuPre 2008
Assumptions  regions take up the code at the same pace as PDUs take up the region's; autonomy refuses both code and
             traffic
"""

from numba import njit

from model.entities.state import FROM_CODE, FROM_TRIAL
from model.randomness import STREAM_MANDATES, bits, high_half, low_half, stream_key
from model.submodels.direction import enacted

REGION_BASE = 1000000
"""Regions draw as this plus their number, apart from every PDU."""


@njit(cache=True)
def push(mandate_rate, autonomy, p):
    """Return the chance that an element of the code is taken up this month."""
    return p.mandate_share * mandate_rate * (1.0 - p.freedom * autonomy)


@njit(cache=True)
def one_step(belief, towards):
    """Return a belief moved one step towards another: -1 to 0 to 1."""
    return belief + 1 if towards > belief else belief - 1


@njit(cache=True)
def change_flow(change, mandate_rate, autonomy, adopted, p):
    """Return a month's change of the mandates in flight in a PDU."""
    asked = p.mandate_traffic * mandate_rate * (1.0 - p.freedom * autonomy)
    return asked + adopted - change / p.change_months


@njit(cache=True)
def mandates(centre, regions, pdus, dials, p, seed, t):
    """Phase 7, second part: regions take up the code, PDUs their region's."""
    key = stream_key(seed, STREAM_MANDATES, t)
    rate = enacted(dials.mandate_rate, centre.mandate_drift[0])
    chance = push(rate, dials.autonomy, p)
    region_chance = push(rate, 0.0, p)
    for r in range(len(regions.slack)):
        for j in range(centre.code.shape[1]):
            if regions.code[r, j] != centre.code[0, j] and centre.code[0, j] != 0 \
                    and high_half(bits(key, REGION_BASE + r, j)) < region_chance:
                regions.code[r, j] = one_step(regions.code[r, j], centre.code[0, j])
    for i in range(len(pdus.uid)):
        adopted = 0.0
        r = pdus.region[i]
        for j in range(centre.code.shape[1]):
            wanted = regions.code[r, j]
            if wanted == 0 or pdus.practice[i, j] == wanted:
                continue
            word = bits(key, pdus.uid[i], j)
            local = pdus.origin[i, j] >= FROM_TRIAL
            if high_half(word) < chance and (not local or low_half(word) < p.mandate_override):
                pdus.practice[i, j] = one_step(pdus.practice[i, j], wanted)
                pdus.origin[i, j] = FROM_CODE
                adopted += 1.0
        pdus.change[i] += change_flow(pdus.change[i], rate, dials.autonomy, adopted, p)

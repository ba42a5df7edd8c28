"""Copying: a PDU takes elements from another that looks better.

Purpose      Diffuse practice without the centre, well or by herding on what is rated.
Equation     of two PDUs met this month the better looking is the model, if it looks better than oneself;
             each differing element is copied one step with chance copying*sharing*tie
             looks = herding*rated points + (1 - herding)*believed quality
Units        chance per differing element a month; looks in [0, 1]
Reads        pdus: practice, origin, points, maximum, believed_centre, region.  regions: ties.  dials
Writes       pdus: practice, origin, diffusions
Source       Fang, Lee & Schilling 2010; Wells et al. 2018; herding rows of channel_effects.csv
Assumptions  one acquaintance is from the region, one from anywhere; no payoffs in blocks
"""

from numba import njit

from model.entities.state import FROM_CODE, FROM_PEER, FROM_TRIAL
from model.parameters.units import MIDDLE
from model.randomness import STREAM_COPYING, bits, high_half, stream_key, uniform
from model.submodels.mandates import one_step

FIRST_MEETING, SECOND_MEETING = -1, -2


@njit(cache=True)
def looks(pdus, i, herding):
    """Return how good a PDU looks to others; one never rated looks middling by rating."""
    rated = pdus.points[i] / pdus.maximum[i] if pdus.points[i] >= 0 and pdus.maximum[i] > 0 else MIDDLE
    return herding * rated + (1.0 - herding) * pdus.believed_centre[i]


@njit(cache=True)
def met(u, row_of):
    """Return the row of the PDU met by chance u among all."""
    return row_of[int(u * len(row_of))]


@njit(cache=True)
def better_looking(pdus, i, scratch, key, herding):
    """Return the row of the better looking of two PDUs met, or -1 where neither looks better than PDU i."""
    first = met(uniform(key, pdus.uid[i], FIRST_MEETING), scratch.row_of)
    second = met(uniform(key, pdus.uid[i], SECOND_MEETING), scratch.row_of)
    best, value = -1, looks(pdus, i, herding)
    if looks(pdus, first, herding) > value:
        best, value = first, looks(pdus, first, herding)
    if looks(pdus, second, herding) > value:
        best = second
    return best


@njit(cache=True)
def copy_chance(sharing, near, tie, p):
    """Return the chance that a differing element is copied: distant units are known through regional ties."""
    return p.copying * sharing * (1.0 if near else tie)


@njit(cache=True)
def copying(pdus, regions, dials, scratch, p, seed, t):
    """Phase 7, fourth part: copy from practice as it stood before anyone copied, so that order does not matter."""
    key = stream_key(seed, STREAM_COPYING, t)
    pdus.diffusions[:] = 0
    before, origin = scratch.before, scratch.before_origin
    for i in range(len(pdus.uid)):
        for j in range(before.shape[1]):
            before[i, j], origin[i, j] = pdus.practice[i, j], pdus.origin[i, j]
    for i in range(len(pdus.uid)):
        q = better_looking(pdus, i, scratch, key, p.herding)
        if q < 0:
            continue
        r = pdus.region[i]
        chance = copy_chance(dials.lateral_sharing, pdus.region[q] == r, regions.ties[r], p)
        for j in range(before.shape[1]):
            wanted = before[q, j]
            if wanted != 0 and before[i, j] != wanted and high_half(bits(key, pdus.uid[i], j)) < chance:
                pdus.practice[i, j] = one_step(before[i, j], wanted)
                local = origin[q, j] == FROM_TRIAL or origin[q, j] == FROM_PEER
                pdus.origin[i, j] = FROM_PEER if local else FROM_CODE
                pdus.diffusions[i] += local and pdus.practice[i, j] == wanted

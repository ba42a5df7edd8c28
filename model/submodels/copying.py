"""Copying: a PDU takes elements from another that looks better.

Purpose      Diffuse practice without the centre, well or by herding on what is rated.
Equation     of two PDUs met this month the better looking is the model, if it looks better than oneself;
             each differing element is socialised (see socialising) with chance copying*sharing*tie
             looks: see superior;  the lateral theory copies by cliques instead (see clique_copying)
Units        chance per differing element a month; looks in [0, 1]
Reads        pdus: practice, origin, points, maximum, believed_centre, region.  regions: ties.  dials.
             the theory of learning
Writes       pdus: practice, origin, diffusions.  scratch: before, before_origin
Source       Fang, Lee & Schilling 2010; Wells et al. 2018; herding rows of channel_effects.csv
Assumptions  one acquaintance is from the region, one from anywhere; an element counts on its own
"""

from numba import njit

from model.entities.state import FROM_CODE, FROM_PEER, FROM_TRIAL
from model.randomness import STREAM_COPYING, bits, high_half, stream_key, uniform
from model.submodels.clique_copying import clique_copying
from model.submodels.socialising import LATERAL, socialised
from model.submodels.superior import looks

FIRST_MEETING, SECOND_MEETING = -1, -2


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
def copy_one(pdus, i, q, chance, before, origin, learning, key):
    """Copy the differing elements of row q, each by chance."""
    for j in range(before.shape[1]):
        wanted = before[q, j]
        if wanted != 0 and before[i, j] != wanted and high_half(bits(key, pdus.uid[i], j)) < chance:
            pdus.practice[i, j] = socialised(before[i, j], wanted, learning)
            local = origin[q, j] == FROM_TRIAL or origin[q, j] == FROM_PEER
            pdus.origin[i, j] = FROM_PEER if local else FROM_CODE
            pdus.diffusions[i] += local and pdus.practice[i, j] == wanted


@njit(cache=True)
def acquaintance_copying(pdus, regions, dials, scratch, p, learning, seed, t):
    """Copy from the better looking of two met, as practice stood, which `scratch.before` holds."""
    key = stream_key(seed, STREAM_COPYING, t)
    for i in range(len(pdus.uid)):
        q = better_looking(pdus, i, scratch, key, p.herding)
        if q < 0:
            continue
        r = pdus.region[i]
        chance = copy_chance(dials.lateral_sharing, pdus.region[q] == r, regions.ties[r], p)
        copy_one(pdus, i, q, chance, scratch.before, scratch.before_origin, learning, key)


@njit(cache=True)
def copying(centre, pdus, regions, dials, scratch, p, learning, seed, t):
    """Phase 7, fifth part: copy from practice as it stood before anyone copied, so that order does not matter."""
    pdus.diffusions[:] = 0
    for i in range(len(pdus.uid)):
        for j in range(pdus.practice.shape[1]):
            scratch.before[i, j], scratch.before_origin[i, j] = pdus.practice[i, j], pdus.origin[i, j]
    if learning == LATERAL:
        clique_copying(centre, pdus, len(regions.ties), dials, scratch, p, seed, t)
    else:
        acquaintance_copying(pdus, regions, dials, scratch, p, learning, seed, t)

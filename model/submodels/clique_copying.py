"""Clique copying: a PDU follows the majority of those it is tied to that look better.

Purpose      Rival to copying: a lateral network of groups, a little opened, is what spreads practice.
Equation     each tie to a unit of one's region leads, with chance outside, to any unit instead, for good
             of one's ties, those of higher standing vote; an element differing from their majority is taken over with
             chance copying*sharing
             standing = (1 - watched)*looks + watched*performance
Units        chances per element a month; standing 0-1
Reads        pdus: practice, origin, departs, points, maximum, believed_centre, region.  centre: reality.  dials
Writes       pdus: practice, origin, diffusions.  scratch: before, before_origin, by_pdu column 0
Source       Fang, Lee & Schilling 2010
Assumptions  ties are looked along one way, so that no list of them need be kept; a view is taken over whole; what is
             taken over counts as a peer's where one of those who vote for it found it locally
"""

import numpy as np
from numba import njit

from model.entities.state import FROM_CODE, FROM_PEER, FROM_TRIAL, NEVER
from model.randomness import STREAM_COPYING, bits, high_half, stream_key, uniform
from model.submodels.superior import STANDING, blend, looks, performance

SIDES = 2


@njit(cache=True)
def members_by_region(pdus, row_of, n_regions):
    """Return rows of PDUs by region, in order of identity, and where each region begins among them."""
    first = np.zeros(n_regions + 1, np.int64)
    for i in range(len(row_of)):
        first[pdus.region[i] + 1] += 1
    for r in range(n_regions):
        first[r + 1] += first[r]
    members, placed = np.empty(len(row_of), np.int64), first.copy()
    for uid in range(len(row_of)):
        r = pdus.region[row_of[uid]]
        members[placed[r]] = row_of[uid]
        placed[r] += 1
    return members, first


@njit(cache=True)
def tied_to(uid, other_uid, row_of, key, outside):
    """Return the row that a unit's tie to another of its group leads to."""
    n = len(row_of)
    if uniform(key, uid, other_uid) < outside:
        return row_of[int(uniform(key, uid, n + other_uid) * n)]
    return row_of[other_uid]


@njit(cache=True)
def side(view):
    """Return the place of a view among the two sides: against, for."""
    return 0 if view < 0 else 1


@njit(cache=True)
def add_votes(votes, local, before, origin, q):
    """Add the views of row q to votes, and mark those it found locally."""
    for j in range(before.shape[1]):
        votes[j] += before[q, j]
        if before[q, j] != 0 and (origin[q, j] == FROM_TRIAL or origin[q, j] == FROM_PEER):
            local[j, side(before[q, j])] = 1


@njit(cache=True)
def better_tied(pdus, i, members, scratch, ties, p, votes, local):
    """Gather the votes of the better looking units that unit i is tied to."""
    votes[:], local[:] = 0, 0
    for other in members:
        if other == i:
            continue
        q = tied_to(pdus.uid[i], pdus.uid[other], scratch.row_of, ties, p.outside_ties)
        if scratch.by_pdu[q, STANDING] > scratch.by_pdu[i, STANDING]:
            add_votes(votes, local, scratch.before, scratch.before_origin, q)


@njit(cache=True)
def take_over(pdus, i, votes, local, chance, before, key):
    """Take over from the majority."""
    for j in range(len(votes)):
        wanted = 1 if votes[j] > 0 else (-1 if votes[j] < 0 else 0)
        if wanted != 0 and before[i, j] != wanted and high_half(bits(key, pdus.uid[i], j)) < chance:
            found = local[j, side(wanted)]
            pdus.practice[i, j] = wanted
            pdus.origin[i, j] = FROM_PEER if found == 1 else FROM_CODE
            pdus.diffusions[i] += found


@njit(cache=True)
def clique_copying(centre, pdus, n_regions, dials, scratch, p, seed, t):
    """Copy from practice as it stood, which `scratch.before` holds."""
    key, ties = stream_key(seed, STREAM_COPYING, t), stream_key(seed, STREAM_COPYING, NEVER)
    m, chance = scratch.before.shape[1], p.copying * dials.lateral_sharing
    members, first = members_by_region(pdus, scratch.row_of, n_regions)
    votes, local = np.zeros(m, np.int64), np.zeros((m, SIDES), np.int64)
    for i in range(len(pdus.uid)):
        performed = 0.0
        if p.watched > 0.0:
            performed = performance(scratch.before[i], centre.reality[0], pdus.departs[i], int(p.block))
        scratch.by_pdu[i, STANDING] = blend(looks(pdus, i, p.herding), performed, p.watched)
    for i in range(len(pdus.uid)):
        r = pdus.region[i]
        better_tied(pdus, i, members[first[r]:first[r + 1]], scratch, ties, p, votes, local)
        take_over(pdus, i, votes, local, chance, scratch.before, key)

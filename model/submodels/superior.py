"""Superior units: how units look to the centre and to one another, and how soon the code follows the best.

Purpose      Say whose practice counts as superior, and how the number who share a view moves the code.
Equation     superior: standing above the code's;  standing = (1 - watched)*believed quality + watched*performance
             the code's standing = (1 - watched)*mean believed quality + watched*performance of the code
             to one another units look as herding*rated points + (1 - herding)*believed quality
             performance = share of blocks of elements wholly right, one without a view counting one half
             the code follows the majority with chance 1 - (1 - chance)^(k^crowd)
             k: those for the view less those against (reading A: those whose view is not the code's less the others)
             watched and no view: acts by a coin (reading A: counts as no view)
Units        standing and performance 0-1; chances per element a month; k units
Reads        pdus: practice, departs, believed_centre, points, maximum.  centre: code, reality.  the theory of learning
Writes       scratch: before (what is seen), by_pdu column 0 (standing)
Source       March 1991; Rodan 2005 for reading B: performance is the net score of actions, and k is counted on them
Assumptions  in the model watched is 0: no one reads what works, the centre knows believed quality and is told views;
             the published model watches, so docking sets it to 1; crowd is 0 in the default: one chance whatever the
             majority
"""

from numba import njit

from model.numerics import fixed, fixed_mean
from model.parameters.units import MIDDLE
from model.randomness import uniform
from model.submodels.reality import local_reality, match
from model.submodels.socialising import MARCH_A

STANDING = 0
"""The column of scratch.by_pdu that holds each unit's standing."""


@njit(cache=True)
def performance(values, reality, departs, block):
    """Return the share of blocks of `block` elements wholly right; one without a view counts one half."""
    n_blocks, total = len(values) // block, 0.0
    for b in range(n_blocks):
        worth = 1.0
        for j in range(b * block, (b + 1) * block):
            worth *= match(values[j], local_reality(reality[j], departs[j]))
        total += worth
    return total / n_blocks


@njit(cache=True)
def acted(view, toss):
    """Return what a unit does: its view, or without one what a coin says."""
    if view == 0:
        return 1 if toss < MIDDLE else -1
    return view


@njit(cache=True)
def blend(believed, performed, watched):
    """Return a standing: believed quality, so far as it is not watched."""
    return (1.0 - watched) * believed + watched * performed


@njit(cache=True)
def looks(pdus, i, herding):
    """Return how good a PDU looks to others; one never rated looks middling by rating."""
    rated = pdus.points[i] / pdus.maximum[i] if pdus.points[i] >= 0 and pdus.maximum[i] > 0 else MIDDLE
    return herding * rated + (1.0 - herding) * pdus.believed_centre[i]


@njit(cache=True)
def following_chance(chance, k, p):
    """Return the chance that the code follows a majority of k; none without one."""
    return 1.0 - (1.0 - chance) ** (k ** p.crowd) if k > 0 else 0.0


@njit(cache=True)
def mean_belief(pdus):
    """Return the centre's mean belief about quality."""
    total = 0
    for i in range(len(pdus.uid)):
        total += fixed(pdus.believed_centre[i])
    return fixed_mean(total, len(pdus.uid))


@njit(cache=True)
def look(centre, pdus, scratch, p, learning, key):
    """Put what is seen of every unit, and its standing, into scratch; return the code's standing."""
    coins = p.watched > 0.0 and learning != MARCH_A
    seen, block = scratch.before, int(p.block)
    for i in range(len(pdus.uid)):
        for j in range(seen.shape[1]):
            view = pdus.practice[i, j]
            seen[i, j] = acted(view, uniform(key, pdus.uid[i], j)) if coins and view == 0 else view
        performed = performance(seen[i], centre.reality[0], pdus.departs[i], block) if p.watched > 0.0 else 0.0
        scratch.by_pdu[i, STANDING] = blend(pdus.believed_centre[i], performed, p.watched)
    performed = 0.0
    if p.watched > 0.0:
        nowhere = centre.critical[0] * 0
        performed = performance(centre.code[0], centre.reality[0], nowhere, block)
    return blend(mean_belief(pdus), performed, p.watched)


@njit(cache=True)
def majority(scratch, j, above, held, learning):
    """Return the view of most units of standing above a threshold on element j (0: split), and by how many, k.

    `held` is the code's own view.
    """
    total, differ = 0, 0
    for i in range(len(scratch.before)):
        if scratch.by_pdu[i, STANDING] > above:
            total += scratch.before[i, j]
            differ += 1 if scratch.before[i, j] != held else -1
    view = 1 if total > 0 else (-1 if total < 0 else 0)
    return view, differ if learning == MARCH_A else abs(total)

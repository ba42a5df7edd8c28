"""Reality: what works changes, nationally and in places.

Purpose      Give practice something to be right or wrong about, different between places and moving.
Equation     a national element flips with chance turbulence; a free element's local departure flips with the same
             local reality = national * (-1 where the place departs);  fit = share of elements that match
Units        elements -1 or +1; chance per element a month; fit shares, an element without a view counting one half
Reads        centre: reality, critical.  pdus: departs, practice
Writes       centre: reality.  pdus: departs, fit, conformity
Source       March 1991, extended by local reality
Assumptions  elements count alike; each belongs to one theme of casework in turn
"""

from numba import njit

from model.entities.state import N_THEMES
from model.parameters.units import MIDDLE
from model.randomness import STREAM_REALITY, stream_key, uniform

NATION = 0
"""Who draws for the nation; PDUs draw as their identity plus one."""


@njit(cache=True)
def local_reality(national, departs):
    """Return what works in a place: the national reality, reversed where the place departs."""
    return -national if departs == 1 else national


@njit(cache=True)
def match(practice, reality):
    """Return how far a practice element matches: 1, 0, or one half where there is no view."""
    if practice == 0:
        return MIDDLE
    return 1.0 if practice == reality else 0.0


@njit(cache=True)
def drift(centre, pdus, p, seed, t):
    """Phase 7, first part: let realities move."""
    key = stream_key(seed, STREAM_REALITY, t)
    for j in range(centre.reality.shape[1]):
        if uniform(key, NATION, j) < p.turbulence:
            centre.reality[0, j] = -centre.reality[0, j]
        if centre.critical[0, j] == 1:
            continue
        for i in range(len(pdus.uid)):
            if uniform(key, pdus.uid[i] + 1, j) < p.turbulence * p.heterogeneity:
                pdus.departs[i, j] = 1 - pdus.departs[i, j]


@njit(cache=True)
def appraise(centre, pdus):
    """Set every PDU's fit by theme and its conformity to the national code."""
    m = centre.reality.shape[1]
    per_theme = m // N_THEMES
    for i in range(len(pdus.uid)):
        for theme in range(N_THEMES):
            pdus.fit[i, theme] = 0.0
        same = 0.0
        for j in range(m):
            reality = local_reality(centre.reality[0, j], pdus.departs[i, j])
            pdus.fit[i, j % N_THEMES] += match(pdus.practice[i, j], reality)
            same += match(pdus.practice[i, j], centre.code[0, j])
        for theme in range(N_THEMES):
            pdus.fit[i, theme] /= per_theme
        pdus.conformity[i] = same / m

"""Likeness: the rival of distance, by which only those like oneself are heard (bounded confidence).

Purpose      Let moods and reports elsewhere move only people and units that take themselves to be alike.
Equation     climate heard by i = w_i + (sum over colleagues j with |w_j - w_i| <= mood bound of w_j - w_i) / n
             exposure_i += sum over q with |B_q - B_i| <= likeness bound of negative reports / scale, fading with a
             half-life; own report left out;  B what a unit believes of itself
Units        moods w and beliefs B in [0, 1]; exposure in weighted steps below Good
Reads        practitioners: in_post, pdu, wellbeing.  pdus: published_at, overall, believed_own.  centre.  regimes
Writes       pdus: exposure.  the climate that each practitioner hears, for wellbeing
Source       Deffuant et al. 2000; Hegselmann & Krause 2002; Blondel, Hendrickx & Tsitsiklis 2010 (keeps the mean)
Assumptions  with a bound of 1 moods spread as they do by distance; moods of one month act together;
             likeness takes the place of distance; a report on the centre reaches everyone
"""

import numpy as np
from numba import njit

from model.numerics import fixed, from_fixed
from model.submodels.message import faded
from model.submodels.public import negative_weight, on_centre


@njit(cache=True)
def by_unit(people, n_units):
    """Return the rows of people in post, those of each unit together and in order of mood, and where units begin."""
    starts = np.zeros(n_units + 1, np.int64)
    for i in range(len(people.uid)):
        starts[people.pdu[i] + 1] += people.in_post[i]
    for u in range(n_units):
        starts[u + 1] += starts[u]
    rows, moods, free = np.empty(starts[n_units], np.int64), np.empty(starts[n_units], np.int64), starts.copy()
    for i in range(len(people.uid)):
        if people.in_post[i] == 1:
            u = people.pdu[i]
            moods[free[u]] = fixed(people.wellbeing[i]) * len(people.uid) + i
            free[u] += 1
    for u in range(n_units):
        moods[starts[u]:starts[u + 1]].sort()
    for k in range(len(moods)):
        rows[k] = moods[k] % len(people.uid)
        moods[k] //= len(people.uid)
    return rows, moods, starts


@njit(cache=True)
def heard_climate(mood, alike, count, n):
    """Return the climate that one hears: own mood, and the n-th part of what those alike (summing to `alike`) differ.

    All in fixed point but the answer, so that what one gains another loses exactly.
    """
    return from_fixed(mood) + from_fixed(alike - count * mood) / n


@njit(cache=True)
def moods_heard(people, n_units, bound):
    """Return, for every row of people, the climate of colleagues no further than the bound from one's own mood."""
    rows, moods, starts = by_unit(people, n_units)
    heard, near = np.zeros(len(people.uid)), fixed(bound)
    for u in range(n_units):
        first, last = starts[u], starts[u + 1]
        low, high, alike = first, first, 0
        for k in range(first, last):
            while high < last and moods[high] - moods[k] <= near:
                alike += moods[high]
                high += 1
            while moods[k] - moods[low] > near:
                alike -= moods[low]
                low += 1
            heard[rows[k]] = heard_climate(moods[k], alike, high - low, last - first)
    return heard


@njit(cache=True)
def are_alike(believed, other, bound):
    """Return whether two units take themselves to be alike."""
    return abs(believed - other) <= bound


@njit(cache=True)
def exposure_by_likeness(pdus, centre, sums, regime, national, esteem, scale, t):
    """Phase 9, third part, by the rival theory: reports elsewhere, heard by units alike."""
    heard = sums[:, 0]
    heard[:] = 0
    for q in range(len(pdus.uid)):
        if pdus.published_at[q] != t:
            continue
        weight = fixed(negative_weight(pdus.overall[q], regime.publishes))
        for i in range(len(pdus.uid)):
            if i != q and are_alike(pdus.believed_own[i], pdus.believed_own[q], esteem.likeness_bound):
                heard[i] += weight
    above = on_centre(centre, national, t)
    for i in range(len(pdus.uid)):
        pdus.exposure[i] = faded(pdus.exposure[i], esteem.exposure_half_life) + from_fixed(heard[i]) / scale + above

"""Poaching: staff move to a unit of the same region with a better climate and a post to fill.

Purpose      Let one unit's gain be a neighbour's loss, so that suboptimisation can show.
Equation     wish = poaching*max(0, best climate in region - own);  one move per region and grade a month
Units        wish per month; climate mean wellbeing in [0, 1]
Reads        practitioners: in_post, grade, post_grade, opens.  pdus: climate, region
Writes       practitioners: one row moves to another.  pdus: transfers
Source       none found (A: grade D)
Assumptions  of those who wish to move and of the vacant posts that are funded, luck picks one of each
"""

import numpy as np
from numba import njit

from model.randomness import STREAM_POACHING, high_half, stream_key
from model.stretches import UNCOUNTED, place, rows, stretch_end
from model.submodels.workforce import draw_words, vacate

LARGEST_WORD = np.uint64(0xFFFFFFFFFFFFFFFF)


@njit(cache=True)
def wish_to_move(own_climate, best_climate, p):
    """Return a person's chance of looking for a post nearby this month."""
    return p.poaching * max(0.0, best_climate - own_climate)


@njit(cache=True)
def best_climates(pdus, scratch, n_regions):
    """Put each region's best climate into scratch.by_region."""
    for r in range(n_regions):
        scratch.by_region[r] = 0.0
    for i in range(len(pdus.uid)):
        r = pdus.region[i]
        scratch.by_region[r] = max(scratch.by_region[r], pdus.climate[i])


@njit(**UNCOUNTED)
def choose_among(people, first, last, words, wish, t, candidate, candidate_word, vacancy, vacancy_word):
    """Note by grade, of a stretch, who wishes to move and which post is vacant, where luck prefers them to those noted.

    Words noted begin at the largest there is, so that a word above what is noted settles most rows at a glance.
    """
    for i in rows(first, last):
        word, vacant, g = words[place(i, first)], people.in_post[i] == 0, people.post_grade[i]
        if not (word <= vacancy_word[g] if vacant else high_half(word) < wish):
            continue
        if vacant and people.opens[i] <= t:
            vacancy[g], vacancy_word[g] = i, word
        elif not vacant and people.grade[i] == g and word <= candidate_word[g]:
            candidate[g], candidate_word[g] = i, word


@njit(**UNCOUNTED)
def choose(people, pdus, scratch, key, p, t):
    """Note, for each region and grade, the row of one who wishes to move and of one vacant post."""
    scratch.candidate[:, :], scratch.candidate_word[:, :] = -1, LARGEST_WORD
    scratch.vacancy[:, :], scratch.vacancy_word[:, :] = -1, LARGEST_WORD
    first = 0
    while first < len(people.uid):
        last, u = stretch_end(people.pdu, first), people.pdu[first]
        r = pdus.region[u]
        draw_words(people, first, last, scratch.words, key, key)
        choose_among(people, first, last, scratch.words, wish_to_move(pdus.climate[u], scratch.by_region[r], p), t,
                     scratch.candidate[r], scratch.candidate_word[r], scratch.vacancy[r], scratch.vacancy_word[r])
        first = last


@njit(**UNCOUNTED)
def move(people, source, target):
    """Move the person in row `source` to the vacant row `target`."""
    people.in_post[target] = 1
    people.grade[target] = people.grade[source]
    people.absent[target] = people.absent[source]
    people.tenure[target] = people.tenure[source]
    people.training[target] = people.training[source]
    people.skill[target] = people.skill[source]
    people.intrinsic[target] = people.intrinsic[source]
    people.wellbeing[target] = people.wellbeing[source]
    people.esteem[target] = people.esteem[source]
    people.belonging[target] = people.belonging[source]
    people.curiosity[target] = people.curiosity[source]
    people.relational[target] = people.relational[source]
    people.recorded[target] = people.recorded[source]
    people.presentational[target] = people.presentational[source]
    people.improvement[target] = people.improvement[source]
    vacate(people, source)


@njit(**UNCOUNTED)
def poaching(people, pdus, scratch, p, seed, t):
    """Phase 2, last part: at most one move in each region and grade."""
    pdus.transfers[:] = 0
    if p.poaching <= 0.0:
        return
    n_regions, n_grades = scratch.candidate.shape
    best_climates(pdus, scratch, n_regions)
    choose(people, pdus, scratch, stream_key(seed, STREAM_POACHING, t), p, t)
    for r in range(n_regions):
        for g in range(n_grades):
            source, target = scratch.candidate[r, g], scratch.vacancy[r, g]
            if source < 0 or target < 0:
                continue
            origin, destination = people.pdu[source], people.pdu[target]
            if pdus.climate[destination] > pdus.climate[origin]:
                move(people, source, target)
                pdus.transfers[origin] -= 1
                pdus.transfers[destination] += 1

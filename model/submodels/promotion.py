"""Promotion: an officer of the unit takes a senior post that has fallen vacant.

Purpose      Draw senior probation officers from officers, so that every senior who goes leaves an officer's post empty.
Equation     a vacant senior post is filled with the chance of any vacancy; at most one promotion a PDU and month
Units        chances per month; months of service
Reads        practitioners: in_post, post_grade, grade, tenure, opens.  pdus: fill_factor
Writes       practitioners: one row moves to another and changes grade
Source       workforce.csv (3,032 trainees started in 2021-23 while officers in post hardly rose)
Assumptions  seniors come from the officers of their own PDU, never from outside; of those with service enough luck
             picks one, as of the posts; where there is none the post waits
"""

from numba import njit

from model.entities.state import PO, SPO
from model.randomness import STREAM_PROMOTION, high_half, stream_key
from model.stretches import UNCOUNTED, place, rows, stretch_end
from model.submodels.poaching import LARGEST_WORD, move
from model.submodels.workforce import draw_words, filling_chance

POST, OFFICER = 0, 1


@njit(cache=True)
def may_rise(in_post, grade, post_grade, tenure, p):
    """Return whether someone is a qualified officer with service enough."""
    return in_post == 1 and grade == PO and post_grade == PO and tenure >= p.promotion_months


@njit(**UNCOUNTED)
def seniors_lack(people, first, last):
    """Return whether a senior post of a stretch is vacant."""
    vacant = False
    for i in rows(first, last):
        vacant |= (people.in_post[i] == 0) & (people.post_grade[i] == SPO)
    return vacant


@njit(**UNCOUNTED)
def note_posts(people, first, last, words, chance, t, chosen, chosen_word):
    """Note of a stretch the vacant senior post, funded and to be filled this month, that luck prefers to what is noted.

    Words noted begin at the largest there is: a word above what is noted settles most rows at a glance, here and below.
    """
    for i in rows(first, last):
        word = words[place(i, first)]
        if word <= chosen_word[POST] and high_half(word) < chance and people.in_post[i] == 0 \
                and people.post_grade[i] == SPO and people.opens[i] <= t:
            chosen[POST], chosen_word[POST] = i, word


@njit(**UNCOUNTED)
def note_officers(people, first, last, words, p, chosen, chosen_word):
    """Note of a stretch the officer with service enough whom luck prefers to whoever is noted."""
    for i in rows(first, last):
        word = words[place(i, first)]
        if word <= chosen_word[OFFICER] and may_rise(people.in_post[i], people.grade[i], people.post_grade[i],
                                                     people.tenure[i], p):
            chosen[OFFICER], chosen_word[OFFICER] = i, word


@njit(**UNCOUNTED)
def choose(people, pdus, scratch, key, p, t):
    """Note, for each PDU, the senior post to be filled and, only where there is one, the officer who rises."""
    scratch.chosen[:, :], scratch.chosen_word[:, :] = -1, LARGEST_WORD
    first = 0
    while first < len(people.uid):
        last, u = stretch_end(people.pdu, first), people.pdu[first]
        if seniors_lack(people, first, last):
            draw_words(people, first, last, scratch.words, key, key)
            note_posts(people, first, last, scratch.words, filling_chance(pdus.fill_factor[u], p), t,
                       scratch.chosen[u], scratch.chosen_word[u])
        first = last
    first = 0
    while first < len(people.uid):
        last, u = stretch_end(people.pdu, first), people.pdu[first]
        if scratch.chosen[u, POST] >= 0:
            draw_words(people, first, last, scratch.words, key, key)
            note_officers(people, first, last, scratch.words, p, scratch.chosen[u], scratch.chosen_word[u])
        first = last


@njit(**UNCOUNTED)
def promotion(people, pdus, scratch, p, seed, t):
    """Phase 2, second part: at most one promotion in each PDU."""
    choose(people, pdus, scratch, stream_key(seed, STREAM_PROMOTION, t), p, t)
    for u in range(len(pdus.uid)):
        source, target = scratch.chosen[u, OFFICER], scratch.chosen[u, POST]
        if source >= 0 and target >= 0:
            move(people, source, target)
            people.grade[target] = SPO

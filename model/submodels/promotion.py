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
from model.randomness import STREAM_PROMOTION, bits, high_half, person_key, stream_key
from model.stretches import UNCOUNTED, rows, stretch_end
from model.submodels.poaching import move
from model.submodels.workforce import filling_chance

POST, OFFICER = 0, 1


@njit(**UNCOUNTED)
def note_first(scratch, u, k, row, word):
    """Note a row of PDU u in column k where its word is the lowest so far."""
    if scratch.chosen[u, k] < 0 or word < scratch.chosen_word[u, k]:
        scratch.chosen[u, k] = row
        scratch.chosen_word[u, k] = word


@njit(cache=True)
def may_rise(in_post, grade, post_grade, tenure, p):
    """Return whether someone is a qualified officer with service enough."""
    return in_post == 1 and grade == PO and post_grade == PO and tenure >= p.promotion_months


@njit(**UNCOUNTED)
def vacant_seniors(people, first, last):
    """Return how many senior posts of a stretch are vacant."""
    found = 0
    for i in rows(first, last):
        found += (people.in_post[i] == 0) & (people.post_grade[i] == SPO)
    return found


@njit(**UNCOUNTED)
def note_posts(people, first, last, scratch, u, chance, key, t):
    """Note of a stretch of PDU u the vacant senior post, funded and to be filled this month, that luck prefers."""
    for i in range(first, last):
        if people.in_post[i] == 0 and people.post_grade[i] == SPO and people.opens[i] <= t:
            word = bits(key, person_key(people.uid[i], people.sequence[i]), 0)
            if high_half(word) < chance:
                note_first(scratch, u, POST, i, word)


@njit(**UNCOUNTED)
def note_officers(people, first, last, scratch, u, key, p):
    """Note of a stretch of PDU u the officer with service enough whom luck prefers."""
    for i in range(first, last):
        if may_rise(people.in_post[i], people.grade[i], people.post_grade[i], people.tenure[i], p):
            note_first(scratch, u, OFFICER, i, bits(key, person_key(people.uid[i], people.sequence[i]), 0))


@njit(**UNCOUNTED)
def choose(people, pdus, scratch, key, p, t):
    """Note, for each PDU, the senior post to be filled and, only where there is one, the officer who rises."""
    scratch.chosen[:, :] = -1
    first = 0
    while first < len(people.uid):
        last, u = stretch_end(people.pdu, first), people.pdu[first]
        if vacant_seniors(people, first, last) > 0:
            note_posts(people, first, last, scratch, u, filling_chance(pdus.fill_factor[u], p), key, t)
        first = last
    first = 0
    while first < len(people.uid):
        last, u = stretch_end(people.pdu, first), people.pdu[first]
        if scratch.chosen[u, POST] >= 0:
            note_officers(people, first, last, scratch, u, key, p)
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

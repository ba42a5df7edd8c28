"""Workforce: absences end, leavers leave, recruits arrive, trainees qualify, skill grows.

Purpose      Keep people and posts in balance while people leave (see leaving), fall ill, learn and are recruited.
Equation     a vacancy is filled = unit(filling*fill_factor^difference)*(1 - freeze)
             fall ill = sickness*max(0, 1 + a*(1/2 - w) + b*overload + c*change)
Units        hazards per month; skill, w wellbeing, e esteem in [0, 1]
Reads        practitioners: all but effort.  pdus: change, leavers, staff, overall, published_at, workload, fill_factor
Writes       practitioners: in_post, absent, sequence, tenure, training, grade, skill and moods of recruits
Source       workforce.csv; burnout_absence; rates in model/parameters/workforce.py
Assumptions  a vacancy waits at least a month, and until it is funded; an officer's post is mostly filled by a trainee
             who qualifies in it, a senior's by promotion; trainees count with PSOs, as published; a freeze stops a
             share of recruitment from outside (a drive, below nought, quickens it), and neither training nor moves
             between posts
"""

from typing import NamedTuple

from numba import njit

from model.entities.state import PO, PSO, SPO, TRAINEE
from model.numerics import unit
from model.parameters.units import MIDDLE
from model.randomness import (
    STREAM_LEAVING,
    STREAM_PERSON,
    STREAM_RECRUITING,
    bell,
    bits,
    high_half,
    low_half,
    person_key,
    stream_key,
)
from model.stretches import UNCOUNTED, below, place, rows, stretch_end
from model.submodels.leaving import base_leaving, leaving_hazard, mood_leaving, recently_inadequate, unit_leaving


class Leaving(NamedTuple):
    """Parameters of leaving in hand while a stretch of people is passed over."""

    leaving_po: float
    leaving_pso: float
    leaving_spo: float
    leaving_trainee: float
    leaving_other: float
    early_leaving: float


class Held(NamedTuple):
    """Parameters in hand while a stretch of people is passed over."""

    sickness: float
    wellbeing_sickness: float
    overload_sickness: float
    change_sickness: float
    returning: float
    skill_months: float


@njit(cache=True)
def sickness_hazard(wellbeing, overload, change, p):
    """Return a person's chance of falling ill this month."""
    return unit(p.sickness * max(0.0, 1.0 + p.wellbeing_sickness * (MIDDLE - wellbeing)
                                 + p.overload_sickness * overload + p.change_sickness * change))


@njit(cache=True, error_model="numpy")
def grown_skill(skill, p):
    """Return skill a month later: what is missing shrinks at one rate."""
    return skill + (1.0 - skill) / p.skill_months


@njit(cache=True)
def intrinsic_effort(luck, p):
    """Return a person's lasting share of effort given unwatched."""
    return unit(p.intrinsic + p.intrinsic_spread * luck)


@njit(**UNCOUNTED)
def take_post(people, i, t, word, key_person, p):
    """Put a recruit into vacant post i."""
    who = person_key(people.uid[i], people.sequence[i])
    people.in_post[i] = 1
    people.absent[i] = 0
    people.tenure[i] = 0
    trainee = people.post_grade[i] == PO and low_half(word) < p.trainee_share
    people.grade[i] = TRAINEE if trainee else people.post_grade[i]
    people.training[i] = int(p.training_months) if trainee else 0
    people.skill[i] = p.starting_skill
    people.intrinsic[i] = intrinsic_effort(bell(key_person, who, 0), p)
    people.wellbeing[i] = p.starting_mood
    people.esteem[i] = p.starting_mood
    people.belonging[i] = p.starting_mood
    people.curiosity[i] = p.starting_mood


@njit(**UNCOUNTED)
def vacate(people, i):
    """Empty post i."""
    people.in_post[i] = 0
    people.absent[i] = 0
    people.sequence[i] += 1
    people.relational[i] = 0.0
    people.recorded[i] = 0.0
    people.presentational[i] = 0.0
    people.improvement[i] = 0.0


@njit(cache=True)
def filling_chance(fill_factor, p):
    """Return the chance that a vacancy of a PDU is filled this month."""
    return unit(p.filling * fill_factor ** p.filling_difference)


@njit(cache=True)
def absent_next(absent, u, wellbeing, overload, change, p):
    """Return whether a person is absent this month: 1 or 0."""
    stays, falls = u >= p.returning, u < sickness_hazard(wellbeing, overload, change, p)
    return int(stays if absent == 1 else falls)


@njit(cache=True)
def unit_factors(pdus, scratch, dials, freeze, t, p):
    """Put each PDU's leaving factor, overload and filling hazard into scratch.by_pdu columns 0 to 2."""
    for i in range(len(pdus.uid)):
        inadequate = recently_inadequate(pdus, i, t)
        scratch.by_pdu[i, 0] = unit_leaving(pdus.change[i], pdus.leavers[i], pdus.staff[i], inadequate,
                                            dials.voice, p)
        scratch.by_pdu[i, 1] = max(0.0, pdus.workload[i] - 1.0)
        scratch.by_pdu[i, 2] = filling_chance(pdus.fill_factor[i], p) * (1.0 - freeze)


@njit(**UNCOUNTED)
def draw_words(people, first, last, words, key_person, key_vacancy):
    """Draw a word for every post of a stretch, by one key for a person and by another for a vacancy."""
    for i in rows(first, last):
        key = key_person if people.in_post[i] == 1 else key_vacancy
        words[place(i, first)] = bits(key, person_key(people.uid[i], people.sequence[i]), 0)


@njit(**UNCOUNTED, error_model="numpy")
def see_moves(people, first, last, words, filling, factor, mood, p, seen):
    """See in which rows a vacancy is filled, or a person would leave if moods were the lowest in the stretch."""
    for i in rows(first, last):
        grade, tenure = people.grade[i], people.tenure[i]
        highest = leaving_hazard(base_leaving(grade, p), factor, mood, tenure, p)
        seen[place(i, first)] = high_half(words[place(i, first)]) < (highest if people.in_post[i] == 1 else filling)


@njit(**UNCOUNTED)
def note_moves(first, last, seen, noted):
    """Note the rows seen of a stretch; return how many."""
    found = 0
    for i in rows(first, last):
        noted[found] = i
        found += seen[place(i, first)]
    return found


@njit(**UNCOUNTED)
def count_leaver(pdus, u, grade):
    """Count one who leaves PDU u."""
    pdus.leavers[u] += 1
    pdus.officer_leavers[u] += grade == PO
    pdus.pso_leavers[u] += grade in (PSO, TRAINEE)
    pdus.spo_leavers[u] += grade == SPO


@njit(**UNCOUNTED)
def let_leave(people, pdus, first, words, noted, found, factor, p, t):
    """Let those noted leave whom their luck bids; keep noted the rows of vacancies filled and return how many."""
    filled = 0
    for k in range(found):
        i = noted[k]
        if people.in_post[i] == 0:
            if people.opens[i] <= t and people.post_grade[i] != SPO:
                noted[filled] = i
                filled += 1
        elif high_half(words[i - first]) < leaving_hazard(base_leaving(people.grade[i], p), factor,
                                                          mood_leaving(people.wellbeing[i], people.esteem[i], p),
                                                          people.tenure[i], p):
            count_leaver(pdus, people.pdu[i], people.grade[i])
            vacate(people, i)
    return filled


@njit(**UNCOUNTED)
def age(people, first, last):
    """Add a month of service, and of training, to a stretch of people; those who are trained take their grade."""
    for i in rows(first, last):
        here, grade, post_grade = people.in_post[i] == 1, people.grade[i], people.post_grade[i]
        learns = here & (grade == TRAINEE)
        left = people.training[i] - learns
        people.tenure[i] += here
        people.training[i] = left
        people.grade[i] = post_grade if learns & (left <= 0) else grade


@njit(**UNCOUNTED, error_model="numpy")
def grow(people, first, last, p):
    """Let the skill of a stretch of people grow."""
    for i in rows(first, last):
        people.skill[i] = grown_skill(people.skill[i], p) if people.in_post[i] == 1 else people.skill[i]


@njit(**UNCOUNTED)
def fall_ill(people, first, last, words, overload, change, p):
    """Let a stretch of people fall ill and come back."""
    for i in rows(first, last):
        u = low_half(words[place(i, first)])
        before = people.absent[i]
        absent = absent_next(before, u, people.wellbeing[i], overload, change, p)
        people.absent[i] = absent if people.in_post[i] == 1 else before


@njit(**UNCOUNTED)
def workforce(people, pdus, scratch, dials, p, freeze, seed, t):
    """Phase 2: move every post by a month and count leavers and joiners by PDU."""
    unit_factors(pdus, scratch, dials, freeze, t, p)
    held = Held(p.sickness, p.wellbeing_sickness, p.overload_sickness, p.change_sickness, p.returning, p.skill_months)
    leaving = Leaving(p.leaving_po, p.leaving_pso, p.leaving_spo, p.leaving_trainee, p.leaving_other, p.early_leaving)
    key_leaving, key_recruiting = stream_key(seed, STREAM_LEAVING, t), stream_key(seed, STREAM_RECRUITING, t)
    key_person = stream_key(seed, STREAM_PERSON, 0)
    pdus.leavers[:], pdus.officer_leavers[:], pdus.pso_leavers[:], pdus.spo_leavers[:] = 0, 0, 0, 0
    pdus.joiners[:] = 0
    words, noted, first = scratch.words, scratch.rows, 0
    while first < len(people.uid):
        last, u = stretch_end(people.pdu, first), people.pdu[first]
        draw_words(people, first, last, words, key_leaving, key_recruiting)
        factor, filling = scratch.by_pdu[u, 0], scratch.by_pdu[u, 2]
        mood = mood_leaving(below(people.wellbeing, people.in_post, first, last),
                            below(people.esteem, people.in_post, first, last), p)
        see_moves(people, first, last, words, filling, factor, mood, leaving, scratch.seen)
        found = note_moves(first, last, scratch.seen, noted)
        joiners = let_leave(people, pdus, first, words, noted, found, factor, p, t)
        age(people, first, last)
        grow(people, first, last, held)
        fall_ill(people, first, last, words, scratch.by_pdu[u, 1], pdus.change[u], held)
        for k in range(joiners):
            take_post(people, noted[k], t, words[noted[k] - first], key_person, p)
        pdus.joiners[u] += joiners
        first = last

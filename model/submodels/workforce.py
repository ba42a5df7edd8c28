"""Workforce: absences end, leavers leave, recruits arrive, trainees qualify, skill grows.

Purpose      Keep people and posts in balance while wellbeing, esteem and change move who stays.
Equation     leave = base(grade)*exp(-kw*(w - 1/2) - ke*(e - 1/2))*unit*(1 + early/(1 + years))
             unit = exp(kc*change + kl*leavers/staff + ki*inadequate - kv*voice)
             a vacancy is filled = unit(filling*fill_factor^difference)*(1 - freeze)
             fall ill = sickness*max(0, 1 + a*(1/2 - w) + b*overload + c*change)
Units        hazards per month; skill, w wellbeing, e esteem in [0, 1]
Reads        practitioners: all but effort.  pdus: change, leavers, staff, overall, published_at, workload, fill_factor
Writes       practitioners: in_post, absent, sequence, tenure, training, grade, skill and moods of recruits
Source       workforce.csv; Swider & Zimmerman 2010; Jensen et al.; Sims 2016; Hancock et al. 2017
Assumptions  a vacancy waits at least a month, and until it is funded; an officer's post is mostly filled by a trainee
             who qualifies in it, a senior's by promotion; trainees count with PSOs, as published; a freeze stops a
             share of recruitment from outside (a drive, below nought, quickens it), and neither training nor moves
             between posts
"""

import math

from numba import njit

from model.entities.state import PO, PSO, SPO, TRAINEE
from model.numerics import unit
from model.parameters.units import MIDDLE, MONTHS_A_YEAR
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

INADEQUATE = 0


@njit(cache=True)
def base_leaving(grade, p):
    """Return the monthly leaving hazard of a grade at middling mood."""
    if grade == PO:
        return p.leaving_po
    if grade == PSO:
        return p.leaving_pso
    if grade == SPO:
        return p.leaving_spo
    if grade == TRAINEE:
        return p.leaving_trainee
    return p.leaving_other


@njit(cache=True)
def unit_leaving(change, leavers, staff, inadequate, voice, p):
    """Return the factor that a PDU's circumstances put on its people's leaving."""
    gone = leavers / staff if staff > 0 else 0.0
    return math.exp(p.change_leaving * change + p.contagion_leaving * gone + p.inadequate_leaving * inadequate
                    - p.voice_leaving * voice)


@njit(cache=True)
def leaving_hazard(base, factor, wellbeing, esteem, tenure, p):
    """Return a person's chance of leaving this month."""
    mood = math.exp(-p.wellbeing_leaving * (wellbeing - MIDDLE) - p.esteem_leaving * (esteem - MIDDLE))
    return unit(base * factor * mood * (1.0 + p.early_leaving / (1.0 + tenure / MONTHS_A_YEAR)))


@njit(cache=True)
def sickness_hazard(wellbeing, overload, change, p):
    """Return a person's chance of falling ill this month."""
    return unit(p.sickness * max(0.0, 1.0 + p.wellbeing_sickness * (MIDDLE - wellbeing)
                                 + p.overload_sickness * overload + p.change_sickness * change))


@njit(cache=True)
def grown_skill(skill, p):
    """Return skill a month later: what is missing shrinks at one rate."""
    return skill + (1.0 - skill) / p.skill_months


@njit(cache=True)
def intrinsic_effort(luck, p):
    """Return a person's lasting share of effort given unwatched."""
    return unit(p.intrinsic + p.intrinsic_spread * luck)


@njit(cache=True)
def recently_inadequate(pdus, i, t):
    """Return 1 where the PDU was publicly called Inadequate in the last 12 months."""
    recent = t - pdus.published_at[i] <= MONTHS_A_YEAR
    return pdus.worded[i] if recent and pdus.overall[i] == INADEQUATE else 0.0


@njit(cache=True)
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


@njit(cache=True)
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
    if absent == 1:
        return 0 if u < p.returning else 1
    return 1 if u < sickness_hazard(wellbeing, overload, change, p) else 0


@njit(cache=True)
def unit_factors(pdus, scratch, dials, freeze, t, p):
    """Put each PDU's leaving factor, overload and filling hazard into scratch.by_pdu columns 0 to 2."""
    for i in range(len(pdus.uid)):
        inadequate = recently_inadequate(pdus, i, t)
        scratch.by_pdu[i, 0] = unit_leaving(pdus.change[i], pdus.leavers[i], pdus.staff[i], inadequate,
                                            dials.voice, p)
        scratch.by_pdu[i, 1] = max(0.0, pdus.workload[i] - 1.0)
        scratch.by_pdu[i, 2] = filling_chance(pdus.fill_factor[i], p) * (1.0 - freeze)


@njit(cache=True)
def workforce(people, pdus, scratch, dials, p, freeze, seed, t):
    """Phase 2: move every post by a month and count leavers and joiners by PDU."""
    unit_factors(pdus, scratch, dials, freeze, t, p)
    key_leaving = stream_key(seed, STREAM_LEAVING, t)
    key_recruiting = stream_key(seed, STREAM_RECRUITING, t)
    key_person = stream_key(seed, STREAM_PERSON, 0)
    pdus.leavers[:] = 0
    pdus.officer_leavers[:] = 0
    pdus.pso_leavers[:] = 0
    pdus.spo_leavers[:] = 0
    pdus.joiners[:] = 0
    for i in range(len(people.uid)):
        u = people.pdu[i]
        who = person_key(people.uid[i], people.sequence[i])
        if people.in_post[i] == 0:
            word = bits(key_recruiting, who, 0)
            hired = people.opens[i] <= t and people.post_grade[i] != SPO
            if hired and high_half(word) < scratch.by_pdu[u, 2]:
                take_post(people, i, t, word, key_person, p)
                pdus.joiners[u] += 1
            continue
        word = bits(key_leaving, who, 0)
        hazard = leaving_hazard(base_leaving(people.grade[i], p), scratch.by_pdu[u, 0], people.wellbeing[i],
                                people.esteem[i], people.tenure[i], p)
        if high_half(word) < hazard:
            pdus.leavers[u] += 1
            pdus.officer_leavers[u] += people.grade[i] == PO
            pdus.pso_leavers[u] += people.grade[i] in (PSO, TRAINEE)
            pdus.spo_leavers[u] += people.grade[i] == SPO
            vacate(people, i)
            continue
        people.tenure[i] += 1
        people.skill[i] = grown_skill(people.skill[i], p)
        people.absent[i] = absent_next(people.absent[i], low_half(word), people.wellbeing[i], scratch.by_pdu[u, 1],
                                       pdus.change[u], p)
        if people.grade[i] == TRAINEE:
            people.training[i] -= 1
            if people.training[i] <= 0:
                people.grade[i] = people.post_grade[i]

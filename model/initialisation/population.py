"""The world in June 2021: posts filled, people drawn, practice and places as they stood.

What the evidence fixes (posts, cases, vacancies) is built once a service; what luck decides
is drawn in kernels, keyed by identity, so neither order nor size of the service matters.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import njit

from model.entities.allocate import allocate
from model.entities.state import PO, TRAINEE, State
from model.initialisation.service import Service, build_service
from model.numerics import unit
from model.parameters.units import MIDDLE
from model.randomness import (
    STREAM_INITIAL,
    STREAM_INSPECTORS,
    STREAM_PERSON,
    STREAM_WORLD,
    bell,
    normal,
    person_key,
    stream_key,
    uniform,
)
from model.submodels.reality import appraise, local_reality
from model.submodels.workforce import intrinsic_effort

if TYPE_CHECKING:
    from model.specification.specification import ServiceSpecification

FILL_RANGE = (0.3, 3.0)
"""Ease of filling posts is held within this range of the national mean."""


class Posts(NamedTuple):
    """Posts of a service in the order of PDUs and grades, length N."""

    pdu: np.ndarray
    grade: np.ndarray
    filled: np.ndarray
    opens: np.ndarray


@lru_cache(maxsize=16)
def posts_of(service: Service) -> Posts:
    """Return every post of a service: the first of each PDU and grade are filled, the last of some funded later."""
    pdu, grade, filled, opens = [], [], [], []
    for i, row in enumerate(service.posts):
        for g, count in enumerate(row):
            count = int(count)
            place = np.arange(count)
            pdu.append(np.full(count, i, np.int32))
            grade.append(np.full(count, g, np.int8))
            filled.append((place < round(count * float(service.filled_share[i, g]))).astype(np.int8))
            opens.append(opening(place, count, float(service.later_share[g]), service.later_month))
    empty = np.empty(0, np.int8)
    return Posts(np.concatenate([*pdu, empty.astype(np.int32)]), np.concatenate([*grade, empty]),
                 np.concatenate([*filled, empty]), np.concatenate([*opens, empty.astype(np.int32)]))


def opening(place: np.ndarray, count: int, later_share: float, later_month: int) -> np.ndarray:
    """Return the month from which each of a grade's posts is funded: the last share of them only from a later one."""
    return np.where(place >= count - round(count * later_share), later_month, 0).astype(np.int32)


def filling_ease(service: Service) -> np.ndarray:
    """Return each PDU's share of posts filled in 2021 against the national share (P,)."""
    posts = service.posts.sum(axis=1)
    filled = (service.posts * service.filled_share).sum(axis=1)
    national = filled.sum() / max(posts.sum(), 1)
    share = np.divide(filled, posts, out=np.full(len(posts), national), where=posts > 0)
    return np.clip(share / national if national > 0 else np.ones(len(posts)), *FILL_RANGE)


def initial_state(specification: "ServiceSpecification", world: np.record, seed: int, months: int) -> State:
    """Return the world at month 0 for a replicate seed; `months` sizes the register of inspections."""
    service = build_service(specification)
    posts = posts_of(service)
    state = allocate(len(posts.pdu), len(service.pdu_names), len(service.region_names), months)
    people, pdus = state.practitioners, state.pdus
    people.uid[:] = np.arange(len(posts.pdu))
    people.pdu[:], people.post_grade[:], people.in_post[:] = posts.pdu, posts.grade, posts.filled
    people.opens[:] = posts.opens
    pdus.uid[:] = np.arange(len(pdus.uid))
    state.scratch.row_of[:] = pdus.uid
    pdus.region[:], pdus.base_caseload[:], pdus.caseload[:] = service.pdu_region, service.caseload, service.caseload
    pdus.fill_factor[:] = filling_ease(service)
    pdus.workload[:] = service.workload
    state.scratch.steps[:] = service.region_steps
    draw_people(people, world, service.trainee_share, service.inexperienced_share, seed)
    draw_world(state, world, seed)
    draw_places(state, world, seed)
    appraise(state.centre, pdus)
    return state


@njit(cache=True)
def first_tenure(u, v, inexperienced_share, p):
    """Return months of service of someone in post in June 2021."""
    if u < inexperienced_share:
        return v * p.inexperienced_months
    return p.inexperienced_months + v * (p.longest_months - p.inexperienced_months)


@njit(cache=True)
def skill_after(months, p):
    """Return skill after months of service."""
    return 1.0 - (1.0 - p.starting_skill) * (1.0 - 1.0 / p.skill_months) ** months


@njit(cache=True)
def draw_people(people, world, trainee_share, inexperienced_share, seed):
    """Draw everyone in post at month 0."""
    key = stream_key(seed, STREAM_INITIAL, 0)
    key_person = stream_key(seed, STREAM_PERSON, 0)
    p, work = world.initial, world.workforce
    for i in range(len(people.uid)):
        people.grade[i] = people.post_grade[i]
        if people.in_post[i] == 0:
            continue
        who = person_key(people.uid[i], 0)
        people.tenure[i] = int(first_tenure(uniform(key, who, 0), uniform(key, who, 1), inexperienced_share, p))
        if people.post_grade[i] == PO and uniform(key, who, 2) < trainee_share:
            people.grade[i] = TRAINEE
            people.tenure[i] = int(uniform(key, who, 3) * work.training_months)
            people.training[i] = max(1, int(work.training_months) - people.tenure[i])
        people.skill[i] = skill_after(people.tenure[i], work)
        people.intrinsic[i] = intrinsic_effort(bell(key_person, who, 0), work)
        people.wellbeing[i] = unit(p.mood + p.mood_spread * bell(key, who, 4))
        people.esteem[i] = unit(p.mood + p.mood_spread * bell(key, who, 5))
        people.belonging[i] = unit(p.mood + p.mood_spread * bell(key, who, 6))
        people.curiosity[i] = p.curiosity


@njit(cache=True)
def draw_world(state, world, seed):
    """Draw realities, codes, practice and inspectors."""
    key = stream_key(seed, STREAM_WORLD, 0)
    centre, pdus, p = state.centre, state.pdus, world.practice
    m = centre.reality.shape[1]
    for j in range(m):
        centre.reality[0, j] = 1 if uniform(key, 0, j) < MIDDLE else -1
        centre.critical[0, j] = 1 if uniform(key, 0, m + j) < p.critical_share else 0
        right = uniform(key, 0, 2 * m + j) < p.starting_code
        centre.code[0, j] = centre.reality[0, j] if right else -centre.reality[0, j]
        state.regions.code[:, j] = centre.code[0, j]
        for i in range(len(pdus.uid)):
            who = pdus.uid[i] + 1
            free = centre.critical[0, j] == 0
            pdus.departs[i, j] = 1 if free and uniform(key, who, j) < p.heterogeneity else 0
            reality = local_reality(centre.reality[0, j], pdus.departs[i, j])
            known = uniform(key, who, m + j) < p.starting_fit
            doubt = uniform(key, who, 2 * m + j) < p.starting_doubt
            pdus.practice[i, j] = 0 if doubt else (reality if known else -reality)
    for team in range(len(state.inspectorate.severity)):
        state.inspectorate.severity[team] = normal(stream_key(seed, STREAM_INSPECTORS, 0), team, 9)


@njit(cache=True)
def draw_places(state, world, seed):
    """Draw what differs between PDUs and set what does not."""
    key = stream_key(seed, STREAM_INITIAL, 0)
    pdus, p, wear = state.pdus, world.initial, world.infrastructure
    for i in range(len(pdus.uid)):
        who = person_key(pdus.uid[i], 65535)
        pdus.mix[i] = max(0.0, 1.0 + world.demand.mix_spread * bell(key, who, 0))
        pdus.demand[i] = pdus.caseload[i] * pdus.mix[i] * world.demand.case_weight
        pdus.local_effect[i] = world.quality.local_spread * normal(key, who, 1)
        pdus.local_skill_repairs[i] = bell(key, who, 2)
        pdus.estate[i] = unit(wear.starting_estate + wear.starting_spread * bell(key, who, 3))
        pdus.ict[i] = unit(wear.starting_ict + wear.starting_spread * bell(key, who, 4))
        error = world.belief.start_error
        pdus.believed_own[i] = unit(p.believed + error * bell(key, who, 5))
        pdus.believed_region[i] = unit(p.believed + error * bell(key, who, 6))
        pdus.believed_centre[i] = unit(p.believed + error * bell(key, who, 7))
        for k in range(pdus.ties.shape[1]):
            pdus.ties[i, k] = p.tie_low + (p.tie_high - p.tie_low) * uniform(key, who, 8 + k)
            pdus.confidence[i, k] = p.confidence
        pdus.uptake[i] = max(0.0, 1.0 + world.practice.uptake_spread * bell(key, who, 19))
    pdus.believed_inspectorate[:] = p.believed
    pdus.believed_partners[:] = p.believed
    pdus.legitimacy[:], pdus.reflection[:], pdus.agreement[:] = p.legitimacy, p.reflection, p.agreement
    pdus.culture[:], pdus.backlog[:], pdus.change[:] = p.culture, p.backlog, world.practice.unification
    pdus.climate[:], pdus.esteem[:], pdus.belonging[:] = p.mood, p.mood, p.mood
    pdus.curiosity[:], pdus.progress[:], pdus.targets_met[:] = p.curiosity, MIDDLE, MIDDLE
    state.regions.slack[:], state.regions.ties[:] = 1.0, p.regional_ties
    state.regions.director_morale[:] = p.mood
    centre = state.centre
    state.regions.reflection[:], state.regions.agreement[:] = p.reflection, p.agreement
    centre.reflection[0], centre.agreement[0] = p.reflection, p.agreement
    centre.control[0], centre.communication[0], centre.headlines[0] = p.control, p.control, p.headlines
    centre.ministers[0], centre.culture[0], centre.attention[0] = p.headlines, p.aptitude, 1.0
    state.inspectorate.days[0] = 0.0
    state.inspectorate.active_region[0] = -1

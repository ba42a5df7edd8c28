"""Esteem: what published reports, near and far, and strain do to a practitioner.

Purpose      Carry the cumulative weight of inspection reports: one's own, and those elsewhere.
Equation     de = recovery*(resting - e) - sting + validation - elsewhere*exposure - strain*max(0, W - 1) + luck
Units        e esteem in [0, 1]; exposure weighted steps below Good, fading; W workload ratio
Reads        practitioners: in_post, pdu.  pdus: sting, validation, exposure, workload
Writes       practitioners: esteem
Source       submission Q2 and Q9; Molines & Perrier 2023; El Zein et al. 2019
Assumptions  effects add; recovery is proportional to distance; last month's publications act this month
"""

from typing import NamedTuple

from numba import njit

from model.numerics import unit
from model.randomness import STREAM_MORALE, bell, person_key, stream_key
from model.stretches import UNCOUNTED, rows, stretch_end


class Held(NamedTuple):
    """Parameters in hand while a stretch of people is passed over."""

    recovery: float
    resting: float
    luck: float


@njit(cache=True)
def unit_blow(sting, validation, exposure, overload, p):
    """Return the month's change of esteem that a PDU's people share."""
    return validation - sting - p.elsewhere_sting * exposure - p.strain * overload


@njit(cache=True)
def esteem_change(esteem, shared, luck, p):
    """Return a practitioner's month's change of esteem."""
    return p.recovery * (p.resting - esteem) + shared + p.luck * luck


@njit(**UNCOUNTED)
def move_esteem(people, first, last, key, shared, p):
    """Move the esteem of a stretch of people."""
    for i in rows(first, last):
        luck = bell(key, person_key(people.uid[i], people.sequence[i]), 1)
        moved = unit(people.esteem[i] + esteem_change(people.esteem[i], shared, luck, p))
        people.esteem[i] = moved if people.in_post[i] == 1 else people.esteem[i]


@njit(**UNCOUNTED)
def esteem(people, pdus, scratch, p, seed, t):
    """Phase 6, first part: move every practitioner's esteem."""
    for i in range(len(pdus.uid)):
        overload = max(0.0, pdus.workload[i] - 1.0)
        scratch.by_pdu[i, 0] = unit_blow(pdus.sting[i], pdus.validation[i], pdus.exposure[i], overload, p)
    key, held = stream_key(seed, STREAM_MORALE, t), Held(p.recovery, p.resting, p.luck)
    first = 0
    while first < len(people.uid):
        last = stretch_end(people.pdu, first)
        move_esteem(people, first, last, key, scratch.by_pdu[people.pdu[first], 0], held)
        first = last

"""Wellbeing, belonging and curiosity: resources less demands, and the mood of colleagues.

Purpose      Move every practitioner's wellbeing, belonging and professional curiosity by a month.
Equation     dw = speed*(target - w) + contagion*(climate - w) + luck
             target = resting + resources(autonomy, voice, peers, esteem, belonging, premises, partners)
                      - overload*max(0, W - 1) - pressure*P - change*mandates
Units        indices in [0, 1]; W workload ratio; P pressure index
Reads        practitioners: esteem.  pdus: workload, pressure, change, estate, confidence, agreement, reflection.  dials
Writes       practitioners: wellbeing, belonging, curiosity.  pdus: climate, esteem, belonging, curiosity
Source       Humphrey et al. 2007; Siegel et al. 2022; Flovik et al. 2019; Wagner 1994; submission Q1-Q4
Assumptions  resources and demands add; autonomy without support stops helping above the middle
"""

from typing import NamedTuple

from numba import njit

from model.numerics import from_fixed, unit
from model.parameters.units import MIDDLE
from model.randomness import STREAM_MORALE, bell, person_key, stream_key
from model.stretches import UNCOUNTED, exact_sum, rows, stretch_end
from model.submodels.quality import cooperation

SUM_WELLBEING, SUM_ESTEEM, SUM_BELONGING, SUM_CURIOSITY = range(4)


class Held(NamedTuple):
    """Parameters in hand while a stretch of people is passed over."""

    speed: float
    climate: float
    luck: float
    esteem: float
    belonging: float


@njit(cache=True)
def autonomy_resource(autonomy, support, p):
    """Return what a unit's freedom does for wellbeing."""
    above = max(0.0, autonomy - MIDDLE)
    return p.autonomy * (autonomy - MIDDLE) - p.autonomy_flattening * above * above * (1.0 - support)


@njit(cache=True)
def unit_target(pdus, i, dials, p):
    """Return the part of the wellbeing target that a PDU's people share."""
    resources = autonomy_resource(dials.autonomy, dials.innovation_support, p) + p.voice * dials.voice
    resources += p.peers * dials.mutuality + p.shared_blame * dials.blame_sharing
    resources += p.estate * (pdus.estate[i] - MIDDLE)
    resources += p.partners * (cooperation(pdus.confidence, pdus.ties, i) - MIDDLE)
    demands = p.overload * max(0.0, pdus.workload[i] - 1.0) + p.pressure * pdus.pressure[i] + p.change * pdus.change[i]
    return p.resting + resources - demands


@njit(cache=True)
def wellbeing_change(wellbeing, shared, esteem, belonging, climate, luck, p):
    """Return a practitioner's month's change of wellbeing."""
    target = unit(shared + p.esteem * (esteem - MIDDLE) + p.belonging * (belonging - MIDDLE))
    return p.speed * (target - wellbeing) + p.climate * (climate - wellbeing) + p.luck * luck


@njit(cache=True)
def belonging_target(estate, agreement, climate, p):
    """Return what belonging tends to in a unit."""
    return unit(climate + p.belonging_estate * (estate - MIDDLE) + p.belonging_agreement * (agreement - MIDDLE))


@njit(cache=True)
def curiosity_target(reflection, overload, p):
    """Return what professional curiosity tends to in a unit."""
    return unit(MIDDLE + p.curiosity_reflection * (reflection - MIDDLE) - p.curiosity_overload * overload)


@njit(**UNCOUNTED)
def move_wellbeing(people, first, last, key, shared, climate, heard, p):
    """Move the wellbeing of a stretch of people, who hear the unit's climate or each their own."""
    for i in rows(first, last):
        around = heard[i] if len(heard) > 0 else climate
        luck = bell(key, person_key(people.uid[i], people.sequence[i]), 0)
        change = wellbeing_change(people.wellbeing[i], shared, people.esteem[i], people.belonging[i], around, luck, p)
        people.wellbeing[i] = unit(people.wellbeing[i] + change) if people.in_post[i] == 1 else people.wellbeing[i]


@njit(**UNCOUNTED)
def move_towards(mood, in_post, first, last, speed, target):
    """Move a mood of a stretch of people by a share of its distance from where all of them tend."""
    for i in rows(first, last):
        moved = mood[i] + speed * (target - mood[i])
        mood[i] = moved if in_post[i] == 1 else mood[i]


@njit(**UNCOUNTED)
def sum_moods(people, first, last, sums):
    """Add the moods of a stretch of people to a PDU's sums."""
    moods = (people.wellbeing, people.esteem, people.belonging, people.curiosity)
    for k in range(len(moods)):
        sums[k] += exact_sum(moods[k], people.in_post, first, last)


@njit(cache=True)
def set_climates(pdus, sums):
    """Set every PDU's mean moods from exact sums."""
    for i in range(len(pdus.uid)):
        staff = max(pdus.staff[i], 1)
        pdus.climate[i] = from_fixed(sums[i, SUM_WELLBEING]) / staff
        pdus.esteem[i] = from_fixed(sums[i, SUM_ESTEEM]) / staff
        pdus.belonging[i] = from_fixed(sums[i, SUM_BELONGING]) / staff
        pdus.curiosity[i] = from_fixed(sums[i, SUM_CURIOSITY]) / staff


@njit(cache=True)
def unit_shares(pdus, scratch, dials, p):
    """Put what wellbeing, belonging and curiosity tend to in each PDU into scratch.by_pdu columns 0 to 2."""
    shared = scratch.by_pdu
    for i in range(len(pdus.uid)):
        shared[i, 0] = unit_target(pdus, i, dials, p)
        shared[i, 1] = belonging_target(pdus.estate[i], pdus.agreement[i], pdus.climate[i], p)
        shared[i, 2] = curiosity_target(pdus.reflection[i], max(0.0, pdus.workload[i] - 1.0), p)


@njit(**UNCOUNTED)
def wellbeing(people, pdus, scratch, heard, dials, p, seed, t):
    """Phase 6, second part: move wellbeing, belonging and curiosity, and set every PDU's mean moods, exactly.

    `heard` is the climate that each person hears; where it has no rows, everyone hears the unit's.
    """
    unit_shares(pdus, scratch, dials, p)
    shared, sums = scratch.by_pdu, scratch.sums
    sums[:, :] = 0
    key, held = stream_key(seed, STREAM_MORALE, t), Held(p.speed, p.climate, p.luck, p.esteem, p.belonging)
    first = 0
    while first < len(people.uid):
        last, u = stretch_end(people.pdu, first), people.pdu[first]
        move_wellbeing(people, first, last, key, shared[u, 0], pdus.climate[u], heard, held)
        move_towards(people.belonging, people.in_post, first, last, p.belonging_speed, shared[u, 1])
        move_towards(people.curiosity, people.in_post, first, last, p.curiosity_speed, shared[u, 2])
        sum_moods(people, first, last, sums[u])
        first = last
    set_climates(pdus, sums)

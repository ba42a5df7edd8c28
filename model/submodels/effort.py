"""Effort: every practitioner divides work between four tasks, in levels.

Purpose      Let pressure, trust and support move how much is done and of what kind.
Equation     levels t maximise b.t - t.C.t/2, C = 1 on the diagonal and g elsewhere, t >= 0
             interior: t_j = (b_j - g*S/(1 + (n-1)g)) / (1 - g), S the sum of b over tasks done
             drive = m + (1 - m)*accountability, m = intrinsic + autonomy + esteem + wellbeing;  b by task below
Units        levels of a full measure; b marginal benefits; g substitution
Reads        practitioners: intrinsic, wellbeing, esteem, curiosity.  pdus: pressure, felt_control, workload.  dials
Writes       practitioners: relational, recorded, presentational, improvement
Source       Holmstrom & Milgrom 1991; Cerasoli et al. 2014, 2016; Sharon et al. 2022; Karau & Williams 1993
Assumptions  tasks substitute at one rate; a task at nought drops out; habits adapt at one rate, and newcomers have none
"""

import math
from typing import NamedTuple

from numba import njit

from model.entities.state import N_TASKS
from model.numerics import unit
from model.parameters.units import MIDDLE
from model.stretches import UNCOUNTED, place, rows, stretch_end

RELATIONAL, RECORDED, PRESENTATIONAL, IMPROVEMENT = range(N_TASKS)
MOSTLY = 2
"""Rounds after which nearly nobody has a task left to drop."""


class Pulls(NamedTuple):
    """What a PDU adds to everyone's choice: three terms of drive, then benefits of the four tasks."""

    freedom: float
    answerable: float
    mobilised: float
    relational: float
    recorded: float
    presentational: float
    improvement: float


class Held(NamedTuple):
    """Parameters in hand while a stretch of people is passed over."""

    esteem_drive: float
    wellbeing_drive: float
    relational: float
    recorded: float
    curiosity_improvement: float
    substitution: float


@njit(cache=True, error_model="numpy", inline="always")
def substituted(total, n, g):
    """Return what each task loses to the others where n tasks with benefits summing to `total` are all done."""
    return g * total / (1.0 + (n - 1.0) * g)


@njit(cache=True, error_model="numpy", inline="always")
def level_of(benefit, lost, done, g):
    """Return a task's level; nought where it has dropped out."""
    return max(0.0, (benefit - lost) / (1.0 - g)) if done else 0.0


@njit(cache=True, error_model="numpy", inline="always")
def levels_after(rounds, b0, b1, b2, b3, g):
    """Return the four levels after some rounds, and whether they hold: whether further rounds change nothing.

    While a level would fall below nought the lowest drops out and the rest are solved again. A task's level is
    (benefit - lost)/(1 - g), so the lowest is that of the lowest benefit. g must lie between -1/3 and 1.
    """
    helping, lost, holds = g <= 0.0, 0.0, False
    d0, d1, d2, d3 = helping | (b0 > 0.0), helping | (b1 > 0.0), helping | (b2 > 0.0), helping | (b3 > 0.0)
    for _ in range(rounds):
        n = int(d0) + int(d1) + int(d2) + int(d3)
        lost = substituted((b0 if d0 else 0.0) + (b1 if d1 else 0.0) + (b2 if d2 else 0.0) + (b3 if d3 else 0.0), n, g)
        lowest = min(b0 if d0 else math.inf, b1 if d1 else math.inf, b2 if d2 else math.inf, b3 if d3 else math.inf)
        holds = lowest >= lost
        d0, d1 = d0 & (holds | (b0 > lowest)), d1 & (holds | (b1 > lowest))
        d2, d3 = d2 & (holds | (b2 > lowest)), d3 & (holds | (b3 > lowest))
    return level_of(b0, lost, d0, g), level_of(b1, lost, d1, g), level_of(b2, lost, d2, g), \
        level_of(b3, lost, d3, g), holds


@njit(cache=True, error_model="numpy")
def levels(b0, b1, b2, b3, g):
    """Return the four levels: as many rounds as there are tasks leave no task to drop."""
    return levels_after(N_TASKS, b0, b1, b2, b3, g)[:N_TASKS]


@njit(cache=True)
def accountability(felt_control, mutuality, blame_sharing, p):
    """Return the share of missing drive that being answerable restores, to the line and to peers."""
    line = p.accountability * felt_control
    peers = p.peer_accountability * mutuality
    return unit((line + peers) * (1.0 - p.blame_slack * blame_sharing))


@njit(cache=True)
def autonomy_gain(autonomy, felt_control, p):
    """Return the drive that freedom brings: less where control is felt."""
    return p.autonomy_motivation * (autonomy - MIDDLE) * (1.0 - p.crowding_out * unit(felt_control))


@njit(cache=True)
def drive(intrinsic, freedom, esteem, wellbeing, answerable, mobilised, p):
    """Return how much a person gives of a full measure."""
    own = unit(intrinsic + freedom + p.esteem_drive * (esteem - MIDDLE) + p.wellbeing_drive * (wellbeing - MIDDLE))
    return (own + (1.0 - own) * answerable) * mobilised


@njit(**UNCOUNTED)
def unit_pulls(pdus, i, regime, dials, p):
    """Return what a PDU adds to everyone's choice."""
    control, pressure = pdus.felt_control[i], pdus.pressure[i]
    freedom = autonomy_gain(dials.autonomy, control, p)
    answerable = accountability(control, dials.mutuality, dials.blame_sharing, p)
    mobilised = 1.0 + p.mobilisation * pdus.pressure_internal[i] + p.stakes_mobilisation * pdus.pressure_inspection[i]
    exposed = pressure * (1.0 - dials.blame_sharing)
    theatre = p.notice_theatre * regime.notice_months * unit(pdus.pressure_inspection[i])
    presentational = p.presentational + p.presentational_pull * pressure + p.defensive_pull * exposed + theatre
    improvement = p.improvement + p.support_improvement * dials.innovation_support - p.hiding * exposed \
        - p.overload_improvement * max(0.0, pdus.workload[i] - 1.0)
    return Pulls(freedom, answerable, mobilised, -p.relational_loss * pressure, p.recorded_pull * pressure,
                 presentational, improvement)


@njit(cache=True)
def hold(p):
    """Return the parameters that a person's benefits take."""
    return Held(p.esteem_drive, p.wellbeing_drive, p.relational, p.recorded, p.curiosity_improvement, p.substitution)


@njit(cache=True)
def benefits(given, curiosity, pulls, p):
    """Return a person's marginal benefits of the four tasks by the drive given."""
    curious = p.curiosity_improvement * (curiosity - MIDDLE) * given
    return p.relational * given + pulls.relational, p.recorded * given + pulls.recorded, pulls.presentational, \
        pulls.improvement + curious


@njit(cache=True, error_model="numpy", inline="always")
def choose_levels(rounds, people, first, last, chosen, pulls, p):
    """Note the levels that each of a stretch of people would now choose: in chosen, shape (tasks, rows).

    Return whether so many rounds were enough for all of them.
    """
    relational, recorded, presentational, improvement = chosen[0], chosen[1], chosen[2], chosen[3]
    unsettled = 0
    for i in rows(first, last):
        given = drive(people.intrinsic[i], pulls.freedom, people.esteem[i], people.wellbeing[i], pulls.answerable,
                      pulls.mobilised, p)
        b0, b1, b2, b3 = benefits(given, people.curiosity[i], pulls, p)
        k = place(i, first)
        relational[k], recorded[k], presentational[k], improvement[k], holds = levels_after(rounds, b0, b1, b2, b3,
                                                                                            p.substitution)
        unsettled += not holds
    return unsettled == 0


@njit(**UNCOUNTED)
def keep_habits(level, people, first, last, chosen, inertia):
    """Move one task's levels of a stretch of people towards what they have chosen."""
    for i in rows(first, last):
        keep = inertia if people.tenure[i] > 0 else 0.0
        moved = keep * level[i] + (1.0 - keep) * chosen[place(i, first)]
        level[i] = moved if people.in_post[i] == 1 else level[i]


@njit(**UNCOUNTED, error_model="numpy")
def effort(people, pdus, scratch, regime, dials, p, t):
    """Phase 4, third part: move every practitioner's levels towards what they would now choose."""
    held, inertia, chosen = hold(p), p.inertia if t > 0 else 0.0, scratch.levels
    first = 0
    while first < len(people.uid):
        last = stretch_end(people.pdu, first)
        pulls = unit_pulls(pdus, people.pdu[first], regime, dials, p)
        if not choose_levels(MOSTLY, people, first, last, chosen, pulls, held):
            choose_levels(N_TASKS, people, first, last, chosen, pulls, held)
        keep_habits(people.relational, people, first, last, chosen[RELATIONAL], inertia)
        keep_habits(people.recorded, people, first, last, chosen[RECORDED], inertia)
        keep_habits(people.presentational, people, first, last, chosen[PRESENTATIONAL], inertia)
        keep_habits(people.improvement, people, first, last, chosen[IMPROVEMENT], inertia)
        first = last

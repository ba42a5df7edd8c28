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

from numba import njit

from model.entities.state import N_TASKS
from model.numerics import unit
from model.parameters.units import MIDDLE

RELATIONAL, RECORDED, PRESENTATIONAL, IMPROVEMENT = range(N_TASKS)


@njit(cache=True)
def interior_level(benefit, total, n, g):
    """Return a task's level where n tasks with benefits summing to `total` are all done."""
    return (benefit - g * total / (1.0 + (n - 1.0) * g)) / (1.0 - g)


@njit(cache=True)
def levels(b0, b1, b2, b3, g):
    """Return the four levels: while one would fall below nought the lowest drops out and the rest are solved again.

    Raises nothing; g must lie between -1/3 and 1.
    """
    helping = g <= 0.0
    d0, d1, d2, d3 = helping or b0 > 0.0, helping or b1 > 0.0, helping or b2 > 0.0, helping or b3 > 0.0
    t0, t1, t2, t3 = 0.0, 0.0, 0.0, 0.0
    for _ in range(N_TASKS):
        n = int(d0) + int(d1) + int(d2) + int(d3)
        total = (b0 if d0 else 0.0) + (b1 if d1 else 0.0) + (b2 if d2 else 0.0) + (b3 if d3 else 0.0)
        t0 = interior_level(b0, total, n, g) if d0 else 0.0
        t1 = interior_level(b1, total, n, g) if d1 else 0.0
        t2 = interior_level(b2, total, n, g) if d2 else 0.0
        t3 = interior_level(b3, total, n, g) if d3 else 0.0
        lowest = min(t0, t1, t2, t3)
        if lowest >= 0.0:
            break
        d0, d1, d2, d3 = d0 and t0 > lowest, d1 and t1 > lowest, d2 and t2 > lowest, d3 and t3 > lowest
    return max(0.0, t0), max(0.0, t1), max(0.0, t2), max(0.0, t3)


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


@njit(cache=True)
def unit_pulls(pdus, i, regime, dials, p):
    """Return what a PDU adds to everyone's choice: freedom, answerable, mobilised and four pulls."""
    control, pressure = pdus.felt_control[i], pdus.pressure[i]
    freedom = autonomy_gain(dials.autonomy, control, p)
    answerable = accountability(control, dials.mutuality, dials.blame_sharing, p)
    mobilised = 1.0 + p.mobilisation * pdus.pressure_internal[i] + p.stakes_mobilisation * pdus.pressure_inspection[i]
    exposed = pressure * (1.0 - dials.blame_sharing)
    theatre = p.notice_theatre * regime.notice_months * unit(pdus.pressure_inspection[i])
    presentational = p.presentational + p.presentational_pull * pressure + p.defensive_pull * exposed + theatre
    improvement = p.improvement + p.support_improvement * dials.innovation_support - p.hiding * exposed \
        - p.overload_improvement * max(0.0, pdus.workload[i] - 1.0)
    return freedom, answerable, mobilised, -p.relational_loss * pressure, p.recorded_pull * pressure, \
        presentational, improvement


@njit(cache=True)
def effort(people, pdus, scratch, regime, dials, p, t):
    """Phase 4, third part: move every practitioner's levels towards what they would now choose."""
    for i in range(len(pdus.uid)):
        pulls = unit_pulls(pdus, i, regime, dials, p)
        for k in range(len(pulls)):
            scratch.by_pdu[i, k] = pulls[k]
    for i in range(len(people.uid)):
        if people.in_post[i] == 0:
            continue
        pull = scratch.by_pdu[people.pdu[i]]
        keep = p.inertia if t > 0 and people.tenure[i] > 0 else 0.0
        given = drive(people.intrinsic[i], pull[0], people.esteem[i], people.wellbeing[i], pull[1], pull[2], p)
        t0, t1, t2, t3 = levels(p.relational * given + pull[3], p.recorded * given + pull[4], pull[5],
                                pull[6] + p.curiosity_improvement * (people.curiosity[i] - MIDDLE) * given,
                                p.substitution)
        people.relational[i] = keep * people.relational[i] + (1.0 - keep) * t0
        people.recorded[i] = keep * people.recorded[i] + (1.0 - keep) * t1
        people.presentational[i] = keep * people.presentational[i] + (1.0 - keep) * t2
        people.improvement[i] = keep * people.improvement[i] + (1.0 - keep) * t3

"""Capacity: people, skill and ICT make hours; claims on time take some away.

Purpose      Make workload, and the work done by task for each unit of demand.
Equation     hours = sum over present people of weight(grade)*(floor + (1 - floor)*skill)
             hours += worth*diverted*other staff, diverted = diversion*P_inspection, taken from other work
             capacity = hours*(1 - claims + help)*(1 - ict_hours*(1 - ict));  workload = demand / capacity
             work_j = (1 - claims + help)*(ICT factor)*(sum of weight*skill factor*level_j) / demand;
             recorded work less what is held back before a target is reset, plus what a missed target lifts
Units        hours and demand in full-time equivalents; claims shares of hours
Reads        practitioners: grade, in_post, absent, skill, effort.  pdus: demand, change, ict, estate, held_back,
             lifted.  dials, regime
Writes       pdus: capacity, workload, debited, work, support_work, skill, staff, present, officers, psos, spos,
             newcomers, absent, officer_cases, effort
Source       HMPPS workload measure (workforce.csv); protected_time_dose; submission Q3
Assumptions  all claims add; beyond the limit they are refused; help after a poor report is lent by all other units;
             people moved from court, victim and unpaid work do inspected work as its own people do; cases lie with
             grades as casework hours do
"""

from typing import NamedTuple

from numba import njit

from model.entities.state import N_TASKS, NEVER, OTHER, PO, PSO, SPO, TRAINEE
from model.numerics import fixed, from_fixed, unit
from model.parameters.units import MONTHS_A_YEAR, TINY
from model.stretches import UNCOUNTED, exact_sum, rows, stretch_end
from model.submodels.effort import RECORDED
from model.submodels.ratchet import delivered

SUM_HOURS, SUM_SKILL, SUM_SUPPORT = N_TASKS, N_TASKS + 1, N_TASKS + 2
SUM_STAFF, SUM_PRESENT, SUM_OFFICERS, SUM_NEWCOMERS, SUM_ABSENT = range(N_TASKS + 3, N_TASKS + 8)
SUM_PSOS, SUM_SPOS, SUM_OFFICERS_HOURS = range(N_TASKS + 8, N_TASKS + 11)
SUM_GIVEN = N_TASKS + 11
"""First of the sums of what all in post give, present or not, to each task."""


class Held(NamedTuple):
    """Parameters in hand while a stretch of people is passed over."""

    weight_po: float
    weight_pso: float
    weight_spo: float
    weight_trainee: float
    weight_other: float
    skill_floor: float


@njit(cache=True)
def casework_weight(grade, p):
    """Return how much casework a person of a grade does, against a probation officer."""
    if grade == PO:
        return p.weight_po
    if grade == PSO:
        return p.weight_pso
    if grade == SPO:
        return p.weight_spo
    if grade == TRAINEE:
        return p.weight_trainee
    return p.weight_other


@njit(cache=True)
def skilled_hours(weight, skill, p):
    """Return a person's casework hours, in full-time equivalents of a skilled officer."""
    return weight * (p.skill_floor + (1.0 - p.skill_floor) * skill)


@njit(cache=True)
def claims(change, newcomers, estate, reported, preparing, regime, dials, p):
    """Return the share of hours that governance, change and inspection take from cases."""
    total = p.change_hours * change + p.voice_hours * dials.voice + p.mutuality_hours * dials.mutuality
    total += p.innovation_hours * dials.innovation_support + p.sharing_hours * dials.lateral_sharing
    total += p.search_hours * dials.autonomy + p.mentoring_hours * newcomers + p.fault_hours * (1.0 - estate)
    total += preparing * p.preparation_hours
    total += regime.inspects * (p.recording_hours * regime.rates_standards + p.narrative_hours * regime.narrative)
    total += p.follow_up_hours * regime.follow_up * reported
    return min(total, p.debit_limit)


@njit(cache=True)
def diverted_share(pressure_inspection, p):
    """Return the share of other work's hours that managers move to what is inspected."""
    return unit(p.diversion * pressure_inspection)


@njit(cache=True)
def per_demand(hours, demand):
    """Return hours for each unit of demand; 0 where nobody is on probation."""
    return hours / max(demand, TINY) if demand > 0.0 else 0.0


@njit(**UNCOUNTED)
def count_people(people, first, last, sums):
    """Add the people of a stretch to a PDU's counts."""
    staff, officers, psos, spos, newcomers, absent, support = 0, 0, 0, 0, 0, 0, 0
    for i in rows(first, last):
        here, away, grade = people.in_post[i] == 1, people.absent[i] == 1, people.grade[i]
        new = people.tenure[i] < MONTHS_A_YEAR
        staff += here
        officers += here & (grade == PO)
        psos += here & ((grade == PSO) | (grade == TRAINEE))
        spos += here & (grade == SPO)
        newcomers += here & new
        absent += here & away
        support += here & (not away) & (grade == OTHER)
    sums[SUM_STAFF] += staff
    sums[SUM_OFFICERS] += officers
    sums[SUM_PSOS] += psos
    sums[SUM_SPOS] += spos
    sums[SUM_NEWCOMERS] += newcomers
    sums[SUM_ABSENT] += absent
    sums[SUM_PRESENT] += staff - absent
    sums[SUM_SUPPORT] += support


@njit(**UNCOUNTED)
def sum_work(people, first, last, sums, p):
    """Add the hours and the effort by task of a stretch of people to a PDU's sums."""
    relational, recorded, presentational, improvement, total, officers, skill = 0, 0, 0, 0, 0, 0, 0
    for i in rows(first, last):
        working, known = (people.in_post[i] == 1) & (people.absent[i] == 0), people.skill[i]
        able = skilled_hours(casework_weight(people.grade[i], p), known, p)
        hours = able if working else 0.0
        relational += fixed(hours * people.relational[i])
        recorded += fixed(hours * people.recorded[i])
        presentational += fixed(hours * people.presentational[i])
        improvement += fixed(hours * people.improvement[i])
        total += fixed(hours)
        officers += fixed(hours) if people.grade[i] == PO else 0
        skill += fixed(known) if working else 0
    sums[0] += relational
    sums[1] += recorded
    sums[2] += presentational
    sums[3] += improvement
    sums[SUM_HOURS] += total
    sums[SUM_OFFICERS_HOURS] += officers
    sums[SUM_SKILL] += skill


@njit(**UNCOUNTED)
def sum_given(people, first, last, sums):
    """Add what a stretch of people give to each task, whoever is away, to a PDU's sums."""
    levels = (people.relational, people.recorded, people.presentational, people.improvement)
    for k in range(N_TASKS):
        sums[SUM_GIVEN + k] += exact_sum(levels[k], people.in_post, first, last)


@njit(**UNCOUNTED)
def gather(people, scratch, p):
    """Add people, hours and effort to the sums by PDU, exactly; `capacity` takes them, and they begin at nought."""
    held = Held(p.weight_po, p.weight_pso, p.weight_spo, p.weight_trainee, p.weight_other, p.skill_floor)
    first = 0
    while first < len(people.uid):
        last, sums = stretch_end(people.pdu, first), scratch.sums[people.pdu[first]]
        count_people(people, first, last, sums)
        sum_work(people, first, last, sums, held)
        sum_given(people, first, last, sums)
        first = last


@njit(cache=True)
def lent_share(pdus, regime, p):
    """Return the share of hours every unit lends to those helped after a poor report."""
    lent, hours = 0, 0
    for i in range(len(pdus.uid)):
        lent += fixed(regime.support * p.help_hours * pdus.helped[i])
        hours += 1
    return p.help_cost * from_fixed(lent) / max(hours, 1)


@njit(cache=True)
def capacity(pdus, scratch, regime, dials, p, t):
    """Phase 5, first part: set hours, claims, workload and work by task from what was gathered."""
    lent = lent_share(pdus, regime, p)
    sums = scratch.sums
    for i in range(len(pdus.uid)):
        staff = max(sums[i, SUM_STAFF], 1)
        present = max(sums[i, SUM_PRESENT], 1)
        pdus.staff[i], pdus.present[i] = sums[i, SUM_STAFF], sums[i, SUM_PRESENT]
        pdus.officers[i], pdus.newcomers[i] = sums[i, SUM_OFFICERS], sums[i, SUM_NEWCOMERS]
        pdus.absent[i] = sums[i, SUM_ABSENT]
        pdus.psos[i], pdus.spos[i] = sums[i, SUM_PSOS], sums[i, SUM_SPOS]
        pdus.skill[i] = from_fixed(sums[i, SUM_SKILL]) / present
        reported = 1.0 if t - pdus.published_at[i] <= MONTHS_A_YEAR else 0.0
        preparing = 0.0 if pdus.due_at[i] == NEVER else 1.0
        taken = claims(pdus.change[i], pdus.newcomers[i] / staff, pdus.estate[i], reported, preparing, regime, dials, p)
        pdus.debited[i] = taken
        factor = max(0.0, 1.0 - taken - lent + regime.support * p.help_hours * pdus.helped[i])
        factor *= 1.0 - p.ict_hours * (1.0 - pdus.ict[i])
        diverted = diverted_share(pdus.pressure_inspection[i], p)
        own = from_fixed(sums[i, SUM_HOURS])
        hours = own + p.diverted_worth * diverted * sums[i, SUM_SUPPORT]
        lift = hours / own if own > 0.0 else 1.0
        pdus.officer_cases[i] = pdus.caseload[i] * from_fixed(sums[i, SUM_OFFICERS_HOURS]) / own if own > 0.0 else 0.0
        pdus.capacity[i] = hours * factor
        pdus.workload[i] = min(pdus.demand[i] / max(pdus.capacity[i], TINY), p.workload_limit) \
            if pdus.demand[i] > 0.0 else 0.0
        for k in range(N_TASKS):
            pdus.effort[i, k] = from_fixed(sums[i, SUM_GIVEN + k]) / staff
            pdus.work[i, k] = per_demand(factor * lift * from_fixed(sums[i, k]), pdus.demand[i])
        pdus.work[i, RECORDED] *= delivered(pdus.held_back[i], pdus.lifted[i])
        pdus.support_work[i] = per_demand(sums[i, SUM_SUPPORT] * unit(factor) * (1.0 - diverted), pdus.demand[i])

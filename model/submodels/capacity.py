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
             newcomers, absent, officer_cases
Source       HMPPS workload measure (workforce.csv); protected_time_dose; submission Q3
Assumptions  all claims add; beyond the limit they are refused; help after a poor report is lent by all other units;
             people moved from court, victim and unpaid work do inspected work as its own people do; cases lie with
             grades as casework hours do
"""

from numba import njit

from model.entities.state import N_TASKS, NEVER, OTHER, PO, PSO, SPO, TRAINEE
from model.numerics import fixed, from_fixed, unit
from model.parameters.units import MONTHS_A_YEAR, TINY
from model.submodels.effort import RECORDED
from model.submodels.ratchet import delivered

SUM_HOURS, SUM_SKILL, SUM_SUPPORT = N_TASKS, N_TASKS + 1, N_TASKS + 2
SUM_STAFF, SUM_PRESENT, SUM_OFFICERS, SUM_NEWCOMERS, SUM_ABSENT = range(N_TASKS + 3, N_TASKS + 8)
SUM_PSOS, SUM_SPOS, SUM_OFFICERS_HOURS = range(N_TASKS + 8, N_TASKS + 11)


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


@njit(cache=True)
def gather(people, pdus, scratch, p):
    """Sum people, hours and effort by PDU, exactly."""
    sums = scratch.sums
    sums[:, :] = 0
    for i in range(len(people.uid)):
        if people.in_post[i] == 0:
            continue
        u = people.pdu[i]
        grade = people.grade[i]
        sums[u, SUM_STAFF] += 1
        sums[u, SUM_OFFICERS] += grade == PO
        sums[u, SUM_PSOS] += grade in (PSO, TRAINEE)
        sums[u, SUM_SPOS] += grade == SPO
        sums[u, SUM_NEWCOMERS] += people.tenure[i] < MONTHS_A_YEAR
        if people.absent[i] == 1:
            sums[u, SUM_ABSENT] += 1
            continue
        hours = skilled_hours(casework_weight(grade, p), people.skill[i], p)
        sums[u, 0] += fixed(hours * people.relational[i])
        sums[u, 1] += fixed(hours * people.recorded[i])
        sums[u, 2] += fixed(hours * people.presentational[i])
        sums[u, 3] += fixed(hours * people.improvement[i])
        sums[u, SUM_HOURS] += fixed(hours)
        sums[u, SUM_OFFICERS_HOURS] += fixed(hours) if grade == PO else 0
        sums[u, SUM_SKILL] += fixed(people.skill[i])
        sums[u, SUM_SUPPORT] += 1 if grade == OTHER else 0
        sums[u, SUM_PRESENT] += 1


@njit(cache=True)
def lent_share(pdus, regime, p):
    """Return the share of hours every unit lends to those helped after a poor report."""
    lent, hours = 0, 0
    for i in range(len(pdus.uid)):
        lent += fixed(regime.support * p.help_hours * pdus.helped[i])
        hours += 1
    return p.help_cost * from_fixed(lent) / max(hours, 1)


@njit(cache=True)
def capacity(people, pdus, scratch, regime, dials, p, t):
    """Phase 5, first part: set hours, claims, workload and work by task."""
    gather(people, pdus, scratch, p)
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
            pdus.work[i, k] = per_demand(factor * lift * from_fixed(sums[i, k]), pdus.demand[i])
        pdus.work[i, RECORDED] *= delivered(pdus.held_back[i], pdus.lifted[i])
        pdus.support_work[i] = per_demand(sums[i, SUM_SUPPORT] * unit(factor) * (1.0 - diverted), pdus.demand[i])

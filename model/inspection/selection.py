"""Selection: which PDU is inspected next, within the inspector-days there are.

Purpose      Run a rolling programme, region by region, with a share of visits by risk or by lot, within fixed days.
Equation     days += days a month * PDUs/108;  a visit costs fixed + case days*sample + narrative + follow-up days
             + days for a larger panel, for reading risk and for travelling at random
             a region is left after int(share*its PDUs + 1/2) visits, all of them from the second framework
             by risk: the eligible PDU with the lowest sight*believed quality + luck;  by lot: luck alone
Units        inspector-days; months
Reads        pdus: fieldwork_at, due_at, region, believed_inspectorate.  regime
Writes       inspectorate: days, active_region, stint.  pdus: due_at
Source       pdu_ratings.csv (49 reports in 34 months); scoring_rules.csv (regional programme from 2023); risk_based
Assumptions  in the programme the region that has waited longest comes next, within it the PDU that has waited longest,
             ties by luck; what is by risk or by lot leaves the programme where it stood; the second framework begins a
             new round, at the region that has waited longest
"""

from numba import njit

from model.entities.state import NEVER
from model.parameters.units import MIDDLE
from model.randomness import STREAM_SELECTION, stream_key, uniform

NATIONAL_PDUS = 108.0
"""PDUs for which the inspector-days were set."""
VISITS_IN_HAND = 2.0
"""Days are not saved beyond this many visits."""
REGION_BASE = 1000000
"""Regions draw as this plus their number, apart from every PDU."""
THE_PROGRAMME = 2000000
"""Who draws how the month's visits are chosen, apart from every PDU and region."""


@njit(cache=True)
def visit_days(regime, p):
    """Return the inspector-days that one PDU inspection takes."""
    days = p.fixed_days + p.case_days * regime.sample_cases + p.narrative_days * regime.narrative \
        + p.follow_up_days * regime.follow_up
    return days + p.panel_days * (regime.panel_size - 1.0) + p.risk_days * regime.risk_based \
        + p.travel_days * regime.random_visits


@njit(cache=True)
def round_months(regime, p):
    """Return the months a round of visits takes: what inspector-days allow, and never less than the cycle."""
    return max(regime.cycle_months, NATIONAL_PDUS * visit_days(regime, p) / p.days_a_month)


@njit(cache=True)
def eligible(pdus, i, cycle, t):
    """Return whether PDU i may be picked: nothing announced or unpublished, and not inspected within the cycle."""
    free = pdus.due_at[i] == NEVER and pdus.pending_at[i] == NEVER
    return free and (pdus.fieldwork_at[i] == NEVER or t - pdus.fieldwork_at[i] >= cycle)


@njit(cache=True)
def next_region(pdus, regions, key, cycle, t):
    """Return the region with someone eligible whose last inspection is longest ago, -1 where there is none."""
    best, earliest, best_luck = -1, 0, 0.0
    for r in range(len(regions.slack)):
        latest, any_eligible = NEVER, False
        for i in range(len(pdus.uid)):
            if pdus.region[i] == r:
                latest = max(latest, max(pdus.fieldwork_at[i], pdus.due_at[i]))
                any_eligible = any_eligible or eligible(pdus, i, cycle, t)
        luck = uniform(key, REGION_BASE + r, 0)
        if any_eligible and (best < 0 or latest < earliest or (latest == earliest and luck < best_luck)):
            best, earliest, best_luck = r, latest, luck
    return best


@njit(cache=True)
def next_pdu(pdus, region, key, cycle, t):
    """Return the eligible PDU of a region that has waited longest, -1 where there is none."""
    best, best_luck = -1, 0.0
    for i in range(len(pdus.uid)):
        if pdus.region[i] != region or not eligible(pdus, i, cycle, t):
            continue
        luck = uniform(key, pdus.uid[i], 0)
        if best < 0 or pdus.fieldwork_at[i] < pdus.fieldwork_at[best] \
                or (pdus.fieldwork_at[i] == pdus.fieldwork_at[best] and luck < best_luck):
            best, best_luck = i, luck
    return best


@njit(cache=True)
def risk_score(believed, luck, sight, p):
    """Return how late a PDU comes where the worst come first: by belief as far as it is looked at, and by luck."""
    return sight * p.risk_sight * believed + luck


@njit(cache=True)
def picked_out(pdus, key, cycle, sight, p, t):
    """Return the eligible PDU of the nation with the lowest score, -1 where there is none; sight 0 is by lot."""
    best, lowest = -1, 0.0
    for i in range(len(pdus.uid)):
        if eligible(pdus, i, cycle, t):
            score = risk_score(pdus.believed_inspectorate[i], uniform(key, pdus.uid[i], 1), sight, p)
            if best < 0 or score < lowest:
                best, lowest = i, score
    return best


@njit(cache=True)
def visits_in_turn(members, t, p):
    """Return how many visits a region of so many PDUs gets before the programme moves on."""
    share = p.first_visits if t < p.second_framework else 1.0
    return max(1, int(share * members + MIDDLE))


@njit(cache=True)
def seen_enough(inspectorate, pdus, t, p):
    """Return whether the programme is done with its region: it has none, or has had its visits there."""
    region, members = inspectorate.active_region[0], 0
    for i in range(len(pdus.uid)):
        members += pdus.region[i] == region
    return region < 0 or inspectorate.stint[0] >= visits_in_turn(members, t, p)


@njit(cache=True)
def in_turn(inspectorate, pdus, regions, key, cycle, t, p):
    """Return the PDU whose turn it is in the programme, moving it on to its next region; -1 where there is none."""
    done = seen_enough(inspectorate, pdus, t, p)
    picked = -1 if done else next_pdu(pdus, inspectorate.active_region[0], key, cycle, t)
    if picked < 0:
        inspectorate.active_region[0] = next_region(pdus, regions, key, cycle, t)
        inspectorate.stint[0] = 0
        if inspectorate.active_region[0] >= 0:
            picked = next_pdu(pdus, inspectorate.active_region[0], key, cycle, t)
    inspectorate.stint[0] += picked >= 0
    return picked


@njit(cache=True)
def selection(inspectorate, pdus, regions, regime, p, seed, t):
    """Phase 8, first part: announce the visits that this month's inspector-days allow."""
    if regime.inspects <= 0.0 or t < p.first_month:
        return
    if t == int(p.second_framework):
        inspectorate.active_region[0] = -1
    cost = visit_days(regime, p)
    scale = len(pdus.uid) / NATIONAL_PDUS
    inspectorate.days[0] = min(inspectorate.days[0] + p.days_a_month * scale, max(VISITS_IN_HAND * cost, cost * scale))
    key = stream_key(seed, STREAM_SELECTION, t)
    visit = 0
    while inspectorate.days[0] >= cost:
        how = uniform(key, THE_PROGRAMME, visit)
        if how < regime.risk_based + regime.random_visits:
            sight = 1.0 if how < regime.risk_based else 0.0
            picked = picked_out(pdus, key, regime.cycle_months, sight, p, t)
        else:
            picked = in_turn(inspectorate, pdus, regions, key, regime.cycle_months, t, p)
        if picked < 0:
            return
        visit += 1
        pdus.due_at[picked] = t + int(regime.notice_months)
        inspectorate.days[0] -= cost

"""Quality: the share of cases that is sufficient, and the share that looks so.

Purpose      Keep true quality Q and evidenced quality E apart, with everything that separates them switchable.
Equation     Q = sigma(a + local + beta.x + G);  E = sigma(a + local + gamma.x + G + kappa*presentational
             + lambda*conformity);  G = review*mutuality + protocol*conformity - discretion*autonomy*(1 - skill)
             premises act on engagement alone among the themes of casework
             x, conformity: departures from the national means of month 0; logs for work and time;
             a share at_reference of each is taken away where responsibility is being attributed
Units        Q, E shares of cases; x shares or logs; presentational effort units a case
Reads        pdus: fit, work, workload, skill, confidence, ties, estate, ict, conformity, false_records, climate,
             at_reference
Writes       pdus: true, evidenced.  centre: reference (month 0 only)
Source       definitions of true and evidenced quality; ccp_training_reoffending; gaming rows of inspection_effects.csv
Assumptions  no source measures true quality: every finding on it rests on these loadings
"""

import math

from numba import njit

from model.entities.state import (
    COURT,
    INFORMATION,
    LEADERSHIP,
    N_INPUTS,
    N_PARTNERS,
    N_STAGES,
    N_THEMES,
    SERVICES,
    STAFFING,
    UNPAID_WORK,
    VICTIM,
)
from model.numerics import fixed, fixed_mean, logistic
from model.parameters.units import MIDDLE, TINY

FIT_0, FIT_1, FIT_2, RELATIONAL, RECORDED, TIME, SKILL, PARTNERS, PREMISES, SUPPORT, ICT, CLIMATE, CONFORMITY = range(
    N_INPUTS)
"""Inputs of quality held in scratch.by_pdu, in this order."""
ENGAGEMENT = 0
"""The theme of casework, first of THEMES, that premises act on."""


@njit(cache=True)
def log_ratio(x):
    """Return the logarithm of a positive amount, finite at nought."""
    return math.log(x + TINY)


@njit(cache=True)
def cooperation(confidence, ties, i):
    """Return partners' cooperation with PDU i: confidence weighted by strength of tie."""
    total, weight = 0.0, 0.0
    for k in range(N_PARTNERS):
        total += confidence[i, k] * ties[i, k]
        weight += ties[i, k]
    return total / weight if weight > 0.0 else 0.0


@njit(cache=True)
def gather_inputs(pdus, x):
    """Put every PDU's raw inputs into x, shape (P, inputs)."""
    for i in range(len(pdus.uid)):
        for theme in range(N_THEMES):
            x[i, theme] = pdus.fit[i, theme]
        x[i, RELATIONAL] = log_ratio(pdus.work[i, 0])
        x[i, RECORDED] = log_ratio(pdus.work[i, 1])
        x[i, TIME] = -log_ratio(pdus.workload[i])
        x[i, SKILL] = pdus.skill[i]
        x[i, PARTNERS] = cooperation(pdus.confidence, pdus.ties, i)
        x[i, PREMISES] = pdus.estate[i]
        x[i, SUPPORT] = log_ratio(pdus.support_work[i])
        x[i, ICT] = pdus.ict[i]
        x[i, CLIMATE] = pdus.climate[i]
        x[i, CONFORMITY] = pdus.conformity[i]


@njit(cache=True)
def set_reference(pdus, x, reference):
    """Fix the reference at the national means of the inputs, over PDUs that hold cases."""
    for k in range(N_INPUTS):
        total, count = 0, 0
        for i in range(len(pdus.uid)):
            if pdus.demand[i] > 0.0 and pdus.present[i] > 0:
                total += fixed(x[i, k])
                count += 1
        reference[k] = fixed_mean(total, count)


@njit(cache=True)
def theme_loadings(theme, p):
    """Return the loadings of relational and of recorded work on a theme."""
    if theme == 0:
        return p.relational * p.engagement_relational, p.recorded * p.engagement_recorded
    if theme == N_THEMES - 1:
        return p.relational * p.safety_relational, p.recorded * p.safety_recorded
    return p.relational, p.recorded


@njit(cache=True)
def intercept(stage, theme, p):
    """Return the log-odds of a cell at the national mean of month 0."""
    base = p.engagement if theme == 0 else (p.safety if theme == N_THEMES - 1 else p.desistance)
    if stage == 0:
        return base
    if stage == 1:
        return base + p.planning
    if stage == N_STAGES - 1:
        return base + p.reviewing
    return base + p.implementation + (p.safety_implementation if theme == N_THEMES - 1 else 0.0)


@njit(cache=True)
def governed_part(conforming, skill, dials, p):
    """Return what governance does to the log-odds directly: peers' review, a common protocol, unskilled discretion."""
    return p.peer_review * dials.mutuality + p.protocol * conforming - p.discretion * dials.autonomy * (1.0 - skill)


@njit(cache=True)
def common_part(fit, time, skill, partners, premises, p):
    """Return the part of the log-odds that every case in a theme shares, true or evidenced."""
    return p.fit * fit + p.case_time * time + p.skill * skill + p.partners * partners + p.infrastructure * premises


@njit(cache=True)
def true_share(base, common, relational, recorded, load_relational, load_recorded):
    """Return the expected share of cases that is sufficient."""
    return logistic(base + common + load_relational * relational + load_recorded * recorded)


@njit(cache=True)
def evidenced_share(base, common, relational, recorded, load_relational, load_recorded, show, conforming, p):
    """Return the expected share of cases that looks sufficient: the true share where nothing separates them."""
    gamma_relational = load_relational + p.evidence_relational
    gamma_recorded = load_recorded + p.evidence_recorded
    return logistic(base + common + gamma_relational * relational + gamma_recorded * recorded
                    + p.presentational * show + p.casework_legibility * conforming)


@njit(cache=True)
def shown_work(presentational, false_records, p):
    """Return presentational work a case, false records counted as its extreme."""
    return presentational * (1.0 + p.false_multiplier * false_records)


@njit(cache=True)
def case_cells(pdus, i, d, show, dials, p):
    """Set the twelve casework cells of PDU i from departures d of its inputs."""
    governed = governed_part(d[CONFORMITY], pdus.skill[i], dials, p)
    for theme in range(N_THEMES):
        load_relational, load_recorded = theme_loadings(theme, p)
        premises = d[PREMISES] if theme == ENGAGEMENT else 0.0
        common = common_part(d[theme], d[TIME], d[SKILL], d[PARTNERS], premises, p) + governed
        for stage in range(N_STAGES):
            base = intercept(stage, theme, p) + pdus.local_effect[i]
            cell = stage * N_THEMES + theme
            pdus.true[i, cell] = true_share(base, common, d[RELATIONAL], d[RECORDED], load_relational, load_recorded)
            pdus.evidenced[i, cell] = evidenced_share(base, common, d[RELATIONAL], d[RECORDED], load_relational,
                                                      load_recorded, show, d[CONFORMITY], p)


@njit(cache=True)
def other_cells(pdus, i, d, conforming, p):
    """Set court, unpaid and victim work and the four organisational cells of PDU i."""
    slope = p.organisation_slope
    support = p.case_time * d[SUPPORT] + p.skill * d[SKILL] + pdus.local_effect[i]
    court = p.court + support + p.recorded * d[RECORDED]
    staffing = p.staffing + slope * (d[TIME] + d[SKILL])
    services = p.services + slope * d[PARTNERS] + p.fit * d[FIT_1]
    information = p.information + slope * (MIDDLE * d[PREMISES] + MIDDLE * d[ICT])
    leadership = p.leadership + slope * d[CLIMATE] + p.fit * d[FIT_1] + pdus.local_effect[i]
    pdus.true[i, COURT] = logistic(court)
    pdus.true[i, UNPAID_WORK] = logistic(p.unpaid_work + support)
    pdus.true[i, VICTIM] = logistic(p.victim + support)
    pdus.true[i, LEADERSHIP] = logistic(leadership)
    pdus.true[i, STAFFING] = logistic(staffing)
    pdus.true[i, SERVICES] = logistic(services)
    pdus.true[i, INFORMATION] = logistic(information)
    for cell in range(COURT, INFORMATION + 1):
        pdus.evidenced[i, cell] = pdus.true[i, cell]
    pdus.evidenced[i, LEADERSHIP] = logistic(leadership + p.leadership_legibility * conforming)


@njit(cache=True)
def quality(pdus, centre, scratch, dials, p, t):
    """Phase 5, second part: set true and evidenced quality in every cell."""
    x = scratch.by_pdu
    gather_inputs(pdus, x)
    if t == 0:
        set_reference(pdus, x, centre.reference[0])
    for i in range(len(pdus.uid)):
        for k in range(N_INPUTS):
            free = 1.0 - pdus.at_reference[i, k]
            x[i, k] = free * (x[i, k] - centre.reference[0, k]) if pdus.demand[i] > 0.0 else 0.0
        show = shown_work(pdus.work[i, 2], pdus.false_records[i], p)
        case_cells(pdus, i, x[i], show, dials, p)
        other_cells(pdus, i, x[i], x[i, CONFORMITY], p)

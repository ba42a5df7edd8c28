"""Regional inspection: when every PDU of a region has reported, the region is judged on eight standards.

Purpose      Judge regions under the second framework from their PDUs' cases and from their own state.
Equation     desistance, public protection, resettlement = band of the lowest of four stages, PDUs' cases pooled
             court = band of pooled cases;  unpaid work, victims = band of cases read in regional fieldwork
             leadership E = sigma(slope*(state - 1/2) + legibility);  staffing E = mean of its PDUs;  seen as in PDUs
             total = sum of eight bands;  days -= region days, more where practice is plural
Units        shares of cases; bands 0-3; maximum 24; log-odds; inspector-days
Reads        pdus: case_counts, cases_read, evidenced, conformity, workload, published_at, maximum
             regions: slack, director_morale, reflection, agreement, felt_control, judged_at.
             inspectorate: severity.  regime
Writes       regions: standards, points, overall, judged_at.  inspectorate: days, events
Source       scoring_rules.csv regional; standards.csv regional 2023-25; region_ratings.csv; submission, implicit vision
Assumptions  only reports under the second framework count; a region's report appears with its last PDU's; questions
             on engagement stand for resettlement, which has none of its own; a region's leadership shows in its slack,
             its director's morale, its time for reflection and its agreement with the centre, which count alike; PDUs'
             cases carry the severity of their own visits
"""

import numpy as np
from numba import njit

from model.entities.state import (
    N_CASE_CELLS,
    N_REGION_STANDARDS,
    N_STAGES,
    N_THEMES,
    STAFFING,
    UNPAID_WORK,
    VICTIM,
)
from model.inspection.aggregation import POINTS_A_STANDARD, n_standards, overall_band
from model.inspection.judgement import band, lifted, organisation_band, read_cases, seen_share, visit_severity
from model.inspection.legibility import evidence_days, legible_bias, scattered
from model.inspection.publication import LEVEL_REGION, record_event
from model.inspection.selection import REGION_BASE
from model.numerics import fixed, fixed_mean, logistic
from model.parameters.units import MIDDLE
from model.randomness import (
    STREAM_CASES,
    STREAM_DISCRETION,
    STREAM_ORGANISATION,
    inverse_normal,
    normal,
    stream_key,
    uniform,
)

REGION_LEADERSHIP, REGION_STAFFING = 0, 1
DESISTANCE, PUBLIC_PROTECTION, RESETTLEMENT, UNPAID, COURT, VICTIMS = range(REGION_STAFFING + 1, N_REGION_STANDARDS)
ENGAGEMENT_THEME, DESISTANCE_THEME, SAFETY_THEME = range(N_THEMES)
N_FIELDWORK = 2
"""Unpaid work and victim work are read in regional fieldwork."""
N_LED = 4.0
"""States that a region's leadership shows in."""
N_MEANS = 5
CONFORMITY, STAFFED, UNPAID_SHARE, VICTIM_SHARE, OVERLOAD = range(N_MEANS)


@njit(cache=True)
def region_complete(pdus, judged_at, maximum, r):
    """Return whether every PDU of region r has reported since it was judged, scored to the maximum now in force."""
    members = 0
    for i in range(len(pdus.uid)):
        if pdus.region[i] == r:
            members += 1
            if pdus.published_at[i] <= judged_at or pdus.maximum[i] != maximum:
                return False
    return members > 0


@njit(cache=True)
def region_means(pdus, r):
    """Return plain means over the PDUs of region r, in the order CONFORMITY to OVERLOAD."""
    totals, members = np.zeros(N_MEANS, np.int64), 0
    for i in range(len(pdus.uid)):
        if pdus.region[i] == r:
            members += 1
            totals[CONFORMITY] += fixed(pdus.conformity[i])
            totals[STAFFED] += fixed(pdus.evidenced[i, STAFFING])
            totals[UNPAID_SHARE] += fixed(pdus.evidenced[i, UNPAID_WORK])
            totals[VICTIM_SHARE] += fixed(pdus.evidenced[i, VICTIM])
            totals[OVERLOAD] += fixed(max(0.0, pdus.workload[i] - 1.0))
    means = np.empty(N_MEANS)
    for k in range(N_MEANS):
        means[k] = fixed_mean(totals[k], members)
    return means


@njit(cache=True)
def pool_cases(pdus, r, pooled):
    """Sum into `pooled` the sufficient cases of region r's PDUs by question; return how many cases were read."""
    pooled[:] = 0
    read = 0
    for i in range(len(pdus.uid)):
        if pdus.region[i] == r:
            pooled += pdus.case_counts[i]
            read += pdus.cases_read[i]
    return read


@njit(cache=True)
def theme_band(pooled, read, theme, panel, who, p):
    """Return the band of a theme's pooled cases: that of its lowest stage, as the panel sees it."""
    lowest = band(1.0, p)
    for stage in range(N_STAGES):
        cell = stage * N_THEMES + theme
        share = lifted(pooled[cell] / read, uniform(panel, who, cell), p)
        lowest = min(lowest, band(share, p))
    return lowest


@njit(cache=True)
def region_state(slack, morale, agreement, reflection):
    """Return the state that a region's leadership is judged on."""
    return (slack + morale + agreement + reflection) / N_LED


@njit(cache=True)
def region_leadership(state, conformity, control, p):
    """Return the evidenced share of regional leadership before severity and noise."""
    return logistic(p.national_slope * (state - MIDDLE) + legible_bias(conformity, control, 0.0, p))


@njit(cache=True)
def judge_organisation(regions, r, means, severity, relief, seed, t, p):
    """Set region r's leadership and staffing."""
    luck, who = stream_key(seed, STREAM_ORGANISATION, t), REGION_BASE + r
    state = region_state(regions.slack[r], regions.director_morale[r], regions.agreement[r], regions.reflection[r])
    leading = region_leadership(state, means[CONFORMITY], regions.felt_control[r], p)
    blurred = severity + scattered(means[CONFORMITY], p) * normal(luck, who, 2)
    regions.standards[r, REGION_LEADERSHIP] = organisation_band(leading, blurred, normal(luck, who, 0), relief, p)
    regions.standards[r, REGION_STAFFING] = organisation_band(means[STAFFED], severity, normal(luck, who, 1), relief, p)


@njit(cache=True)
def judge_fieldwork(regions, r, means, severity, relief, n, scratch, seed, t, p):
    """Set region r's unpaid work and victim work from n cases read in regional fieldwork."""
    thresholds, counts = scratch.thresholds[:N_FIELDWORK], scratch.counts[:N_FIELDWORK]
    for k in range(N_FIELDWORK):
        thresholds[k] = inverse_normal(seen_share(means[UNPAID_SHARE + k], severity, relief))
    read_cases(thresholds, counts, n, p.case_correlation, stream_key(seed, STREAM_CASES, t), REGION_BASE + r)
    regions.standards[r, UNPAID] = band(counts[0] / n, p)
    regions.standards[r, VICTIMS] = band(counts[1] / n, p)


@njit(cache=True)
def judge_region(pdus, regions, r, inspectorate, scratch, regime, means, seed, t, p):
    """Set every standard of region r."""
    who = REGION_BASE + r
    severity = visit_severity(inspectorate.severity, regime.panel_size, who, seed, t, p)
    relief = p.context_relief * regime.context * means[OVERLOAD]
    judge_fieldwork(regions, r, means, severity, relief, int(regime.sample_cases), scratch, seed, t, p)
    judge_organisation(regions, r, means, severity, relief, seed, t, p)
    read = pool_cases(pdus, r, scratch.counts)
    panel = stream_key(seed, STREAM_DISCRETION, t)
    regions.standards[r, DESISTANCE] = theme_band(scratch.counts, read, DESISTANCE_THEME, panel, who, p)
    regions.standards[r, PUBLIC_PROTECTION] = theme_band(scratch.counts, read, SAFETY_THEME, panel, who, p)
    regions.standards[r, RESETTLEMENT] = theme_band(scratch.counts, read, ENGAGEMENT_THEME, panel, who, p)
    regions.standards[r, COURT] = band(scratch.counts[N_CASE_CELLS] / read, p)


@njit(cache=True)
def rate_regions(pdus, regions, inspectorate, scratch, regime, p, seed, t):
    """Phase 8, fourth part: judge each region whose PDUs have all reported, under the second framework."""
    if t < p.second_framework or regime.inspects <= 0.0:
        return
    maximum, of_units = POINTS_A_STANDARD * N_REGION_STANDARDS, POINTS_A_STANDARD * n_standards(t, p)
    for r in range(len(regions.slack)):
        if not region_complete(pdus, regions.judged_at[r], of_units, r):
            continue
        means = region_means(pdus, r)
        judge_region(pdus, regions, r, inspectorate, scratch, regime, means, seed, t, p)
        points = 0
        for s in range(N_REGION_STANDARDS):
            points += regions.standards[r, s]
        regions.points[r], regions.overall[r] = points, overall_band(points / maximum, p)
        regions.judged_at[r] = t
        inspectorate.days[0] -= evidence_days(p.region_days, means[CONFORMITY], p)
        record_event(inspectorate, t, t, LEVEL_REGION, r, regions.overall[r], points, maximum,
                     int(regime.publishes * regime.overall_word))

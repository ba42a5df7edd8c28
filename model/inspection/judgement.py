"""Judgement: cases are read, questions answered, standards banded.

Purpose      Turn evidenced quality into standards as the published instrument does.
Equation     severity = mean over a panel of (spread*habit + inconsistency*luck), as far as members settle together
             a case is sufficient on a question where sqrt(rho)*z + sqrt(1 - rho)*e < N^-1(sigma(logit E + severity))
             a case standard takes the band of its lowest question; bands by share of cases sufficient
Units        shares of cases; severity in log-odds; bands 0 Inadequate to 3 Outstanding
Reads        pdus: evidenced, workload.  inspectorate: severity.  regime
Writes       pdus: pending_standards, case_counts, cases_read
Source       scoring_rules.csv; standards.csv; README (bands, unverified); inspection_effects.csv reliability
Assumptions  one severity for a visit, that of its lead where a panel does not settle it together; cases alike but
             for chance; the panel may lift what falls just short of a boundary
"""

import math

from numba import njit

from model.entities.state import INFORMATION, LEADERSHIP, N_CASE_CELLS, N_STAGES, N_THEMES, SERVICES, STAFFING
from model.numerics import logistic, logit
from model.randomness import (
    STREAM_CASES,
    STREAM_DISCRETION,
    STREAM_INSPECTORS,
    STREAM_ORGANISATION,
    inverse_normal,
    normal,
    stream_key,
    uniform,
)

LEADERSHIP_STANDARD, STAFFING_STANDARD, SERVICES_STANDARD = 0, 1, 2
FIRST_CASE_STANDARD = 3
INFORMATION_STANDARD, COURT_STANDARD = 7, 8
CELLS_READ = N_CASE_CELLS + 1
"""The twelve casework questions and court work."""
NEARLY_ONE = 1.0 - 1e-12
"""Keeps log-odds finite where quality is total or none."""


@njit(cache=True)
def band(share, p):
    """Return the band of a share of cases: 0 Inadequate, 1 Requires improvement, 2 Good, 3 Outstanding."""
    return int(share >= p.band_low) + int(share >= p.band_middle) + int(share >= p.band_high)


@njit(cache=True)
def seen_share(evidenced, severity, relief):
    """Return the chance that a case is judged sufficient."""
    held = min(max(evidenced, 1.0 - NEARLY_ONE), NEARLY_ONE)
    return logistic(logit(held) - severity + relief)


@njit(cache=True)
def inspector_severity(habit, luck, p):
    """Return how severe an inspector is on the day, in log-odds."""
    return p.severity_spread * habit + p.inconsistency * luck


@njit(cache=True)
def settled_severity(lead, mean, p):
    """Return a panel's severity: its lead's, moved towards the mean of all its members."""
    return lead + p.panel_averages * (mean - lead)


@njit(cache=True)
def visit_severity(severity, panel_size, who, seed, t, p):
    """Return how severe this visit is: each member of the panel brings a habit and the day's chance."""
    key = stream_key(seed, STREAM_INSPECTORS, t)
    lead, total, members = 0.0, 0.0, int(panel_size)
    for k in range(members):
        inspector = int(uniform(key, who, k + k) * len(severity))
        own = inspector_severity(severity[inspector], normal(key, who, k + k + 1), p)
        lead = own if k == 0 else lead
        total += own
    return settled_severity(lead, total / members, p)


@njit(cache=True)
def read_cases(shares, counts, n, rho, key, who):
    """Count in `counts` the cases of n judged sufficient on each question; judgements in a case correlate by rho."""
    counts[:] = 0
    common, own = math.sqrt(rho), math.sqrt(1.0 - rho)
    for case in range(n):
        z = normal(key, who, case * (len(shares) + 1))
        for q in range(len(shares)):
            e = normal(key, who, case * (len(shares) + 1) + q + 1)
            counts[q] += common * z + own * e < shares[q]


@njit(cache=True)
def lifted(share, u, p):
    """Return a share as the panel sees it: lifted over a boundary it just misses, if luck has it."""
    if u >= p.discretion_share:
        return share
    for boundary in (p.band_low, p.band_middle, p.band_high):
        if boundary - p.discretion_width <= share < boundary:
            return boundary
    return share


@njit(cache=True)
def organisation_band(evidenced, severity, luck, relief, p):
    """Return the band of a standard judged from meetings and documents."""
    return band(seen_share(evidenced, severity + p.organisation_noise * luck, relief), p)


@njit(cache=True)
def judge_casework(pdus, i, thresholds, counts, n, seed, t, p):
    """Set PDU i's four case standards and court work from n cases read."""
    read_cases(thresholds, counts, n, p.case_correlation, stream_key(seed, STREAM_CASES, t), pdus.uid[i])
    panel = stream_key(seed, STREAM_DISCRETION, t)
    for stage in range(N_STAGES):
        lowest = band(1.0, p)
        for theme in range(N_THEMES):
            cell = stage * N_THEMES + theme
            share = lifted(counts[cell] / n, uniform(panel, pdus.uid[i], cell), p)
            lowest = min(lowest, band(share, p))
        pdus.pending_standards[i, FIRST_CASE_STANDARD + stage] = lowest
    pdus.pending_standards[i, COURT_STANDARD] = band(counts[N_CASE_CELLS] / n, p)
    pdus.case_counts[i, :] = counts
    pdus.cases_read[i] = n


@njit(cache=True)
def judge(pdus, i, inspectorate, regime, thresholds, counts, seed, t, p):
    """Phase 8, second part: judge every standard of PDU i."""
    severity = visit_severity(inspectorate.severity, regime.panel_size, pdus.uid[i], seed, t, p)
    relief = p.context_relief * regime.context * max(0.0, pdus.workload[i] - 1.0)
    for cell in range(CELLS_READ):
        thresholds[cell] = inverse_normal(seen_share(pdus.evidenced[i, cell], severity, relief))
    judge_casework(pdus, i, thresholds, counts, int(regime.sample_cases), seed, t, p)
    key = stream_key(seed, STREAM_ORGANISATION, t)
    cells = (LEADERSHIP, STAFFING, SERVICES, INFORMATION)
    places = (LEADERSHIP_STANDARD, STAFFING_STANDARD, SERVICES_STANDARD, INFORMATION_STANDARD)
    for k in range(len(cells)):
        luck = normal(key, pdus.uid[i], k)
        pdus.pending_standards[i, places[k]] = organisation_band(pdus.evidenced[i, cells[k]], severity, luck, relief, p)

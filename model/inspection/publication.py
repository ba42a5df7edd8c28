"""Publication: fieldwork is done, and its report appears some months later.

Purpose      Carry a judgement from fieldwork to a public report, and keep a register of every one.
Equation     none: bookkeeping.  published = fieldwork + lag
Units        months
Reads        pdus: due_at, pending_*.  inspectorate: severity.  regime
Writes       pdus: fieldwork_at, pending_*, published_at, overall, worded, points, maximum, standards, judgements.
             pdus: interval.  inspectorate: events
Source       pdu_ratings.csv (fieldwork and publication dates); scoring_rules.csv (every PDU, then the region)
Assumptions  without publication the report still reaches those inspected and the centre
"""

from numba import njit

from model.entities.state import NEVER
from model.inspection.aggregation import POINTS_A_STANDARD, n_standards, overall_band, total_points
from model.inspection.judgement import judge

LEVEL_PDU, LEVEL_REGION, LEVEL_NATION = 0, 1, 2


@njit(cache=True)
def record_event(inspectorate, fieldwork, published, level, row, overall, points, maximum, worded):
    """Add a line to the register of published inspections."""
    n = inspectorate.n_events[0]
    if n < len(inspectorate.events):
        line = inspectorate.events[n]
        line[0], line[1], line[2], line[3] = fieldwork, published, level, row
        line[4], line[5], line[6], line[7] = overall, points, maximum, worded
    inspectorate.n_events[0] = n + 1


@njit(cache=True)
def fieldwork(pdus, inspectorate, scratch, regime, p, seed, t):
    """Phase 8, second part: judge every PDU whose visit is due; visits announced before inspection ended lapse."""
    for i in range(len(pdus.uid)):
        if pdus.due_at[i] == NEVER or pdus.due_at[i] > t:
            continue
        if regime.inspects <= 0.0:
            pdus.due_at[i] = NEVER
            continue
        judge(pdus, i, inspectorate, regime, scratch.thresholds, scratch.counts, seed, t, p)
        n = n_standards(t, p)
        maximum = POINTS_A_STANDARD * n
        points = total_points(pdus.pending_standards[i], n)
        pdus.pending_points[i], pdus.pending_maximum[i] = points, maximum
        pdus.pending_overall[i] = overall_band(points / maximum, p)
        pdus.interval[i] = 0 if pdus.fieldwork_at[i] == NEVER else t - pdus.fieldwork_at[i]
        pdus.fieldwork_at[i], pdus.due_at[i] = t, NEVER
        pdus.pending_at[i] = t + int(p.publication_lag)


@njit(cache=True)
def publish(pdus, inspectorate, regime, t):
    """Phase 8, third part: reports that are ready appear."""
    worded = regime.publishes * regime.overall_word
    for i in range(len(pdus.uid)):
        if pdus.pending_at[i] == NEVER or pdus.pending_at[i] > t:
            continue
        pdus.pending_at[i] = NEVER
        pdus.published_at[i] = t
        pdus.overall[i] = pdus.pending_overall[i]
        pdus.worded[i] = worded
        pdus.points[i], pdus.maximum[i] = pdus.pending_points[i], pdus.pending_maximum[i]
        pdus.standards[i] = pdus.pending_standards[i]
        pdus.judgements[i] += 1
        record_event(inspectorate, pdus.fieldwork_at[i], t, LEVEL_PDU, pdus.uid[i], pdus.overall[i], pdus.points[i],
                     pdus.maximum[i], int(worded))

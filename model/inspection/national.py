"""National inspection: the centre judged on its own standards, from its own state.

Purpose      Rate leadership, staffing, services and infrastructure of the centre, with what favours the legible.
Equation     leadership E = sigma(slope*(score of items - 1/2) + legibility);  others E = sigma(slope*(state - 1/2))
             seen = sigma(logit E + spread*luck);  spread of leadership grows with diversity and unfamiliar wording
             days = (days of the regime)*(1 + wording + counter-factual item), more where practice is plural
             maximum = 3*(number of standards): infrastructure is one of them only where the regime says so
Units        log-odds; bands 0-3; inspector-days
Reads        centre: state of its constructs.  pdus: practice, staff, confidence, estate, ict.  national regime, dials
Writes       centre: pending_*, published_at, overall, points, infrastructure, judgements.  inspectorate: days, events,
             knowledge
Source       standards.csv national; national_instrument.csv; submission Q3, Q6-Q8 and on the implicit vision
Assumptions  the standards count alike; leadership is judged by the items of the instrument, the rest by one state each
"""

from numba import njit

from model.entities.state import NEVER
from model.inspection.aggregation import POINTS_A_STANDARD, overall_band
from model.inspection.instrument import CONFORMITY, INFRASTRUCTURE, construct_states, leadership_score, service_means
from model.inspection.judgement import band
from model.inspection.legibility import evidence_days, legible_bias, scattered
from model.inspection.publication import LEVEL_NATION, record_event
from model.numerics import fixed, fixed_mean, logistic, logit
from model.parameters.units import MIDDLE
from model.randomness import STREAM_NATIONAL, normal, stream_key

N_NATIONAL = 4
INFRASTRUCTURE_STANDARD = N_NATIONAL - 1
"""The last of the national standards, so that leaving it out moves no other's luck."""
NOT_JUDGED = -1
FAIR_WORKLOAD = 1.0
"""Workload at which demand equals capacity."""


@njit(cache=True)
def staffing_and_services(pdus, n_posts):
    """Return national means: share of posts filled, workload, partners' confidence."""
    staff, workload, confidence = 0, 0, 0
    for i in range(len(pdus.uid)):
        staff += pdus.staff[i]
        workload += fixed(pdus.workload[i])
        for k in range(pdus.confidence.shape[1]):
            confidence += fixed(pdus.confidence[i, k])
    n = len(pdus.uid)
    return staff / max(n_posts, 1), fixed_mean(workload, n), fixed_mean(confidence, n * pdus.confidence.shape[1])


@njit(cache=True)
def national_share(state, shift, p):
    """Return the evidenced share of a standard judged on a state in [0, 1], shifted in log-odds."""
    return logistic(p.national_slope * (state - MIDDLE) + shift)


@njit(cache=True)
def staffing_state(filled, workload):
    """Return the state that staffing is judged on: posts filled, less workload beyond what is fair."""
    return filled + FAIR_WORKLOAD - workload


@njit(cache=True)
def leadership_spread(conformity, regime, p):
    """Return the spread of the judgement of leadership: plural practice and wording without precedent add to it."""
    return p.national_noise + scattered(conformity, p) + p.wording_noise * regime.wording


@njit(cache=True)
def national_days(regime, conformity, p):
    """Return the inspector-days a national inspection takes."""
    asked = 1.0 + p.wording_days * regime.wording + p.counterfactual_days * regime.counterfactual_item
    return evidence_days(regime.inspector_days * asked, conformity, p)


@njit(cache=True)
def national_shares(centre, pdus, items, dials, regime, means, p, n_posts):
    """Return the evidenced shares of the four national standards before noise; `means` are the service's."""
    filled, workload, confidence = staffing_and_services(pdus, n_posts)
    states = construct_states(centre.understanding[0], centre.control[0], centre.culture[0], centre.communication[0],
                              centre.engagement[0], centre.attention[0], dials, means)
    bias = legible_bias(means[CONFORMITY], centre.control[0], regime.counterfactual_item, p)
    return (national_share(leadership_score(items, states, regime, p), bias, p),
            national_share(staffing_state(filled, workload), 0.0, p), national_share(confidence, 0.0, p),
            national_share(means[INFRASTRUCTURE], 0.0, p))


@njit(cache=True)
def n_national(regime):
    """Return how many national standards are judged."""
    return N_NATIONAL if regime.infrastructure > 0.0 else INFRASTRUCTURE_STANDARD


@njit(cache=True)
def due_now(regime, switch, t):
    """Return whether a national inspection falls in month t."""
    since = t - switch - int(regime.first_month)
    return regime.inspects > 0.0 and since >= 0 and since % int(regime.cycle_months) == 0


@njit(cache=True)
def judge_centre(centre, pdus, inspectorate, items, dials, regime, p, n_posts, seed, t):
    """Judge the centre on four standards and send its report to be written."""
    means = service_means(pdus, centre)
    shares = national_shares(centre, pdus, items, dials, regime, means, p, n_posts)
    key = stream_key(seed, STREAM_NATIONAL, t)
    points, found = 0, NOT_JUDGED
    centre.pending_infrastructure[0] = NOT_JUDGED
    for k in range(n_national(regime)):
        spread = leadership_spread(means[CONFORMITY], regime, p) if k == 0 else p.national_noise
        found = band(logistic(logit_of(shares[k]) + spread * normal(key, k, 0)), p)
        points += found
    if n_national(regime) > INFRASTRUCTURE_STANDARD:
        centre.pending_infrastructure[0] = found
    centre.pending_points[0] = points
    centre.pending_overall[0] = overall_band(points / (POINTS_A_STANDARD * n_national(regime)), p)
    centre.pending_at[0] = t + int(p.publication_lag)
    inspectorate.days[0] -= national_days(regime, means[CONFORMITY], p)
    inspectorate.knowledge[0] += p.knowledge_gain * (1.0 - inspectorate.knowledge[0])


@njit(cache=True)
def logit_of(share):
    """Return the log-odds of a share held away from nought and one."""
    from_edge = min(max(share, EDGE), 1.0 - EDGE)
    return logit(from_edge)


EDGE = 1e-9
"""Keeps log-odds finite."""


@njit(cache=True)
def publish_centre(centre, inspectorate, regime, t):
    """Let the report on the centre appear when it is ready."""
    if centre.pending_at[0] == NEVER or centre.pending_at[0] > t:
        return
    centre.pending_at[0] = NEVER
    centre.published_at[0] = t
    centre.overall[0] = centre.pending_overall[0]
    maximum = POINTS_A_STANDARD * n_national(regime)
    centre.points[0] = centre.pending_points[0] / maximum
    centre.infrastructure[0] = centre.pending_infrastructure[0]
    centre.judgements[0] += 1
    record_event(inspectorate, t, t, LEVEL_NATION, 0, centre.overall[0], centre.pending_points[0],
                 maximum, int(regime.publishes * regime.overall_word))


@njit(cache=True)
def national_inspection(centre, pdus, inspectorate, items, dials, regime, p, n_posts, switch, seed, t):
    """Phase 8, last part: inspect the centre where the regime says so; publish what is ready."""
    if due_now(regime, switch, t):
        judge_centre(centre, pdus, inspectorate, items, dials, regime, p, n_posts, seed, t)
    publish_centre(centre, inspectorate, regime, t)

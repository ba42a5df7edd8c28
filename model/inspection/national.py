"""National inspection: the centre judged on its own standards, from its own state.

Purpose      Rate leadership, staffing, services and infrastructure of the centre, with what favours the legible.
Equation     leadership E = sigma(slope*(state - 1/2) + legibility*((conformity + control)/2 - 1/2)); noise grows with
             diversity; evidence takes more days where practice is plural
Units        log-odds; bands 0-3; inspector-days
Reads        centre: code, reality, culture, communication, engagement, attention, control.  pdus: practice, staff,
             estate, ict
Writes       centre: pending_*, published_at, overall, points, judgements.  inspectorate: days, events, knowledge
Source       standards.csv national; submission Q6-Q8 and on the implicit vision
Assumptions  four standards count alike; leadership is half what is understood and enabled, half what is driven and told
"""

from numba import njit

from model.entities.state import NEVER
from model.inspection.aggregation import POINTS_A_STANDARD, overall_band
from model.inspection.judgement import band
from model.inspection.publication import LEVEL_NATION, record_event
from model.numerics import fixed, fixed_mean, logistic, logit, unit
from model.parameters.units import MIDDLE
from model.randomness import STREAM_NATIONAL, normal, stream_key

N_NATIONAL = 4
FAIR_WORKLOAD = 1.0
"""Workload at which demand equals capacity."""


@njit(cache=True)
def pdu_means(pdus, n_posts):
    """Return national means: share of posts filled, workload, partners' confidence, premises and ICT, conformity."""
    staff, workload, confidence, infrastructure, same = 0, 0, 0, 0, 0
    for i in range(len(pdus.uid)):
        staff += pdus.staff[i]
        workload += fixed(pdus.workload[i])
        for k in range(pdus.confidence.shape[1]):
            confidence += fixed(pdus.confidence[i, k])
        infrastructure += fixed(MIDDLE * (pdus.estate[i] + pdus.ict[i]))
        same += fixed(pdus.conformity[i])
    n = len(pdus.uid)
    return staff / max(n_posts, 1), fixed_mean(workload, n), fixed_mean(confidence, n * pdus.confidence.shape[1]), \
        fixed_mean(infrastructure, n), fixed_mean(same, n)


@njit(cache=True)
def leadership_state(understanding, enabling, engagement, driving, communication):
    """Return the state leadership is judged on: half understanding and enabling, half driving and telling."""
    two_way = (understanding + enabling + engagement) / THREE
    one_way = MIDDLE * (driving + communication)
    return MIDDLE * (two_way + one_way)


THREE = 3.0
"""Parts of the two-way half of leadership."""


@njit(cache=True)
def national_shares(centre, filled, workload, confidence, infrastructure, conformity, p):
    """Return the evidenced state of the four national standards before noise."""
    state = leadership_state(1.0 - unit(centre.understanding[0]), centre.culture[0], centre.engagement[0],
                             centre.control[0], centre.communication[0])
    legible = p.leader_legibility * (MIDDLE * (conformity + centre.control[0]) - MIDDLE)
    leadership = logistic(p.national_slope * (state - MIDDLE) + legible)
    staffing = logistic(p.national_slope * (filled - 1.0 + FAIR_WORKLOAD - workload) + p.national_slope * MIDDLE)
    services = logistic(p.national_slope * (confidence - MIDDLE))
    return leadership, staffing, services, logistic(p.national_slope * (infrastructure - MIDDLE))


@njit(cache=True)
def due_now(regime, switch, t):
    """Return whether a national inspection falls in month t."""
    since = t - switch - int(regime.first_month)
    return regime.inspects > 0.0 and since >= 0 and since % int(regime.cycle_months) == 0


@njit(cache=True)
def judge_centre(centre, pdus, inspectorate, regime, p, n_posts, seed, t):
    """Judge the centre on four standards and send its report to be written."""
    filled, workload, confidence, infrastructure, conformity = pdu_means(pdus, n_posts)
    shares = national_shares(centre, filled, workload, confidence, infrastructure, conformity, p)
    diversity = 1.0 - conformity
    key = stream_key(seed, STREAM_NATIONAL, t)
    points = 0
    for k in range(N_NATIONAL):
        spread = p.national_noise + (p.plural_noise * diversity if k == 0 else 0.0)
        shifted = logistic(logit_of(shares[k]) + spread * normal(key, k, 0))
        points += band(shifted, p)
    centre.pending_points[0] = points
    centre.pending_overall[0] = overall_band(points / (POINTS_A_STANDARD * N_NATIONAL), p)
    centre.pending_at[0] = t + int(p.publication_lag)
    inspectorate.days[0] -= regime.inspector_days * (1.0 + p.plural_cost * diversity)
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
    centre.points[0] = centre.pending_points[0] / (POINTS_A_STANDARD * N_NATIONAL)
    centre.judgements[0] += 1
    record_event(inspectorate, t, t, LEVEL_NATION, 0, centre.overall[0], centre.pending_points[0],
                 POINTS_A_STANDARD * N_NATIONAL, int(regime.publishes * regime.overall_word))


@njit(cache=True)
def national_inspection(centre, pdus, inspectorate, regime, p, n_posts, switch, seed, t):
    """Phase 8, last part: inspect the centre where the regime says so; publish what is ready."""
    if due_now(regime, switch, t):
        judge_centre(centre, pdus, inspectorate, regime, p, n_posts, seed, t)
    publish_centre(centre, inspectorate, regime, t)

"""Inspections: who is due, cases read and judged, points, bands, reports."""

from math import log, sqrt
from statistics import NormalDist

from model import randomness as streams

from .casework import sigma
from .luck import Luck
from .world import held

NEVER = -10000
NATIONAL = 108
AREAS_DRAW_FROM = 1_000_000
EDGE = 1e-12
THE_PROGRAMME = 2_000_000
quantile = NormalDist().inv_cdf


def logit(share: float, edge: float) -> float:
    """Return the log-odds of a share held off nought and one."""
    share = held(share, edge, 1 - edge)
    return log(share / (1 - share))


def band(share: float, p) -> int:
    """Return 0 Inadequate to 3 Outstanding."""
    return sum(share >= boundary for boundary in (p.band_low, p.band_middle, p.band_high))


def overall(points: int, maximum: int, p) -> int:
    """Return the overall band of a total."""
    return sum(points / maximum > edge for edge in (p.inadequate_total, p.improvement_total, p.good_total))


def may_be_picked(u, cycle: float, t: int) -> bool:
    """Return whether nothing is announced or unpublished and a cycle has passed."""
    return u.due_at == u.pending_at == NEVER and (u.fieldwork_at == NEVER or t - u.fieldwork_at >= cycle)


def days_a_visit(regime, p) -> float:
    """Return the inspector-days of a visit: what is read, told, followed up, by how many, and how it was chosen."""
    return p.fixed_days + p.case_days * regime.sample_cases + p.narrative_days * regime.narrative \
        + p.follow_up_days * regime.follow_up + p.panel_days * (regime.panel_size - 1) \
        + p.risk_days * regime.risk_based + p.travel_days * regime.random_visits


def by_risk_or_lot(ready: list, luck: Luck, sight: float):
    """Return the unit that belief, as far as it is looked at, and luck put first."""
    return min(ready, key=lambda u: sight * u.believed_inspectorate + luck.uniform(u.uid, 1))


def in_a_stint(world, t: int, p) -> int:
    """Return how many visits the programme's region gets before it moves on: a share of its units, later all."""
    members = sum(u.region == world.visitors.active_region for u in world.units)
    return max(1, int((p.first_visits if t < p.second_framework else 1) * members + 0.5))


def by_turn(world, ready: list, luck: Luck, t: int, p):
    """Return the unit whose turn it is, moving the programme on where its region has none."""
    v = world.visitors
    if v.active_region < 0 or v.stint >= in_a_stint(world, t, p) or not any(u.region == v.active_region for u in ready):
        v.stint = 0
        regions = sorted({u.region for u in ready}, key=lambda r: (
            max(max(u.fieldwork_at, u.due_at) for u in world.units if u.region == r),
            luck.uniform(AREAS_DRAW_FROM + r, 0)))
        v.active_region = regions[0] if regions else -1
    here = [u for u in ready if u.region == v.active_region]
    v.stint += bool(here)
    return min(here, key=lambda u: (u.fieldwork_at, luck.uniform(u.uid, 0))) if here else None


def announce(world, regime, p, seed: int, t: int) -> None:
    """Spend the inspector-days there are: by risk, by lot, or by turn."""
    v = world.visitors
    if not regime.inspects or t < p.first_month:
        return
    luck = Luck(seed, streams.STREAM_SELECTION, t)
    if t == int(p.second_framework):
        v.active_region = -1
    cost, visits = days_a_visit(regime, p), 0
    size = len(world.units) / NATIONAL
    v.days = min(v.days + p.days_a_month * size, max(2 * cost, cost * size))
    while v.days >= cost:
        ready = [u for u in world.units if may_be_picked(u, regime.cycle_months, t)]
        draw = luck.uniform(THE_PROGRAMME, visits)
        if draw >= regime.risk_based + regime.random_visits:
            chosen = by_turn(world, ready, luck, t, p)
        else:
            chosen = by_risk_or_lot(ready, luck, p.risk_sight if draw < regime.risk_based else 0.0) if ready else None
        if chosen is None:
            return
        visits += 1
        chosen.due_at = t + int(regime.notice_months)
        v.days -= cost


def thresholds(u, severity: float, relief: float) -> list[float]:
    """Return for each question the normal score below which a case is sufficient."""
    return [quantile(sigma(logit(e, EDGE) - severity + relief)) for e in u.evidenced[:13]]


def read(u, limits: list[float], n: int, p, seed: int, t: int) -> list[int]:
    """Return how many of n cases are sufficient on each question; a case's judgements share a part of luck."""
    luck, counts = Luck(seed, streams.STREAM_CASES, t), [0] * len(limits)
    for case in range(n):
        first = case * (len(limits) + 1)
        shared = sqrt(p.case_correlation) * luck.normal(u.uid, first)
        for q, limit in enumerate(limits):
            counts[q] += shared + sqrt(1 - p.case_correlation) * luck.normal(u.uid, first + q + 1) < limit
    return counts


def discretion(share: float, chance: float, p) -> float:
    """Return a share, lifted to a boundary it just misses where the panel is so minded."""
    for boundary in (p.band_low, p.band_middle, p.band_high):
        if chance < p.discretion_share and boundary - p.discretion_width <= share < boundary:
            return boundary
    return share


def severity_of(who: int, world, regime, p, seed: int, t: int) -> float:
    """Return a visit's severity: its lead's, part of the way towards the mean of the panel."""
    luck, habits = Luck(seed, streams.STREAM_INSPECTORS, t), world.visitors.severity
    members = [p.severity_spread * habits[int(luck.uniform(who, 2 * k) * len(habits))]
               + p.inconsistency * luck.normal(who, 2 * k + 1) for k in range(int(regime.panel_size))]
    return members[0] + p.panel_averages * (sum(members) / len(members) - members[0])


def visit(u, world, regime, p, seed: int, t: int) -> list[int]:
    """Return the bands of nine standards: three of domain one, four stages, information, court."""
    panel, meeting = Luck(seed, streams.STREAM_DISCRETION, t), Luck(seed, streams.STREAM_ORGANISATION, t)
    severity = severity_of(u.uid, world, regime, p, seed, t)
    relief = p.context_relief * regime.context * max(0.0, u.workload - 1)
    n = int(regime.sample_cases)
    counts = read(u, thresholds(u, severity, relief), n, p, seed, t)
    u.case_counts, u.cases_read = counts, n
    shares = [discretion(counts[q] / n, panel.uniform(u.uid, q), p) for q in range(12)]
    stages = [min(band(share, p) for share in shares[3 * s:3 * s + 3]) for s in range(4)]
    noise = [p.organisation_noise * meeting.normal(u.uid, k) for k in range(4)]
    leading, staffing, services, information = (
        band(sigma(logit(u.evidenced[15 + k], EDGE) - severity - noise[k] + relief), p) for k in range(4))
    return [leading, staffing, services, *stages, information, band(counts[12] / n, p)]


def fieldwork(world, regime, p, seed: int, t: int) -> None:
    """Units whose visit is due are judged; where inspection has ended an announced visit lapses."""
    for u in world.units:
        if u.due_at == NEVER or u.due_at > t:
            continue
        u.due_at = NEVER
        if not regime.inspects:
            continue
        u.pending_standards = visit(u, world, regime, p, seed, t)
        rated = 9 if t < p.second_framework else 7
        u.pending_points, u.pending_maximum = sum(u.pending_standards[:rated]), 3 * rated
        u.pending_overall = overall(u.pending_points, u.pending_maximum, p)
        u.interval = t - u.fieldwork_at if u.fieldwork_at != NEVER else 0
        u.fieldwork_at, u.pending_at = t, t + int(p.publication_lag)


def publish(world, regime, t: int) -> None:
    """Reports that are ready appear and enter the register."""
    for u in world.units:
        if u.pending_at == NEVER or u.pending_at > t:
            continue
        u.pending_at, u.published_at = NEVER, t
        u.overall, u.points, u.maximum = u.pending_overall, u.pending_points, u.pending_maximum
        u.standards, u.worded = list(u.pending_standards), regime.publishes * regime.overall_word
        u.judgements += 1
        world.visitors.events.append((u.fieldwork_at, t, 0, u.uid, u.overall, u.points, u.maximum, int(u.worded)))

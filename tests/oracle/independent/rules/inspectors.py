"""Inspections: who is due, cases read and judged, points, bands, reports; and the centre's own."""

from math import log, sqrt
from statistics import NormalDist

from model import randomness as streams

from .casework import sigma
from .luck import Luck
from .world import exact_mean, held

NEVER = -10000
NATIONAL = 108
AREAS_DRAW_FROM = 1_000_000
EDGE, CENTRE_EDGE = 1e-12, 1e-9
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


def announce(world, regime, p, seed: int, t: int) -> None:
    """Spend the inspector-days there are: the region waiting longest first, within it the unit waiting longest."""
    v = world.visitors
    if not regime.inspects or t < p.first_month:
        return
    luck = Luck(seed, streams.STREAM_SELECTION, t)
    cost = p.fixed_days + p.case_days * regime.sample_cases + p.narrative_days * regime.narrative \
        + p.follow_up_days * regime.follow_up
    size = len(world.units) / NATIONAL
    v.days = min(v.days + p.days_a_month * size, max(2 * cost, cost * size))
    while v.days >= cost:
        ready = [u for u in world.units if may_be_picked(u, regime.cycle_months, t)]
        if not any(u.region == v.active_region for u in ready):
            regions = sorted({u.region for u in ready}, key=lambda r: (
                max(max(u.fieldwork_at, u.due_at) for u in world.units if u.region == r),
                luck.uniform(AREAS_DRAW_FROM + r, 0)))
            v.active_region = regions[0] if regions else -1
            if not regions:
                return
        here = [u for u in ready if u.region == v.active_region]
        chosen = min(here, key=lambda u: (u.fieldwork_at, luck.uniform(u.uid, 0)))
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


def visit(u, world, regime, p, seed: int, t: int) -> list[int]:
    """Return the bands of nine standards: three of domain one, four stages, information, court."""
    team = Luck(seed, streams.STREAM_INSPECTORS, t)
    panel, meeting = Luck(seed, streams.STREAM_DISCRETION, t), Luck(seed, streams.STREAM_ORGANISATION, t)
    habits = world.visitors.severity
    severity = p.severity_spread * habits[int(team.uniform(u.uid, 0) * len(habits))] \
        + p.inconsistency * team.normal(u.uid, 1)
    relief = p.context_relief * regime.context * max(0.0, u.workload - 1)
    n = int(regime.sample_cases)
    counts = read(u, thresholds(u, severity, relief), n, p, seed, t)
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


def regions(world, regime, p, t: int) -> None:
    """A region is rated when every PDU has reported since it was last: by its PDUs' points pooled."""
    for r, a in enumerate(world.areas):
        inside = [u for u in world.units if u.region == r]
        if t < p.second_framework or not inside or min(u.published_at for u in inside) <= a.judged_at:
            continue
        points, maximum = sum(u.points for u in inside), sum(u.maximum for u in inside)
        a.overall, a.judged_at = overall(points, maximum, p), t
        world.visitors.events.append((t, t, 1, r, a.overall, points, maximum,
                                      int(regime.publishes * regime.overall_word)))


def centre_shares(world, p) -> tuple[list[float], float]:
    """Return the evidenced state of the four national standards, and conformity."""
    c, units = world.centre, world.units
    filled = sum(u.staff for u in units) / max(len(world.posts), 1)
    workload = exact_mean(u.workload for u in units)
    confidence = exact_mean(x for u in units for x in u.confidence)
    built = exact_mean((u.estate + u.ict) / 2 for u in units)
    same = exact_mean(u.conformity for u in units)
    state = ((1 - held(c.understanding) + c.culture + c.engagement) / 3 + (c.control + c.communication) / 2) / 2
    legible = p.leader_legibility * ((same + c.control) / 2 - 0.5)
    s = p.national_slope
    return [sigma(s * (state - 0.5) + legible), sigma(s * (filled - workload + 0.5)), sigma(s * (confidence - 0.5)),
            sigma(s * (built - 0.5))], same


def inspect_centre(world, national, p, switch: int, seed: int, t: int) -> None:
    """Judge the centre when it is due."""
    since = t - switch - int(national.first_month)
    if not national.inspects or since < 0 or since % int(national.cycle_months):
        return
    c, v, luck = world.centre, world.visitors, Luck(seed, streams.STREAM_NATIONAL, t)
    shares, same = centre_shares(world, p)
    noise = [p.national_noise + p.plural_noise * (1 - same), *[p.national_noise] * 3]
    c.pending_points = sum(band(sigma(logit(share, CENTRE_EDGE) + noise[k] * luck.normal(k, 0)), p)
                           for k, share in enumerate(shares))
    c.pending_overall = overall(c.pending_points, 12, p)
    c.pending_at = t + int(p.publication_lag)
    v.days -= national.inspector_days * (1 + p.plural_cost * (1 - same))
    v.knowledge += p.knowledge_gain * (1 - v.knowledge)


def report_on_centre(world, national, t: int) -> None:
    """Let the centre's report appear when it is ready."""
    c = world.centre
    if c.pending_at == NEVER or c.pending_at > t:
        return
    c.pending_at, c.published_at, c.overall, c.points = NEVER, t, c.pending_overall, c.pending_points / 12
    c.judgements += 1
    world.visitors.events.append((t, t, 2, 0, c.overall, c.pending_points, 12,
                                  int(national.publishes * national.overall_word)))

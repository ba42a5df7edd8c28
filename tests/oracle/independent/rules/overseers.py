"""Inspection above units: regions on eight standards, and the centre on four, its leadership by items."""

from math import sqrt

from model import randomness as streams

from .casework import sigma
from .inspectors import AREAS_DRAW_FROM, EDGE, NEVER, band, discretion, logit, overall, quantile, severity_of
from .luck import Luck
from .world import exact_mean, held

CENTRE_EDGE = 1e-9


def looks(share: float, severity: float, relief: float) -> float:
    """Return a share as it looks to those who judge."""
    return sigma(logit(share, EDGE) - severity + relief)


def favoured(conformity: float, control: float, asked: float, p) -> float:
    """Return what uniform, tightly held practice gains in log-odds, less where alternatives are asked after."""
    return p.leader_legibility * ((conformity + control) / 2 - 0.5) * (1 - p.counterfactual_unbias * asked)


def pooled_bands(inside: list, who: int, p, seed: int, t: int) -> list[int]:
    """Return bands of the themes engagement, desistance and safety, and of court work, from units' cases pooled."""
    panel, n = Luck(seed, streams.STREAM_DISCRETION, t), sum(u.cases_read for u in inside)
    shares = [sum(u.case_counts[q] for u in inside) / n for q in range(13)]
    seen = [discretion(shares[q], panel.uniform(who, q), p) for q in range(12)]
    return [min(band(share, p) for share in seen[theme::3]) for theme in range(3)] + [band(shares[12], p)]


def read_in_region(inside: list, who: int, severity: float, relief: float, n: int, p, seed: int, t: int) -> list[int]:
    """Return bands of unpaid work and victim work."""
    luck, rho, counts = Luck(seed, streams.STREAM_CASES, t), p.case_correlation, [0, 0]
    limits = [quantile(looks(exact_mean(u.evidenced[cell] for u in inside), severity, relief)) for cell in (13, 14)]
    for case in range(n):
        shared = sqrt(rho) * luck.normal(who, 3 * case)
        for q in range(2):
            counts[q] += shared + sqrt(1 - rho) * luck.normal(who, 3 * case + q + 1) < limits[q]
    return [band(count / n, p) for count in counts]


def judge_region(world, a, r: int, inside: list, regime, p, seed: int, t: int) -> list[int]:
    """Return the bands of a region's eight standards."""
    who, luck = AREAS_DRAW_FROM + r, Luck(seed, streams.STREAM_ORGANISATION, t)
    severity = severity_of(who, world, regime, p, seed, t)
    relief = p.context_relief * regime.context * exact_mean(max(0.0, u.workload - 1) for u in inside)
    same = exact_mean(u.conformity for u in inside)
    state = (a.slack + a.director_morale + a.agreement + a.reflection) / 4
    leads = sigma(p.national_slope * (state - 0.5) + favoured(same, a.felt_control, 0.0, p))
    blur = p.plural_noise * (1 - same) * luck.normal(who, 2) + p.organisation_noise * luck.normal(who, 0)
    staffed = exact_mean(u.evidenced[16] for u in inside)
    engagement, desistance, safety, court = pooled_bands(inside, who, p, seed, t)
    unpaid, victims = read_in_region(inside, who, severity, relief, int(regime.sample_cases), p, seed, t)
    return [band(looks(leads, severity + blur, relief), p),
            band(looks(staffed, severity + p.organisation_noise * luck.normal(who, 1), relief), p),
            desistance, safety, engagement, unpaid, court, victims]


def regions(world, regime, p, seed: int, t: int) -> None:
    """A region is judged when every PDU has reported, scored out of 21, since it was last."""
    for r, a in enumerate(world.areas):
        inside = [u for u in world.units if u.region == r]
        if not regime.inspects or t < p.second_framework or not inside:
            continue
        if min(u.published_at for u in inside) <= a.judged_at or \
                any(u.maximum != 21 for u in inside):
            continue
        a.standards = judge_region(world, a, r, inside, regime, p, seed, t)
        a.points, a.judged_at = sum(a.standards), t
        a.overall = overall(a.points, 24, p)
        world.visitors.days -= p.region_days * (1 + p.plural_cost * (1 - exact_mean(u.conformity for u in inside)))
        world.visitors.events.append((t, t, 1, r, a.overall, a.points, 24,
                                      int(regime.publishes * regime.overall_word)))


def constructs(world, dials) -> list[float]:
    """Return the state of every construct of leadership, in the order of the list."""
    c, units = world.centre, world.units
    forms = [dials.learning_research, dials.learning_theory, dials.learning_staff]
    evenness = (1 - sum(w * w for w in forms)) * 1.5
    return [c.control, c.culture, 1 - held(c.understanding), c.communication, c.engagement,
            (abs(2 * c.culture - 1) + c.agreement) / 2, exact_mean((u.belonging + 1 - u.culture) / 2 for u in units),
            dials.innovation_support, dials.autonomy, exact_mean((u.estate + u.ict) / 2 for u in units),
            (c.attention + c.engagement) / 2, 1 - held(exact_mean(u.change for u in units) / 30),
            *[3 * w * c.attention for w in forms], c.reflection, c.agreement,
            (c.attention + c.engagement + evenness) / 3]


def leadership(items, state: list[float], national, p) -> float:
    """Return the score of leadership: items to key questions, key questions to the standard, wordings mixed."""
    by_wording = []
    for wording in range(2):
        questions: dict[int, list[tuple[float, float]]] = {}
        for j in range(len(items.wording)):
            if items.wording[j] != wording:
                continue
            weight = (national.counterfactual_item if items.counterfactual[j] else 1.0) * items.weight[j]
            found = held(sum((a + p.coding * (b - a)) * x for a, b, x in zip(items.prior[j], items.coded[j], state)))
            questions.setdefault(int(items.key_question[j]), []).append((weight, found))
        scores = [sum(w * x for w, x in pairs) / sum(w for w, _ in pairs) for pairs in questions.values()]
        balance = sum(scores) / len(scores)
        by_wording.append(balance + p.weakest * (min(scores) - balance))
    return by_wording[0] + national.wording * (by_wording[1] - by_wording[0])


def centre_shares(world, items, dials, national, p) -> tuple[list[float], float]:
    """Return the evidenced state of the four national standards, and conformity."""
    c, units = world.centre, world.units
    filled = sum(u.staff for u in units) / max(len(world.posts), 1)
    workload = exact_mean(u.workload for u in units)
    confidence = exact_mean(x for u in units for x in u.confidence)
    built = exact_mean((u.estate + u.ict) / 2 for u in units)
    same, s = exact_mean(u.conformity for u in units), p.national_slope
    score = leadership(items, constructs(world, dials), national, p)
    return [sigma(s * (score - 0.5) + favoured(same, c.control, national.counterfactual_item, p)),
            sigma(s * (filled - workload + 0.5)), sigma(s * (confidence - 0.5)), sigma(s * (built - 0.5))], same


def inspect_centre(world, items, dials, national, p, switch: int, seed: int, t: int) -> None:
    """Judge the centre when it is due."""
    since = t - switch - int(national.first_month)
    if not national.inspects or since < 0 or since % int(national.cycle_months):
        return
    c, v, luck = world.centre, world.visitors, Luck(seed, streams.STREAM_NATIONAL, t)
    shares, same = centre_shares(world, items, dials, national, p)
    noise = [p.national_noise + p.plural_noise * (1 - same) + p.wording_noise * national.wording,
             *[p.national_noise] * 3]
    bands = [band(sigma(logit(share, CENTRE_EDGE) + noise[k] * luck.normal(k, 0)), p) for k, share in enumerate(shares)]
    rated = bands if national.infrastructure else bands[:3]
    c.pending_points, c.pending_infrastructure = sum(rated), bands[3] if national.infrastructure else -1
    c.pending_overall = overall(c.pending_points, 3 * len(rated), p)
    c.pending_at = t + int(p.publication_lag)
    asked = 1 + p.wording_days * national.wording + p.counterfactual_days * national.counterfactual_item
    v.days -= national.inspector_days * asked * (1 + p.plural_cost * (1 - same))
    v.knowledge += p.knowledge_gain * (1 - v.knowledge)


def report_on_centre(world, national, t: int) -> None:
    """Let the centre's report appear when it is ready."""
    c = world.centre
    if c.pending_at == NEVER or c.pending_at > t:
        return
    most = 12 if national.infrastructure else 9
    c.pending_at, c.published_at, c.overall, c.points = NEVER, t, c.pending_overall, c.pending_points / most
    c.infrastructure = c.pending_infrastructure
    c.judgements += 1
    world.visitors.events.append((t, t, 2, 0, c.overall, c.pending_points, most,
                                  int(national.publishes * national.overall_word)))

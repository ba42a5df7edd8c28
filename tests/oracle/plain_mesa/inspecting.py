"""Inspection in the oracle: who is due, what is read, how it is judged, what is published."""

import math

from plain_mesa.rules import Luck, exact_mean, logistic, logit, pure, unit

from model.entities.state import (
    COURT,
    INFORMATION,
    LEADERSHIP,
    N_CASE_CELLS,
    N_STAGES,
    N_THEMES,
    NEVER,
    SERVICES,
    STAFFING,
)
from model.inspection import aggregation, judgement, national, selection
from model.randomness import (
    STREAM_CASES,
    STREAM_DISCRETION,
    STREAM_INSPECTORS,
    STREAM_NATIONAL,
    STREAM_ORGANISATION,
    STREAM_SELECTION,
)
from model.randomness import inverse_normal as jitted_inverse_normal

visit_days = pure(selection.visit_days)
overall_band, n_standards = pure(aggregation.overall_band), pure(aggregation.n_standards)
band, seen_share, lifted = pure(judgement.band), pure(judgement.seen_share), pure(judgement.lifted)
organisation_band, inverse_normal = pure(judgement.organisation_band), pure(jitted_inverse_normal)
leadership_state, due_now = pure(national.leadership_state), pure(national.due_now)
NATIONAL_PDUS, VISITS_IN_HAND, REGIONS_DRAW_FROM = 108.0, 2.0, 1000000
POINTS, FIRST_CASE_STANDARD, INFORMATION_STANDARD, COURT_STANDARD = 3, 3, 7, 8
LEVEL_PDU, LEVEL_REGION, LEVEL_NATION = 0, 1, 2
NATIONAL_STANDARDS, EDGE, MIDDLE = 4, 1e-9, 0.5


def inspect(model, t: int) -> None:
    """Inspect the nation, then PDUs, then rate regions; publish what is ready."""
    if due_now(model.national, model.switch, t):
        judge_centre(model, t)
    publish_centre(model, t)
    announce(model, t)
    for place in model.units:
        visit(place, model, t)
    for place in model.units:
        publish(place, model, t)
    for region in model.regions if t >= model.world.inspection.second_framework else []:
        rate(region, model, t)


def announce(model, t: int) -> None:
    """Announce visits while there are days for one: the region, then the PDU, that has waited longest."""
    p, regime, inspectorate = model.world.inspection, model.regime, model.inspectorate
    if regime.inspects <= 0.0 or t < p.first_month:
        return
    cost, scale = visit_days(regime, p), len(model.units) / NATIONAL_PDUS
    most = max(VISITS_IN_HAND * cost, cost * scale)
    inspectorate.days = min(inspectorate.days + p.days_a_month * scale, most)
    luck = Luck(model.seed, STREAM_SELECTION, t)
    while inspectorate.days >= cost:
        region = inspectorate.active_region
        free = [place for place in region.units if eligible(place, regime, t)] if region else []
        if free:
            first = min(free, key=lambda place: (place.fieldwork_at, luck.uniform(place.uid, 0)))
            first.due_at = t + int(regime.notice_months)
            inspectorate.days -= cost
            continue
        waiting = [region for region in model.regions if any(eligible(place, regime, t) for place in region.units)]
        inspectorate.active_region = min(waiting, default=None, key=lambda region: (
            max(max(place.fieldwork_at, place.due_at) for place in region.units),
            luck.uniform(REGIONS_DRAW_FROM + region.uid, 0)))
        if not waiting:
            return


def eligible(place, regime, t: int) -> bool:
    """Return whether a PDU may be picked."""
    rested = place.fieldwork_at == NEVER or t - place.fieldwork_at >= regime.cycle_months
    return place.due_at == NEVER and place.pending_at == NEVER and rested


def visit(place, model, t: int) -> None:
    """Do the fieldwork that is due and score it; a visit lapses where inspection has ended."""
    p, regime = model.world.inspection, model.regime
    if place.due_at == NEVER or place.due_at > t:
        return
    place.due_at = NEVER
    if regime.inspects <= 0.0:
        return
    luck = Luck(model.seed, STREAM_INSPECTORS, t)
    teams = model.inspectorate.severity
    habit = teams[int(luck.uniform(place.uid, 0) * len(teams))]
    severity = p.severity_spread * habit + p.inconsistency * luck.normal(place.uid, 1)
    relief = p.context_relief * regime.context * max(0.0, place.workload - 1.0)
    judge_cases(place, model, severity, relief, t)
    luck = Luck(model.seed, STREAM_ORGANISATION, t)
    cells = {0: LEADERSHIP, 1: STAFFING, 2: SERVICES, INFORMATION_STANDARD: INFORMATION}
    for draw, (standard, cell) in enumerate(cells.items()):
        place.pending_standards[standard] = organisation_band(place.evidenced[cell], severity,
                                                              luck.normal(place.uid, draw), relief, p)
    n = n_standards(t, p)
    place.pending_maximum, place.pending_points = POINTS * n, sum(place.pending_standards[:n])
    place.pending_overall = overall_band(place.pending_points / place.pending_maximum, p)
    place.fieldwork_at, place.pending_at = t, t + int(p.publication_lag)


def judge_cases(place, model, severity: float, relief: float, t: int) -> None:
    """Read cases one by one and band the four case standards and court work."""
    p, n = model.world.inspection, int(model.regime.sample_cases)
    cells = [*range(N_CASE_CELLS), COURT]
    marks = [inverse_normal(seen_share(place.evidenced[cell], severity, relief)) for cell in cells]
    luck, panel = Luck(model.seed, STREAM_CASES, t), Luck(model.seed, STREAM_DISCRETION, t)
    common, own = math.sqrt(p.case_correlation), math.sqrt(1.0 - p.case_correlation)
    sufficient = [0] * len(cells)
    for case in range(n):
        first = case * (len(cells) + 1)
        z = luck.normal(place.uid, first)
        for q, mark in enumerate(marks):
            sufficient[q] += common * z + own * luck.normal(place.uid, first + q + 1) < mark
    for stage in range(N_STAGES):
        questions = range(stage * N_THEMES, (stage + 1) * N_THEMES)
        place.pending_standards[FIRST_CASE_STANDARD + stage] = min(
            band(lifted(sufficient[q] / n, panel.uniform(place.uid, q), p), p) for q in questions)
    place.pending_standards[COURT_STANDARD] = band(sufficient[N_CASE_CELLS] / n, p)


def publish(place, model, t: int) -> None:
    """Let a report that is ready appear."""
    if place.pending_at == NEVER or place.pending_at > t:
        return
    place.worded = model.regime.publishes * model.regime.overall_word
    place.pending_at, place.published_at, place.overall = NEVER, t, place.pending_overall
    place.points, place.maximum = place.pending_points, place.pending_maximum
    place.standards = list(place.pending_standards)
    place.judgements += 1
    model.inspectorate.events.append((place.fieldwork_at, t, LEVEL_PDU, place.uid, place.overall, place.points,
                                      place.maximum, int(place.worded)))


def rate(region, model, t: int) -> None:
    """Rate a region all of whose PDUs have reported since it was last judged."""
    if not region.units or any(place.published_at <= region.judged_at for place in region.units):
        return
    points, maximum = sum(place.points for place in region.units), sum(place.maximum for place in region.units)
    region.overall, region.judged_at = overall_band(points / maximum, model.world.inspection), t
    worded = int(model.regime.publishes * model.regime.overall_word)
    model.inspectorate.events.append((t, t, LEVEL_REGION, region.uid, region.overall, points, maximum, worded))


def centre_shares(model) -> tuple[list[float], float]:
    """Return what the four national standards are judged on, and how much practice conforms."""
    p, centre, units = model.world.inspection, model.centre, model.units
    filled = sum(place.staff for place in units) / max(len(model.posts), 1)
    workload = exact_mean([place.workload for place in units])
    confidence = exact_mean([each for place in units for each in place.confidence])
    buildings = exact_mean([MIDDLE * (place.estate + place.ict) for place in units])
    conformity = exact_mean([place.conformity for place in units])
    leading = leadership_state(1.0 - unit(centre.understanding), centre.culture, centre.engagement, centre.control,
                               centre.communication)
    legible = p.leader_legibility * (MIDDLE * (conformity + centre.control) - MIDDLE)
    slope = p.national_slope
    return [logistic(slope * (leading - MIDDLE) + legible),
            logistic(slope * (filled - 1.0 + 1.0 - workload) + slope * MIDDLE),
            logistic(slope * (confidence - MIDDLE)), logistic(slope * (buildings - MIDDLE))], conformity


def judge_centre(model, t: int) -> None:
    """Judge the centre and send its report to be written."""
    p, centre, inspectorate = model.world.inspection, model.centre, model.inspectorate
    shares, conformity = centre_shares(model)
    diversity, luck, points = 1.0 - conformity, Luck(model.seed, STREAM_NATIONAL, t), 0
    for standard, share in enumerate(shares):
        spread = p.national_noise + (p.plural_noise * diversity if standard == 0 else 0.0)
        held = min(max(share, EDGE), 1.0 - EDGE)
        points += band(logistic(logit(held) + spread * luck.normal(standard, 0)), p)
    centre.pending_points, centre.pending_overall = points, overall_band(points / (POINTS * NATIONAL_STANDARDS), p)
    centre.pending_at = t + int(p.publication_lag)
    inspectorate.days -= model.national.inspector_days * (1.0 + p.plural_cost * diversity)
    inspectorate.knowledge += p.knowledge_gain * (1.0 - inspectorate.knowledge)


def publish_centre(model, t: int) -> None:
    """Let the report on the centre appear when it is ready."""
    centre, national_regime = model.centre, model.national
    if centre.pending_at == NEVER or centre.pending_at > t:
        return
    centre.pending_at, centre.published_at, centre.overall = NEVER, t, centre.pending_overall
    centre.points = centre.pending_points / (POINTS * NATIONAL_STANDARDS)
    centre.judgements += 1
    worded = int(national_regime.publishes * national_regime.overall_word)
    model.inspectorate.events.append((t, t, LEVEL_NATION, 0, centre.overall, centre.pending_points,
                                      POINTS * NATIONAL_STANDARDS, worded))

"""Inspection in the oracle: who is due, what is read, how it is judged, what is published."""

import math

from plain_mesa.overseeing import judge_centre, publish_centre, rate
from plain_mesa.rules import Luck, pure, visit_severity

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
    STREAM_ORGANISATION,
    STREAM_SELECTION,
)
from model.randomness import inverse_normal as jitted_inverse_normal

visit_days, visits_in_turn = pure(selection.visit_days), pure(selection.visits_in_turn)
overall_band, n_standards = pure(aggregation.overall_band), pure(aggregation.n_standards)
band, seen_share, lifted = pure(judgement.band), pure(judgement.seen_share), pure(judgement.lifted)
organisation_band, inverse_normal = pure(judgement.organisation_band), pure(jitted_inverse_normal)
due_now, risk_score = pure(national.due_now), pure(selection.risk_score)
NATIONAL_PDUS, VISITS_IN_HAND, REGIONS_DRAW_FROM, THE_PROGRAMME = 108.0, 2.0, 1000000, 2000000
POINTS, FIRST_CASE_STANDARD, INFORMATION_STANDARD, COURT_STANDARD = 3, 3, 7, 8
LEVEL_PDU = 0


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
    if t >= model.world.inspection.second_framework and model.regime.inspects > 0.0:
        for region in model.regions:
            rate(region, model, t)


def announce(model, t: int) -> None:
    """Announce visits while there are days for one: the region, then the PDU, that has waited longest."""
    p, regime, inspectorate = model.world.inspection, model.regime, model.inspectorate
    if regime.inspects <= 0.0 or t < p.first_month:
        return
    if t == int(p.second_framework):
        inspectorate.active_region = None
    cost, scale = visit_days(regime, p), len(model.units) / NATIONAL_PDUS
    most = max(VISITS_IN_HAND * cost, cost * scale)
    inspectorate.days = min(inspectorate.days + p.days_a_month * scale, most)
    luck, visits = Luck(model.seed, STREAM_SELECTION, t), 0
    while inspectorate.days >= cost:
        how = luck.uniform(THE_PROGRAMME, visits)
        if how < regime.risk_based + regime.random_visits:
            first = singled_out(model, luck, 1.0 if how < regime.risk_based else 0.0, t)
        else:
            first = next_in_turn(model, luck, t)
        if first is None:
            return
        first.due_at = t + int(regime.notice_months)
        inspectorate.days -= cost
        visits += 1


def singled_out(model, luck: Luck, sight: float, t: int):
    """Return the PDU of the nation that risk, or with no sight a lot, picks."""
    free = [place for place in model.units if eligible(place, model.regime, t)]
    return min(free, default=None, key=lambda place: risk_score(
        place.believed_inspectorate, luck.uniform(place.uid, 1), sight, model.world.inspection))


def next_in_turn(model, luck: Luck, t: int):
    """Return the PDU whose turn it is, moving on to the region that has waited longest where this one is done."""
    inspectorate = model.inspectorate
    region = inspectorate.active_region
    enough = region is not None and inspectorate.stint >= visits_in_turn(len(region.units), t, model.world.inspection)
    if region is None or enough or not any(eligible(place, model.regime, t) for place in region.units):
        inspectorate.stint = 0
        waiting = [region for region in model.regions
                   if any(eligible(place, model.regime, t) for place in region.units)]
        region = inspectorate.active_region = min(waiting, default=None, key=lambda region: (
            max(max(place.fieldwork_at, place.due_at) for place in region.units),
            luck.uniform(REGIONS_DRAW_FROM + region.uid, 0)))
    free = [place for place in region.units if eligible(place, model.regime, t)] if region else []
    inspectorate.stint += bool(free)
    return min(free, default=None, key=lambda place: (place.fieldwork_at, luck.uniform(place.uid, 0)))


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
    severity = visit_severity(model, place.uid, t)
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
    place.interval = 0 if place.fieldwork_at == NEVER else t - place.fieldwork_at
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
    place.case_counts, place.cases_read = sufficient, n


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

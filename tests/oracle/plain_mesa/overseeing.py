"""Inspection above PDUs in the oracle: regions judged on eight standards, and the centre on four."""

import math

from plain_mesa.rules import Luck, exact_mean, logistic, logit, pure, visit_severity

from model.entities.state import NEVER, STAFFING, UNPAID_WORK, VICTIM
from model.inspection import aggregation, instrument, judgement, legibility, national, regional
from model.randomness import (
    STREAM_CASES,
    STREAM_DISCRETION,
    STREAM_NATIONAL,
    STREAM_ORGANISATION,
)
from model.randomness import inverse_normal as jitted_inverse_normal

overall_band, n_standards = pure(aggregation.overall_band), pure(aggregation.n_standards)
band = pure(judgement.band)
seen_share, lifted = pure(judgement.seen_share), pure(judgement.lifted)
organisation_band, inverse_normal = pure(judgement.organisation_band), pure(jitted_inverse_normal)
legible_bias, scattered = pure(legibility.legible_bias), pure(legibility.scattered)
evidence_days, national_days = pure(legibility.evidence_days), pure(national.national_days)
region_state, region_leadership = pure(regional.region_state), pure(regional.region_leadership)
construct_states, leadership_score = pure(instrument.construct_states), pure(instrument.leadership_score)
national_share, staffing_state = pure(national.national_share), pure(national.staffing_state)
leadership_spread, n_national = pure(national.leadership_spread), pure(national.n_national)
POINTS, EDGE, MIDDLE, REGIONS_DRAW_FROM, COURT_CASES = 3, 1e-9, 0.5, 1000000, 12
LEVEL_REGION, LEVEL_NATION, NOT_JUDGED = 1, 2, -1


def rate(region, model, t: int) -> None:
    """Judge a region all of whose PDUs have reported on fieldwork of this framework since it was last judged."""
    p, regime, units = model.world.inspection, model.regime, region.units
    if not units or any(place.published_at <= region.judged_at or place.maximum != POINTS * n_standards(t, p)
                        for place in units):
        return
    who = REGIONS_DRAW_FROM + region.uid
    severity = visit_severity(model, who, t)
    relief = p.context_relief * regime.context * exact_mean([max(0.0, place.workload - 1.0) for place in units])
    conformity = exact_mean([place.conformity for place in units])
    leading, staffing = led(region, conformity, severity, relief, model, t)
    desistance, protection, resettlement, court = pooled(region, who, model, t)
    unpaid, victims = regional_cases(region, who, severity, relief, model, t)
    region.standards = [leading, staffing, desistance, protection, resettlement, unpaid, court, victims]
    region.points, maximum = sum(region.standards), POINTS * len(region.standards)
    region.overall, region.judged_at = overall_band(region.points / maximum, p), t
    model.inspectorate.days -= evidence_days(p.region_days, conformity, p)
    model.inspectorate.events.append((t, t, LEVEL_REGION, region.uid, region.overall, region.points, maximum,
                                      int(regime.publishes * regime.overall_word)))


def led(region, conformity: float, severity: float, relief: float, model, t: int) -> tuple[int, int]:
    """Return the bands of a region's leadership and staffing."""
    p, units, who = model.world.inspection, region.units, REGIONS_DRAW_FROM + region.uid
    luck = Luck(model.seed, STREAM_ORGANISATION, t)
    state = region_state(region.slack, region.director_morale, region.agreement, region.reflection)
    leading = region_leadership(state, conformity, region.felt_control, p)
    blurred = severity + scattered(conformity, p) * luck.normal(who, 2)
    staffed = exact_mean([place.evidenced[STAFFING] for place in units])
    return organisation_band(leading, blurred, luck.normal(who, 0), relief, p), \
        organisation_band(staffed, severity, luck.normal(who, 1), relief, p)


def pooled(region, who: int, model, t: int) -> tuple[int, int, int, int]:
    """Return the bands of desistance, public protection, resettlement and court work from PDUs' cases."""
    p, panel = model.world.inspection, Luck(model.seed, STREAM_DISCRETION, t)
    read = sum(place.cases_read for place in region.units)
    shares = [sum(place.case_counts[q] for place in region.units) / read for q in range(COURT_CASES + 1)]
    engagement, desistance, safety = (
        min(band(lifted(shares[q], panel.uniform(who, q), p), p) for q in range(theme, COURT_CASES, 3))
        for theme in range(3))
    return desistance, safety, engagement, band(shares[COURT_CASES], p)


def regional_cases(region, who: int, severity: float, relief: float, model, t: int) -> tuple[int, int]:
    """Return the bands of unpaid work and victim work, read case by case."""
    p, n, luck = model.world.inspection, int(model.regime.sample_cases), Luck(model.seed, STREAM_CASES, t)
    marks = [inverse_normal(seen_share(exact_mean([place.evidenced[cell] for place in region.units]), severity, relief))
             for cell in (UNPAID_WORK, VICTIM)]
    common, own = math.sqrt(p.case_correlation), math.sqrt(1.0 - p.case_correlation)
    sufficient = [0, 0]
    for case in range(n):
        z = luck.normal(who, case * 3)
        for q, mark in enumerate(marks):
            sufficient[q] += common * z + own * luck.normal(who, case * 3 + q + 1) < mark
    return band(sufficient[0] / n, p), band(sufficient[1] / n, p)


def service_means(model) -> tuple[float, ...]:
    """Return the centre's agreement and reflection; means of change, culture, estate and ICT, conformity."""
    units = model.units
    return (model.centre.agreement, model.centre.reflection, exact_mean([place.change for place in units]),
            exact_mean([MIDDLE * (place.belonging + 1.0 - place.culture) for place in units]),
            exact_mean([MIDDLE * (place.estate + place.ict) for place in units]),
            exact_mean([place.conformity for place in units]))


def centre_shares(model, means: tuple[float, ...]) -> list[float]:
    """Return what the four national standards are judged on."""
    p, centre, units = model.world.inspection, model.centre, model.units
    filled = sum(place.staff for place in units) / max(len(model.posts), 1)
    workload = exact_mean([place.workload for place in units])
    confidence = exact_mean([each for place in units for each in place.confidence])
    states = construct_states(centre.understanding, centre.control, centre.culture, centre.communication,
                              centre.engagement, centre.attention, model.dials, means)
    bias = legible_bias(means[-1], centre.control, model.national.counterfactual_item, p)
    leading = leadership_score(model.items, states, model.national, p)
    return [national_share(leading, bias, p), national_share(staffing_state(filled, workload), 0.0, p),
            national_share(confidence, 0.0, p), national_share(means[-2], 0.0, p)]


def judge_centre(model, t: int) -> None:
    """Judge the centre and send its report to be written."""
    p, centre, inspectorate = model.world.inspection, model.centre, model.inspectorate
    means = service_means(model)
    shares, luck, points = centre_shares(model, means), Luck(model.seed, STREAM_NATIONAL, t), 0
    for standard, share in enumerate(shares):
        spread = leadership_spread(means[-1], model.national, p) if standard == 0 else p.national_noise
        held = min(max(share, EDGE), 1.0 - EDGE)
        if standard < n_national(model.national):
            found = band(logistic(logit(held) + spread * luck.normal(standard, 0)), p)
            points += found
    centre.pending_infrastructure = found if model.national.infrastructure > 0.0 else NOT_JUDGED
    most = POINTS * n_national(model.national)
    centre.pending_points, centre.pending_overall = points, overall_band(points / most, p)
    centre.pending_at = t + int(p.publication_lag)
    inspectorate.days -= national_days(model.national, means[-1], p)
    inspectorate.knowledge += p.knowledge_gain * (1.0 - inspectorate.knowledge)


def publish_centre(model, t: int) -> None:
    """Let the report on the centre appear when it is ready."""
    centre, regime = model.centre, model.national
    if centre.pending_at == NEVER or centre.pending_at > t:
        return
    centre.pending_at, centre.published_at, centre.overall = NEVER, t, centre.pending_overall
    most, centre.infrastructure = POINTS * n_national(regime), centre.pending_infrastructure
    centre.points = centre.pending_points / most
    centre.judgements += 1
    model.inspectorate.events.append((t, t, LEVEL_NATION, 0, centre.overall, centre.pending_points, most,
                                      int(regime.publishes * regime.overall_word)))

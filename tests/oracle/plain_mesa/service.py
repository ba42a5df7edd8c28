"""The service in the oracle: hours into work, work into quality, quality into outcomes."""

from plain_mesa.rules import Luck, added, exact_mean, fixed, from_fixed, logistic, pure, unit

from model.entities.state import (
    COURT,
    INFORMATION,
    LEADERSHIP,
    N_CASE_CELLS,
    N_INPUTS,
    N_STAGES,
    N_THEMES,
    NEVER,
    OTHER,
    PO,
    PSO,
    SERVICES,
    SPO,
    STAFFING,
    TRAINEE,
    UNPAID_WORK,
    VICTIM,
)
from model.parameters.units import MIDDLE, MONTHS_A_YEAR, TINY
from model.randomness import STREAM_INCIDENTS
from model.randomness import poisson as jitted_poisson
from model.submodels import capacity, outcomes, quality, ratchet, scorecard

casework_weight, skilled_hours = pure(capacity.casework_weight), pure(capacity.skilled_hours)
claims, delivered = pure(capacity.claims), pure(ratchet.delivered)
diverted_share, per_demand = pure(capacity.diverted_share), pure(capacity.per_demand)
log_ratio, theme_loadings, intercept = pure(quality.log_ratio), pure(quality.theme_loadings), pure(quality.intercept)
common_part, true_share = pure(quality.common_part), pure(quality.true_share)
evidenced_share, governed_part = pure(quality.evidenced_share), pure(quality.governed_part)
shown_work, continuity, poisson = pure(quality.shown_work), pure(outcomes.continuity), pure(jitted_poisson)
progress_change, incident_rate = pure(outcomes.progress_change), pure(outcomes.incident_rate)
target_now = pure(scorecard.target_now)
defensive_share, culture_change = pure(outcomes.defensive_share), pure(outcomes.culture_change)
(FIT_0, FIT_1, FIT_2, RELATIONAL, RECORDED, TIME, SKILL, PARTNERS, PREMISES, SUPPORT, ICT, CLIMATE,
 CONFORMITY) = range(N_INPUTS)
TASKS = ("relational", "recorded", "presentational", "improvement")
IMPLEMENTATION, REVIEWING, ENGAGEMENT, SAFETY = 2, 3, 0, 2


def set_capacity(model, t: int) -> None:
    """Count people and hours, take claims away, and divide what is left by demand."""
    p, regime, dials = model.world.service, model.regime, model.dials
    lent = sum(fixed(regime.support * p.help_hours * place.helped) for place in model.units)
    lent_share = p.help_cost * from_fixed(lent) / max(len(model.units), 1)
    for place in model.units:
        at_work = count_people(place)
        staff = max(place.staff, 1)
        place.skill = from_fixed(sum(fixed(post.skill) for post in at_work)) / max(place.present, 1)
        reported = 1.0 if t - place.published_at <= MONTHS_A_YEAR else 0.0
        preparing = 0.0 if place.due_at == NEVER else 1.0
        place.debited = claims(place.change, place.newcomers / staff, place.estate, reported, preparing, regime, dials,
                               p)
        factor = max(0.0, 1.0 - place.debited - lent_share + regime.support * p.help_hours * place.helped)
        factor *= 1.0 - p.ict_hours * (1.0 - place.ict)
        share_out(place, at_work, factor, p)


def count_people(place) -> list:
    """Count a PDU's people; return those at work."""
    at_work = [post for post in place.people if post.absent == 0]
    place.staff, place.present = len(place.people), len(at_work)
    place.absent = place.staff - place.present
    place.officers = sum(post.grade == PO for post in place.people)
    place.psos = sum(post.grade in (PSO, TRAINEE) for post in place.people)
    place.spos = sum(post.grade == SPO for post in place.people)
    place.newcomers = sum(post.tenure < MONTHS_A_YEAR for post in place.people)
    return at_work


def share_out(place, at_work: list, factor: float, p) -> None:
    """Move hours from other work where inspection presses; set capacity, workload and work by task."""
    each = [skilled_hours(casework_weight(post.grade, p), post.skill, p) for post in at_work]
    other = sum(post.grade == OTHER for post in at_work)
    diverted = diverted_share(place.pressure_inspection, p)
    own = from_fixed(sum(fixed(hours) for hours in each))
    hours = own + p.diverted_worth * diverted * other
    officers = from_fixed(sum(fixed(its) for its, post in zip(each, at_work) if post.grade == PO))
    place.officer_cases = place.caseload * officers / own if own > 0.0 else 0.0
    lift = hours / own if own > 0.0 else 1.0
    place.capacity, place.workload = hours * factor, 0.0
    if place.demand > 0.0:
        place.workload = min(place.demand / max(place.capacity, TINY), p.workload_limit)
    for k, task in enumerate(TASKS):
        done = sum(fixed(hours * getattr(post, task)) for hours, post in zip(each, at_work))
        place.work[k] = per_demand(factor * lift * from_fixed(done), place.demand)
    place.work[1] *= delivered(place.held_back, place.lifted)
    place.support_work = per_demand(other * unit(factor) * (1.0 - diverted), place.demand)


def cooperation(place) -> float:
    """Return partners' confidence weighted by strength of tie."""
    total, weight = 0.0, 0.0
    for confidence, tie in zip(place.confidence, place.ties):
        total += confidence * tie
        weight += tie
    return total / weight if weight > 0.0 else 0.0


def raw_inputs(place) -> list[float]:
    """Return what a PDU's quality depends on, in the order of the indexes."""
    return [*place.fit, log_ratio(place.work[0]), log_ratio(place.work[1]), -log_ratio(place.workload), place.skill,
            cooperation(place), place.estate, log_ratio(place.support_work), place.ict, place.climate, place.conformity]


def set_quality(model, t: int) -> None:
    """Set true and evidenced quality from departures of the inputs from their means at month 0."""
    p, centre = model.world.quality, model.centre
    inputs = {place: raw_inputs(place) for place in model.units}
    if t == 0:
        holding = [place for place in model.units if place.demand > 0.0 and place.present > 0]
        centre.reference = [exact_mean([inputs[place][k] for place in holding]) for k in range(N_INPUTS)]
    for place, x in inputs.items():
        d = [(1.0 - held) * (value - usual) if place.demand > 0.0 else 0.0
             for value, usual, held in zip(x, centre.reference, place.at_reference)]
        set_casework(place, d, model.dials, p)
        set_other(place, d, p)


def set_casework(place, d: list[float], dials, p) -> None:
    """Set the twelve casework cells."""
    show = shown_work(place.work[2], place.false_records, p)
    governed = governed_part(d[CONFORMITY], place.skill, dials, p)
    for cell in range(N_CASE_CELLS):
        stage, theme = divmod(cell, N_THEMES)
        loads = theme_loadings(theme, p)
        premises = d[PREMISES] if theme == ENGAGEMENT else 0.0
        common = common_part(d[theme], d[TIME], d[SKILL], d[PARTNERS], premises, p) + governed
        base = intercept(stage, theme, p) + place.local_effect
        place.true[cell] = true_share(base, common, d[RELATIONAL], d[RECORDED], *loads)
        place.evidenced[cell] = evidenced_share(base, common, d[RELATIONAL], d[RECORDED], *loads, show,
                                                d[CONFORMITY], p)


def set_other(place, d: list[float], p) -> None:
    """Set court, unpaid and victim work and the organisational cells."""
    slope, true = p.organisation_slope, place.true
    support = p.case_time * d[SUPPORT] + p.skill * d[SKILL] + place.local_effect
    leadership = p.leadership + slope * d[CLIMATE] + p.fit * d[FIT_1] + place.local_effect
    true[COURT] = logistic(p.court + support + p.recorded * d[RECORDED])
    true[UNPAID_WORK], true[VICTIM] = logistic(p.unpaid_work + support), logistic(p.victim + support)
    true[LEADERSHIP] = logistic(leadership)
    true[STAFFING] = logistic(p.staffing + slope * (d[TIME] + d[SKILL]))
    true[SERVICES] = logistic(p.services + slope * d[PARTNERS] + p.fit * d[FIT_1])
    true[INFORMATION] = logistic(p.information + slope * (MIDDLE * d[PREMISES] + MIDDLE * d[ICT]))
    place.evidenced[COURT:] = true[COURT:]
    place.evidenced[LEADERSHIP] = logistic(leadership + p.leadership_legibility * d[CONFORMITY])


def measure(place, k: int) -> float:
    """Return a measure of the scorecard: a stage over its themes, or one of four cells beside casework."""
    if k >= N_STAGES:
        return place.evidenced[(COURT, UNPAID_WORK, VICTIM, SERVICES)[k - N_STAGES]]
    return added(place.evidenced[k * N_THEMES + theme] for theme in range(N_THEMES)) / N_THEMES


def keep_score(model, t: int) -> None:
    """Set targets at month 0, and the share of them that every PDU meets."""
    p, targets = model.world.outcomes, model.centre.targets
    for k in range(len(targets)):
        if t == 0:
            targets[k] = exact_mean([measure(place, k) for place in model.units])
    for place in model.units:
        met = [measure(place, k) >= target_now(target, t, p) for k, target in enumerate(targets)]
        place.targets_met = sum(met) / len(met)


def theme_mean(true: list[float], theme: int) -> float:
    """Return quality in a theme over the stages."""
    return added(true[stage * N_THEMES + theme] for stage in range(N_STAGES)) / N_STAGES


def stage_mean(true: list[float], stage: int) -> float:
    """Return quality in a stage over the themes."""
    return added(true[stage * N_THEMES + theme] for theme in range(N_THEMES)) / N_THEMES


def set_outcomes(model, t: int) -> None:
    """Set culture, defensive practice, progress, the seven practice qualities and incidents."""
    p, dials, luck = model.world.outcomes, model.dials, Luck(model.seed, STREAM_INCIDENTS, t)
    for place in model.units:
        kept = continuity(place.leavers, place.absent, place.staff)
        place.culture += culture_change(place.culture, place.pressure, dials.blame_sharing, dials.mutuality, p)
        place.defensive = defensive_share(model.centre.headlines, dials.blame_sharing, place.culture, p)
        place.progress += progress_change(place.progress, stage_mean(place.true, IMPLEMENTATION), kept, p)
        relation, safety, working = theme_mean(place.true, 0), theme_mean(place.true, SAFETY), cooperation(place)
        place.practices = [
            relation, kept,
            unit(MIDDLE * (relation + place.climate * (1.0 - place.culture))),
            MIDDLE * (working + theme_mean(place.true, 1)),
            unit(MIDDLE * (safety + stage_mean(place.true, REVIEWING)) + place.defensive),
            MIDDLE * (working + safety), place.true[VICTIM]]
        rate = incident_rate(place.caseload, safety, dials.mutuality, p)
        place.incidents = poisson(rate, luck.uniform(place.uid, 0))

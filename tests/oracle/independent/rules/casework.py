"""Time becomes work, work becomes quality true and evidenced, and quality becomes outcomes."""

from math import exp, log

from model import randomness as streams

from .luck import Luck
from .world import OTHER, exact_mean, exact_sum, held

NEVER, TINY = -10000, 1e-9
TASKS = ("relational", "recorded", "presentational", "improvement")


def sigma(x: float) -> float:
    """Return the share whose log-odds are x."""
    return 1 / (1 + exp(-x))


def claimed(u, regime, dials, p, t: int) -> float:
    """Return the share of a unit's hours that is not for cases."""
    reported = t - u.published_at <= 12
    parts = (p.change_hours * u.change, p.voice_hours * dials.voice, p.mutuality_hours * dials.mutuality,
             p.innovation_hours * dials.innovation_support, p.sharing_hours * dials.lateral_sharing,
             p.search_hours * dials.autonomy, p.mentoring_hours * u.newcomers / max(u.staff, 1),
             p.fault_hours * (1 - u.estate), p.preparation_hours * (u.due_at != NEVER),
             regime.inspects * p.recording_hours * regime.rates_standards,
             regime.inspects * p.narrative_hours * regime.narrative,
             p.follow_up_hours * regime.follow_up * reported)
    return min(sum(parts), p.debit_limit)


def count(u) -> list:
    """Count a unit's people; return those present."""
    people = [post for post in u.posts if post.in_post]
    present = [post for post in people if not post.absent]
    u.staff, u.present, u.absent = len(people), len(present), len(people) - len(present)
    u.officers = sum(post.grade == 0 for post in people)
    u.psos = sum(post.grade in (1, 3) for post in people)
    u.spos = sum(post.grade == 2 for post in people)
    u.newcomers = sum(post.tenure < 12 for post in people)
    u.skill = exact_sum(post.skill for post in present) / max(len(present), 1)
    return present


def capacity(world, regime, dials, p, t: int) -> None:
    """Hours, what is taken from them, workload, and work done by task for each unit of demand."""
    weights = (p.weight_po, p.weight_pso, p.weight_spo, p.weight_trainee, p.weight_other)
    lent = p.help_cost * exact_mean(regime.support * p.help_hours * u.helped for u in world.units)
    for u in world.units:
        present = count(u)
        hours = [weights[post.grade] * (p.skill_floor + (1 - p.skill_floor) * post.skill) for post in present]
        u.debited = claimed(u, regime, dials, p, t)
        usable = max(0.0, 1 - u.debited - lent + regime.support * p.help_hours * u.helped)
        usable *= 1 - p.ict_hours * (1 - u.ict)
        helpers, moved = sum(post.grade == OTHER for post in present), held(p.diversion * u.pressure_inspection)
        own = exact_sum(hours)
        extra = p.diverted_worth * moved * helpers
        officers = exact_sum(h for h, post in zip(hours, present) if post.grade == 0)
        u.officer_cases = u.caseload * officers / own if own else 0.0
        u.capacity = (own + extra) * usable
        lifted = usable * ((own + extra) / own if own else 1.0)
        if u.demand > 0:
            u.workload = min(u.demand / max(u.capacity, TINY), p.workload_limit)
            u.work = [lifted * exact_sum(h * getattr(post, task) for h, post in zip(hours, present))
                      / max(u.demand, TINY) for task in TASKS]
            u.work[1] *= (1 - u.held_back) * (1 + u.lifted)
            u.support_work = helpers * (1 - moved) * held(usable) / max(u.demand, TINY)
        else:
            u.workload, u.work, u.support_work = 0.0, [0.0] * 4, 0.0


def cooperation(u) -> float:
    """Return partners' confidence weighted by the strength of their ties."""
    weight = sum(u.ties)
    return sum(c * tie for c, tie in zip(u.confidence, u.ties)) / weight if weight else 0.0


def inputs(u) -> list[float]:
    """Return what quality is made from, in the order of the reference."""
    return [*u.fit, log(u.work[0] + TINY), log(u.work[1] + TINY), -log(u.workload + TINY), u.skill, cooperation(u),
            u.estate, log(u.support_work + TINY), u.ict, u.climate, u.conformity]


def loadings(theme: int, p) -> tuple[float, float, float]:
    """Return a theme's log-odds and its loadings of relational and recorded work."""
    return ((p.engagement, p.relational * p.engagement_relational, p.recorded * p.engagement_recorded),
            (p.desistance, p.relational, p.recorded),
            (p.safety, p.relational * p.safety_relational, p.recorded * p.safety_recorded))[theme]


def judgeable(u, x: list[float], dials, p) -> None:
    """Set the twelve casework cells, true and evidenced."""
    stages = (0.0, p.planning, p.implementation, p.reviewing)
    fits, (relational, recorded, time, skill, partners, premises) = x[:3], x[3:9]
    show = u.work[2] * (1 + p.false_multiplier * u.false_records)
    governed = p.peer_review * dials.mutuality + p.protocol * x[12] - p.discretion * dials.autonomy * (1 - u.skill)
    for k in range(12):
        stage, theme = divmod(k, 3)
        base, b_relational, b_recorded = loadings(theme, p)
        shared = base + stages[stage] + u.local_effect + p.fit * fits[theme] + p.case_time * time + p.skill * skill \
            + p.partners * partners + governed + (p.infrastructure * premises if theme == 0 else 0.0)
        shared += p.safety_implementation if (stage, theme) == (2, 2) else 0.0
        u.true[k] = sigma(shared + b_relational * relational + b_recorded * recorded)
        u.evidenced[k] = sigma(shared + (b_relational + p.evidence_relational) * relational
                               + (b_recorded + p.evidence_recorded) * recorded
                               + p.presentational * show + p.casework_legibility * x[12])


def others(u, x: list[float], p) -> None:
    """Set court, unpaid and victim work, leadership, staffing, services and information."""
    support = p.case_time * x[9] + p.skill * x[6] + u.local_effect
    leading = p.leadership + p.organisation_slope * x[11] + p.fit * x[1] + u.local_effect
    u.true[12:] = [sigma(p.court + support + p.recorded * x[4]), sigma(p.unpaid_work + support),
                   sigma(p.victim + support), sigma(leading),
                   sigma(p.staffing + p.organisation_slope * (x[5] + x[6])),
                   sigma(p.services + p.organisation_slope * x[7] + p.fit * x[1]),
                   sigma(p.information + p.organisation_slope * (x[8] + x[10]) / 2)]
    u.evidenced[12:] = u.true[12:]
    u.evidenced[15] = sigma(leading + p.leadership_legibility * x[12])


def quality(world, dials, p, t: int) -> None:
    """True and evidenced quality from departures of inputs from the national means of month 0."""
    raw = [inputs(u) for u in world.units]
    if t == 0:
        counted = [x for u, x in zip(world.units, raw) if u.demand > 0 and u.present > 0]
        world.centre.reference = [exact_mean(column) for column in zip(*counted)] if counted else [0.0] * 13
    for u, x in zip(world.units, raw):
        x = [(a - b) * (1 - s) for a, b, s in zip(x, world.centre.reference, u.at_reference)] if u.demand > 0 \
            else [0.0] * 13
        judgeable(u, x, dials, p)
        others(u, x, p)


def scorecard(world, p, t: int) -> None:
    """The share of eight measures at or above the nation's means of month 0, raised year by year."""
    measures = [[mean(u.evidenced[3 * s:3 * s + 3]) for s in range(4)] + u.evidenced[12:15] + [u.evidenced[17]]
                for u in world.units]
    if t == 0:
        world.centre.targets = [exact_mean(column) for column in zip(*measures)]
    for u, found in zip(world.units, measures):
        u.targets_met = sum(x >= target + p.target_rise * t / 12 for x, target in zip(found, world.centre.targets)) / 8


def mean(values) -> float:
    """Return a plain mean."""
    values = list(values)
    return sum(values) / len(values)


def outcomes(world, dials, p, seed: int, t: int) -> None:
    """Culture, defensive practice, progress, practice qualities and serious incidents."""
    luck = Luck(seed, streams.STREAM_INCIDENTS, t)
    for u in world.units:
        kept = held(1 - (u.leavers + u.absent) / u.staff) if u.staff else 0.0
        target = held(p.culture_pressure * u.pressure * (1 - dials.blame_sharing) + p.culture_cosy * dials.mutuality)
        u.culture += (target - u.culture) / p.culture_months
        u.defensive = held(p.defensive * world.centre.headlines * (1 - dials.blame_sharing)
                           + p.defensive_culture * u.culture)
        going = sigma(p.progress + p.progress_quality * (mean(u.true[6:9]) - 0.5) + p.progress_continuity * (kept - 1))
        u.progress += (going - u.progress) / p.progress_months
        engaged, desisting, safe = (mean(u.true[theme:12:3]) for theme in range(3))
        partners = cooperation(u)
        u.practices = [engaged, kept, held((engaged + (1 - u.culture) * u.climate) / 2), (partners + desisting) / 2,
                       held((safe + mean(u.true[9:12])) / 2 + u.defensive), (partners + safe) / 2, u.true[14]]
        rate = p.incidents * u.caseload * exp(-p.incident_quality * (safe - 0.5) - p.incident_review * dials.mutuality)
        u.incidents = poisson_quantile(rate, luck.uniform(u.uid, 0))


def poisson_quantile(rate: float, share: float) -> int:
    """Return the smallest count whose cumulative Poisson probability reaches the share."""
    count, term = 0, exp(-rate)
    below = term
    while below < share:
        count += 1
        term *= rate / count
        below += term
    return count

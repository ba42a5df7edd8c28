"""One month written anew: phases in the order of the list the model declares."""

from types import SimpleNamespace

from . import casework, consequences, driving, inspectors, moods, overseers, practice, staffing
from .world import settings


def plain_inputs(inputs) -> SimpleNamespace:
    """Return a run's inputs as plain objects."""
    periods = [SimpleNamespace(**{name: settings(getattr(period, name)) for name in period._fields})
               for period in (inputs.before, inputs.after)]
    return SimpleNamespace(world=settings(inputs.world), espoused=settings(inputs.espoused), before=periods[0],
                           after=periods[1], seed=int(inputs.seed), switch=inputs.switch, items=inputs.items,
                           shock_start=inputs.shock_start, shock_months=inputs.shock_months,
                           shock_share=inputs.shock_share, shock_freeze=inputs.shock_freeze,
                           shock_news=inputs.shock_news, in_shares=inputs.theory.effort == 1,
                           among_alike=inputs.theory.contagion == 1, learning=inputs.theory.learning)


def shocks(inputs, t: int) -> tuple[float, float, float]:
    """Return this month's surge of cases, freeze of recruitment and bad news from outside."""
    shocked = 0 <= t - inputs.shock_start < inputs.shock_months
    return (inputs.shock_share, inputs.shock_freeze, inputs.shock_news) if shocked else (0.0, 0.0, 0.0)


def work(world, inputs, now, t: int) -> None:
    """Phases 1 to 5: demand, workforce, direction, effort, service."""
    p, seed = inputs.world, inputs.seed
    surge, freeze, _ = shocks(inputs, t)
    staffing.cases(world, p.demand, seed, t, surge)
    staffing.workforce(world, now.dials, p.workforce, freeze, seed, t)
    staffing.rises(world, p.workforce, seed, t)
    staffing.moves(world, p.workforce, seed, t)
    driving.centre(world, now.dials, p.direction)
    driving.areas(world, now.dials, p.direction)
    driving.word_and_deed(world, now.dials, inputs.espoused)
    driving.pressure(world, now.regime, now.dials, p.inspection, p.effort, t)
    driving.targets(world, p.effort, t)
    driving.effort(world, now.regime, now.dials, p.effort, inputs.in_shares, t)
    casework.capacity(world, now.regime, now.dials, p.service, t)
    casework.quality(world, now.dials, p.quality, t)
    casework.scorecard(world, p.outcomes, t)
    casework.outcomes(world, now.dials, p.outcomes, seed, t)


def feel_and_learn(world, inputs, now, t: int) -> None:
    """Phases 6 and 7: wellbeing and learning."""
    p, seed = inputs.world, inputs.seed
    moods.esteem(world, p.esteem, seed, t)
    moods.wellbeing(world, now.dials, p.wellbeing, inputs.among_alike, seed, t)
    moods.means(world)
    insight = p.inspection.insight + (1 - p.inspection.insight) * world.visitors.knowledge
    practice.drift(world, p.practice, seed, t)
    practice.mandates(world, now.dials, p.practice, inputs.learning, seed, t)
    practice.forgetting(world, now.dials, p.practice, seed, t)
    practice.passed_over(world, now.regime, p.practice, seed, t)
    practice.experiments(world, now.dials, p.practice, insight, seed, t)
    practice.copying(world, now.dials, p.practice, inputs.learning, seed, t)
    practice.code(world, now.dials, p.practice, inputs.learning, seed, t)
    practice.appraise(world)
    practice.reflection(world, now.dials, p.practice)


def inspect_and_follow(world, inputs, now, t: int) -> None:
    """Phases 8 to 10: inspection, consequence, infrastructure."""
    p, seed = inputs.world, inputs.seed
    overseers.inspect_centre(world, inputs.items, now.dials, now.national, p.inspection, inputs.switch, seed, t)
    overseers.report_on_centre(world, now.national, t)
    inspectors.announce(world, now.regime, p.inspection, seed, t)
    inspectors.fieldwork(world, now.regime, p.inspection, seed, t)
    inspectors.publish(world, now.regime, t)
    overseers.regions(world, now.regime, p.inspection, seed, t)
    consequences.message(world, now.regime, now.dials, p.consequence, p.esteem, t)
    consequences.news(world, now.regime, now.national, p.consequence, p.esteem, inputs.among_alike,
                      shocks(inputs, t)[2], t)
    consequences.partners(world, now.regime, now.national, p.consequence, t)
    consequences.legitimacy(world, now.regime, now.national, now.dials, p.consequence, p.belief)
    consequences.signals(world, now.dials, p.belief, seed, t)
    consequences.beliefs(world, now.regime, now.national, now.dials, p.belief,
                         consequences.told_to_centre(now.national, p.consequence), t)
    consequences.rated_centre(world, now.national, p.consequence, t)
    consequences.infrastructure(world, now.dials, p.infrastructure, seed, t)


def month(world, inputs, t: int) -> None:
    """Move the world by month t."""
    now = inputs.before if t < inputs.switch else inputs.after
    now = SimpleNamespace(**vars(now) | {"dials": driving.practised(world, now.dials)})
    work(world, inputs, now, t)
    feel_and_learn(world, inputs, now, t)
    inspect_and_follow(world, inputs, now, t)

"""Esteem: what one report leaves after some months, and where a steady rate of reports leads."""

from collections.abc import Callable
from types import SimpleNamespace

from experiments.docking.case import Case, Measured, Parameter, Settings, Target
from experiments.docking.ground import assign, ground
from model.submodels.esteem import esteem
from model.submodels.message import GOOD, message
from model.submodels.public import exposure_by_distance, public_sphere

TOLERANCE = 1e-6
HERE, ELSEWHERE = 0, 1
OF_THE_MODEL = ("resting", "recovery", "own_sting", "elsewhere_sting", "distance_decay", "exposure_half_life",
                "word_sting", "shared_blame")
LONG = 1200
"""Months after which nothing of the start is left."""
SHOCK, OWN_RATE, RATE_ELSEWHERE = "after one report", "own reports every so often", "a report elsewhere every month"


def quiet(v: SimpleNamespace) -> SimpleNamespace:
    """Return two units in two regions, one person each, moved by reports alone."""
    s = ground([1, 1], regions=2)
    s.people.esteem[:] = v.resting
    s.scratch.steps[HERE, ELSEWHERE] = s.scratch.steps[ELSEWHERE, HERE] = v.steps
    s.regime["publishes"], s.regime["overall_word"] = 1.0, v.word
    s.dials["blame_sharing"] = v.sharing
    assign(s.world["esteem"], luck=0.0, strain=0.0, validation=0.0,
           **{name: getattr(v, name) for name in OF_THE_MODEL})
    return s


def months_of(s: SimpleNamespace, v: SimpleNamespace, reported: Callable[[int], bool],
              months: int) -> tuple[list[float], list[float]]:
    """Publish reports on unit HERE in the months that `reported` says; return mean esteem by month of both units."""
    here, elsewhere, e, c = [], [], s.world.esteem, s.world.consequence
    for t in range(months):
        esteem(s.people, s.pdus, s.scratch, e, 1, t)
        here.append(float(s.people.esteem[HERE]))
        elsewhere.append(float(s.people.esteem[ELSEWHERE]))
        if reported(t):
            s.pdus.published_at[HERE], s.pdus.overall[HERE] = t, v.band
        message(s.pdus, s.centre, s.regime, s.dials, c, e, t)
        public_sphere(s.pdus, s.regions, s.centre, s.regime, s.national, 0.0, c, 1.0, t)
        exposure_by_distance(s.pdus, s.regions, s.centre, s.scratch.steps, s.regime, s.national, e, 1.0, t)
    return here, elsewhere


def run(settings: Settings, replicates: int, seed: int) -> dict[str, Measured]:
    """Return esteem some months after one report, over a cycle of own reports, and under reports elsewhere."""
    v = SimpleNamespace(**settings)
    after = months_of(quiet(v), v, lambda t: t == 0, v.months + 2)[0][-1]
    cycle = v.cycle
    often = months_of(quiet(v), v, lambda t: t % cycle == 0, LONG // cycle * cycle)[0][-cycle:]
    heard = months_of(quiet(v), v, lambda t: True, LONG)[1][-1]
    return {SHOCK: Measured(after), OWN_RATE: Measured(sum(often) / cycle), RATE_ELSEWHERE: Measured(heard)}


def blow(v: SimpleNamespace) -> float:
    """Return what a report takes away at once."""
    softened = 1 - v.shared_blame * v.sharing
    return v.own_sting * (GOOD - v.band) * (1 + v.word_sting * v.word) * softened


def expected(settings: Settings) -> dict[str, float]:
    """Return the closed forms: geometric decay, mean over a cycle, and both steady states stacked."""
    v = SimpleNamespace(**settings)
    exposure = (GOOD - v.band) * v.distance_decay ** v.steps / (1 - 0.5 ** (1 / v.exposure_half_life))
    return {SHOCK: v.resting - blow(v) * (1 - v.recovery) ** v.months,
            OWN_RATE: v.resting - blow(v) / (v.recovery * v.cycle),
            RATE_ELSEWHERE: v.resting - v.elsewhere_sting * exposure / v.recovery}


PARAMETERS = (
    Parameter("resting", 0.65, 0.0, 1.0, "esteem without reports"),
    Parameter("recovery", 0.04, 0.001, 1.0, "share of the distance made up in a month"),
    Parameter("own_sting", 0.05, 0.0, 0.5, "esteem a step below Good"),
    Parameter("word_sting", 0.5, 0.0, 2.0, "share added by an overall word"),
    Parameter("shared_blame", 0.5, 0.0, 1.0, "share of the blow that full sharing takes away"),
    Parameter("word", 1.0, 0.0, 1.0, "whether an overall word is published"),
    Parameter("sharing", 0.225, 0.0, 1.0, "sharing of blame"),
    Parameter("band", 0, 0, 1, "overall rating: 0 Inadequate, 1 Requires improvement"),
    Parameter("months", 17, 0, 600, "months since the blow"),
    Parameter("cycle", 24, 1, 120, "months between a unit's own reports"),
    Parameter("elsewhere_sting", 0.0015, 0.0, 0.1, "esteem a month per unit of reports heard"),
    Parameter("distance_decay", 0.6, 0.0, 1.0, "share heard for each step away"),
    Parameter("exposure_half_life", 6.0, 0.5, 60.0, "months until a report elsewhere is half forgotten"),
    Parameter("steps", 1, 0, 10, "steps between the two regions"))


def _targets() -> tuple[Target, ...]:
    usual: Settings = {p.name: p.default for p in PARAMETERS}
    tried: dict[str, tuple[Settings, ...]] = {
        SHOCK: ({}, {"months": 0}, {"months": 60, "recovery": 0.01}, {"band": 1, "sharing": 1.0, "word": 0.0}),
        OWN_RATE: ({}, {"cycle": 120}, {"band": 1, "recovery": 0.1}),
        RATE_ELSEWHERE: ({}, {"steps": 4}, {"exposure_half_life": 24.0, "band": 1, "recovery": 0.1})}
    found = []
    for measure, settings in tried.items():
        for given in settings:
            words = [measure, *(f"{name}={value:g}" for name, value in given.items())]
            value = expected({**usual, **given})[measure]
            found.append(Target(", ".join(words), value, TOLERANCE, given, measure=measure))
    return tuple(found)


CASE = Case(
    name="esteem", mechanism="esteem", source="closed form: geometric decay, and the steady state of two in a row",
    about="The esteem, message, public and exposure kernels with luck, strain and validation off: decay after one "
          "report, the mean over a cycle of own reports, the level under one report elsewhere every month.",
    parameters=PARAMETERS, targets=_targets(), run=run)

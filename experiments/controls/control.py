"""The negative controls (a) to (f): two arms each, and what must hold between them.

An arm is words of a run laid over a world; both share world and luck, and are read as means of the
36 months after the switch. A control is met where its margin is nought or more: the margin is
the least of what is to spare on each criterion, each in its own unit of tolerance.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from experiments.composition import Composition, compose_run
from experiments.errors import unknown
from model.observation.columns import NATION
from model.observation.outcomes import BY_NAME, PRIMARY_MONTHS
from model.simulation import simulate
from model.specification.specification import Specification

Reading = Mapping[str, float]
_PLACE = {column.name: i for i, column in enumerate(NATION)}
_READ = ("true_quality", "reported_gap", "progress", "debited_share", "quality_spread")
NO_EFFECT, PREPARATION = 0.1, 0.05
"""Control (a): standard deviations of quality between PDUs; share of hours."""
SMALL_GAP, LARGE_GAP = 0.02, 0.20
"""Controls (b) and (d): share of cases, reported less true."""


@dataclass(frozen=True)
class Control:
    """One negative control: `world` is the option that is kept as proof that it can be met."""

    letter: str
    title: str
    criterion: str
    source: str
    arms: tuple[tuple[str, ...], tuple[str, ...]]
    world: str
    margin: Callable[[Reading, Reading], float]


def gain(name: str, one: Reading, other: Reading) -> float:
    """Return one arm's outcome less the other's, in smallest effects of interest."""
    return (one[name] - other[name]) / BY_NAME[name].sesoi


def _costly_and_idle(inspected: Reading, uninspected: Reading) -> float:
    effect = abs(inspected["true_quality"] - uninspected["true_quality"])
    spread = max(uninspected["quality_spread"], 1e-9)
    hours = inspected["debited_share"] - uninspected["debited_share"]
    return min(1.0 - effect / spread / NO_EFFECT, hours / PREPARATION - 1.0)


def _honest_gain(hard: Reading, soft: Reading) -> float:
    return min(gain("true_quality", hard, soft) - 1.0, 1.0 - abs(hard["reported_gap"]) / SMALL_GAP)


HARD_AND_SOFT = (("governance.grip=0.95",), ("governance.grip=0.05",))
HIERARCHICAL_AND_EGALITARIAN = (("governance=hierarchical",), ("governance=egalitarian",))

CONTROLS = (
    Control("a", "Inspection changes nothing and costs hours",
            "PDU practice against none: routine quality moves by less than 0.1 of its spread between PDUs, while "
            "inspection takes 5% of hours or more", "Care Quality Commission study, inspection_effects.csv",
            ((), ("regime=none", "national=off")), "inspection_idle", _costly_and_idle),
    Control("b", "Hard targets help, and are not gamed",
            "grip .95 against .05: true quality better by its smallest effect of interest, reported within 2 points "
            "of it", "Kelman & Friedman 2009", HARD_AND_SOFT, "targets_not_gamed",
            _honest_gain),
    Control("c", "A target brings a real gain",
            "grip .95 against .05: true quality, and the progress of people on probation that no one counts, both "
            "better by their smallest effects of interest", "Gruber et al. 2018", HARD_AND_SOFT, "targets_work",
            lambda hard, soft: min(gain("true_quality", hard, soft), gain("progress", hard, soft)) - 1.0),
    Control("d", "Targets are gamed", "grip .95: reported quality 20 points above true", "Bevan & Hood 2006",
            HARD_AND_SOFT, "targets_gamed", lambda hard, soft: hard["reported_gap"] / LARGE_GAP - 1.0),
    Control("e", "Hierarchical governance does better",
            "true quality better than under egalitarian governance by its smallest effect of interest",
            "the model may not presuppose its answer", HIERARCHICAL_AND_EGALITARIAN, "hierarchy_favoured",
            lambda one, other: gain("true_quality", one, other) - 1.0),
    Control("f", "Egalitarian governance does better",
            "true quality better than under hierarchical governance by its smallest effect of interest",
            "the model may not presuppose its answer", HIERARCHICAL_AND_EGALITARIAN, "default",
            lambda one, other: gain("true_quality", other, one) - 1.0),
)
LETTERS = tuple(control.letter for control in CONTROLS)


def find_control(letter: str) -> Control:
    """Return a control by its letter; raise UserError where there is none."""
    for control in CONTROLS:
        if control.letter == letter:
            return control
    raise unknown("control", letter, LETTERS, "probgov controls --help")


def compositions(control: Control, *words: str) -> tuple[Composition, ...]:
    """Return the two arms in a world given by words."""
    return tuple(compose_run([f"months={PRIMARY_MONTHS + 42}", *words, *arm]) for arm in control.arms)


def read(specification: Specification) -> dict[str, float]:
    """Run a specification and return what controls read: means over the 36 months after the switch."""
    switch = specification.run.switch
    window = simulate(specification).nation[switch:switch + PRIMARY_MONTHS]
    return {name: float(window[:, _PLACE[name]].mean()) for name in _READ}


def margin(control: Control, seeds: tuple[int, ...] = (1,), words: tuple[str, ...] = ()) -> float:
    """Return a control's margin, its readings averaged over seeds, in the world of the words or in its own."""
    arms = compositions(control, *(words or (f"world={control.world}",)))
    readings = []
    for arm in arms:
        each = [read(arm.at(arm.index, seed)) for seed in seeds]
        readings.append({name: sum(reading[name] for reading in each) / len(each) for name in _READ})
    return control.margin(readings[0], readings[1])

"""What a sentence rests on: the parameters behind a difference, the mechanisms behind an outcome, stated limits."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from analysis.measures.paired import Effect
from analysis.words import reading
from model.parameters.grades import Grade
from model.parameters.register import register

MECHANISMS: dict[str, tuple[str, ...]] = {
    "esteem": ("esteem",), "esteem_uninspected": ("esteem", "contagion"),
    "leaving_rate": ("workforce",), "absent_share": ("workforce",), "workload": ("workforce",),
    "innovations": ("learning",), "diffusions": ("learning",), "practice_fit": ("learning",),
    "diversity": ("learning",), "quality_spread": ("effort", "learning"),
    "rated_points": ("judgement", "severity"), "inadequate_share": ("judgement", "severity"),
    "presentational_share": ("effort",), "reported_gap": ("effort",), "false_records": ("effort",),
    "defensive_practice": ("effort",), "evidenced_quality": ("effort", "learning"),
    "true_quality": ("effort", "learning"), "uninspected_quality": ("effort", "learning"),
    "value_inspectorate_standards": ("effort", "learning"), "value_public_protection": ("effort", "learning"),
    "value_relational_desistance": ("effort", "learning"), "value_people_on_probation": ("effort", "learning"),
    "progress": ("effort", "learning"), "wellbeing": ("wellbeing",), "engagement": ("wellbeing",),
    "legitimacy": ("legitimacy",), "confidence": ("partners",), "incidents": ("incidents",),
    "espoused_distance": ("direction",),
}
"""Outcome -> the mechanisms that mainly make it, in the words of `probgov docking`."""
UNCHECKED = {
    "wellbeing": "morale (practitioners' wellbeing and engagement)",
    "legitimacy": "how legitimate practitioners find inspection",
    "partners": "partners' confidence",
    "incidents": "serious incidents",
    "direction": "how far governance is from what it says it is",
}
"""Mechanisms for which no published result was found that they could be held to, in plain words: no claim is made."""
UNCLAIMED = "no claim is made"
FOUNDED = (Grade.A, Grade.B)


@dataclass(frozen=True)
class Grounds:
    """What is known beforehand of the model.

    identified    whether the evidence tells a parameter's size (key of the register -> bool)
    docked        the mechanisms that were held to published or exact results and passed
    """

    identified: Callable[[str], bool] = lambda key: False
    docked: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Support:
    """The stored results behind one sentence, and what is known of what they rest on.

    effect        the effect the sentence speaks of (None for a sentence on several)
    a, b          what the sentence calls its two sides
    elsewhere     the same comparison and outcome under the other measures over worlds
    values        the value profiles of the same comparison and measure ({} where the outcome is no quality)
    numbers       every number of the results that the sentence may state, in the unit it is stated in
    unidentified  parameters that the difference rests on and the evidence does not identify
    undocked      mechanisms that it rests on and that were not held to published results, or failed
    limits        what the study stated, before any run, that its answer cannot say
    """

    effect: Effect | None
    a: str
    b: str
    numbers: Sequence[float] = ()
    elsewhere: Mapping[str, Effect] = field(default_factory=dict)
    values: Mapping[str, Effect] = field(default_factory=dict)
    unidentified: tuple[str, ...] = ()
    undocked: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def channel_parameters() -> tuple[str, ...]:
    """Return the keys of the parameters that carry a dial's or lever's effect and are not measured (grade C or D)."""
    return tuple(entry.key for entry in register()
                 if entry.declaration.channel and entry.declaration.grade not in FOUNDED)


def unidentified(rests_on: Iterable[str], grounds: Grounds) -> tuple[str, ...]:
    """Return the parameters that a difference rests on and that the evidence does not identify.

    That is those that the finding names, and every channel of a dial or lever that is not measured.
    """
    named = dict.fromkeys([*rests_on, *channel_parameters()])
    return tuple(key for key in named if not grounds.identified(key))


def checked(outcome: str) -> bool:
    """Return whether every mechanism behind an outcome has a published or exact result that it is held to."""
    return not set(MECHANISMS.get(outcome.split("_at_")[0], ())) & set(UNCHECKED)


def claimed(effect: Effect, a: str, b: str) -> str:
    """Return an effect's verdict in a few words; that no claim is made where its mechanisms are not checked."""
    return reading(effect, a, b) if checked(effect.outcome) else UNCLAIMED


def undocked(outcome: str, grounds: Grounds) -> tuple[str, ...]:
    """Return the mechanisms behind an outcome that are not docked; an outcome nobody listed rests on its own name."""
    base = outcome.split("_at_")[0]
    return tuple(name for name in MECHANISMS.get(base, (base,)) if name not in grounds.docked)

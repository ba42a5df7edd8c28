"""A study: one question, what was expected, the scenarios that answer it, and how many runs it takes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from itertools import chain, product
from typing import TYPE_CHECKING, Any

from experiments.composition import Composition, compose_run
from model.observation.outcomes import BY_NAME, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from experiments.inquiry import Inquiry
    from experiments.runspec import Asked

MEASURES = ("default", "wide", "calibrated")
OTHERS = len(MEASURES) - 1
"""Measures that hold more than the one default world."""
TOY = ("service=toy",)


@dataclass(frozen=True)
class Scenario:
    """A named set of `key=value` words; `about` says it in plain English; `crossed` whether factors apply to it."""

    name: str
    words: tuple[str, ...] = ()
    about: str = ""
    crossed: bool = True


@dataclass(frozen=True)
class Comparison:
    """A pair of scenarios whose difference (first minus second) answers a part of the question.

    Names of scenarios before they are crossed stand for one comparison at each setting of the factors.
    """

    name: str
    first: str
    second: str


@dataclass(frozen=True)
class Interaction:
    """Two comparisons (as they are named after crossing) whose effects are held against each other, first less second.

    Positive is an effect that is larger in the first.
    """

    name: str
    first: str
    second: str


@dataclass(frozen=True)
class Expectation:
    """What was expected, by whom, and how one would know from the findings that it holds.

    It holds where a row of the findings on `outcome` (in a comparison whose name begins with
    `within`, or with one of them) has the verdict `verdict`, or has it in a share of worlds that makes at least one of
    them. `holds`, where given, is asked instead: findings, tables -> True, False, or None where
    they cannot tell.
    """

    text: str
    by: str
    outcome: str = ""
    verdict: str = ""
    within: str | tuple[str, ...] = ""
    holds: "Callable[[pd.DataFrame, Mapping[str, pd.DataFrame]], bool | None] | None" = None


@dataclass(frozen=True)
class Size:
    """How many runs: replicates in the default world; worlds of each other measure, and replicates in each of them.

    `words` hold in all its scenarios unless the caller says otherwise; `more` are numbers of the study's own.
    """

    replicates: int
    worlds: int
    replicates_per_world: int
    words: tuple[str, ...] = ()
    more: Mapping[str, int] = field(default_factory=dict)


SIZES = {"smoke": Size(2, 2, 2, TOY), "laptop": Size(40, 24, 2), "full": Size(400, 256, 4)}


@dataclass(frozen=True)
class Answer:
    """What an analysis made of the runs: findings (columns `findings.COLUMNS`), tables by name, notes for readers."""

    findings: "pd.DataFrame"
    tables: "Mapping[str, pd.DataFrame]" = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """Runs to be asked for together. `asked` may read what earlier stages found; `count` says how many at a size."""

    asked: "Callable[[Inquiry], Iterable[Asked]]"
    count: Callable[[Size], int]


SCENARIOS = Stage(lambda inquiry: inquiry.scenarios(), lambda size: 0)
"""Every scenario in every world of every measure: what a study runs that states no stages."""


@dataclass(frozen=True)
class Study:
    """A question put to the model. The primary outcome and the limits are fixed before any run.

    across      factor -> levels, crossed with the scenarios: options of a key (`governance`), or level -> words
    measures    over which worlds: default, wide, calibrated
    words       hold in every scenario
    stages      what is run, one after the other
    analyse     what is made of the runs instead of paired comparisons alone
    own         outcomes of the study's own, which its analysis makes: with SESOI, direction and reason
    open_by     how it is known that no answer is fixed by construction
    """

    name: str
    title: str
    question: str
    expectations: tuple[Expectation, ...]
    scenarios: tuple[Scenario, ...]
    comparisons: tuple[Comparison, ...]
    reference: str
    primary: str
    outcomes: tuple[str, ...]
    limits: tuple[str, ...]
    overturned_if: str
    sizes: Mapping[str, Size] = field(default_factory=lambda: SIZES)
    across: Mapping[str, Sequence[str] | Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    interactions: tuple[Interaction, ...] = ()
    measures: tuple[str, ...] = MEASURES
    words: tuple[str, ...] = ()
    estimand: str = "mean paired difference in the 36 months after the switch, same world and same luck"
    figures: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = (SCENARIOS,)
    analyse: "Callable[[Inquiry], Answer] | None" = None
    own: tuple[Outcome, ...] = ()
    open_by: str = ""

    def __post_init__(self) -> None:
        names = [scenario.name for scenario in self.crossed()]
        sides = list(chain.from_iterable((c.first, c.second) for c in self.pairs()))
        if len(set(names)) < len(names) or not {*sides, *filter(None, [self.reference])} <= set(names):
            raise ValueError(f"study {self.name}: scenarios must differ in name, and comparisons name scenarios; "
                             f"there are: {', '.join(names)}")
        if not {self.primary, *self.outcomes} <= set(self.declared):
            raise ValueError(f"study {self.name}: an outcome is not known")
        named = {pair.name for pair in self.pairs()}
        if not {name for i in self.interactions for name in (i.first, i.second)} <= named:
            raise ValueError(f"study {self.name}: interactions name comparisons; there are: {', '.join(sorted(named))}")

    @cached_property
    def declared(self) -> dict[str, Outcome]:
        """Name -> declaration of every outcome a study can report: those of a run, and its own."""
        return BY_NAME | {outcome.name: outcome for outcome in self.own}

    def crossed(self) -> list[Scenario]:
        """Return the scenarios at every setting of the factors: `scenario, level, level`."""
        found = []
        for scenario in self.scenarios:
            settings = self.settings() if scenario.crossed else [("", ())]
            found += [Scenario(_joined(scenario.name, name), (*scenario.words, *words), _joined(scenario.about, name))
                      for name, words in settings]
        return found

    def settings(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return (name, words) of every setting of the factors; one without name or words where there is no factor."""
        factors = []
        for key, levels in self.across.items():
            worded = levels if isinstance(levels, Mapping) else {level: (f"{key}={level}",) for level in levels}
            factors.append([(name, tuple(words)) for name, words in worded.items()])
        return [(", ".join(name for name, _ in chosen), tuple(chain.from_iterable(words for _, words in chosen)))
                for chosen in product(*factors)]

    def pairs(self) -> list[Comparison]:
        """Return the comparisons at every setting of the factors."""
        names, uncrossed = {s.name for s in self.crossed()}, {s.name: s.crossed for s in self.scenarios}
        found = []
        for own in self.comparisons:
            if {own.first, own.second} <= names:
                found.append(own)
                continue
            for setting, _ in self.settings():
                first, second = (_joined(side, setting) if uncrossed.get(side, True) else side
                                 for side in (own.first, own.second))
                found.append(Comparison(_joined(own.name, setting), first, second))
        return found

    def against(self) -> list[Comparison]:
        """Return every scenario against the reference, where no comparison says so already."""
        sides = {(c.first, c.second) for c in self.pairs()}
        return [Comparison(f"{s.name} against {self.reference}", s.name, self.reference) for s in self.crossed()
                if self.reference and s.name != self.reference and (s.name, self.reference) not in sides]

    def compose(self, shared: Sequence[str] = (), measure: str = "default") -> dict[str, Composition]:
        """Return scenario -> composition in a measure; `shared` words hold in every scenario."""
        taken = {word.partition("=")[0] for word in shared}
        kept = [word for word in self.words if word.partition("=")[0] not in taken]
        return {s.name: compose_run([*s.words, f"world={measure}", *kept, *shared]) for s in self.crossed()}

    def count(self, size: Size) -> int:
        """Return the number of runs asked for at a size."""
        return sum(self.count_of(stage, size) for stage in self.stages)

    def count_of(self, stage: Stage, size: Size) -> int:
        """Return the number of runs that one of its stages asks for at a size."""
        return self.count_scenarios(size) if stage is SCENARIOS else stage.count(size)

    def count_scenarios(self, size: Size) -> int:
        """Return the number of runs of every scenario in every world."""
        others = sum(measure != "default" for measure in self.measures)
        return len(self.crossed()) * (size.replicates * ("default" in self.measures)
                                      + others * size.worlds * size.replicates_per_world)

    def text(self, run: str) -> dict[str, Any]:
        """Return the study as plain values for the store, crossed, with the size it was run at."""
        plain = {name: getattr(self, name) for name in (
            "name", "title", "question", "reference", "primary", "outcomes", "limits", "overturned_if", "measures",
            "words", "estimand", "figures", "open_by")}
        size = self.sizes[run]
        return {**plain, "sesoi": self.declared[self.primary].sesoi,
                "expectations": [f"{e.text} ({e.by})" for e in self.expectations],
                "scenarios": [asdict(s) for s in self.crossed()], "comparisons": [asdict(c) for c in self.pairs()],
                "interactions": [asdict(i) for i in self.interactions],
                "across": {key: list(levels) for key, levels in self.across.items()},
                "own": [outcome._asdict() for outcome in self.own],
                "sizes": {name: asdict(own) for name, own in self.sizes.items()}, "run": run, "size": asdict(size),
                "n_runs": self.count(size)}


def _joined(name: str, setting: str) -> str:
    return f"{name}, {setting}" if name and setting else name or setting

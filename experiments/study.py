"""A study: one question, what was expected, the scenarios that answer it, and how many runs it takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain

from experiments.composition import Composition, compose_run
from experiments.design import paired, seed_range
from experiments.runspec import Asked
from model.observation.outcomes import BY_NAME


@dataclass(frozen=True)
class Scenario:
    """A named set of `key=value` words; `about` says it in plain English."""

    name: str
    words: tuple[str, ...]
    about: str = ""


@dataclass(frozen=True)
class Comparison:
    """A pair of scenarios whose difference (first minus second) answers a part of the question."""

    name: str
    first: str
    second: str


@dataclass(frozen=True)
class Size:
    """How many runs: replicates in the default world, and wide worlds with replicates in each."""

    replicates: int
    worlds: int
    replicates_per_world: int


@dataclass(frozen=True)
class Study:
    """A question put to the model. The primary outcome and the limits are fixed before any run."""

    name: str
    title: str
    question: str
    expectations: tuple[str, ...]
    scenarios: tuple[Scenario, ...]
    comparisons: tuple[Comparison, ...]
    reference: str
    primary: str
    outcomes: tuple[str, ...]
    limits: tuple[str, ...]
    overturned_if: str
    sizes: Mapping[str, Size]

    def __post_init__(self) -> None:
        names = [scenario.name for scenario in self.scenarios]
        named = [self.reference, *chain.from_iterable((c.first, c.second) for c in self.comparisons)]
        if len(set(names)) < len(names) or not set(named) <= set(names):
            raise ValueError(f"study {self.name}: scenarios must differ in name, and comparisons name scenarios")
        if self.primary not in BY_NAME or not set(self.outcomes) <= set(BY_NAME):
            raise ValueError(f"study {self.name}: an outcome is not known")

    def compose(self, shared: Sequence[str] = (), measure: str = "default") -> dict[str, Composition]:
        """Return scenario -> composition in a measure; `shared` words hold in every scenario."""
        return {s.name: compose_run([*s.words, f"world={measure}", *shared]) for s in self.scenarios}

    def design(self, size: Size, shared: Sequence[str] = ()) -> Iterator[Asked]:
        """Yield every run of the study: replicates in the default world, then the wide worlds."""
        for measure, worlds, replicates in (("default", 1, size.replicates),
                                            ("wide", size.worlds, size.replicates_per_world)):
            composed = self.compose(shared, measure)
            first = composed[self.reference].specification.run.seed
            yield from paired(composed, range(worlds), seed_range(first, replicates))

    def count(self, size: Size) -> int:
        """Return the number of runs asked for at a size."""
        return len(self.scenarios) * (size.replicates + size.worlds * size.replicates_per_world)

    def text(self, run: str) -> dict:
        """Return the study as plain values for the store, with the size it was run at."""
        return {**asdict(self), "sizes": {name: asdict(size) for name, size in self.sizes.items()}, "run": run,
                "size": asdict(self.sizes[run]), "n_runs": self.count(self.sizes[run])}

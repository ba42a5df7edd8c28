"""A study being carried out: at one size, with words of the caller's, into one store."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from analysis.measures.pairing import pair_differences
from experiments import worlds
from experiments.composition import Composition
from experiments.design import own_rows, paired, reproduce, seed_range
from experiments.errors import UserError
from experiments.runspec import Asked, RunSpec, digest
from experiments.store.read import open_store
from experiments.study import Size, Study
from model.kernel_cache import model_hash
from model.observation.outcomes import PRIMARY_MONTHS


@dataclass
class Inquiry:
    """A study at a size; what its stages and its analysis work with.

    keys    what tells the rows asked for so far from others in the store
    reached measure -> replicates (default) or worlds at its last look, where a size stops once precise
    quiet   whether long measuring goes on without a word
    """

    study: Study
    run: str
    shared: tuple[str, ...] = ()
    path: Path = Path()
    keys: list[tuple] = field(default_factory=list)
    reached: dict[str, int] = field(default_factory=dict)
    quiet: bool = True

    @property
    def size(self) -> Size:
        """How many runs."""
        return self.study.sizes[self.run]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that hold in every scenario: the caller's, and the size's where the caller says nothing."""
        said = {word.partition("=")[0] for word in self.shared}
        return (*self.shared, *(word for word in self.size.words if word.partition("=")[0] not in said))

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """The measures over worlds that are to be had, of those the study asks for."""
        return tuple(measure for measure in self.study.measures if has_worlds(measure))

    def sides(self, measure: str, primary_only: bool = False) -> dict[str, Composition]:
        """Return scenario -> composition in a measure; `primary_only` ends runs at the primary horizon."""
        composed = self.study.compose(self.words, measure)
        switch = next(iter(composed.values())).specification.run.switch
        if not primary_only or any(word.startswith("months=") for word in self.words):
            return composed
        return self.study.compose((*self.words, f"months={switch + PRIMARY_MONTHS}"), measure)

    @cached_property
    def name(self) -> str:
        """The folder's name; it changes with anything the numbers depend on."""
        contents = [[side.specification.content() for side in self.sides(m).values()] for m in self.measures]
        known = digest([contents, self.measures, self.study.text(self.run), model_hash()])
        return f"study-{self.study.name}-{known[:12]}"

    def places(self, measure: str) -> tuple[range, int]:
        """Return the worlds of a measure that are visited, and the replicates in each."""
        size = self.size
        if measure == "default":
            return range(1), self.reached.get(measure, size.replicates)
        return self.worlds(measure, self.reached.get(measure, size.worlds)), size.replicates_per_world

    def worlds(self, measure: str, number: int, first: int = 0) -> range:
        """Return the worlds first, first + 1, ... of a measure: as many as asked for, or as many as there are."""
        while number > 0 and not has_worlds(measure, first + number - 1):
            number -= 1
        return range(first, first + max(number, 0))

    def scenarios(self, measures: Sequence[str] | None = None) -> Iterator[Asked]:
        """Yield every scenario in every world of the measures (all of the study's by default), paired."""
        for measure in self.measures if measures is None else measures:
            indices, replicates = self.places(measure)
            yield from paired(self.sides(measure), indices, seed_range(self.seed, replicates))

    @cached_property
    def seed(self) -> int:
        """The first seed."""
        return next(iter(self.sides("default").values())).specification.run.seed

    def row(self, name: str, composed: Composition, index: int, seed: int, point: Mapping[str, float] | None = None,
            record: str = "nation") -> Asked:
        """Return one run of a scenario `name` in a world, at a point (key -> value of dials, levers or parameters)."""
        spec = RunSpec(composed.at(index, seed, point), record)
        given = set(point or {})
        bare = [word for word in composed.words if word.partition("=")[0] not in given]
        command = reproduce(composed, index, seed, record) if not given else shlex.join(
            ["probgov", "run", *(word for word in bare if not word.startswith(("seed=", "world.index="))),
             *(f"{key}={value!r}" for key, value in (point or {}).items()),
             *[f"world.index={index}"] * (composed.measure != "default"), f"seed={seed}",
             *[f"record={record}"] * (record != "nation")])
        return Asked(spec, name, composed.measure, index, command)

    def note(self, keys: Sequence[tuple]) -> None:
        """Remember the rows that have these keys as asked for; what was read before is read anew."""
        self.keys += keys
        self.__dict__.pop("runs", None)

    @cached_property
    def runs(self) -> pd.DataFrame:
        """The study's own runs that ended well, one row a scenario, world and seed, with every outcome."""
        rows = own_rows(open_store(self.path).runs(), self.keys)
        return rows[rows["status"] == "done"]

    @property
    def failed(self) -> int:
        """How many of the rows asked for have no run that ended well."""
        return len(set(self.keys)) - len(self.runs)

    def measure(self, name: str) -> pd.DataFrame:
        """Return the runs of one measure over worlds."""
        return self.runs[self.runs["world"] == name]

    def differences(self, first: str, second: str, measure: str, outcomes: Sequence[str] = ()) -> pd.DataFrame:
        """Return first minus second, one row a pair: world, replicate and the outcomes (the study's by default)."""
        return pair_differences(self.measure(measure), first, second, outcomes or self.outcomes)

    @property
    def outcomes(self) -> list[str]:
        """The study's outcomes, the primary first."""
        return list(dict.fromkeys([self.study.primary, *self.study.outcomes]))

    def parameters(self, measure: str) -> pd.DataFrame:
        """Return the drawn value of each swept parameter, one row a world visited, indexed by world_index."""
        size, indices = self.size, self.places(measure)[0]
        if measure != "default":
            indices = self.worlds(measure, max(size.worlds, size.more.get("worlds", 0)))
        return pd.DataFrame([worlds.draw(measure, index) for index in indices],
                            index=pd.Index(indices, name="world_index"))


def has_worlds(measure: str, index: int = 0) -> bool:
    """Return whether a measure over worlds holds a world of this number (a posterior may be missing)."""
    try:
        worlds.draw(measure, index)
    except UserError:
        return False
    return True

"""Comparing two descriptions a and b: the same worlds and the same luck on both sides."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from experiments.composition import Composition, compose_run
from experiments.design import paired, seed_range, world_table
from experiments.errors import UserError, not_allowed, unknown
from experiments.execute import Tally, execute
from experiments.progress import Progress
from experiments.runspec import digest
from experiments.store.provenance import provenance
from experiments.store.read import open_store
from experiments.store.write import StoreWriter
from model.observation.outcomes import OUTCOMES, outcome_names

SHARED_ONLY = ("seed", "months", "switch", "service", "world", "world.index", "executor", "workers", "configs")
LARGEST_DESIGN = 1_000_000


@dataclass(frozen=True)
class Plan:
    """A comparison ready to run: both sides composed, and how many pairs."""

    a: Composition
    b: Composition
    worlds: int
    replicates: int
    on: tuple[str, ...] = field(default_factory=lambda: tuple(outcome.name for outcome in OUTCOMES))

    @property
    def pairs(self) -> int:
        """Return the number of pairs."""
        return self.worlds * self.replicates

    def design(self):
        """Yield the runs of both sides."""
        first, seed = self.a.index, self.a.specification.run.seed
        return paired({"a": self.a, "b": self.b}, range(first, first + self.worlds), seed_range(seed, self.replicates))

    @property
    def name(self) -> str:
        """Return a short name that changes with anything the numbers depend on but their count."""
        sides = [side.specification.content() for side in (self.a, self.b)]
        return digest([sides, self.a.measure, provenance("")["model_hash"]])[:12]


@dataclass(frozen=True)
class Compared:
    """What a comparison found: effects (a minus b), where the runs are, and what was run now."""

    effects: list
    store: Path
    tally: Tally


def split_sides(words: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Return the words of side a, of side b, and those shared; raise UserError where a side is wanting."""
    sides: dict[str, list[str]] = {"a": [], "b": []}
    shared = []
    for word in words:
        side, dot, rest = word.partition(".")
        if dot and side in sides:
            key = rest.partition("=")[0]
            if key in SHARED_ONLY or key.partition(".")[0] in ("service", "executor"):
                raise UserError(f"{word}: {key} must be the same on both sides; write {rest} without {side}.")
            sides[side].append(rest)
        else:
            shared.append(word)
    for side, given in sides.items():
        if not given:
            raise UserError(f"compare needs a side {side}: give at least one word that begins with {side}.\n"
                            "For example: probgov compare a.governance=egalitarian b.governance=hierarchical")
    return sides["a"], sides["b"], shared


def plan(words: Sequence[str], worlds: int = 1, replicates: int = 50, on: Sequence[str] = ()) -> Plan:
    """Return the plan of a comparison; raise UserError at the first mistake, before anything is run."""
    left, right, shared = split_sides(words)
    a, b = compose_run([*shared, *left]), compose_run([*shared, *right])
    if a.specification.content() == b.specification.content():
        raise UserError(f"a and b describe the same run: {' '.join('a.' + word for word in left)} and "
                        f"{' '.join('b.' + word for word in right)}.\nGive sides that differ.")
    for key, value in (("worlds", worlds), ("replicates", replicates)):
        if not 1 <= value <= LARGEST_DESIGN:
            raise not_allowed(key, value, f"a whole number from 1 to {LARGEST_DESIGN}", "probgov compare --help")
    if worlds > 1 and a.measure == "default":
        raise UserError(f"worlds={worlds} is not allowed: world=default holds one world.\nAdd world=wide")
    for name in on:
        if name not in outcome_names():
            raise unknown(f"on={name}: outcome", name, outcome_names(), "probgov list outcomes")
    chosen = {"on": tuple(on)} if on else {}
    return Plan(a, b, worlds, replicates, **chosen)


def compare(*words: str, worlds: int = 1, replicates: int = 50, on: Sequence[str] = (),
            output: str | Path | None = None, quiet: bool = True) -> Compared:
    """Run and compare, e.g. compare("a.governance=egalitarian", "b.governance=hierarchical").

    Runs already stored in `output` (by default results/compare-<hash>) are not run again.
    Raises UserError for a mistake in the words.
    """
    return carry_out(plan(words, worlds, replicates, on), Path(output) if output else None, "compare", quiet)


def carry_out(planned: Plan, output: Path | None, command: str, quiet: bool = False) -> Compared:
    """Run what a plan lacks, then return the paired effects over its pairs."""
    path = output or Path("results") / f"compare-{planned.name}"
    first = planned.a.index
    with StoreWriter(path, provenance(command)) as writer:
        writer.describe(worlds=world_table(planned.a.measure, range(first, first + planned.worlds)))
        writer.request(command, 2 * planned.pairs)
        tally = execute(planned.design(), writer, planned.a.workers, Progress(2 * planned.pairs, silent=quiet),
                        planned.a.processes)
    return Compared(effects(planned, path), path, tally)


def effects(planned: Plan, path: Path) -> list:
    """Return the paired effects a minus b over the plan's own pairs among those stored."""
    from analysis.measures.declared import better_of, sesoi_of
    from analysis.measures.paired import paired_effects
    from analysis.measures.pairing import pair_differences

    first, seed = planned.a.index, planned.a.specification.run.seed
    rows = open_store(path).runs()
    rows = rows[rows["world_index"].between(first, first + planned.worlds - 1)
                & rows["seed"].between(seed, seed + planned.replicates - 1)
                & rows["scenario"].isin(["a", "b"])]
    differences = pair_differences(rows, "a", "b", planned.on)
    return paired_effects(differences, sesoi_of(planned.on), better_of(planned.on))

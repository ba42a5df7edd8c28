"""Comparing two descriptions a and b: the same worlds and the same luck on both sides."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from analysis.measures.declared import HORIZON_MARK, better_of, months_after, sesoi_of
from analysis.measures.paired import paired_effects
from analysis.measures.pairing import pair_differences, sides
from analysis.measures.stopping import DRAWN_LEVEL, LEVEL
from analysis.measures.variance_ratio import variance_ratios
from experiments.composition import Composition, compose_run
from experiments.design import key_of, own_rows, paired, seed_range, world_table
from experiments.errors import UserError, not_allowed, unknown
from experiments.execute import Tally, execute
from experiments.progress import Progress
from experiments.runspec import digest
from experiments.sequential import MOST, Pairs, Stopped, read_precision, run_until_precise
from experiments.store.provenance import provenance
from experiments.store.read import open_store
from experiments.store.write import StoreWriter
from model.observation.outcomes import OUTCOMES, PRIMARY_MONTHS, SECONDARY_MONTHS, outcome_names

SHARED_ONLY = ("seed", "months", "switch", "service", "world", "world.index", "executor", "workers", "configs")
LARGEST_DESIGN = 1_000_000
DEFAULT_REPLICATES = 50


@dataclass(frozen=True)
class Plan:
    """A comparison ready to run: both sides composed, and how many pairs."""

    a: Composition
    b: Composition
    worlds: int
    replicates: int
    on: tuple[str, ...] = field(default_factory=lambda: tuple(outcome.name for outcome in OUTCOMES))
    precision: tuple[float, ...] = ()

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
        both = [side.specification.content() for side in (self.a, self.b)]
        return digest([both, self.a.measure, provenance("")["model_hash"]])[:12]


@dataclass(frozen=True)
class Compared:
    """What a comparison found.

    effects        a minus b, one `Effect` an outcome
    shared_luck    variance ratio of common random numbers by outcome and horizon, one mapping each
    stopped        the looks of a sequential comparison; None where the number of pairs was given
    """

    effects: list
    store: Path
    tally: Tally
    shared_luck: list[dict]
    stopped: Stopped | None = None


def split_sides(words: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Return the words of side a, of side b, and those shared; raise UserError where a side is wanting."""
    given: dict[str, list[str]] = {"a": [], "b": []}
    shared = []
    for word in words:
        side, dot, rest = word.partition(".")
        if dot and side in given:
            key = rest.partition("=")[0]
            if key in SHARED_ONLY or key.partition(".")[0] in ("service", "executor"):
                raise UserError(f"{word}: {key} must be the same on both sides; write {rest} without {side}.")
            given[side].append(rest)
        else:
            shared.append(word)
    for side, theirs in given.items():
        if not theirs:
            raise UserError(f"compare needs a side {side}: give at least one word that begins with {side}.\n"
                            "For example: probgov compare a.governance=egalitarian b.governance=hierarchical")
    return given["a"], given["b"], shared


def plan(words: Sequence[str], worlds: int = 1, replicates: int = 50, on: Sequence[str] = (),
         precision: str = "") -> Plan:
    """Return the plan of a comparison; raise UserError at the first mistake, before anything is run.

    With `precision` the number of pairs is found by looking, and `replicates` is the most.
    """
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
    check_length(a, on or [outcome.name for outcome in OUTCOMES], all_of_them=bool(precision))
    chosen: dict[str, Any] = {"on": tuple(on)} if on else {}
    if precision:
        chosen["precision"] = read_precision(precision, on)
        if worlds > 1:
            raise UserError("precision= finds the number of pairs itself: leave out worlds=.\n"
                            "With world=wide every pair is a new world, otherwise a new seed in one world.")
    return Plan(a, b, worlds, replicates, **chosen)


def check_length(side: Composition, on: Sequence[str], all_of_them: bool = False) -> None:
    """Raise UserError where the run ends too early for every outcome asked for (or for one, where all are needed)."""
    months, switch = side.specification.run.months, side.specification.run.switch
    needed = [switch + months_after(name) for name in on]
    wanted = max(needed) if all_of_them else min(needed)
    if months >= wanted:
        return
    after = months - switch
    near = [f"on={OUTCOMES[0].name}_at_{month}" for month in SECONDARY_MONTHS if month <= after]
    other = (f", or ask for outcomes at a horizon that is reached, such as {near[-1]}" if near else
             f"; the nearest horizon of all needs months={switch + min(*SECONDARY_MONTHS, PRIMARY_MONTHS)}")
    raise UserError(f"months={months} is too short: the change comes at month {switch}, and what is asked for needs "
                    f"{wanted - switch} months after it.\nGive months={wanted} or more{other}.")


def compare(*words: str, worlds: int = 1, replicates: int | None = None, on: Sequence[str] = (),
            precision: str = "", output: str | Path | None = None, quiet: bool = True) -> Compared:
    """Run and compare, e.g. compare("a.governance=egalitarian", "b.governance=hierarchical").

    With `precision` (the half-width wanted of the outcomes in `on`) pairs are added until it
    is met, at most `replicates` of them. Runs already stored in `output` (by default
    results/compare-<hash>) are not run again. Raises UserError for a mistake in the words.
    """
    if replicates is None:
        replicates = MOST if precision else DEFAULT_REPLICATES
    return carry_out(plan(words, worlds, replicates, on, precision), Path(output) if output else None, "compare", quiet)


def carry_out(planned: Plan, output: Path | None, command: str, quiet: bool = False,
              progress: Progress | None = None) -> Compared:
    """Run what a plan lacks, then return the paired effects over its pairs.

    `progress` counts the runs in place of the bar, where the number of pairs was given.
    """
    path = output or Path("results") / f"compare-{planned.name}"
    first = planned.a.index
    with StoreWriter(path, provenance(command)) as writer:
        writer.request(command, 0 if planned.precision else 2 * planned.pairs,
                       f"{planned.name}{'-until-precise' if planned.precision else f'-{planned.worlds}-worlds'}")
        if planned.precision:
            return _until_precise(planned, writer, quiet)
        writer.describe(worlds=world_table(planned.a.measure, range(first, first + planned.worlds)))
        tally = execute(planned.design(), writer, planned.a.executor,
                        progress or Progress(2 * planned.pairs, silent=quiet))
    rows = own_rows(open_store(path).runs(), map(key_of, planned.design()))
    return Compared(effects(planned, pair_differences(rows, "a", "b", planned.on)), path, tally, _shared_luck(rows))


def _until_precise(planned: Plan, writer: StoreWriter, quiet: bool) -> Compared:
    """Run look by look; the interval of what is left is drawn at the level that allows for the looks."""
    pairs = Pairs(planned.a, planned.b)
    stopped = run_until_precise(pairs, planned.on, planned.precision, writer, planned.replicates, quiet)
    if pairs.a.measure != "default":
        writer.describe(worlds=world_table(pairs.a.measure, [pairs.place(n)[0] for n in range(stopped.launched)]))
    differences = pairs.differences(writer.path, planned.on, stopped.launched)
    complete = differences.dropna().index[:stopped.pairs]
    found = effects(planned, differences.loc[:complete[-1]], DRAWN_LEVEL)
    found = [replace(effect, level=LEVEL) for effect in found]
    rows = pairs.rows(writer.path, stopped.launched)
    return Compared(found, writer.path, stopped.tally, _shared_luck(rows), stopped)


def effects(planned: Plan, differences, level: float = LEVEL) -> list:
    """Return the paired effects a minus b over pairs, each with its verdict."""
    half_width = dict(zip(planned.on, planned.precision, strict=True)) if planned.precision else None
    return paired_effects(differences, sesoi_of(planned.on), better_of(planned.on), level, half_width=half_width)


def _shared_luck(rows) -> list[dict]:
    """Return the variance ratio of common random numbers of every outcome at every horizon."""
    found = variance_ratios(*sides(rows, "a", "b", outcome_names())).to_dict("records")
    for row in found:
        row["outcome"], _, month = row["outcome"].partition(HORIZON_MARK)
        row["horizon"] = f"month {month}" if month else "primary"
    return found

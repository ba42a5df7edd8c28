"""The audit of dials: each moved by a quarter, up and down, from random settings of all in random worlds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from analysis.measures.declared import better_of, sesoi_of
from analysis.measures.dials import BASE, MOVES, RAISED, dial_table, scenario
from experiments import worlds
from experiments.composition import Composition, compose_run
from experiments.design import reproduce, seed_range, world_table
from experiments.errors import UserError, not_allowed, unknown
from experiments.execute import Tally, execute
from experiments.progress import Progress
from experiments.runspec import Asked, RunSpec, digest
from experiments.store.provenance import provenance
from experiments.store.read import open_store
from experiments.store.write import StoreWriter
from model.observation.outcomes import outcome_names
from model.specification.dials import DIALS

STEP = 0.25
NULL = "null_dial"
OUTCOMES = ("true_quality", "value_inspectorate_standards", "value_public_protection", "value_relational_desistance",
            "value_people_on_probation")
LARGEST = 100_000
LOOK = "probgov audit --help"


def settings(world: int) -> dict[str, float]:
    """Return the dials of a world of the audit, each anywhere in 0-1: a Latin hypercube over any first 2^m worlds."""
    places = worlds.positions([f"audit.governance.{dial}" for dial in DIALS], world)
    return dict(zip(DIALS, places))


def moved(value: float, move: str) -> float:
    """Return a dial's value moved by a quarter, held in 0-1."""
    return min(1.0, value + STEP) if move == RAISED else max(0.0, value - STEP)


@dataclass(frozen=True)
class DialAudit:
    """An audit ready to run: a composed run in wide worlds, which dials, and how many worlds and replicates."""

    composed: Composition
    worlds: int
    replicates: int
    dials: tuple[str, ...] = DIALS
    outcomes: tuple[str, ...] = field(default=OUTCOMES)

    @property
    def runs(self) -> int:
        """The number of runs asked for."""
        return self.worlds * self.replicates * (1 + len(MOVES) * len(self.dials))

    @cached_property
    def name(self) -> str:
        """A short name that changes with anything the numbers depend on but how many worlds and replicates."""
        return digest([self.composed.specification.content(), self.composed.measure, STEP,
                       provenance("")["model_hash"]])[:12]

    def asked(self) -> Iterator[Asked]:
        """Yield every run: replicates slowest, then worlds, then moves, so that what is stored is paired."""
        first = self.composed.index
        for seed in seed_range(self.composed.specification.run.seed, self.replicates):
            for world in range(first, first + self.worlds):
                drawn = settings(world)
                yield self._row(BASE, drawn, world, seed)
                for dial in self.dials:
                    for move in MOVES:
                        yield self._row(scenario(dial, move), drawn | {dial: moved(drawn[dial], move)}, world, seed)

    def _row(self, name: str, dials: dict[str, float], world: int, seed: int) -> Asked:
        point = {f"governance.{dial}": value for dial, value in dials.items()}
        spec = RunSpec(self.composed.at(world, seed, point))
        command = reproduce(self.composed, world, seed)
        return Asked(spec, name, self.composed.measure, world,
                     " ".join([command, *(f"{key}={value!r}" for key, value in point.items())]))

    def own_rows(self, runs: pd.DataFrame) -> pd.DataFrame:
        """Return those of a store's runs that belong to this audit and ended well."""
        first, seed = self.composed.index, self.composed.specification.run.seed
        return runs[runs["world_index"].between(first, first + self.worlds - 1) & (runs["status"] == "done")
                    & runs["seed"].between(seed, seed + self.replicates - 1)]


def plan(words: Sequence[str], worlds: int = 64, replicates: int = 2, dials: Sequence[str] = DIALS,
         outcomes: Sequence[str] = OUTCOMES) -> DialAudit:
    """Return the plan of an audit; raise UserError at the first mistake, before anything is run."""
    for word in words:
        if word.partition("=")[0].partition(".")[0] in ("governance", "months", "switch") or word[:6] == "world=":
            raise UserError(f"{word}: an audit draws dials and worlds itself, and takes 36 months.\nSee: {LOOK}")
    for key, value, least in (("worlds", worlds, 2), ("replicates", replicates, 2)):
        if not least <= value <= LARGEST:
            raise not_allowed(key, value, f"a whole number from {least} to {LARGEST}", LOOK)
    for dial in dials:
        if dial not in DIALS:
            raise unknown("dial", dial, DIALS, "probgov list dials")
    for outcome in outcomes:
        if outcome not in outcome_names() or "_at_" in outcome:
            raise unknown("outcome", outcome, [name for name in outcome_names() if "_at_" not in name],
                          "probgov list outcomes")
    composed = compose_run([*words, "world=wide"])
    months = composed.specification.run.switch + 36
    composed = compose_run([*words, "world=wide", f"months={months}"])
    return DialAudit(composed, worlds, replicates, tuple(dict.fromkeys([*dials, NULL])), tuple(outcomes))


def carry_out(audit: DialAudit, output: Path | None, command: str,
              quiet: bool = False) -> tuple[pd.DataFrame, Path, Tally]:
    """Run what an audit lacks; return its table, the store and what was done now."""
    path = output or Path("results") / f"audit-{audit.name}"
    first = audit.composed.index
    with StoreWriter(path, provenance(command)) as writer:
        writer.request(command, audit.runs)
        writer.describe(worlds=world_table("wide", range(first, first + audit.worlds)))
        tally = execute(audit.asked(), writer, audit.composed.executor, Progress(audit.runs, silent=quiet))
    return table(audit, path), path, tally


def table(audit: DialAudit, path: Path) -> pd.DataFrame:
    """Return the audit's table from its store."""
    runs = audit.own_rows(open_store(path).runs())
    return dial_table(runs, audit.dials, audit.outcomes, sesoi_of(audit.outcomes), better_of(audit.outcomes))

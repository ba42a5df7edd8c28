"""A sweep: scenarios met at the same points of a design, or in the same world, with the same luck."""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from experiments.composition import Composition, checked, compose_run
from experiments.design import reproduce, seed_range
from experiments.designs.design import Design
from experiments.errors import UserError, not_allowed
from experiments.execute import Tally, execute
from experiments.multirun import expand, varying
from experiments.progress import Progress
from experiments.runspec import Asked, RunSpec, digest
from experiments.store.provenance import provenance
from experiments.store.write import StoreWriter

APART = ("seed", "world.index", "workers", "executor", "executor.workers", "executor.processes",
         "executor.address")
LARGEST_RUNS = 100_000_000
LOOK = "probgov sweep --help"


@dataclass(frozen=True)
class SweepPlan:
    """A sweep ready to run. `words` are those of the design, to be repeated in commands; `only` is one point of it."""

    scenarios: tuple[tuple[str, Composition], ...]
    design: Design | None
    words: tuple[str, ...]
    replicates: int
    record: str
    only: int | None = None

    @property
    def points(self) -> range:
        """The numbers of the points visited."""
        if self.design is None:
            return range(1)
        return range(self.design.rows) if self.only is None else range(self.only, self.only + 1)

    @property
    def runs(self) -> int:
        """The number of rows asked for."""
        return len(self.scenarios) * len(self.points) * self.replicates

    @property
    def name(self) -> str:
        """A short name that changes with anything the numbers depend on but how many replicates there are."""
        sides = [(name, composed.specification.content(), composed.measure) for name, composed in self.scenarios]
        return digest([sides, self.label(), self.record, provenance("")["model_hash"]])[:12]

    def label(self) -> str:
        """Return what stands in the column `world`: the design's label and the fixed words that its points share."""
        if self.design is None:
            return self.scenarios[0][1].measure
        fixed = set.intersection(*({w for w in c.words if not w.startswith("seed=")} for _, c in self.scenarios))
        return f"{self.design.label}-{digest(sorted(fixed))[:4]}"

    def asked(self) -> Iterator[Asked]:
        """Yield every row: replicates slowest, then points, then scenarios, so that what is stored is paired."""
        label = self.label()
        for replicate in range(self.replicates):
            if self.design is None:
                for name, composed in self.scenarios:
                    yield self._row(name, composed, replicate, None, composed.measure, composed.index)
                continue
            points = self.design.points(self.points.start, self.points.stop)
            for number, point in zip(self.points, points, strict=True):
                for name, composed in self.scenarios:
                    yield self._row(name, composed, replicate, point, label, number)

    def _row(self, name: str, composed: Composition, replicate: int, point, label: str, number: int) -> Asked:
        seed = composed.specification.run.seed + replicate
        spec = RunSpec(composed.at(composed.index, seed, point), self.record)
        return Asked(spec, name, label, number, self._command(composed, seed, number))

    def _command(self, composed: Composition, seed: int, number: int) -> str:
        """Return the command that gives one run again."""
        if self.design is None:
            return reproduce(composed, composed.index, seed, self.record)
        words = [word for word in composed.words if not word.startswith("seed=")]
        words += [*self.words, f"point={number}", f"seed={seed}"]
        words += [f"record={self.record}"] * (self.record != "nation")
        return shlex.join(["probgov", "sweep", *words])


def plan_sweep(words: Sequence[str], design: Design | None, design_words: Sequence[str] = (), replicates: int = 1,
               record: str = "nation", several: bool = False, only: int | None = None) -> SweepPlan:
    """Return the plan of a sweep; raise UserError at the first mistake, before anything is run.

    `several` (-m) expands lists of values in the words into scenarios.
    """
    combinations = expand(words) if several else [list(words)]
    composed = [compose_run(combination) for combination in combinations]
    names = varying(combinations, APART) if several else [""]
    if several and design is None:
        names = [" ".join(word for word in side.words if word.partition("=")[0] not in APART) for side in composed]
    scenarios = tuple((name or "sweep", side) for name, side in zip(names, composed, strict=True))
    if design is not None:
        _check_design(design, composed, only)
    for side in composed:
        seed_range(side.specification.run.seed, replicates)
    plan = SweepPlan(scenarios, design, tuple(design_words), replicates, record, only)
    if plan.runs > LARGEST_RUNS:
        raise UserError(f"{plan.runs:.3g} runs are more than {LARGEST_RUNS:g}.\nAsk for fewer points or replicates")
    return plan


def _check_design(design: Design, composed: Sequence[Composition], only: int | None) -> None:
    """Raise UserError where a key is both swept and set, a range leaves what is allowed, or the point is none."""
    if only is not None and not 0 <= only < design.rows:
        raise not_allowed("point", only, f"a whole number from 0 to {design.rows - 1}", LOOK)
    for side in composed:
        stated = {word.partition("=")[0] for word in side.words}
        for axis in design.axes:
            if axis.key in stated:
                raise UserError(f"{axis.key} is swept over and set too. Leave one of them out.")
        for end in (0, 1):
            checked(side.at(side.index, side.specification.run.seed,
                            {axis.key: (axis.low, axis.high)[end] for axis in design.axes
                             if not axis.key.partition(".")[2].startswith("learning_")}))


def carry_out(plan: SweepPlan, output: Path | None, command: str, quiet: bool = False) -> tuple[Path, Tally]:
    """Run what a sweep lacks; return the store and what was done now."""
    path = output or Path("results") / f"sweep-{plan.name}"
    executor = plan.scenarios[0][1].executor
    with StoreWriter(path, provenance(command)) as writer:
        if plan.design is not None:
            writer.describe_points(plan.label(), [axis.key for axis in plan.design.axes], plan.design.rows,
                                   plan.design.points())
        writer.request(command, plan.runs, f"{plan.name}-{plan.points}")
        tally = execute(plan.asked(), writer, executor, Progress(plan.runs, silent=quiet))
    return path, tally

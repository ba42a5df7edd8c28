"""What carrying runs out and storing them adds to the runs, and what a second worker brings."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from experiments.bench.runs import kernel_seconds, run_seconds
from experiments.bench.timing import Measure, in_turn, median_of
from experiments.composition import Composition, compose_run
from experiments.design import paired
from experiments.execute import execute
from experiments.executors import Executor
from experiments.perform import perform_all
from experiments.progress import count
from experiments.runspec import Asked, RunSpec
from experiments.store.provenance import provenance
from experiments.store.write import BLOCK, StoreWriter
from model.specification.specification import Specification

A_ROUND = 3 * BLOCK
"""Runs a round: some blocks, so that one is stored while another is run."""
SAMPLED = 16
"""Runs of a round that are timed by themselves, and whose months are."""
OVERHEAD_GOAL, SPEED_UP_GOAL = "under 5", "at least 1.85"
STORING_ROUNDS = 9
MANY, MANY_GOAL = 10_000, "under 15"
"""A large sweep of national runs, and the minutes it may take."""


def stored_runs(folder: Path, service: str, runs: int, workers: int) -> list[Measure]:
    """Carry the same runs out with one worker and with several, in turn, a store for each and for each round."""
    composed = compose_run([f"service={service}"])
    rounds, kernels, alone, now = -(-runs // A_ROUND), [], [], _Round(composed, folder)

    def begin(number: int) -> None:
        now.begin(number)
        kernels.append(now.seconds_of(kernel_seconds))
        alone.append(now.seconds_of(run_seconds))

    one, several = in_turn([lambda: now.carry_out(1), lambda: now.carry_out(workers)], rounds, begin)
    found = [median_of(f"runs stored a minute, {count(n, 'worker')}", [60 * A_ROUND / t.wall for t in taken], "runs")
             for n, taken in ((1, one), (workers, several))]
    found.append(median_of(f"{MANY:,} runs by {count(workers, 'worker')}, scaled from {rounds * A_ROUND:,}",
                           [MANY * t.wall / A_ROUND / 60 for t in several], "minutes", MANY_GOAL))
    for named, seconds, goal in (("runs by themselves", alone, OVERHEAD_GOAL), ("their months alone", kernels, "")):
        added = [100 * (t.cpu / own - 1) for t, own in zip(one, seconds, strict=True)]
        found.append(median_of(f"CPU that carrying out and storing add to {named}", added, "%", goal))
    ratios = [a.wall / b.wall for a, b in zip(one, several, strict=True)]
    goal = SPEED_UP_GOAL if workers == 2 else ""
    return [*found, median_of(f"speed-up of {count(workers, 'worker')}", ratios, "times", goal)]


def store_runs(path: Path, service: str, runs: int, workers: int) -> None:
    """Carry so many runs out and store them at `record=nation`."""
    rows = paired({"bench": compose_run([f"service={service}"])}, [0], range(1, runs + 1))
    with StoreWriter(path, provenance("bench")) as writer:
        execute(rows, writer, Executor(workers))


class _Round:
    """The runs of one round, new ones in each."""

    def __init__(self, composed: Composition, folder: Path) -> None:
        self.composed, self.folder = composed, folder
        self.rows: list[Asked] = []

    def begin(self, number: int) -> None:
        """Make the rows of a round."""
        first = 1 + number * A_ROUND
        self.rows = list(paired({"bench": self.composed}, [0], range(first, first + A_ROUND)))

    def seconds_of(self, taken: Callable[[Specification], float]) -> float:
        """Return the CPU seconds that the round's runs take, by a sample of them, each taken by itself."""
        sample = self.rows[::len(self.rows) // SAMPLED]
        return sum(taken(row.spec.specification) for row in sample) * len(self.rows) / len(sample)

    def carry_out(self, workers: int) -> None:
        """Run and store the round's runs."""
        path = self.folder / f"workers-{workers}-from-{self.rows[0].spec.specification.run.seed}"
        with StoreWriter(path, provenance("bench")) as writer:
            execute(self.rows, writer, Executor(workers))


def storing(folder: Path, service: str) -> list[Measure]:
    """Return what writing a block costs a run, by what is recorded."""
    rows = list(paired({"bench": compose_run([f"service={service}"])}, [0], range(1, BLOCK + 1), "pdu"))
    finished = perform_all([row.spec for row in rows])
    narrow = [run._replace(spec=RunSpec(run.spec.specification), series={"nation": run.series["nation"]})
              for run in finished]
    with StoreWriter(folder / "storing", provenance("bench")) as writer:
        kinds: dict[str, Sequence] = {"nation": narrow, "pdu": finished}
        taken = in_turn([partial(writer.add, block) for block in kinds.values()], STORING_ROUNDS)
    return [median_of(f"storing a run, record={record}, {what}",
                      [1e3 * getattr(t, what) / BLOCK for t in times], "ms")
            for record, times in zip(kinds, taken, strict=True) for what in ("wall", "cpu")]

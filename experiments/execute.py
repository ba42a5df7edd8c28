"""Carrying out a design: blocks of runs go to workers and are stored whole, in order, as they end.

The numbers do not depend on the number or kind of workers: draws are keyed, blocks are
fixed by the design's order, and only the calling thread writes.
"""

import os
import shutil
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from experiments.composition import compose
from experiments.errors import UserError
from experiments.executors import Executor
from experiments.perform import pieces
from experiments.pools import Pool, Task
from experiments.progress import Progress, count, duration, size
from experiments.runspec import Asked
from experiments.store.tables import Finished
from experiments.store.write import BLOCK, StoreWriter

HERE = Executor()
"""One thread of this process."""
AHEAD = 4
"""Runs under way for each worker, so that none waits for the oldest block."""
LONG_SECONDS, LARGE_BYTES = 60.0, 1e9
"""A sweep expected to take longer, or to fill more, is announced after its first block."""


@dataclass
class Tally:
    """What came of a design: runs done and failed now, rows that needed none, and seconds.

    Seconds are those in all, those to make ready, and those spent in runs.
    """

    done: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    compiling: float = 0.0
    busy: float = 0.0

    def count(self, run: Finished) -> None:
        """Count one finished run."""
        self.busy += run.seconds
        if run.status == "done":
            self.done += 1
        else:
            self.failed += 1

    def add(self, other: "Tally") -> None:
        """Add what came of another part of the same work."""
        self.done, self.failed = self.done + other.done, self.failed + other.failed
        self.skipped += other.skipped
        self.seconds, self.busy = self.seconds + other.seconds, self.busy + other.busy
        self.compiling += other.compiling

    def words(self) -> str:
        """Return the tally as a line."""
        line = f"{count(self.done, 'run')} done now, {self.failed} failed"
        line += f", {self.skipped} stored before or the same as another" * (self.skipped > 0)
        line += f", {duration(self.seconds)}"
        return line + (f" after {duration(self.compiling)} to make the model ready" if self.compiling >= 1 else "")


def make_ready(progress: Progress) -> float:
    """Compile the model, or load it compiled, by a month of the toy service; return the seconds it took."""
    from model.simulation import simulate

    if not any(Path(os.environ["NUMBA_CACHE_DIR"]).rglob("*.nbi")):
        progress.note("compiling the model: about a minute, once for each version of it on this machine")
    started = time.perf_counter()
    simulate(compose(["service=toy", "months=1"]))
    return time.perf_counter() - started


def execute(design: Iterable[Asked], store: StoreWriter, executor: Executor = HERE,
            progress: Progress | None = None) -> Tally:
    """Run what a design asks for and the store does not hold; return what was done.

    An interruption (Ctrl-C) stores the runs that have ended before it is raised again.
    Raises UserError where the disk refuses, or is about to.
    """
    work = _Work(store, executor, progress or Progress(silent=True))
    try:
        for block in store.missing(design):
            work.take(block)
        work.finish()
    except BaseException:
        work.stop()
        raise
    finally:
        work.end()
    return work.tally


class _Work:
    """Blocks under way, oldest first; a block leaves only when it is stored."""

    def __init__(self, store: StoreWriter, executor: Executor, progress: Progress) -> None:
        self.store, self.executor, self.progress = store, executor, progress
        self.workers = executor.count()
        self.tally, self.started, self.announced = Tally(), 0.0, False
        self.pending: deque[list[Task]] = deque()
        self.skipped_before, self.written_before = store.skipped, store.written
        self.ahead = 2
        self.pool: Pool | None = None

    def take(self, block: Sequence[Asked]) -> None:
        """Send a block out; store the oldest where enough are under way for the workers that there are now."""
        if self.pool is None:
            if self.executor.here:
                self.tally.compiling = make_ready(self.progress)
            self.pool = self.executor.start()
            self.started = time.perf_counter()
            self.progress.start()
        self.workers = self.pool.workers
        self.ahead = max(2, -(-AHEAD * self.workers // BLOCK))
        self.progress.skip(self.store.skipped - self.skipped_before)
        specs, least = [row.spec for row in block], min(BLOCK, self.pool.piece())
        self.pending.append([self.pool.send(piece) for piece in pieces(specs, least)])
        if len(self.pending) > self.ahead:
            self._store_first()

    def finish(self) -> None:
        """Store what is under way."""
        self.progress.skip(self.store.skipped - self.skipped_before)
        while self.pending:
            self._store_first()

    def stop(self) -> None:
        """After an interruption: keep what has ended, drop the rest."""
        if self.pool is None:
            return
        if self.pending and not (self.executor.processes or self.executor.dask):
            self.progress.note("stopping after the runs under way; Ctrl-C again stops at once")
        self.pool.close(at_once=True)
        for block in self.pending:
            ended = [run for task in block for run in _ended(task)]
            self.store.add(ended)
            self._count(ended)
        self.pending.clear()

    def end(self) -> None:
        """Close the pool and the progress."""
        if self.pool is not None:
            self.pool.close(at_once=bool(self.pending))
        self.tally.skipped = self.store.skipped - self.skipped_before
        self.tally.seconds = time.perf_counter() - self.started if self.started else 0.0
        self.progress.close()

    def _store_first(self) -> None:
        assert self.pool is not None
        finished: list[Finished] = []
        for task in self.pending[0]:
            runs = self.pool.collect(task)
            finished += runs
            self.progress.advance(len(runs))
        self.store.add(finished)
        self.pending.popleft()
        self._count(finished)
        if not self.announced:
            self.announced = True
            self._announce(len(finished))

    def _count(self, runs: Iterable[Finished]) -> None:
        for run in runs:
            self.tally.count(run)

    def _announce(self, runs: int) -> None:
        """Say how long and how large the rest will be; refuse what the disk cannot hold."""
        left = self.progress.left()
        seconds = self.tally.busy / runs * left / self.workers
        written = self.store.written - self.written_before
        needed, free = written / runs * left, shutil.disk_usage(self.store.path).free
        if needed > free:
            raise UserError(f"output={self.store.path}: {count(left, 'run')} left need about {size(needed)} of disk, "
                            f"and {size(free)} are free.\nGive another folder, record less, or ask for fewer runs")
        if seconds > LONG_SECONDS or needed > LARGE_BYTES:
            self.progress.note(f"{count(left, 'run')} left: about {duration(seconds)} on "
                               f"{count(self.workers, 'worker')} and {size(needed)} of disk ({size(free)} free). "
                               "Ctrl-C stops; the same command goes on")


def _ended(task: Task) -> Iterator[Finished]:
    future = task.future
    if future.done() and not future.cancelled() and future.exception() is None:
        yield from future.result()

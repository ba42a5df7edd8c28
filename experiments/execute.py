"""Carrying out a design: threads around the nogil kernel, whole blocks stored as they end.

The numbers do not depend on the number of workers: draws are keyed, blocks are fixed by
the design's order, and only the calling thread writes.
"""

import os
import time
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from experiments.composition import compose
from experiments.overrides import whole_number
from experiments.progress import Progress
from experiments.runspec import Asked, RunSpec, levels_down_to
from experiments.store.tables import Finished
from experiments.store.write import StoreWriter

LARGEST_WORKERS = 1024
BLOCKS_AHEAD = 2


@dataclass
class Tally:
    """What came of a design: runs done now, failed now, seconds taken to run and to make the model ready."""

    done: int = 0
    failed: int = 0
    seconds: float = 0.0
    compiling: float = 0.0

    def count(self, run: Finished) -> None:
        """Count one finished run."""
        if run.status == "done":
            self.done += 1
        else:
            self.failed += 1

    def words(self) -> str:
        """Return the tally as a line."""
        line = f"{self.done} runs done now, {self.failed} failed, {self.seconds:.1f} s"
        return line + (f" after {self.compiling:.0f} s to make the model ready" if self.compiling >= 1 else "")


def resolve_workers(workers: int) -> int:
    """Return the number of threads: 0 means all cores; raise UserError outside 0 to 1024."""
    whole_number("workers", str(workers), 0, LARGEST_WORKERS)
    if workers:
        return workers
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_ready(progress: Progress) -> float:
    """Compile the model, or load it compiled, by a month of the toy service; return the seconds it took."""
    from model.simulation import simulate

    if not any(Path(os.environ["NUMBA_CACHE_DIR"]).rglob("*.nbi")):
        progress.note("compiling the model for this machine: once for each version of it")
    started = time.perf_counter()
    simulate(compose(["service=toy", "months=1"]))
    return time.perf_counter() - started


def perform(spec: RunSpec) -> Finished:
    """Run one specification; bad state inside the run makes a failed row, any other error is raised."""
    from model.simulation import RunError, simulate

    levels = levels_down_to(spec.record)
    try:
        result = simulate(spec.specification, record=levels)
    except RunError as error:
        return Finished(spec, None, {}, str(error))
    return Finished(spec, result.outcomes, {level: getattr(result, level) for level in levels})


def execute(design: Iterable[Asked], store: StoreWriter, workers: int = 1, progress: Progress | None = None) -> Tally:
    """Run what a design asks for and the store does not hold; return what was done.

    An interruption (Ctrl-C) stores the runs that have ended before it is raised again.
    """
    progress = progress or Progress(silent=True)
    tally, started = Tally(), 0.0
    pending: deque[list[Future]] = deque()
    with ThreadPoolExecutor(resolve_workers(workers), thread_name_prefix="run") as pool:
        try:
            for block in store.missing(design):
                if not started:
                    tally.compiling = make_ready(progress)
                    started = time.perf_counter()
                    progress.start()
                progress.skip(store.skipped)
                pending.append([pool.submit(perform, row.spec) for row in block])
                if len(pending) > BLOCKS_AHEAD:
                    _store_first(pending, store, tally, progress)
            while pending:
                _store_first(pending, store, tally, progress)
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            _store_ended(pending, store, tally)
            raise
        finally:
            tally.seconds = time.perf_counter() - started if started else 0.0
            progress.close()
    return tally


def _store_first(pending: deque, store: StoreWriter, tally: Tally, progress: Progress) -> None:
    """Wait for the oldest block and store it; it leaves `pending` only when stored."""
    finished = []
    for future in pending[0]:
        finished.append(future.result())
        progress.advance()
    store.add(finished)
    pending.popleft()
    for run in finished:
        tally.count(run)


def _store_ended(pending: Iterable[list[Future]], store: StoreWriter, tally: Tally) -> None:
    for block in pending:
        ended = [future.result() for future in block
                 if future.done() and not future.cancelled() and future.exception() is None]
        store.add(ended)
        for run in ended:
            tally.count(run)

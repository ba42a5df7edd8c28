"""Workers: threads around the nogil kernel, or processes that may be killed and are replaced.

Both are given pieces of a block and give back finished runs. What a run gives does not
depend on who ran it, nor on how a block was cut.
"""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol

from experiments.perform import perform_all
from experiments.runspec import RunSpec
from experiments.store.tables import Finished

PIECE_SECONDS = 0.25
"""A piece sent to a process should take about this long: far above the cost of sending it."""
PATIENCE = 3


class WorkersLost(RuntimeError):
    """Worker processes were killed again and again without finishing anything."""


class Task:
    """A piece of work sent out."""

    def __init__(self, specs: Sequence[RunSpec], future: Future) -> None:
        self.specs, self.future = specs, future


class Pool(Protocol):
    """What carries out pieces of work."""

    @property
    def workers(self) -> int:
        """How many runs are carried out at once."""

    def piece(self) -> int:
        """Return how many runs to send at a time."""

    def send(self, specs: Sequence[RunSpec]) -> Task:
        """Send a piece out."""

    def collect(self, task: Task) -> list[Finished]:
        """Wait for a piece and return its runs."""

    def close(self, at_once: bool = False) -> None:
        """End the workers: after what is under way, or (processes) at once."""


class Threads:
    """Threads of this process; a run at a time, for sending one costs next to nothing."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="run")

    def piece(self) -> int:
        """Return 1."""
        return 1

    def send(self, specs: Sequence[RunSpec]) -> Task:
        """Send a piece out."""
        return Task(specs, self._pool.submit(perform_all, specs))

    def collect(self, task: Task) -> list[Finished]:
        """Wait for a piece and return its runs."""
        return task.future.result()

    def close(self, at_once: bool = False) -> None:
        """Wait for the runs under way (a kernel cannot be stopped); drop those not begun."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class Processes:
    """Worker processes, started afresh (never forked from this one); a killed one is replaced and its work sent again.

    Raises WorkersLost from `collect` where workers die three times without finishing anything.
    """

    def __init__(self, workers: int) -> None:
        self.workers, self._losses, self._seconds = workers, 0, 0.0
        self._outstanding: list[Task] = []
        self._pool = self._start()

    def piece(self) -> int:
        """Return how many runs take a quarter of a second by what was measured; 1 before that."""
        return max(1, round(PIECE_SECONDS / self._seconds)) if self._seconds else 1

    def send(self, specs: Sequence[RunSpec]) -> Task:
        """Send a piece out."""
        task = Task(specs, Future())
        self._outstanding.append(task)
        self._submit(task)
        return task

    def collect(self, task: Task) -> list[Finished]:
        """Wait for a piece and return its runs."""
        while True:
            try:
                finished = task.future.result()
            except BrokenProcessPool:
                self._replace()
                continue
            self._outstanding.remove(task)
            self._losses, self._seconds = 0, sum(run.seconds for run in finished) / len(finished)
            return finished

    def close(self, at_once: bool = False) -> None:
        """End the workers."""
        if at_once:
            for process in list((getattr(self._pool, "_processes", None) or {}).values()):
                process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
        return ProcessPoolExecutor(self.workers, mp_context=context, initializer=_begin_worker)

    def _submit(self, task: Task) -> None:
        try:
            task.future = self._pool.submit(perform_all, task.specs)
        except BrokenProcessPool:
            task.future = Future()
            task.future.set_exception(BrokenProcessPool("found broken on sending"))

    def _replace(self) -> None:
        """Build the pool anew and send again what had not ended."""
        self._losses += 1
        if self._losses > PATIENCE:
            raise WorkersLost(f"worker processes were killed {self._losses} times without finishing a run "
                              "(is memory short? does a script of yours lack `if __name__ == '__main__':`?); "
                              "what had ended is stored. Go on with fewer workers, or with threads")
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._start()
        for task in self._outstanding:
            if not task.future.done() or task.future.cancelled() or task.future.exception() is not None:
                self._submit(task)


def _begin_worker() -> None:
    """In a worker: leave Ctrl-C to the parent, and end when the parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True, name="parent").start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    with contextlib.suppress(OSError):
        if parent is not None:
            parent.join()
            os._exit(1)

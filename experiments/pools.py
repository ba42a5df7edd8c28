"""What every kind of worker is asked for; and threads, around the kernel that lets them run side by side.

Workers are given pieces of a block and give back finished runs. What a run gives does not
depend on who ran it, nor on how a block was cut.
"""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

from experiments.perform import perform_all
from experiments.runspec import RunSpec
from experiments.store.tables import Finished

PATIENCE = 3
"""How often a piece may be lost with its worker before that is told."""


class WorkersLost(RuntimeError):
    """Worker processes were killed again and again without finishing anything."""


class Task:
    """A piece of work sent out, and how often it was lost."""

    def __init__(self, specs: Sequence[RunSpec], future: Future) -> None:
        self.specs, self.future, self.losses = specs, future, 0


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

"""Worker processes, each at the end of a pipe of its own; a killed one is replaced and its work sent again.

The standard library's pool shares one pipe between its workers: one that is killed while
it sends leaves the others, and the pool, waiting for ever. Here its death is the end of
its own pipe and nobody else's (docs/adr/0013-a-pipe-for-every-worker.md).
"""

import contextlib
import multiprocessing
import os
import queue
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from multiprocessing.connection import Connection, wait
from typing import Any

from experiments.perform import perform_all
from experiments.pools import PATIENCE, Task, WorkersLost
from experiments.runspec import RunSpec
from experiments.store.tables import Finished

PIECE_SECONDS = 0.25
"""A piece sent to a process should take about this long: far above the cost of sending it."""
IN_HAND = 2
"""Pieces a worker has at once: the next is there when the last is done."""


class Processes:
    """Workers of this machine, started afresh (never forked from this process).

    Raises WorkersLost from `collect` where workers die again and again over one piece.
    """

    def __init__(self, workers: int) -> None:
        self.workers, self._seconds = workers, 0.0
        self._context: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
        self._waiting: deque[Task] = deque()
        self._crew = [_Worker(self._context) for _ in range(workers)]

    def piece(self) -> int:
        """Return how many runs take a quarter of a second by what was measured; 1 before that."""
        return max(1, round(PIECE_SECONDS / self._seconds)) if self._seconds else 1

    def send(self, specs: Sequence[RunSpec]) -> Task:
        """Send a piece out."""
        task = Task(specs, Future())
        self._waiting.append(task)
        self._listen(0)
        self._hand_out()
        return task

    def collect(self, task: Task) -> list[Finished]:
        """Wait for a piece and return its runs."""
        while not task.future.done():
            self._listen(None)
        finished = task.future.result()
        self._seconds = sum(run.seconds for run in finished) / len(finished)
        return finished

    def close(self, at_once: bool = False) -> None:
        """End the workers: after what they have in hand, or at once."""
        while not at_once and any(worker.held for worker in self._crew):
            self._listen(None)
        for worker in self._crew:
            worker.end()
        self._crew = []

    def _hand_out(self) -> None:
        """Give waiting pieces to the workers that have least in hand."""
        while self._waiting:
            worker = min(self._crew, key=lambda worker: len(worker.held))
            if len(worker.held) >= IN_HAND:
                return
            worker.give(self._waiting.popleft())

    def _listen(self, seconds: float | None) -> None:
        """Take in what workers have sent, waiting for the first; replace those that have died."""
        pipes = {worker.pipe: worker for worker in self._crew}
        for pipe in wait(list(pipes), seconds):
            worker = pipes[pipe]
            try:
                done, result = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            future = worker.held.popleft().future
            if done:
                future.set_result(result)
            else:
                future.set_exception(result)
        self._hand_out()

    def _replace(self, worker: "_Worker") -> None:
        worker.end()
        if worker.held:
            first = worker.held[0]
            first.losses += 1
            if first.losses > PATIENCE:
                first.future.set_exception(WorkersLost(
                    f"worker processes were killed {first.losses} times over one piece of work (is memory short? does "
                    "a script of yours lack `if __name__ == '__main__':`?); what had ended is stored. Go on with fewer "
                    "workers, or with threads"))
                worker.held.popleft()
        self._waiting.extendleft(reversed(worker.held))
        self._crew[self._crew.index(worker)] = _Worker(self._context)


class _Worker:
    """A process, this end of its pipe, and the pieces it has in hand, oldest first."""

    def __init__(self, context: Any) -> None:
        self.held: deque[Task] = deque()
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, perform_all), daemon=True)
        self.process.start()
        theirs.close()

    def give(self, task: Task) -> None:
        """Send a piece; that the worker has died shows where it is listened to."""
        self.held.append(task)
        with contextlib.suppress(OSError):
            self.pipe.send(task.specs)

    def end(self) -> None:
        """End the process at once and wait until it has ended."""
        self.process.terminate()
        self.process.join()
        self.pipe.close()


def _work(pipe: Connection, perform: Callable[[Sequence[RunSpec]], list[Finished]]) -> None:
    """In a worker: carry out one piece after another; leave Ctrl-C to the parent, and end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pieces: queue.SimpleQueue[Sequence[RunSpec]] = queue.SimpleQueue()
    threading.Thread(target=_end_with_parent, daemon=True, name="parent").start()
    threading.Thread(target=_receive, args=(pipe, pieces), daemon=True, name="pieces").start()
    while True:
        specs = pieces.get()
        try:
            pipe.send((True, perform(specs)))
        except OSError:
            return
        except Exception as error:
            error.add_note(f"In a worker process:\n{traceback.format_exc()}")
            pipe.send((False, error))


def _receive(pipe: Connection, pieces: queue.SimpleQueue) -> None:
    """Take pieces in at once, so that the parent never waits for a worker that is itself sending."""
    while True:
        try:
            pieces.put(pipe.recv())
        except (EOFError, OSError):
            os._exit(1)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    with contextlib.suppress(OSError):
        if parent is not None:
            parent.join()
            os._exit(1)

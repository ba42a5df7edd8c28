"""Workers of a Dask cluster: a local one, or any that a scheduler's address leads to.

A piece goes out as one task and comes back as soon as it ends; nothing is shared but the
network. Every worker must hold the same version of the model, which each task checks, and
makes its kernels ready before its first run. A worker that dies has its pieces done by
others; a scheduler that is started again is found again and given what had not come back.
"""

import logging
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from functools import lru_cache, partial
from typing import Any

from experiments.errors import UserError
from experiments.perform import perform_all
from experiments.pools import Task, WorkersLost
from experiments.runspec import RunSpec
from experiments.store.tables import Finished
from model.kernel_cache import model_hash

PIECE_SECONDS = 1.0
"""A piece should take about this long: a task costs some milliseconds, and a lost worker one piece."""
SMALLEST_PIECE = 4
CONNECT_SECONDS, CLOSE_SECONDS = 15.0, 5.0
PATIENCE_SECONDS = 120.0
"""How long a scheduler that went away is waited for."""
INSTALL = "Install it with: pip install 'probation-governance[dask]'"


class OtherModel(RuntimeError):
    """A worker holds another version of the model."""


def require_dask() -> None:
    """Raise UserError where Dask is not installed."""
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise UserError(f"executor=dask needs the package distributed, which is not installed.\n{INSTALL}") from None


def run_piece(specs: Sequence[RunSpec], model: str) -> list[Finished]:
    """On a worker: check the model's version, make its kernels ready, and run."""
    check_model(model)
    _make_ready()
    return perform_all(specs)


def check_model(model: str) -> None:
    """Raise OtherModel where this worker's model is not the one asked for."""
    if model_hash() != model:
        raise OtherModel(f"a worker holds version {model_hash()[:12]} of the model, this is {model[:12]}")


@lru_cache(maxsize=1)
def _make_ready() -> None:
    from experiments.execute import make_ready
    from experiments.progress import Progress

    make_ready(Progress(silent=True))


class _Lost(Exception):
    """A piece went with its scheduler."""


class DaskPool:
    """Pieces sent to a Dask scheduler.

    Raises UserError where no scheduler answers or a worker's model differs, WorkersLost from
    `collect` where a piece's workers died again and again or the scheduler stays away.
    """

    def __init__(self, workers: int, address: str = "") -> None:
        self._model, self._address, self._seconds = model_hash(), address, 0.0
        self._threads, self._outstanding = 1, list[Task]()
        self._remote: dict[Task, Any] = {}
        self._lock = threading.Lock()
        self._cluster = None if address else _own_cluster(workers)
        self._client = self._connect()

    @property
    def workers(self) -> int:
        """The threads that the cluster's workers have now, at least one; the last known while no scheduler answers."""
        try:
            self._threads = max(1, sum(self._client.nthreads().values()))
        except Exception:  # what a client raises without its scheduler differs from version to version
            return self._threads
        return self._threads

    def piece(self) -> int:
        """Return how many runs take about a second by what was measured, at least four."""
        return max(SMALLEST_PIECE, round(PIECE_SECONDS / self._seconds)) if self._seconds else SMALLEST_PIECE

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
            except _Lost:
                self._begin_again()
                continue
            self._outstanding.remove(task)
            self._seconds = sum(run.seconds for run in finished) / len(finished)
            return finished

    def close(self, at_once: bool = False) -> None:
        """Leave the scheduler, dropping what is under way; end the workers where they are our own."""
        with self._lock:
            remotes, self._remote = list(self._remote.values()), {}
        if remotes and self._client.status == "running":
            self._client.cancel(remotes, force=True)
        self._client.close(timeout=CLOSE_SECONDS)
        if self._cluster is not None:
            self._cluster.close(timeout=CLOSE_SECONDS)

    def _connect(self):
        """Return a client whose workers have all been asked for their model's version."""
        from distributed import Client

        try:
            client = Client(self._cluster or self._address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise UserError(f"executor.address={self._address}: no scheduler answers there ({first_words(error)}).\n"
                            "Start one: dask scheduler") from None
        try:
            client.run(check_model, self._model)
        except (OtherModel, ImportError, AttributeError) as error:
            client.close(timeout=CLOSE_SECONDS)
            raise UserError(f"executor.address={self._address}: {first_words(error)}.\n"
                            "Install the same version of this package on every worker.") from None
        return client

    def _submit(self, task: Task) -> None:
        task.future = Future()
        try:
            remote = self._client.submit(run_piece, task.specs, self._model, pure=False)
        except Exception:  # what a client raises without its scheduler differs from version to version
            task.future.set_exception(_Lost())
            return
        with self._lock:
            self._remote[task] = remote
        remote.add_done_callback(partial(self._deliver, task, task.future))

    def _deliver(self, task: Task, future: Future, remote) -> None:
        """Hand a finished piece over and let the cluster forget it."""
        from distributed import KilledWorker

        try:
            future.set_result(remote.result())
        except OtherModel as error:
            future.set_exception(UserError(f"executor.address={self._address}: {error}."))
        except KilledWorker:
            future.set_exception(WorkersLost("a piece of work was lost with its workers again and again (is memory "
                                             "short?); what had ended is stored. Repeat the command to go on"))
        except BaseException as error:
            gone = remote.status in ("cancelled", "lost") or isinstance(error, OSError)
            future.set_exception(_Lost() if gone else error)
        with self._lock:
            if self._remote.get(task) is remote:
                del self._remote[task]

    def _begin_again(self) -> None:
        """Find the scheduler again and send what had not come back; raise WorkersLost where it stays away."""
        self._client.close(timeout=CLOSE_SECONDS)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                self._client = self._connect()
                break
            except UserError as error:
                if time.monotonic() > deadline:
                    raise WorkersLost(f"the scheduler at {self._address} went away and did not come back; what had "
                                      "ended is stored. Repeat the command to go on") from error
                time.sleep(1.0)
        for task in self._outstanding:
            if not task.future.done() or task.future.exception() is not None:
                self._submit(task)


def first_words(error: BaseException) -> str:
    """Return the first line of an error's text."""
    return (str(error).splitlines() or [type(error).__name__])[0][:120].rstrip(".")


def _own_cluster(workers: int):
    from distributed import LocalCluster

    return LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, host="127.0.0.1",
                        dashboard_address=None, silence_logs=logging.CRITICAL)

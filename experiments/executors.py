"""What carries runs out: threads or processes of this machine, or a Dask cluster."""

import os
from dataclasses import dataclass

from experiments.errors import UserError, not_allowed
from experiments.overrides import whole_number
from experiments.pools import Pool, Threads
from experiments.processes import Processes

LARGEST_WORKERS = 1024
SCHEMES = ("tcp://", "tls://", "ws://", "wss://", "ucx://")


@dataclass(frozen=True)
class Executor:
    """Who carries runs out. `address` is that of a Dask scheduler; without one, executor=dask starts its own workers.

    `workers` of 0 means one for every core of this machine.
    """

    workers: int = 1
    processes: bool = False
    dask: bool = False
    address: str = ""

    def check(self) -> None:
        """Raise UserError where the settings contradict each other or a package is missing."""
        whole_number("workers", str(self.workers), 0, LARGEST_WORKERS)
        if self.address and not self.dask:
            raise UserError("executor.address is for executor=dask only.\nAdd executor=dask")
        if self.address and not self.address.startswith(SCHEMES):
            raise not_allowed("executor.address", self.address, "a scheduler's address such as tcp://127.0.0.1:8786",
                              "probgov list executors")
        if self.dask:
            from experiments.dask_pool import require_dask

            require_dask()

    @property
    def here(self) -> bool:
        """Whether the runs are carried out by this machine."""
        return not self.address

    def count(self) -> int:
        """Return the number of workers."""
        self.check()
        if self.workers:
            return self.workers
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

    def start(self) -> Pool:
        """Return the workers, started; raise UserError where a cluster cannot be reached."""
        if self.dask:
            from experiments.dask_pool import DaskPool

            return DaskPool(self.count(), self.address)
        return Processes(self.count()) if self.processes else Threads(self.count())

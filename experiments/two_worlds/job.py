"""The two worlds on screen as a proper paired comparison: run in the background, with progress, and as a command."""

import shlex
import threading
from collections.abc import Sequence
from pathlib import Path

from experiments.comparison import Compared, Plan, carry_out, plan
from experiments.errors import UserError
from experiments.progress import Progress

WAITING, RUNNING, DONE, STOPPED, FAILED = "waiting", "running", "done", "stopped", "failed"


class Stopped(Exception):
    """Somebody does not want the rest; what had ended is stored."""


class Counted(Progress):
    """Progress that can be read from another thread, and stopped from one."""

    def __init__(self, total: int) -> None:
        super().__init__(total, silent=True)
        self.stop = threading.Event()

    def advance(self, runs: int = 1) -> None:
        """Count runs that ended; raise Stopped where the rest is not wanted."""
        self.done += runs
        if self.stop.is_set():
            raise Stopped


def command(words: Sequence[str], replicates: int) -> str:
    """Return the command line that gives the same comparison."""
    return shlex.join(["probgov", "compare", *words, f"replicates={replicates}"])


class Comparison:
    """A comparison under way or done: `state`, `progress` and, in the end, `found` or `message`.

    Raises UserError at once for words that cannot be compared; `output` is where the runs are stored (by default
    where the command itself stores them, so that it finds them all).
    """

    def __init__(self, words: Sequence[str], replicates: int, output: Path | None = None) -> None:
        self.words, self.replicates, self.output = tuple(words), replicates, output
        self.plan: Plan = plan(words, replicates=replicates)
        self.command = command(words, replicates)
        self.progress = Counted(2 * self.plan.pairs)
        self.state, self.message = WAITING, ""
        self.found: Compared | None = None
        self._thread = threading.Thread(target=self._run, name="comparison", daemon=True)

    def start(self) -> "Comparison":
        """Begin in the background; return this comparison."""
        self.state = RUNNING
        self._thread.start()
        return self

    def stop(self) -> None:
        """Ask for the rest to be left; runs that have ended are stored."""
        self.progress.stop.set()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until it has ended."""
        self._thread.join(seconds)

    @property
    def running(self) -> bool:
        """Whether it is still under way."""
        return self.state == RUNNING

    @property
    def share(self) -> float:
        """The share of runs that are done."""
        return min(1.0, (self.progress.done + self.progress.skipped) / self.progress.total)

    def _run(self) -> None:
        try:
            self.found = carry_out(self.plan, self.output, self.command, progress=self.progress)
            self.state = DONE
        except Stopped:
            self.state, self.message = STOPPED, "Stopped; the runs that had ended are stored."
        except UserError as error:
            self.state, self.message = FAILED, str(error)
        except Exception as error:
            self.state, self.message = FAILED, f"a fault of ours: {type(error).__name__}: {error}"

"""Progress of many runs: a bar with time left on a terminal, plain lines elsewhere."""

import os
import sys
import time


def tell(message: str) -> None:
    """Print a line on stderr; where nobody reads it any more, the work goes on in silence."""
    try:
        print(message, file=sys.stderr, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def count(number: int, what: str) -> str:
    """Return '1 pair' or '2 pairs'."""
    return f"{number} {what}" + "s" * (number != 1)


def duration(seconds: float) -> str:
    """Return seconds in words: 0.4 s, 12 s, 3 min, 2.5 h."""
    if seconds < 100:
        return f"{seconds:.1f} s" if 0.05 <= seconds < 9.95 and seconds % 1 else f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def size(number: float) -> str:
    """Return a number of bytes in words: 12 kB, 3.4 MB, 1.2 GB."""
    for unit, step in (("GB", 1e9), ("MB", 1e6)):
        if number >= step:
            return f"{number / step:.1f} {unit}"
    return f"{number / 1e3:.0f} kB"


class Progress:
    """Counts runs on stderr; silent where told so. Call `start`, then `advance` once a run and `close` at the end."""

    def __init__(self, total: int = 0, what: str = "runs", silent: bool = False) -> None:
        self.total, self.what, self.silent = total, what, silent or total == 0
        self.done, self.skipped, self._started, self._told = 0, 0, 0.0, 0.0
        self._bar = None

    def note(self, message: str) -> None:
        """Print a message that stands apart from the count."""
        if self._bar:
            self._bar[0].console.print(message, markup=False, highlight=False)
        elif not self.silent:
            tell(message)

    def start(self) -> None:
        """Begin to measure time; open the bar on a terminal."""
        self._started = self._told = time.monotonic()
        if not self.silent and sys.stderr.isatty():
            self._bar = self._open_bar()

    def advance(self, runs: int = 1) -> None:
        """Count runs that ended."""
        self.done += runs
        if self._bar:
            self._bar[0].advance(self._bar[1], runs)
        elif not self.silent:
            self._line()

    def left(self) -> int:
        """Return how many runs are neither done nor stored before."""
        return max(0, self.total - self.done - self.skipped)

    def skip(self, runs: int) -> None:
        """Say how many runs of the total need not be done, being stored already."""
        if self._bar and runs > self.skipped:
            self._bar[0].advance(self._bar[1], runs - self.skipped)
        self.skipped = runs

    def close(self) -> None:
        """Take the bar off the terminal."""
        if self._bar:
            self._bar[0].stop()
            self._bar = None

    def _open_bar(self):
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        bar = Bar(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
                  TextColumn("left"), TimeRemainingColumn(), console=Console(stderr=True), transient=True)
        bar.start()
        return bar, bar.add_task(self.what, total=self.total)

    def _line(self) -> None:
        """Print a line at most every ten seconds, and at the end."""
        now = time.monotonic()
        present = self.done + self.skipped
        if now - self._told < 10 and present < self.total:
            return
        self._told = now
        left = (now - self._started) / self.done * (self.total - present)
        tell(f"{self.what}: {present} of {self.total}, about {duration(left)} left")

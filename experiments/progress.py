"""Progress of many runs: a bar with time left on a terminal, plain lines elsewhere."""

import sys
import time


class Progress:
    """Counts runs on stderr; silent where told so. Call `start`, then `advance` once a run and `close` at the end."""

    def __init__(self, total: int = 0, what: str = "runs", silent: bool = False) -> None:
        self.total, self.what, self.silent = total, what, silent or total == 0
        self.done, self.skipped, self._started, self._told = 0, 0, 0.0, 0.0
        self._bar = None

    def note(self, message: str) -> None:
        """Print a message that stands apart from the count."""
        if not self.silent:
            print(message, file=sys.stderr, flush=True)

    def start(self) -> None:
        """Begin to measure time; open the bar on a terminal."""
        self._started = self._told = time.monotonic()
        if not self.silent and sys.stderr.isatty():
            self._bar = self._open_bar()

    def advance(self) -> None:
        """Count one run."""
        self.done += 1
        if self._bar:
            self._bar[0].advance(self._bar[1])
        elif not self.silent:
            self._line()

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
        print(f"{self.what}: {present} of {self.total}, about {left:.0f} s left", file=sys.stderr, flush=True)

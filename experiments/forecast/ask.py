"""A forecast asked for by words: composed, run where it is lacking, and stored."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from experiments.forecast.folder import NAME, Stored, load, newest, save
from experiments.forecast.make import Asking, make
from experiments.store.layout import make_folder

REPLICATES = 100
NATIONAL = "national=both"
"""The consultation of 2024 was on an inspection of the centre in early 2025: a forecast holds one unless told not."""


def with_national(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a run with the centre inspected, where they say nothing of that."""
    told = any(word.partition("=")[0] == "national" for word in words)
    return tuple(words) if told else (NATIONAL, *words)


def forecast(asking: Asking, output: Path | None, command: str, quiet: bool = False) -> Path:
    """Make a forecast and store it; return its folder. Runs that its store holds are not run again."""
    folder = output or Path("results") / f"forecast-{asking.name}"
    make_folder(folder)
    save(folder, asking, make(asking, folder / "store", command, quiet), command)
    return folder


def found_or_made(results: Path | None, origin: date, until: int, say: Callable[[str], None], command: str,
                  quiet: bool) -> Stored:
    """Return the forecast of a folder, or the newest one from a day; make it with defaults where there is none."""
    folder = results or newest(Path("results"), origin)
    if folder is None:
        say(f"no forecast of what was not known on {origin.isoformat()} is stored: making one with defaults "
            f"({REPLICATES} replicates of the default world, {NATIONAL})")
        return load(forecast(Asking(with_national(()), origin, until, REPLICATES), None, command, quiet))
    stored = load(folder)
    say(f"reading {folder / NAME}")
    return stored

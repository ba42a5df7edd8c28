"""A forecast asked for by words: composed, run where it is lacking, and stored."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from experiments.calibration.stored import calibrations
from experiments.forecast.folder import NAME, Stored, load, newest, save
from experiments.forecast.make import Asking, make
from experiments.store.layout import make_folder
from model.evidence.schema import cut_off

REPLICATES = 100
NATIONAL = "national=both"
"""The consultation of 2024 was on an inspection of the centre in early 2025: a forecast holds one unless told not."""


CALIBRATED = "calibrated"


def with_world(words: Sequence[str], origin: date) -> tuple[str, ...]:
    """Return the words of a run in worlds calibrated to what was known on a day, where they say nothing of worlds.

    Where no calibration stopped on that day they stay as they are: the default world.
    """
    if any(word.partition("=")[0] == "world" for word in words):
        return tuple(words)
    name = CALIBRATED if origin == cut_off() else f"{CALIBRATED}_{origin.year}"
    return (f"world={name}", *words) if name in calibrations() else tuple(words)


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
                  quiet: bool, words: Sequence[str] = ()) -> Stored:
    """Return the forecast of a folder, or the newest one from a day; make it where there is none, or words ask for one.
    """
    folder = results or (None if words else newest(Path("results"), origin))
    if folder is None:
        full = with_national(with_world(words, origin))
        if not words:
            say(f"no forecast of what was not known on {origin.isoformat()} is stored: making one with defaults "
                f"({REPLICATES} replicates, {' '.join(full)})")
        return load(forecast(Asking(full, origin, until, REPLICATES), None, command, quiet))
    stored = load(folder)
    say(f"reading {folder / NAME}")
    return stored

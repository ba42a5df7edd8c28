"""The checks an assurance pack reports: docking, negative controls and patterns, run at small size or as stored."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from experiments.controls.control import CONTROLS
from experiments.controls.page import rows as control_rows
from experiments.docking.cases import case_names, find_case
from experiments.docking.docked import STORED
from experiments.docking.table import rows as docking_rows
from experiments.patterns.table import look
from experiments.patterns.table import rows as pattern_rows

FRESH, AS_STORED, NONE = "fresh", "stored", "none"
MODES = (FRESH, AS_STORED, NONE)
SEEDS = (1,)
HISTORIES = 4


@dataclass(frozen=True)
class Check:
    """One check: its rows, how they were come by, and the command that gives the full one."""

    name: str
    title: str
    rows: Sequence[dict]
    how: str
    command: str


def docking(mode: str, say: Callable[[str], None], results: Path = Path("results")) -> Check:
    """Return the docking table: few replicates now, or the one stored by `make docking`."""
    rows: Sequence[dict] = ()
    how = "not run"
    if mode == FRESH:
        rows = list(docking_rows([find_case(name) for name in case_names()], fast=True, say=say))
        how = "run now, with few replicates and the wider tolerances of the tests"
    stored = results / STORED.relative_to("results")
    if mode == AS_STORED and stored.exists():
        rows, how = json.loads(stored.read_text(encoding="utf-8")), "as stored by the last full run"
    return Check("docking", "Mechanisms against published and exact results", rows, how, "make docking")


def controls(mode: str, say: Callable[[str], None]) -> Check:
    """Return the negative controls in their named worlds; they are not stored, so they are run or left out."""
    rows: Sequence[dict] = ()
    if mode == FRESH:
        say(f"{len(CONTROLS)} negative controls in their named worlds")
        rows = control_rows({}, {}, SEEDS)
    return Check("negative_controls", "Negative controls: what the model must be able to say", rows,
                 f"run now, {len(SEEDS)} seed" if rows else "not run", "probgov controls worlds=128")


def patterns(mode: str, results: Path = Path("results")) -> Check:
    """Return the patterns: a few histories now, or the newest stored."""
    command = "probgov patterns"
    if mode == FRESH:
        with TemporaryDirectory() as folder:
            found = pattern_rows(look([], HISTORIES, Path(folder) / "store", command, quiet=True))
        return Check("patterns", "Published patterns against simulated histories", found,
                     f"run now, {HISTORIES} histories", command)
    stored = sorted(results.glob("patterns-*/patterns.json"), key=lambda file: file.stat().st_mtime)
    if mode == AS_STORED and stored:
        told = json.loads(stored[-1].read_text(encoding="utf-8"))
        return Check("patterns", "Published patterns against simulated histories", told["patterns"],
                     f"as stored, by model {told['model']}", command)
    return Check("patterns", "Published patterns against simulated histories", (), "not run", command)


def all_checks(mode: str, say: Callable[[str], None], results: Path = Path("results")) -> list[Check]:
    """Return every check in the mode asked for: fresh, stored or none."""
    return [docking(mode, say, results), controls(mode, say), patterns(mode, results)]

"""Docking cases: one file each, holding a `CASE`; `experiments.docking` says what that is."""

from importlib import import_module
from pathlib import Path

from experiments.docking.case import Case
from experiments.errors import unknown


def case_names() -> list[str]:
    """Return the names of the cases, by listing the folder."""
    return sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))


def find_case(name: str) -> Case:
    """Return a case by name; raise UserError where there is none."""
    if name not in case_names():
        raise unknown("docking case", name, case_names(), "probgov docking --help")
    return import_module(f"experiments.docking.cases.{name}").CASE

"""The assumptions about the service, read from assumptions.toml: each with its statement, range, grade and source."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from model.parameters.grades import Grade

FILE = Path(__file__).resolve().parent / "assumptions.toml"


@dataclass(frozen=True)
class Assumption:
    """One assumption; `value` is a number, a text, a list of names or a table of names."""

    id: str
    name: str
    statement: str
    value: float | str | list | dict
    unit: str
    grade: Grade
    source: str
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.value, (int, float)):
            return
        if self.low is None or self.high is None or not self.low <= self.value <= self.high:
            raise ValueError(f"{self.id} {self.name}: {self.value} is outside {self.low} to {self.high}")


@lru_cache(maxsize=1)
def assumptions() -> dict[str, Assumption]:
    """Return name -> assumption in the order of their ids; raise ValueError for a number outside its range."""
    entries = tomllib.loads(FILE.read_text(encoding="utf-8"))["assumption"]
    read = [Assumption(**{**entry, "grade": Grade(entry["grade"])}) for entry in entries]
    return {assumption.name: assumption for assumption in read}


def number(name: str) -> float:
    """Return the value of a numeric assumption; raise TypeError where it is not one."""
    value = assumptions()[name].value
    if not isinstance(value, (int, float)):
        raise TypeError(f"assumption {name} is no number")
    return float(value)


def names(name: str) -> list[str]:
    """Return the value of an assumption that lists names; raise TypeError where it is not one."""
    value = assumptions()[name].value
    if not isinstance(value, list):
        raise TypeError(f"assumption {name} is no list of names")
    return value


def table(name: str) -> dict:
    """Return the value of an assumption that is a table of names; raise TypeError where it is not one."""
    value = assumptions()[name].value
    if not isinstance(value, dict):
        raise TypeError(f"assumption {name} is no table of names")
    return value

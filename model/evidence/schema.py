"""What evidence.toml declares of each file: its columns, key, grade and what is held to the cut-off."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from model.parameters.grades import Grade

FOLDER = Path(__file__).resolve().parent
TYPES = ("text", "integer", "number", "number or words", "date")


@dataclass(frozen=True)
class Column:
    """One column; `words` is the list a text must come from, empty where any text will do."""

    name: str
    type: str
    required: bool = False
    words: tuple[str, ...] = ()
    low: float = float("-inf")
    high: float = float("inf")
    not_above: str = ""
    not_below: str = ""


@dataclass(frozen=True)
class EvidenceFile:
    """One file of evidence: what it is, how well founded, and what its rows must satisfy."""

    name: str
    title: str
    grade: Grade
    key: tuple[str, ...]
    held_to_cut_off: tuple[str, ...]
    columns: tuple[Column, ...]


@lru_cache(maxsize=1)
def _declared() -> dict:
    return tomllib.loads((FOLDER / "evidence.toml").read_text(encoding="utf-8"))


def cut_off() -> date:
    """Return the last day whose results the packaged files may hold."""
    return _declared()["cut_off"]


def words(name: str) -> tuple[str, ...]:
    """Return a declared list of words, such as the regions or the ratings; raise KeyError for an unknown list."""
    return tuple(_declared()["words"][name])


@lru_cache(maxsize=1)
def evidence_files() -> dict[str, EvidenceFile]:
    """Return name -> declaration of every file; raise ValueError where evidence.toml contradicts itself."""
    return {name: _file(name, entry) for name, entry in _declared()["files"].items()}


@lru_cache(maxsize=1)
def later_files() -> dict[str, EvidenceFile]:
    """Return name -> declaration of the files that only a folder of later observations holds."""
    return {name: _file(name, entry) for name, entry in _declared()["later"].items()}


def _file(name: str, entry: dict) -> EvidenceFile:
    columns = tuple(_column(key, **given) for key, given in entry["columns"].items())
    named = {column.name for column in columns}
    referred = {*entry["key"], *entry["held_to_cut_off"]}
    referred |= {c.not_above for c in columns if c.not_above} | {c.not_below for c in columns if c.not_below}
    if not referred <= named:
        raise ValueError(f"evidence.toml, {name}: refers to unknown columns {sorted(referred - named)}")
    return EvidenceFile(name, entry["title"], Grade(entry["grade"]), tuple(entry["key"]),
                        tuple(entry["held_to_cut_off"]), columns)


def _column(name: str, **given) -> Column:
    if given["type"] not in TYPES:
        raise ValueError(f"evidence.toml, {name}: type {given['type']} is none of {', '.join(TYPES)}")
    listed = given.pop("in", None)
    return Column(name, words=words(listed) if listed else (), **given)

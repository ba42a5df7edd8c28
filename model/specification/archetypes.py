"""Archetypes as boxes of dials: low, centre and high of each, read from the evidence and from declared readings.

The one place in which a box is looked up, for presets, searches inside a box and lists.
No rule reads it: a run knows values of dials only.
"""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from model.evidence.reader import read
from model.specification.dials import DIALS
from model.specification.errors import SpecificationError

READINGS = Path(__file__).with_name("archetype_readings.toml")
BOXED = tuple(dial for dial in DIALS if dial != "null_dial")
"""The dials that an archetype places; the null dial is read by no rule."""


class Box(NamedTuple):
    """Where an archetype sits on a dial, how well that is founded, and why."""

    low: float
    centre: float
    high: float
    grade: str
    reason: str
    source: str


def archetypes() -> tuple[str, ...]:
    """Return the names of the archetypes that have boxes."""
    return tuple(_all_boxes())


def boxes(archetype: str) -> dict[str, Box]:
    """Return dial -> box of an archetype; raise SpecificationError where it has none."""
    known = _all_boxes()
    if archetype not in known:
        raise SpecificationError("archetype", archetype, "one of " + ", ".join(known), "probgov list boxes")
    return dict(known[archetype])


def centres(archetype: str) -> dict[str, float]:
    """Return dial -> centre of the archetype's box."""
    return {dial: box.centre for dial, box in boxes(archetype).items()}


@lru_cache(maxsize=1)
def _all_boxes() -> dict[str, dict[str, Box]]:
    readings = tomllib.loads(READINGS.read_text(encoding="utf-8"))
    found: dict[str, dict[str, Box]] = {}
    for row in _main_rows():
        dial = row["dial"].replace("learning_mix_", "learning_")
        held = readings["held"].get(row["archetype"], {}).get(dial, {}).get("centre")
        box = _box(row["low"], row["high"], held, "C", row["reason"], "archetype_sources.csv")
        found.setdefault(row["archetype"], {})[dial] = box
    for archetype, read_off in readings["boxes"].items():
        for dial, reading in read_off.items():
            found[archetype][dial] = _box(reading["low"], reading["high"], None, "D", reading["reason"], READINGS.name)
    for archetype, mixed in readings["mixed"].items():
        found[archetype] = {dial: _between([found[other][dial].centre for other in mixed["of"]], mixed["reason"])
                            for dial in BOXED}
    return {archetype: {dial: placed[dial] for dial in BOXED} for archetype, placed in found.items()}


def _main_rows() -> list[dict[str, Any]]:
    return [dict(row) for row in read("archetype_sources") if row["row_role"] == "main"]


def _box(low: float, high: float, centre: float | None, grade: str, reason: str, source: str) -> Box:
    return Box(low, round((low + high) / 2, 6) if centre is None else centre, high, grade, reason, source)


def _between(values: list[float], reason: str) -> Box:
    return _box(min(values), max(values), None, "D", reason, READINGS.name)

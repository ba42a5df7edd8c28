"""What calibrations left behind: committed draws, and what the evidence pins down.

A folder of `stored/` is one calibration and gives the world of its name: `calibrated`, from everything known by the
cut-off, and `calibrated_2023`, from what was known by the end of 2023. Its files:

draws.csv         a row a draw, all equally likely: value of every input by name, and `theory.MECHANISM` words
contraction.csv   a row an input or dial effect: how far the evidence narrowed it, and whether that counts
ordinal.csv       a row an ordinal claim: the share of draws, and of the default world's histories, in which it holds
shown.csv         a row a draw, in the order of draws.csv: 1 where a claim holds, 0 where not, nan if untold
about.json        what the calibration was, how it went, and the hash of the ranges that its draws lie in
"""

import csv
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

STORED = Path(__file__).with_name("stored")
ORDINAL, SHOWN = "ordinal.csv", "shown.csv"
DRAWS, CONTRACTION, ABOUT = "draws.csv", "contraction.csv", "about.json"
CALIBRATED = "calibrated"
PARAMETER, DIAL, EFFECT = "parameter", "dial of the history", "dial effect"
KINDS = (PARAMETER, DIAL, EFFECT)
"""Of rows of contraction.csv. Keys are `world.BLOCK.NAME`, `history_governance.DIAL` and `governance.DIAL`."""
LEAST = 0.10
"""Contraction below which nothing counts as identified."""


class Narrowed(NamedTuple):
    """How far the evidence narrowed one input or dial effect.

    `contraction` is 1 - variance after / variance before, with a 95% interval; below 0 the draws spread wider.
    It counts as identified from 10% on, where the interval lies above nought.
    """

    kind: str
    key: str
    before: float
    after: float
    contraction: float
    low: float
    high: float
    identified: bool


class Draw(NamedTuple):
    """One draw: register key -> value, dial of the history -> value, mechanism -> theory."""

    parameters: Mapping[str, float]
    dials: Mapping[str, float]
    theories: Mapping[str, str]


def counts(contraction: float, low: float) -> bool:
    """Return whether a contraction counts as identified: a tenth or more, and more than chance would give."""
    return contraction >= LEAST and low > 0.0


def calibrations() -> tuple[str, ...]:
    """Return the names of the stored calibrations."""
    return tuple(sorted(file.parent.name for file in STORED.glob(f"*/{DRAWS}")))


def folder_of(name: str | Path) -> Path:
    """Return the folder of a stored calibration by its name, or one that is given as a path."""
    return name if isinstance(name, Path) else STORED / name


@lru_cache(maxsize=8)
def draws(name: str | Path) -> tuple[Draw, ...]:
    """Return the draws of a calibration, by name or in a folder: parameters, dials of the history, theories."""
    with open(folder_of(name) / DRAWS, encoding="utf-8", newline="") as stream:
        return tuple(_draw(row) for row in csv.DictReader(stream))


def _draw(row: Mapping[str, str]) -> Draw:
    named: dict[str, dict[str, float]] = {"world": {}, "history_governance": {}}
    for key, cell in row.items():
        start, _, rest = key.partition(".")
        if start in named:
            named[start][key if start == "world" else rest] = float(cell)
    theories = {key.partition(".")[2]: cell for key, cell in row.items() if key.startswith("theory.")}
    return Draw(named["world"], named["history_governance"], theories)


@lru_cache(maxsize=8)
def contraction(name: str | Path = CALIBRATED) -> Mapping[str, Narrowed]:
    """Return key -> how far it was narrowed, of every input and dial effect of a calibration."""
    with open(folder_of(name) / CONTRACTION, encoding="utf-8", newline="") as stream:
        return {row["key"]: _narrowed(row) for row in csv.DictReader(stream)}


def _narrowed(row: Mapping[str, str]) -> Narrowed:
    before, after, contracted, low, high = (float(row[name]) for name in ("before", "after", "contraction", "low",
                                                                           "high"))
    return Narrowed(row["kind"], row["key"], before, after, contracted, low, high, row["identified"] == "yes")


def identified(key: str, name: str | Path = CALIBRATED) -> bool:
    """Return whether the evidence pins down a parameter (`world.…`), a dial of the history, or a dial's effect.

    `governance.DIAL` is the effect of moving the dial by 0.25 on the primary outcome. Raises KeyError for a key that
    was not drawn: parameters of grade A and B stand on measurements of their own.
    """
    return contraction(name)[key].identified


def table_of(record: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a file of a record; none where it is not there."""
    if not (record / name).exists():
        return []
    with open(record / name, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def about(name: str | Path = CALIBRATED) -> dict:
    """Return what is told of a calibration as a whole."""
    return json.loads((folder_of(name) / ABOUT).read_text(encoding="utf-8"))

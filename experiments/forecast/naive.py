"""Naive forecasts, made of rows known at the time alone: the last value, and the base rates of a framework."""

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from experiments.forecast.names import find_pdu, words_of
from experiments.forecast.quantities import series_of
from model.evidence.reader import Row, read
from model.evidence.schema import words

BANDS = words("rating")
LEAST_ROWS = 5
"""Rows of a framework below which base rates are taken over all frameworks."""
HALF = 0.5
DAYS_A_YEAR = 365.25
REGIONAL = "core regional"
OWN_SHARE = 0.5
"""Weight of a unit's own last word against the base rates: a last word alone would call the others impossible."""


class Last(NamedTuple):
    """The last value of a series before the origin: a normal forecast about it."""

    mean: float
    deviation: float


def day_of(file: str, row: Row) -> date:
    """Return the last day that a row may speak of."""
    if file == "people_survey":
        return date(int(str(row["year"])), 10, 31)
    return row["publication_date" if file.endswith("ratings") else "as_of"].last  # type: ignore[union-attr]


SERIES_FILES = ("workforce", "outcomes", "people_survey")


def frontier(file: str, origin: date) -> date:
    """Return the last day of which a packaged file of series speaks, of rows known at the origin.

    Figures come out months after the day they speak of: what a file has not reached by the origin was not known,
    even where that day had passed.
    """
    return max(day for row in read(file) if (day := day_of(file, row)) <= origin)


class Naive:
    """Naive forecasts from the packaged evidence up to a day."""

    def __init__(self, origin: date) -> None:
        self.origin = origin
        self.pdus = self._known("pdu_ratings")
        self.regions = [row for row in self._known("region_ratings") if row["inspection_type"] == REGIONAL]
        self.series: dict[tuple[str, str], list[tuple[date, float]]] = defaultdict(list)
        for file in SERIES_FILES:
            for row in self._known(file):
                self.series[file, series_of(file, row)].append((day_of(file, row), float(str(row["value"]))))
        self.changes = {file: self._yearly_change(file) for file in SERIES_FILES}

    def _known(self, file: str) -> list[Row]:
        return [row for row in read(file) if day_of(file, row) <= self.origin]

    def _yearly_change(self, file: str) -> float:
        """Return the root mean square of yearly relative changes over all series of a file."""
        squares = []
        for (where, _), values in self.series.items():
            ordered = sorted(values) if where == file else []
            for (first, before), (second, after) in pairwise(ordered):
                years = (second - first).days / DAYS_A_YEAR
                if years > 0 and before:
                    squares.append((after / before - 1) ** 2 / years)
        return math.sqrt(sum(squares) / len(squares)) if squares else 0.0

    def last(self, file: str, series: str, day: date) -> Last | None:
        """Return the last value with the spread that so many years bring; None where nothing was known."""
        known = self.series.get((file, series))
        if not known:
            return None
        when, value = max(known)
        years = max((day - when).days / DAYS_A_YEAR, 0.0)
        return Last(value, abs(value) * self.changes[file] * math.sqrt(years))

    def base(self, level: str, framework: str = "") -> np.ndarray:
        """Return base rates: of a framework where enough reports are known, else of all; even where none are."""
        rows = self.pdus if level == "pdu" else self.regions if level == "region" else []
        own = [row for row in rows if row.get("framework") == framework]
        return rates([str(row["overall_rating"]) for row in (own if len(own) >= LEAST_ROWS else rows)])

    def last_word(self, level: str, name: str, region: str, base: np.ndarray) -> np.ndarray:
        """Return a unit's own last word mixed with the base rates; the base rates where it has none."""
        rows = self.pdus if level == "pdu" else self.regions if level == "region" else []
        own = [row for row in rows if same(row, level, name, region)]
        if not own:
            return base
        word = str(max(own, key=lambda row: row["publication_date"].last)["overall_rating"])  # type: ignore[union-attr]
        sure = np.array([float(band == word) for band in BANDS])
        return OWN_SHARE * sure + (1 - OWN_SHARE) * base


def same(row: Row, level: str, name: str, region: str) -> bool:
    """Return whether a known row is of the unit asked for."""
    if level == "region":
        return row["region"] == name
    return row["region"] == region and (words_of(str(row["pdu"])) == words_of(name)
                                        or find_pdu(name, region, [str(row["pdu"])], [region]) is not None)


def rates(seen: Sequence[str]) -> np.ndarray:
    """Return the share of each band, with half a report of each beforehand so that none is impossible."""
    found = np.array([sum(word == band for word in seen) + HALF for band in BANDS])
    return found / found.sum()

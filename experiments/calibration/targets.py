"""What a calibration is held to: every published figure that a history shows, once, as known by a day."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import hypot, isfinite

import numpy as np

from experiments.forecast.naive import frontier
from experiments.patterns.pattern import Pattern
from experiments.patterns.published import PERCENT
from experiments.patterns.seen import Seen
from experiments.patterns.table import all_patterns
from model.evidence.schema import cut_off
from model.observation.calendar import last_day, month_of

DATED = re.compile(r"(\d{4})-(\d{2})$")
PUBLISHED = {"1.first": date(2023, 9, 30), "1.reports_2022": date(2023, 9, 30), "1.second": date(2024, 11, 10),
             "3.implementation": date(2024, 5, 31), "3.lowest": date(2022, 8, 31), "5.pso": date(2023, 6, 30),
             "5.spo": date(2021, 9, 30), "6.cases": date(2023, 6, 30), "8.targets": date(2024, 3, 31)}
"""Days of those whose id does not end in a month; survey figures are as old as the survey's last autumn, and what is
neither dated nor named here is held to be known at the cut-off alone."""
POSITIVE = ("4", "5", "6", "8")
"""Groups whose figures are compared by ratio."""
LEAVING = "7.want_to_leave_within_12_months.level"
LEAST = 1e-3
SECOND = "1.second."
SQUEEZE = 3.0
"""Misses beyond this are squeezed together before they are emulated: how far off a runaway is does not matter."""
LISTED, HALF, LEANING = 14, 0.5, 0.5
"""Spread of the log odds by which a report a band better may be likelier, or less likely, to be in a list of reports
that were seen: up to 2.7 times either way."""


@dataclass(frozen=True)
class Target:
    """One figure: what was published, how far a right model may be off (error and tolerance together), how it is read.

    `ratio` figures are compared on a logarithmic scale.
    """

    id: str
    group: str
    label: str
    observed: float
    scale: float
    ratio: bool
    read: Callable[[Seen], float]


def targets(known: date | None = None) -> tuple[Target, ...]:
    """Return the figures known by a day (default: the cut-off), those set by hand included.

    Levels of survey items were set by hand and test nothing, but a world that misses them is not one that the
    evidence allows. Figures measured elsewhere (P9) and those that no history shows are left out.
    """
    day = known or cut_off()
    return tuple(Target(p.id, p.group, p.label, p.observed, width(p), p.group in POSITIVE or p.id == LEAVING, p.read)
                 for p in all_patterns() if isinstance(p, Pattern) and (p.counts or p.fitted)
                 and isfinite(p.observed) and published(p) <= day)


def width(pattern: Pattern) -> float:
    """Return how far a right model may be off a figure; shares of a list are off by its leaning too."""
    found = hypot(pattern.error, pattern.tolerance)
    if not pattern.id.startswith(SECOND):
        return found
    share = (pattern.observed / PERCENT * LISTED + HALF) / (LISTED + 1)
    return hypot(found, PERCENT * share * (1 - share) * LEANING)


def published(pattern: Pattern) -> date:
    """Return the day by which a figure was known, as the hold-out counts it."""
    if pattern.group == "7":
        return _last_survey(cut_off())
    for start, day in PUBLISHED.items():
        if pattern.id.startswith(start):
            return day
    found = DATED.search(pattern.id)
    return last_day(month_of(int(found[1]), int(found[2]))) if found else cut_off()


@lru_cache(maxsize=4)
def _last_survey(day: date) -> date:
    return frontier("people_survey", day)


def read_all(found: Sequence[Target], seen: Seen) -> np.ndarray:
    """Return each figure as a history shows it, NaN where it does not."""
    return np.array([float(target.read(seen)) for target in found])


def on_scale(found: Sequence[Target], figures: np.ndarray) -> np.ndarray:
    """Return figures (n, m) as they are compared: logarithms of those that are compared by ratio."""
    ratio = np.array([target.ratio for target in found])
    return np.where(ratio, np.log(np.maximum(figures, LEAST)), figures)


def misses(found: Sequence[Target], figures: np.ndarray) -> np.ndarray:
    """Return how far figures (n, m) are from what was published, in units of error and tolerance together."""
    published_ = on_scale(found, np.array([[target.observed for target in found]]))
    return (on_scale(found, figures) - published_) / [
        target.scale / target.observed if target.ratio else target.scale for target in found]


def squeezed(missed: np.ndarray) -> np.ndarray:
    """Return misses as they are emulated: as they are near nought, logarithms far from it."""
    return np.arcsinh(missed / SQUEEZE)

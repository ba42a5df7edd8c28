"""How likely what was published is, given what a history shows: every datum once.

Ratings of the first framework count by the published total of 31 PDUs; reports that were seen outside the time of that
total, and those of the second framework, by their counts in a list that may lean to good or to bad ones. All else is
normal about what the history shows, with error and tolerance together as its spread, on a logarithmic scale where a
figure is a ratio.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np

from analysis.measures.listing import log_counts, log_listed, smoothed
from experiments.calibration.targets import LEANING, Target, misses
from experiments.patterns.pattern import UNSEEN
from experiments.patterns.published import PERCENT, counted, row
from experiments.patterns.ratings import BANDS, FIRST_REPORTS, FIRST_TOTAL, FRAMEWORKS
from model.evidence.reader import Row, read
from model.evidence.schema import cut_off
from model.observation.calendar import month_of_day

WORSE, MIDDLE, BETTER = range(3)
"""Inadequate, Requires improvement, Good or better."""


class Likelihood:
    """The likelihood of what was published by a day, given figures of histories."""

    def __init__(self, found: Sequence[Target], known: date | None = None) -> None:
        day = known or cut_off()
        self.targets = tuple(found)
        self.names = [target.id for target in found]
        self.numbers = [i for i, name in enumerate(self.names) if not name.startswith(("1.first.", "1.second."))]
        told = row("region_ratings", inspection_type="PDU total", publication_date="2023-09")
        self.total = bands_of(counted(str(told["overall_rating"])))
        self.later = listed(FRAMEWORKS[0], day, outside=(FIRST_REPORTS, FIRST_TOTAL))
        self.second = listed(FRAMEWORKS[1], day)

    def __call__(self, figures: np.ndarray) -> np.ndarray:
        """Return the log likelihood (n,) of figures (n, m), up to a constant."""
        gap = misses(self.targets, figures)
        gap = np.where(np.isfinite(gap), gap, UNSEEN)[:, self.numbers]
        found = -(gap**2).sum(axis=1) / 2
        first = self.shares(figures, "1.first", sum(self.total))
        if first is not None:
            found += log_counts(self.total, first) + log_listed(self.later, first, LEANING)
        second = self.shares(figures, "1.second", sum(self.second))
        if second is not None:
            found += log_listed(self.second, second, LEANING)
        return np.where(np.isfinite(figures).any(axis=1), found, -np.inf)

    def shares(self, figures: np.ndarray, what: str, reports: int) -> np.ndarray | None:
        """Return the shares (n, 3) of bands in a history's reports, worst first; None where they are not held to."""
        if f"{what}.inadequate" not in self.names:
            return None
        worse, better = (np.nan_to_num(figures[:, self.names.index(f"{what}.{band}")], nan=100 / 3) / PERCENT
                         for band in ("inadequate", "good"))
        return smoothed(np.column_stack([worse, np.maximum(1 - worse - better, 0), better]), reports)


def bands_of(counts: dict[str, int]) -> list[int]:
    """Return counts of Inadequate, Requires improvement, and better."""
    return [counts.get(BANDS[0], 0), counts.get(BANDS[1], 0), sum(counts.get(band, 0) for band in BANDS[2:])]


def listed(framework: str, day: date, outside: tuple[int, int] | None = None) -> list[int]:
    """Return counts by band of the PDU reports of a framework that were seen by a day, leaving out a time."""
    rows = [line for line in read("pdu_ratings") if line["framework"] == framework and _last(line) <= day]
    if outside:
        rows = [line for line in rows if not outside[0] <= month_of_day(_last(line)) <= outside[1]]
    names = [str(line["overall_rating"]) for line in rows]
    return bands_of({band: names.count(band) for band in BANDS})


def _last(line: Row) -> date:
    return line["publication_date"].last  # type: ignore[union-attr]

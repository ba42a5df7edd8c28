"""Patterns in ratings, read off published reports: 1, 2, P1, P3, P5."""

from collections.abc import Callable
from math import nan

import numpy as np

from experiments.patterns.pattern import CAN_HAPPEN, Check, Pattern
from experiments.patterns.published import PERCENT, counted, row, share_error
from experiments.patterns.seen import Seen
from model.evidence.reader import read
from model.evidence.schema import words
from model.observation.calendar import month_of

BANDS, FRAMEWORKS = words("rating"), words("framework")
TOLERANCE = 5.0
UNREAD = "thresholds of bands and totals were recalled, not read at source; inspectors choose what to visit"
FIRST_REPORTS, FIRST_TOTAL, LAST_REPORT = month_of(2022, 1), month_of(2023, 8), month_of(2024, 11)
SHUFFLES, SHUFFLED_SEED = 2000, 20241110


def ratings() -> list[Pattern | Check]:
    """Return the patterns in ratings."""
    return [*_first_framework(), *_second_framework(), *_scoring(), _floor(), *_again(), _clustering()]


def _first_framework() -> list[Pattern]:
    told = row("region_ratings", inspection_type="PDU total", publication_date="2023-09")
    total = counted(str(told["overall_rating"]))
    n = sum(total.values())
    needs = "a lower level of evidenced quality, or a harder instrument, before the end of 2023"
    found = [Pattern(
        f"1.first.{band.lower().replace(' ', '_')}", "1", f"{band}, of the {n} PDUs of the annual report 2022-23",
        "% of reports", "region_ratings.csv", PERCENT * total[band] / n, share_error(total[band] / n, n), TOLERANCE,
        UNREAD, needs, banded(BANDS.index(band), FIRST_REPORTS, FIRST_TOTAL)) for band in ("Inadequate", "Good")]
    return [*found, Pattern(
        "1.reports_2022", "1", "PDU reports published in 2022", "reports", "region_ratings.csv", 17.0, 0.0, 2.0,
        "a report may fall either side of the year's end", "more inspector-days, or less time a visit",
        lambda seen: float(between(seen, month_of(2022, 1), month_of(2022, 12)).shape[0]))]


def _second_framework() -> list[Pattern]:
    rows = [r for r in read("pdu_ratings") if r["framework"] == FRAMEWORKS[1]]
    counts = {band: sum(r["overall_rating"] == band for r in rows) for band in BANDS}
    n = len(rows)
    return [Pattern(
        f"1.second.{band.lower().replace(' ', '_')}", "1", f"{band}, of the {n} reports seen of the second framework",
        "% of reports", "pdu_ratings.csv", PERCENT * counts[band] / n, share_error(counts[band] / n, n), TOLERANCE,
        "three regions only; " + UNREAD, "evidenced quality that does not rise in 2024, or a harder instrument",
        banded(BANDS.index(band), month_of(2023, 10), LAST_REPORT, maximum=21)) for band in ("Inadequate", "Good")]


def between(seen: Seen, first: int, last: int):
    """Return the PDU reports published from month first to last, both counted."""
    reports = seen.history.of(0)
    return reports[reports["month_published"].between(first, last)]


def banded(band: int, first: int, last: int, maximum: int = 0) -> Callable[[Seen], float]:
    """Return a reader of the percent of PDU reports of a time, and of a framework by its maximum, in a band."""

    def read_off(seen: Seen) -> float:
        reports = between(seen, first, last)
        reports = reports[reports["max_points"] == maximum] if maximum else reports
        return PERCENT * float((reports["overall"] == band).mean()) if len(reports) else nan

    return read_off


def _scoring() -> list[Check]:
    def agrees(seen: Seen) -> float:
        reports = seen.history.of(0)
        low = reports[((reports["max_points"] == 27) & (reports["points"] <= 3))
                      | ((reports["max_points"] == 21) & (reports["points"] <= 2))]
        nine = reports[(reports["max_points"] == 27) & (reports["points"] == 9)]
        if low.empty and nine.empty:
            return nan
        return float((low["overall"] == 0).all() and (nine["overall"] == 1).all())

    def carried(seen: Seen) -> float:
        if seen.closing is None:
            return nan
        cases, rated = seen.closing.standards[:, 3:7], seen.closing.standards[:, 0] >= 0
        last = seen.history.of(0).drop_duplicates("unit", keep="last").set_index("unit")["overall"]
        alike = [unit for unit in last.index if rated[unit] and (cases[unit] == 0).all()]
        return float((last.loc[alike] == 1).any()) if alike else nan

    return [
        Check("2.totals", "2", "totals of 0, 2 and 3 of 27 and of 1 and 2 of 21 are Inadequate, 9 of 27 is not",
              "pdu_ratings.csv", "every published total", "scoring is published", "other totals for each band", agrees),
        Check("2.carried", "2", "with all four case standards Inadequate a PDU can still be better overall",
              "pdu_ratings.csv", "Essex North 2024", "it can happen: one case", "leadership and staffing judged apart "
              "from casework", carried, share=CAN_HAPPEN)]


def _floor() -> Check:
    def floor(seen: Seen) -> float:
        shares = []
        for maximum in (27, 21):
            reports = seen.history.of(0)
            reports = reports[(reports["max_points"] == maximum) & (reports["month_published"] <= LAST_REPORT)]
            if reports.empty:
                return nan
            shares.append(float((reports["overall"] >= 2).mean()))
        return float(max(shares) <= 0.15)

    return Check("P1", "P1", "under both frameworks no more than 15% of reports are Good or better",
                 "pdu_ratings.csv", "1 of 35 and 0 of 14", "same data as 1: a check",
                 "less spread between PDUs, or a lower level", floor,
                 tried="the one cell far below the rest, implementation that keeps people safe, put where it was seen")


def _again() -> list[Pattern]:
    rows = [r for r in read("pdu_ratings") if r["previous_rating"] == BANDS[0]]
    up = sum(r["overall_rating"] != BANDS[0] for r in rows) / len(rows)

    def improved(seen: Seen) -> float:
        reports = seen.history.of(0)
        reports = reports[reports["month_published"] <= LAST_REPORT]
        last = reports.groupby("unit")["overall"].shift()
        again = reports["overall"][last == 0]
        return PERCENT * float((again > 0).mean()) if len(again) else nan

    return [Pattern("P3", "P3", "PDUs once Inadequate that were better when inspected again", "% of re-inspections",
                    "pdu_ratings.csv", PERCENT * up, share_error(up, len(rows)), 10.0, f"{len(rows)} seen",
                    "less that lasts in a unit, or more that a report moves", improved,
                    tried="a third of a region's PDUs first and all of them later, so that some are seen again")]


def intraclass(bands: np.ndarray, groups: np.ndarray) -> float:
    """Return the intraclass correlation of bands by group (analysis of variance, unequal sizes); NaN where it is none.

    0 is no more alike within a group than between groups; below 0 is less.
    """
    values, codes = np.asarray(bands, dtype=float), np.unique(groups, return_inverse=True)[1]
    sizes = np.bincount(codes)
    n, k = len(values), len(sizes)
    if k < 2 or n <= k:
        return nan
    means = np.bincount(codes, values) / sizes
    between_squares = float((sizes * (means - values.mean()) ** 2).sum()) / (k - 1)
    within_squares = float(((values - means[codes]) ** 2).sum()) / (n - k)
    size = (n - (sizes**2).sum() / n) / (k - 1)
    whole = between_squares + (size - 1) * within_squares
    return (between_squares - within_squares) / whole if whole > 0 else nan


def _clustering() -> Pattern:
    rows = read("pdu_ratings")
    bands = np.array([BANDS.index(str(r["overall_rating"])) for r in rows])
    regions = np.array([str(r["region"]) for r in rows])
    rng = np.random.default_rng(SHUFFLED_SEED)
    chance = float(np.std([intraclass(rng.permutation(bands), regions) for _ in range(SHUFFLES)]))

    def clustered(seen: Seen) -> float:
        reports = between(seen, 0, LAST_REPORT)
        return intraclass(reports["overall"].to_numpy(), seen.regions[reports["unit"].to_numpy()])

    return Pattern("P5", "P5", "likeness of ratings within a region", "intraclass correlation", "pdu_ratings.csv",
                   intraclass(bands, regions), chance, 0.05, "region, date and framework are confounded",
                   "less that is shared within a region", clustered)

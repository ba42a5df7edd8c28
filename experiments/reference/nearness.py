"""How near the default world comes to what was observed up to the end of 2023, through the simulated inspectorate."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from model.evidence.reader import read
from model.observation.columns import COLUMNS
from model.simulation import RunResult, simulate
from model.specification.specification import RunSettings, Specification

SEEDS = range(1, 13)
END_OF_2023 = 31
"""Months from June 2021 to December 2023, both counted."""
BANDS = ("Inadequate", "Requires improvement", "Good", "Outstanding")
_COLUMN = {column.name: i for i, column in enumerate(COLUMNS["nation"])}


@dataclass(frozen=True)
class Datum:
    """One observed figure and how the same figure is read off a run."""

    label: str
    source: str
    observed: float
    simulated: Callable[[RunResult], float]


def month_of(year: int, month: int) -> int:
    """Return the model's month of a calendar month: June 2021 is 0."""
    return (year - 2021) * 12 + month - 6


def rating_share(band: int) -> Callable[[RunResult], float]:
    """Return a reader of the share of PDU reports up to the end of 2023 that were in a band, in percent."""

    def read_off(run: RunResult) -> float:
        seen = (run.events["level"] == 0) & (run.events["month_published"] < END_OF_2023)
        return 100 * float(np.mean(run.events["overall"][seen] == band)) if seen.any() else float("nan")

    return read_off


def reports(run: RunResult) -> float:
    """Return the number of PDU reports published up to the end of 2023."""
    return float(np.sum((run.events["level"] == 0) & (run.events["month_published"] < END_OF_2023)))


def mean_of(column: str, first: int, last: int, scale: float = 1.0) -> Callable[[RunResult], float]:
    """Return a reader of a column's mean over months first to last, both counted, times a scale."""

    def read_off(run: RunResult) -> float:
        return scale * float(run.nation[first : last + 1, _COLUMN[column]].mean())

    return read_off


def data() -> list[Datum]:
    """Return the figures the defaults were set by: rows up to the end of 2023, and no later one."""
    return _ratings() + _workforce() + _survey()


def _rows(name: str) -> list[dict[str, Any]]:
    return [dict(row) for row in read(name)]


def _ratings() -> list[Datum]:
    rows = [r for r in _rows("pdu_ratings") if r["publication_date"].last.year <= 2023]
    counts = [sum(r["overall_rating"] == band for r in rows) for band in BANDS]
    shares = [
        Datum(
            f"PDU reports that are {band}, % (to end 2023)", "pdu_ratings.csv", 100 * count / len(rows), rating_share(i)
        )
        for i, (band, count) in enumerate(zip(BANDS, counts))
    ]
    return [Datum("PDU reports published (to end 2023)", "pdu_ratings.csv", float(len(rows)), reports), *shares]


def _workforce() -> list[Datum]:
    asked = (
        ("leaving rate (12 months)", "probation officer (band 4)", "2021-09-30", "officer_leaving_rate", 1.0, 12),
        ("leaving rate (12 months)", "probation officer (band 4)", "2023-06-30", "officer_leaving_rate", 1.0, 12),
        ("leaving rate (12 months)", "Probation Service all grades", "2021-09-30", "leaving_rate", 1.0, 12),
        ("staff in post", "Probation Service all grades", "2022-03-31", "staff", 1.0, 1),
        ("staff in post", "Probation Service all grades", "2022-09-30", "staff", 1.0, 1),
        ("staff in post", "Probation Service all grades", "2023-06-30", "staff", 1.0, 1),
        ("staff in post", "probation officer (band 4)", "2021-09-30", "officers", 1.0, 1),
        ("staff in post", "probation officer (band 4)", "2023-06-30", "officers", 1.0, 1),
        (
            "average workload against capacity, months of 2023",
            "whole service (WMT)",
            "2023-12-31",
            "workload",
            100.0,
            12,
        ),
    )
    rows = {(r["measure"], r["grade_or_group"], r["as_of"].text): r for r in _rows("workforce")}
    found = []
    for measure, group, date, column, scale, months in asked:
        last = month_of(int(date[:4]), int(date[5:7]))
        label = f"{measure}, {group}, {date[:7]}"
        found.append(
            Datum(
                label,
                "workforce.csv",
                float(rows[measure, group, date]["value"]),
                mean_of(column, max(0, last - months + 1), last, scale),
            )
        )
    return found


def _survey() -> list[Datum]:
    rows = {(int(r["year"]), r["body"], r["item"]): r for r in _rows("people_survey")}
    body = next(b for (_, b, _) in rows if "probation" in b)
    return [
        Datum(
            f"engagement index, {body}, autumn {year}",
            "people_survey.csv",
            float(rows[year, body, "engagement_index"]["value"]),
            mean_of("engagement", month_of(year, 10), month_of(year, 10)),
        )
        for year in (2021, 2022, 2023)
    ]


def nearness() -> str:
    """Run the default world once for each seed and return observed against simulated, as Markdown."""
    runs = [simulate(Specification(run=RunSettings(months=END_OF_2023 + 1, seed=seed))) for seed in SEEDS]
    lines = [
        "# How near the default world comes",
        "",
        f"Generated by `make docs`: {len(runs)} seeds of the default world under `observed` governance and PDU",
        "practice as it was, read through the simulated inspectorate. Defaults were set by hand to these rows,",
        "all from before 2024, and to no later one; they are not calibrated. (Facts of structure, such as how long",
        "training takes or a report is in writing, were read in documents of up to 10 November 2024.)",
        "Simulated: mean, range over seeds.",
        "",
        "| figure | source | observed | simulated | range |",
        "|---|---|---|---|---|",
    ]
    for datum in data():
        values = [datum.simulated(run) for run in runs]
        lines.append(
            f"| {datum.label} | {datum.source} | {datum.observed:,.1f} | {np.mean(values):,.1f} | "
            f"{min(values):,.1f} to {max(values):,.1f} |"
        )
    return "\n".join(lines) + "\n"

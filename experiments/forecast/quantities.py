"""Which rows of the evidence the model can say something about, and how each is read off a simulated history."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from experiments.histories import History
from experiments.patterns.published import PERCENT, SURVEY_ERROR, figure
from model.observation.survey import ITEMS

YEAR, HALF_YEAR = 12, 6
OFFICER, EVERYONE = "probation officer (band 4)", "Probation Service all grades"
SERVICES_OFFICER, SENIOR_OFFICER = "probation services officer (band 3)", "senior probation officer (band 5)"
BODY = "probation"
WORKLOAD = "average workload against capacity"


@dataclass(frozen=True)
class Quantity:
    """One series of numbers: its rows in a file of evidence, its reading, and how far off it may be.

    `spread` is the standard deviation of what is not in the runs (error of measurement and what a model that
    is right about the mechanism may still miss by: the tolerances of the patterns), as a share where `relative`.
    """

    kind: str
    series: str
    unit: str
    read: Callable[[History, int], float]
    spread: float
    relative: bool = False


def column(name: str, over: int = 1, scale: float = 1.0) -> Callable[[History, int], float]:
    """Return a reader of a column's mean over so many months to the one asked for."""
    return lambda history, month: scale * float(history.nation[name][max(0, month - over + 1):month + 1].mean())


def gone(history: History, month: int) -> float:
    """Return the people who left in the year to a month."""
    year = slice(max(0, month - YEAR + 1), month + 1)
    return float((history.nation["staff"][year] * history.nation["leaving_rate"][year]).sum() / PERCENT / YEAR)


def quantities() -> list[Quantity]:
    """Return every series that can be forecast."""
    target = figure("workforce", measure="target staffing", grade_or_group=OFFICER)
    work = [
        Quantity("workforce", f"staff in post / {EVERYONE}", "FTE", column("staff"), 0.03, True),
        Quantity("workforce", f"staff in post / {OFFICER}", "FTE", column("officers"), 0.05, True),
        Quantity("workforce", f"shortfall against target / {OFFICER}", "FTE",
                 lambda history, month: target - column("officers")(history, month), 250.0),
        Quantity("workforce", f"leaving rate (12 months) / {EVERYONE}", "percent per year",
                 column("leaving_rate", YEAR), 0.8),
        Quantity("workforce", f"leaving rate (12 months) / {OFFICER}", "percent per year",
                 column("officer_leaving_rate", YEAR), 0.8),
        Quantity("workforce", f"staff in post / {SERVICES_OFFICER}", "FTE", column("psos"), 0.05, True),
        Quantity("workforce", f"leaving rate (12 months) / {SERVICES_OFFICER}", "percent per year",
                 column("pso_leaving_rate", YEAR), 1.7),
        Quantity("workforce", f"leaving rate (12 months) / {SENIOR_OFFICER}", "percent per year",
                 column("spo_leaving_rate", YEAR), 1.1),
        Quantity("workforce", "leavers (12 months) / Probation Service", "persons", gone, 0.1, True),
        Quantity("workforce", f"{WORKLOAD}, half-year / whole service (WMT)", "percent of capacity",
                 column("workload", HALF_YEAR, PERCENT), 2.1),
        Quantity("workforce", f"{WORKLOAD}, year / whole service (WMT)", "percent of capacity",
                 column("workload", YEAR, PERCENT), 2.1),
    ]
    survey = [Quantity("people_survey", item.name, "0-100", _answer(item.name), (SURVEY_ERROR**2 + 2.0**2) ** 0.5)
              for item in ITEMS]
    outcomes = [
        Quantity("outcomes", "people under probation supervision", "persons", column("caseload"), 0.02, True),
        Quantity("outcomes", "service-level targets met", "percent", column("targets_met", YEAR), 10.0),
        Quantity("outcomes", "serious further offence notifications in year", "notifications",
                 lambda history, month: YEAR * column("incidents", YEAR)(history, month), 0.2, True),
    ]
    return [*work, *survey, *outcomes]


def _answer(item: str) -> Callable[[History, int], float]:
    return lambda history, month: float(history.survey[item][month])


def series_of(file: str, row: Mapping[str, Any]) -> str:
    """Return the name of the series that a row of workforce, outcomes or people_survey belongs to."""
    if file == "people_survey":
        return str(row["item"]) if row["body"] == BODY else f"{row['item']} / {row['body']}"
    if file == "outcomes":
        return str(row["measure"])
    measure, group = str(row["measure"]), str(row["grade_or_group"])
    if measure.startswith(WORKLOAD):
        half = re.search(r"(?i)\b(jan\w*\W+(to\W+)?june?|july?\W+(to\W+)?dec\w*|half)\b", measure)
        return f"{WORKLOAD}, {'half-year' if half else 'year'} / {group}"
    return f"{measure} / {group}"


def why_not(file: str, series: str) -> str:
    """Return why a series is not forecast."""
    if file == "people_survey":
        return ("the model holds the Probation Service only" if "/" in series
                else "no link from anything recorded to this item")
    if file == "outcomes":
        return "nothing recorded answers to this outcome"
    return "nothing recorded answers to it: staff are recorded for officers, services officers and everyone"

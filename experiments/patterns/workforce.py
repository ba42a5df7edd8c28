"""Patterns in staffing, leaving, workload and caseload: 4, 5, 6, 8, and what has no counterpart in the tables."""

from collections.abc import Callable
from math import nan

from experiments.patterns.pattern import Pattern
from experiments.patterns.published import PERCENT, figure, rate_error
from experiments.patterns.seen import Seen
from model.observation.calendar import month_of

OFFICER, EVERYONE = "probation officer (band 4)", "Probation Service all grades"
STAFF, LEAVING = "staff in post", "leaving rate (12 months)"
REVISED = "the base of June 2023 was later revised by 5%"
UNITS = "the model counts people, the figures full-time equivalents"


def workforce() -> list[Pattern]:
    """Return the patterns in staffing, leaving, workload and caseload."""
    return [*_staff(), *_leaving(), *_workload(), *_demand(), *_absent()]


def _staff() -> list[Pattern]:
    asked = ((EVERYONE, "staff", "2022-03-31", 0.03, UNITS), (EVERYONE, "staff", "2024-06-30", 0.03, UNITS),
             (OFFICER, "officers", "2021-09-30", 0.05, REVISED), (OFFICER, "officers", "2023-06-30", 0.05, REVISED),
             (OFFICER, "officers", "2024-06-30", 0.05, REVISED))
    needs = "recruitment and qualification in the order in which they came: a surge of trainees first, officers later"
    found = []
    for group, column, day, share, reason in asked:
        value = figure("workforce", measure=STAFF, grade_or_group=group, as_of=day)
        found.append(Pattern(f"4.{column}.{day[:7]}", "4", f"Staff in post, {group}, {day[:7]}", "FTE",
                             "workforce.csv", value, 0.0, share * value, reason, needs, at(column, day)))
    return found


def _leaving() -> list[Pattern]:
    found = []
    for day, people in (("2023-06-30", 4418.0), ("2024-06-30", 5160.0)):
        value = figure("workforce", measure=LEAVING, grade_or_group=OFFICER, as_of=day)
        found.append(Pattern(
            f"5.officers.{day[:7]}", "5", f"Officers leaving in the year to {day[:7]}", "% a year", "workforce.csv",
            value, rate_error(value, people), 0.7, "half the rise from 2021 to 2022", "leaving that answers more to "
            "overload and to falling esteem", at("officer_leaving_rate", day, over=12)))
    return found


def _workload() -> list[Pattern]:
    found = []
    for measure, day, months in (("average workload against capacity, months of 2023", "2023-12-31", 12),
                                 ("average workload against capacity, Jan-June 2024", "2024-06-30", 6)):
        value = figure("workforce", measure=measure, grade_or_group="whole service (WMT)", as_of=day)
        found.append(Pattern(f"6.{day[:7]}", "6", f"Workload, mean of {months} months to {day[:7]}", "% of capacity",
                             "workforce.csv", value, 0.5, 2.0, "the tool's data are said to be of uneven quality",
                             "a caseload weight or hours that differ", at("workload", day, over=months, scale=PERCENT)))
    return found


def _demand() -> list[Pattern]:
    value = figure("outcomes", measure="people under probation supervision", as_of="2024-03-31")
    return [Pattern("8.caseload.2024-03", "8", "People on probation, March 2024", "persons", "outcomes.csv", value, 0.0,
                    0.02 * value, "a count; the tables' definition may differ a little",
                    "demand that grew between 2020 and 2022: the simulated one stays at the figure of June 2020",
                    at("caseload", "2024-03-31"))]


def at(column: str, day: str, over: int = 1, scale: float = 1.0) -> Callable[[Seen], float]:
    """Return a reader of a column in the month of a day, or of its mean over so many months to that one."""
    last = month_of(int(day[:4]), int(day[5:7]))

    def read_off(seen: Seen) -> float:
        series = seen.history.nation[column]
        if last >= len(series) or last - over + 1 < 0:
            return nan
        return scale * float(series[last - over + 1:last + 1].mean())

    return read_off


def _absent() -> list[Pattern]:
    """Return the figures that nothing recorded answers to, each with what would have to be there."""
    asked = (
        ("5.officers.2021-06", "Officers leaving in the year to 2021-06", "% a year", 5.8,
         "before the model's first month", "a start before unification"),
        ("5.pso", "Probation services officers leaving in the year to 2023-06", "% a year", 11.8,
         "leaving is recorded for officers and for everyone", "leaving recorded by grade"),
        ("5.spo", "Senior probation officers leaving in the year to 2021-09", "% a year", 4.3,
         "leaving is recorded for officers and for everyone", "leaving recorded by grade"),
        ("6.cases", "Cases an officer, year to June 2023", "cases", 37.1, "cases are not held by grade",
         "cases allotted to people"),
        ("8.recalls", "Licence recalls, second quarter of 2024", "recalls", 9782.0, "recall is no process of the model",
         "prison and recall"),
        ("8.targets", "Service-level targets met, year to March 2024", "% of targets", 34.6,
         "targets are pressure in the model, not a list that is met or missed", "a scorecard of targets"),
    )
    return [Pattern(key, key[0], label, unit, "workforce.csv" if key[0] != "8" else "outcomes.csv", value, 0.0, 1.0,
                    reason, needs, lambda seen: nan, counts=False) for key, label, unit, value, reason, needs in asked]

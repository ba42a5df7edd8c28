"""Patterns in staffing, leaving, cases, workload, caseload and targets: 4, 5, 6, 8, and what has no counterpart."""

from collections.abc import Callable
from math import nan

from experiments.patterns.pattern import Pattern
from experiments.patterns.published import PERCENT, figure, rate_error, share_error
from experiments.patterns.seen import Seen
from model.observation.calendar import month_of

OFFICER, EVERYONE = "probation officer (band 4)", "Probation Service all grades"
STAFF, LEAVING = "staff in post", "leaving rate (12 months)"
REVISED = "the base of June 2023 was later revised by 5%"
FILLED = "posts funded by month, training places beyond the target, more drop-out and later qualifying, promotion of " \
         "officers to seniors (ADR 0015); before, the model had 5,112 officers in June 2023; the base of 4,418 " \
         "was later put at 4,627"
FUNDED = "posts funded by month; before, staff rose by 1,700 in the first nine months and by 1,400 in the next two " \
         "years, where 400 and 3,700 were published (ADR 0015)"
UNTRIED = "nothing yet for this month: what was built for June 2023, without regard to figures of 2024, moves it too"
RELIEF = "targets as a measured state that presses on the line (ADR 0016), trainees before officers (ADR 0015), and " \
         "skill, time to competence and mentoring at the ends of their ranges: with an earlier version what is " \
         "evidenced then falls by 0.7 points in place of a rise of 1.8 and 40% of targets are met, but workload " \
         "stands at 130%"
TRAINEES = "with an earlier version, trainees at a quarter of an officer's work and 900 training places: 110%; at " \
           "three tenths and 750: 114%; now 0.15 and 1,300, nearest to figures of up to 2023 (ADR 0015)"
LATER = "shown only: the calibration that is stored was not held to it"
RECALL = ("recall is no process of the model",
          "prisons, releases and a population on licence: the caseload is one number here")
UNITS = "the model counts people, the figures full-time equivalents"


def workforce() -> list[Pattern]:
    """Return the patterns in staffing, leaving, workload and caseload."""
    return [*_staff(), *_leaving(), *_by_grade(), *_workload(), *_demand(), *_targets(), *_absent()]


def _staff() -> list[Pattern]:
    asked = ((EVERYONE, "staff", "2022-03-31", 0.03, UNITS, FUNDED),
             (EVERYONE, "staff", "2024-06-30", 0.03, UNITS, FUNDED),
             (OFFICER, "officers", "2021-09-30", 0.05, REVISED, ""),
             (OFFICER, "officers", "2023-06-30", 0.05, REVISED, FILLED),
             (OFFICER, "officers", "2024-06-30", 0.05, REVISED, UNTRIED))
    needs = "officers who leave their grade by other ways than leaving and promotion: more qualify than were counted"
    found = []
    for group, column, day, share, reason, tried in asked:
        value = figure("workforce", measure=STAFF, grade_or_group=group, as_of=day)
        found.append(Pattern(f"4.{column}.{day[:7]}", "4", f"Staff in post, {group}, {day[:7]}", "FTE",
                             "workforce.csv", value, 0.0, share * value, reason, needs, at(column, day), tried=tried))
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


def _by_grade() -> list[Pattern]:
    psos = figure("workforce", measure=LEAVING, grade_or_group="probation services officer (band 3)",
                  as_of="2023-06-30")
    earlier = figure("workforce", measure=LEAVING, grade_or_group="probation services officer (band 3)",
                     as_of="2021-09-30")
    spos = figure("workforce", measure=LEAVING, grade_or_group="senior probation officer (band 5)", as_of="2021-09-30")
    return [
        Pattern("5.pso", "5", "Probation services officers leaving in the year to 2023-06, trainees among them",
                "% a year", "workforce.csv", psos, rate_error(psos, 6801.0), 1.7, "half the rise from 2021 to 2023",
                "leaving of trainees that answers to workload", at("pso_leaving_rate", "2023-06-30", over=12)),
        Pattern("5.spo", "5", "Senior probation officers leaving, year to 2021-09 against the model's first year",
                "% a year", "workforce.csv", spos, rate_error(spos, 1300.0), 1.0,
                "the model has no year to September 2021; half a year apart rates differed by 1 point",
                "seniors who leave for other reasons than officers", at("spo_leaving_rate", "2022-05-31", over=12)),
        Pattern("5.pso.2021-09", "5", "Services officers leaving, year to 2021-09 against the model's first year",
                "% a year", "workforce.csv", earlier, rate_error(earlier, 6801.0), 1.7, "half the rise from 2021 to "
                "2023; the model has no year to September 2021; " + LATER, "leaving of services officers that rises "
                "from a lower start", at("pso_leaving_rate", "2022-05-31", over=12), counts=False)]


def _workload() -> list[Pattern]:
    found = []
    for measure, day, months in (("average workload against capacity, months of 2023", "2023-12-31", 12),
                                 ("average workload against capacity, Jan-June 2024", "2024-06-30", 6)):
        value = figure("workforce", measure=measure, grade_or_group="whole service (WMT)", as_of=day)
        found.append(Pattern(f"6.{day[:7]}", "6", f"Workload, mean of {months} months to {day[:7]}", "% of capacity",
                             "workforce.csv", value, 0.5, 2.0, "the tool's data are said to be of uneven quality",
                             "work that grows by the case, or officers who come later still", at(
                                 "workload", day, over=months, scale=PERCENT), tried=TRAINEES))
    cases = figure("workforce", measure="average caseload per probation officer (July 2022-June 2023)",
                   grade_or_group="probation officer", as_of="2023-06-30")
    return [*found, Pattern(
        "6.cases", "6", "Cases an officer, year to June 2023", "cases", "workforce.csv", cases, 0.5, 3.0,
        "the tool's data are said to be of uneven quality; officers without cases may be left out",
        "cases allotted by risk: what an officer holds follows hours of casework here", at("cases_per_officer",
                                                                                            "2023-06-30", over=12),
        tried="with an earlier version, casework of services officers put at half of an officer's and of trainees at "
              "three tenths, where it was three quarters and two fifths (25 cases); trainees at 0.15 since (ADR 0015)")]


def _demand() -> list[Pattern]:
    value = figure("outcomes", measure="people under probation supervision", as_of="2024-03-31")
    return [Pattern("8.caseload.2024-03", "8", "People on probation, March 2024", "persons", "outcomes.csv", value, 0.0,
                    0.02 * value, "a count; the tables' definition may differ a little",
                    "another recovery of demand after the summer of 2020",
                    at("caseload", "2024-03-31"))]


def _targets() -> list[Pattern]:
    asked = (("8.targets", "year to March 2024", "2024-03-31", 12, 26, "", RELIEF),
             ("8.targets.2023-03", "year to March 2023", "2023-03-31", 12, 26, f"; {LATER}", ""),
             ("8.targets.2022-03", "July 2021 to March 2022", "2022-03-31", 9, 16, f"; {LATER}", ""))
    found = []
    for key, when, day, months, n, more, tried in asked:
        value = figure("outcomes", measure="service-level targets met", as_of=day)
        found.append(Pattern(
            key, "8", f"Service-level targets met, {when}", "% of targets", "outcomes.csv", value,
            share_error(value / PERCENT, n), 5.0, f"{n} targets; eight measures of evidenced work stand for them{more}",
            "performance that falls while staff come: relief of workload outweighs inexperience here",
            at("targets_met", day, over=months), counts=not more, tried=tried))
    return found


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
        ("4.four_years.2021-03", "Staff with four years' service or less, March 2021", "% of staff", 28.0,
         "an initial condition: the model's staff start with it, which tests nothing", "a start before unification"),
        ("5.officers.2021-06", "Officers leaving in the year to 2021-06", "% a year", 5.8,
         "before the model's first month", "a start before unification"),
        ("8.recalls.2024-03", "Licence recalls, first quarter of 2024", "recalls", 7415.0, *RECALL),
        ("8.recalls", "Licence recalls, second quarter of 2024", "recalls", 9782.0, *RECALL))
    return [Pattern(key, key[0], label, unit, "workforce.csv" if key[0] != "8" else "outcomes.csv", value, 0.0, 1.0,
                    reason, needs, lambda seen: nan, counts=False) for key, label, unit, value, reason, needs in asked]

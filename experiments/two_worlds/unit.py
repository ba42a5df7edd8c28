"""A PDU's page: its practice, its people, its history, and why it was rated so."""

from typing import NamedTuple

import numpy as np

from experiments.two_worlds.reports import Report, month_words, unit_name
from experiments.two_worlds.world import World
from model.entities.practitioners import PractitionerSet
from model.entities.rows import RATINGS, rating_word
from model.entities.state import FROM_CODE, FROM_PEER, GRADES, N_CASE_CELLS, STAGES, STANDARDS, THEMES
from model.inspection.aggregation import n_standards
from model.inspection.publication import LEVEL_PDU

HISTORY = ("true_quality", "evidenced_quality", "believed_quality")
MOODS = ("wellbeing", "esteem", "belonging", "curiosity", "skill")
MARKS = {1: "as the code says", -1: "otherwise", 0: "not settled"}


class Line(NamedTuple):
    """One line of a page: what, and how much."""

    what: str
    value: str


class UnitPage(NamedTuple):
    """Everything a PDU's page shows; `history` holds month by month values of the HISTORY columns."""

    name: str
    practice: list[Line]
    elements: list[str]
    people: list[Line]
    history: dict[str, list[float]]
    ratings: list[Line]
    why: list[Line]
    story: str


def unit_page(world: World, unit: int) -> UnitPage:
    """Return the page of a PDU, by its number from 0, as it stands after the months done."""
    row, reports = world.state.pdus[unit], world.reports
    own = [r for r in reports.published if r.level == LEVEL_PDU and r.unit == unit]
    last = own[-1] if own else None
    return UnitPage(
        unit_name(LEVEL_PDU, unit), _practice(row), _elements(row), _people(world, unit),
        {column: world.unit_series(column, unit).tolist() for column in HISTORY},
        [Line(month_words(r.published), f"{r.judged}, {r.points} of {r.maximum} points" + _seen(r)) for r in own],
        _why(last), story(last))


def _practice(row) -> list[Line]:
    fits = [Line(f"fit with local need: {theme}", f"{float(value):.2f}") for theme, value in zip(THEMES, row["fit"])]
    return [*fits, Line("follows the national code", f"{row['conformity']:.2f} of elements"),
            Line("began here, or copied from another PDU",
                 f"{int((row['origin'] != FROM_CODE).sum())} of {len(row['origin'])} elements, "
                 f"{int((row['origin'] == FROM_PEER).sum())} of them copied"),
            Line("mandates under way", f"{row['change']:.1f}"),
            Line("workload against capacity", f"{row['workload']:.2f}"),
            Line("condition of premises, of ICT", f"{row['estate']:.2f}, {row['ict']:.2f}")]


def _elements(row) -> list[str]:
    """Return for each practice element how it is done, in words."""
    return [MARKS[int(value)] for value in row["practice"]]


def _people(world: World, unit: int) -> list[Line]:
    columns = world.state.practitioners
    here = columns.pdu == unit
    people = PractitionerSet.in_post(columns, here)
    by_grade = np.bincount(people.get("grade"), minlength=len(GRADES))
    lines = [Line("in post", f"{len(people)} of {int(here.sum())} posts"),
             Line("grades", ", ".join(f"{count} {grade}" for grade, count in zip(GRADES, by_grade) if count)),
             Line("absent through sickness", str(int(people.get("absent").sum()))),
             Line("in the service under a year", str(people.count(people.get("tenure") < 12)))]
    return lines + [Line(f"mean {mood}", f"{people.get(mood).mean():.2f}") for mood in MOODS if len(people)]


def _seen(report: Report) -> str:
    if not report.public:
        return " (not published)"
    return "" if report.worded else " (published without the word)"


def _why(report: Report | None) -> list[Line]:
    """Return why the last report says what it says: standards, the weakest question, severity, the lottery."""
    if report is None:
        return []
    visit, unit = report.visit, report.visit.unit
    n = n_standards(visit.month, visit.inputs.world.inspection)
    lines = [Line(f"standard: {STANDARDS[k]}", str(rating_word(int(unit["pending_standards"][k])))) for k in range(n)]
    counts, read = unit["case_counts"][:N_CASE_CELLS], int(unit["cases_read"])
    lowest = int(np.argmin(counts))
    stage, theme = divmod(lowest, len(THEMES))
    lines += [Line("weakest question of the cases read",
                   f"{STAGES[stage]} for {THEMES[theme]}: {int(counts[lowest])} of {read} sufficient; expected "
                   f"{unit['evidenced'][lowest]:.2f} on the evidence, {unit['true'][lowest]:.2f} in truth"),
              Line("points", f"{report.points} of {report.maximum}")]
    return lines + [Line(f"another visit would have said: {word}", f"{share:.0%}")
                    for word, share in zip(RATINGS, report.chances)]


def story(report: Report | None) -> str:
    """Return in one sentence why the last report says what it says."""
    if report is None:
        return "Not inspected since June 2021."
    visit = report.visit
    standards = visit.unit["pending_standards"][:n_standards(visit.month, visit.inputs.world.inspection)]
    low = [STANDARDS[k] for k in np.flatnonzero(standards == 0)]
    poor = f"{len(low)} of {len(standards)} standards were Inadequate" if low else "no standard was Inadequate"
    return (f"Judged {report.judged} because {poor} and the bands add up to {report.points} of {report.maximum} "
            f"points; {report.same_again:.0%} of visits made again that month end in the same word.")

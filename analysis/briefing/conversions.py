"""Effects in units that people run a service with: per 1,000 cases, officer-equivalents, staff-months.

Only changes of scale, by figures in the evidence files that are named with their dates: they say how
large a difference is, not how many staff would bring it about.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from analysis.briefing.everyday import column_of, digits_of, everyday, span_one, spoken
from analysis.briefing.grounds import claimed
from analysis.briefing.results import Comparison, Results
from analysis.documents.content import Table
from analysis.measures.paired import Effect
from analysis.words import NOT_TOLD, capital, span
from model.evidence.dates import EvidenceDate
from model.evidence.reader import read
from model.observation.outcomes import PRIMARY_MONTHS, SECONDARY_MONTHS

MONTHS_A_YEAR = 12
NATIONAL = "national"


class Scale(NamedTuple):
    """A published figure by which effects are scaled, with its date, file and site."""

    value: float
    as_of: str
    source: str


@lru_cache(maxsize=1)
def scales() -> dict[str, Scale]:
    """Return the latest published people on probation, cases held by an officer and staff in post.

    Raises LookupError where the evidence holds none.
    """
    return {
        "people": _latest("outcomes", "people under probation supervision"),
        "cases": _latest("workforce", "average caseload per probation officer"),
        "staff": _latest("workforce", "staff in post", "Probation Service all grades"),
    }


def _latest(file: str, measure: str, group: str = "") -> Scale:
    rows = [row for row in read(file) if str(row["measure"]).startswith(measure)
            and (not group or row["grade_or_group"] == group)]
    if not rows:
        raise LookupError(f"model/evidence/{file}.csv holds no row of '{measure}'")
    row: dict[str, Any] = max(rows, key=lambda own: dated(own).last)
    return Scale(float(row["value"]), dated(row).text,
                 f"model/evidence/{file}.csv, from {urlsplit(row['source_url']).netloc}")


def dated(row: Mapping[str, Any]) -> EvidenceDate:
    """Return the date of a row of evidence."""
    return row["as_of"]


def officers(outcome: str) -> float | None:
    """Return officers (or staff) of England and Wales for one unit of an outcome; None where it cannot be said so."""
    known, unit = scales(), column_of(outcome).unit
    if unit == "share of cases":
        return known["people"].value / known["cases"].value
    return known["staff"].value if unit in ("share of staff", "ratio") else None


def in_staff(results: Results, comparison: Comparison, outcomes: tuple[str, ...]) -> Table:
    """Return the table of effects at 12 months and over the 36 months, in everyday units and in staff."""
    effects = results.effects(comparison.first, comparison.second)
    national = str(results.runs["service"].iloc[0]) == NATIONAL
    rows = []
    for name in outcomes:
        for key, when in ((f"{name}_at_{SECONDARY_MONTHS[0]}", f"at {SECONDARY_MONTHS[0]} months"),
                          (name, f"mean of {PRIMARY_MONTHS} months")):
            if key in effects:
                rows.append((f"{capital(spoken(name))}, {when}", _own(effects[key]),
                             *(_in_officers(effects[key]) if national else ()),
                             capital(claimed(effects[key], comparison.a, comparison.b))))
    in_officers = ("Officer-equivalents", "Staff-months a year") if national else ()
    return Table(f"In everyday terms: {comparison.a} minus {comparison.b}, with 95% interval",
                 ("What, and when", "Difference", *in_officers, "Reading"), rows)


def _own(effect: Effect) -> str:
    """Return an effect in its everyday unit."""
    if effect.low != effect.low:
        return capital(NOT_TOLD)
    factor, unit, _ = everyday(effect.outcome)
    return f"{_with_interval(effect, factor, digits_of(effect))} {unit}"


def _in_officers(effect: Effect) -> tuple[str, str]:
    """Return an effect on the whole service in officer-equivalents and in staff-months a year."""
    scale = officers(effect.outcome)
    if scale is None or effect.low != effect.low:
        return "\u2013", "\u2013"
    return _with_interval(effect, scale, 0), _with_interval(effect, scale * MONTHS_A_YEAR, 0)


def _with_interval(effect: Effect, factor: float, digits: int) -> str:
    return (f"{span_one(effect.effect * factor, digits)} "
            f"({span(effect.low * factor, effect.high * factor, digits)})")


def explained() -> str:
    """Return what an officer-equivalent and a staff-month are, with the figures they rest on and their sources."""
    people, cases, staff = (scales()[name] for name in ("people", "cases", "staff"))
    return (f"An officer-equivalent of casework is the {cases.value:g} cases that one probation officer held on "
            f"average ({cases.as_of}; {cases.source}), with {people.value:,.0f} people on probation in England and "
            f"Wales ({people.as_of}; {people.source}). For shares of staff and for workload it is one of "
            f"{staff.value:,.0f} staff ({staff.as_of}; {staff.source}). A staff-month is one of them for a month. They "
            "say how large a difference is; they do not say how many staff would bring it about.")

"""Dates as the sources give them: a day, a month, a year, or a span of these."""

import calendar
import re
from datetime import date
from typing import NamedTuple

ALLOWED = "a date such as 2022-05-17, 2022-05 or 2022, or a span such as 2024-09/2024-10"
_YEARS = re.compile(r"(\d{4})-(\d{4})")
_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class EvidenceDate(NamedTuple):
    """A date as written, with the first and the last day it may mean."""

    text: str
    first: date
    last: date


def evidence_date(text: str) -> EvidenceDate:
    """Return a date or span; raise ValueError where it is none, or where a span ends before it begins."""
    years = _YEARS.fullmatch(text)
    parts = list(years.groups()) if years else text.split("/")
    if len(parts) > 2:
        raise ValueError("is not a date")
    first, last = _bounds(parts[0])[0], _bounds(parts[-1])[1]
    if first > last or (len(parts) == 2 and _bounds(parts[1])[0] < first):
        raise ValueError("is a span that ends before it begins")
    return EvidenceDate(text, first, last)


def _bounds(text: str) -> tuple[date, date]:
    found = _PART.fullmatch(text)
    if found is None:
        raise ValueError("is not a date")
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        if found[2] is None:
            return date(year, 1, 1), date(year, 12, 31)
        if found[3] is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise ValueError("is not a day of the calendar") from error

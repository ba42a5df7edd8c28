"""From when and until when: what is known at the origin, and the last month of a forecast."""

import re
from datetime import date

from experiments.errors import not_allowed
from model.evidence.schema import cut_off
from model.observation.calendar import month_of, month_of_day

LATEST_MONTH = 1199
UNTIL = "2026-06"
FIRST_HOLDOUT = 2022


def until_month(text: str, origin: date, look: str) -> int:
    """Return the run's month of a text such as 2026-06; raise UserError where it is none, or not after the origin."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", text)
    if not found or not 1 <= int(found[2]) <= 12:
        raise not_allowed("until", text, "a month such as 2026-06", look)
    month = month_of(int(found[1]), int(found[2]))
    if month <= month_of_day(origin):
        raise not_allowed("until", text, f"later than what is known, which ends in {origin:%Y-%m}", look)
    if month > LATEST_MONTH:
        raise not_allowed("until", text, "at most a hundred years after June 2021", look)
    return month


def held_out(text: str, look: str) -> date:
    """Return the last day of a year after which rows are held out; raise UserError where nothing would be."""
    last = cut_off().year - 1
    if not re.fullmatch(r"\d{4}", text) or not FIRST_HOLDOUT <= int(text) <= last:
        raise not_allowed("holdout", text, f"a year from {FIRST_HOLDOUT} to {last}", look)
    return date(int(text), 12, 31)


def known_to(holdout: date | None) -> date:
    """Return the last day that is known: the cut-off, or the end of what is not held out."""
    return cut_off() if holdout is None else holdout

"""Everyday units: an outcome's number as people who run a service would say it.

Only changes of scale, so that nothing is said that does not follow from the number.
"""

import math
from typing import NamedTuple

from analysis.measures.declared import declared
from analysis.measures.paired import UNRESOLVED, Effect
from analysis.words import span
from model.observation.columns import COLUMNS, Column


class Everyday(NamedTuple):
    """What to multiply by, how to name the unit, and how many decimals to show."""

    factor: float
    unit: str
    digits: int


OWN_UNIT = "own"
EVERYDAY = {
    "share of cases": Everyday(1000, "cases in every 1,000", 0),
    "share of staff": Everyday(1000, "staff in every 1,000", 1),
    "share of records": Everyday(1000, "records in every 1,000", 0),
    "share of effort": Everyday(1000, "hours in every 1,000", 0),
    "share of rated PDUs": Everyday(100, "PDUs in every 100 rated", 1),
    "share of elements": Everyday(100, "practices in every 100", 1),
    "share of maximum": Everyday(100, "percentage points of the top score", 1),
    "index 0-1": Everyday(100, "points on a 0\u2013100 scale", 1),
    "index 0-100": Everyday(1, "points on a 0\u2013100 scale", 1),
    "ratio": Everyday(100, "percentage points of capacity", 1),
    "percent a year": Everyday(10, "leavers a year in every 1,000 staff", 1),
    "incidents a month": Everyday(12, "incidents a year", 1),
    "per 100 PDU-months": Everyday(12, "a year in every 100 PDUs", 1),
    "dial units": Everyday(100, "hundredths of a dial", 1),
    OWN_UNIT: Everyday(1, "(its own unit)", 3),
}
MORE_DIGITS = 2
"""Decimals shown at most beyond the unit's own."""
_COLUMNS: dict[str, Column] = {column.name: column for column in COLUMNS["nation"]}


def column_of(outcome: str) -> Column:
    """Return the nation column an outcome is read from; for a study's own outcome, one made of its name."""
    try:
        return _COLUMNS[declared(outcome).column]
    except KeyError:
        return Column(outcome, OWN_UNIT, outcome.replace("_", " ").capitalize(), "own")


def spoken(outcome: str) -> str:
    """Return an outcome's label for the middle of a sentence, without the model's word 'true'."""
    label = column_of(outcome).label.removeprefix("True ")
    return label[:1].lower() + label[1:]


def everyday(outcome: str) -> Everyday:
    """Return an outcome's everyday unit; KeyError where its column's unit has none."""
    return EVERYDAY[column_of(outcome).unit]


def digits_of(effect: Effect) -> int:
    """Return how many decimals to show: the unit's, and more where rounding would hide what the verdict rests on.

    That is on which side of the smallest difference that matters each end of the interval lies
    (where it is unresolved, of no difference too), and that the ends differ.
    """
    factor, _, digits = everyday(effect.outcome)
    ends = (effect.low * factor, effect.high * factor)
    limits = [side * effect.sesoi * factor for side in ((-1, 0, 1) if effect.verdict == UNRESOLVED else (-1, 1))]

    def hides(shown: int) -> bool:
        rounded = [round(end, shown) for end in ends]
        same = rounded[0] == rounded[1] and ends[0] != ends[1]
        return same or any(short == round(limit, shown) and end != limit
                           for end, short in zip(ends, rounded, strict=True) for limit in limits)

    if not math.isfinite(sum(ends)):
        return digits
    return next((shown for shown in range(digits, digits + MORE_DIGITS) if not hides(shown)), digits + MORE_DIGITS)


def difference(effect: Effect) -> str:
    """Return an effect in its everyday unit with its interval: '+12 (+8 to +16)'."""
    factor, digits = everyday(effect.outcome).factor, digits_of(effect)
    if effect.pairs == 0:
        return "no complete pair"
    if effect.low != effect.low:
        return f"{span_one(effect.effect * factor, digits)} (no interval yet)"
    return f"{span_one(effect.effect * factor, digits)} ({span(effect.low * factor, effect.high * factor, digits)})"


def span_one(value: float, digits: int) -> str:
    """Return one signed number."""
    return span(value, value, digits).split(" to ")[0]


def smallest(effect: Effect) -> str:
    """Return the smallest difference that matters, in the everyday unit."""
    factor, _, digits = everyday(effect.outcome)
    return f"{effect.sesoi * factor:.{digits}f}"

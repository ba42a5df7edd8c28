"""What a Civil Service People Survey would have found in a run: named items on their scale of 0 to 100.

Purpose      Link moods and conditions of the service to items of the survey that staff answer each autumn.
Equation     item = level + sum of slope * (driver - where the level holds) - sign * shift * 2^(-t/half-life)
Units        0-100: percent who agree, or an index
Reads        recorded columns of the nation; the dial autonomy
Writes       nothing: it is computed from a run's tables and is part of no run
Source       people_survey.csv for levels; slopes assumed, grade D
Assumptions  links are linear and the same for everyone; unification lowers every favourable item alike and fades;
             levels were set so that the default world lies near 2021-23, so only movements test anything
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

from model.observation.calendar import month_of

MIDDLE, HIGHEST, CAPACITY = 0.5, 100.0, 1.0
AUTUMN = 10
"""The calendar month whose state the survey of a year is taken to show."""
YEAR = 12
DIALS = ("autonomy",)
Series = Mapping[str, np.ndarray]


class Item(NamedTuple):
    """One item: what it is a measure of, how it is asked, which way is good, and its link."""

    name: str
    construct: str
    label: str
    favourable: int
    link: Callable[[Series, Any], np.ndarray]


def _engagement(x: Series, p) -> np.ndarray:
    return x["engagement"]


def _flourishing(x: Series, p) -> np.ndarray:
    return p.flourishing + p.flourishing_wellbeing * (x["wellbeing"] - MIDDLE)


def _involved(x: Series, p) -> np.ndarray:
    return p.involved + p.involved_voice * (x["two_way_engagement"] - MIDDLE) \
        + p.involved_agreement * (x["agreement"] - MIDDLE)


def _choice(x: Series, p) -> np.ndarray:
    return p.choice + p.choice_autonomy * (x["autonomy"] - MIDDLE)


def _new_ideas(x: Series, p) -> np.ndarray:
    return p.new_ideas + p.new_ideas_support * (x["enacted_support"] - MIDDLE) \
        + p.new_ideas_reflection * (x["reflection"] - MIDDLE)


def _change_managed(x: Series, p) -> np.ndarray:
    return p.change_managed - p.change_managed_burden * x["change_burden"] \
        + p.change_managed_agreement * (x["agreement"] - MIDDLE)


def _workload(x: Series, p) -> np.ndarray:
    return p.workload_acceptable - p.workload_slope * (x["workload"] - CAPACITY)


def _proud(x: Series, p) -> np.ndarray:
    return p.proud + p.proud_belonging * (x["belonging"] - MIDDLE) + p.proud_esteem * (x["esteem"] - MIDDLE)


def _recommend(x: Series, p) -> np.ndarray:
    return p.recommend + p.recommend_wellbeing * (x["wellbeing"] - MIDDLE) + p.recommend_esteem * (x["esteem"] - MIDDLE)


def _leave(x: Series, p) -> np.ndarray:
    return p.leave + p.leave_rate * last_year(x["leaving_rate"])


ITEMS = (
    Item("engagement_index", "engagement", "Engagement index", 1, _engagement),
    Item("flourishing_index", "wellbeing", "Flourishing index", 1, _flourishing),
    Item("involved_in_decisions", "voice", "Involved in decisions that affect my work", 1, _involved),
    Item("choice_in_how_i_work", "autonomy", "Choice in how I do my work", 1, _choice),
    Item("supported_to_try_new_idea", "innovation climate", "Supported to try a new idea", 1, _new_ideas),
    Item("change_managed_well", "change burden", "Change is managed well", 1, _change_managed),
    Item("workload_acceptable", "workload", "An acceptable workload", 1, _workload),
    Item("proud", "belonging", "Proud to say where I work", 1, _proud),
    Item("recommend_as_workplace", "wellbeing and esteem", "Recommend it as a place to work", 1, _recommend),
    Item("want_to_leave_within_12_months", "intention to leave", "Want to leave within twelve months", -1, _leave),
)
BY_NAME = {item.name: item for item in ITEMS}
COLUMNS = ("engagement", "wellbeing", "esteem", "belonging", "agreement", "reflection", "change_burden", "workload",
           "leaving_rate", "two_way_engagement", "enacted_support")
"""Columns of the nation's table that items are made of."""


def last_year(values: np.ndarray) -> np.ndarray:
    """Return each month's mean over it and the eleven before, as many as there are."""
    total = np.concatenate([[0.0], np.cumsum(values, dtype=float)])
    ends = np.arange(1, len(values) + 1)
    starts = np.maximum(ends - YEAR, 0)
    return (total[ends] - total[starts]) / (ends - starts)


def shift(months: np.ndarray, p) -> np.ndarray:
    """Return how many points worse every item is answered because others were asked, by months since unification."""
    return p.joining_shift * np.exp2(-months / p.joining_half_life)


def answers(series: Series, p) -> dict[str, np.ndarray]:
    """Return item -> answer in every month; `series` holds COLUMNS and DIALS by month, `p` SurveyParameters."""
    months = np.arange(len(series["wellbeing"]), dtype=float)
    lower = shift(months, p)
    return {item.name: np.clip(item.link(series, p) - item.favourable * lower, 0.0, HIGHEST) for item in ITEMS}


def autumn(year: int) -> int:
    """Return the run's month whose state the survey of a year shows."""
    return month_of(year, AUTUMN)

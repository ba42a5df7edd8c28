"""Time series of both worlds and their paired difference, month by month."""

from typing import NamedTuple

import numpy as np

from experiments.two_worlds.world import World
from model.observation.columns import COLUMNS

NATION = {column.name: column for column in COLUMNS["nation"]}


class Chart(NamedTuple):
    """One column of the nation: values by month of a, of b, and a less b; None where there is none."""

    column: str
    label: str
    unit: str
    a: list[float | None]
    b: list[float | None]
    difference: list[float | None]
    words: str


def chart(a: World, b: World, column: str) -> Chart:
    """Return the chart of a column over the months that both worlds have done."""
    months = min(a.month, b.month)
    first, second = a.series(column)[:months], b.series(column)[:months]
    known = NATION[column]
    return Chart(column, known.label, known.unit, _plain(first), _plain(second), _plain(first - second),
                 _words(known.label, first, second))


def _plain(values: np.ndarray) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]


def _words(label: str, first: np.ndarray, second: np.ndarray) -> str:
    """Return the chart's alternative text: where both lines stand."""
    if len(first) == 0 or np.isnan(first[-1]) or np.isnan(second[-1]):
        return f"{label}: nothing to show yet."
    return f"{label}: A {first[-1]:,.3g}, B {second[-1]:,.3g}, difference {first[-1] - second[-1]:+,.3g}."

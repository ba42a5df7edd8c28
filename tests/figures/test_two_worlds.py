"""The figure of two worlds draws exactly the series it hands over, and claims them for one run only."""

import numpy as np
import pandas as pd
import pytest

from analysis.figures.style import Facts
from analysis.figures.two_worlds import draw, side_by_side

FACTS = Facts("Service: toy", "One run of each", "a test")
NAMES = {"a": "A: governance=hybrid", "b": "B: governance=fatalist"}


def table(months: int) -> pd.DataFrame:
    """Return both worlds' series: a rises, b stays."""
    return pd.DataFrame([{"world": side, "month": t, "true_quality": 0.5 + (0.01 * t if side == "a" else 0.0),
                          "esteem": 0.4} for side in "ab" for t in range(months)])


def test_lines_are_the_series_and_their_difference():
    drawn = draw(table(10), ["true_quality", "esteem"], 4, FACTS, NAMES)
    upper, lower = drawn.figure.axes[0], drawn.figure.axes[2]
    np.testing.assert_allclose(upper.lines[0].get_ydata(), 0.5 + 0.01 * np.arange(10))
    np.testing.assert_allclose(upper.lines[1].get_ydata(), 0.5)
    drawn_below = [line.get_ydata() for line in lower.lines if len(line.get_ydata()) == 10]
    np.testing.assert_allclose(drawn_below, [0.01 * np.arange(10)])
    assert upper.lines[0].get_linestyle() != upper.lines[1].get_linestyle()
    assert drawn.title.startswith("In this one run, March 2022, A less B: true quality of inspected casework +0.090")
    for words in ("governance=hybrid", "governance=fatalist", "A 0.590, B 0.500"):
        assert words in drawn.alt


def test_differences_are_taken_month_by_month_whatever_the_order_of_rows():
    shuffled = table(10).sample(frac=1.0, random_state=1)
    found = side_by_side(shuffled, ["true_quality"]).sort_values("month")
    np.testing.assert_allclose(found["difference"], 0.01 * np.arange(10))


def test_nothing_done_is_nothing_to_draw():
    with pytest.raises(ValueError, match="no month"):
        draw(table(0).reindex(columns=["world", "month", "true_quality"]), ["true_quality"], 4, FACTS, NAMES)

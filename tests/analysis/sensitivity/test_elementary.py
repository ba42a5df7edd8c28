"""Morris screening against effects that are known."""

import numpy as np
import pytest

from analysis.sensitivity.elementary import elementary_effects
from experiments.designs.samplers import Morris

CAUSES = ["slope", "steep", "curved", "null", "luck"]


def outcome(places):
    luck = np.random.default_rng(3).normal(size=len(places))[(places[:, 4] > 0.5).astype(int)]
    return 2 * places[:, 0] - 5 * places[:, 1] + places[:, 0] * places[:, 2] + 0.01 * luck


@pytest.fixture(scope="module")
def table():
    places = Morris(40, len(CAUSES)).take(0, 40 * (len(CAUSES) + 1))
    return elementary_effects(CAUSES, places, outcome(places), luck="luck").set_index("cause")


def test_a_straight_line_has_its_slope_and_no_spread(table):
    steep = table.loc["steep"]
    assert (steep["size"], steep["mean"]) == pytest.approx((5, -5))
    assert steep["spread"] == pytest.approx(0, abs=1e-9)


def test_an_effect_that_depends_on_another_cause_spreads(table):
    assert table.loc["curved", "spread"] > 0.1
    assert 2 < table.loc["slope", "size"] < 3


def test_a_null_cause_moves_nothing_and_stays_under_the_floor_that_luck_sets(table):
    assert table.loc["null", "size"] == 0
    assert not table.loc[["null", "luck"], "above_floor"].any()
    assert table.loc[["steep", "slope", "curved"], "above_floor"].all()
    assert table["floor"].eq(table.loc["luck", "high"]).all()


def test_a_missing_outcome_is_refused():
    places = Morris(2, 2).take(0, 6)
    with pytest.raises(ValueError, match="every point"):
        elementary_effects(["a", "b"], places, np.array([1, 2, np.nan, 1, 2, 3.0]))

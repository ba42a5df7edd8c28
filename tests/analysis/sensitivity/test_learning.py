"""The value of learning, against closed forms."""

import numpy as np
import pandas as pd
import pytest

from analysis.sensitivity.learning import chance_value, emulated_values, regressed_values, value_of_everything
from analysis.sensitivity.polynomial import build_basis

N = 4000
BASIS = build_basis([0] * 3)


def world(mean, slope, seed=0):
    """Return (places, benefits): the second of two options gains mean + slope * u0 + u1 / 2, with noise."""
    rng = np.random.default_rng(seed)
    places = rng.random((N, 3))
    u = 2 * places - 1
    gain = mean + slope * u[:, 0] + 0.5 * u[:, 1] + rng.normal(0, 0.2, N)
    luck = rng.normal(size=N)
    return places, np.column_stack([luck, luck + gain])


def exact(mean, slope):
    """E max(0, mean + slope u) - max(0, mean), u uniform on [-1, 1] and |mean| < slope."""
    return (mean + slope) ** 2 / (4 * slope) - max(0.0, mean)


@pytest.mark.parametrize("mean", [0.0, 0.3, -0.5])
def test_two_options_have_the_closed_form(mean):
    places, benefits = world(mean, 1.0)
    expected = pytest.approx(exact(mean, 1.0), abs=0.02)
    emulated = emulated_values(BASIS, {"x": [0]}, places, benefits, np.arange(N) // 4, resamples=3)
    assert emulated["value"][0] == expected
    assert regressed_values(["x"], places[:, :1], benefits, resamples=3, shuffles=3)["value"][0] == expected


def test_what_could_never_change_the_choice_is_worth_nothing_however_much_depends_on_it():
    places, benefits = world(5.0, 1.0)
    causes = {"x": [0], "y": [1], "null": [2], "both": [0, 1]}
    table = emulated_values(BASIS, causes, places, benefits, np.arange(N) // 4, resamples=3)
    assert table["value"].tolist() == [0, 0, 0, 0]


def test_knowing_two_is_worth_more_than_either_and_less_than_everything():
    places, benefits = world(0.1, 1.0)
    table = emulated_values(BASIS, {"x": [0], "y": [1], "both": [0, 1]}, places, benefits, np.arange(N) // 4,
                            resamples=3).set_index("cause")["value"]
    assert table["x"] < table["both"] < value_of_everything(benefits)
    assert table["y"] < table["both"]


def test_a_null_cause_stays_under_the_floor():
    rng = np.random.default_rng(8)
    places, benefits = world(0.0, 1.0)
    few = rng.choice(N, 150, replace=False)
    table = regressed_values(["x", "y", "null"], places[few], benefits[few], resamples=20).set_index("cause")
    assert table.loc["x", "above_floor"]
    assert not table.loc["null", "above_floor"]


def test_the_option_that_all_gains_are_counted_from_does_not_matter():
    places, benefits = world(0.2, 1.0)
    u = 2 * np.random.default_rng(9).random((200000, 2)) - 1
    exactly = np.column_stack([np.zeros(len(u)), 0.2 + u[:, 0] + 0.5 * u[:, 1], 0.3 * u[:, 1]])
    third = benefits[:, :1] + 0.3 * (2 * places[:, 1:2] - 1)
    for columns in ([benefits, third], [third, benefits]):
        table = emulated_values(BASIS, {"both": [0, 1]}, places, np.hstack(columns), np.arange(N) // 4, resamples=2)
        assert table["value"][0] == pytest.approx(value_of_everything(exactly), abs=0.02)


def test_choosing_the_causes_that_fit_raises_what_chance_gives():
    rng = np.random.default_rng(10)
    table = pd.DataFrame(rng.random((60, 150)), columns=[f"p{k}" for k in range(150)])
    gain = rng.normal(0, 0.1, 60)
    benefits = np.column_stack([np.zeros(60), gain])
    chosen = chance_value(table, gain, benefits, 4, shuffles=60)
    fixed = regressed_values(list("abcd"), table.iloc[:, :4].to_numpy(), benefits, resamples=2, shuffles=60)["floor"][0]
    assert chosen > 1.1 * fixed

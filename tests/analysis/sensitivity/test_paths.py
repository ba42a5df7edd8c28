"""Shares of variance along paths against closed forms."""

import numpy as np
import pytest

from analysis.sensitivity.paths import random_orders, variance_shares


def walked(function, groups, n, seed=0):
    """Return (values, orders) of a function of one cause a group, on random paths."""
    rng = np.random.default_rng(seed)
    orders, place, goal = random_orders(n, groups, seed), rng.random((n, groups)), rng.random((n, groups))
    values = [function(place.copy())]
    for step in range(groups):
        np.put_along_axis(place, orders[:, [step]], np.take_along_axis(goal, orders[:, [step]], 1), 1)
        values.append(function(place.copy()))
    return np.column_stack(values), orders


def test_ishigami_splits_as_its_shapley_effects(function, ishigami_variances):
    table = variance_shares("abc", *walked(function, 3, 20000), resamples=5).set_index("group")
    own, whole = ishigami_variances, sum(ishigami_variances.values())
    expected = [(own["first"] + own["first_third"] / 2) / whole, own["second"] / whole, own["first_third"] / 2 / whole]
    assert table["share"].to_numpy() == pytest.approx(expected, abs=0.02)


def test_a_sum_splits_by_variance_and_shares_sum_to_one():
    table = variance_shares("ab", *walked(lambda x: 3 * x[:, 0] + x[:, 1], 2, 4000))
    assert table["share"].to_numpy() == pytest.approx([0.9, 0.1], abs=0.02)
    assert table["share"].sum() == pytest.approx(1, abs=1e-12)


def test_a_group_that_moves_nothing_has_no_share_whatever_the_rest():
    table = variance_shares("ab", *walked(lambda x: x[:, 0], 2, 50)).set_index("group")
    assert table.loc["b", ["share", "low", "high"]].tolist() == [0, 0, 0]


def test_intervals_cover_the_truth_about_as_often_as_they_say():
    inside = 0
    for seed in range(100):
        table = variance_shares("ab", *walked(lambda x: 3 * x[:, 0] + x[:, 1], 2, 60, seed), resamples=300)
        inside += table.loc[0, "low"] <= 0.9 <= table.loc[0, "high"]
    assert 88 <= inside <= 100


def test_every_group_stands_at_every_place_equally_often():
    orders = random_orders(40, 4, 1)
    assert (np.sort(orders, axis=1) == np.arange(4)).all()
    assert all((orders[:, place] == group).sum() == 10 for place in range(4) for group in range(4))


@pytest.mark.parametrize("values, message", [([[1.0, np.nan]], "every step"), ([[1.0, 1.0]], "does not vary")])
def test_what_cannot_be_split_is_refused(values, message):
    with pytest.raises(ValueError, match=message):
        variance_shares("a", np.array(values), np.zeros((1, 1), int))

"""What shared luck buys, against closed forms."""

import math

import numpy as np
import pandas as pd
import pytest

from analysis.measures.variance_ratio import variance_ratios


def sides(correlation, pairs=20_000, worlds=1):
    rng = np.random.default_rng(4)
    luck = rng.multivariate_normal([0, 0], [[1, correlation], [correlation, 1]], pairs)
    world = np.arange(pairs) % worlds
    index = pd.MultiIndex.from_arrays([world, np.arange(pairs)], names=["world", "replicate"])
    return (pd.DataFrame({"y": luck[:, k] + 10.0 * world}, index=index) for k in (0, 1))


@pytest.mark.parametrize("correlation", [0.9, 0.0, -0.5])
def test_ratio_is_two_over_two_less_twice_the_correlation(correlation):
    row = variance_ratios(*sides(correlation)).iloc[0]
    assert row["ratio"] == pytest.approx(1 / (1 - correlation), rel=0.05)
    assert (row["ratio"] > 0.97) == (correlation >= 0)


def test_differences_between_worlds_are_not_counted_as_luck():
    row = variance_ratios(*sides(0.5, worlds=10)).iloc[0]
    assert row["unpaired"] == pytest.approx(2.0, rel=0.05)
    assert row["ratio"] == pytest.approx(2.0, rel=0.05)


def test_luck_wholly_shared_is_infinite_and_no_luck_at_all_is_no_number():
    a, b = sides(0.0, pairs=10)
    assert variance_ratios(a, a + 1.0)["ratio"].iloc[0] > 1e12
    assert variance_ratios(a, a)["ratio"].iloc[0] == math.inf
    assert math.isnan(variance_ratios(a * 0, b * 0)["ratio"].iloc[0])


def test_incomplete_pairs_are_left_out_and_unaligned_sides_refused():
    a, b = sides(0.0, pairs=10)
    a.iloc[0, 0] = np.nan
    assert variance_ratios(a, b)["pairs"].iloc[0] == 9
    with pytest.raises(ValueError, match="same pairs"):
        variance_ratios(a, b.iloc[::-1])

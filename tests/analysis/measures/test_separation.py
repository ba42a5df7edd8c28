"""Rank correlations against a library's, and the threshold that chance sets."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.measures.separation import correlations, rank_separation


def worlds(count=80, parameters=30, strength=0.0, seed=0):
    rng = np.random.default_rng(seed)
    table = pd.DataFrame(rng.uniform(size=(count, parameters)), columns=[f"p{i}" for i in range(parameters)])
    return table, pd.Series(strength * table["p1"] ** 3 + rng.normal(0, 0.2, count))


def test_correlation_is_spearmans_with_ties():
    rng = np.random.default_rng(1)
    x, y = rng.integers(0, 4, (25, 3)).astype(float), rng.integers(0, 5, 25).astype(float)
    expected = [stats.spearmanr(x[:, k], y).statistic for k in range(3)]
    assert correlations(x, y) == pytest.approx(expected)


def test_the_parameter_that_matters_comes_first_and_above_chance():
    found = rank_separation(*worlds(strength=2.0), resamples=300)
    first = found.iloc[0]
    assert first["parameter"] == "p1"
    assert first["correlation"] > first["chance"]
    assert first["low"] < first["correlation"] < first["high"]


def test_chance_level_is_passed_about_one_time_in_twenty_when_nothing_matters():
    """120 data sets: expected 6, at most 14 (beyond three Monte-Carlo errors)."""
    passed = sum(abs(found.iloc[0]["correlation"]) > found.iloc[0]["chance"] for found in (
        rank_separation(*worlds(40, 15, 0.0, seed), resamples=200, seed=seed) for seed in range(120)))
    assert 1 <= passed <= 14


def test_constant_parameters_and_worlds_without_effect_are_left_out():
    table, effect = worlds(12, 3)
    table["fixed"] = 1.0
    effect[0] = np.nan
    found = rank_separation(table, effect, resamples=50)
    assert set(found["parameter"]) == {"p0", "p1", "p2"}
    assert found.set_index("parameter").loc["p0", "correlation"] == pytest.approx(
        stats.spearmanr(table["p0"][1:], effect[1:]).statistic)


def test_too_few_worlds_give_an_empty_table_and_other_worlds_are_refused():
    table, effect = worlds(3, 3)
    assert rank_separation(table, effect).empty
    same = worlds(20, 3)[0]
    assert rank_separation(same, pd.Series(0.0, same.index)).empty
    with pytest.raises(ValueError, match="same worlds"):
        rank_separation(table, effect.rename(index=lambda i: i + 1))

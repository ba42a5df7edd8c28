"""Scores against their closed forms, that they are proper, and that coverage and intervals count as they should."""

import math

import numpy as np
import pytest
from scipy import stats

from analysis.measures.scores import (
    clustered_interval,
    crps,
    crps_normal,
    inside,
    log_score,
    ranked_probability_score,
    share_interval,
)

QUANTILES = stats.norm.ppf((np.arange(4000) + 0.5) / 4000)


@pytest.mark.parametrize("p, observed, score", [
    ([1, 0, 0, 0], 0, 0.0), ([0, 0, 0, 1], 0, 1.0), ([0, 1, 0, 0], 0, 1 / 3), ([0, 0, 1, 0], 0, 2 / 3),
    ([0.25] * 4, 0, (0.75**2 + 0.5**2 + 0.25**2) / 3), ([0.25] * 4, 1, (0.25**2 + 0.5**2 + 0.25**2) / 3),
    ([0.3, 0.7], 1, 0.09),
])
def test_the_ranked_probability_score_is_that_of_its_definition(p, observed, score):
    assert ranked_probability_score(p, observed) == pytest.approx(score)


@pytest.mark.parametrize("rule", [ranked_probability_score, log_score])
def test_no_forecast_scores_better_than_the_truth_on_average(rule):
    rng = np.random.default_rng(1)
    for _ in range(200):
        truth, other = rng.dirichlet(np.ones(4)), rng.dirichlet(np.ones(4))
        expected = [sum(truth[k] * rule(p, k) for k in range(4)) for p in (truth, other)]
        assert expected[0] <= expected[1] + 1e-12


@pytest.mark.parametrize("p, observed", [([0.5, 0.6], 0), ([1.0], 0), ([-0.1, 1.1], 0), ([0.5, 0.5], 2)])
def test_what_is_no_distribution_is_refused(p, observed):
    with pytest.raises(ValueError, match=r"no distribution|none of"):
        ranked_probability_score(p, observed)


def test_the_log_score_is_the_surprise():
    assert log_score([0.2, 0.8], 0) == pytest.approx(math.log(5))
    assert log_score([0.0, 1.0], 0) == math.inf


def test_the_score_of_one_draw_is_its_error_and_of_two_that_of_the_definition():
    assert crps([3.0], 5.0) == 2.0
    assert crps([0.0, 2.0], 1.0) == pytest.approx(1.0 - 0.5)
    with pytest.raises(ValueError, match="at least one"):
        crps([], 1.0)


@pytest.mark.parametrize("y", [-2.0, 0.0, 0.7, 4.0])
def test_draws_from_a_normal_score_as_the_normal_does(y):
    assert crps(3.0 + 2.0 * QUANTILES, 3.0 + y) == pytest.approx(crps_normal(3.0, 2.0, 3.0 + y), abs=2e-3)


def test_a_normal_forecast_at_its_mean_scores_as_known():
    assert crps_normal(1.0, 2.0, 1.0) == pytest.approx(2.0 * (math.sqrt(2) - 1) / math.sqrt(math.pi))
    assert crps_normal(1.0, 0.0, 4.0) == 3.0


def test_a_normal_forecast_with_the_right_spread_is_best():
    y = stats.norm.ppf((np.arange(500) + 0.5) / 500)
    means = {s: np.mean([crps_normal(0.0, s, value) for value in y]) for s in (0.5, 0.8, 1.0, 1.25, 2.0)}
    assert min(means, key=means.get) == 1.0


@pytest.mark.parametrize("level", [0.5, 0.8, 0.9])
def test_intervals_hold_what_they_should(level):
    held = [inside(QUANTILES, y, level) for y in stats.norm.ppf((np.arange(1000) + 0.5) / 1000)]
    assert np.mean(held) == pytest.approx(level, abs=0.005)


def test_the_interval_of_a_share_is_wilsons():
    z2 = stats.norm.ppf(0.975) ** 2
    low, high = share_interval(0, 10)
    assert (low, high) == (pytest.approx(0.0, abs=1e-12), pytest.approx(z2 / (10 + z2)))
    assert share_interval(0, 0) is None


def test_clusters_are_resampled_whole():
    rng = np.random.default_rng(2)
    own = rng.normal(size=40)
    alone = clustered_interval(own, [str(k) for k in range(40)])
    doubled = clustered_interval(np.repeat(own, 25), np.repeat([str(k) for k in range(40)], 25))
    assert alone == pytest.approx(doubled, abs=0.02)
    width = 2 * 1.96 * own.std() / math.sqrt(40)
    assert alone[1] - alone[0] == pytest.approx(width, rel=0.1)
    few = clustered_interval([0.0, 1.0, 2.0], ["a", "b", "c"])
    assert few[1] - few[0] > 2 * stats.t.ppf(0.975, 2) * 1.0 / math.sqrt(3) * 0.7
    assert clustered_interval([1.0, 2.0], ["a", "a"]) is None
    assert clustered_interval([], []) is None

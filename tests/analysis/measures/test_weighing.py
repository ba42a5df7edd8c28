"""Weights of draws, lists that lean, and contraction, against closed forms."""

import numpy as np
import pytest

from analysis.measures.listing import log_counts, log_listed, smoothed
from analysis.measures.weighing import (
    contraction,
    rank_counts,
    resampled,
    uniformity,
    worth,
)

rng = np.random.default_rng(11)


def test_equal_weights_are_worth_all_draws_and_one_heavy_draw_one():
    assert worth(np.full(40, 1 / 40)) == pytest.approx(40)
    assert worth(np.array([1.0, 0.0, 0.0])) == pytest.approx(1)


def test_no_draw_is_taken_more_often_than_its_share():
    weights = np.array([0.5, 0.25, 0.125, 0.125])
    assert np.bincount(resampled(weights, 8, rng)).tolist() == [4, 2, 1, 1]


@pytest.mark.parametrize("factor", [0.5, 1.0])
def test_contraction_is_one_less_the_ratio_of_variances(factor):
    before, after = rng.standard_normal(20_000), factor * rng.standard_normal(5_000)
    found, low, high = contraction(before, after)
    assert found == pytest.approx(1 - factor**2, abs=0.06)
    assert low < 1 - factor**2 < high


def test_an_interval_of_contraction_covers_nought_where_nothing_was_learnt():
    """With 100 weighted draws, at nominal 95%."""
    hits = 0
    for seed in range(300):
        luck = np.random.default_rng(seed)
        low, high = contraction(luck.random(10_000), luck.random(200), luck.dirichlet(np.ones(200)))[1:]
        hits += low <= 0 <= high
    assert hits / 300 == pytest.approx(0.95, abs=0.04)


def test_ranks_fall_into_bins_of_equal_chance():
    assert rank_counts(np.arange(25), 24, 5).tolist() == [5] * 5
    assert uniformity(np.arange(25), 24, 5) == 1.0
    assert uniformity(np.zeros(40), 24, 5) < 1e-6


def test_a_list_that_cannot_lean_is_a_multinomial():
    shares = np.array([[0.5, 0.4, 0.1]])
    counts = [7, 6, 1]
    wanted = 7 * np.log(0.5) + 6 * np.log(0.4) + np.log(0.1)
    assert log_counts(counts, shares)[0] == pytest.approx(wanted)
    assert log_listed(counts, shares, 1e-9)[0] == pytest.approx(wanted)


def test_a_list_that_may_lean_is_a_mixture_over_leanings():
    """Two bands: against quadrature over the odds by hand."""
    p, spread, counts = 0.3, 0.5, (9, 3)
    r = np.linspace(-5, 5, 20_001) * spread
    density = np.exp(-(r / spread)**2 / 2)
    tilted = p * np.exp(r) / (p * np.exp(r) + 1 - p)
    wanted = np.log((density * (1 - tilted)**counts[0] * tilted**counts[1]).sum() / density.sum())
    assert log_listed(counts, np.array([[1 - p, p]]), spread)[0] == pytest.approx(wanted, abs=1e-6)


def test_smoothed_shares_are_never_nought_and_sum_to_one():
    found = smoothed(np.array([[1.0, 0.0, 0.0]]), 14)
    assert found.sum() == pytest.approx(1)
    assert found.min() == pytest.approx(0.5 / 15.5)

"""The lottery by exact sums: against known chances, independence in closed form, and the model's own readers."""

import numpy as np
import pytest
from scipy import stats

from analysis.measures.lottery import (
    band_chances,
    first_counts,
    joint_counts,
    near_boundary,
    over_severity,
    pattern_chances,
    same_twice,
    settling_sample,
    true_band,
)


@pytest.mark.parametrize("share, n, known", [(0.50, 60, 0.49), (0.55, 60, 0.59), (0.64, 60, 0.49), (0.50, 30, 0.46)])
def test_the_same_band_twice_as_known_for_one_question(share, n, known):
    assert round(same_twice(band_chances([share], n)), 2) == known


def test_lowest_of_three_correlated_questions_as_the_docking_says():
    assert same_twice(band_chances([0.64] * 3, 60, 0.5)) == pytest.approx(0.64, abs=0.005)


def test_independent_questions_multiply():
    alone = band_chances([0.6], 20)[::-1].cumsum()[::-1]
    both = band_chances([0.6, 0.6], 20)[::-1].cumsum()[::-1]
    assert both == pytest.approx(alone**2, abs=1e-12)


def test_a_case_has_the_shares_and_the_tie_it_should():
    rho, shares = 0.3, (0.64, 0.5, 0.8)
    found = pattern_chances(shares, rho)
    assert found.sum() == pytest.approx(1.0, abs=1e-12)
    for q, share in enumerate(shares):
        assert found.take(1, axis=q).sum() == pytest.approx(share, abs=1e-7)
    both = stats.multivariate_normal(cov=[[1, rho], [rho, 1]]).cdf(stats.norm.ppf(shares[:2]))
    assert found[1, 1].sum() == pytest.approx(both, abs=1e-6)


def test_counts_of_each_question_stay_binomial_whatever_ties_them():
    counts = joint_counts([0.6, 0.45], 12, 0.4)
    assert counts.sum(axis=1) == pytest.approx(stats.binom.pmf(range(13), 12, 0.6), abs=1e-7)
    assert counts.sum(axis=0) == pytest.approx(stats.binom.pmf(range(13), 12, 0.45), abs=1e-7)


def test_severity_spreads_bands_and_none_leaves_them():
    fair = band_chances([0.57], 54)
    assert over_severity([0.57], 54, 0.0, 0.0) == pytest.approx(fair)
    unfair = over_severity([0.57], 54, 0.0, 0.4)
    assert unfair.sum() == pytest.approx(1.0)
    assert same_twice(unfair) < same_twice(fair)


def test_edges_are_reached_by_whole_cases():
    assert first_counts(54) == [27, 36, 44]
    assert first_counts(20, (0.5, 0.65, 0.8)) == [10, 13, 16]
    assert [true_band(x) for x in (0.49, 0.5, 0.64, 0.65, 0.9)] == [0, 1, 1, 2, 3]
    assert near_boundary(np.array([0.2, 0.46, 0.54, 0.575, 0.81]), 0.05).tolist() == [False, True, True, False, True]


def test_the_sample_that_settles_grows_towards_an_edge_and_never_comes_at_it():
    samples = list(range(10, 1001, 30))
    far, near = (settling_sample(share, 0.9, samples) for share in (0.575, 0.62))
    assert far < near
    assert settling_sample(0.65, 0.9, samples) is None
    assert settling_sample(0.575, 0.9, samples, spread=0.5) is None, "a spread of severity is not read away"

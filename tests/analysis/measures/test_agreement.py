"""Agreement against published numbers, and validity against ranks laid down by hand."""

import numpy as np
import pytest

from analysis.measures.agreement import icc, pairwise_kappa, weighted_kappa
from analysis.measures.validity import covered_share, rank_validity, validity_without

SHROUT_FLEISS = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float)
"""Shrout & Fleiss (1979), table 2: six things, four judges; ICC(2,1) is .29."""


def test_the_published_correlation():
    assert icc(SHROUT_FLEISS) == pytest.approx(0.29, abs=0.005)


def test_severity_of_one_rater_costs_agreement_and_no_difference_leaves_one():
    rng = np.random.default_rng(0)
    truth = rng.normal(size=(400, 1))
    assert icc(np.repeat(truth, 3, axis=1)) == pytest.approx(1.0)
    noisy = icc(truth + rng.normal(size=(400, 3)))
    assert noisy == pytest.approx(0.5, abs=0.06), "half of the variance is the thing's own"
    assert icc(truth + rng.normal(size=(400, 3)) + [0.0, 2.0, -2.0]) < noisy
    assert np.isnan(icc(np.ones((5, 2))))


def test_kappa_counts_what_is_beyond_chance_and_weighs_the_distance():
    a = np.array([0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    assert weighted_kappa(a, a) == 1.0
    assert weighted_kappa(a, np.array([0, 0, 0, 0, 1, 0, 1, 1, 1, 1]), 2) == pytest.approx(0.6)
    near, far = np.array([0, 1, 2, 3]), np.array([0, 1, 2, 3])
    near, far = np.where(near == 0, 1, near), np.where(far == 0, 3, far)
    truth = np.arange(4)
    assert weighted_kappa(truth, near) > weighted_kappa(truth, far)
    assert np.isnan(weighted_kappa(np.zeros(4, int), np.zeros(4, int)))
    assert pairwise_kappa(np.column_stack([a, a, a])) == 1.0


def test_dropping_the_only_part_that_tells_loses_all_and_dropping_noise_gains():
    truth = np.arange(40.0)
    rng = np.random.default_rng(3)
    points = np.column_stack([truth, rng.normal(0, 30, 40), truth[::-1] / 4])
    found = validity_without(points, [0, 1], truth)
    assert found[1] == pytest.approx(1.0)
    assert abs(found[0]) < 0.5
    assert found[2] < rank_validity(points[:, :2].sum(axis=1), truth), "an added part may mislead"
    assert np.isnan(rank_validity(np.ones(9), truth[:9]))


def test_the_share_that_is_covered():
    weights = np.array([[0.5, 0.5, 0.0], [0.0, 0.25, 0.75], [0.0, 0.0, 0.0]])
    assert covered_share(weights, np.array([1.0, 0.0, 1.0])) == pytest.approx([0.5, 0.75, np.nan], nan_ok=True)

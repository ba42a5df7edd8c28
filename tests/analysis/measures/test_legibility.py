"""The legibility gap: at equal true quality, over what both sides reach."""

import numpy as np
import pytest

from analysis.measures.legibility import legibility_gap

RNG = np.random.default_rng(3)
LOW, HIGH = RNG.uniform(0.3, 0.6, 4000), RNG.uniform(0.4, 0.8, 4000)


def test_a_level_gap_is_found_though_true_quality_differs():
    assert legibility_gap(HIGH, HIGH + 0.05, LOW, LOW + 0.02) == pytest.approx(3.0)
    assert legibility_gap(LOW, LOW + 0.02, HIGH, HIGH + 0.05) == pytest.approx(-3.0)


def test_showing_more_where_quality_is_higher_is_no_gap():
    assert legibility_gap(HIGH, 1.2 * HIGH, LOW, 1.2 * LOW) == pytest.approx(0.0, abs=0.05)
    naive = 100 * ((1.2 * HIGH - HIGH).mean() - (1.2 * LOW - LOW).mean())
    assert naive > 2.5


def test_there_is_none_where_supports_do_not_overlap():
    assert np.isnan(legibility_gap(HIGH + 1, HIGH, LOW, LOW))


def test_bins_that_one_side_hardly_reaches_are_no_support():
    few = np.array([0.41, 0.59])
    assert np.isnan(legibility_gap(few, few + 0.1, LOW, LOW))

"""PRIM finds the limits that made the worlds, and tells nothing where nothing separates them."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures.prim import (
    AT_LEAST,
    AT_MOST,
    STABLE,
    Limit,
    discover,
    find_box,
    quality,
    score,
    stability,
    within,
)

RNG = np.random.default_rng(7)
X = RNG.uniform(size=(400, 20))
CORNER = (X[:, 3] > 0.6) & (X[:, 11] < 0.5)


def test_the_corner_that_made_the_worlds_is_found():
    limits = {(limit.column, limit.side): limit.value for limit in find_box(X, CORNER)}
    assert set(limits) >= {(3, AT_LEAST), (11, AT_MOST)}
    assert limits[(3, AT_LEAST)] == pytest.approx(0.6, abs=0.06)
    assert limits[(11, AT_MOST)] == pytest.approx(0.5, abs=0.06)


def test_at_most_three_limits_are_used():
    ragged = (X[:, :6] > 0.35).all(axis=1)
    assert 0 < len(find_box(X, ragged)) <= 3
    assert len(find_box(X, ragged, most=1)) == 1


def test_a_box_is_scored_by_counting():
    kind = np.array([True, True, False, False, True])
    x = np.array([[0.1], [0.2], [0.3], [0.8], [0.9]])
    found = score(x, kind, [Limit(0, AT_MOST, 0.5)])
    assert (found.inside, found.share, found.of_kind, found.coverage) == (3, 2 / 3, 3 / 5, 2 / 3)
    assert found.low < 2 / 3 < found.high
    assert score(x, kind, []).share == found.of_kind
    assert np.isnan(score(x, kind, [Limit(0, AT_LEAST, 2.0)]).share)
    assert within(x, []).all()


def test_limits_that_made_the_worlds_come_back():
    limits = find_box(X, CORNER)
    shares = dict(zip([limit.column for limit in limits], stability(X, CORNER, limits, 20), strict=True))
    assert shares[3] >= STABLE
    assert shares[11] >= STABLE


def test_quality_is_the_gain_times_the_root_of_what_is_left():
    kind = np.array([True, True, False, False])
    x = np.array([[0.1], [0.2], [0.3], [0.8]])
    assert quality(x, kind, [Limit(0, AT_MOST, 0.25)]) == pytest.approx(0.5 * np.sqrt(0.5))
    assert quality(x, kind, []) == 0
    assert quality(x, kind, [Limit(0, AT_MOST, 0.0)]) == 0


def test_what_is_told_is_scored_on_worlds_it_was_not_found_on():
    parameters = pd.DataFrame(X, columns=[f"p{k}" for k in range(20)])
    limits, found = discover(parameters, pd.Series(CORNER), resamples=20)
    assert {"p3", "p11"} <= set(limits.loc[limits["told"], "parameter"])
    assert found.worlds == 200
    assert found.share > 0.9


def test_what_is_chance_is_not_told():
    """Of 20 sets of worlds that nothing separates at most a few pass, as the interval of the other half allows."""
    parameters = pd.DataFrame(X)
    told = [discover(parameters, pd.Series(RNG.uniform(size=400) < 0.4), resamples=10)[0]["told"].any()
            for _ in range(20)]
    assert sum(told) <= 3


def test_worlds_all_of_one_kind_need_no_box():
    assert find_box(X, np.ones(400, dtype=bool)) == []
    assert find_box(X, np.zeros(400, dtype=bool)) == []

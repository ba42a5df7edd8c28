"""Known answers for the paired effect, its interval and its verdict."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.measures.bootstrap import resampled_means
from analysis.measures.paired import paired_effects, pairs_needed, verdict

SESOI, BETTER = {"y": 0.5}, {"y": 1}


def table(values, worlds=1, **more):
    values = np.asarray(values, dtype=float)
    replicates = len(values) // worlds
    return pd.DataFrame({"world": np.repeat(np.arange(worlds), replicates),
                         "replicate": np.tile(np.arange(replicates), worlds), "y": values, **more})


def one(values, worlds=1, sesoi=SESOI, better=BETTER, **settings):
    return paired_effects(table(values, worlds), sesoi, better, **settings)[0]


@pytest.mark.parametrize(("low", "high", "better", "expected"), [
    (0.6, 0.9, 1, "better"), (-0.9, -0.6, 1, "worse"), (-0.4, 0.4, 1, "negligible"), (-0.5, 0.5, 1, "negligible"),
    (0.4, 0.9, 1, "unresolved"), (-0.9, 0.9, 1, "unresolved"), (0.5, 0.9, 1, "unresolved"),
    (0.6, 0.9, -1, "worse"), (-0.9, -0.6, -1, "better"), (-0.4, 0.3, -1, "negligible"), (-0.9, 0.1, -1, "unresolved"),
    (0.6, 0.9, 0, "better"), (-0.9, -0.6, 0, "worse"), (0.0, 0.0, 1, "negligible"),
    (math.nan, math.nan, 1, "unresolved"), (math.nan, math.nan, -1, "unresolved"),
])
def test_verdict_is_read_from_the_whole_interval(low, high, better, expected):
    assert verdict(low, high, 0.5, better) == expected


def test_effect_is_the_mean_of_world_means_not_of_pairs():
    rows = pd.DataFrame({"world": [0, 0, 0, 1], "replicate": [0, 1, 2, 0], "y": [1.0, 2.0, 3.0, 10.0]})
    assert paired_effects(rows, SESOI, BETTER)[0].effect == pytest.approx(6.0)


def test_one_world_gives_students_interval():
    values = np.random.default_rng(1).normal(1.0, 2.0, 60)
    found = one(values, resamples=20_000)
    expected = stats.t.interval(0.95, 59, values.mean(), stats.sem(values))
    assert (found.low, found.high) == pytest.approx(expected, abs=0.04)


def test_resampled_means_have_the_variance_of_the_nested_bootstrap():
    """Closed form: between/W + within/(n W), both with divisor n; here for unequal worlds."""
    codes = np.array([0, 0, 0, 1, 1, 2, 2, 2, 2])
    y = np.array([1.0, 2, 6, 4, 9, 0, 1, 1, 5])
    means = np.array([y[codes == w].mean() for w in range(3)])
    within = sum(y[codes == w].var() / (codes == w).sum() for w in range(3))
    draws = resampled_means(y[:, None], codes, 40_000, seed=2)[:, 0]
    assert draws.mean() == pytest.approx(means.mean(), abs=0.03)
    assert draws.var() == pytest.approx(means.var() / 3 + within / 9, rel=0.03)


@pytest.mark.parametrize(("worlds", "replicates", "between"), [(1, 30, 0.0), (20, 3, 1.0), (20, 5, 0.0), (8, 2, 0.5)])
def test_interval_covers_the_truth_as_often_as_it_says(worlds, replicates, between):
    """600 normal data sets, true mean 0: 95% coverage within three Monte-Carlo errors (0.9% each)."""
    rng = np.random.default_rng(7)
    centres = rng.normal(0.0, between, (600, worlds, 1))
    data = (centres + rng.normal(0.0, 1.0, (600, worlds, replicates))).reshape(600, -1)
    columns = {f"y{i}": values for i, values in enumerate(data)}
    frame = pd.concat([table(data[0], worlds).drop(columns="y"), pd.DataFrame(columns)], axis=1)
    found = paired_effects(frame, dict.fromkeys(columns, 0.5), dict.fromkeys(columns, 1), resamples=1000)
    covered = np.mean([e.low <= 0.0 <= e.high for e in found])
    assert covered == pytest.approx(0.95, abs=0.027)


def test_superiority_is_the_raw_direction_with_ties_half():
    found = one([1.0, -1.0, 0.0, 2.0], better={"y": -1})
    assert found.superiority == pytest.approx(0.625)


def test_identical_scenarios_are_negligible_with_no_width():
    found = one(np.zeros(12), worlds=4)
    assert (found.effect, found.low, found.high, found.verdict) == (0.0, 0.0, 0.0, "negligible")


def test_order_of_rows_and_columns_changes_nothing():
    rng = np.random.default_rng(3)
    frame = table(rng.normal(size=40), 8, z=rng.normal(size=40))
    sesoi, better = {"y": 0.5, "z": 0.1}, {"y": 1, "z": -1}
    first = {e.outcome: e for e in paired_effects(frame, sesoi, better)}
    shuffled = frame.sample(frac=1, random_state=0)[["z", "replicate", "y", "world"]]
    for effect in paired_effects(shuffled, sesoi, better):
        # a column's place may change the last digit of a matrix product, nothing more
        for name, value in vars(effect).items():
            assert value == (pytest.approx(getattr(first[effect.outcome], name), rel=1e-12)
                             if isinstance(value, float) else getattr(first[effect.outcome], name))


def test_pairs_with_a_missing_side_are_dropped_and_counted_by_outcome():
    frame = table([1.0, 2.0, np.nan, 3.0], z=[1.0, 1.0, 1.0, 1.0])
    y, z = paired_effects(frame, {"y": 0.5, "z": 0.5}, {"y": 1, "z": 1})
    assert (y.pairs, y.dropped, y.effect) == (3, 1, pytest.approx(2.0))
    assert (z.pairs, z.dropped) == (4, 0)


def test_nothing_to_compare_is_unresolved():
    found = one([np.nan, np.nan])
    assert (found.pairs, found.dropped, found.verdict) == (0, 2, "unresolved")
    assert math.isnan(found.effect)


def test_a_single_pair_has_no_interval():
    found = one([3.0])
    assert math.isnan(found.low)
    assert found.verdict == "unresolved"
    assert found.pairs_needed is None


def test_pairs_needed_follows_the_root_law():
    assert pairs_needed(50, -1.0, 1.0, 0.5) == 200
    assert pairs_needed(50, -1.0, 1.0, 1.0) == 50
    assert pairs_needed(50, -1.0, 1.0, 0.7) == math.ceil(50 / 0.49)
    assert one(np.random.default_rng(0).normal(size=50), half_width={"y": 0.05}).pairs_needed > 1000


def test_pairs_needed_is_enough_when_run():
    rng = np.random.default_rng(11)
    needed = one(rng.normal(0.0, 1.0, 50)).pairs_needed
    found = one(rng.normal(0.0, 1.0, needed))
    assert (found.high - found.low) / 2 == pytest.approx(0.25, rel=0.35)


@pytest.mark.parametrize(("frame", "settings", "words"), [
    (pd.concat([table([1.0, 2.0])] * 2), {}, "more than once"),
    (table([1.0, 2.0], z=[0.0, 0.0]), {}, "declared for z"),
    (table([1.0, 2.0]), {"level": 1.0}, "level=1.0"),
])
def test_bad_input_is_refused_in_words(frame, settings, words):
    with pytest.raises(ValueError, match=words):
        paired_effects(frame, SESOI, BETTER, **settings)

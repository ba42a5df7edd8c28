"""Shares of worlds won: right under noise, where counts of signs are not."""

import math

import numpy as np
import pytest
from scipy import stats

from analysis.measures.worlds import shares, world_shares

WORLDS, REPLICATES = 2000, 2


def sample(mean=1.0, between=0.5, noise=1.0, seed=5, worlds=WORLDS):
    rng = np.random.default_rng(seed)
    effects = rng.normal(mean, between, worlds)
    values = effects[:, None] + rng.normal(0.0, noise, (worlds, REPLICATES))
    return values.ravel(), np.repeat(np.arange(worlds), REPLICATES), effects


def test_share_won_is_recovered_where_raw_counts_are_pulled_to_a_half():
    values, codes, _ = sample()
    truth = stats.norm.sf(0.2, 1.0, 0.5)
    found = world_shares(values, codes, 0.2, 1, resamples=0)
    raw = np.mean(values.reshape(WORLDS, REPLICATES).mean(axis=1) > 0.2)
    assert found.won == pytest.approx(truth, abs=0.02)
    assert truth - raw > 0.08
    assert found.between_sd == pytest.approx(0.5, abs=0.05)


def test_without_noise_the_shares_are_the_counts():
    values = np.repeat([1.0, 0.1, -1.0, -2.0], 2)
    found = world_shares(values, np.repeat(np.arange(4), 2), 0.5, 1, resamples=50)
    assert (found.won, found.negligible, found.lost) == (0.25, 0.25, 0.5)


def test_direction_turns_round_where_less_is_better():
    values, codes, _ = sample(worlds=200)
    up, down = (world_shares(values, codes, 0.2, better) for better in (1, -1))
    assert (up.won, up.won_interval) == (down.lost, down.lost_interval)
    assert up.negligible == down.negligible
    assert up.won + up.lost + up.negligible == pytest.approx(1.0)


def test_worlds_that_do_not_differ_share_one_answer():
    """All spread is luck: the estimate says all worlds are won, a count of signs would not."""
    values, codes, _ = sample(mean=1.0, between=0.0, noise=3.0)
    found = world_shares(values, codes, 0.2, 1, resamples=0)
    assert found.won > 0.9
    assert np.mean(values.reshape(-1, 2).mean(axis=1) > 0.2) < 0.7


def test_posterior_is_the_documented_closed_form():
    means, noise = np.array([0.0, 1.0, 3.0]), np.array([0.5, 0.5, 0.5])
    spread = means.var(ddof=1)
    between = spread - 0.5
    pull = 0.5 / (0.5 + between)
    place = (1 - pull) * means + pull * means.mean()
    scale = math.sqrt((1 - pull) * 0.5 + pull**2 * spread / 3)
    above, below, found = shares(means, noise, 0.4)
    assert found == pytest.approx(between)
    assert above == pytest.approx(stats.norm.sf(0.4, place, scale).mean())
    assert below == pytest.approx(stats.norm.cdf(-0.4, place, scale).mean())


def test_interval_covers_the_true_share():
    """200 data sets of 60 worlds, 5 pairs each: the 95% interval holds the share at least nine times in ten."""
    truth, held = stats.norm.sf(0.2, 0.4, 0.5), 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        values = rng.normal(0.4, 0.5, 60)[:, None] + rng.normal(0.0, 0.5, (60, 5))
        low, high = world_shares(values.ravel(), np.repeat(np.arange(60), 5), 0.2, 1, resamples=300).won_interval
        held += low <= truth <= high
    assert held >= 180


@pytest.mark.parametrize("codes", [np.zeros(4, dtype=int), np.arange(4)])
def test_one_world_or_one_replicate_gives_no_share(codes):
    found = world_shares(np.array([1.0, 2.0, 3.0, 4.0]), codes, 0.5, 1)
    assert math.isnan(found.won)
    assert math.isnan(found.won_interval[0])

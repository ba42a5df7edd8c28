"""What is made from words: known values, bells, normals and counts, against independent references."""

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from model import randomness as r

N = 400_000
FALSE_ALARM = 1e-6
GOLDEN, WHO = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93
WORD = 2**64


def mixed(z: int) -> int:
    """Return the splitmix64 finaliser in whole numbers of Python."""
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % WORD
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB % WORD
    return z ^ (z >> 31)


def test_the_mixer_gives_the_published_words_of_splitmix64():
    """First words from state 1234567, as published with the generator and repeated in its test suites."""
    known = (6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821)
    assert [int(r.mix(np.uint64((1234567 + (k + 1) * GOLDEN) % WORD))) for k in range(5)] == list(known)


@given(st.integers(0, 2**53 - 1), st.integers(1, 24), st.integers(0, 1200), st.integers(-4, 2**47),
       st.integers(-4, 10**5))
def test_keys_and_words_are_those_of_the_formula_in_whole_numbers(seed, stream, month, who, which):
    key = mixed((seed + GOLDEN) % WORD)
    key = mixed(key ^ stream * WHO % WORD)
    key = mixed((key + month * GOLDEN) % WORD)
    assert int(r.stream_key(seed, stream, month)) == key
    word = mixed((mixed((key + who * WHO) % WORD) + (which + 1) * GOLDEN) % WORD)
    assert int(r.bits(np.uint64(key), who, which)) == word


def test_streams_are_fixed_and_no_two_are_the_same():
    """Renumbering a stream would change every run: these numbers are for good, and only added to."""
    streams = {name: value for name, value in vars(r).items() if name.startswith("STREAM_")}
    assert len(set(streams.values())) == len(streams)
    known = {"STREAM_WORLD": 1, "STREAM_LEAVING": 3, "STREAM_CASES": 15, "STREAM_NATIONAL": 24}
    assert known.items() <= streams.items()


def test_shares_stay_strictly_between_nought_and_one():
    for word in (0, 1, 2**31, 2**63, WORD - 2**11, WORD - 1):
        for share in (r.to_uniform, r.high_half, r.low_half):
            assert 0 < share(np.uint64(word)) < 1, (word, share)
    assert r.low_half(np.uint64(0)) == 2.0**-33


def test_a_person_is_a_post_and_a_sequence():
    seen = {int(r.person_key(post, sequence)) for post in (0, 1, 2, 2_000_000) for sequence in (0, 1, 65535)}
    assert len(seen) == 12


def sum_of_four_below(x: np.ndarray) -> np.ndarray:
    """Return the chance that four uniform shares sum to less than x (Irwin and Hall)."""
    return sum((-1) ** k * comb(4, k) * np.maximum(x - k, 0) ** 4 for k in range(5)) / 24


def test_bells_have_mean_0_variance_1_and_stay_within_their_bounds(bulk):
    """Four times the standard error: a false alarm in 16 thousand for each moment; kurtosis is 3 - 1.2 / 4."""
    found = bulk["bells"](N)
    assert abs(found.mean()) < 4 / np.sqrt(N)
    assert abs(found.var() - 1) < 4 * np.sqrt((2.7 - 1) / N)
    assert abs(stats.skew(found)) < 4 * np.sqrt(6 / N)
    assert stats.kurtosis(found, fisher=False) == pytest.approx(2.7, abs=0.03)
    assert np.abs(found).max() < 2 * np.sqrt(3)
    assert stats.kstest(found / np.sqrt(3) + 2, sum_of_four_below).pvalue > FALSE_ALARM


def test_normals_are_normal(bulk):
    found = bulk["normals"](N)
    assert stats.kstest(found, "norm").pvalue > FALSE_ALARM
    assert abs(found.mean()) < 4 / np.sqrt(N)
    assert abs(found.var() - 1) < 4 * np.sqrt(2 / N)


def test_quantiles_agree_with_scipy_to_the_stated_accuracy(bulk):
    """Relative error below 1.2e-9; at the middle, where the quantile is nought, the error is absolute."""
    rng = np.random.default_rng(3)
    tails = np.concatenate([10.0 ** rng.uniform(-300, -2, 4000), [0.02425, 1 - 0.02425, 2.0**-54, 0.5]])
    shares = np.concatenate([tails, rng.uniform(0, 1, 20_000), 1 - 10.0 ** rng.uniform(-15, -2, 4000)])
    exact = stats.norm.ppf(shares)
    assert np.abs(bulk["quantiles"](shares) - exact).max() <= 1.2e-9 * np.abs(exact).max()
    assert (np.abs(bulk["quantiles"](shares) - exact) <= 1.2e-9 * np.abs(exact) + 1e-15).all()


def test_quantiles_rise_even_across_the_joins(bulk):
    near = np.concatenate([join + np.linspace(-1e-6, 1e-6, 2001) for join in (0.02425, 1 - 0.02425)])
    assert (np.diff(bulk["quantiles"](near)[:2001]) > 0).all()
    assert (np.diff(bulk["quantiles"](near)[2001:]) > 0).all()


def test_counts_are_the_poisson_quantiles_of_scipy(bulk):
    rng = np.random.default_rng(4)
    rates, shares = np.repeat([0.0, 1e-6, 0.01, 0.17, 1.0, 7.3, 40.0, 200.0], 5000), rng.uniform(0, 1, 40_000)
    clear = np.abs(stats.poisson.cdf(stats.poisson.ppf(shares, rates), rates) - shares) > 1e-12
    assert np.array_equal(bulk["counts"](rates, shares)[clear], stats.poisson.ppf(shares, rates)[clear])
    assert clear.mean() > 0.999


def test_no_cases_no_incidents(bulk):
    assert bulk["counts"](np.zeros(3), np.array([1e-12, 0.5, 1 - 2.0**-53])).tolist() == [0, 0, 0]


@given(st.floats(0, 690), st.floats(0, 690), st.floats(1e-9, 1 - 1e-9), st.floats(1e-9, 1 - 1e-9))
def test_counts_never_fall_as_the_rate_or_the_share_rises(a, b, u, v):
    (low, high), (under, over) = sorted((a, b)), sorted((u, v))
    assert r.poisson(low, under) <= r.poisson(high, under) <= r.poisson(high, over)


@pytest.mark.parametrize("rate", [400.0, 700.0, 1e6])
def test_large_counts_end_and_stay_near_their_held_rate(bulk, rate):
    found = bulk["counts"](np.full(20_000, rate), np.random.default_rng(5).uniform(0, 1, 20_000))
    held = min(rate, 700.0)
    assert abs(found.mean() - held) < 4 * np.sqrt(held / 20_000)
    assert found.var() == pytest.approx(held, rel=0.05)

"""A statistical battery for draws across keys.

Every test is at a fixed seed, so it passes or fails for good; the false-alarm rate is the chance that a
perfect generator would have failed it when the seed was first picked. It is FALSE_ALARM for each of some
three hundred p-values here: about one in three thousand in all.
"""

from itertools import combinations

import numpy as np
import pytest
from scipy import stats

N = 1 << 17
FALSE_ALARM = 1e-6
AXES = {
    "person": {"person": np.arange(N)},
    "person with many before": {"person": np.arange(N) * 65536},
    "holder of one post": {"person": 41 * 65536 + np.arange(N) % 65536, "seed": np.arange(N) // 65536},
    "month": {"month": np.arange(N) % 1200, "person": np.arange(N) // 1200},
    "stream": {"stream": 1 + np.arange(N) % 24, "person": np.arange(N) // 24},
    "seed": {"seed": np.arange(N)},
    "large seed": {"seed": 2**53 - 1 - np.arange(N)},
    "draw": {"draw": np.arange(N)},
    "draw before nought": {"draw": -1 - np.arange(N) % 4, "person": np.arange(N) // 4},
    "person before nought": {"person": -1 - np.arange(N) % 4, "draw": np.arange(N) // 4},
}


@pytest.fixture(scope="module", params=AXES, ids=lambda name: name.replace(" ", "_"))
def along(request, words):
    """Words along one axis of the key, the rest held."""
    return words(**AXES[request.param])


def bits_of(found: np.ndarray) -> np.ndarray:
    """Return an array (n, 64) of the bits of words."""
    return np.unpackbits(found.view(np.uint8).reshape(len(found), 8), axis=1)


def independent(x: np.ndarray, y: np.ndarray, bins: int = 16) -> float:
    """Return the p-value that pairs of shares fill a square evenly (chi-squared over bins x bins)."""
    table = np.histogram2d(x, y, bins=bins, range=((0, 1), (0, 1)))[0]
    return stats.chisquare(table.ravel()).pvalue


def test_shares_are_uniform(along, bulk):
    shares = bulk["shares"](along)
    assert ((shares > 0) & (shares < 1)).all()
    assert stats.kstest(shares, "uniform").pvalue > FALSE_ALARM
    assert stats.chisquare(np.bincount((shares * 1024).astype(int), minlength=1024)).pvalue > FALSE_ALARM


def test_every_bit_is_a_coin_and_no_two_agree(along):
    coins = bits_of(along).astype(float) * 2 - 1
    sums = coins.sum(axis=0) / np.sqrt(len(coins))
    assert stats.chi2.sf((sums ** 2).sum(), 64) > FALSE_ALARM
    pairs = (coins.T @ coins / np.sqrt(len(coins)))[np.triu_indices(64, 1)]
    assert stats.chi2.sf((pairs ** 2).sum(), len(pairs)) > FALSE_ALARM
    assert np.abs(pairs).max() < stats.norm.isf(FALSE_ALARM / len(pairs) / 2)


def test_neighbours_know_nothing_of_one_another(along, bulk):
    shares = bulk["shares"](along)
    for lag in (1, 2, 12, 24):
        assert independent(shares[:-lag], shares[lag:]) > FALSE_ALARM
        correlation = np.corrcoef(shares[:-lag], shares[lag:])[0, 1] * np.sqrt(N)
        assert 2 * stats.norm.sf(abs(correlation)) > FALSE_ALARM


def test_triples_of_neighbours_fill_the_cube(along, bulk):
    cells = (bulk["shares"](along) * 16).astype(int)
    table = np.bincount(cells[:-2] * 256 + cells[1:-1] * 16 + cells[2:], minlength=4096)
    assert table.std() / np.sqrt(table.mean()) == pytest.approx(1.0, abs=0.1)


def test_halves_of_a_word_are_uniform_and_independent(along, bulk):
    high, low = bulk["halves"](along)
    for half in (high, low):
        assert stats.kstest(half, "uniform").pvalue > FALSE_ALARM
    assert independent(high, low) > FALSE_ALARM
    assert independent(low[:-1], high[1:]) > FALSE_ALARM


CHANGES = {"seed": {"seed": 2}, "stream": {"stream": 8}, "month": {"month": 1}, "draw": {"draw": 1}}


@pytest.mark.parametrize("one, other", list(combinations([None, *CHANGES], 2)))
def test_the_same_people_under_another_key_are_drawn_anew(words, bulk, one, other):
    people = {"person": np.arange(N)}
    x, y = (bulk["shares"](words(**people, **CHANGES.get(key, {}))) for key in (one, other))
    assert independent(x, y, 32) > FALSE_ALARM
    assert 2 * stats.norm.sf(abs(np.corrcoef(x, y)[0, 1]) * np.sqrt(N)) > FALSE_ALARM


@pytest.mark.parametrize("change", [{"seed": 1 << b} for b in range(0, 53, 4)]
                         + [{"person": 1 << b} for b in range(0, 47, 3)]
                         + [{"month": 1 << b} for b in range(10)] + [{"draw": 1 << b} for b in range(0, 16, 3)])
def test_one_bit_of_the_key_turns_half_the_bits_of_the_word(words, change):
    n = 4096
    base = {"seed": 5, "stream": 3, "month": 2, "draw": 1, "person": np.arange(n) * 977}
    flipped = base | {name: np.bitwise_xor(base[name], bit) for name, bit in change.items()}
    turned = bits_of(words(**base) ^ words(**flipped))
    assert 2 * stats.norm.sf(abs((turned.mean() - 0.5) * 2 * np.sqrt(turned.size))) > FALSE_ALARM


def test_no_two_keys_of_a_million_fall_together(words):
    """A million of 2**64 words collide by chance in one run of thirty-seven million."""
    people, draws = np.meshgrid(np.arange(4000), np.arange(250))
    posts = words(person=people.ravel() * 65536, draw=draws.ravel())
    holders = words(person=np.arange(1_000_000) // 50 * 65536 + np.arange(1_000_000) % 50)
    months = words(month=np.arange(1_000_000) % 1200, person=np.arange(1_000_000) // 1200)
    for found in (posts, holders, months):
        assert len(np.unique(found)) == 1_000_000


def test_a_weak_generator_would_be_caught(bulk):
    """The same measures alarm at a plain counter and at a multiplicative generator."""
    counter = np.arange(N, dtype=np.uint64) * np.uint64(2**64 // N)
    assert independent(*(bulk["shares"](counter)[s] for s in (slice(None, -1), slice(1, None)))) < FALSE_ALARM
    weyl = np.arange(N, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    shares = bulk["shares"](weyl)
    assert independent(shares[:-1], shares[1:]) < FALSE_ALARM

"""The nested bootstrap: worlds are resampled, then the replicates within each world drawn.

Resampling both levels counts the luck within worlds about twice (it is in the spread of
the world means already). So the resampled means are stretched about the estimate until
their variance is the unbiased one: the variance of world means over the number of
worlds; with a single world, that of replicates over their number. The stretch also
carries Student's correction for few worlds. The shape stays the bootstrap's own.
"""

import numpy as np
from scipy import stats

CELLS_AT_ONCE = 4_000_000


def world_means(values: np.ndarray, codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (means, sizes) of worlds: values (pairs, outcomes) and codes 0..W-1 give (W, outcomes) and (W,)."""
    sizes = np.bincount(codes)
    totals = np.zeros((len(sizes), values.shape[1]))
    np.add.at(totals, codes, values)
    return totals / sizes[:, None], sizes


def within_squares(values: np.ndarray, codes: np.ndarray, means: np.ndarray) -> np.ndarray:
    """Return the sum of squares of each world about its own mean, shape (W, outcomes)."""
    squares = np.zeros_like(means)
    np.add.at(squares, codes, (values - means[codes]) ** 2)
    return squares


def resampled_means(values: np.ndarray, codes: np.ndarray, resamples: int, seed: int) -> np.ndarray:
    """Return mean-of-world-means of `resamples` nested resamples, shape (resamples, outcomes).

    A world drawn m times gives its replicates m independent draws of their own number: the
    counts are multinomial, so a resample is a row of weights and all of them one product.
    """
    rng = np.random.default_rng(seed)
    sizes = np.bincount(codes)
    rows = max(1, CELLS_AT_ONCE // len(codes))
    parts = []
    for start in range(0, resamples, rows):
        weights = _weights(sizes, codes, min(rows, resamples - start), rng)
        parts.append(weights @ values)
    return np.concatenate(parts)


def _weights(sizes: np.ndarray, codes: np.ndarray, rows: int, rng: np.random.Generator) -> np.ndarray:
    worlds = len(sizes)
    drawn = rng.multinomial(worlds, np.full(worlds, 1 / worlds), size=rows)
    weights = np.empty((rows, len(codes)))
    for size in np.unique(sizes):
        chosen = np.flatnonzero(sizes == size)
        counts = rng.multinomial(drawn[:, chosen] * size, np.full(size, 1 / size))
        weights[:, np.isin(codes, chosen)] = counts.reshape(rows, -1) / (size * worlds)
    return weights


def nested_interval(
    values: np.ndarray, codes: np.ndarray, level: float, resamples: int, seed: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (effect, low, high), each (outcomes,): the mean of world means and its interval.

    `values` is (pairs, outcomes) without NaN; `codes` numbers each pair's world 0..W-1 and is
    sorted. A single pair has no interval: low and high are NaN.
    """
    means, sizes = world_means(values, codes)
    worlds, effect = len(sizes), means.mean(axis=0)
    degrees = worlds - 1 if worlds > 1 else len(values) - 1
    if degrees < 1:
        return effect, np.full_like(effect, np.nan), np.full_like(effect, np.nan)
    draws = resampled_means(values, codes, resamples, seed)
    stretch = _stretch(values, codes, means, sizes) * stats.t.ppf((1 + level) / 2, degrees) / stats.norm.ppf(
        (1 + level) / 2)
    tails = np.quantile(draws, [(1 - level) / 2, (1 + level) / 2], axis=0)
    low, high = effect + stretch * (tails - effect)
    return effect, low, high


def _stretch(values: np.ndarray, codes: np.ndarray, means: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return the root of unbiased variance over the nested bootstrap's own variance, per outcome."""
    worlds = len(sizes)
    squares = within_squares(values, codes, means)
    own = means.var(axis=0) / worlds + (squares / sizes[:, None] ** 2).sum(axis=0) / worlds**2
    unbiased = means.var(axis=0, ddof=1) / worlds if worlds > 1 else squares[0] / (sizes[0] * (sizes[0] - 1))
    return np.sqrt(np.divide(unbiased, own, out=np.ones_like(own), where=own > 0))

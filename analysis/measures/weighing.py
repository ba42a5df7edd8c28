"""Weighted draws: how many they are worth, how they are thinned, and how far they narrowed what they describe."""

import numpy as np
from scipy import stats

CLOSE = 1e-3


def worth(weights: np.ndarray) -> float:
    """Return the effective number of draws, 1 / sum of squares."""
    return float(1.0 / np.sum(weights**2))


def resampled(weights: np.ndarray, n: int, rng: np.random.Generator) -> np.ndarray:
    """Return n rows drawn by weight, systematically: none more often than its share rounded up."""
    marks = (rng.random() + np.arange(n)) / n
    return np.minimum(np.searchsorted(np.cumsum(weights), marks), len(weights) - 1)


def contraction(before: np.ndarray, after: np.ndarray, weights: np.ndarray | None = None,
                level: float = 0.95) -> tuple[float, float, float]:
    """Return 1 - variance after / variance before, with an interval for luck of draws.

    `after` may be weighted. The interval takes each variance as normal with its own kurtosis, and weighted draws
    as so many as they are worth. Returns NaN where there was no variance before.
    """
    equal = np.full(len(after), 1 / len(after)) if weights is None else weights
    first, second = _moments(before, np.full(len(before), 1 / len(before))), _moments(after, equal)
    if first[0] <= 0:
        return (np.nan, np.nan, np.nan)
    ratio = second[0] / first[0]
    half = float(stats.norm.ppf((1 + level) / 2)) * ratio * np.hypot(first[1], second[1])
    return 1 - ratio, 1 - ratio - half, 1 - ratio + half


def _moments(values: np.ndarray, weights: np.ndarray) -> tuple[float, float]:
    """Return the weighted variance and its relative standard error."""
    n = worth(weights)
    centred = values - weights @ values
    variance = float(weights @ centred**2) * n / max(n - 1, CLOSE)
    if variance <= 0:
        return 0.0, 0.0
    kurtosis = float(weights @ centred**4) / float(weights @ centred**2)**2
    return variance, np.sqrt(max(kurtosis - 1, 0.0) / n)


def rank_counts(ranks: np.ndarray, draws: int, bins: int) -> np.ndarray:
    """Return how many ranks (0 to draws) fall in each of so many bins of equal chance."""
    return np.bincount(np.minimum((ranks * bins) // (draws + 1), bins - 1).astype(int), minlength=bins)


def uniformity(ranks: np.ndarray, draws: int, bins: int) -> float:
    """Return the chance of ranks as uneven as these where every rank is equally likely (chi-square)."""
    return float(stats.chisquare(rank_counts(ranks, draws, bins)).pvalue)

"""Proper scores of probability forecasts, and how often intervals hold what they should.

For ordered words 0..K-1 with forecast p and the word k that came: the ranked probability score is the
mean over the K - 1 boundaries of (P(at most j) - [k at most j])^2, 0 at best and 1 at worst; the log
score is -log p(k). For a number y and draws x_1..x_n the continuous ranked probability score is
mean |x_i - y| - mean |x_i - x_j| / 2, in the unit of y. Lower is better in all three.
"""

import math
from collections.abc import Sequence

import numpy as np
from scipy import stats

LEAST_CLUSTERS = 2


def ranked_probability_score(probabilities: Sequence[float] | np.ndarray, observed: int) -> float:
    """Return the ranked probability score of one ordinal forecast; raise ValueError where it is no distribution."""
    p = np.asarray(probabilities, dtype=float)
    if len(p) < 2 or (p < 0).any() or not math.isclose(float(p.sum()), 1.0, abs_tol=1e-6):
        raise ValueError(f"{probabilities} is no distribution over at least two words")
    if not 0 <= observed < len(p):
        raise ValueError(f"word {observed} is none of {len(p)}")
    reached = np.arange(len(p) - 1) >= observed
    return float(np.mean((np.cumsum(p)[:-1] - reached) ** 2))


def log_score(probabilities: Sequence[float] | np.ndarray, observed: int) -> float:
    """Return -log of the probability given to what came (infinite where that was nought)."""
    p = float(probabilities[observed])
    return -math.log(p) if p > 0 else math.inf


def crps(draws: Sequence[float] | np.ndarray, observed: float) -> float:
    """Return the continuous ranked probability score of draws, in the unit of what was observed."""
    x = np.sort(np.asarray(draws, dtype=float))
    n = len(x)
    if n == 0:
        raise ValueError("a forecast needs at least one draw")
    spread = float((x * (2.0 * np.arange(n) - n + 1)).sum()) / n**2
    return float(np.abs(x - observed).mean()) - spread


def crps_normal(mean: float, deviation: float, observed: float) -> float:
    """Return the continuous ranked probability score of a normal forecast; with no spread, the absolute error."""
    if deviation <= 0:
        return abs(observed - mean)
    z = (observed - mean) / deviation
    return float(deviation * (z * (2 * stats.norm.cdf(z) - 1) + 2 * stats.norm.pdf(z) - 1 / math.sqrt(math.pi)))


def inside(draws: Sequence[float] | np.ndarray, observed: float, level: float) -> bool:
    """Return whether the central interval of draws at a level (0-1) holds what was observed, ends included."""
    low, high = np.quantile(np.asarray(draws, dtype=float), [(1 - level) / 2, (1 + level) / 2])
    return bool(low <= observed <= high)


def share_interval(hits: int, n: int, level: float = 0.95) -> tuple[float, float] | None:
    """Return Wilson's interval of a share; None where there is nothing to share."""
    if n == 0:
        return None
    low, high = stats.binomtest(hits, n).proportion_ci(level, method="wilson")
    return float(low), float(high)


def clustered_interval(values: Sequence[float], clusters: Sequence[str], level: float = 0.95, resamples: int = 4000,
                       seed: int = 0) -> tuple[float, float] | None:
    """Return the interval of a mean by resampling whole clusters; None where there are fewer than two.

    Resampling few clusters makes intervals too narrow: they are stretched about the mean by Student's correction
    and by the root of k/(k - 1), which three clusters make 2.7 and forty 1.05.
    """
    numbers, codes = np.asarray(values, dtype=float), np.unique(np.asarray(clusters), return_inverse=True)[1]
    sizes = np.bincount(codes) if len(codes) else np.zeros(0)
    if len(sizes) < LEAST_CLUSTERS:
        return None
    totals, rng = np.bincount(codes, numbers), np.random.default_rng(seed)
    drawn = rng.multinomial(len(sizes), np.full(len(sizes), 1 / len(sizes)), size=resamples)
    tails = np.quantile(drawn @ totals / (drawn @ sizes), [(1 - level) / 2, (1 + level) / 2])
    k, mean = len(sizes), float(numbers.mean())
    stretch = stats.t.ppf((1 + level) / 2, k - 1) / stats.norm.ppf((1 + level) / 2) * math.sqrt(k / (k - 1))
    low, high = mean + stretch * (tails - mean)
    return float(low), float(high)

"""How often the interval left by the stopping rule covers the truth: the simulation that set its level.

Run as `python -m analysis.measures.stopping_simulation` (some minutes). Differences are
normal, or gamma with skewness 1, more than is usual for differences between paired runs.
Only sums and sums of squares matter to Student's interval; for normal differences both
can be drawn at once for each stretch between looks.
"""

from collections.abc import Sequence

import numpy as np
from scipy import stats

from analysis.measures.stopping import DRAWN_LEVEL, looks

MOST = 5000
GOAL = 0.945
NEEDED = {0.0: tuple(np.geomspace(30, 3000, 25).round(1)), 1.0: tuple(np.geomspace(40, 250, 9).round(1))}
"""Skewness -> pairs at which the true half-width would be the one wanted; coverage is lowest in between."""
BATCH = 20_000


def coverage(level: float, needed: float, sweeps: int, skew: float = 0.0, seed: int = 0) -> float:
    """Return the share of sweeps whose interval at the stop covers the truth.

    Differences have mean 0 and standard deviation 1; the half-width wanted is the true one
    of `needed` pairs.
    """
    rng = np.random.default_rng([seed, int(needed * 10), int(skew * 10)])
    wanted = stats.norm.ppf(0.975) / np.sqrt(needed)
    batches = [min(BATCH, sweeps - start) for start in range(0, sweeps, BATCH)]
    return float(sum(_covered(rng, level, wanted, batch, skew) for batch in batches) / sweeps)


def _covered(rng: np.random.Generator, level: float, wanted: float, sweeps: int, skew: float) -> int:
    """Return how many of some sweeps cover the truth, each stopped at its own look."""
    at = looks(MOST)
    mean, squares, before, covered = np.zeros(sweeps), np.zeros(sweeps), 0, 0
    for look in at:
        added = look - before
        own_mean, own_squares = _stretch(rng, added, len(mean), skew)
        gap = own_mean - mean
        squares = squares + own_squares + gap**2 * before * added / look
        mean = mean + gap * added / look
        half = stats.t.ppf((1 + level) / 2, look - 1) * np.sqrt(squares / (look - 1) / look)
        stops = (half <= wanted) | (look == at[-1])
        covered += int((np.abs(mean[stops]) <= half[stops]).sum())
        mean, squares, before = mean[~stops], squares[~stops], look
        if not len(mean):
            break
    return covered


def _stretch(rng: np.random.Generator, pairs: int, sweeps: int, skew: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean and the sum of squares about it of `pairs` differences, for each sweep."""
    if skew == 0.0:
        squares = rng.chisquare(pairs - 1, sweeps) if pairs > 1 else np.zeros(sweeps)
        return rng.normal(0.0, 1 / np.sqrt(pairs), sweeps), squares
    shape = 4 / skew**2
    values = (rng.gamma(shape, 1.0, (sweeps, pairs)) - shape) / np.sqrt(shape)
    means = values.mean(axis=1)
    return means, ((values - means[:, None]) ** 2).sum(axis=1)


def lowest_coverage(level: float, skew: float, sweeps: int, needed: Sequence[float] = ()) -> tuple[float, float]:
    """Return the lowest coverage over numbers of pairs needed, and the number it is met at."""
    return min((coverage(level, number, sweeps, skew), number) for number in needed or NEEDED[skew])


def print_levels(sweeps: int = 200_000) -> None:
    """Print the lowest coverage for levels upwards of 0.95, until all meet the goal by three standard errors."""
    margin = 3 * np.sqrt(GOAL * (1 - GOAL) / sweeps)
    for level in np.arange(0.950, 0.970, 0.001).round(3):
        found = {skew: lowest_coverage(float(level), skew, sweeps) for skew in NEEDED}
        words = "; ".join(f"skewness {skew:g}: {share:.4f} where {place:g} pairs are needed"
                          for skew, (share, place) in found.items())
        used = " (in use)" if level == DRAWN_LEVEL else ""
        print(f"drawn at {level:.3f}{used}: lowest coverage, {words}", flush=True)
        if min(share for share, _ in found.values()) >= GOAL + margin:
            return


if __name__ == "__main__":
    print_levels()

"""How many worlds were won: shares from a random-effects estimate, not from counts of signs.

A world's mean difference d is its effect plus luck of variance s = within variance /
replicates. Counting the signs of d pulls every share towards a half when luck is large.
Instead, with m the mean of the d and V their variance between W worlds,

    between variance   t = max(V - mean(s), 0)               (method of moments, unbiased before the max)
    pull to the mean   B = s / (s + t)
    world's effect     Normal((1 - B) d + B m,  (1 - B) s + B^2 V / W)

and the share won is the mean over worlds of that distribution's mass beyond the smallest
effect of interest. The within variance is pooled over worlds, so that two replicates a
world are enough; with one replicate everywhere no share can be estimated.

Intervals resample worlds. No estimate can know more than W worlds seen without luck would
tell, so an interval is never narrower than Wilson's for W worlds: with all of 32 won, the
share is 'at least 89%', not '100% to 100%'.
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from analysis.measures.bootstrap import within_squares, world_means


@dataclass(frozen=True)
class WorldShares:
    """Shares (0-1, sum 1) of worlds sampled in which a does better, worse, or within the SESOI; with intervals."""

    won: float
    lost: float
    negligible: float
    worlds: int
    between_sd: float
    won_interval: tuple[float, float]
    lost_interval: tuple[float, float]
    negligible_interval: tuple[float, float]


def noise_of_means(values: np.ndarray, codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (means, noise), both (W,): world means of `values` (pairs,) and the variance of their luck.

    Noise is NaN where no world holds two replicates.
    """
    means, sizes = world_means(values[:, None], codes)
    degrees = len(values) - len(sizes)
    squares = within_squares(values[:, None], codes, means).sum()
    pooled = squares / degrees if degrees > 0 else np.nan
    return means[:, 0], pooled / sizes


def shares(means: np.ndarray, noise: np.ndarray, sesoi: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (above, below, between_variance) from means and noise of shape (..., W): shares beyond +-SESOI."""
    worlds = means.shape[-1]
    centre = means.mean(axis=-1, keepdims=True)
    spread = means.var(axis=-1, ddof=1, keepdims=True)
    between = np.maximum(spread - noise.mean(axis=-1, keepdims=True), 0.0)
    total = noise + between
    pull = np.divide(noise, total, out=np.zeros_like(total), where=total > 0)
    place = (1 - pull) * means + pull * centre
    scale = np.sqrt((1 - pull) * noise + pull**2 * spread / worlds)
    above, below = _beyond(place - sesoi, scale), _beyond(-sesoi - place, scale)
    return above.mean(axis=-1), below.mean(axis=-1), between[..., 0]


def _beyond(distance: np.ndarray, scale: np.ndarray) -> np.ndarray:
    certain = np.where(distance > 0, np.inf, -np.inf)
    return stats.norm.cdf(np.divide(distance, scale, out=certain, where=scale > 0))


def world_shares(
    values: np.ndarray, codes: np.ndarray, sesoi: float, better: int, *,
    level: float = 0.95, resamples: int = 2000, seed: int = 0,
) -> WorldShares:
    """Return the shares of worlds won, lost and negligible, with bootstrap intervals over worlds.

    `values` (pairs,) are differences a - b without NaN, `codes` the worlds 0..W-1. `better` -1
    turns the direction round; 0 counts 'higher' as won. All NaN with fewer than two worlds or
    with no world of two replicates.
    """
    means, noise = noise_of_means(values, codes)
    worlds = len(means)
    if worlds < 2 or np.isnan(noise).any():
        none = (np.nan, np.nan)
        return WorldShares(np.nan, np.nan, np.nan, worlds, np.nan, none, none, none)
    above, below, between = shares(means, noise, sesoi)
    found = np.clip([above, below, 1 - above - below], 0.0, 1.0)
    picks = np.random.default_rng(seed).integers(worlds, size=(resamples, worlds)) if resamples else None
    draws = _resampled(means, noise, sesoi, picks)
    tails = [_interval(draws[k], float(found[k]), worlds, level) for k in range(3)]
    won, lost = (0, 1) if better >= 0 else (1, 0)
    return WorldShares(float(found[won]), float(found[lost]), float(found[2]), worlds, float(np.sqrt(between)),
                       tails[won], tails[lost], tails[2])


def _resampled(means, noise, sesoi, picks):
    if picks is None:
        return (np.array([np.nan]),) * 3
    above, below, _ = shares(means[picks], noise[picks], sesoi)
    return above, below, 1 - above - below


def _interval(draws: np.ndarray, share: float, worlds: int, level: float) -> tuple[float, float]:
    low, high = np.quantile(draws, [(1 - level) / 2, (1 + level) / 2])
    least, most = wilson(share, worlds, level)
    return float(np.minimum(low, least)), float(np.maximum(high, most))


def wilson(share: float, worlds: int, level: float) -> tuple[float, float]:
    """Return Wilson's interval for a share seen in `worlds` worlds, within 0 and 1."""
    z2 = stats.norm.ppf((1 + level) / 2) ** 2 / worlds
    centre = (share + z2 / 2) / (1 + z2)
    half = np.sqrt(z2 * share * (1 - share) + z2**2 / 4) / (1 + z2)
    return max(0.0, float(centre - half)), min(1.0, float(centre + half))

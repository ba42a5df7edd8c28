"""Break-even: the value of a coefficient at which an effect changes sign, or passes a size that matters."""

from dataclasses import dataclass

import numpy as np

from analysis.measures.bootstrap import resampled_means


@dataclass(frozen=True)
class BreakEven:
    """Where an effect crosses a size: the value with its interval; NaN where it does not within what was tried.

    share   of resamples in which it is crossed within the values tried
    """

    value: float
    low: float
    high: float
    share: float


def crossing(values: np.ndarray, effects: np.ndarray, size: float = 0.0) -> float:
    """Return the first value at which effects, joined by lines, reach `size` from the other side; NaN if nowhere."""
    above = np.asarray(effects, float) - size
    if above[0] == 0:
        return float(values[0])
    for k in range(1, len(above)):
        if above[k] == 0 or above[k - 1] * above[k] < 0:
            share = above[k - 1] / (above[k - 1] - above[k])
            return float(values[k - 1] + share * (values[k] - values[k - 1]))
    return float("nan")


def break_even(values: np.ndarray, differences: np.ndarray, codes: np.ndarray, size: float = 0.0, level: float = 0.95,
               resamples: int = 1000, seed: int = 0) -> BreakEven:
    """Return where the mean effect crosses `size` over the coefficient's values (rising, shape (V,)).

    `differences` (pairs, V) holds each pair's effect at each value, `codes` the worlds 0..W-1 in
    order. Worlds are resampled, then pairs within them; the interval is of the crossings
    found, and says nothing where fewer than half of the resamples cross.
    """
    place = crossing(values, np.mean([differences[codes == code].mean(axis=0) for code in np.unique(codes)], axis=0),
                     size)
    draws = np.array([crossing(values, row, size) for row in resampled_means(differences, codes, resamples, seed)])
    known = draws[~np.isnan(draws)]
    share = len(known) / resamples
    if share < 0.5:
        return BreakEven(place, float("nan"), float("nan"), share)
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return BreakEven(place, float(low), float(high), share)

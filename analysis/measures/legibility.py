"""The legibility gap: how much more one governance shows than another at equal true quality."""

from itertools import pairwise

import numpy as np

BINS = 12
FEWEST = 8
"""Observations a side that a bin needs to count as common support."""


def legibility_gap(first_true, first_evidenced, second_true, second_evidenced, bins: int = BINS) -> float:
    """Return the integral of E(E - Q | first, Q = q) - E(E - Q | second, Q = q) over the common support.

    The arguments are shares (0-1), any shape; the answer is in percentage points. q is weighted
    by the pooled distribution of true quality. NaN where the supports do not overlap.
    """
    sides = [(np.ravel(true).astype(float), np.ravel(evidenced).astype(float))
             for true, evidenced in ((first_true, first_evidenced), (second_true, second_evidenced))]
    low, high = max(true.min() for true, _ in sides), min(true.max() for true, _ in sides)
    if not low < high:
        return float("nan")
    inside = np.concatenate([true[(true >= low) & (true <= high)] for true, _ in sides])
    edges = np.unique(np.quantile(inside, np.linspace(0, 1, bins + 1)))
    gaps, weights = [], []
    for left, right in pairwise(edges):
        shown = [evidenced[held] - true[held] for true, evidenced in sides
                 for held in [(true >= left) & (true < right if right < edges[-1] else true <= right)]]
        if min(map(len, shown)) >= FEWEST:
            gaps.append(shown[0].mean() - shown[1].mean())
            weights.append(sum(map(len, shown)))
    return float(100 * np.average(gaps, weights=weights)) if gaps else float("nan")

"""Validity: how well what is rated ranks what is true, and what each part of it adds."""

from collections.abc import Sequence

import numpy as np

from analysis.measures.separation import correlations


def rank_validity(score: np.ndarray, truth: np.ndarray) -> float:
    """Return Spearman's correlation of a score with the truth; NaN where either is the same everywhere."""
    known = ~(np.isnan(score) | np.isnan(truth))
    if known.sum() < 3:
        return float("nan")
    return float(correlations(score[known][:, None], truth[known])[0])


def validity_without(points: np.ndarray, counted: Sequence[int], truth: np.ndarray) -> dict[int, float]:
    """Return part -> validity of the sum once that part is dropped (where it counts) or added (where it does not).

    `points` (units, parts) holds the points of every part, `counted` those that make the sum.
    """
    found = {}
    for part in range(points.shape[1]):
        kept = [k for k in counted if k != part] if part in counted else [*counted, part]
        found[part] = rank_validity(points[:, kept].sum(axis=1), truth) if kept else float("nan")
    return found


def covered_share(weights: np.ndarray, read: np.ndarray) -> np.ndarray:
    """Return the share of each row's weight on what is read; weights (rows, things), read (things,) from 0 to 1."""
    total = weights.sum(axis=1)
    return np.divide(weights @ read, total, out=np.full(len(weights), np.nan), where=total > 0)

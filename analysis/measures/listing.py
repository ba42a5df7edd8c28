"""Ratings that were seen only in part: counts of bands where some reports may be likelier to be listed than others."""

from collections.abc import Sequence

import numpy as np
from scipy import special

NODES = 15
HALF = 0.5


def smoothed(shares: np.ndarray, reports: float) -> np.ndarray:
    """Return shares (n, bands) of so many reports with half a report of every band added, so that none is nought."""
    bands = shares.shape[1]
    return (shares * reports + HALF) / (reports + HALF * bands)


def log_counts(counts: Sequence[int], shares: np.ndarray) -> np.ndarray:
    """Return the log chance (n,) of counts by band given shares (n, bands), up to a constant."""
    return np.log(shares) @ np.asarray(counts, dtype=float)


def log_listed(counts: Sequence[int], shares: np.ndarray, spread: float) -> np.ndarray:
    """Return the same for counts of a list that may favour good or bad reports, over all such leanings.

    A report a band better is exp(r) times as likely to be listed, r normal about 0 with this spread; bands are in
    order, worst first.
    """
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES)
    steps = np.arange(shares.shape[1])
    logs = []
    for node in spread * nodes:
        tilted = shares * np.exp(node * steps)
        logs.append(log_counts(counts, tilted / tilted.sum(axis=1, keepdims=True)))
    return special.logsumexp(np.array(logs), axis=0, b=(weights / weights.sum())[:, None])

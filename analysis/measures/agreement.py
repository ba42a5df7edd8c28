"""Agreement of inspectors: how far two of them, judging the same thing, come to the same."""

import numpy as np


def icc(scores: np.ndarray) -> float:
    """Return the intraclass correlation of single raters drawn at random, ICC(2,1) of Shrout & Fleiss (1979).

    `scores` has one row a thing judged and one column a rater (both more than one). NaN where nothing varies.
    """
    things, raters = scores.shape
    grand = scores.mean()
    between = raters * ((scores.mean(axis=1) - grand) ** 2).sum() / (things - 1)
    among = things * ((scores.mean(axis=0) - grand) ** 2).sum() / (raters - 1)
    rest = ((scores - grand) ** 2).sum() - (things - 1) * between - (raters - 1) * among
    error = rest / ((things - 1) * (raters - 1))
    total = between + (raters - 1) * error + raters * (among - error) / things
    return float((between - error) / total) if total > 0 else float("nan")


def weighted_kappa(first: np.ndarray, second: np.ndarray, bands: int = 4) -> float:
    """Return Cohen's kappa of two raters' bands (0..bands-1), disagreement weighing by its square.

    NaN where both give one and the same band to everything: there was nothing to agree on.
    """
    seen = np.zeros((bands, bands))
    np.add.at(seen, (np.asarray(first, int), np.asarray(second, int)), 1.0)
    seen /= seen.sum()
    weight = (np.arange(bands)[:, None] - np.arange(bands)) ** 2.0
    expected = (weight * np.outer(seen.sum(axis=1), seen.sum(axis=0))).sum()
    return float(1.0 - (weight * seen).sum() / expected) if expected > 0 else float("nan")


def pairwise_kappa(bands_given: np.ndarray, bands: int = 4) -> float:
    """Return the mean weighted kappa over pairs of raters; rows are things judged, columns raters."""
    raters = bands_given.shape[1]
    found = [weighted_kappa(bands_given[:, i], bands_given[:, j], bands)
             for i in range(raters) for j in range(i + 1, raters)]
    known = [value for value in found if not np.isnan(value)]
    return float(np.mean(known)) if known else float("nan")

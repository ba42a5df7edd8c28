"""An emulator: a cheap stand-in for a simulator, fitted to its runs, with how far off it is.

Every figure is linear in all inputs and curved (squares and products) in a few, with a step for each rival theory.
Coefficients are shrunk by adaptive ridge regression (after Zou 2006): twice over, each is shrunk the more the smaller
it came out, and the smallest are left out, for most inputs do nothing to a figure. How strongly is chosen by
generalised cross-validation. What the emulator misses is read off runs that a fit has not seen, fold by fold.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

MIDDLE = 0.5
PENALTIES = np.geomspace(1e-3, 1e2, 21)
"""Of ridge regression on standardised columns, as a share of the number of runs."""
ROUNDS, SMALLEST, FOLDS = 2, 0.05, 5
"""Rounds of shrinking anew; coefficients below this share of the largest are left out; folds of runs."""


class Emulator(NamedTuple):
    """Figures (m) from inputs (d) placed in (0, 1) and theories (t steps).

    constant (m,), slopes (m, d), curves (m, f, f) symmetric for the inputs `curved` (f,), steps (m, t); `misses`
    (m, m) is the covariance of what it misses (luck of a run included), `explained` (m,) the share of variance it
    predicts in runs left out.
    """

    constant: np.ndarray
    slopes: np.ndarray
    curves: np.ndarray
    curved: np.ndarray
    steps: np.ndarray
    misses: np.ndarray
    explained: np.ndarray

    def predict(self, inputs: np.ndarray, steps: np.ndarray) -> np.ndarray:
        """Return figures (n, m) at inputs (n, d) and theory steps (n, t)."""
        x = inputs - MIDDLE
        return self.constant + x @ self.slopes.T + bent(x[:, self.curved], self.curves) + steps @ self.steps.T

    def only(self, figures: Sequence[int]) -> "Emulator":
        """Return the emulator of some of the figures."""
        rows = np.asarray(figures, dtype=int)
        return self._replace(constant=self.constant[rows], slopes=self.slopes[rows], curves=self.curves[rows],
                             steps=self.steps[rows], misses=self.misses[np.ix_(rows, rows)],
                             explained=self.explained[rows])


def bent(x: np.ndarray, curves: np.ndarray) -> np.ndarray:
    """Return the curved part (n, m) of figures at x (n, f), for curves (m, f, f)."""
    n, f = x.shape
    return (x[:, :, None] * x[:, None, :]).reshape(n, f * f) @ curves.reshape(len(curves), f * f).T


def fit(inputs: np.ndarray, steps: np.ndarray, figures: np.ndarray, curved: Sequence[int] = ()) -> Emulator:
    """Return the emulator of figures (n, m) from inputs (n, d) and theory steps (n, t), curved in some inputs.

    A figure that is missing (NaN) in a run is set to its mean there. Raises ValueError with fewer than 8 runs.
    """
    n, d = inputs.shape
    if n < 8:
        raise ValueError(f"{n} runs are too few for an emulator")
    known = np.where(np.isfinite(figures), figures, np.nanmean(figures, axis=0))
    first, second = np.triu_indices(len(curved))
    x = inputs - MIDDLE
    f = x[:, list(curved)]
    table = np.hstack([x, steps, f[:, first] * f[:, second]])
    means, centre = table.mean(axis=0), known.mean(axis=0)
    found, misses, explained = _ridge(table - means, known - centre)
    t = steps.shape[1]
    curves = np.zeros((known.shape[1], len(curved), len(curved)))
    products = found[d + t:].T
    curves[:, first, second] += products / 2
    curves[:, second, first] += products / 2
    return Emulator(centre - means @ found, found[:d].T, curves, np.array(curved, dtype=int), found[d:d + t].T, misses,
                    explained)


def _ridge(table: np.ndarray, figures: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return coefficients (q, m), the covariance (m, m) of misses in folds left out, and the share explained."""
    n = len(table)
    spread = table.std(axis=0)
    spread[spread == 0] = 1.0
    z = table / spread
    whole, against, square = z.T @ z, z.T @ figures, (figures**2).sum(axis=0)
    missed = np.empty_like(figures)
    for fold in range(min(FOLDS, n)):
        rows = np.arange(fold, n, FOLDS)
        out, seen = z[rows], figures[rows]
        found = _shrunk(whole - out.T @ out, against - out.T @ seen, square - (seen**2).sum(axis=0), n - len(rows))
        missed[rows] = seen - out @ found
    explained = 1 - (missed**2).sum(axis=0) / np.where(square > 0, square, 1.0)
    return _shrunk(whole, against, square, n) / spread[:, None], missed.T @ missed / n, explained


def _shrunk(whole: np.ndarray, against: np.ndarray, square: np.ndarray, n: int) -> np.ndarray:
    """Return coefficients (q, m) of standardised columns, from their products with one another and with figures."""
    found = np.zeros_like(against)
    values, vectors = np.linalg.eigh(whole)
    for k in range(against.shape[1]):
        b = _by_cross_validation(values, vectors, against[:, k], square[k], n)
        for _ in range(ROUNDS):
            weight = np.abs(b) / max(float(np.abs(b).max()), np.finfo(float).tiny)
            kept = np.flatnonzero(weight >= SMALLEST)
            w, b = weight[kept], np.zeros_like(b)
            parts = np.linalg.eigh(whole[np.ix_(kept, kept)] * w[:, None] * w)
            b[kept] = w * _by_cross_validation(*parts, w * against[kept, k], square[k], n)
        found[:, k] = b
    return found


def _by_cross_validation(values: np.ndarray, vectors: np.ndarray, against: np.ndarray, square: float,
                         n: int) -> np.ndarray:
    """Return ridge coefficients from eigenvalues and vectors of the columns' products, by the best of PENALTIES."""
    values, turned = np.maximum(values, 0.0), vectors.T @ against
    best, kept = np.inf, np.zeros_like(values)
    for penalty in PENALTIES * n:
        b = turned / (values + penalty)
        left = square - 2 * b @ turned + b**2 @ values
        used = 1 + (values / (values + penalty)).sum()
        cost = left / (n - used)**2 if used < n else np.inf
        if cost < best:
            best, kept = cost, b
    return vectors @ kept


def weight_of_inputs(emulator: Emulator, scale: np.ndarray, groups: Sequence[str]) -> np.ndarray:
    """Return (d,): the share that each input has in what could be learnt from the figures, all inputs uniform.

    Of each figure, the variance owed to an input over all variance (what is missed and `scale`, its own error, too);
    a mean over the figures of a group, then over groups.
    """
    owed = emulator.slopes**2 / 12
    share = owed / (owed.sum(axis=1) + np.diag(emulator.misses) + scale**2)[:, None]
    names = list(dict.fromkeys(groups))
    return np.mean([share[[g == name for g in groups]].mean(axis=0) for name in names], axis=0)

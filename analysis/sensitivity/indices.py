"""Sobol' indices read off an emulator, with intervals from emulators of resampled paths."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.sensitivity.polynomial import Basis, Emulator, refits

COLUMNS = ["cause", "alone", "alone_low", "alone_high", "total", "total_low", "total_high"]


def sobol_indices(
    basis: Basis, causes: Sequence[str], places: np.ndarray, outcome: np.ndarray, clusters: np.ndarray, *,
    most: int = 40, level: float = 0.95, resamples: int = 100, seed: int = 0,
) -> pd.DataFrame:
    """Return COLUMNS, one row a cause, largest first: shares of the outcome's variance in the runs.

    `alone` is the first-order and `total` the total index. Shares are of everything that varied, so they
    add up to what the emulator explains, not to 1: what is left is luck and what it cannot follow. Each
    resample of clusters chooses its terms anew.
    """
    draws = [emulated_shares(emulator, len(causes), float(outcome[rows].var()))
             for emulator, rows in refits(basis, places, outcome, clusters, most, resamples, seed)]
    own, (low, high) = draws[0], np.quantile(draws[1:], [(1 - level) / 2, (1 + level) / 2], axis=0)
    table = pd.DataFrame({"cause": list(causes), "alone": own[0], "alone_low": low[0], "alone_high": high[0],
                          "total": own[1], "total_low": low[1], "total_high": high[1]})
    return table.sort_values("total", ascending=False, kind="stable", ignore_index=True)[COLUMNS]


def emulated_shares(emulator: Emulator, n: int, variance: float) -> np.ndarray:
    """Return (2, causes): each cause's first-order and total share of a variance, from squared coefficients."""
    shares = np.zeros((2, n))
    for term, coefficient in zip(emulator.terms, emulator.coefficients, strict=True):
        for cause, _ in term:
            shares[1, cause] += coefficient**2
        if len(term) == 1:
            shares[0, term[0][0]] += coefficient**2
    return shares / variance if variance > 0 else shares

"""Shapley shares of the variance where causes go together, as they do in calibrated worlds.

The worth of a set of causes is what a regression on them alone explains (linear and squared
terms, adjusted for their number); the Shapley value divides what all explain. A cause that
only stands in for another shares its worth; shares sum to what all of them explain.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.measures.attribution import coalitions, shapley
from analysis.measures.separation import correlations

COLUMNS = ["cause", "share", "low", "high"]
MOST = 8
"""Causes at most: every set of them is fitted, 2**8 regressions."""


def shapley_shares(
    causes: Sequence[str], values: np.ndarray, outcome: np.ndarray, *, level: float = 0.95, resamples: int = 200,
    seed: int = 0,
) -> pd.DataFrame:
    """Return COLUMNS, one row a cause, largest first; `values` (runs, causes) in any unit, `outcome` (runs,).

    Raises ValueError for more than MOST causes, or for fewer runs than three a term.
    """
    if len(causes) > MOST or len(outcome) < 6 * len(causes):
        raise ValueError(f"Shapley shares take at most {MOST} causes, and at least 6 runs a cause")
    rng = np.random.default_rng(seed)
    own = _shares(causes, values, outcome)
    picks = rng.integers(len(outcome), size=(resamples, len(outcome)))
    low, high = np.quantile([_shares(causes, values[pick], outcome[pick]) for pick in picks],
                            [(1 - level) / 2, (1 + level) / 2], axis=0)
    table = pd.DataFrame({"cause": list(causes), "share": own, "low": low, "high": high})
    return table.sort_values("share", ascending=False, kind="stable", ignore_index=True)


def _shares(causes: Sequence[str], values: np.ndarray, outcome: np.ndarray) -> list[float]:
    spread = values.std(axis=0)
    z = (values - values.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    terms = np.hstack([z, z**2 - (z**2).mean(axis=0)])
    y = outcome - outcome.mean()
    gram, product, whole, n = terms.T @ terms, terms.T @ y, float(y @ y), len(y)
    worth = {}
    for chosen in coalitions(tuple(causes)):
        at = [k for k, name in enumerate(causes) if name in chosen]
        both = [*at, *(k + len(causes) for k in at)]
        explained = product[both] @ np.linalg.pinv(gram[np.ix_(both, both)], hermitian=True) @ product[both]
        raw = explained / whole if whole > 0 else 0.0
        worth[chosen] = np.asarray(1 - (1 - raw) * (n - 1) / (n - 1 - len(both)))
    found = shapley(worth, tuple(causes))
    return [float(found[name]) for name in causes]


def strongest(table: pd.DataFrame, outcome: np.ndarray, most: int = MOST) -> list[str]:
    """Return the columns of a table of worlds that go with the outcome most closely, by rank correlation."""
    varying = table.loc[:, table.max() > table.min()]
    found = np.abs(correlations(varying.to_numpy(float), outcome))
    return [str(varying.columns[k]) for k in np.argsort(-found, kind="stable")[:most]]


def chance_share(table: pd.DataFrame, outcome: np.ndarray, most: int, *, level: float = 0.95, shuffles: int = 80,
                 seed: int = 0) -> float:
    """Return what the largest share would reach 1 time in 20 if nothing in the table mattered.

    Worlds are shuffled and the strongest chosen anew: among hundreds of causes some go with anything.
    """
    rng, largest = np.random.default_rng(seed), []
    for _ in range(shuffles):
        shuffled = rng.permutation(outcome)
        names = strongest(table, shuffled, most)
        largest.append(max(_shares(names, table[names].to_numpy(float), shuffled)))
    return float(np.quantile(largest, level, method="higher"))

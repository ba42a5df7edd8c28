"""Which assumptions separate the worlds: rank correlation of a world's effect with each parameter.

With many parameters and few worlds the largest correlation is large by chance alone. So
each table also carries the level that the largest of all of them would pass in one case
of twenty if none mattered (from shuffling the effects among the worlds).
"""

import numpy as np
import pandas as pd
from scipy import stats

COLUMNS = ["parameter", "correlation", "low", "high", "chance"]


def rank_separation(
    parameters: pd.DataFrame, effect: pd.Series, *, level: float = 0.95, resamples: int = 1000, seed: int = 0,
) -> pd.DataFrame:
    """Return one row a parameter that varies, strongest first: Spearman's correlation with `effect`.

    `parameters` has one row a world and one column a parameter; `effect` is indexed alike.
    `low` and `high` are percentile bootstrap limits over worlds, `chance` the threshold for
    the largest of all. Worlds without an effect are left out; an empty table is returned
    with fewer than 4 worlds, or where the effect is the same in all. Raises ValueError
    where the two are not indexed alike.
    """
    if not parameters.index.equals(effect.index):
        raise ValueError("parameters and effect must be indexed by the same worlds")
    known = effect.notna()
    table, y = parameters.loc[known], effect[known].to_numpy(dtype=float)
    table = table.loc[:, table.max() > table.min()]
    if len(y) < 4 or table.empty or np.ptp(y) == 0:
        return pd.DataFrame(columns=COLUMNS)
    x = table.to_numpy(dtype=float)
    rng = np.random.default_rng(seed)
    picks = rng.integers(len(y), size=(resamples, len(y)))
    draws = np.stack([correlations(x[pick], y[pick]) for pick in picks])
    low, high = np.nanquantile(draws, [(1 - level) / 2, (1 + level) / 2], axis=0)
    found = pd.DataFrame({"parameter": table.columns, "correlation": correlations(x, y), "low": low, "high": high,
                          "chance": chance_level(x, y, level, resamples, rng)})
    order = found["correlation"].abs().sort_values(ascending=False, kind="stable").index
    return found.loc[order].reset_index(drop=True)


def correlations(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return Spearman's correlation of each column of x (worlds, parameters) with y; NaN where one is constant."""
    ranks, other = stats.rankdata(x, axis=0), stats.rankdata(y)
    ranks = ranks - ranks.mean(axis=0)
    other = other - other.mean()
    size = np.sqrt((ranks**2).sum(axis=0) * (other**2).sum())
    return np.divide(other @ ranks, size, out=np.full(ranks.shape[1], np.nan), where=size > 0)


def chance_level(x: np.ndarray, y: np.ndarray, level: float, shuffles: int, rng: np.random.Generator) -> float:
    """Return the `level` quantile of the largest absolute correlation when effects are shuffled."""
    shuffled = np.stack([rng.permutation(y) for _ in range(shuffles)])
    ranks = stats.rankdata(x, axis=0)
    ranks = (ranks - ranks.mean(axis=0)) / ranks.std(axis=0)
    others = stats.rankdata(shuffled, axis=1)
    spread = others.std(axis=1, keepdims=True)
    if not spread.all():
        return float("nan")
    largest = np.abs((others - others.mean(axis=1, keepdims=True)) / spread @ ranks / len(y)).max(axis=1)
    return float(np.quantile(largest, level))

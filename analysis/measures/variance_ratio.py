"""What common random numbers buy: how many times fewer runs a paired comparison needs.

Two independent runs differ with variance var(a) + var(b); a pair with var(a - b). Their
ratio is above 1 where shared luck moves both sides alike, and below 1 where it moves them
apart. Variances are within worlds (pooled), since worlds are shared by design either way.
"""

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import within_squares, world_means


def variance_ratios(a: pd.DataFrame, b: pd.DataFrame) -> pd.DataFrame:
    """Return one row an outcome: `unpaired` and `paired` variance, their `ratio`, and complete `pairs`.

    `a` and `b` are aligned tables indexed by (world, replicate), one column an outcome.
    The ratio is NaN where there are too few pairs or nothing varies, infinite where a pair
    shares all its luck. Raises ValueError where the tables are not aligned.
    """
    if not (a.index.equals(b.index) and a.columns.equals(b.columns)):
        raise ValueError("the two sides must have the same pairs and outcomes, in the same order")
    rows = []
    for name in a.columns:
        both = pd.DataFrame({"a": a[name], "b": b[name]}).dropna()
        own_a, own_b, gap = (_pooled(x, both.index) for x in (both["a"], both["b"], both["a"] - both["b"]))
        rows.append((name, own_a + own_b, gap, _ratio(own_a + own_b, gap), len(both)))
    return pd.DataFrame(rows, columns=["outcome", "unpaired", "paired", "ratio", "pairs"])


def _pooled(values: pd.Series, index: pd.MultiIndex) -> float:
    codes = pd.factorize(index.get_level_values("world"), sort=True)[0]
    degrees = len(values) - len(np.unique(codes))
    if degrees < 1:
        return float("nan")
    column = values.to_numpy(dtype=float)[:, None]
    means, _ = world_means(column, codes)
    return float(within_squares(column, codes, means).sum() / degrees)


def _ratio(unpaired: float, paired: float) -> float:
    if paired > 0:
        return unpaired / paired
    return float("inf") if unpaired > 0 else float("nan")

"""Regret: what choosing one of two costs in worlds where the other would have done better."""

import numpy as np
import pandas as pd

COLUMNS = ("side", "mean", "nine_in_ten", "largest", "worlds")


def regrets(effects: np.ndarray, better: int, first: str, second: str) -> pd.DataFrame:
    """Return COLUMNS, a row a side: its regret over worlds, in the outcome's unit.

    `effects` (worlds,) are first minus second; `better` is +1 where more is better, -1 where
    less is. A world's regret of a side is how much better the other does there, and 0 where
    it does no better. Luck left in a world's effect adds to both. Raises ValueError for better = 0.
    """
    if better == 0:
        raise ValueError("regret needs an outcome of which more or less is better")
    gains = better * np.asarray(effects, dtype=float)
    rows = []
    for side, lost in ((first, np.maximum(-gains, 0.0)), (second, np.maximum(gains, 0.0))):
        rows.append((side, float(lost.mean()), float(np.quantile(lost, 0.9)), float(lost.max()), len(lost)))
    return pd.DataFrame(rows, columns=list(COLUMNS))

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
    both = lost(np.column_stack([gains, np.zeros_like(gains)]))
    rows = [(side, float(own.mean()), float(np.quantile(own, 0.9)), float(own.max()), len(own))
            for side, own in zip((first, second), both.T)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def lost(benefits: np.ndarray) -> np.ndarray:
    """Return what each option loses in each world against the best of them there; both (worlds, options)."""
    return benefits.max(axis=1, keepdims=True) - benefits

"""Variance split into groups of causes, by paths from one draw of everything to another.

A path begins with every group as in draw A and takes the groups one after another, in an
order of its own, from draw B. With F0, F1, ..., Fk the outcomes along it, the share of the
group taken j-th is

    E[(Fj - Fj-1)(Fk - F0)] / E[(Fk - F0)^2]

For independent draws and random orders this is the group's Shapley effect (Goda 2021, the
estimator taken from both ends of the path and averaged): shares sum to 1 exactly, and what
groups do only together is divided between them. No emulator is needed.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

COLUMNS = ["group", "share", "low", "high"]


def variance_shares(
    groups: Sequence[str], values: np.ndarray, orders: np.ndarray, *, level: float = 0.95, resamples: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Return COLUMNS: each group's share of the outcome's variance (sum 1), with intervals resampling paths.

    `values` (paths, groups + 1) are the outcomes along each path, `orders` (paths, groups) which
    group was taken at each step. A share may come out slightly below nought by chance. Raises
    ValueError where a value is missing or nothing varies.
    """
    values, orders = np.asarray(values, float), np.asarray(orders)
    if not np.isfinite(values).all():
        raise ValueError("shares of variance need the outcome at every step of every path")
    whole = values[:, -1] - values[:, 0]
    if not whole.any():
        raise ValueError("the outcome does not vary: there is no variance to split")
    steps = np.zeros(orders.shape)
    np.put_along_axis(steps, orders, np.diff(values, axis=1), axis=1)
    products = np.column_stack([steps * whole[:, None], whole**2])
    picks = np.random.default_rng(seed).integers(len(whole), size=(resamples, len(whole)))
    draws = products[picks].mean(axis=1)
    shares = products[:, :-1].mean(axis=0) / products[:, -1].mean()
    low, high = np.quantile(draws[:, :-1] / draws[:, -1:], [(1 - level) / 2, (1 + level) / 2], axis=0)
    return pd.DataFrame({"group": list(groups), "share": shares, "low": low, "high": high})


def random_orders(paths: int, groups: int, seed: int) -> np.ndarray:
    """Return (paths, groups): an order a path, each group equally often at each place of a block of `groups` paths."""
    rng = np.random.default_rng(seed)
    rows: list[np.ndarray] = []
    while len(rows) < paths:
        names, turn = rng.permutation(groups), rng.permutation(groups)
        rows += [np.roll(names, -int(shift)) for shift in turn]
    return np.array(rows[:paths])

"""Choosing among options by several outcomes at once: fronts, satisficing and regret.

All values are gains: oriented so that more is better, in units of each outcome's smallest effect
of interest, against one comparator. Gains that round to the same whole number of such units
count as alike, so that luck makes no front.
"""

import numpy as np

from analysis.measures.regret import lost


def alike(gains: np.ndarray) -> np.ndarray:
    """Return gains (options, outcomes) rounded to whole smallest effects: nearer than half of one is none."""
    return np.rint(gains)


def non_dominated(values: np.ndarray) -> np.ndarray:
    """Return (options,) True where no other option is at least as good in every outcome and better in one."""
    at_least = (values[:, None, :] >= values[None, :, :]).all(axis=2)
    better = (values[:, None, :] > values[None, :, :]).any(axis=2)
    return np.asarray(~np.logical_and(at_least, better).any(axis=0))


def fronts(values: np.ndarray) -> np.ndarray:
    """Return (options,) the number of the front each lies on: 0 those that nothing dominates, 1 the next, ..."""
    number = np.full(len(values), -1)
    for front in range(len(values)):
        left = np.flatnonzero(number < 0)
        if not len(left):
            break
        number[left[non_dominated(values[left])]] = front
    return number


def crowding(values: np.ndarray) -> np.ndarray:
    """Return (options,) how far each is from its neighbours on a front, as Deb et al. (2002); the ends infinite."""
    distance = np.zeros(len(values))
    for column in values.T:
        order, span = np.argsort(column, kind="stable"), np.ptp(column)
        distance[order[[0, -1]]] = np.inf
        if span > 0 and len(order) > 2:
            distance[order[1:-1]] += (column[order[2:]] - column[order[:-2]]) / span
    return distance


def best(gains: np.ndarray, n: int) -> np.ndarray:
    """Return the places of the n best options: by front of gains alike, then the least crowded of raw gains."""
    number = fronts(alike(gains))
    apart = np.zeros(len(gains))
    for front in np.unique(number):
        own = np.flatnonzero(number == front)
        apart[own] = crowding(gains[own])
    return np.lexsort((-gains.sum(axis=1), -apart, number))[:n]


def offspring(parents: np.ndarray, n: int, rng: np.random.Generator, change: float = 0.2) -> np.ndarray:
    """Return n children (n, levers) of parents in [0, 1]: each lever from one of two of them, some of them moved."""
    pairs = rng.integers(len(parents), size=(n, 2))
    first = rng.random((n, parents.shape[1])) < 0.5
    children = np.where(first, parents[pairs[:, 0]], parents[pairs[:, 1]])
    moved = rng.random(children.shape) < max(1.5 / parents.shape[1], 0.05)
    steps = np.where(rng.random(children.shape) < 0.5, rng.normal(0, change, children.shape),
                     rng.random(children.shape) - children)
    return np.clip(children + moved * steps, 0.0, 1.0)


def satisficing(gains: np.ndarray) -> float:
    """Return the share of worlds in which an option does no harm and some good; gains (worlds, outcomes).

    No outcome is worse, and one at least is better, by more than the smallest effect of interest.
    """
    return float(((gains > -1).all(axis=1) & (gains > 1).any(axis=1)).mean())


def regrets(benefits: np.ndarray, quantile: float = 0.9) -> tuple[np.ndarray, np.ndarray]:
    """Return (mean, quantile), each (options,): what is lost in a world against its best option; (worlds, options)."""
    own = lost(benefits)
    return own.mean(axis=0), np.quantile(own, quantile, axis=0)

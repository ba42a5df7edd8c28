"""PRIM: few limits on assumptions that mark out the worlds of one kind, and whether they can be trusted.

Patient rule induction (Friedman and Fisher 1999) peels a tenth of the worlds left off one
end of one assumption at a time, always the peel that leaves the largest share of worlds
of the kind sought. Of the boxes on the way the one with the largest quality is kept: the
gain in the share over all worlds, times the root of the share of worlds left in (Kloesgen
1996), which is what a test of the gain would look at. Then limits (an end of an
assumption) are dropped, always the one that costs least quality, until at most three are
left and each is worth its keep. A box is found on one half of the worlds and scored on
the other. A limit is told only if it comes back in most resamples of the first half, and
if the limits told do mark out worlds of the kind in the other half: resamples alone
would also bring back what was chance in the half they are drawn from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.worlds import wilson

PEEL, LEAST_LEFT, MOST_LIMITS = 0.1, 0.1, 3
STABLE, RESAMPLES = 0.70, 100
AT_LEAST, AT_MOST = "at least", "at most"
COLUMNS = ("parameter", "side", "value", "stability", "told")


class Limit(NamedTuple):
    """One end of one assumption: worlds are in where the assumption is at least (or at most) the value."""

    column: int
    side: str
    value: float

    def holds(self, x: np.ndarray) -> np.ndarray:
        """Return which worlds (rows of x) are within the limit."""
        return x[:, self.column] >= self.value if self.side == AT_LEAST else x[:, self.column] <= self.value


@dataclass(frozen=True)
class Score:
    """How a box fares: share of worlds of the kind in all and in the box (with its interval), and share of them held.

    share, low, high    of the worlds in the box, those of the kind
    coverage            of the worlds of the kind, those in the box
    """

    worlds: int
    of_kind: float
    inside: int
    share: float
    low: float
    high: float
    coverage: float


def within(x: np.ndarray, limits: Sequence[Limit]) -> np.ndarray:
    """Return which worlds (rows of x) are within all limits."""
    inside = np.ones(len(x), dtype=bool)
    for limit in limits:
        inside &= limit.holds(x)
    return inside


def find_box(x: np.ndarray, kind: np.ndarray, most: int = MOST_LIMITS) -> list[Limit]:
    """Return the limits of the best box: x is (worlds, assumptions), kind (worlds,) whether a world is of the kind.

    Empty where no peel raises the share of worlds of the kind.
    """
    inside, limits = np.ones(len(x), dtype=bool), dict[tuple[int, str], float]()
    best: list[Limit] = []
    while inside.sum() * (1 - PEEL) >= max(LEAST_LEFT * len(x), 2) and not kind[inside].all():
        peeled = _best_peel(x[inside], kind[inside])
        if peeled is None:
            break
        limits[(peeled.column, peeled.side)] = peeled.value
        inside = inside & peeled.holds(x)
        now = [Limit(*key, value) for key, value in limits.items()]
        if quality(x, kind, now) > quality(x, kind, best):
            best = now
    return _pruned(x, kind, best, most)


def quality(x: np.ndarray, kind: np.ndarray, limits: Sequence[Limit]) -> float:
    """Return the gain in the share of worlds of the kind times the root of the share of worlds within; 0 if empty."""
    inside = within(x, limits)
    return float((kind[inside].mean() - kind.mean()) * np.sqrt(inside.mean())) if inside.any() else 0.0


def _pruned(x: np.ndarray, kind: np.ndarray, limits: list[Limit], most: int) -> list[Limit]:
    """Return the limits without those that are too many or cost no quality to drop."""
    while limits:
        fewer = [[limit for limit in limits if limit is not dropped] for dropped in limits]
        best = max(fewer, key=lambda kept: quality(x, kind, kept))
        if len(limits) <= most and quality(x, kind, best) < quality(x, kind, limits):
            break
        limits = best
    return limits


def _best_peel(left: np.ndarray, kind: np.ndarray) -> Limit | None:
    """Return the peel after which the largest share is of the kind; None where none takes a world away."""
    found, share, wanted = None, -1.0, kind.astype(float)
    gone = max(int(PEEL * len(left)), 1)
    for side, place in ((AT_LEAST, gone), (AT_MOST, len(left) - 1 - gone)):
        edges = np.partition(left, place, axis=0)[place]
        kept = left >= edges if side == AT_LEAST else left <= edges
        sizes = kept.sum(axis=0)
        shares = np.divide(wanted @ kept, sizes, out=np.full(len(edges), -1.0), where=(sizes > 0) & (sizes < len(left)))
        column = int(np.argmax(shares))
        if shares[column] > share:
            found, share = Limit(column, side, float(edges[column])), float(shares[column])
    return found


def score(x: np.ndarray, kind: np.ndarray, limits: Sequence[Limit], level: float = 0.95) -> Score:
    """Return how a box fares on worlds; NaN where no world is in it or none is of the kind."""
    inside = within(x, limits)
    n, hits = int(inside.sum()), int((inside & kind).sum())
    low, high = wilson(hits / n, n, level) if n else (np.nan, np.nan)
    return Score(len(x), float(kind.mean()), n, hits / n if n else np.nan, low, high,
                 hits / kind.sum() if kind.any() else np.nan)


def stability(x: np.ndarray, kind: np.ndarray, limits: Sequence[Limit], resamples: int = RESAMPLES,
              seed: int = 0) -> list[float]:
    """Return in what share of resamples of the worlds each limit's assumption and side come back."""
    rng, counts = np.random.default_rng(seed), dict.fromkeys([(limit.column, limit.side) for limit in limits], 0)
    for _ in range(resamples if limits else 0):
        pick = rng.integers(len(x), size=len(x))
        for limit in find_box(x[pick], kind[pick]):
            if (limit.column, limit.side) in counts:
                counts[(limit.column, limit.side)] += 1
    return [count / resamples for count in counts.values()]


def discover(parameters: pd.DataFrame, kind: pd.Series, resamples: int = RESAMPLES,
             seed: int = 0) -> tuple[pd.DataFrame, Score]:
    """Return the limits (COLUMNS) found on every other world, and the score of those worth telling on the rest.

    `parameters` has a row a world, `kind` is indexed alike. `told` says whether a limit came back in
    at least 70% of resamples, and those that did mark out the kind in the other half too; the score is that
    of these alone (of all worlds where there is none).
    """
    x, sought = parameters.to_numpy(dtype=float), kind.to_numpy(dtype=bool)
    train, test = slice(0, None, 2), slice(1, None, 2)
    limits = find_box(x[train], sought[train])
    shares = stability(x[train], sought[train], limits, resamples, seed)
    rows = [(parameters.columns[limit.column], limit.side, limit.value, share, share >= STABLE)
            for limit, share in zip(limits, shares, strict=True)]
    stable = [limit for limit, share in zip(limits, shares, strict=True) if share >= STABLE]
    scored = score(x[test], sought[test], stable)
    if not scored.low > scored.of_kind:
        rows, scored = [(*row[:-1], False) for row in rows], score(x[test], sought[test], [])
    return pd.DataFrame(rows, columns=list(COLUMNS)), scored

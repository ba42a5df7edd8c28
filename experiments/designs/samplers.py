"""Samplers: places in the unit cube, row by row, each row from its number alone.

`random`, `sobol` and `morris` keep their first rows when more points are asked for;
`lhs` and `grid` do not.
"""

import warnings
from abc import ABC, abstractmethod
from typing import Any

import numpy as np

SEED = 20241110
"""Fixed, so that the same words give the same design; luck belongs to the runs, not to the points."""
CHUNK = 1024


class Sampler(ABC):
    """Rows of places between 0 and 1; `rows` is their number and `axes` their width."""

    rows: int
    axes: int

    @abstractmethod
    def take(self, start: int, stop: int) -> np.ndarray:
        """Return rows start to stop - 1, shape (stop - start, axes)."""


class Random(Sampler):
    """Independent uniform points."""

    def __init__(self, points: int, axes: int) -> None:
        self.rows, self.axes = points, axes

    def take(self, start: int, stop: int) -> np.ndarray:
        """Return rows from whole chunks, each with its own generator."""
        first = start // CHUNK
        chunks = [np.random.default_rng([SEED, chunk]).random((CHUNK, self.axes))
                  for chunk in range(first, (stop - 1) // CHUNK + 1)]
        return np.concatenate(chunks)[start - first * CHUNK:stop - first * CHUNK]


class Lhs(Sampler):
    """A Latin hypercube: on each axis every one of `points` equal strata is met once."""

    def __init__(self, points: int, axes: int) -> None:
        self.rows, self.axes = points, axes
        self._bits = max(2, (points - 1).bit_length())
        self._keys = np.random.default_rng([SEED, axes]).integers(0, 2**63, (4, axes), dtype=np.uint64)
        self._jitter = Random(points, axes)

    def take(self, start: int, stop: int) -> np.ndarray:
        """Return rows: a keyed permutation of the strata, and a random place within each."""
        strata = self._permuted(np.repeat(np.arange(start, stop, dtype=np.uint64)[:, None], self.axes, axis=1))
        return (strata + self._jitter.take(start, stop)) / self.rows

    def _permuted(self, numbers: np.ndarray) -> np.ndarray:
        """Return a permutation of 0..points-1, one an axis: mixing within 2**bits, again where it falls outside."""
        numbers = self._mixed(numbers)
        while (outside := numbers >= self.rows).any():
            numbers = np.where(outside, self._mixed(numbers), numbers)
        return numbers

    def _mixed(self, x: np.ndarray) -> np.ndarray:
        """Return a bijection of the whole numbers below 2**bits, of its own for each axis: odd factors and shifts."""
        mask, half = np.uint64(2**self._bits - 1), np.uint64((self._bits + 1) // 2)
        for key in self._keys:
            x = ((x ^ (key & mask)) * (key >> np.uint64(16) | np.uint64(1))) & mask
            x = x ^ (x >> half)
            x = (x + (key >> np.uint64(32))) & mask
        return x


class Sobol(Sampler):
    """Crossed points for Sobol' indices (Saltelli): A, A with each axis in turn from B, then B.

    `points` is the number of base points, a power of two; each gives axes + 2 rows, in the
    order in which SALib's `sobol.analyze(..., calc_second_order=False)` reads them.
    """

    def __init__(self, points: int, axes: int) -> None:
        self.rows, self.axes = points * (axes + 2), axes
        self._base: Any = None

    def take(self, start: int, stop: int) -> np.ndarray:
        """Return rows of whole base points, cut to what was asked for."""
        width = self.axes + 2
        first, last = start // width, (stop - 1) // width + 1
        crossed = np.concatenate([self._crossed(row) for row in self._bases(first, last)])
        return crossed[start - first * width:stop - first * width]

    def _bases(self, first: int, last: int) -> np.ndarray:
        """Return base points by their numbers; going on from where the last call ended costs nothing."""
        from scipy.stats import qmc

        if self._base is None or self._base.num_generated > first:
            self._base = qmc.Sobol(2 * self.axes, scramble=True, rng=SEED)
        if first > self._base.num_generated:
            self._base.fast_forward(first - self._base.num_generated)
        with warnings.catch_warnings():
            # the balance spoken of is that of the whole design, whose size is a power of two
            warnings.filterwarnings("ignore", message="The balance properties")
            return self._base.random(last - first)

    def _crossed(self, row: np.ndarray) -> np.ndarray:
        a, b = row[:self.axes], row[self.axes:]
        rows = np.tile(a, (self.axes + 2, 1))
        rows[np.arange(1, self.axes + 1), np.arange(self.axes)] = b
        rows[-1] = b
        return rows


class Morris(Sampler):
    """Trajectories for elementary effects: four levels, each axis moved once by two thirds, in random order.

    `points` is the number of trajectories; each gives axes + 1 rows.
    """

    LEVELS = 4

    def __init__(self, points: int, axes: int) -> None:
        self.rows, self.axes = points * (axes + 1), axes

    def take(self, start: int, stop: int) -> np.ndarray:
        """Return rows of whole trajectories, cut to what was asked for."""
        width = self.axes + 1
        first, last = start // width, (stop - 1) // width + 1
        rows = np.concatenate([self._trajectory(number) for number in range(first, last)])
        return rows[start - first * width:stop - first * width]

    def _trajectory(self, number: int) -> np.ndarray:
        rng = np.random.default_rng([SEED, self.axes, number])
        low = rng.integers(0, self.LEVELS // 2, self.axes)
        up = rng.integers(0, 2, self.axes)
        when = rng.permutation(self.axes)
        moved = np.arange(self.axes + 1)[:, None] > when
        return (low + (moved ^ (up == 0)) * (self.LEVELS // 2)) / (self.LEVELS - 1)


class Grid(Sampler):
    """Every combination of levels, the last axis fastest; `levels` holds their number on each axis."""

    def __init__(self, levels: tuple[int, ...]) -> None:
        self.axes, self.levels = len(levels), levels
        self.rows = int(np.prod([int(level) for level in levels], dtype=object))

    def take(self, start: int, stop: int) -> np.ndarray:
        """Return rows by counting in mixed radix."""
        numbers, columns = np.arange(start, stop), []
        for level in reversed(self.levels):
            columns.append(numbers % level / max(1, level - 1))
            numbers = numbers // level
        return np.column_stack(columns[::-1])

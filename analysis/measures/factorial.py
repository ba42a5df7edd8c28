"""Factorial contrasts of paired runs: what each factor moves, and how far that depends on the others.

Factors have two levels, 0 and 1. A main effect is level 1 less level 0, averaged over the
settings of the others. An interaction of two is the effect of one at level 1 of the other
less that at level 0 (an effect of an effect), averaged over the rest; of three, the
difference between two such. Cells share world and luck, so a contrast is taken pair by pair.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations, product

import pandas as pd

Setting = tuple[int, ...]


def contrasts(factors: Sequence[str], order: int = 2) -> list[tuple[str, ...]]:
    """Return the effects to be had: single factors, then sets of two and more up to `order`."""
    return [chosen for size in range(1, order + 1) for chosen in combinations(factors, size)]


def settings(factors: Sequence[str]) -> list[Setting]:
    """Return every setting of the factors, the last varying fastest."""
    return list(product((0, 1), repeat=len(factors)))


def contrast(cells: Mapping[Setting, pd.DataFrame], factors: Sequence[str], chosen: Sequence[str]) -> pd.DataFrame:
    """Return a main effect or interaction, one row a pair, in the columns of the cells.

    `cells` holds for every setting the outcomes of its runs, indexed alike by pair. Raises
    ValueError where a setting is missing or the cells are not indexed alike.
    """
    wanted = settings(factors)
    if set(cells) != set(wanted):
        raise ValueError(f"a factorial of {len(factors)} factors needs {len(wanted)} cells, not {len(cells)}")
    first = cells[wanted[0]]
    if not all(cells[setting].index.equals(first.index) for setting in wanted):
        raise ValueError("the cells of a factorial must hold the same pairs in the same order")
    places = [list(factors).index(name) for name in chosen]
    total = first * 0.0
    for setting in wanted:
        sign = 1
        for place in places:
            sign *= 1 if setting[place] else -1
        total = total + sign * cells[setting]
    return total / 2 ** (len(factors) - len(places))

"""Attribution: which level controls what is wrong, against the level that is blamed."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import factorial

import numpy as np

LEVELS = ("nation", "region", "pdu", "practitioner", "exogenous")


def coalitions(levels: Sequence[str] = LEVELS) -> list[frozenset[str]]:
    """Return every set of levels, the empty one first."""
    return [frozenset(chosen) for size in range(len(levels) + 1) for chosen in combinations(levels, size)]


def shapley(worth: Mapping[frozenset[str], np.ndarray], levels: Sequence[str] = LEVELS) -> dict[str, np.ndarray]:
    """Return each level's Shapley value of a worth given for every coalition (numbers or arrays)."""
    n, found = len(levels), {}
    for level in levels:
        rest = [other for other in levels if other != level]
        total = np.zeros_like(np.asarray(worth[frozenset()], float))
        for without in coalitions(rest):
            share = factorial(len(without)) * factorial(n - len(without) - 1) / factorial(n)
            total = total + share * (np.asarray(worth[without | {level}]) - worth[without])
        found[level] = total
    return found


def attribution_error(values: Mapping[str, float], blame: Mapping[str, float]) -> float:
    """Return half the summed distance between shares of what levels control (V+ / sum V+) and of blame.

    NaN where no level's control would raise quality.
    """
    share = control_shares(values)
    return float("nan") if share is None else sum(abs(share[level] - blame[level]) for level in LEVELS) / 2


def signed_error(values: Mapping[str, float], blame: Mapping[str, float], level: str = "pdu") -> float:
    """Return blame less control at a level: above nought where it is blamed for more than it controls."""
    share = control_shares(values)
    return float("nan") if share is None else blame[level] - share[level]


def control_shares(values: Mapping[str, float]) -> dict[str, float] | None:
    """Return the levels' shares of the positive part of their values; None where there is none."""
    positive = {level: max(0.0, float(values[level])) for level in LEVELS}
    total = sum(positive.values())
    return {level: value / total for level, value in positive.items()} if total > 0 else None


def blame_placed(blame_sharing: float, context: float, named: float) -> dict[str, float]:
    """Return the share of blame on each level.

    Context takes its share out as what no unit controls. Of the rest a centre named as the
    cause takes its share; what then remains is shared upwards (blame_sharing, region and
    nation alike) or falls on the unit that is rated. Practitioners are rated by nobody.
    """
    left = 1.0 - context
    nation, left = left * named, left * (1.0 - named)
    above = left * blame_sharing
    return {"nation": nation + above / 2, "region": above / 2, "pdu": left - above, "practitioner": 0.0,
            "exogenous": context}

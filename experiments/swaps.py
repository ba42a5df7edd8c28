"""Swaps: which dials make the difference between two ways of governing, one changed at a time from either end.

Each dial is set to the other side's value alone (`first in`), and then left at its own while all others are changed
(`last in`). Where dials act apart from one another the two agree; where they do not, dials need one another.
How many is read off `Size.more`: `swap_seeds` in the default world, `swap_worlds` in each other measure.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.measures.pairing import PAIR_KEYS, pair_differences
from experiments.findings import rows_of
from experiments.inquiry import Inquiry
from experiments.runspec import Asked
from experiments.study import OTHERS, Comparison, Size, Stage
from model.specification.archetypes import BOXED, centres

MIX = "learning_mix"
GROUPS: Mapping[str, tuple[str, ...]] = {
    **{dial: (dial,) for dial in BOXED if not dial.startswith("learning_")},
    MIX: tuple(dial for dial in BOXED if dial.startswith("learning_"))}
"""The eleven dials; the three weights of the learning mix are one."""


def mixed(own: str, other: str, group: str) -> dict[str, float]:
    """Return dial -> value: those of an archetype with one dial taken from another."""
    dials = {**centres(own), **{dial: centres(other)[dial] for dial in GROUPS[group]}}
    return {f"governance.{dial}": value for dial, value in dials.items()}


def swapped(own: str, group: str) -> str:
    """Return what the runs of an archetype with one dial of the other side are called."""
    return f"{own} but for {group or 'nothing'}"


def _places(inquiry: Inquiry, measure: str) -> list[tuple[int, int]]:
    more = inquiry.size.more
    if measure == "default":
        return [(0, inquiry.seed + k) for k in range(more.get("swap_seeds", 0))]
    return [(index, inquiry.seed) for index in inquiry.worlds(measure, more.get("swap_worlds", 0))]


def swap(first: str, second: str) -> Stage:
    """Return the stage that runs both archetypes (named as their scenarios) with each dial of the other's."""
    def asked(inquiry: Inquiry) -> Iterator[Asked]:
        for measure in inquiry.measures:
            composed = inquiry.sides(measure, primary_only=True)
            for index, seed in _places(inquiry, measure):
                for own, other in ((first, second), (second, first)):
                    yield inquiry.row(swapped(own, ""), composed[own], index, seed)
                    yield from (inquiry.row(swapped(own, group), composed[own], index, seed, mixed(own, other, group))
                                for group in GROUPS)

    def count(size: Size) -> int:
        return 2 * (len(GROUPS) + 1) * (size.more.get("swap_seeds", 0) + OTHERS * size.more.get("swap_worlds", 0))

    return Stage(asked, count)


def swaps(inquiry: Inquiry, first: str, second: str, outcome: str) -> pd.DataFrame:
    """Return by measure and dial what first's value does instead of second's: first in, last in, and their mean.

    Columns dial, measure, way (first in, last in, mean), then those of findings; largest mean first.
    """
    found = []
    for measure in inquiry.measures:
        if not _places(inquiry, measure):
            continue
        runs = inquiry.measure(measure)
        for group in GROUPS:
            alone = pair_differences(runs, swapped(second, group), swapped(second, ""), [outcome])
            last = pair_differences(runs, swapped(first, ""), swapped(first, group), [outcome])
            both = ((alone.set_index(PAIR_KEYS) + last.set_index(PAIR_KEYS)) / 2).reset_index()
            for way, differences in (("first in", alone), ("last in", last), ("mean", both)):
                pair = Comparison(f"{group}, {way}", f"{first}'s", f"{second}'s")
                found += [{"dial": group, "way": way, **row}
                          for row in rows_of(pair, measure, differences, inquiry.study.declared)]
    if not found:
        return pd.DataFrame()
    table = pd.DataFrame(found)[["dial", "measure", "way", "outcome", "effect", "low", "high", "verdict", "sesoi",
                                 "pairs", "worlds"]]
    size = table[table["way"] == "mean"].groupby("dial")["effect"].agg(lambda own: -own.abs().max())
    return table.sort_values(["measure", "dial"], key=lambda own: own.map(size) if own.name == "dial" else own,
                             kind="stable").reset_index(drop=True)

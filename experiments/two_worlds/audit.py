"""The audit of undesirable behaviours as it builds: each world against others on the same luck, over the months done.

The contrasts are those of `probgov audit behaviours`; one cannot be followed by the month, for it forks a run 32 times.
"""

import shlex
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple, cast

import numpy as np

from analysis.measures.behaviours import Pair
from experiments.arms import ARMS, INSPECTED, NONE, Arms, by_column, pair_of
from experiments.behaviours import BEHAVIOURS, arm_words
from experiments.two_worlds.world import World
from model.observation.columns import COLUMNS

BY_THE_COMMAND = "misplaced_responsibility"
"""The one that needs a run forked for every set of levels."""
FOLLOWED = tuple(each for each in BEHAVIOURS if each.name != BY_THE_COMMAND)
SHORTEST = 12
"""Months after the switch before an index is shown: indices are yearly amounts."""
REPLICATES = 8


class Index(NamedTuple):
    """One behaviour: what it is, its unit, and its index so far in a and in b (None: not yet, or nothing to go by)."""

    name: str
    definition: str
    unit: str
    a: float | None
    b: float | None


class Beside:
    """Arms of the audit as runs under way: read as `experiments.arms.Arms` are, over the months done by all."""

    def __init__(self, worlds: Mapping[str, World]) -> None:
        self.worlds = worlds
        self.switch = worlds[INSPECTED].switch
        self.month = min(world.month for world in worlds.values())

    def units(self, arm: str) -> dict[str, np.ndarray]:
        """Return column -> (months since the switch, PDUs) of an arm."""
        return by_column(self.worlds[arm].tables.pdu[self.switch:self.month])

    def nation(self, arm: str) -> dict[str, np.ndarray]:
        """Return column -> (months since the switch,) of an arm."""
        world = self.worlds[arm]
        return {column.name: world.series(column.name)[self.switch:self.month] for column in COLUMNS["nation"]}

    @cached_property
    def pair(self) -> Pair:
        """The world beside the same without inspection of PDUs."""
        world = self.worlds[INSPECTED]
        return pair_of(self.units(INSPECTED), self.units(NONE), world.events(), self.switch, world.state)


class Company:
    """The worlds that stand beside those on screen: made when asked for, kept while their words are needed."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, ...], World] = {}

    def beside(self, worlds: Mapping[str, World]) -> dict[str, Beside]:
        """Return side -> the arms of the world shown there, each brought to its month."""
        needed = {side: {arm: tuple(arm_words(world.words, arm, world.specification)) for arm in ARMS}
                  for side, world in worlds.items()}
        shown = {world.words: world for world in worlds.values()}
        kept: dict[tuple[str, ...], World] = {}
        for words in dict.fromkeys(words for arms in needed.values() for words in arms.values()):
            world = shown.get(words) or self._kept.get(words) or World(words)
            alike = next((other for other in (*shown.values(), *kept.values()) if _same(world, other)), world)
            kept[words] = alike.run_to(worlds["a"].month) if alike is world else alike
        self._kept = kept
        return {side: Beside({arm: kept[words] for arm, words in arms.items()}) for side, arms in needed.items()}


def _same(one: World, other: World) -> bool:
    """Return whether two worlds differ in no more than what their options are called."""
    return replace(one.specification, names={}) == replace(other.specification, names={})


def indices(beside: Beside) -> dict[str, float]:
    """Return behaviour -> index over the months since the switch; empty before SHORTEST of them are done."""
    if beside.month - beside.switch < SHORTEST:
        return {}
    found = {}
    for behaviour in FOLLOWED:
        value = behaviour.index(cast(Arms, beside))
        found[behaviour.name] = float(value[""] if isinstance(value, dict) else value)
    return found


def table(a: Mapping[str, float], b: Mapping[str, float]) -> list[Index]:
    """Return one row a behaviour that can be followed month by month."""
    return [Index(each.name, each.definition, each.unit, _known(a.get(each.name)), _known(b.get(each.name)))
            for each in FOLLOWED]


def command(world: World, behaviour: str = "") -> str:
    """Return the command line that gives one behaviour of a world, or all, with intervals."""
    named = [f"behaviour={behaviour}"] if behaviour else []
    return shlex.join(["probgov", "audit", "behaviours", *named, *world.words, f"replicates={REPLICATES}"])


def _known(value: float | None) -> float | None:
    return None if value is None or value != value else value

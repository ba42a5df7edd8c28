"""The audit of undesirable behaviours as it builds: each world against itself uninspected, over the months done."""

from types import SimpleNamespace
from typing import NamedTuple, cast

from experiments.behaviours import BEHAVIOURS, Arms, by_column, pair_of
from experiments.two_worlds.world import World

NEEDS_OTHER_RUNS = ("top_down_drift", "misplaced_responsibility", "favouring_the_legible")
"""Contrasts of other runs than one inspected and one not: `probgov audit behaviours` has them."""
SHORTEST = 12
"""Months after the switch before an index is shown: indices are yearly amounts."""
UNINSPECTED = ("regime", "none")


class Index(NamedTuple):
    """One behaviour: what it is, its unit, and its index so far in a and in b (None: not yet, or nothing to go by)."""

    name: str
    definition: str
    unit: str
    a: float | None
    b: float | None


def uninspected_words(world: World) -> tuple[str, ...]:
    """Return the words of the same world with no PDU inspected after the switch."""
    kept = [word for word in world.words if word.partition("=")[0].partition(".")[0] != UNINSPECTED[0]]
    return (*kept, "=".join(UNINSPECTED))


def indices(world: World, beside: World) -> dict[str, float]:
    """Return behaviour -> index over the months since the switch; empty before SHORTEST of them are done."""
    if min(world.month, beside.month) - world.switch < SHORTEST:
        return {}
    month = min(world.month, beside.month)
    pair = pair_of(by_column(world.tables.pdu[world.switch:month]), by_column(beside.tables.pdu[world.switch:month]),
                   world.events(), world.switch, world.state)
    arms = cast(Arms, SimpleNamespace(pair=pair))
    found = {}
    for behaviour in BEHAVIOURS:
        if behaviour.name not in NEEDS_OTHER_RUNS:
            value = behaviour.index(arms)
            found[behaviour.name] = float(value[""] if isinstance(value, dict) else value)
    return found


def table(a: dict[str, float], b: dict[str, float]) -> list[Index]:
    """Return one row a behaviour that can be followed month by month."""
    return [Index(each.name, each.definition, each.unit, _known(a.get(each.name)), _known(b.get(each.name)))
            for each in BEHAVIOURS if each.name not in NEEDS_OTHER_RUNS]


def _known(value: float | None) -> float | None:
    return None if value is None or value != value else value

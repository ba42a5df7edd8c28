"""The power of a stored comparison, outcome by outcome."""

import math
from collections.abc import Sequence

from analysis.measures.declared import declared
from analysis.measures.pairing import pair_differences
from analysis.measures.power import pairs_for, power_to_dismiss, power_to_tell
from experiments.errors import UserError, unknown
from experiments.store.read import Store
from model.observation.outcomes import OUTCOMES, outcome_names


def power_rows(store: Store, first: str = "", second: str = "", on: Sequence[str] = (), effect: float = 2.0,
               power: float = 0.9, pairs: int | None = None) -> tuple[list[dict], tuple[str, str]]:
    """Return one row an outcome, and the two scenarios compared.

    A pair is a replicate where the store holds one world, otherwise a world (the mean of
    its replicates): what a comparison of that kind can add. Raises UserError for scenarios
    or outcomes that the store does not hold.
    """
    runs = store.runs()
    names = _scenarios(store, sorted(runs["scenario"].unique()), first, second)
    for name in on:
        if name not in outcome_names():
            raise unknown(f"on={name}: outcome", name, outcome_names(), "probgov list outcomes")
    chosen = list(on) or [outcome.name for outcome in OUTCOMES]
    runs = runs[runs["world"] == runs.loc[runs["scenario"] == names[0], "world"].iloc[0]]
    differences = pair_differences(runs, *names, chosen)
    units = differences.groupby("world")[chosen].mean() if differences["world"].nunique() > 1 else differences[chosen]
    return [_row(name, units[name].dropna(), effect, power, pairs) for name in chosen], names


def _scenarios(store: Store, held: Sequence[str], first: str, second: str) -> tuple[str, str]:
    comparisons = store.study().get("comparisons", [])
    if not (first or second) and comparisons:
        return comparisons[0]["first"], comparisons[0]["second"]
    if not (first or second) and set("ab") <= set(held):
        return "a", "b"
    for key, name in (("first", first), ("second", second)):
        if name not in held:
            raise UserError(f"{key}={name or 'NAME'}: name a scenario of {store.path}.\n"
                            f"It holds: {', '.join(held[:8])}")
    return first, second


def _row(name: str, values, effect: float, wanted: float, pairs: int | None) -> dict:
    sesoi = declared(name).sesoi
    spread = float(values.std(ddof=1)) if len(values) > 1 else math.nan
    now = pairs or len(values)
    known = math.isfinite(spread)

    def told(number: int) -> float:
        return power_to_tell(effect * sesoi, sesoi, spread, number)

    def dismissed(number: int) -> float:
        return power_to_dismiss(sesoi, spread, number)

    return {"outcome": name, "spread": spread, "sesoi": sesoi, "stored": len(values), "pairs": now,
            "told": told(now), "told_pairs": pairs_for(told, wanted) if known else None,
            "dismissed": dismissed(now), "dismissed_pairs": pairs_for(dismissed, wanted) if known else None}

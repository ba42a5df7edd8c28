"""The atom of every comparison: the effect of a against b over pairs that share world and luck."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import nested_interval
from analysis.measures.pairing import PAIR_KEYS
from analysis.measures.worlds import world_shares

BETTER, WORSE, NEGLIGIBLE, UNRESOLVED = "better", "worse", "negligible", "unresolved"


@dataclass(frozen=True)
class Effect:
    """One outcome's effect of a against b.

    effect, low, high   mean paired difference a - b (mean of world means) and its interval, in the outcome's unit
    superiority         share of pairs in which a is above b (ties count half): the raw direction, not 'better'
    verdict             'better', 'worse', 'negligible' or 'unresolved', of a, against the SESOI
    pairs, dropped      complete pairs used; pairs left out because one side lacks the outcome
    pairs_needed        pairs at which the half-width would be the one wanted, at the same replicates a world
    worlds, worlds_*    number of worlds; shares won, lost and negligible (NaN for one world: see `measures.worlds`)
    """

    outcome: str
    effect: float
    low: float
    high: float
    level: float
    superiority: float
    verdict: str
    pairs: int
    pairs_needed: int | None
    dropped: int
    worlds: int
    worlds_won: float
    worlds_lost: float
    worlds_negligible: float
    sesoi: float
    better: int


def verdict(low: float, high: float, sesoi: float, better: int) -> str:
    """Return the verdict on an interval against +-SESOI in the direction of `better`.

    With better = 0 (neither direction is good) 'better' means no more than 'higher'.
    """
    if better < 0:
        low, high = -high, -low
    if low > sesoi:
        return BETTER
    if high < -sesoi:
        return WORSE
    if low >= -sesoi and high <= sesoi:
        return NEGLIGIBLE
    return UNRESOLVED


def pairs_needed(pairs: int, low: float, high: float, half_width: float) -> int | None:
    """Return how many pairs give the wanted half-width, which falls with the root of their number.

    None where there is no interval yet or no half-width is asked for.
    """
    if not (math.isfinite(high - low) and half_width > 0):
        return None
    ratio = (high - low) / 2 / half_width
    return max(2, math.ceil(pairs * ratio**2 - 1e-9))


def paired_effects(
    differences: pd.DataFrame, sesoi: Mapping[str, float], better: Mapping[str, int], level: float = 0.95,
    resamples: int = 2000, seed: int = 0, half_width: Mapping[str, float] | None = None,
) -> list[Effect]:
    """Return one Effect an outcome, in the order of the columns.

    `differences` holds a - b, one row a pair, with columns `world`, `replicate` and one an
    outcome. The interval is the nested bootstrap of `measures.bootstrap`; `half_width`
    defaults to half the SESOI. Pairs with NaN are dropped, outcome by outcome, and counted.
    Raises ValueError for a repeated pair, for level outside (0, 1), or for an outcome
    without a declared SESOI or direction.
    """
    outcomes = [column for column in differences.columns if column not in PAIR_KEYS]
    _check(differences, outcomes, sesoi, better, level)
    ordered = differences.sort_values(PAIR_KEYS, kind="stable")
    complete = ordered[outcomes].notna()
    found: dict[str, Effect] = {}
    for pattern, names in _same_pairs(complete).items():
        keep = np.frombuffer(pattern, dtype=bool)
        rows = ordered.loc[keep, [*PAIR_KEYS, *names]]
        widths = {name: (half_width or {}).get(name, sesoi[name] / 2) for name in names}
        for effect in _effects(rows, names, sesoi, better, level, resamples, seed, widths, int((~keep).sum())):
            found[effect.outcome] = effect
    return [found[name] for name in outcomes]


def effects_table(effects: list[Effect]) -> pd.DataFrame:
    """Return the effects as a table, one row an outcome."""
    return pd.DataFrame([vars(effect) for effect in effects], columns=list(Effect.__dataclass_fields__))


def _check(differences, outcomes, sesoi, better, level) -> None:
    if not 0 < level < 1:
        raise ValueError(f"level={level} is not allowed: it must be between 0 and 1")
    missing = [name for name in outcomes if name not in sesoi or name not in better]
    if missing:
        raise ValueError(f"no smallest effect of interest or direction is declared for {', '.join(missing)}")
    if differences.duplicated(PAIR_KEYS).any():
        raise ValueError("a pair of world and replicate appears more than once")


def _same_pairs(complete: pd.DataFrame) -> dict[bytes, list[str]]:
    """Group outcomes by which pairs they have, so that each group is resampled as one."""
    groups: dict[bytes, list[str]] = {}
    for name in complete.columns:
        groups.setdefault(complete[name].to_numpy().tobytes(), []).append(name)
    return groups


def _effects(rows, names, sesoi, better, level, resamples, seed, widths, dropped):
    if rows.empty:
        for name in names:
            yield _absent(name, sesoi[name], better[name], level, dropped)
        return
    codes = pd.factorize(rows["world"], sort=True)[0]
    values = rows[names].to_numpy(dtype=float)
    effect, low, high = nested_interval(values, codes, level, resamples, seed)
    for k, name in enumerate(names):
        won = world_shares(values[:, k], codes, sesoi[name], better[name], resamples=0)
        yield Effect(
            outcome=name, effect=float(effect[k]), low=float(low[k]), high=float(high[k]), level=level,
            superiority=float(np.mean((values[:, k] > 0) + 0.5 * (values[:, k] == 0))),
            verdict=verdict(low[k], high[k], sesoi[name], better[name]),
            pairs=len(values), pairs_needed=pairs_needed(len(values), low[k], high[k], widths[name]),
            dropped=dropped, worlds=won.worlds, worlds_won=won.won, worlds_lost=won.lost,
            worlds_negligible=won.negligible, sesoi=sesoi[name], better=better[name],
        )


def _absent(name: str, sesoi: float, better: int, level: float, dropped: int) -> Effect:
    gap = math.nan
    return Effect(name, gap, gap, gap, level, gap, UNRESOLVED, 0, None, dropped, 0, gap, gap, gap, sesoi, better)

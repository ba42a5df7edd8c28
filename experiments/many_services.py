"""Many services: nations under dials at random in many worlds, and findings on a statistic taken over them."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd

from analysis.measures.paired import verdict
from experiments.composition import compose_run
from experiments.dial_audit import settings
from experiments.inquiry import Inquiry
from experiments.runspec import Asked
from experiments.study import Scenario, Size
from model.observation.outcomes import Outcome
from model.specification.specification import Specification

RANDOM = Scenario("services at random", (), "Each of the dials anywhere in its range, another service in each world")
LEVEL = 0.95
CODED = ("world.inspection.coding",)
"""What every finding on the wording of prompts rests on first of all."""


def dials(k: int) -> dict[str, float]:
    """Return the dials of the k-th service, as keys of a specification."""
    return {f"governance.{name}": value for name, value in settings(k).items()}


def places(inquiry: Inquiry, measure: str) -> Iterator[tuple[int, int, int]]:
    """Yield (service, world index, seed): other luck in the default world, another world in the other measures.

    There are no more services than a measure has worlds.
    """
    seed, number = compose_run(inquiry.words).specification.run.seed, inquiry.size.more["services"]
    if measure == "default":
        yield from ((k, 0, seed + k) for k in range(number))
    else:
        yield from ((k, k, seed) for k in inquiry.worlds(measure, number))


def asked(inquiry: Inquiry) -> Iterator[Asked]:
    """Yield every service's run, at random dials, in each measure; and the study's other scenarios beside it."""
    for measure in inquiry.measures:
        for name, composed in inquiry.sides(measure).items():
            for k, index, seed in places(inquiry, measure):
                yield inquiry.row(name, composed, index, seed, dials(k) if name == RANDOM.name else None)


def count(size: Size, scenarios: int, measures: int) -> int:
    """Return the number of runs that `asked` asks for."""
    return size.more["services"] * scenarios * measures


def measured(inquiry: Inquiry, of: Callable[[Specification], Mapping[str, float]]) -> pd.DataFrame:
    """Return what `of` finds in every service: measure, scenario, world (one a service) and its columns."""
    rows, specifications = [], []
    for measure in inquiry.measures:
        for name, composed in inquiry.sides(measure).items():
            for k, index, seed in places(inquiry, measure):
                rows.append({"measure": measure, "scenario": name, "world": k})
                specifications.append(composed.at(index, seed, dials(k) if name == RANDOM.name else None))
    with ThreadPoolExecutor(compose_run(inquiry.words).executor.count()) as pool:
        return pd.concat([pd.DataFrame(rows), pd.DataFrame(list(pool.map(of, specifications)))], axis=1)


def statistic_row(comparison: str, measure: str, outcome: Outcome, worlds: np.ndarray,
                  statistic: Callable[[np.ndarray], float], resamples: int) -> dict:
    """Return a finding on a statistic of services: percentile interval, worlds resampled with all their services.

    `worlds` (services,) says whose each row is, `statistic` takes rows (with repeats). `superiority`
    is the share of resamples above nought. NaN where the statistic or half of the resamples are.
    """
    groups = [np.flatnonzero(worlds == world) for world in np.unique(worlds)]
    effect, rng = statistic(np.arange(len(worlds))), np.random.default_rng(0)
    draws = [statistic(np.concatenate([groups[g] for g in rng.integers(len(groups), size=len(groups))]))
             for _ in range(resamples)]
    known = np.array(draws)[~np.isnan(draws)]
    enough = len(known) >= resamples / 2 and len(groups) > 1 and not np.isnan(effect)
    low, high = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2]) if enough else (np.nan, np.nan)
    return {"comparison": comparison, "first": comparison, "second": "", "measure": measure, "outcome": outcome.name,
            "effect": effect, "low": low, "high": high, "level": LEVEL,
            "superiority": float((known > 0).mean()) if len(known) else np.nan,
            "verdict": verdict(low, high, outcome.sesoi, outcome.better), "sesoi": outcome.sesoi,
            "pairs": len(worlds), "pairs_needed": _needed(len(worlds), low, high, outcome.sesoi / 2),
            "worlds": len(groups)}


def _needed(services: int, low: float, high: float, half_width: float) -> int | None:
    """Return how many services would give that half-width, which falls with the root of their number."""
    return None if np.isnan(high - low) else max(2, int(np.ceil(services * ((high - low) / 2 / half_width) ** 2)))

"""Many services: nations under dials at random in many worlds, and findings on a statistic taken over them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.legibility import legibility_gap
from analysis.measures.paired import verdict
from experiments.composition import compose_run
from experiments.dial_audit import settings
from experiments.inquiry import Inquiry
from experiments.runspec import Asked
from experiments.study import Scenario, Size
from experiments.worlds import position
from model.observation.outcomes import Outcome
from model.specification.specification import Specification

RANDOM = Scenario("services at random", (), "Each of the dials anywhere in its range, another service in each world")
CONDITIONS = ("shock.start=42", "shock.months=600")
"""Words by which a share of cases (`laden`) is fewer or more from the switch on, for good; none is in most worlds."""
MOST_LADEN = 0.2
HIERARCHICAL, EGALITARIAN = "hierarchical", "egalitarian"
BINS, A_CLASS = 4, 12
"""Most classes of equal true quality, and services a side that one of them should hold."""
LEVEL = 0.95
WORLDS_OF_SERVICES = (
    "Every service stands in a world of its own, as far as there are worlds (the calibrated ones are gone through "
    "again with other luck), whatever the size says of worlds; in the default world services share all but their luck "
    "and what tells them apart.")
NO_COMPARATOR = (
    "The observed service, continued, is not among them: what is found is of an instrument, over services that differ, "
    "and takes no service for its nought.")
"""Limits of every study over many services."""
CODED = ("world.inspection.coding",)
"""What every finding on the wording of prompts rests on first of all."""


def dials(k: int) -> dict[str, float]:
    """Return the dials of the k-th service, as keys of a specification."""
    return {f"governance.{name}": value for name, value in settings(k).items()}


def laden(k: int) -> dict[str, float]:
    """Return the caseload of the k-th service from the switch on, up to a fifth below or above what it would be."""
    return {"shock.share": MOST_LADEN * (2 * position("services.caseload", k) - 1)}


def point(name: str, measure: str, k: int) -> dict[str, float] | None:
    """Return what tells the k-th service of a scenario from the others, beside its world and luck.

    In the default world services of one kind of governance would differ by luck alone, and two kinds have no true
    quality in common: there they differ in caseload too.
    """
    if name == RANDOM.name:
        return dials(k)
    return laden(k) if measure == "default" else None


def places(inquiry: Inquiry, measure: str) -> Iterator[tuple[int, int, int]]:
    """Yield (service, world index, seed): other luck in the default world, another world in the other measures.

    Where a measure has fewer worlds than there are to be services, they are gone through again with other luck.
    """
    seed, number = compose_run(inquiry.words).specification.run.seed, inquiry.size.more["services"]
    worlds = 1 if measure == "default" else len(inquiry.worlds(measure, number))
    yield from ((k, k % worlds, seed + k // worlds) for k in range(number))


def asked(inquiry: Inquiry) -> Iterator[Asked]:
    """Yield every service's run, at random dials, in each measure; and the study's other scenarios beside it."""
    for measure in inquiry.measures:
        for name, composed in inquiry.sides(measure).items():
            for k, index, seed in places(inquiry, measure):
                yield inquiry.row(name, composed, index, seed, point(name, measure, k))


def count(size: Size, scenarios: int, measures: int) -> int:
    """Return the number of runs that `asked` asks for."""
    return size.more["services"] * scenarios * measures


def measured(inquiry: Inquiry, of: Callable[[Specification], Mapping[str, float]]) -> pd.DataFrame:
    """Return what `of` finds in every service: measure, scenario, world and its columns.

    Services of one world are alike in what was drawn for it; in the default world each counts as one of its own.
    """
    rows, specifications = [], []
    for measure in inquiry.measures:
        for name, composed in inquiry.sides(measure).items():
            for k, index, seed in places(inquiry, measure):
                rows.append({"measure": measure, "scenario": name, "world": k if measure == "default" else index})
                specifications.append(composed.at(index, seed, point(name, measure, k)))
    with ThreadPoolExecutor(compose_run(inquiry.words).executor.count()) as pool:
        return pd.concat([pd.DataFrame(rows), pd.DataFrame(list(pool.map(of, specifications)))], axis=1)


class Resampled(NamedTuple):
    """A statistic of services: its value, its value in each resample of worlds, and whose world each service is."""

    effect: float
    draws: np.ndarray
    worlds: np.ndarray

    def less(self, other: "Resampled") -> "Resampled":
        """Return this less another, taken over the same resamples."""
        return Resampled(self.effect - other.effect, self.draws - other.draws, self.worlds)

    def size(self) -> "Resampled":
        """Return its size, without its sign."""
        return Resampled(abs(self.effect), np.abs(self.draws), self.worlds)


def resampled(worlds: np.ndarray, statistics: Callable[[np.ndarray], Sequence[float] | np.ndarray],
              resamples: int) -> list[Resampled]:
    """Return each of some statistics of services with its resamples, worlds resampled with all their services.

    `worlds` (services,) says whose each row is, `statistics` takes rows (with repeats) and returns all of them.
    """
    groups = [np.flatnonzero(worlds == world) for world in np.unique(worlds)]
    effects, rng = np.asarray(statistics(np.arange(len(worlds))), float), np.random.default_rng(0)
    draws = np.array([statistics(np.concatenate([groups[g] for g in rng.integers(len(groups), size=len(groups))]))
                      for _ in range(resamples)], dtype=float)
    return [Resampled(float(effect), own, worlds) for effect, own in zip(effects, draws.T, strict=True)]


def gap(side: np.ndarray, truth: np.ndarray, shown: np.ndarray) -> Callable[[np.ndarray], float]:
    """Return the gap of rows of services: shown less true at equal true quality, hierarchical less egalitarian.

    In percentage points; `side` (services,) holds scenarios, of which others are passed over. There are as many
    classes of equal quality as services allow, at most BINS. NaN where a side is missing or no quality is in common.
    """
    bins = max(1, min(BINS, int((side == HIERARCHICAL).sum()) // A_CLASS))

    def of(rows: np.ndarray) -> float:
        a, b = (rows[side[rows] == name] for name in (HIERARCHICAL, EGALITARIAN))
        return legibility_gap(truth[a], shown[a], truth[b], shown[b], bins) if len(a) and len(b) else float("nan")

    return of


def in_turn(statistics: Sequence[Callable[[np.ndarray], float]]) -> Callable[[np.ndarray], list[float]]:
    """Return what takes each of some statistics of the same rows."""
    return lambda rows: [each(rows) for each in statistics]


def statistic_row(comparison: str, measure: str, outcome: Outcome, found: Resampled) -> dict:
    """Return a finding on a statistic of services, with its percentile interval.

    `superiority` is the share of resamples above nought. NaN where the statistic or half of the resamples are.
    """
    effect, worlds, resamples = found.effect, found.worlds, len(found.draws)
    groups, known = np.unique(worlds), found.draws[~np.isnan(found.draws)]
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

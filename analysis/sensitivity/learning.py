"""What is worth learning: how much better one would choose if a parameter were known.

With b_d the benefit of option d over sampled worlds and x a parameter, the expected value of
partial perfect information is E[max_d E(b_d | x)] - max_d E(b_d) (Strong, Oakley & Brennan
2014). It is nought where no value of the parameter would change the choice, however much the
outcome depends on it, and never above the value of knowing everything. E(b_d | x) is read off
emulators where causes are independent, and off regressions on one cause where they go together.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.sensitivity.correlated import strongest
from analysis.sensitivity.polynomial import Basis, refits

EMULATED = ["cause", "value", "low", "high"]
REGRESSED = [*EMULATED, "floor", "above_floor"]
DEGREE = 3


def value_of_everything(benefits: np.ndarray) -> float:
    """Return the expected gain from knowing the whole world before choosing; `benefits` (worlds, options)."""
    return value_of_learning(benefits)


def value_of_learning(expected: np.ndarray) -> float:
    """Return the expected gain from choosing by expected benefits (worlds, options) in place of their means."""
    best = int(expected.mean(axis=0).argmax())
    return float((expected.max(axis=1) - expected[:, best]).mean())


def emulated_values(
    basis: Basis, causes: Mapping[str, Collection[int]], places: np.ndarray, benefits: np.ndarray,
    clusters: np.ndarray, *, most: int = 40, level: float = 0.95, resamples: int = 100, seed: int = 0,
) -> pd.DataFrame:
    """Return EMULATED, one row a name, largest first, in the unit of `benefits` (rows, options).

    `causes` maps a name to the columns of `places` that would be known together. Each option's
    benefit less the first one's is emulated; each resample of clusters chooses its terms anew.
    """
    gains = benefits - benefits[:, :1]
    fitted = [refits(basis, places, gain, clusters, most, resamples, seed) for gain in gains.T[1:]]
    draws = []
    for made in zip(*fitted, strict=True):
        rows = made[0][1]
        draws.append([value_of_learning(np.column_stack(
            [np.zeros(len(rows)), *(emulator.expected(places[rows], known) for emulator, _ in made)]))
            for known in causes.values()])
    return _table(list(causes), np.array(draws), level)


def regressed_values(
    causes: Sequence[str], places: np.ndarray, benefits: np.ndarray, *, level: float = 0.95, resamples: int = 200,
    shuffles: int = 200, seed: int = 0,
) -> pd.DataFrame:
    """Return REGRESSED, one row a cause, largest first, in the unit of `benefits` (worlds, options).

    `places` (worlds, causes) in any unit; a column that does not vary has no value. A regression on few
    worlds finds a little value in anything: the floor is what the largest of as many causes of no
    importance would have shown 1 time in 20, from worlds shuffled against the benefits.
    """
    rng, worlds = np.random.default_rng(seed), len(benefits)
    spread = np.ptp(places, axis=0)
    u = 2 * (places - places.min(axis=0)) / np.where(spread > 0, spread, 1.0) - 1
    picks = [np.arange(worlds), *rng.integers(worlds, size=(resamples, worlds))]
    table = _table(causes, np.array([_regressed(u[pick], benefits[pick]) for pick in picks]), level)
    floor = np.quantile([_regressed(u, benefits[rng.permutation(worlds)]).max() for _ in range(shuffles)], level)
    return table.assign(floor=floor, above_floor=table["value"] > floor)


def chance_value(table: pd.DataFrame, gain: np.ndarray, benefits: np.ndarray, most: int, *, level: float = 0.95,
                 shuffles: int = 200, seed: int = 0) -> float:
    """Return what the largest value would reach 1 time in 20 if nothing in the table of worlds mattered.

    Worlds are shuffled and the `most` causes that go with the `gain` (worlds,) chosen anew, as they were.
    """
    rng, largest = np.random.default_rng(seed), []
    for _ in range(shuffles):
        order = rng.permutation(len(gain))
        values = table[strongest(table, gain[order], most)].to_numpy(float)
        spread = np.ptp(values, axis=0)
        u = 2 * (values - values.min(axis=0)) / np.where(spread > 0, spread, 1.0) - 1
        largest.append(_regressed(u, benefits[order]).max())
    return float(np.quantile(largest, level))


def _regressed(u: np.ndarray, benefits: np.ndarray) -> np.ndarray:
    """Return each cause's value of learning from a cubic regression of every option's benefit on it alone."""
    mean, found = benefits.mean(axis=0), []
    for x in u.T:
        powers = np.linalg.qr(np.vander(x, DEGREE + 1, increasing=True))[0]
        found.append(value_of_learning(mean + powers @ (powers.T @ (benefits - mean))) if np.ptp(x) > 0 else 0.0)
    return np.array(found)


def _table(causes: Sequence[str], draws: np.ndarray, level: float) -> pd.DataFrame:
    """Return EMULATED from values (1 + resamples, causes), the first row the estimate."""
    low, high = np.quantile(draws[1:], [(1 - level) / 2, (1 + level) / 2], axis=0)
    table = pd.DataFrame({"cause": list(causes), "value": draws[0], "low": low, "high": high})
    return table.sort_values("value", ascending=False, kind="stable", ignore_index=True)[EMULATED]

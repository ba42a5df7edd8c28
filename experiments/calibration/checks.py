"""Whether the method works: simulation-based calibration on the emulator, and recovery of known draws."""

from typing import NamedTuple

import numpy as np

from analysis.measures.weighing import rank_counts, uniformity
from experiments.calibration.likelihood import Likelihood
from experiments.calibration.space import COMBINATIONS, inputs, steps
from experiments.calibration.waves import Fitted, Wave, emulated_misses, fitted

DRAWS, WARM, BINS = 24, 30, 5
MIDDLE_90 = (0.05, 0.95)


class Checked(NamedTuple):
    """One free parameter: how its ranks lie (counts in bins, chance of as uneven ones), and how it is recovered."""

    key: str
    ranks: tuple[int, ...]
    chance: float
    correlation: float
    held: float
    narrowed: float


def check(waves: list[Wave], likelihood: Likelihood, found: Fitted, n: int, rng: np.random.Generator) -> list[Checked]:
    """Return the checks of every free parameter, n of each kind."""
    ranks = emulated_ranks(found, n, rng)
    truth, middle, low, high, spread = recovered(waves, likelihood, found, n, rng)
    rows = []
    for k, place in enumerate(found.free):
        inside = (low[:, k] <= truth[:, k]) & (truth[:, k] <= high[:, k])
        rows.append(Checked(
            inputs()[place], tuple(int(x) for x in rank_counts(ranks[:, k], DRAWS, BINS)),
            uniformity(ranks[:, k], DRAWS, BINS), float(np.corrcoef(truth[:, k], middle[:, k])[0, 1]),
            float(inside.mean()), float(1 - np.mean(spread[:, k]**2) * 12)))
    return rows


def emulated_ranks(found: Fitted, n: int, rng: np.random.Generator) -> np.ndarray:
    """Return (n, free): the rank of each true value among draws, where truth comes from the prior by the emulator.

    With the method right, every rank from 0 to DRAWS is equally likely (Talts et al. 2018).
    """
    d = found.emulator.slopes.shape[1]
    spread = np.linalg.cholesky(found.errors + found.emulator.misses)
    ranks = np.empty((n, len(found.free)))
    for row in range(n):
        truth, theory = rng.random((1, d)), rng.integers(len(COMBINATIONS), size=1)
        seen = found.emulator.predict(truth, steps(theory))[0] + spread @ rng.standard_normal(len(spread))
        drawn = found.posterior(seen=seen).draw(DRAWS, rng, chains=DRAWS, warm=WARM, thin=1).inputs
        ranks[row] = (drawn[:, found.free] < truth[:, found.free]).sum(axis=0)
    return ranks


def recovered(waves: list[Wave], likelihood: Likelihood, found: Fitted, n: int,
              rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """Return truth, mean, ends of the middle 90% and spread (n, free) where the observations are runs of known draws.

    The runs are of the last wave, and the emulator is fitted to the others.
    """
    blind = fitted(waves[:-1], likelihood, found.free)
    last = waves[-1]
    seen = emulated_misses(likelihood, last.figures)[:, blind.emulated]
    rows = np.flatnonzero(np.isfinite(seen).all(axis=1))[:n]
    parts: list[list[np.ndarray]] = [[], [], [], [], []]
    for row in rows:
        drawn = blind.posterior(seen=seen[row]).draw(4 * DRAWS, rng, chains=DRAWS, warm=WARM).inputs
        free = drawn[:, found.free]
        low, high = np.quantile(free, MIDDLE_90, axis=0)
        for part, value in zip(parts, (last.draws.at[row, found.free], free.mean(axis=0), low, high,
                                       free.std(axis=0))):
            part.append(value)
    return tuple(np.array(part) for part in parts)

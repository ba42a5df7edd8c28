"""Waves of histories: each drawn from what an emulator of those before says the evidence allows.

The first wave is drawn from the prior. After it an emulator is fitted to what was run, and the next wave is drawn
from the posterior that it gives, its own misses counted as error, so that no draw is ruled out for being unlike what
was run so far. Only the latest waves are fitted, and misses are squeezed where they are large (`targets.squeezed`).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analysis.measures.allowed import Allowed, Posterior
from analysis.measures.emulator import Emulator, fit, weight_of_inputs
from experiments.calibration.likelihood import Likelihood
from experiments.calibration.space import COMBINATIONS, Draws, keys, steps
from experiments.calibration.targets import SQUEEZE, misses, squeezed

FREE = 10
"""Parameters that are free: those that weigh most in what could be learnt. Curves are fitted in them."""
LATEST = 3
"""Waves that are fitted: far from the evidence other curves hold."""
KNOWN = 0.8
"""A figure is emulated where at least this share of histories shows it."""


@dataclass(frozen=True, eq=False)
class Wave:
    """One wave: its draws, and what they showed (n, m)."""

    draws: Draws
    figures: np.ndarray


@dataclass(frozen=True, eq=False)
class Fitted:
    """An emulator of some figures, and the posterior that it gives."""

    likelihood: Likelihood
    emulator: Emulator
    free: tuple[int, ...]
    emulated: tuple[int, ...]

    @property
    def errors(self) -> np.ndarray:
        """The covariance of error and tolerance of the emulated figures, squeezed as misses are."""
        return np.eye(len(self.emulated)) / SQUEEZE**2

    def posterior(self, held: np.ndarray | None = None, seen: np.ndarray | None = None,
                  combinations: np.ndarray | None = None) -> Posterior:
        """Return the posterior; of other observations (squeezed misses), or with inputs held, where they are given."""
        nothing_missed = np.zeros(len(self.emulated)) if seen is None else seen
        chosen = np.arange(len(COMBINATIONS)) if combinations is None else combinations
        return Posterior(self.emulator, nothing_missed, self.errors, steps(chosen), held)


def fitted(waves: list[Wave], likelihood: Likelihood, free: tuple[int, ...] | None = None) -> Fitted:
    """Return the emulator of what waves showed; free parameters are chosen by it where they are not given."""
    used = waves[-LATEST:]
    figures = emulated_misses(likelihood, np.concatenate([wave.figures for wave in used]))
    at = np.concatenate([wave.draws.at for wave in used])
    theory = np.concatenate([wave.draws.theory for wave in used])
    well = np.isfinite(figures).mean(axis=1) > 1 - KNOWN
    emulated = tuple(np.flatnonzero(np.isfinite(figures[well]).mean(axis=0) >= KNOWN).tolist())
    table = (at[well], steps(theory[well]), figures[well][:, emulated])
    if free is None:
        free = chosen(fit(*table), likelihood, emulated)
    return Fitted(likelihood, fit(*table, curved=free), free, emulated)


def emulated_misses(likelihood: Likelihood, figures: np.ndarray) -> np.ndarray:
    """Return figures (n, m) as they are emulated."""
    return squeezed(misses(likelihood.targets, figures))


def chosen(emulator: Emulator, likelihood: Likelihood, emulated: tuple[int, ...]) -> tuple[int, ...]:
    """Return the places of the free parameters among the inputs; dials of the history are never free."""
    weight = weight_of_inputs(emulator, np.full(len(emulated), 1 / SQUEEZE),
                              [likelihood.targets[i].group for i in emulated])
    return tuple(sorted(np.argsort(-weight[:len(keys())], kind="stable")[:FREE].tolist()))


def drawn(allowed: Allowed, first_seed: int) -> Draws:
    """Return what was drawn as draws to be run, with seeds of their own."""
    return Draws(np.round(allowed.inputs, 6), allowed.combination, first_seed + np.arange(len(allowed.inputs)))


def next_wave(found: Fitted, n: int, number: int, rng: np.random.Generator,
              figures: Callable[[Draws, str], np.ndarray]) -> Wave:
    """Return the next wave: n draws of the posterior of an emulator, run."""
    draws = drawn(found.posterior().draw(n, rng), 1 + number * 1_000_000)
    return Wave(draws, figures(draws, f"wave {number}"))

"""What a calibration draws: the parameters that `wide` draws, dials of the history, rival theories.

Parameters stand somewhere between the ends of their ranges in the register. Dials of the common history lie in the
boxes read for `observed`. Theories are discrete, every combination equally likely before.
"""

import dataclasses
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import product

import numpy as np

from experiments import worlds
from experiments.composition import Composition
from experiments.runspec import digest
from model.specification.archetypes import BOXED, boxes
from model.specification.specification import Specification
from model.specification.theory import MECHANISMS, Theory, rivals_of

DIALS = tuple(dial for dial in BOXED if boxes("observed")[dial].high > boxes("observed")[dial].low)
"""Dials of the history that are drawn."""
COMBINATIONS = tuple(product(*(rivals_of(mechanism) for mechanism in MECHANISMS)))
"""Every combination of theories, the defaults first."""
RIVALS = tuple((mechanism, word) for mechanism in MECHANISMS for word in rivals_of(mechanism)[1:])
"""Theories other than the default one of a mechanism: each is a step in an emulator."""


@lru_cache(maxsize=1)
def keys() -> tuple[str, ...]:
    """Return the register keys that are drawn, in the register's order."""
    return tuple(entry.key for entry in worlds.swept())


def inputs() -> tuple[str, ...]:
    """Return the names of all inputs in order: parameters by key, then dials of the history."""
    return (*keys(), *(f"history_governance.{dial}" for dial in DIALS))


@lru_cache(maxsize=1)
def ends() -> np.ndarray:
    """Return the lower and the upper end (d, 2) of every input."""
    held = boxes("observed")
    return np.array([(entry.declaration.low, entry.declaration.high) for entry in worlds.swept()]
                    + [(held[dial].low, held[dial].high) for dial in DIALS])


def ranges_digest() -> str:
    """Return a short hash of every input's name and ends: draws mean nothing in other ranges."""
    return digest([[name, *map(float, pair)] for name, pair in zip(inputs(), ends())])[:16]


@dataclass(frozen=True, eq=False)
class Draws:
    """n draws: where in (0, 1) every input stands (n, d), `theory` (n,) among COMBINATIONS, `seed` (n,) of the run."""

    at: np.ndarray
    theory: np.ndarray
    seed: np.ndarray

    def __len__(self) -> int:
        return len(self.at)

    def take(self, rows) -> "Draws":
        """Return some of the draws."""
        return Draws(self.at[rows], self.theory[rows], self.seed[rows])


def prior(n: int, first: int = 0) -> Draws:
    """Return n draws of the prior: worlds first, first + 1, ... of `wide`, with dials and theories of the same number.

    Theories go through all their combinations in an order that has nothing to do with the numbers.
    """
    names = (*keys(), *(f"calibration.{dial}" for dial in DIALS))
    order = sorted(range(len(COMBINATIONS)),
                   key=lambda place: blake2b("|".join(COMBINATIONS[place]).encode(), digest_size=8).digest())
    numbers = np.arange(first, first + n)
    at = np.array([worlds.positions(names, int(number)) for number in numbers]).reshape(n, len(names))
    return Draws(at, np.array(order)[numbers % len(order)], numbers + 1)


def defaults() -> np.ndarray:
    """Return where the register's defaults and the centres of the boxes stand (d,)."""
    held = boxes("observed")
    values = [entry.declaration.default for entry in worlds.swept()] + [held[dial].centre for dial in DIALS]
    return (np.array(values) - ends()[:, 0]) / np.ptp(ends(), axis=1)


def steps(theory: np.ndarray) -> np.ndarray:
    """Return (n, RIVALS): 1 where a draw's combination holds a theory that is not its mechanism's default."""
    table = np.array([[COMBINATIONS[place][MECHANISMS.index(mechanism)] == word for mechanism, word in RIVALS]
                      for place in range(len(COMBINATIONS))], dtype=float)
    return table[theory]


def values(at: np.ndarray) -> dict[str, float]:
    """Return name -> value of every input at places (d,); a place is read in six digits, as it is stored."""
    held = ends()
    found = held[:, 0] + np.round(at, 6) * np.ptp(held, axis=1)
    return dict(zip(inputs(), np.clip(found, held[:, 0], held[:, 1]).tolist()))


def specification(composed: Composition, draws: Draws, row: int) -> Specification:
    """Return the specification of one draw, laid over a composed run.

    The history's dials govern after the switch too where the composed run continues its history.
    """
    return laid_over(composed.at(composed.index, int(draws.seed[row]), parameters(draws.at[row])),
                     dial_values(draws.at[row]), COMBINATIONS[int(draws.theory[row])])


def parameters(at: np.ndarray) -> dict[str, float]:
    """Return register key -> value at places."""
    return {name: value for name, value in values(at).items() if name.startswith("world.")}


def dial_values(at: np.ndarray) -> dict[str, float]:
    """Return dial of the history -> value at places."""
    return {name.partition(".")[2]: value for name, value in values(at).items() if not name.startswith("world.")}


def laid_over(base: Specification, dials: dict[str, float], theory: tuple[str, ...]) -> Specification:
    """Return a specification with other dials of its history, continued where they were, and other theories."""
    history = dataclasses.replace(base.history_governance, **dials)
    continued = vars(base.governance) == vars(base.history_governance)
    return dataclasses.replace(base, history_governance=history, governance=history if continued else base.governance,
                               theory=Theory(*theory))

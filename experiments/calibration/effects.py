"""What moving each dial does, in draws of the prior and in draws that the evidence allows."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from experiments.calibration.bank import Bank
from experiments.calibration.space import Draws
from experiments.composition import compose_run
from experiments.dial_audit import STEP
from model.observation.outcomes import PRIMARY_MONTHS
from model.simulation import simulate
from model.specification.archetypes import BOXED
from model.specification.specification import Specification

OUTCOME = "true_quality"
"""The primary outcome of the main study."""
BLOCK = 4


def effects_bank(folder: Path, words: Sequence[str], quiet: bool) -> Bank:
    """Return the bank that holds, for a draw, the effect of each dial moved up by a quarter, in the order of BOXED."""
    months = compose_run(words).specification.run.switch + PRIMARY_MONTHS
    composed = compose_run([f"months={months}", *words])
    return Bank(folder, composed, BOXED, dial_effects, BLOCK, quiet)


def dial_effects(base: Specification) -> list[float]:
    """Return the effect on the outcome of moving each dial from the switch on, with the same luck."""
    before = simulate(base).outcomes[OUTCOME]
    return [simulate(dataclasses.replace(base, governance=moved(base, dial))).outcomes[OUTCOME] - before
            for dial in BOXED]


def moved(base: Specification, dial: str):
    """Return governance with a dial a quarter higher, held in 0-1."""
    return dataclasses.replace(base.governance, **{dial: min(1.0, getattr(base.governance, dial) + STEP)})


def both(bank: Bank, before: Draws, after: Draws) -> tuple[np.ndarray, np.ndarray]:
    """Return effects (n, dials) in draws of the prior and in draws after calibration; runs that went bad left out."""
    first, later = bank(before, "dial effects, prior"), bank(after, "dial effects, calibrated")
    return first[np.isfinite(first).all(axis=1)], later[np.isfinite(later).all(axis=1)]

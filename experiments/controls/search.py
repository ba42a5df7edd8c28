"""How common the worlds are that meet a control, and a world with few parameters moved that does."""

from collections.abc import Callable, Mapping

import numpy as np

from experiments import worlds
from experiments.controls.control import CONTROLS, Control, compositions, read
from model.parameters.register import register
from model.simulation import RunError

SPARE = 0.15
"""A kept world has this much to spare on every criterion, so that luck does not undo it."""
EDGE = 0.9
"""How far from the middle of its range a moved parameter goes."""
STEPS, SHORT = 12, 40
"""Parameters moved at most; moves tried again after the first step, those that helped most in it."""
HELD = ("demand", "initial", "survey")
"""Blocks that stay as they are: the cases there are, how things stood in 2021, and what a survey makes of moods."""
SMALL = ("service.regions=6", "service.pdus_per_region=4", "service.staff_scale=0.25")
"""Moves are compared in a part of the service, and what is chosen is held to the whole."""


def margins_in(measure: str, n: int, say: Callable[[str], None] = lambda message: None) -> dict[str, np.ndarray]:
    """Return letter -> margins in the first n worlds of a measure, or all; NaN where a run went bad."""
    arms = {control.letter: compositions(control, f"world={measure}") for control in CONTROLS}
    found: dict[str, list[float]] = {control.letter: [] for control in CONTROLS}
    worlds_asked = min(n, worlds.last_index(measure) + 1)
    for index in range(worlds_asked):
        say(f"controls: {measure} world {index + 1} of {worlds_asked}")
        known: dict[tuple, dict[str, float]] = {}
        for control in CONTROLS:
            try:
                for words, arm in zip(control.arms, arms[control.letter], strict=True):
                    known[words] = known.get(words) or read(arm.at(index, 1))
                found[control.letter].append(control.margin(*(known[words] for words in control.arms)))
            except RunError:
                found[control.letter].append(float("nan"))
    return {letter: np.array(margins) for letter, margins in found.items()}


def ends(key: str) -> tuple[float, float]:
    """Return two values of a parameter near the ends of its range."""
    declared = next(entry.declaration for entry in register() if entry.key == key)
    middle, reach = (declared.low + declared.high) / 2, EDGE * (declared.high - declared.low) / 2
    return float(f"{middle - reach:.3g}"), float(f"{middle + reach:.3g}")


def search(control: Control, seeds: tuple[int, ...] = (1, 2),
           start: Mapping[str, float] | None = None) -> dict[str, float]:
    """Return few parameters whose values meet a control with something to spare; none where the search fails.

    From the default world, or what is given to start from, every swept parameter is tried near both ends of
    its range; the best move is kept and those that helped most are tried again. What is not needed is put back.
    """
    arms = {small: compositions(control, "world=default", *words) for small, words in ((True, SMALL), (False, ()))}
    listed = [entry.key for entry in worlds.swept() if entry.block not in HELD]

    def worst(values: Mapping[str, float], small: bool = False) -> float:
        try:
            return min(control.margin(*(read(arm.at(0, seed, values)) for arm in arms[small]))
                       for seed in (seeds[:1] if small else seeds))
        except RunError:
            return float("-inf")

    values = dict(start or {})
    moves = [(key, value) for key in listed for value in ends(key)]
    for _ in range(STEPS):
        if worst(values) >= SPARE:
            return _pruned(values, worst)
        spare = {move: worst({**values, move[0]: move[1]}, small=True) for move in moves if move[0] not in values}
        moves = sorted(spare, key=lambda move: -spare[move])[:SHORT]
        values[moves[0][0]] = moves[0][1]
    return {}


def _pruned(values: dict[str, float], worst: Callable[[Mapping[str, float]], float]) -> dict[str, float]:
    for key in list(values):
        fewer = {other: value for other, value in values.items() if other != key}
        values = fewer if worst(fewer) >= SPARE else values
    return values

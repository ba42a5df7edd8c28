"""Regression adjustment of draws: each is moved by the emulator's slopes as far as its own run says that it is off.

An emulator misses something everywhere; a run at a draw says what it misses there. The draw is moved by the least, in
standard normal places, that would bring its figures to where they are wanted (Beaumont, Zhang & Balding 2002; with
perturbed observations an ensemble smoother, Emerick & Reynolds 2013), and can be run and moved again.
"""

from collections.abc import Sequence

import numpy as np
from scipy import special

from analysis.measures.allowed import NEAR
from analysis.measures.emulator import MIDDLE, Emulator

FURTHEST = 1.5
"""Standard deviations of its prior by which one input is moved at most at a time."""


def adjusted(emulator: Emulator, inputs: np.ndarray, missed: np.ndarray, wanted: np.ndarray, errors: np.ndarray,
             movable: Sequence[int] | None = None) -> np.ndarray:
    """Return inputs (n, d) moved so that figures that came out at `missed` (n, m) come nearer to `wanted` (n, m).

    `errors` (m, m) is how far figures are off by luck, error and tolerance: less is moved for what is unsure.
    `movable` are the inputs that may move, all where none are named. Figures that are missing (NaN) move nothing.
    """
    places = np.arange(inputs.shape[1]) if movable is None else np.asarray(movable, dtype=int)
    found = inputs.copy()
    for row in range(len(inputs)):
        known = np.flatnonzero(np.isfinite(missed[row]))
        if len(known) == 0:
            continue
        x = inputs[row] - MIDDLE
        z = special.ndtri(np.clip(inputs[row, places], NEAR, 1 - NEAR))
        slopes = emulator.slopes[known].copy()
        slopes[:, emulator.curved] += 2 * emulator.curves[known] @ x[emulator.curved]
        slopes = slopes[:, places] * (np.exp(-z**2 / 2) / np.sqrt(2 * np.pi))
        gain = np.linalg.solve(slopes @ slopes.T + errors[np.ix_(known, known)], slopes)
        move = (wanted[row, known] - missed[row, known]) @ gain
        found[row, places] = np.clip(special.ndtr(z + np.clip(move, -FURTHEST, FURTHEST)), NEAR, 1 - NEAR)
    return found

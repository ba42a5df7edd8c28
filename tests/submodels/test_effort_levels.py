"""Levels of effort: what a few rounds settle is what all of them give."""

import numpy as np
import pytest

from model.entities.state import N_TASKS
from model.submodels.effort import levels, levels_after


@pytest.mark.parametrize("g", [-0.2, 0.0, 0.15, 0.6, 0.9])
def test_levels_that_hold_after_some_rounds_are_those_of_all_rounds_to_the_last_digit(g):
    rng, held = np.random.default_rng(1), np.zeros(N_TASKS, int)
    for pulls in rng.uniform(-0.5, 1.5, (500, N_TASKS)).tolist():
        whole = levels(*pulls, g)
        for rounds in range(N_TASKS):
            *found, hold = levels_after.py_func(rounds + 1, *pulls, g)
            held[rounds] += hold
            assert not hold or tuple(found) == whole
    assert held[0] < held[1] <= held[2] <= held[3] <= 500
    assert g <= 0.0 or held[3] == 500

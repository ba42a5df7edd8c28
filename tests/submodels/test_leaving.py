"""The bound by which most people need no hazard of leaving: nobody with such moods has a chance of leaving above it."""

import numpy as np
import pytest

from model.parameters.register import register
from model.stretches import below
from model.submodels.leaving import base_leaving, highest_hazard, leaving_hazard

FALLING = ("wellbeing_leaving", "esteem_leaving", "early_leaving")
"""What makes the hazard fall with mood and service, so long as it is not below nought."""


@pytest.mark.parametrize("seed", range(6))
def test_nobody_is_above_the_highest_hazard(place, seed):
    p, rng = place(1).world.workforce, np.random.default_rng(seed)
    for name in FALLING:
        p[name] = rng.uniform(0.0, 6.0)
    for factor in rng.uniform(0.2, 3.0, 20):
        least = rng.choice([0.0, rng.uniform(), 1.0], 2)
        highest = highest_hazard(factor, *least, p)
        for grade in range(5):
            wellbeing, esteem = least + rng.choice([0.0, rng.uniform(), 1.0], 2) * (1.0 - least)
            tenure = int(rng.integers(0, 400))
            assert leaving_hazard(base_leaving(grade, p), factor, wellbeing, esteem, tenure, p) <= highest
    bases = [base_leaving(grade, p) for grade in range(5)]
    assert highest == leaving_hazard(max(bases), factor, *least, 0, p)


def test_moods_are_just_above_what_they_are_said_to_be_above_and_an_empty_post_has_none():
    moods, in_post = np.array([0.25, 0.7, 0.1, 1.0]), np.array([1, 1, 0, 1], np.int8)
    assert 0.25 - 1e-9 < below(moods, in_post, 0, 4) < 0.25
    assert 0.7 - 1e-9 < below(moods, in_post, 1, 4) < 0.7
    assert 1.0 - 1e-9 < below(moods, in_post, 2, 3) < 1.0


@pytest.mark.parametrize("name", FALLING)
def test_the_ranges_keep_the_hazard_falling(name):
    low = next(entry.declaration.low for entry in register() if entry.key == f"world.workforce.{name}")
    assert low >= 0.0

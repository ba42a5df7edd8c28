"""The bound by which most people need no look at their own moods: lower moods never make leaving less likely."""

import numpy as np
import pytest

from model.parameters.register import register
from model.stretches import below
from model.submodels.leaving import base_leaving, leaving_hazard, mood_leaving
from model.submodels.workforce import see_moves

FALLING = ("wellbeing_leaving", "esteem_leaving")
"""What makes the hazard fall with mood, so long as it is not below nought."""


@pytest.mark.parametrize("seed", range(6))
def test_nobody_is_more_likely_to_leave_than_with_the_lowest_moods(place, seed):
    p, rng = place(1).world.workforce, np.random.default_rng(seed)
    for name in FALLING:
        p[name] = rng.uniform(0.0, 6.0)
    for factor in rng.uniform(0.2, 3.0, 20):
        least = rng.choice([0.0, rng.uniform(), 1.0], 2)
        wellbeing, esteem = least + rng.choice([0.0, rng.uniform(), 1.0], 2) * (1.0 - least)
        base, tenure = rng.uniform(0.0, 0.2), int(rng.integers(0, 400))
        own, bound = mood_leaving(wellbeing, esteem, p), mood_leaving(*least, p)
        assert own <= bound
        assert leaving_hazard(base, factor, own, tenure, p) <= leaving_hazard(base, factor, bound, tenure, p)


def test_all_who_would_leave_are_looked_at(place):
    """Where luck lies just below a person's own chance that person is seen, and a post that is filled."""
    s = place(4)
    p, rng, n, filling, factor = s.world.workforce, np.random.default_rng(3), len(s.people.uid), 0.1, 1.5
    s.people.wellbeing[:], s.people.esteem[:] = rng.uniform(size=(2, n))
    s.people.tenure[:], s.people.grade[:] = rng.integers(0, 300, n), rng.integers(0, 5, n)
    s.people.in_post[:] = rng.integers(0, 2, n)
    moods = [mood_leaving(*both, p) for both in zip(s.people.wellbeing, s.people.esteem, strict=True)]
    own = [leaving_hazard(base_leaving(grade, p), factor, mood, tenure, p)
           for grade, mood, tenure in zip(s.people.grade, moods, s.people.tenure, strict=True)]
    chance = np.where(s.people.in_post == 1, own, filling)
    least = mood_leaving(*(below(mood, s.people.in_post, 0, n) for mood in (s.people.wellbeing, s.people.esteem)), p)
    seen, half = np.zeros(n, np.int8), 2.0 ** 32
    for luck, all_of_them in ((np.floor(chance * half) - 1, True), (np.full(n, half - 1), False)):
        see_moves(s.people, 0, n, luck.astype(np.uint64) << np.uint64(32), filling, factor, least, p, seen)
        assert seen.all() if all_of_them else not seen.any()


def test_moods_are_just_above_what_they_are_said_to_be_above_and_an_empty_post_has_none():
    moods, in_post = np.array([0.25, 0.7, 0.1, 1.0]), np.array([1, 1, 0, 1], np.int8)
    assert 0.25 - 1e-9 < below(moods, in_post, 0, 4) < 0.25
    assert 0.7 - 1e-9 < below(moods, in_post, 1, 4) < 0.7
    assert 1.0 - 1e-9 < below(moods, in_post, 2, 3) < 1.0


@pytest.mark.parametrize("name", FALLING)
def test_the_ranges_keep_the_hazard_falling(name):
    low = next(entry.declaration.low for entry in register() if entry.key == f"world.workforce.{name}")
    assert low >= 0.0

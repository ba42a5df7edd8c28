"""Reflection and agreement: one rule at three levels, in closed form, and what a code's learning makes of them."""

import numpy as np
import pytest

from model.entities.state import N_ELEMENTS
from model.month import learning_phase
from model.submodels.reflection import agreement_change, reflection, reflection_change, room_to_learn


@pytest.fixture
def settled(place):
    """Return a small service on which reflection acts alone, with loads that differ, and its parameters."""
    s = place(3)
    s.pdus.workload[:], s.pdus.change[:] = np.linspace(0.8, 1.6, 9), np.linspace(0.0, 8.0, 9)
    s.centre.headlines[0] = 0.3
    return s, s.world.practice


def after(s, months=2000):
    for _ in range(months):
        reflection(s.centre, s.regions, s.pdus, s.chosen.dials, s.world.practice)


def test_every_level_rests_where_its_own_load_and_the_mandates_in_flight_leave_it(settled):
    s, p = settled
    after(s)
    taken = p.reflection_overload * np.maximum(0.0, s.pdus.workload - 1.0)
    assert s.pdus.reflection == pytest.approx(1.0 - taken - p.reflection_change * s.pdus.change)
    for r in range(3):
        inside = s.pdus.region == r
        left = 1.0 - taken[inside].mean() - p.reflection_change * s.pdus.change[inside].mean()
        assert s.regions.reflection[r] == pytest.approx(left)
    assert s.centre.reflection[0] == pytest.approx(1.0 - 0.3 * p.reflection_news
                                                   - p.reflection_change * s.pdus.change.mean())


def test_a_region_agrees_by_its_own_code_and_the_centre_as_its_regions_do(settled):
    s, p = settled
    s.centre.code[0] = 1
    s.regions.code[0], s.regions.code[1], s.regions.code[2] = 1, 0, -1
    after(s)
    for r, shared in enumerate((1.0, 0.5, 0.0)):
        thought = s.regions.reflection[r]
        made = p.agreement_voice * s.chosen.dials.voice + p.agreement_code * (shared - 0.5)
        assert s.regions.agreement[r] == pytest.approx(thought / 2 + min(1.0, 2 * thought) * made)
    assert s.centre.agreement[0] == pytest.approx(s.regions.agreement.mean())


@pytest.mark.parametrize("voice, conformity", [(1.0, 0.5), (0.0, 1.0), (1.0, 1.0)])
def test_neither_voice_nor_a_code_makes_agreement_without_time_to_think(place, voice, conformity):
    p = place(1).world.practice
    assert agreement_change.py_func(0.0, 0.0, voice, conformity, p) == 0.0
    more = [agreement_change.py_func(0.0, thought, voice, conformity, p) for thought in (0.0, 0.2, 0.4, 0.6)]
    assert more == sorted(more)
    assert more[0] < more[1]


def test_recovery_is_at_one_speed_from_wherever_it_starts(place):
    p = place(1).world.practice
    assert reflection_change.py_func(0.2, 0.0, 0.0, p) == pytest.approx(0.8 * p.reflection_speed)
    assert reflection_change.py_func(1.0, 2.0, 0.0, p) == pytest.approx(-p.reflection_speed), "held at nought"


def test_room_to_learn_is_one_in_the_middle_and_never_below_nought(place):
    p = place(1).world.practice
    assert room_to_learn.py_func(0.5, 0.5, p) == 1.0
    gap = room_to_learn.py_func(1.0, 0.5, p) - room_to_learn.py_func(0.0, 0.5, p)
    assert gap == pytest.approx(p.learning_reflection)
    p.learning_reflection, p.learning_agreement = 3.0, 0.0
    assert room_to_learn.py_func(0.0, 0.5, p) == 0.0


@pytest.mark.parametrize("level", ["centre", "regions"])
def test_without_room_a_code_stands_still_and_the_other_levels_goes_on(place, level):
    s = place(5)
    p = s.world.practice
    p.learning_reflection, p.learning_agreement, p.research_rate, p.theory_rate = 3.0, 0.0, 0.5, 0.5
    p.turbulence, p.mandate_share, s.regions.code[:] = 0.0, 0.5, 0
    s.centre.reflection[0] = s.regions.reflection[:] = 0.5
    getattr(s, level).reflection[:] = 0.0
    before = s.centre.code.copy()
    learning_phase(s.state, s.inputs, s.chosen, 0)
    moved = {"centre": (s.centre.code != before).sum(), "regions": (s.regions.code != 0).sum()}
    assert moved.pop(level) == 0
    assert 0 < moved.popitem()[1] <= 3 * N_ELEMENTS

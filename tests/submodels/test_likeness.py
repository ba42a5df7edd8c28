"""Bounded confidence: who is heard, what is kept, and where it says otherwise than distance."""

import numpy as np
import pytest

from model.submodels.likeness import exposure_by_likeness, moods_heard
from model.submodels.wellbeing import wellbeing


def heard_by_hand(people, bound):
    """Return the climate that each heard, person by person."""
    found = np.zeros(len(people.uid))
    for i in np.flatnonzero(people.in_post):
        around = people.wellbeing[(people.pdu == people.pdu[i]) & (people.in_post == 1)] - people.wellbeing[i]
        found[i] = people.wellbeing[i] + around[np.abs(around) <= bound].sum() / len(around)
    return found


def set_climate(s):
    """Set the mean mood of every unit."""
    here = s.people.in_post == 1
    s.pdus.climate[:] = np.bincount(s.people.pdu[here], s.people.wellbeing[here]) / np.bincount(s.people.pdu[here])


@pytest.mark.parametrize("bound", [0.0, 0.02, 0.1, 0.3, 1.0])
@pytest.mark.parametrize("seed", [1, 2])
def test_those_within_the_bound_are_heard_and_nobody_else(place, seed, bound):
    s = place(seed)
    order = np.random.default_rng(seed).permutation(len(s.people.uid))
    people = s.people._replace(**{name: getattr(s.people, name)[order].copy() for name in s.people._fields})
    assert (people.in_post == 0).any()
    assert moods_heard(people, len(s.pdus), bound) == pytest.approx(heard_by_hand(people, bound), abs=1e-8)


def test_within_a_bound_of_the_whole_scale_the_mood_of_the_unit_is_heard(place):
    s = place(3)
    set_climate(s)
    here = s.people.in_post == 1
    assert moods_heard(s.people, len(s.pdus), 1.0)[here] == pytest.approx(s.pdus.climate[s.people.pdu[here]], abs=1e-8)


def moods_alone(s, bound, months):
    """Let moods spread with all else off; bound None is by distance."""
    p = s.world.wellbeing
    p.speed, p.luck, p.climate = 0.0, 0.0, 0.12
    set_climate(s)
    for t in range(months):
        heard = np.empty(0) if bound is None else moods_heard(s.people, len(s.pdus), bound)
        wellbeing(s.people, s.pdus, s.scratch, heard, s.chosen.dials, p, 1, t)
    return s


@pytest.mark.parametrize("bound", [None, 0.05, 0.2])
def test_with_all_else_off_every_unit_keeps_its_mean(place, bound):
    s = place(4)
    set_climate(s)
    before = s.pdus.climate.copy()
    moods_alone(s, bound, 60)
    assert s.pdus.climate == pytest.approx(before, abs=1e-7)
    assert before.std() > 0.005


@pytest.mark.parametrize("bound, apart", [(0.3, 0.6), (None, 0.0)])
def test_two_camps_further_apart_than_the_bound_stay_so_and_by_distance_they_meet(place, bound, apart):
    s = place(5)
    s.people.wellbeing[:] = np.where(s.people.uid % 2 == 0, 0.2, 0.8)
    moods_alone(s, bound, 120)
    here = s.people.in_post == 1
    for u in range(len(s.pdus)):
        camps = [s.people.wellbeing[here & (s.people.pdu == u) & (s.people.uid % 2 == k)] for k in (0, 1)]
        assert abs(camps[0].mean() - camps[1].mean()) == pytest.approx(apart, abs=1e-4)


def hear(s, bound, reported, overall, t=0):
    """Publish reports on some units and let others hear them."""
    s.pdus.published_at[reported], s.pdus.overall[reported] = t, overall
    s.world.esteem.likeness_bound = bound
    exposure_by_likeness(s.pdus, s.centre, s.scratch.sums, s.chosen.regime, s.chosen.national, s.world.esteem, 1.0, t)
    return s.pdus.exposure


def test_a_report_is_heard_by_units_alike_not_by_the_nearest_and_not_by_its_own(place):
    s = place(6)
    s.pdus.believed_own[:] = np.linspace(0.3, 0.7, len(s.pdus))
    assert hear(s, 0.051, [4], 0) == pytest.approx([0, 0, 0, 2, 0, 2, 0, 0, 0])
    assert hear(place(6), 1.0, [4], 1) == pytest.approx([1, 1, 1, 1, 0, 1, 1, 1, 1])
    assert hear(place(6), 1.0, [4], 2) == pytest.approx([0.0] * 9)


def test_what_is_heard_adds_up_and_fades_with_its_half_life(place):
    s = place(7)
    s.world.esteem.exposure_half_life = 6.0
    assert hear(s, 1.0, [0, 3], 0)[1] == pytest.approx(4.0)
    for t in range(1, 7):
        hear(s, 1.0, [], 0, t)
    assert s.pdus.exposure[1] == pytest.approx(2.0)


def test_a_report_on_the_centre_reaches_everyone(place):
    s = place(8)
    s.centre.published_at[0], s.centre.overall[0] = 0, 0
    national = s.chosen.national.copy()
    national["publishes"] = 1.0
    exposure_by_likeness(s.pdus, s.centre, s.scratch.sums, s.chosen.regime, national, s.world.esteem, 1.0, 0)
    assert s.pdus.exposure == pytest.approx(np.full(9, 2.0))

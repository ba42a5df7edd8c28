"""What is moved, and in which designs: causes as places, trajectories and paths."""

from itertools import pairwise

import numpy as np
import pytest

from experiments.inquiry import Inquiry
from experiments.sensitivity.causes import GROUPS, LUCK, NULL, causes_of
from experiments.sensitivity.designs import PATHS, paths, points, screening
from experiments.studies import find_study
from experiments.study import Size
from model.parameters.register import register

SIZE = Size(0, 0, 0, more={"trajectories": 2, "paths": 12, "points": 5, "causes": 0})


@pytest.fixture(scope="module")
def inquiry():
    return Inquiry(find_study("sensitivity"), "smoke")


@pytest.fixture(scope="module")
def causes(inquiry):
    return causes_of(inquiry)


def asked(causes, inquiry, **moved):
    """Return the specification at the middle of everything, but for the causes named."""
    composed = inquiry.sides("default")["hierarchical"]
    place = np.full(len(causes.names), 0.4)
    for name, at in moved.items():
        place[causes.names.index(name)] = at
    return causes.asked(composed, "hierarchical", PATHS, 0, 7, place, "").spec


def test_every_parameter_with_room_is_a_cause_and_every_grade_a_group(causes):
    roomy = {entry.key for entry in register() if entry.declaration.low < entry.declaration.high}
    assert {name for name in causes.names if name.startswith("world.")} == roomy
    assert set(causes.groups.values()) == {*GROUPS, ""}
    assert [name for name, group in causes.groups.items() if not group] == [NULL]


def test_a_cause_moves_what_it_names_and_nothing_else(causes, inquiry):
    plain = asked(causes, inquiry)
    assert asked(causes, inquiry, **{NULL: 0.9}).id == plain.id
    lucky = asked(causes, inquiry, **{LUCK: 0.9}).specification
    assert (plain.specification.run.seed, lucky.run.seed) == (7, 8)
    assert lucky.world == plain.specification.world
    other = asked(causes, inquiry, **{"theory/learning": 0.99}).specification
    assert (plain.specification.theory.learning, other.theory.learning) == ("march_a", "lateral")
    assert other.world == plain.specification.world
    entry = register()[0]
    top = asked(causes, inquiry, **{entry.key: 1.0}).specification
    assert getattr(getattr(top.world, entry.block), entry.name) == entry.declaration.high


def test_what_the_caller_states_is_no_cause():
    stated = causes_of(Inquiry(find_study("sensitivity"), "smoke", ("world.effort.inertia=0.5", "theory/effort=logit")))
    assert {"world.effort.inertia", "theory/effort"}.isdisjoint(stated.names)


def test_a_trajectory_moves_one_cause_at_a_time_and_each_once(causes):
    laid = screening(causes, SIZE)
    for block in (0, 1):
        moved = np.diff(laid.places[laid.blocks == block], axis=0) != 0
        assert (moved.sum(axis=1) == 1).all()
        assert (moved.sum(axis=0) == 1).all()


def test_a_path_takes_one_group_at_a_step_and_all_in_the_end(causes):
    laid, orders = paths(causes, SIZE)
    groups = np.array(list(causes.groups.values()))
    for block, order in enumerate(orders):
        moved = np.diff(laid.places[laid.blocks == block], axis=0) != 0
        for step, group in enumerate(order):
            assert set(groups[moved[step]]) == {GROUPS[group]}
        assert moved.sum(axis=0).tolist() == [int(bool(group)) for group in groups]


def test_random_points_are_all_apart_and_each_cause_is_spread_evenly(causes):
    places = points(causes, SIZE).places
    assert (np.sort((places * 5).astype(int), axis=0) == np.arange(5)[:, None]).all()


def test_scenarios_share_place_and_luck_and_are_as_many_as_counted(inquiry):
    for stage in inquiry.study.stages[:3]:
        rows = list(stage.asked(inquiry))
        assert len(rows) == stage.count(inquiry.size)
        for row, other in pairwise(rows):
            if row.index == other.index:
                assert row.spec.specification.world == other.spec.specification.world
                assert row.spec.specification.run == other.spec.specification.run
                assert row.spec.specification.governance != other.spec.specification.governance

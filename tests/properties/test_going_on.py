"""A run stopped between two months and gone on from is the run that was never stopped."""

from dataclasses import replace

import numpy as np
import pytest

from model.simulation import copied, prepare, run_on, run_to, share_history, simulate
from model.specification.dials import Governance
from model.specification.regime import Regime

LEVELS = ("nation", "region", "pdu")


def assert_same(one, other):
    assert one.outcomes.keys() == other.outcomes.keys()
    for name in LEVELS:
        assert np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True), name
    assert all(np.array_equal(one.events[name], other.events[name]) for name in one.events)
    assert np.array_equal([*one.outcomes.values()], [*other.outcomes.values()], equal_nan=True)


def elsewhere(specification):
    return replace(specification, governance=Governance(grip=0.9, voice=0.1), regime=Regime(stakes=1.0, narrative=0.0),
                   names={"governance": "another"})


@pytest.mark.parametrize("world", [1, 5, 8, 12, 17])
def test_scenarios_gone_on_from_one_history_are_those_run_from_the_beginning(drawn, world):
    specification = drawn(world)
    other = elsewhere(specification)
    midway = run_to(specification, specification.run.switch, LEVELS)
    assert share_history(specification, other)
    assert_same(run_on(midway, other), simulate(other, LEVELS))
    assert_same(run_on(midway, specification), simulate(specification, LEVELS))
    assert not np.array_equal(run_on(midway, other).nation, run_on(midway, specification).nation, equal_nan=True)


@pytest.mark.parametrize("month", [0, 1, 17, 30, 99])
def test_it_may_be_stopped_in_any_month(drawn, month):
    specification = drawn(2)
    assert_same(run_on(run_to(specification, month, LEVELS), specification), simulate(specification, LEVELS))


def test_going_on_leaves_what_it_began_with(drawn):
    midway = run_to(drawn(3), 12)
    before, tables = copied(midway.state), copied(midway.tables)
    run_on(midway, drawn(3))
    assert midway.state.practitioners.esteem.tobytes() == before.practitioners.esteem.tobytes()
    assert midway.state.pdus.tobytes() == before.pdus.tobytes()
    assert midway.tables.nation.tobytes() == tables.nation.tobytes()
    assert midway.state.inspectorate.n_events[0] == before.inspectorate.n_events[0]


def test_an_input_may_change_at_the_month(drawn):
    specification = drawn(4)
    shocked = replace(specification, shock=replace(specification.shock, start=20, months=10, share=0.5))
    quiet = replace(specification, shock=replace(specification.shock, share=0.0, start=20, months=10))
    went_on, plain = run_on(run_to(quiet, 20), shocked), simulate(quiet)
    assert np.array_equal(went_on.nation[:20], plain.nation[:20], equal_nan=True)
    assert not np.array_equal(went_on.nation[20:], plain.nation[20:], equal_nan=True)


@pytest.mark.parametrize("change", [
    lambda s: replace(s, run=replace(s.run, seed=s.run.seed + 1)),
    lambda s: replace(s, run=replace(s.run, switch=s.run.switch + 1)),
    lambda s: replace(s, history_regime=replace(s.history_regime, stakes=0.123)),
    lambda s: replace(s, espoused=replace(s.espoused, grip=0.123)),
    lambda s: replace(s, shock=replace(s.shock, share=0.123)),
    lambda s: replace(s, switched_off=(*s.switched_off, "own_sting")),
    lambda s: replace(s, world=replace(s.world, esteem=replace(s.world.esteem, own_sting=0.123))),
])
def test_runs_that_differ_before_the_switch_share_nothing(drawn, change):
    assert not share_history(drawn(4), change(drawn(4)))


def test_another_number_of_months_is_refused(drawn):
    specification = drawn(4)
    with pytest.raises(ValueError, match="30 months cannot go on as one of 31"):
        run_on(run_to(specification, 5), replace(specification, run=replace(specification.run, months=31)))


def test_a_copy_shares_no_memory(drawn):
    state, _ = prepare(drawn(0))
    twin = copied(state)
    for one, other in zip(state.practitioners, twin.practitioners, strict=True):
        assert not np.shares_memory(one, other)
    assert not np.shares_memory(state.pdus, twin.pdus)
    assert type(state.pdus) is type(twin.pdus)

"""Where PDUs and practitioners stand in memory is nothing: only their identity counts."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.month import month
from model.simulation import prepare
from model.specification.specification import ServiceSpecification
from model.stretches import LONGEST

SEEDS = st.integers(0, 2**32 - 1)


def reordered(state, pdu_order, post_order):
    """Return the state with rows in another order: new row k holds old row order[k]."""
    new_row = np.argsort(pdu_order)
    people = {name: getattr(state.practitioners, name)[post_order].copy() for name in state.practitioners._fields}
    people["pdu"][:] = new_row[people["pdu"]]
    pdus = state.pdus[pdu_order].copy().view(np.recarray)
    state.scratch.row_of[pdus.uid] = np.arange(len(pdus))
    return state._replace(practitioners=state.practitioners._replace(**people), pdus=pdus)


def in_order(events):
    return events[np.lexsort(events.T)]


@given(world=st.integers(0, 30), order=SEEDS)
@settings(max_examples=25, deadline=None)
def test_any_order_gives_the_same_run(drawn, run_state, world, order):
    specification, rng = drawn(world), np.random.default_rng(order)
    months = specification.run.months
    plain = run_state(*prepare(specification), months)
    state, inputs = prepare(specification)
    pdu_order, post_order = rng.permutation(len(state.pdus)), rng.permutation(len(state.practitioners.uid))
    moved = run_state(reordered(state, pdu_order, post_order), inputs, months)
    assert np.array_equal(plain.nation, moved.nation, equal_nan=True)
    assert np.array_equal(plain.region, moved.region)
    assert np.array_equal(plain.pdu[:, pdu_order], moved.pdu)
    assert np.array_equal(in_order(plain.events), in_order(moved.events))


@pytest.mark.parametrize("world", range(4))
def test_every_row_of_the_state_goes_its_own_way_whatever_stands_beside_it(drawn, world):
    specification = drawn(world)
    (plain, inputs), (other, _) = prepare(specification), prepare(specification)
    rng = np.random.default_rng(world)
    pdu_order, post_order = rng.permutation(len(plain.pdus)), rng.permutation(len(plain.practitioners.uid))
    moved = reordered(other, pdu_order, post_order)
    for t in range(specification.run.months):
        month(plain, inputs, t)
        month(moved, inputs, t)
        for name in plain.pdus.dtype.names:
            assert np.array_equal(plain.pdus[name][pdu_order], moved.pdus[name]), (t, name)
        for name in set(plain.practitioners._fields) - {"pdu"}:
            here, there = getattr(plain.practitioners, name)[post_order], getattr(moved.practitioners, name)
            assert np.array_equal(here, there), (t, name)
        assert plain.centre.tobytes() == moved.centre.tobytes(), t


def test_a_unit_of_more_posts_than_a_stretch_is_as_people_one_by_one(drawn, run_state):
    """Shuffled rows are stretches of a few; a unit of a thousand posts is several stretches."""
    specification = replace(drawn(2), service=ServiceSpecification(regions=1, pdus_per_region=2, staff_scale=5.0))
    plain = run_state(*prepare(specification), 12)
    state, inputs = prepare(specification)
    assert np.bincount(state.practitioners.pdu).min() > LONGEST
    shuffled = np.random.default_rng(1).permutation(len(state.practitioners.uid))
    moved = run_state(reordered(state, np.arange(2), shuffled), inputs, 12)
    assert np.array_equal(plain.nation, moved.nation, equal_nan=True)
    assert np.array_equal(plain.pdu, moved.pdu)


def test_a_draw_by_place_would_be_seen(drawn, run_state):
    specification = drawn(1)
    months = specification.run.months
    plain = run_state(*prepare(specification), months)
    state, inputs = prepare(specification)
    wrong = reordered(state, np.arange(len(state.pdus))[::-1], np.arange(len(state.practitioners.uid)))
    wrong.pdus.uid[:] = np.arange(len(wrong.pdus))
    assert not np.array_equal(plain.nation, run_state(wrong, inputs, months).nation, equal_nan=True)

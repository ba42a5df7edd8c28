"""Scenarios share their luck; nobody's luck hangs on anybody else's fate."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.month import month
from model.observation.columns import NATION
from model.simulation import prepare
from model.specification.dials import DIALS, Governance

CASELOAD = [column.name for column in NATION].index("caseload")


@given(world=st.integers(0, 10**6), other=st.integers(0, 10**6))
@settings(max_examples=15, deadline=None)
def test_scenarios_are_one_until_they_switch(drawn, run, world, other):
    one, changed = drawn(world), drawn(world)
    changed.governance, changed.regime = drawn(other).governance, drawn(other + 1).regime
    changed.national, switch = drawn(other + 2).national, one.run.switch
    a, b = run(one), run(changed)
    for level in ("nation", "region", "pdu"):
        assert np.array_equal(getattr(a, level)[:switch], getattr(b, level)[:switch], equal_nan=True)
    early = [events[events[:, 1] < switch] for events in (a.events, b.events)]
    assert np.array_equal(*early)


def test_after_the_switch_they_still_share_what_governance_does_not_touch(toy, run):
    one, changed = toy(), toy()
    changed.governance = Governance(**dict.fromkeys(DIALS, 0.9))
    a, b = run(one), run(changed)
    switch = one.run.switch
    assert np.array_equal(a.nation[:, CASELOAD], b.nation[:, CASELOAD])
    assert not np.array_equal(a.nation[switch], b.nation[switch], equal_nan=True)


def test_a_later_switch_moves_the_parting_and_another_seed_parts_at_once(toy, run):
    one, later, elsewhere = toy(), toy(), toy()
    for s in (one, later):
        s.governance = Governance(**dict.fromkeys(DIALS, 0.1))
    later.run.switch = 30
    elsewhere.run.seed += 1
    a, b, c = run(one), run(later), run(elsewhere)
    equal = [np.array_equal(x, y, equal_nan=True) for x, y in zip(a.nation, b.nation)]
    assert equal.index(False) == 24
    assert not np.array_equal(a.nation[0], c.nation[0], equal_nan=True)


def test_a_longer_run_begins_as_the_shorter_one(toy, run):
    short, long = toy(), toy()
    short.run.months = 40
    a, b = run(short), run(long)
    assert np.array_equal(a.nation, b.nation[:40], equal_nan=True)
    assert np.array_equal(a.pdu, b.pdu[:40])


def leave(people, row):
    """Take the person out of a post, as one who leaves between two months."""
    people.in_post[row] = people.absent[row] = 0
    people.sequence[row] += 1


@pytest.mark.parametrize("which", [0, 17, 60, -1])
def test_a_leaver_moves_nobody_elses_luck(toy, which):
    """In the next month everyone else leaves, arrives and falls ill exactly as they would have."""
    specification = toy()
    specification.world.workforce.poaching = 0.0
    (stays, inputs), (leaves, _) = prepare(specification), prepare(specification)
    for t in range(8):
        month(stays, inputs, t)
        month(leaves, inputs, t)
    row = np.flatnonzero(stays.practitioners.in_post)[which]
    leave(leaves.practitioners, row)
    month(stays, inputs, 8)
    month(leaves, inputs, 8)
    a, b = stays.practitioners, leaves.practitioners
    others = np.arange(len(a.uid)) != row
    elsewhere = stays.pdus.region[a.pdu] != stays.pdus.region[a.pdu[row]]
    for name in ("in_post", "absent", "sequence", "grade", "tenure", "training", "skill", "intrinsic"):
        assert np.array_equal(getattr(a, name)[others], getattr(b, name)[others]), name
    for name in a._fields:
        assert np.array_equal(getattr(a, name)[elsewhere], getattr(b, name)[elsewhere]), name
    assert b.sequence[row] > a.sequence[row]


def test_a_recruit_is_not_the_one_who_left(toy):
    """Two who hold one post after one another differ in what they bring: the vacancy's number is in the key."""
    specification = toy()
    specification.world.workforce.filling = 0.2
    state, inputs = prepare(specification)
    first = state.practitioners.intrinsic.copy()
    held = state.practitioners.in_post.copy()
    for t in range(60):
        month(state, inputs, t)
    people = state.practitioners
    replaced = (held == 1) & (people.in_post == 1) & (people.sequence > 0)
    assert replaced.sum() > 5
    assert (people.intrinsic[replaced] != first[replaced]).all()
    kept = (held == 1) & (people.sequence == 0)
    assert np.array_equal(people.intrinsic[kept], first[kept])

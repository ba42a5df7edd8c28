"""People, posts, time and inspector-days balance in every month, in worlds drawn from anywhere in the ranges."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.entities.state import NEVER, PO, PSO, SPO, TRAINEE
from model.inspection.selection import visit_days
from model.month import month
from model.simulation import prepare

WORLDS = st.integers(0, 10**6)
EFFORTS = ("relational", "recorded", "presentational", "improvement")


def months_of(specification):
    """Yield (t, state, inputs, what was before) after each month."""
    state, inputs = prepare(specification)
    for t in range(specification.run.months):
        before = state.practitioners._replace(**{n: getattr(state.practitioners, n).copy()
                                                 for n in state.practitioners._fields})
        month(state, inputs, t)
        yield t, state, inputs, before


def by_pdu(people, values, n):
    return np.bincount(people.pdu, weights=values, minlength=n).astype(int)


@given(WORLDS)
@settings(max_examples=20, deadline=None)
def test_people_and_posts_balance(drawn, world):
    for _, state, _, before in months_of(drawn(world)):
        people, pdus, n = state.practitioners, state.pdus, len(state.pdus)
        for name in ("uid", "pdu", "post_grade"):
            assert np.array_equal(getattr(people, name), getattr(before, name))
        filled, was = by_pdu(people, people.in_post, n), by_pdu(before, before.in_post, n)
        assert np.array_equal(filled, was - pdus.leavers + pdus.joiners + pdus.transfers)
        assert pdus.transfers.sum() == 0
        assert np.array_equal(pdus.staff, filled)
        gone = (people.sequence - before.sequence).sum()
        assert gone >= pdus.leavers.sum() + np.maximum(pdus.transfers, 0).sum()
        assert set(np.unique(people.sequence - before.sequence)) <= {0, 1}


@given(WORLDS)
@settings(max_examples=15, deadline=None)
def test_people_sit_in_posts_of_their_grade_and_are_counted_once(drawn, world):
    for _, state, _, _ in months_of(drawn(world)):
        people, pdus, n = state.practitioners, state.pdus, len(state.pdus)
        held = people.in_post == 1
        learning = (people.grade == TRAINEE) & (people.post_grade == PO)
        assert ((people.grade == people.post_grade) | learning)[held].all()
        assert (people.training[held & learning] > 0).all()
        assert (people.absent[~held] == 0).all()
        assert np.array_equal(pdus.present + pdus.absent, pdus.staff)
        assert np.array_equal(pdus.absent, by_pdu(people, people.absent, n))
        assert np.array_equal(pdus.officers, by_pdu(people, held & (people.grade == PO), n))
        assert np.array_equal(pdus.psos, by_pdu(people, held & np.isin(people.grade, (PSO, TRAINEE)), n))
        assert np.array_equal(pdus.spos, by_pdu(people, held & (people.grade == SPO), n))
        assert (pdus.officer_leavers + pdus.pso_leavers + pdus.spo_leavers <= pdus.leavers).all()


@given(WORLDS)
@settings(max_examples=10, deadline=None)
def test_officers_hold_all_cases_where_nobody_else_works_and_none_where_they_do_not(drawn, world):
    for _, state, _, _ in months_of(drawn(world)):
        people, pdus, n = state.practitioners, state.pdus, len(state.pdus)
        at_work = (people.in_post == 1) & (people.absent == 0)
        officer = people.grade == PO
        officers, others = by_pdu(people, at_work & officer, n), by_pdu(people, at_work & ~officer, n)
        assert (pdus.officer_cases >= 0).all()
        assert (pdus.officer_cases <= pdus.caseload * (1 + 1e-9)).all()
        assert (pdus.officer_cases[officers == 0] == 0).all()
        alone = (others == 0) & (officers > 0)
        assert pdus.officer_cases[alone] == pytest.approx(pdus.caseload[alone], rel=1e-6)


@given(WORLDS)
@settings(max_examples=10, deadline=None)
def test_nobody_takes_a_post_before_it_is_funded(drawn, world):
    for t, state, _, before in months_of(drawn(world)):
        people = state.practitioners
        assert (people.opens[(people.in_post == 1) & (before.in_post == 0)] <= t).all()


@given(WORLDS)
@settings(max_examples=20, deadline=None)
def test_time_balances(drawn, world):
    for _, state, inputs, _ in months_of(drawn(world)):
        people, pdus = state.practitioners, state.pdus
        levels = np.stack([getattr(people, name) for name in EFFORTS])
        assert (levels >= 0).all()
        assert (levels[:, people.in_post == 0] == 0).all()
        assert (pdus.debited >= 0).all()
        assert (pdus.debited <= inputs.world.service.debit_limit).all()
        working = (people.in_post == 1) & (people.absent == 0)
        for i in np.flatnonzero((pdus.capacity > 1e-3) & (pdus.demand > 0)):
            given_levels = levels.sum(axis=0)[working & (people.pdu == i)]
            delivered = (1 - pdus.held_back[i]) * (1 + pdus.lifted[i])
            work = pdus.work[i].sum() + pdus.work[i, 1] * (1 / delivered - 1)
            done = work * pdus.demand[i] / pdus.capacity[i]
            assert given_levels.min() - 1e-6 <= done <= given_levels.max() + 1e-6


@given(WORLDS)
@settings(max_examples=20, deadline=None)
def test_every_published_rating_has_its_fieldwork(drawn, world):
    visits = set()
    for t, state, inputs, _ in months_of(drawn(world)):
        pdus, lag = state.pdus, int(inputs.world.inspection.publication_lag)
        visits |= {(t, int(uid)) for uid in pdus.uid[pdus.fieldwork_at == t]}
        now = pdus.published_at == t
        assert (pdus.fieldwork_at[now] == t - lag).all()
        rated = pdus.published_at != NEVER
        assert np.array_equal(rated, pdus.judgements > 0)
        assert ((pdus.points >= 0) & (pdus.points <= pdus.maximum) & (pdus.overall >= 0))[rated].all()
        assert ((pdus.overall == -1) & (pdus.points == -1))[~rated].all()
    events = state.inspectorate.events[:state.inspectorate.n_events[0]]
    of_pdus = events[events[:, 2] == 0]
    assert {(int(e[0]), int(e[3])) for e in of_pdus} <= visits
    assert len(of_pdus) == state.pdus.judgements.sum() == len({(e[1], e[3]) for e in of_pdus.tolist()})
    assert (events[:, 2] == 2).sum() == state.centre.judgements[0]


@given(WORLDS)
@settings(max_examples=20, deadline=None)
def test_inspectors_spend_no_more_days_than_they_have(drawn, world):
    specification = drawn(world)
    specification.national.inspects = 0.0
    state, inputs = prepare(specification)
    given_days = inputs.world.inspection.days_a_month * len(state.pdus) / 108
    spent, announced = 0.0, state.pdus.due_at.copy()
    for t in range(specification.run.months):
        regime = (inputs.before if t < inputs.switch else inputs.after).regime
        was, months = announced.copy(), state.pdus.fieldwork_at.copy()
        month(state, inputs, t)
        announced = state.pdus.due_at.copy()
        started = (announced != was) & (announced != NEVER) | (state.pdus.fieldwork_at != months) & (was == NEVER)
        spent += started.sum() * visit_days(regime, inputs.world.inspection)
        assert state.inspectorate.days[0] >= 0.0
        assert spent + state.inspectorate.days[0] <= given_days * (t + 1) + 1e-6

"""Seniors come from the officers of their own PDU, one at a time, where there is a post and somebody to rise."""

import numpy as np

from model.entities.state import PO, SPO, TRAINEE
from model.submodels.promotion import promotion
from model.submodels.workforce import filling_chance, workforce


def empty_senior_posts(s, units):
    rows = np.isin(s.people.pdu, units) & (s.people.post_grade == SPO)
    s.people.in_post[rows], s.people.grade[rows] = 0, SPO
    return rows


def sure(s):
    p = s.world.workforce.copy()
    p["filling"], p["filling_difference"], p["promotion_months"] = 1.0, 0.0, 12.0
    return p


def test_one_officer_with_service_enough_takes_one_senior_post_of_the_same_unit(place):
    s = place(5)
    empty = empty_senior_posts(s, [0, 4])
    people, p = s.people, sure(s)
    people.tenure[people.grade == PO] = 12
    officers, staff = (people.in_post == 1) & (people.grade == PO), people.in_post.sum()
    before = np.bincount(people.pdu[officers], minlength=9)
    skills = {u: set(people.skill[officers & (people.pdu == u)]) for u in (0, 4)}
    promotion(people, s.pdus, s.scratch, p, 1, 7)
    risen = empty & (people.in_post == 1)
    assert sorted(people.pdu[risen]) == [0, 4]
    assert (people.grade[risen] == SPO).all()
    assert people.in_post.sum() == staff
    left = np.bincount(people.pdu[(people.in_post == 1) & (people.grade == PO)], minlength=9)
    assert (before - left).tolist() == [1, 0, 0, 0, 1, 0, 0, 0, 0]
    for row in np.flatnonzero(risen):
        assert people.skill[row] in skills[people.pdu[row]]


def test_nobody_rises_without_service_enough_without_money_or_into_a_filled_post(place):
    for change in ("service", "money", "filled", "trainees"):
        s = place(5)
        p, people = sure(s), s.people
        rows = empty_senior_posts(s, [0])
        people.tenure[people.grade == PO] = 11 if change == "service" else 40
        if change == "money":
            people.opens[rows] = 8
        if change == "filled":
            people.in_post[rows] = 1
        if change == "trainees":
            people.grade[(people.pdu == 0) & (people.grade == PO)] = TRAINEE
        before = people.in_post.copy()
        promotion(people, s.pdus, s.scratch, p, 1, 7)
        assert np.array_equal(people.in_post, before), change


def test_posts_are_filled_at_the_chance_of_any_vacancy_and_from_outside_never(place):
    s = place(2)
    people, p = s.people, s.world.workforce.copy()
    s.pdus.fill_factor[:] = 1.0
    people.tenure[:] = 100
    filled = tried = 0
    for t in range(400):
        rows = empty_senior_posts(s, range(9))
        people.in_post[people.post_grade == PO], people.grade[people.post_grade == PO] = 1, PO
        single = np.bincount(people.pdu[rows], minlength=9)
        promotion(people, s.pdus, s.scratch, p, 1, t)
        chance = 1 - (1 - filling_chance(1.0, p)) ** single
        filled += (people.in_post[rows] == 1).sum()
        tried += chance.sum()
    assert abs(filled - tried) < 4 * np.sqrt(tried)
    rows = empty_senior_posts(s, range(9))
    p["filling"] = 1.0
    workforce(people, s.pdus, s.scratch, s.chosen.dials, p, 0.0, 1, 500)
    assert people.in_post[rows].sum() == 0


def test_a_post_is_filled_from_the_month_in_which_it_is_funded(place):
    s = place(2)
    people, p = s.people, sure(s)
    vacant = (people.in_post == 0) & (people.post_grade != SPO)
    people.opens[:] = 0
    people.opens[vacant] = np.arange(vacant.sum()) % 2 * 12
    for month in (11, 12):
        workforce(people, s.pdus, s.scratch, s.chosen.dials, p, 0.0, 1, month)
        assert (people.in_post[vacant & (people.opens == 12)] == (month == 12)).all()

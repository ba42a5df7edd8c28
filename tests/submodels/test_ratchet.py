"""Targets: what is shown is the next target; output is hidden above it, and pulled up below it."""

from types import SimpleNamespace

import pytest

from model.submodels.ratchet import delivered, months_left, share_held_back, share_lifted

P = SimpleNamespace(ratchet=0.1, hold_months=3.0, target_lift=0.4)
held_back, lifted = share_held_back.py_func, share_lifted.py_func


@pytest.mark.parametrize("t, left", [(0, 12), (1, 11), (11, 1), (12, 12), (23, 1)])
def test_the_last_month_before_a_reset_is_one_away(t, left):
    assert months_left.py_func(12.0, t) == left


@pytest.mark.parametrize("left, share", [(1, 0.1), (2, 0.1 * 2 / 3), (3, 0.1 / 3), (4, 0.0), (12, 0.0)])
def test_output_is_held_back_more_the_nearer_the_reset(left, share):
    assert held_back(2.0, 1.0, 1.0, left, P) == pytest.approx(share)


def test_nobody_shows_less_than_the_target_for_the_sake_of_the_next():
    share = held_back(1.01, 1.0, 9.0, 1, P)
    assert 1.01 * delivered.py_func(share, 0.0) == pytest.approx(1.0)


@pytest.mark.parametrize("able, target", [(0.9, 1.0), (1.0, 1.0), (1.0, 0.0)])
def test_nothing_is_held_back_below_a_target_or_before_the_first(able, target):
    assert held_back(able, target, 5.0, 1, P) == 0.0


@pytest.mark.parametrize("able, target, share", [(0.5, 1.0, 0.1), (1.0, 1.0, 0.0), (2.0, 1.0, 0.0), (1.0, 0.0, 0.0)])
def test_a_missed_target_pulls_output_up_by_the_control_felt_and_the_shortfall(able, target, share):
    assert lifted(able, target, 0.5, P) == pytest.approx(share)

"""Visits by risk pass units over: practice slips there, at a rate known beforehand, and nowhere else."""

import numpy as np
import pytest

from model.entities.state import FROM_CODE, FROM_TRIAL, NEVER
from model.specification.regime import Regime, seal_regime
from model.submodels.passed_over import passed_over, waited_share

CHANCE = 0.015
MONTHS = 40


def slipped(s, regime, p):
    """Return the share of settled elements of every unit that turned within MONTHS, each counted once."""
    s.pdus.practice[:], s.pdus.origin[:] = 1, FROM_TRIAL
    turned = np.zeros(s.pdus.practice.shape, bool)
    for t in range(100, 100 + MONTHS):
        passed_over(s.pdus, regime, p, 1, t)
        turned |= s.pdus.practice != 1
    assert (s.pdus.origin[turned] == FROM_CODE).all()
    return turned.mean(axis=1)


@pytest.mark.parametrize("since, waited", [(0, 0.0), (24, 0.0), (36, 0.5), (48, 1.0), (200, 1.0)])
def test_a_unit_has_waited_from_one_cycle_to_two(since, waited):
    assert waited_share(300 - since, 24.0, 300) == waited
    assert waited_share(NEVER, 24.0, since) == waited


def test_who_has_waited_two_cycles_slips_at_the_declared_rate_and_who_was_visited_does_not(place):
    s = place(3)
    p = s.world.practice.copy()
    p["passed_over"] = CHANCE
    s.pdus.fieldwork_at[:] = NEVER
    s.pdus.fieldwork_at[0] = 100 + MONTHS - 24
    found = slipped(s, seal_regime(Regime(risk_based=1.0)), p)
    assert found[0] == 0
    n = found[1:].size * s.pdus.practice.shape[1]
    expected = 1 - (1 - CHANCE) ** MONTHS
    assert found[1:].mean() == pytest.approx(expected, abs=4 * np.sqrt(expected * (1 - expected) / n))


@pytest.mark.parametrize("regime", [Regime(), Regime(random_visits=1.0), Regime(inspects=0.0, risk_based=1.0)])
def test_nobody_is_passed_over_by_turn_by_lot_or_where_nobody_visits(place, regime):
    s = place(3)
    s.pdus.fieldwork_at[:] = NEVER
    p = s.world.practice.copy()
    p["passed_over"] = CHANCE
    assert not slipped(s, seal_regime(regime), p).any()

"""The scorecard: half is met where it was set, all or nothing where everything is moved, and it presses on the line."""

import numpy as np
import pytest

from model.entities.state import COURT, N_MEASURES, UNPAID_WORK
from model.parameters.register import WorldParameters, seal_world
from model.submodels.pressure import internal_pressure
from model.submodels.scorecard import scorecard, target_now


@pytest.fixture
def marked(place):
    """A small service whose evidence differs between units, with targets set at month 0."""
    s = place(4)
    s.pdus.evidenced[:] = np.random.default_rng(1).uniform(0.3, 0.7, s.pdus.evidenced.shape)
    scorecard(s.pdus, s.centre, s.world.outcomes, 0)
    return s


def test_targets_are_what_the_service_did_as_a_whole(marked):
    stages = marked.pdus.evidenced[:, :12].reshape(-1, 4, 3).mean(axis=2)
    assert marked.centre.targets[0, :4] == pytest.approx(stages.mean(axis=0))
    assert marked.centre.targets[0, 4:6] == pytest.approx(marked.pdus.evidenced[:, [COURT, UNPAID_WORK]].mean(axis=0))
    met = np.concatenate([stages >= stages.mean(axis=0),
                          marked.pdus.evidenced[:, [12, 13, 14, 17]]
                          >= marked.pdus.evidenced[:, [12, 13, 14, 17]].mean(axis=0)], axis=1)
    assert met.shape[1] == N_MEASURES
    assert marked.pdus.targets_met == pytest.approx(met.mean(axis=1))


def test_all_are_met_where_everything_improved_and_none_where_it_fell(marked):
    first = marked.pdus.evidenced.copy()
    for change, met in ((0.25, 1.0), (-0.25, 0.0)):
        marked.pdus.evidenced[:] = first.mean(axis=0) + change
        scorecard(marked.pdus, marked.centre, marked.world.outcomes, 5)
        assert (marked.pdus.targets_met == met).all()


def test_true_quality_moves_no_target(marked):
    before = marked.pdus.targets_met.copy()
    marked.pdus.true[:] = 0.0
    scorecard(marked.pdus, marked.centre, marked.world.outcomes, 9)
    assert np.array_equal(marked.pdus.targets_met, before)


def test_targets_may_be_raised_year_by_year():
    world = WorldParameters()
    world.outcomes.target_rise = 0.02
    p = seal_world(world).outcomes
    assert target_now.py_func(0.5, 18, p) == pytest.approx(0.53)
    assert target_now.py_func(0.5, 18, seal_world(WorldParameters()).outcomes) == 0.5


def test_targets_missed_press_on_those_below_and_not_at_a_half():
    p = seal_world(WorldParameters()).effort
    none, half, all_met = (internal_pressure.py_func(0.6, met, 0.0, p) for met in (0.0, 0.5, 1.0))
    assert half == pytest.approx(0.6 * p.internal_pressure)
    assert none / half == pytest.approx(1 + p.target_pressure / 2)
    assert all_met / half == pytest.approx(1 - p.target_pressure / 2)
    assert internal_pressure.py_func(0.0, 0.0, 0.0, p) == 0.0

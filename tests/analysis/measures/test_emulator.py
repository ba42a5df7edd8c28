"""The emulator against functions it can hold exactly, and draws from it against closed forms."""

import numpy as np
import pytest
from scipy import stats

from analysis.measures.adjusting import adjusted
from analysis.measures.allowed import Posterior
from analysis.measures.emulator import Emulator, fit, weight_of_inputs

rng = np.random.default_rng(7)
NO_STEPS = np.zeros((1, 1))


def flat(slopes, misses=0.0, steps=None) -> Emulator:
    """An emulator that is linear, through nought at the middle."""
    slopes = np.atleast_2d(np.array(slopes, dtype=float))
    m = len(slopes)
    return Emulator(np.zeros(m), slopes, np.zeros((m, 0, 0)), np.array([], dtype=int),
                    np.zeros((m, 1)) if steps is None else np.array(steps, dtype=float), misses * np.eye(m), np.ones(m))


def test_a_curved_function_is_found_again():
    inputs, steps = rng.random((300, 4)), rng.integers(2, size=(300, 1)).astype(float)
    x = inputs - 0.5
    figures = np.column_stack([1 + 2 * x[:, 0] - 3 * x[:, 1] * x[:, 2] + 4 * x[:, 1]**2 + 0.5 * steps[:, 0],
                               5 * x[:, 3] + 0.01 * rng.standard_normal(300)])
    emulator = fit(inputs, steps, figures, curved=(1, 2))
    new, step = rng.random((50, 4)), np.ones((50, 1))
    y = new - 0.5
    wanted = 1 + 2 * y[:, 0] - 3 * y[:, 1] * y[:, 2] + 4 * y[:, 1]**2 + 0.5
    assert emulator.predict(new, step)[:, 0] == pytest.approx(wanted, abs=0.03)
    assert emulator.slopes[1] == pytest.approx([0, 0, 0, 5], abs=0.02)
    assert emulator.steps[:, 0] == pytest.approx([0.5, 0], abs=0.02)


def test_what_is_missed_is_missed_in_runs_left_out():
    """Thirty inputs, sixty runs of pure noise: nothing can be predicted, though much could be fitted."""
    inputs, figures = rng.random((60, 30)), rng.standard_normal((60, 1))
    emulator = fit(inputs, np.zeros((60, 1)), figures)
    assert emulator.explained[0] < 0.15
    assert emulator.misses[0, 0] > 0.8 * figures.var()


def test_inputs_weigh_by_what_could_be_learnt():
    emulator = flat([[2.0, 0.0, 1.0], [0.0, 0.0, 0.0]])
    near = weight_of_inputs(emulator, np.array([0.1, 0.1]), ["a", "b"])
    assert near[0] / near[2] == pytest.approx(4.0)
    assert near[1] == 0.0
    far = weight_of_inputs(emulator, np.array([10.0, 0.1]), ["a", "b"])
    assert far[0] < 0.01 * near[0]  # a figure that tells little makes nothing weigh


def test_draws_of_one_input_are_a_normal_cut_at_its_ends_and_the_rest_stays_as_before():
    """A figure that is the first input, read with an error of 0.2 at 0.9: its posterior is a normal cut to (0, 1)."""
    found = Posterior(flat([[1.0, 0.0]]), np.array([0.4]), np.array([[0.04]]), NO_STEPS).draw(
        4000, np.random.default_rng(1), chains=400, thin=4)
    cut = stats.truncnorm(-0.9 / 0.2, 0.1 / 0.2, loc=0.9, scale=0.2)
    assert found.inputs[:, 0].mean() == pytest.approx(cut.mean(), abs=0.01)
    assert found.inputs[:, 0].std() == pytest.approx(cut.std(), abs=0.01)
    assert found.inputs[:, 1].mean() == pytest.approx(0.5, abs=0.03)
    assert found.inputs[:, 1].std() == pytest.approx(12**-0.5, abs=0.02)


def test_what_the_emulator_misses_counts_as_error():
    sure, unsure = (Posterior(flat([[1.0]], misses), np.array([0.0]), np.array([[0.0025]]), NO_STEPS).draw(
        2000, np.random.default_rng(2)).inputs.std() for misses in (0.0, 0.01))
    assert sure == pytest.approx(0.05, rel=0.1)
    assert unsure == pytest.approx(0.0125**0.5, rel=0.1)


def test_theories_are_drawn_by_how_well_each_does():
    """Two theories a unit apart, seen at the first with a standard error of 0.7: odds exp(1 / (2 * 0.49))."""
    emulator = flat([[0.0]], steps=[[1.0]])
    found = Posterior(emulator, np.array([0.0]), np.array([[0.49]]), np.array([[0.0], [1.0]])).draw(
        4000, np.random.default_rng(3), chains=400, thin=2)
    assert (found.combination == 0).mean() == pytest.approx(1 / (1 + np.exp(-0.5 / 0.49)), abs=0.03)


def test_an_input_that_is_held_stays():
    held = np.array([np.nan, 0.25])
    found = Posterior(flat([[1.0, 1.0]]), np.array([0.0]), np.array([[1e-4]]), NO_STEPS, held).draw(
        200, np.random.default_rng(4))
    assert set(found.inputs[:, 1]) == {0.25}
    assert found.inputs[:, 0].mean() == pytest.approx(0.75, abs=0.01)


def test_a_draw_is_moved_to_where_its_figure_is_wanted_by_the_least():
    """In standard normal places: two inputs of slopes 3 and 1 share a move in that proportion, and reach the target."""
    emulator, start = flat([[3.0, 1.0, 0.0]]), np.full((1, 3), 0.5)
    near = adjusted(emulator, start, np.array([[0.05]]), np.array([[0.0]]), np.array([[1e-9]]))
    moved = stats.norm.ppf(near[0])
    assert moved[0] / moved[1] == pytest.approx(3.0)
    assert moved[2] == pytest.approx(0.0, abs=1e-12)
    assert 0.05 + emulator.predict(near, NO_STEPS)[0, 0] == pytest.approx(0.0, abs=0.001)


def test_what_is_off_by_luck_moves_less_and_what_may_not_move_stays():
    emulator, start = flat([[1.0, 1.0]]), np.full((1, 2), 0.5)
    missed, wanted = np.array([[0.2]]), np.array([[0.0]])
    sure, unsure = (adjusted(emulator, start, missed, wanted, np.array([[error]])) for error in (1e-6, 1.0))
    assert abs(unsure[0, 0] - 0.5) < 0.5 * abs(sure[0, 0] - 0.5)
    held = adjusted(emulator, start, missed, wanted, np.array([[1e-6]]), movable=[1])
    assert held[0, 0] == 0.5
    assert held[0, 1] < sure[0, 1] < 0.5


def test_a_figure_that_is_missing_moves_nothing():
    emulator, start = flat([[1.0, 0.0], [0.0, 1.0]]), np.full((1, 2), 0.5)
    found = adjusted(emulator, start, np.array([[0.1, np.nan]]), np.zeros((1, 2)), 0.01 * np.eye(2))
    assert found[0, 0] < 0.5 == found[0, 1]

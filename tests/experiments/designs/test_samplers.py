"""Designs: each row from its number alone, spread as promised, and never held."""

import itertools
import tracemalloc

import numpy as np
import pytest

from experiments.designs.design import build_design
from experiments.designs.samplers import CHUNK, Grid, Lhs, Morris, Random, Sobol

SAMPLERS = [Random(2500, 3), Lhs(2500, 3), Sobol(256, 3), Morris(300, 3), Grid((7, 5, 30))]


@pytest.mark.parametrize("sampler", SAMPLERS, ids=lambda s: type(s).__name__)
def test_a_row_is_the_same_however_it_is_asked_for(sampler):
    whole = sampler.take(0, sampler.rows)
    assert whole.shape == (sampler.rows, 3)
    assert whole.min() >= 0.0
    assert whole.max() <= 1.0
    for start in (0, 1, 77, CHUNK - 1, CHUNK, sampler.rows - 3):
        np.testing.assert_array_equal(sampler.take(start, start + 3), whole[start:start + 3])
    pieces = [sampler.take(start, min(start + 97, sampler.rows)) for start in range(0, sampler.rows, 97)]
    np.testing.assert_array_equal(np.concatenate(pieces), whole)


@pytest.mark.parametrize("kind", [Random, Sobol, Morris])
def test_more_points_keep_the_old_ones(kind):
    few, many = kind(64, 4), kind(128, 4)
    np.testing.assert_array_equal(few.take(0, few.rows), many.take(0, few.rows))


@pytest.mark.parametrize("points", [1, 2, 7, 64, 1000, 1025])
def test_a_latin_hypercube_meets_every_stratum_once(points):
    rows = Lhs(points, 6).take(0, points)
    for column in rows.T:
        assert sorted((column * points).astype(int)) == list(range(points))


def test_columns_of_a_latin_hypercube_are_not_tied_nor_are_rows_to_their_neighbours():
    rows = Lhs(1000, 60).take(0, 1000)
    between = np.corrcoef(rows.T)[np.triu_indices(60, 1)]
    # independent columns of 1000 give a standard deviation of 0.032 and, over 1,770 pairs, about 0.12 at most
    assert 0.025 < between.std() < 0.039
    assert np.abs(between).max() < 0.16
    assert max(abs(np.corrcoef(column[:-1], column[1:])[0, 1]) for column in rows.T) < 0.16


def test_a_grid_is_every_combination_in_order():
    expected = list(itertools.product((0, 1), (0, 0.5, 1), (0, 1)))
    np.testing.assert_array_equal(Grid((2, 3, 2)).take(0, 12), expected)


def test_crossed_points_give_sobol_indices_of_a_case_with_a_known_answer():
    """y = 4 x1 + 2 x2: the first-order shares are 0.8 and 0.2; Saltelli's and Jansen's estimators."""
    sampler = Sobol(2048, 2)
    y = sampler.take(0, sampler.rows) @ [4.0, 2.0]
    a, crossed, b = y[0::4], (y[1::4], y[2::4]), y[3::4]
    variance = np.concatenate([a, b]).var()
    for ab, share in zip(crossed, (0.8, 0.2), strict=True):
        assert np.mean(b * (ab - a)) / variance == pytest.approx(share, abs=0.02)
        assert np.mean((a - ab) ** 2) / 2 / variance == pytest.approx(share, abs=0.02)


def test_trajectories_move_each_axis_once_and_give_slopes():
    sampler = Morris(50, 5)
    rows = sampler.take(0, sampler.rows).reshape(50, 6, 5)
    steps = np.diff(rows, axis=1)
    assert (np.count_nonzero(steps, axis=2) == 1).all()
    assert (np.count_nonzero(steps, axis=1) == 1).all()
    assert np.allclose(np.abs(steps).max(axis=2), 2 / 3)
    assert np.allclose(rows * 3, np.round(rows * 3))
    slopes = np.array([3.0, -1.0, 0.0, 2.0, 0.5])
    effects = np.diff(rows @ slopes, axis=1)[:, :, None] / np.where(steps == 0, np.nan, steps)
    assert np.allclose(np.nanmean(effects, axis=(0, 1)), slopes)


@pytest.mark.parametrize("first, last", [
    (0, 30_000), (980_000, 1_000_000), pytest.param(0, 1_000_000, marks=pytest.mark.slow)])
def test_a_design_of_a_million_points_is_never_held(first, last):
    """Thirty thousand points held would take some 10 MB."""
    tracemalloc.start()
    design = build_design("lhs", "[governance.grip,governance.voice,world.effort.inertia]", 1_000_000)
    count = sum(1 for _ in design.points(first, last))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == last - first
    assert peak < 3e6

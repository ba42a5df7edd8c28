"""Worlds: within range, the same whatever is asked beside them, spread as promised."""

import numpy as np
import pytest

from experiments import UserError, worlds
from model.parameters.register import WorldParameters, register


def test_the_default_world_is_the_register():
    assert worlds.build("default", 0) == WorldParameters()


def test_wide_draws_grades_c_and_d_within_range_and_leaves_the_rest():
    drawn = worlds.draw("wide", 5)
    for entry in register():
        declared = entry.declaration
        if declared.grade.value in "CD":
            assert declared.low <= drawn[entry.key] <= declared.high
        else:
            assert entry.key not in drawn
    assert drawn


def test_a_world_depends_on_its_index_and_key_alone(monkeypatch):
    before = dict(worlds.draw("wide", 3))
    fewer = worlds.swept()[1::2]
    monkeypatch.setattr(worlds, "swept", lambda: fewer)
    worlds.draw.cache_clear()
    after = worlds.draw("wide", 3)
    worlds.draw.cache_clear()
    assert after == {entry.key: before[entry.key] for entry in fewer}


@pytest.mark.parametrize("power", [1, 3, 5, 8])
def test_the_first_powers_of_two_are_a_latin_hypercube(power):
    count = 2**power
    for key in ("world.a.b", "world.effort.mobilisation"):
        strata = sorted(int(worlds.position(key, index) * count) for index in range(count))
        assert strata == list(range(count))


def test_parameters_are_not_tied_to_one_another():
    keys = [f"world.block.name_{i}" for i in range(60)]
    points = np.array([[worlds.position(key, index) for key in keys] for index in range(64)])
    correlations = np.corrcoef(points.T)[np.triu_indices(len(keys), 1)]
    # independent columns of 64 give a standard deviation near 1/8 and, over 1,770 pairs, hardly any beyond 0.5
    assert abs(correlations.mean()) < 0.02
    assert 0.09 < correlations.std() < 0.16
    assert np.abs(correlations).max() < 0.6


def test_first_world_is_no_corner():
    first = np.array([worlds.position(f"world.block.name_{i}", 0) for i in range(400)])
    assert abs(first.mean() - 0.5) < 0.06
    assert first.std() == pytest.approx(np.sqrt(1 / 12), abs=0.04)


@pytest.mark.parametrize("measure, index", [("default", 1), ("wide", -1), ("wide", 2**20), ("calibrated", 2**20),
                                            ("posterior", 0)])
def test_worlds_that_do_not_exist_are_refused(measure, index):
    with pytest.raises(UserError, match="not allowed"):
        worlds.draw(measure, index)

"""Fronts, satisficing and regret on options whose places are known."""

import numpy as np
import pytest

from analysis.measures.front import alike, best, crowding, fronts, non_dominated, offspring, regrets, satisficing

CORNERS = np.array([[2.0, 0.0], [0.0, 2.0], [1.5, 1.5], [1.0, 1.0], [0.0, 0.0]])


def test_an_option_is_on_the_front_unless_another_is_as_good_everywhere_and_better_somewhere():
    assert non_dominated(CORNERS).tolist() == [True, True, True, False, False]
    assert fronts(CORNERS).tolist() == [0, 0, 0, 1, 2]
    assert non_dominated(np.ones((3, 2))).all()


def test_differences_too_small_to_matter_make_no_front():
    gains = np.array([[0.3, -0.4], [0.0, 0.0], [-0.2, 0.4], [0.0, 2.0]])
    assert fronts(alike(gains)).tolist() == [1, 1, 1, 0]


def test_ends_of_a_front_are_kept_and_the_crowded_middle_goes_first():
    line = np.array([[0.0, 10.0], [5.0, 5.0], [5.1, 4.9], [10.0, 0.0]])
    assert crowding(line)[[0, 3]].tolist() == [np.inf, np.inf]
    assert set(best(line * 2, 2)) == {0, 3}


def test_a_search_comes_to_a_known_front():
    """First and second gain trade off along the first lever; every other lever only costs (the form of ZDT1)."""
    def gains(levers):
        cost = 1 + 9 * levers[:, 1:].mean(axis=1)
        return 100 * np.column_stack([1 - levers[:, 0], -cost * (1 - np.sqrt(levers[:, 0] / cost))])

    rng = np.random.default_rng(1)
    kept = rng.random((24, 6))
    for _ in range(60):
        found = np.vstack([kept, offspring(kept, 24, rng)])
        kept = found[best(gains(found), 24)]
    front = kept[non_dominated(gains(kept))]
    assert front[:, 1:].mean() < 0.08
    assert np.ptp(front[:, 0]) > 0.8


def test_children_stay_within_the_levers_and_come_from_their_parents():
    rng = np.random.default_rng(2)
    parents = rng.random((6, 30))
    children = offspring(parents, 200, rng)
    assert (children.min(), children.max()) >= (0.0, 0.0)
    assert children.max() <= 1.0
    kept = (children[:, None, :] == parents).any(axis=1)
    assert 0.9 < kept.mean() < 0.99


@pytest.mark.parametrize("gains, share", [
    ([[2.0, 0.0], [0.0, 0.5]], 0.5), ([[2.0, -2.0]], 0.0), ([[1.5, -0.9], [3.0, 3.0]], 1.0)])
def test_satisficing_is_some_good_and_no_harm(gains, share):
    assert satisficing(np.array(gains)) == share


def test_regret_is_what_the_best_in_each_world_would_have_given():
    mean, tail = regrets(np.array([[1.0, 3.0, 2.0], [5.0, 1.0, 4.0]]), quantile=1.0)
    assert mean.tolist() == [1.0, 2.0, 1.0]
    assert tail.tolist() == [2.0, 4.0, 1.0]

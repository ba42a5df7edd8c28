"""Docked practice: rules in closed form, the theories' numbers, and what goes wrong with a rule gone wrong."""

import numpy as np
import pytest

from experiments.docking.cases import lateral, march
from experiments.docking.practice_world import practice_world
from experiments.errors import UserError
from model.specification.theory import rivals_of
from model.submodels.clique_copying import members_by_region, tied_to
from model.submodels.forgetting import forgetting, newcomers_view
from model.submodels.socialising import LATERAL, MARCH_A, MARCH_B, socialised
from model.submodels.superior import acted, following_chance, majority, performance

QUICK = {"reading": "B", "p1": 0.5, "p2": 0.5, "p3": 0.0, "p4": 0.0, "m": 30, "n": 50, "t": 0, "share_slow": 0.0,
         "p1_slow": 0.1, "p1_fast": 0.9}


def net(**settings) -> float:
    """Return March's net code knowledge over a hundred replicates."""
    return march.run(QUICK | settings, 100, 5).value


def test_the_numbers_that_rules_read_are_the_places_of_the_words_that_choose_them():
    assert rivals_of("learning") == ("march_b", "march_a", "lateral")
    assert (MARCH_B, MARCH_A, LATERAL) == (0, 1, 2)


def test_a_lesson_is_one_step_or_the_whole_belief():
    assert [socialised(-1, 1, MARCH_B), socialised(0, 1, MARCH_B), socialised(1, -1, LATERAL)] == [0, 1, 0]
    assert [socialised(-1, 1, MARCH_A), socialised(1, -1, MARCH_A)] == [1, -1]


@pytest.mark.parametrize("values, block, share", [
    ([1, 1, 1, -1], 1, 0.75), ([1, 1, 1, -1], 2, 0.5), ([1, 1, 1, 0], 2, 0.75), ([0, 0, 0, 0], 1, 0.5),
    ([0, 0, 0, 0], 4, 0.0625), ([-1, -1, -1, -1], 1, 0.0)])
def test_performance_is_the_expected_share_of_blocks_right_when_no_view_acts_by_a_coin(values, block, share):
    none = np.zeros(4, np.int8)
    assert performance(np.array(values, np.int8), np.ones(4, np.int8), none, block) == share
    assert performance(np.array(values, np.int8), -np.ones(4, np.int8), none + 1, block) == share


def test_a_view_is_acted_on_and_no_view_by_a_coin():
    assert [acted(-1, 0.1), acted(1, 0.9), acted(0, 0.1), acted(0, 0.9)] == [-1, 1, 1, -1]


@pytest.mark.parametrize("k, crowd, chance", [(7, 0.0, 0.3), (3, 1.0, 1 - 0.7**3), (0, 1.0, 0.0), (-2, 0.0, 0.0)])
def test_the_code_follows_a_crowd_by_marchs_formula_or_one_chance_whatever_its_size(k, crowd, chance):
    p = practice_world(1, 6, 1, {}, crowd=crowd).p
    assert following_chance(0.3, k, p) == pytest.approx(chance, abs=1e-15)


@pytest.mark.parametrize("learning, held, found", [(MARCH_B, -1, (1, 2)), (MARCH_A, -1, (1, 4)), (MARCH_A, 1, (1, 0))])
def test_a_majority_is_counted_on_actions_or_on_beliefs(learning, held, found):
    """Six of higher standing: three for, one against, two without a view; and one of lower standing, against."""
    scratch = practice_world(7, 6, 1, {}).scratch
    scratch.before[:, 0], scratch.by_pdu[:, 0] = [1, 1, 1, -1, 0, 0, -1], [1, 1, 1, 1, 1, 1, 0]
    assert majority(scratch, 0, 0.5, held, learning) == found


def test_a_member_replaced_holds_views_at_random_and_the_rest_keep_theirs():
    w = practice_world(20_000, 3, 1, {}, forgetting=0.25, together=1.0, newcomers=2 / 3)
    w.pdus.leavers[:], w.pdus.practice[:] = 1, 1
    forgetting(w.pdus, w.dials, w.p, 1, 1)
    changed = (w.pdus.practice != 1).any(axis=1)
    assert changed.mean() == pytest.approx(0.25 * (1 - 1 / 27), abs=0.01)
    shares = [(w.pdus.practice[changed] == view).mean() for view in (-1, 0)]
    assert shares == pytest.approx([9 / 26, 9 / 26], abs=0.02)
    assert newcomers_view(0, practice_world(1, 3, 1, {}).p) == 0


def test_ties_lead_out_by_the_share_declared_and_lead_there_for_good():
    w = practice_world(200, 3, 10, {})
    members, first = members_by_region(w.pdus, w.scratch.row_of, 10)
    assert [sorted(members[first[r]:first[r + 1]]) for r in range(10)] == [list(range(20 * r, 20 * r + 20))
                                                                          for r in range(10)]
    leads = [tied_to(i, j, w.scratch.row_of, np.uint64(9), 0.3) != j for i in range(200) for j in range(200) if i != j]
    assert np.mean(leads) == pytest.approx(0.3 * 199 / 200, abs=0.01)
    assert tied_to(3, 4, w.scratch.row_of, np.uint64(9), 0.0) == 4


def test_replicates_differ_by_seed_and_the_same_seed_gives_the_same():
    assert march.run(QUICK, 20, 1) == march.run(QUICK, 20, 1) != march.run(QUICK, 20, 2)


def test_without_its_channel_nothing_is_learned():
    assert net(p2=0.0, t=20) == 0.0
    w = march.world_of(QUICK | {"p1": 0.0})
    march.learn(w.centre, w.regions, w.pdus, w.scratch, w.dials, w.p, MARCH_B, 1, 3)
    start = w.pdus.practice.copy()
    march.learn(w.centre, w.regions, w.pdus, w.scratch, w.dials, w.p, MARCH_B, 50, 3)
    assert np.array_equal(w.pdus.practice, start)


@pytest.mark.parametrize("name, value", [("crowd", 0.0), ("watched", 0.0)])
def test_a_rule_gone_wrong_is_seen(name, value):
    """One chance whatever the majority, or standing that says nothing: far from the published 0.812."""
    w = march.world_of(QUICK | {"p1": 0.9, "p2": 0.1})
    w.p[name] = value
    found = [march.learn(w.centre, w.regions, w.pdus, w.scratch, w.dials, w.p, MARCH_B, 0, k) for k in range(40)]
    assert abs(np.mean(found) - 0.812) > 0.05
    assert abs(net(p1=0.9, p2=0.1) - 0.812) < 0.03


@pytest.mark.parametrize("case, settings", [(march, QUICK | {"p3": 0.1}), (march, QUICK | {"p4": 0.1})])
def test_no_equilibrium_is_looked_for_where_there_is_none(case, settings):
    with pytest.raises(UserError, match="t=20"):
        case.run(settings, 1, 1)


def test_elements_must_make_whole_blocks():
    settings = {p.name: p.default for p in lateral.PARAMETERS} | {"m": 7}
    with pytest.raises(UserError, match="blocks of 5"):
        lateral.run(settings, 1, 1)

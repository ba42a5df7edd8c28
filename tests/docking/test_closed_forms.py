"""Exact cases hold anywhere in their settings, not only at their targets, and see a rule gone wrong."""

import numpy as np
import pytest

from experiments.docking.cases import contagion, esteem, multitask
from experiments.docking.cases.believed import expected as best_believed
from experiments.docking.cases.workforce import expected as settled
from experiments.docking.ground import assign


@pytest.mark.parametrize("seed", range(6))
def test_two_tasks_anywhere(seed):
    rng = np.random.default_rng(seed)
    g = float(rng.uniform(-0.32, 0.6))
    v = {"g": g, "seen": float(rng.uniform(0.7, 1.0)), "unseen": float(rng.uniform(0.8, 1.2)), "pull": 0.1,
         "stakes": 0.4}
    found = multitask.CASE.measure(v, 1, 1)
    pulled = v["seen"] + v["pull"] * v["stakes"]
    assert found[multitask.SEEN].value == pytest.approx(multitask.interior(pulled, v["unseen"], g), abs=1e-9)
    assert found[multitask.UNSEEN].value == pytest.approx(multitask.interior(v["unseen"], pulled, g), abs=1e-9)
    assert found["change per unit"].value == pytest.approx(-g / (1 - g * g), abs=1e-9)
    assert found["change per unit"].value * g <= 0.0


@pytest.mark.parametrize("seed", range(4))
def test_esteem_anywhere(seed):
    rng = np.random.default_rng(seed)
    v = esteem.CASE.settings({"recovery": float(rng.uniform(0.03, 0.3)), "own_sting": float(rng.uniform(0, 0.05)),
                              "exposure_half_life": float(rng.uniform(1, 12)), "steps": int(rng.integers(0, 6)),
                              "elsewhere_sting": float(rng.uniform(0, 0.001)), "cycle": int(rng.integers(6, 60)),
                              "months": int(rng.integers(0, 80)), "sharing": float(rng.uniform())})
    found, wanted = esteem.CASE.measure(v, 1, 1), esteem.expected(v)
    assert {name: measured.value for name, measured in found.items()} == pytest.approx(wanted, abs=1e-9)


def test_moods_settle_at_the_fixed_point_and_not_at_that_of_others():
    s = contagion.people_of(3, 0.1, 0.1)
    contagion.spread_moods(s, 0.0, 400)
    assert s.people.wellbeing == pytest.approx(contagion.stubborn(s, 0.1, 0.1), abs=1e-8)
    assert abs(s.people.wellbeing - contagion.stubborn(s, 0.1, 0.12)).max() > 0.005


def test_a_leak_in_moods_would_be_seen():
    s = contagion.people_of(3, 0.0, 0.04)
    assign(s.world["wellbeing"], speed=0.01, esteem=0.0)
    assert contagion.spread_moods(s, 0.0, 50).max() > 1e-3


def test_closed_forms_at_their_known_points():
    assert best_believed(0.7, 0.1) == pytest.approx(1.228, abs=5e-4)
    assert best_believed(1.0, 0.1) == pytest.approx(1.755, abs=5e-4)
    everyone_stays = settled({"leaving": 0.0, "filling": 0.2, "sickness": 0.1, "returning": 0.3, "starting_skill": 0.2,
                              "skill_months": 18.0, "trainee_share": 0.8, "training_months": 18, "months": 50})
    assert everyone_stays["share of posts filled"] == 1.0
    assert everyone_stays["share of people absent"] == pytest.approx(0.25)
    assert everyone_stays["mean skill"] == 1.0
    assert everyone_stays["share of officer posts held by trainees"] == 0.0

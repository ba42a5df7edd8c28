"""The committed draws: they lie in the ranges of today, bring their history along, and say what is identified."""

import pytest

from experiments.calibration import stored
from experiments.calibration.space import DIALS, keys, ranges_digest
from experiments.composition import compose, compose_run
from experiments.errors import UserError
from experiments.worlds import last_index
from model.specification.archetypes import BOXED, boxes
from model.specification.theory import MECHANISMS

NAMES = stored.calibrations()


def test_the_calibration_is_there():
    assert stored.CALIBRATED in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_draws_mean_something_only_in_the_ranges_in_which_they_were_drawn(name):
    assert stored.about(name)["ranges"] == ranges_digest(), "ranges moved: run make calibration again"


@pytest.mark.parametrize("name", NAMES)
def test_every_draw_is_a_world_that_may_be_run(name):
    composed = compose_run([f"world={name}"])
    for index in range(last_index(name) + 1):
        composed.at(index, 1).check()


@pytest.mark.parametrize("name", NAMES)
def test_a_draw_gives_every_uncertain_parameter_a_dial_inside_its_box_and_a_theory(name):
    drawn = stored.draws(name)[-1]
    assert tuple(drawn.parameters) == keys()
    assert set(drawn.theories) == set(MECHANISMS)
    for dial in DIALS:
        box = boxes("observed")[dial]
        assert box.low - 1e-4 <= drawn.dials[dial] <= box.high + 1e-4


def test_a_calibrated_world_brings_its_history_and_goes_on_with_it():
    drawn = stored.draws("calibrated")[3]
    found = compose(["world=calibrated", "world.index=3"])
    for dial in DIALS:
        assert getattr(found.history_governance, dial) == drawn.dials[dial]
    assert found.governance == found.history_governance
    assert vars(found.theory) == drawn.theories
    assert found.world.effort.inertia == drawn.parameters["world.effort.inertia"]


def test_what_is_said_by_hand_stays():
    found = compose(["world=calibrated", "world.index=2", "governance=hierarchical", "history_governance.grip=0.6",
                     "theory/effort=logit", "world.effort.inertia=0.5"])
    assert found.governance == compose(["governance=hierarchical"]).governance
    assert found.history_governance.grip == 0.6
    assert found.theory.effort == "logit"
    assert found.world.effort.inertia == 0.5
    assert found.history_governance.voice == stored.draws("calibrated")[2].dials["voice"]


@pytest.mark.parametrize("words", [(), ("governance=egalitarian", "theory/rating=shame"), ("governance.grip=0.9",)])
def test_another_world_of_a_composed_run_is_the_same_as_that_world_composed(words):
    there = compose_run(["world=calibrated", *words, "seed=5"]).at(7, 5)
    assert there.content() == compose(["world=calibrated", "world.index=7", *words, "seed=5"]).content()


def test_every_input_and_dial_effect_has_a_contraction():
    found = stored.contraction()
    by_kind = {kind: [row.key for row in found.values() if row.kind == kind] for kind in stored.KINDS}
    assert by_kind == {stored.PARAMETER: list(keys()), stored.DIAL: [f"history_governance.{d}" for d in DIALS],
                       stored.EFFECT: [f"governance.{dial}" for dial in BOXED]}


def test_under_a_tenth_or_within_chance_nothing_is_identified():
    for row in stored.contraction().values():
        assert row.identified == (row.contraction >= 0.10 and row.low > 0) == stored.identified(row.key)
        assert row.contraction == pytest.approx(1 - (row.after / row.before)**2, abs=1e-3)


def test_an_unknown_key_is_no_identified_one():
    with pytest.raises(KeyError):
        stored.identified("world.effort.inertai")


def test_a_draw_beyond_the_last_is_refused():
    with pytest.raises(UserError, match=r"world\.index"):
        compose(["world=calibrated", f"world.index={last_index('calibrated') + 1}"])

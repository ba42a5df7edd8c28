"""Espoused and enacted: the distance by closed forms, and that nobody responds to it."""

import dataclasses
from math import sqrt

import pytest

from model.simulation import simulate
from model.specification.archetypes import BOXED
from model.specification.dials import Governance, seal_governance
from model.specification.regime import NationalRegime
from model.specification.scales import SCALES
from model.specification.specification import RunSettings, Specification
from model.submodels.direction import enacted
from model.submodels.espoused import espoused_distance, learning_distance

PLAIN = [dial for dial in BOXED if not dial.startswith("learning_")]
mix = learning_distance.py_func


def distance(done, said, grip_drift=0.0, mandate_drift=0.0):
    """Return the distance with the centre's drift added to what is done."""
    grip, mandates = enacted(done.grip, grip_drift), enacted(done.mandate_rate, mandate_drift)
    return espoused_distance.py_func(done, said, grip, mandates)


def dials(**values):
    return seal_governance(dataclasses.replace(Governance(), **values))


def test_what_is_done_as_said_is_at_no_distance():
    assert distance(dials(), dials()) == 0.0


@pytest.mark.parametrize("dial", PLAIN)
def test_one_dial_apart_counts_for_one_in_eleven(dial):
    assert distance(dials(**{dial: 0.9}), dials(**{dial: 0.4})) == pytest.approx(0.5 / sqrt(11), abs=1e-12)


def test_every_dial_at_the_other_end_is_at_distance_one():
    mixes = [{"learning_research": x, "learning_theory": 0.0, "learning_staff": 1.0 - x} for x in (0.0, 1.0)]
    ends = [dict.fromkeys(PLAIN, x) | mixes[int(x)] for x in (0.0, 1.0)]
    assert distance(dials(**ends[0]), dials(**ends[1])) == pytest.approx(1.0, abs=1e-12)


def test_a_learning_mix_is_as_far_as_the_weight_that_moves():
    one = dials(learning_research=0.5, learning_theory=0.3, learning_staff=0.2)
    other = dials(learning_research=0.2, learning_theory=0.3, learning_staff=0.5)
    assert mix(one, other) == pytest.approx(0.3, abs=1e-12)
    assert distance(one, other) == pytest.approx(0.3 / sqrt(11), abs=1e-12)


def test_drift_of_the_centre_is_distance_as_far_as_a_dial_can_go():
    assert distance(dials(grip=0.5), dials(grip=0.5), 0.2) == pytest.approx(0.2 / sqrt(11), abs=1e-12)
    assert distance(dials(grip=0.9), dials(grip=0.9), 0.5) == pytest.approx(0.1 / sqrt(11), abs=1e-12)


def toy(**changes) -> Specification:
    return Specification(service=SCALES["toy"], run=RunSettings(months=78), **changes)


def test_nobody_responds_to_what_is_espoused():
    said, other = simulate(toy()).outcomes, simulate(toy(espoused=Governance(voice=1.0, grip=0.0))).outcomes
    moved = {name for name in said if said[name] != other[name] and said[name] == said[name]}
    assert moved == {"espoused_distance", "espoused_distance_at_12"}


def test_a_rated_centre_drifts_from_what_it_says():
    rated = NationalRegime(inspects=1.0, publishes=1.0, overall_word=1.0, stakes=1.0, cycle_months=12.0)
    off, on = simulate(toy()).outcomes, simulate(toy(national=rated)).outcomes
    assert on["espoused_distance"] != off["espoused_distance"]

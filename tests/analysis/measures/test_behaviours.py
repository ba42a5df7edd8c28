"""Indices of undesirable behaviours on runs made by hand: sizes, signs, weights and windows."""

import numpy as np
import pytest

from analysis.measures import behaviours
from analysis.measures.behaviours import Pair

MONTHS, UNITS = 36, 4
REGION = np.array([0, 0, 1, 2])
STEPS = np.array([[0, 1, 4], [1, 0, 2], [4, 2, 0]])
LEVEL = {"caseload": 10.0, "staff": 5.0, "months_to_inspection": 0.0}


def side(**columns):
    """Return a run in which every column is level (0.5 where nothing else is said)."""
    names = ("inspected_share", "uninspected_quality", "true_quality", "evidenced_quality", "improvement_share",
             "false_records", "believed_quality", "held_back", "experiments", "esteem", "confidence",
             "confidence_weak_ties", "confidence_strong_ties", "defensive_practice", "leaving_rate")
    made = {name: np.full((MONTHS, UNITS), LEVEL.get(name, 0.5)) for name in (*names, *LEVEL)}
    for name, value in columns.items():
        made[name] = np.broadcast_to(np.asarray(value, float), (MONTHS, UNITS)).copy()
    return made


def pair(on=None, off=None, reports=()):
    return Pair(side(**(on or {})), side(**(off or {})), np.array(reports, float).reshape(-1, 3), REGION, STEPS)


@pytest.mark.parametrize("on, expected", [
    ({"inspected_share": 0.6, "uninspected_quality": 0.4}, 0.1),
    ({"inspected_share": 0.4, "uninspected_quality": 0.4}, 0),
    ({"inspected_share": 0.6, "uninspected_quality": 0.6}, 0), ({}, 0)])
def test_tunnel_vision_needs_work_moved_and_the_rest_worse(on, expected):
    assert behaviours.tunnel_vision(pair(on)) == pytest.approx(expected)


@pytest.mark.parametrize("index, on, off, expected", [
    (behaviours.measure_fixation, {"evidenced_quality": 0.7, "true_quality": 0.6}, {}, 0.1),
    (behaviours.misrepresentation, {"false_records": 0.6}, {}, 0.1),
    (behaviours.misinterpretation, {"believed_quality": 0.3}, {"believed_quality": 0.6}, 0.1),
    (behaviours.gaming, {"held_back": 0.6}, {}, 0.1),
    (behaviours.defensive_practice, {"defensive_practice": 0.4}, {}, -0.1),
    (behaviours.ossification, {"experiments": 0.5}, {"experiments": 1.0}, 0.5 / 5 * 12),
])
def test_a_level_contrast_gives_its_own_size(index, on, off, expected):
    assert index(pair(on, off)) == pytest.approx(expected)


def test_units_count_by_caseload():
    weights = [30.0, 10.0, 0.0, 0.0]
    change = {"false_records": [[0.6, 0.5, 0.9, 0.9]], "caseload": weights}
    assert behaviours.misrepresentation(pair(change, {"caseload": weights})) == pytest.approx(0.075)


def test_myopia_counts_improvement_by_the_share_that_pays_back_later():
    less = {"improvement_share": 0.4}
    assert behaviours.myopia(pair(less)) == pytest.approx(0.1)
    later = pair(less | {"months_to_inspection": behaviours.PAYBACK_MONTHS})
    assert behaviours.myopia(later) == pytest.approx(0.1 / np.e)


def test_esteem_and_flight_count_the_year_after_a_units_own_report_alone():
    change = np.full((MONTHS, UNITS), 0.5)
    change[6:18, 1] = 0.3
    reported = pair({"esteem": change, "leaving_rate": 1 - change}, reports=[(5, 1, 0)])
    assert behaviours.loss_of_esteem(reported) == pytest.approx(0.2)
    assert behaviours.flight(reported) == pytest.approx(0.2)
    assert np.isnan(behaviours.flight(pair({"leaving_rate": 0.9}, reports=[(5, 1, 1)])))


def test_contagion_leaves_out_reported_units_for_good_and_counts_by_distance():
    esteem = np.full((MONTHS, UNITS), 0.5)
    esteem[6:18] = [0.4, 0.0, 0.45, 0.5]
    esteem[18:, 1] = 0.0
    found = behaviours.contagion(pair({"esteem": esteem}, reports=[(5, 1, 1)]))
    assert found["0 steps away"] == pytest.approx(0.1)
    assert found["1 steps away"] == pytest.approx(0.05)
    assert np.isnan(found["2 steps away"])
    assert found["3 steps or more"] == pytest.approx(0.0)


def test_a_good_report_spreads_nothing():
    found = behaviours.contagion(pair({"esteem": 0.4}, reports=[(5, 1, 2)]))
    assert found[""] == pytest.approx(0.1)
    assert np.isnan(found["0 steps away"])


def test_suboptimisation_sets_the_reported_unit_against_its_own_region():
    true = np.full((MONTHS, UNITS), 0.5)
    true[6:18] = [0.45, 0.6, 0.9, 0.9]
    assert behaviours.suboptimisation(pair({"true_quality": true}, reports=[(5, 1, 1)])) == pytest.approx(0.15)
    assert np.isnan(behaviours.suboptimisation(pair({"true_quality": true}, reports=[(5, 2, 1)]))), "no one beside it"
    assert np.isnan(behaviours.suboptimisation(pair({"true_quality": true}, reports=[(30, 1, 1)]))), "no full year"


def test_drift_is_told_for_grip_and_for_mandates():
    on, off = ({"enacted_grip": np.full(3, g), "enacted_mandates": np.full(3, m)} for g, m in ((0.9, 0.4), (0.7, 0.5)))
    found = behaviours.top_down_drift(on, off)
    assert (found["grip"], found["mandates"], found[""]) == pytest.approx((0.2, -0.1, 0.05))


def test_lost_confidence_is_told_by_strength_of_tie():
    on = {"confidence": 0.4, "confidence_weak_ties": 0.3, "confidence_strong_ties": 0.5}
    found = behaviours.lost_confidence(pair(on))
    assert (found[""], found["weak ties"], found["strong ties"]) == pytest.approx((0.1, 0.2, 0.0))

"""The lottery and the raters: targets are the published figures, and a rule gone wrong is seen."""

import numpy as np
import pytest

from experiments.docking.cases import find_case, lottery, raters


@pytest.mark.parametrize("truth, n, known", [(0.50, 60, 0.49), (0.55, 60, 0.59), (0.64, 60, 0.49), (0.50, 30, 0.46)])
def test_the_exact_sums_are_the_published_figures(truth, n, known):
    assert round(lottery.same_twice(truth, n), 2) == known


@pytest.mark.parametrize("inspectors, known", raters.PUBLISHED)
def test_the_stepped_up_reliability_is_the_published_figure(inspectors, known):
    assert round(raters.stepped_up(0.59, inspectors), 2) == known


def test_chances_of_bands_sum_to_one_and_more_questions_lower_the_band():
    one, three = lottery.band_chances(0.64, 60), lottery.band_chances(0.64, 60, 3)
    assert one.sum() == pytest.approx(1.0)
    assert three.sum() == pytest.approx(1.0)
    assert three @ np.arange(4) < one @ np.arange(4)


def test_questions_wholly_alike_are_one_question_and_not_three():
    case, given = find_case("lottery"), {"truth": 0.57, "n": 100}
    fair = case.measure(given, 4000, 1)[""]
    assert abs(fair.value - lottery.same_twice(0.57, 100)) < lottery.ERRORS * fair.error
    alike = case.measure(given | {"questions": 3, "correlation": 1.0}, 4000, 1)[""]
    assert abs(alike.value - lottery.same_twice(0.57, 100)) < lottery.ERRORS * alike.error
    assert abs(alike.value - lottery.same_twice(0.57, 100, 3)) > lottery.ERRORS * alike.error


def test_a_panel_that_follows_its_lead_would_miss_the_stepped_up_reliability():
    case = find_case("raters")
    panel, alone = (case.measure({"inspectors": k}, 2, 1)[""].value for k in (3, 1))
    assert alone == pytest.approx(0.59, abs=raters.FAST_TOLERANCE)
    assert panel - alone > 3 * raters.FAST_TOLERANCE

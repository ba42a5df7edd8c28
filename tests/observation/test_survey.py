"""The survey's links: levels, signs, the event at unification, and what they are linked to."""

import numpy as np
import pytest

from model.evidence.reader import read
from model.observation import survey
from model.observation.calendar import last_day, month_of, month_of_day
from model.observation.columns import COLUMNS
from model.observation.survey import BY_NAME, DIALS, ITEMS, answers, autumn, last_year, shift
from model.parameters.survey import SurveyParameters

OF_ENGAGEMENT = {"engagement", "wellbeing_slope", "esteem_slope", "belonging_slope"}
"""Read within a run, which records engagement: tests/properties moves them."""
LEVELS = {"flourishing_index": "flourishing", "involved_in_decisions": "involved", "choice_in_how_i_work": "choice",
          "supported_to_try_new_idea": "new_ideas", "proud": "proud", "recommend_as_workplace": "recommend"}
MONTHS = 48


def series(**given):
    """Return every driver at the middle of its scale or at nought, for four years."""
    rest = {name: np.full(MONTHS, 0.5) for name in (*survey.COLUMNS, *DIALS)}
    rest |= {"engagement": np.full(MONTHS, 60.0), "workload": np.ones(MONTHS), "change_burden": np.zeros(MONTHS),
             "leaving_rate": np.zeros(MONTHS)}
    return rest | {name: np.full(MONTHS, value) for name, value in given.items()}


def still():
    """Return parameters without the event at unification."""
    return SurveyParameters(joining_shift=0.0)


@pytest.mark.parametrize("item, level", LEVELS.items())
def test_an_item_stands_at_its_level_where_its_drivers_are_middling(item, level):
    assert answers(series(), still())[item] == pytest.approx(getattr(still(), level))


def test_conditions_at_nought_leave_the_level():
    found, p = answers(series(), still()), still()
    assert found["workload_acceptable"][0] == p.workload_acceptable
    assert found["change_managed_well"][0] == p.change_managed
    assert found["want_to_leave_within_12_months"][0] == p.leave


@pytest.mark.parametrize("driver, up, item, sign", [
    ("wellbeing", 0.7, "flourishing_index", 1), ("wellbeing", 0.7, "recommend_as_workplace", 1),
    ("esteem", 0.7, "proud", 1), ("belonging", 0.7, "proud", 1),
    ("two_way_engagement", 0.7, "involved_in_decisions", 1),
    ("agreement", 0.7, "change_managed_well", 1), ("autonomy", 0.7, "choice_in_how_i_work", 1),
    ("enacted_support", 0.7, "supported_to_try_new_idea", 1), ("change_burden", 5.0, "change_managed_well", -1),
    ("workload", 1.3, "workload_acceptable", -1), ("leaving_rate", 9.0, "want_to_leave_within_12_months", 1),
])
def test_each_driver_moves_its_item_the_way_it_is_asked(driver, up, item, sign):
    moved = answers(series(**{driver: up}), still())[item][-1] - answers(series(), still())[item][-1]
    assert moved * sign > 0.5


def test_the_slope_of_workload_is_the_declared_one():
    p = still()
    found = answers(series(workload=1.2), p)["workload_acceptable"]
    assert found == pytest.approx(p.workload_acceptable - 0.2 * p.workload_slope)


def test_unification_lowers_favourable_items_raises_the_other_and_halves_in_its_half_life():
    p = SurveyParameters(joining_shift=4.0, joining_half_life=12.0)
    assert shift(np.array([0.0, 12.0, 24.0]), p) == pytest.approx([4.0, 2.0, 1.0])
    for item in ITEMS:
        moved = answers(series(leaving_rate=9.0), p)[item.name][12] - answers(series(leaving_rate=9.0),
                                                                             still())[item.name][12]
        assert moved == pytest.approx(-2.0 * item.favourable)


@pytest.mark.parametrize("name", sorted(set(SurveyParameters.declarations()) - OF_ENGAGEMENT))
def test_every_parameter_moves_an_item(name):
    declared, other = SurveyParameters.declarations()[name], series(
        wellbeing=0.6, esteem=0.6, belonging=0.6, two_way_engagement=0.6, autonomy=0.6, enacted_support=0.6,
        reflection=0.6, agreement=0.6, workload=1.2, change_burden=2.0, leaving_rate=5.0)
    low, high = (answers(other, SurveyParameters(**{name: value})) for value in (declared.low, declared.high))
    assert any(not np.array_equal(low[item], high[item]) for item in low)


def test_answers_stay_on_their_scale():
    high = answers(series(workload=9.0, change_burden=90.0, leaving_rate=500.0), SurveyParameters())
    assert all((values >= 0).all() and (values <= 100).all() for values in high.values())


def test_the_last_year_is_a_mean_over_twelve_months_or_as_many_as_there_are():
    assert last_year(np.arange(24.0))[[0, 1, 11, 23]] == pytest.approx([0.0, 0.5, 5.5, 17.5])


def test_every_item_is_one_of_the_survey_and_every_driver_is_recorded():
    published = {(r["item"], r["year"]) for r in read("people_survey") if r["body"] == "probation"}
    assert {(name, year) for name in BY_NAME for year in (2021, 2022, 2023)} <= published
    assert set(survey.COLUMNS) <= {column.name for column in COLUMNS["nation"]}


def test_the_calendar_begins_at_unification():
    assert (month_of(2021, 6), month_of(2024, 11), autumn(2021)) == (0, 41, 4)
    assert [last_day(month).isoformat() for month in (0, 6, 7, 32)] == ["2021-06-30", "2021-12-31", "2022-01-31",
                                                                      "2024-02-29"]
    assert all(month_of_day(last_day(month)) == month for month in range(-20, 100))

"""Later rows are matched, passed over or listed with a reason; scores are null or numbers, and failure is told."""

from datetime import date

import numpy as np
import pytest

from experiments.errors import UserError
from experiments.forecast.naive import Naive
from experiments.forecast.observe import Case, Matching, NotForecast, observations
from experiments.forecast.score import failures, report

ORIGIN = date(2024, 11, 10)
NEW = '"2023-25 (7 standards, max 21)"'


def pdu(name="Bolton", region="Greater Manchester", rating="Inadequate", when="2025-03", total="", maximum="21"):
    return f"{name},{region},{NEW},{when},month,{rating},{total},{maximum},,,,,,,,,x"


def matched(stored, where):
    found = list(Matching(stored).cases(observations(where)))
    return [one for one in found if isinstance(one, Case)], [one for one in found if isinstance(one, NotForecast)]


def case(kind="pdu_ratings", observed=0, chances=(), draws=None, cluster="a", name="x"):
    return Case(kind, kind, name, date(2025, 6, 30), observed, cluster, chances=chances, draws=draws,
                framework="2023-25 (7 standards, max 21)")


def test_ratings_are_matched_by_name_region_and_month(made_up, folder):
    cases, left = matched(made_up(), folder(pdu_ratings=[
        pdu(), pdu("Stockport & Tameside", rating="Good", total="9"), pdu("Atlantis", rating="Outstanding")]))
    assert [(c.kind, c.observed) for c in cases] == [("pdu_ratings", 0), ("pdu_ratings", 2), ("pdu_points", 9.0),
                                                     ("pdu_ratings", 3)]
    assert cases[0].chances == pytest.approx((0.4, 0.4, 0.15, 0.05))
    assert "any of its region" in cases[-1].note
    assert left == []


def test_rows_that_cannot_be_forecast_are_listed_with_the_reason(made_up, folder):
    cases, left = matched(made_up(national=False), folder(
        pdu_ratings=[pdu(when="2024-10"), pdu(when="2027-01"), pdu(rating="not read"), pdu("Wigan", rating=""),
                     pdu(rating="Good", total="12", maximum="27", when="2025-04")],
        workforce=["2025-03-31,staff in post,senior probation officer (band 5),1500,FTE,,x",
                   "2024-06-30,staff in post,Probation Service all grades,20399,FTE,,x",
                   "2025-03-31,staff in post,Probation Service all grades,not read,FTE,,x"],
        people_survey=["2024,prison_service,proud,50,percent,,x", "2024,probation,trusted,50,percent,,x"],
        national_inspection=["overall_rating,Inadequate,word,2025-06", "total_score,not read,points,2025-06"]))
    assert [c.kind for c in cases] == ["pdu_ratings"]
    reasons = [row.reason for row in left]
    for part in ("known of its kind (2024-11-10)", "later than the forecast", "not read", "points are forecast",
                 "recorded for officers", "known of its kind (2024-06-30)", "Probation Service only", "no link",
                 "does not inspect the centre"):
        assert any(part in reason for reason in reasons), part
    assert len(left) == 12
    assert all(row.row and row.file for row in left)


def test_figures_published_after_the_cut_off_of_days_before_it_are_scored(made_up, folder):
    cases, left = matched(made_up(), folder(
        workforce=["2024-09-30,staff in post,Probation Service all grades,20000,FTE,,x"],
        people_survey=["2024,probation,proud,60,percent,,x"],
        outcomes=["2025-06-30,people under probation supervision,240000,persons,,x"]))
    assert left == []
    assert [c.kind for c in cases] == ["workforce", "outcomes", "people_survey"]


def test_the_centre_is_scored_where_it_is_inspected(made_up, folder):
    cases, left = matched(made_up(), folder(national_inspection=[
        "overall_rating,Inadequate,word,2025-06", "standard_staffing,Good,word,2025-06",
        "total_score,3,points,2025-06", "implementation_keeps_people_safe,not read,percent,2025-06"]))
    assert [(c.kind, c.observed) for c in cases] == [("national_ratings", 0), ("national_ratings", 2),
                                                     ("national_numbers", 3.0)]
    assert [row.reason for row in left] == ["the cell is empty or says 'not read'"]


@pytest.mark.parametrize("files, said", [
    ({"pdu_ratings": [pdu(rating="Fine")]}, r"line 2, column overall_rating.*'Fine'.*one of"),
    ({"national_inspection": ["overall_rating,7,word,2025-06"]}, "not a rating"),
    ({"national_inspection": ["total_score,many,points,2025-06"]}, "not a number"),
    ({"national_inspection": ["nonsense,7,word,2025-06"]}, "not known"),
    ({"workforce": ["soon,staff in post,x,1,FTE,,x"]}, "column as_of"),
])
def test_a_bad_row_is_refused_with_its_place(made_up, folder, files, said):
    with pytest.raises(UserError, match=said) as caught:
        matched(made_up(), folder(**files))
    assert len(str(caught.value).splitlines()) <= 3


def test_a_sure_and_right_forecast_has_skill_and_base_rates_have_none():
    naive = Naive(ORIGIN)
    base = tuple(naive.base("pdu", "2023-25 (7 standards, max 21)"))
    observed = [0, 1, 0, 1]
    sure = report([case(observed=k, chances=tuple(float(j == k) for j in range(4)), cluster=str(i))
                   for i, k in enumerate(observed)], [], naive)
    plain = report([case(observed=k, chances=base, cluster=str(i)) for i, k in enumerate(observed)], [], naive)
    assert sure["skill_against_naive"] == pytest.approx(1.0)
    assert failures(sure) == []
    assert plain["skill_against_naive"] == pytest.approx(0.0)
    assert "taken together no better than naive forecasts" in failures(plain)


def test_a_wrong_forecast_is_worse_than_naive_beyond_doubt():
    wrong = report([case(observed=0, chances=(0.0, 0.0, 0.0, 1.0), cluster=str(i)) for i in range(6)], [],
                   Naive(ORIGIN))
    assert wrong["skill_against_naive"] < 0
    assert any("beyond doubt" in said for said in failures(wrong))


@pytest.mark.parametrize("spread, failed", [(1.0, 0), (0.2, 3), (6.0, 3)])
def test_intervals_too_narrow_or_too_wide_are_told_and_right_ones_are_not(spread, failed):
    rng = np.random.default_rng(5)
    cases = [case("workforce", rng.normal(), draws=spread * rng.normal(size=500), cluster=str(k)) for k in range(300)]
    found = report(cases, [], Naive(ORIGIN))
    assert sum("intervals" in said for said in failures(found)) == failed
    if not failed:
        assert found["coverage"] == pytest.approx({"50": 0.5, "80": 0.8, "90": 0.9}, abs=0.08)


def test_where_nothing_is_scored_everything_is_null():
    found = report([], [NotForecast("a", "b", "c")], Naive(ORIGIN))
    assert found["coverage"] == {"50": None, "80": None, "90": None}
    assert found["by_kind"] == []
    assert found["skill_against_naive"] is None
    assert found["not_forecast"] == [{"file": "a", "row": "b", "reason": "c"}]
    assert failures(found) == []


def test_numbers_without_a_last_value_are_scored_but_not_against_naive():
    found = report([case("national_numbers", 3.0, draws=np.array([2.0, 3.0, 4.0]))], [], Naive(ORIGIN))
    assert found["by_kind"][0]["skill"] is None
    assert found["by_kind"][0]["rows"] == 1
    assert found["coverage"]["90"] == 1.0

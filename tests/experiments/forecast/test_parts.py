"""Names, chances, naive forecasts and series: each does what it says, and nothing known later is used."""

from datetime import date

import numpy as np
import pytest

from experiments.forecast.centre import judged_centre
from experiments.forecast.make import Asking
from experiments.forecast.naive import Naive, frontier
from experiments.forecast.names import find_pdu
from experiments.forecast.ordinal import drawn_together, from_bands
from experiments.forecast.quantities import quantities, series_of, why_not
from model.evidence.reader import read
from model.initialisation.service import build_service
from model.simulation import simulate
from model.specification.specification import ServiceSpecification

SERVICE = build_service(ServiceSpecification())
REGIONS = [SERVICE.region_names[r] for r in SERVICE.pdu_region]


@pytest.mark.parametrize("row", read("pdu_ratings"), ids=lambda row: f"{row['pdu']} {row['publication_date'].text}")
def test_every_pdu_that_was_reported_on_is_found_by_the_name_of_its_report(row):
    at = find_pdu(row["pdu"], row["region"], SERVICE.pdu_names, REGIONS)
    assert at is not None
    assert REGIONS[at] == row["region"]


def test_different_pdus_are_not_taken_for_one_another():
    found = {(r["region"], r["pdu"]): find_pdu(r["pdu"], r["region"], SERVICE.pdu_names, REGIONS)
             for r in read("pdu_ratings")}
    assert len(set(found.values())) == len(found)
    assert find_pdu("Derby City", "London", SERVICE.pdu_names, REGIONS) is None
    assert find_pdu("Atlantis", "London", SERVICE.pdu_names, REGIONS) is None


def test_chances_follow_a_units_own_reports_where_many_and_its_region_where_none():
    found = np.zeros((4, 4))
    found[0, 3], found[2] = 1e6, (5e5, 5e5, 0, 0)
    chances = drawn_together(found, np.array([0, 0, 1, 1]))
    assert chances.sum(axis=1) == pytest.approx(np.ones(4))
    assert chances[0, 3] == pytest.approx(1.0, abs=1e-4)
    assert chances[1] == pytest.approx(chances[0], abs=1e-4)
    assert chances[3, :2] == pytest.approx([0.5, 0.5], abs=1e-4)
    assert (chances > 0).all()
    assert from_bands(np.array([1, 1, 1])) == pytest.approx([0.1, 0.7, 0.1, 0.1])


def test_base_rates_are_those_of_the_framework():
    found = Naive(date(2024, 11, 10))
    assert found.base("pdu", "2021-23 (9 standards, max 27)") == pytest.approx(np.array([16.5, 18.5, 1.5, 0.5]) / 37)
    assert found.base("pdu", "2023-25 (7 standards, max 21)") == pytest.approx(np.array([7.5, 7.5, 0.5, 0.5]) / 16)
    assert found.base("region") == pytest.approx(np.array([0.5, 2.5, 0.5, 0.5]) / 4)
    assert found.base("nation") == pytest.approx([0.25] * 4)


def test_nothing_of_after_the_origin_is_known():
    found = Naive(date(2023, 12, 31))
    assert len(found.pdus) == 35
    assert found.regions == []
    assert found.base("pdu", "2023-25 (7 standards, max 21)") == pytest.approx(np.array([16.5, 18.5, 1.5, 0.5]) / 37)
    assert max(day for values in found.series.values() for day, _ in values) <= date(2023, 12, 31)


def test_a_last_word_is_half_of_the_forecast_and_without_one_the_base_rates_are():
    found = Naive(date(2024, 11, 10))
    base = found.base("pdu", "2023-25 (7 standards, max 21)")
    mixed = found.last_word("pdu", "West Kent", "Kent, Surrey and Sussex", base)
    assert mixed == pytest.approx(0.5 * base + [0, 0.5, 0, 0])
    assert found.last_word("pdu", "Bolton", "Greater Manchester", base) is base


def test_the_last_value_spreads_with_the_root_of_time():
    found = Naive(date(2024, 11, 10))
    series = "staff in post / Probation Service all grades"
    near, far = (found.last("workforce", series, date(year, 6, 30)) for year in (2025, 2028))
    assert near.mean == far.mean == 20399.0
    assert far.deviation / near.deviation == pytest.approx(2.0, rel=0.01)
    assert found.last("workforce", "nothing", date(2025, 6, 30)) is None


def test_what_was_published_later_is_forecast_though_its_day_had_passed():
    assert frontier("people_survey", date(2024, 11, 10)) == date(2023, 10, 31)
    asking = Asking((), date(2024, 11, 10), 60, 1)
    assert asking.months_of("people_survey") == [40, 52]
    assert asking.months_of("workforce")[0] == 37
    assert asking.months[0] == 41


def test_series_of_the_evidence_are_recognised_or_refused_with_a_reason():
    known = {(q.kind, q.series) for q in quantities()}
    for file in ("workforce", "outcomes", "people_survey"):
        for row in read(file):
            series = series_of(file, row)
            assert (file, series) in known or why_not(file, series)
    met = {(file, series_of(file, row)) for file in ("workforce", "outcomes", "people_survey") for row in read(file)}
    assert known <= met


@pytest.mark.parametrize("measure, series", [
    ("average workload against capacity, Jan-June 2025", "average workload against capacity, half-year / x"),
    ("average workload against capacity, July to December 2025", "average workload against capacity, half-year / x"),
    ("average workload against capacity, months of 2025", "average workload against capacity, year / x"),
    ("staff in post", "staff in post / x"),
])
def test_a_half_year_is_told_from_a_year(measure, series):
    assert series_of("workforce", {"measure": measure, "grade_or_group": "x"}) == series


def test_the_standards_of_the_centre_add_up_to_the_total_that_the_run_published():
    from experiments.composition import compose_run

    composed = compose_run(["service=toy", "months=50", "national=both"])
    for seed in range(1, 6):
        specification = composed.at(0, seed)
        events = simulate(specification).events
        assert sum(judged_centre(specification, 45).bands.values()) == events["points"][events["level"] == 2][0]

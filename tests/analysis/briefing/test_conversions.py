"""Conversions: a change of scale by published figures that are named with their dates, and nothing more."""

import pytest

from analysis.briefing.conversions import explained, in_staff, officers, scales
from analysis.briefing.results import Results
from model.evidence.reader import read


def test_each_scale_is_the_latest_row_of_its_measure():
    known = scales()
    measure = "average caseload per probation officer"
    rows = [row for row in read("workforce") if str(row["measure"]).startswith(measure)]
    latest = max(rows, key=lambda row: row["as_of"].last)
    assert known["cases"].value == latest["value"]
    assert known["cases"].as_of == latest["as_of"].text
    assert known["people"].value > known["staff"].value > 10_000


def test_an_officer_equivalent_is_an_officers_average_caseload():
    people, cases = scales()["people"].value, scales()["cases"].value
    assert officers("true_quality") == pytest.approx(people / cases)
    assert officers("absent_share") == scales()["staff"].value
    assert officers("esteem") is None


def test_the_table_scales_the_stored_effect_at_both_horizons(mixed_store):
    results = Results(mixed_store)
    first = results.comparisons[0]
    table = in_staff(results, first, ("true_quality",))
    effect = results.effects(first.first, first.second)["true_quality"]
    assert [row[0].partition(", ")[2] for row in table.rows] == ["at 12 months", "mean of 36 months"]
    assert table.rows[1][2].startswith(f"+{effect.effect * officers('true_quality'):,.0f} (")
    assert table.rows[1][3].startswith(f"+{effect.effect * officers('true_quality') * 12:,.0f} (")


def test_a_service_that_is_not_the_nation_is_not_scaled_to_it(made_up):
    store = made_up()
    store._runs["service"] = "toy"
    results = Results(store)
    assert in_staff(results, results.comparisons[0], ("true_quality",)).columns == ("What, and when", "Difference",
                                                                                  "Reading")


def test_the_words_name_each_figure_with_its_date_and_claim_no_cause():
    text = explained()
    for scale in scales().values():
        assert f"{scale.value:,.0f}" in text or f"{scale.value:g}" in text
        assert scale.as_of in text
    assert "EvidenceDate" not in text
    assert "do not say how many staff would bring it about" in text

"""The forecast score's figure: claims of better and worse only where the interval bears them, numbers as given."""

import math

import pytest

from analysis.figures import forecast_score
from analysis.figures.style import Facts


def kind(name, gain, low, high, rows=10):
    return {"kind": name, "gain": gain, "gain_low": low, "gain_high": high, "naive_score": 0.2,
            "scored_against_naive": rows}


@pytest.fixture
def document():
    return {"coverage": {"50": 0.4, "80": 0.75, "90": None}, "numbers": 100,
            "coverage_intervals": {"50": (0.3, 0.5), "80": (0.65, 0.83), "90": None},
            "by_kind": [kind("rating", 0.05, 0.01, 0.09), kind("survey item", -0.05, -0.1, -0.02),
                        kind("staff", 0.01, -0.1, 0.12), kind("no naive", None, None, None, 0)]}


def test_better_and_worse_are_counted_by_their_intervals(document):
    table = forecast_score.table_of(document)
    assert forecast_score.message(table).startswith(
        "Of 3 kinds of observation the forecast did better than the best naive one on 1 and worse on 1; on 1 it cannot")


def test_gains_are_shares_of_the_naive_score_and_what_was_not_scored_is_left_out(document):
    table = forecast_score.table_of(document).set_index("label")
    assert table.at["rating", "value"] == pytest.approx(0.25)
    assert table.at["rating", "low"] == pytest.approx(0.05)
    assert list(table.index) == ["50%", "80%", "rating", "survey item", "staff"]
    assert table.at["80%", "naive"] == pytest.approx(0.8)


def test_the_words_hold_every_number_and_no_gap(document):
    table = forecast_score.table_of(document)
    drawn = forecast_score.draw(table, "2024", Facts("England and Wales", "n.", "src"))
    for share in ("40% (30% to 50%)", "75% (65% to 83%)", "25% (5% to 45%)", "-25% (-50% to -10%)"):
        assert share in drawn.alt
    assert "nan" not in drawn.alt
    assert not table["value"].map(math.isnan).any()

"""Figures: titles hedge by the data, nothing overlaps or is cut off, files hold what is drawn."""

import math
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from analysis.figures import dials, paired_differences, ratings, response_surface, separators, swaps, values, worlds_won
from analysis.figures.calendar import date_of, month_name, period_name
from analysis.figures.save import save
from analysis.figures.style import LOOKS, Facts, look, spread_out

FACTS = Facts("England and Wales", "20 runs a scenario in one world.", "a simulation, version 0.1.0, model 01234567.")


def separation(largest):
    rows = [(f"p{i}", f"How far ahead an expected inspection is felt (effort: part {i})", "C", r, r - 0.2, r + 0.2, 0.5)
            for i, r in enumerate((largest, 0.2, -0.1))]
    return pd.DataFrame(rows, columns=separators.COLUMNS)


def value_rows():
    rows = [("As now", f"v{i}", label, 5.0 * i - 4, 5.0 * i - 5, 5.0 * i - 3, 2.0, "better", "a better", "a", "+1", 20)
            for i, label in enumerate(("the inspectorate's standards", "public protection"))]
    return pd.DataFrame(rows, columns=values.COLUMNS)


def rating_rows(spread, gap):
    rows = [(name, "", band, share + shift, share + shift - spread, share + shift + spread, 20)
            for band, share in (("Inadequate", 0.4), ("Good", 0.2)) for name, shift in (("a", 0.0), ("b", gap))]
    return pd.DataFrame(rows, columns=ratings.COLUMNS)


def shares(low):
    rows = [("As now", label, side, share, floor, share + 0.1, 30) for label in ("safety", "fairness")
            for side, share, floor in (("a", 0.7, low), ("neither", 0.2, 0.1), ("b", 0.1, 0.0))]
    return pd.DataFrame(rows, columns=worlds_won.COLUMNS)


def moves():
    rows = [(dial, move, 0.6, 0.1, 0.2, 0.1, 64) for dial in ("grip", "null_dial") for move in ("raised", "lowered")]
    return pd.DataFrame(rows, columns=dials.COLUMNS)


def surface(*verdicts):
    rows = [("default", x, y, 12.0 - 30 * x, -9.0, 14.0, verdict, 4, 1)
            for (x, y), verdict in zip([(0.1, 0.0), (0.1, 0.01), (0.4, 0.0), (0.4, 0.01)], verdicts, strict=True)]
    return pd.DataFrame(rows, columns=response_surface.COLUMNS)


def swap_rows(verdict):
    rows = [(measure, dial, way, effect, effect - 8, effect + 8, verdict, 20.0, 3, 1) for measure in ("default", "wide")
            for dial, effect in (("infrastructure_devolution", -31.0), ("voice", 4.0))
            for way in ("first in", "last in", "mean")]
    return pd.DataFrame(rows, columns=swaps.COLUMNS)


def leanings(*sides):
    return pd.DataFrame({"dial": ["grip", "null_dial"], "one_sided": sides})


def outcome_rows(verdicts):
    readings = ["cannot be told" if verdict == "unresolved" else verdict for verdict in verdicts]
    return pd.DataFrame({"context": "As now", "better": 1, "verdict": verdicts, "reading": readings})


def test_separators_claim_nothing_that_chance_could_do():
    assert separators.message(separation(0.45)) == "No single assumption can be told to separate the settings"
    assert separators.message(separation(-0.7)) == (
        "What separates the settings: how far ahead an expected inspection is felt")


def test_ratings_name_fewest_and_most_only_where_runs_do_not_overlap():
    assert "fewest under a (40%), most under b (60%)" in ratings.message(rating_rows(0.05, 0.2))
    assert "luck alone" in ratings.message(rating_rows(0.05, 0.05))


def test_worlds_are_led_only_where_the_whole_interval_is_above_half():
    assert worlds_won.message(shares(0.55), "a", "b") == (
        "In most of the settings tried a does better by safety and fairness")
    assert worlds_won.message(shares(0.45), "a", "b").startswith("By none of these values")


@pytest.mark.parametrize(("verdicts", "expected"), [
    (["better", "worse", "negligible", "unresolved"],
     "A does better on 1 of 4 outcomes, b on 1; 1 differ too little to matter; 1 cannot be told"),
    (["negligible", "unresolved"],
     "Of 2 outcomes none shows a difference between a and b governance that can be told to matter"),
])
def test_the_forest_counts_its_verdicts(verdicts, expected):
    assert paired_differences.message(outcome_rows(verdicts), "a", "b") == expected


def test_titles_say_which_of_several_panels_they_speak_of():
    table = pd.concat([outcome_rows(["better", "worse"]), outcome_rows(["worse", "worse"]).assign(context="Rated")])
    assert paired_differences.message(table, "a", "b") == "As now: a does better on 1 of 2 outcomes, b on 1"
    several = pd.concat([shares(0.55), shares(0.45).assign(context="Rated")])
    assert worlds_won.message(several, "a", "b").startswith("As now: in most of the settings tried a does better")


def test_the_forest_tells_between_too_small_and_enough_from_not_to_be_told():
    table = outcome_rows(["better", "unresolved", "unresolved"])
    table.loc[1, "reading"] = "between too small and enough to matter"
    assert paired_differences.message(table, "a", "b") == (
        "A does better on 1 of 3 outcomes, b on 0; 1 lie between too small and enough to matter; 1 cannot be told")


def test_dials_are_named_only_where_they_point_one_way():
    assert dials.message(leanings("", ""), "quality") == "No dial helps or harms quality in all worlds alike"
    assert "for more grip" in dials.message(leanings("more", ""), "quality")
    assert "less the null dial" in dials.message(leanings("", "less"), "quality")


def test_a_surface_counts_its_points_and_claims_only_what_their_verdicts_say():
    said = response_surface.message(surface("better", "worse", "worse", "unresolved"), "a", "b", "quality")
    assert said == ("Settings chosen by hand: a does better on quality at 1 of 4 points; b does better on quality "
                    "at 2 of 4 points; the difference in quality cannot be told to matter at 1 of 4 points")
    said = response_surface.message(surface(*["negligible"] * 4), "a", "b", "quality")
    assert said.endswith("too small to matter at every point of the grid")
    assert "better" not in said
    said = response_surface.message(surface(*["unresolved"] * 4), "a", "b", "quality")
    assert said.endswith("at no point of the grid can the difference in quality be told to matter")


def test_dials_that_make_the_difference_are_named_only_where_they_are_told_to_matter():
    said = swaps.message(swap_rows("worse"), "a", "b", "quality")
    assert said == ("Settings chosen by hand: quality is better with the infrastructure devolution and "
                    "voice of b governance")
    assert "no single dial" in swaps.message(swap_rows("unresolved"), "a", "b", "quality")


@pytest.mark.parametrize("drawn", [
    lambda: swaps.draw(swap_rows("worse"), "quality", "cases in 1,000", "2025", FACTS, "a", "b"),
    lambda: response_surface.draw(surface("better", "worse", "negligible", "unresolved"), "quality", "cases in 1,000",
                                  "2025", FACTS, "a", "b"),
    lambda: values.draw(value_rows(), "A title of some length that runs on " * 4, "2025", FACTS, "a", "b"),
    lambda: separators.draw(separation(0.7), "quality", FACTS, "a", "b"),
    lambda: ratings.draw(rating_rows(0.05, 0.2), "November 2027", FACTS),
    lambda: worlds_won.draw(shares(0.55), "2025", FACTS, "a", "b"),
    lambda: dials.draw(moves(), leanings("more", ""), "true quality", "2025", FACTS),
])
def test_every_word_stands_within_the_picture_and_clear_of_the_title(drawn):
    figure = drawn().figure
    FigureCanvasAgg(figure).draw()
    whole = figure.bbox
    for text in figure.texts:
        box = text.get_window_extent()
        assert box.x0 >= 0
        assert box.x1 <= whole.x1
        assert box.y0 >= 0
        assert box.y1 <= whole.y1
    title_foot = min(t.get_window_extent().y0 for t in figure.texts if t.get_window_extent().y0 > whole.y1 / 2)
    source_top = max(t.get_window_extent().y1 for t in figure.texts if t.get_window_extent().y0 < whole.y1 / 2)
    for axes in figure.axes:
        box = axes.get_tightbbox()
        assert box.y1 < title_foot
        assert box.y0 > source_top
        assert box.x0 >= -1
        assert box.x1 <= whole.x1 + 1


def test_no_two_categories_differ_by_colour_alone():
    assert len({x.line for x in LOOKS}) == len({x.marker for x in LOOKS}) == len({x.colour for x in LOOKS}) == 4
    assert look("egalitarian", 0) == look("egalitarian", 2)


@pytest.mark.parametrize("own", LOOKS)
def test_colours_stand_out_from_white_by_three_to_one(own):
    channels = [int(own.colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 3.0


def test_labels_are_spread_and_keep_their_order_and_mean():
    placed = spread_out([0.50, 0.10, 0.51], 0.1)
    assert sorted(placed) == pytest.approx([placed[1], placed[0], placed[2]])
    assert min(b - a for a, b in zip(sorted(placed), sorted(placed)[1:], strict=False)) >= 0.1 - 1e-12
    assert math.fsum(placed) == pytest.approx(1.11)


def test_saving_writes_four_files_that_repeat_byte_for_byte(tmp_path):
    first, second = (separators.draw(separation(0.7), "quality", FACTS, "a", "b") for _ in range(2))
    one = save(first.figure, first.data, "x", tmp_path / "one", first.alt)
    two = save(second.figure, second.data, "x", tmp_path / "two", second.alt)
    for kind in ("png", "svg", "csv", "txt"):
        assert getattr(one, kind).read_bytes() == getattr(two, kind).read_bytes()
    assert ET.parse(one.svg).getroot().tag.endswith("svg")
    pd.testing.assert_frame_equal(pd.read_csv(one.csv), first.data)
    assert "0.70" in one.txt.read_text(encoding="utf-8")


def test_a_figure_without_words_is_not_saved(tmp_path):
    drawn = separators.draw(separation(0.7), "quality", FACTS, "a", "b")
    with pytest.raises(ValueError, match="no alternative text"):
        save(drawn.figure, drawn.data, "x", tmp_path, " ")


def test_month_nought_is_june_2021():
    assert month_name(0) == "June 2021"
    assert month_name(42) == "December 2024"
    assert period_name(42, 36) == "December 2024 to November 2027"
    assert date_of(7) == pd.Timestamp("2022-01-01")

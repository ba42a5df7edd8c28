"""Figures of single studies: titles claim what the data bear, and nothing is cut off."""

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from analysis.briefing.claims import Claim, check
from analysis.briefing.grounds import Support
from analysis.figures import drivers, fork, front, value_of_learning, variance_split
from analysis.figures.calendar import date_of
from analysis.figures.style import Facts

FACTS = Facts("England and Wales", "96 paths.", "a simulation, version 0.1.0, model 01234567.", "x-0123")
PROFILES = ("the inspectorate's standards", "public protection")


def driven(low):
    rows = [(f"How much harder work is in places {i} (service: part {i})", "D", 0.1, 0.3 - i / 10, low, 0.4)
            for i in range(3)]
    return pd.DataFrame(rows, columns=drivers.COLUMNS)


def split():
    shares = {"A": 0.0, "B": 0.1, "C": 0.3, "D": 0.4, "theories": 0.15, "luck": 0.05}
    rows = [(label, group, share, share - 0.1, share + 0.1, 12.0, "cases in every 1,000")
            for label in ("quality of casework", "wellbeing") for group, share in shares.items()]
    return pd.DataFrame(rows, columns=variance_split.COLUMNS)


def learned(value, floor):
    rows = [(profile, f"What reports do to esteem {i} (esteem: part {i})", "C", value, 0.0, value + 2, floor, 30.0,
             "as now") for profile in PROFILES for i in range(2)]
    return pd.DataFrame(rows, columns=value_of_learning.COLUMNS)


def regimes(satisficing):
    rows = [(letter, f"regime {i}.3", outcome, 0.5 * i, 0.5 * i - 1, 0.5 * i + 1, satisficing, 16)
            for i, letter in enumerate("AB") for outcome in (*PROFILES, "esteem", "less: evidenced less true quality",
                                                             "legitimacy of inspection to practitioners")]
    return pd.DataFrame(rows, columns=front.COLUMNS)


def forked(low, high):
    rows = [(other, outcome, outcome, "points on a 0–100 scale", switch, month, date_of(month), (low + high) / 2, low,
             high, 2.0, 20) for other in ("egalitarian", "no ratings") for outcome in ("quality", "esteem")
            for switch in (12, 24) for month in range(switch, 78, 6)]
    return pd.DataFrame(rows, columns=fork.COLUMNS)


def test_drivers_are_named_only_where_their_interval_is_clear_of_nought():
    assert drivers.message(driven(0.0), 0.4, "quality") == (
        "No single cause can be told to carry a twentieth of what moves the difference in quality; 60% is luck or "
        "beyond what the emulator follows")
    assert "by share: service: part 0 [D] about 30%" in drivers.message(driven(0.06), 0.4, "quality")


def test_a_negative_r2_is_told_as_nothing_followed():
    assert drivers.message(driven(0.0), -0.3, "quality").endswith("100% is luck or beyond what the emulator follows")


def test_the_split_speaks_of_what_is_judged_or_assumed_together():
    assert variance_split.message(split()) == (
        "Of the uncertainty of the difference in quality of casework, 70% rests on parameters that are judged or "
        "assumed, 15% on which theory is right, 5% on luck")


@pytest.mark.parametrize("value, floor, worth", [(30.0, 5.0, True), (30.0, 40.0, False), (10.0, 5.0, False)])
def test_learning_is_called_worth_it_only_above_chance_and_above_what_matters(value, floor, worth):
    assert value_of_learning.message(learned(value, floor), 20.0).startswith("By none") != worth


def test_a_front_says_where_nothing_does_good_without_harm():
    assert front.message(regimes(0.0)).endswith("none of them does some good and no harm in any world tried")
    assert "A does some good and no harm in 75% of 16 worlds" in front.message(regimes(0.75))


def test_a_fork_claims_a_difference_only_where_the_whole_interval_matters():
    assert "none of these can be told to move quality" in fork.message(forked(-1.0, 5.0))
    assert "‘egalitarian’ and ‘no ratings’ would have ended with higher quality" in fork.message(forked(3.0, 5.0))
    assert "lower quality" in fork.message(forked(-5.0, -3.0))


@pytest.mark.parametrize("draw", [
    lambda: drivers.draw(driven(0.05), "quality", 0.4, FACTS, "a", "b"),
    lambda: variance_split.draw(split(), FACTS, "a", "b"),
    lambda: value_of_learning.draw(learned(30.0, 5.0), "one and the other", 20.0, FACTS),
    lambda: front.draw(regimes(0.5), "2025", FACTS),
    lambda: fork.draw(forked(-1.0, 5.0), "the default world", FACTS)])
def test_everything_stands_within_the_picture_and_panels_keep_apart(draw):
    figure = draw().figure
    FigureCanvasAgg(figure).draw()
    whole = figure.bbox
    boxes = [axes.get_tightbbox() for axes in figure.axes if axes.get_visible()]
    for box in (*boxes, *(text.get_window_extent() for text in figure.texts)):
        assert box.x0 >= -1
        assert box.y0 >= -1
        assert box.x1 <= whole.x1 + 1
        assert box.y1 <= whole.y1 + 1
    titles = [child.get_window_extent() for axes in figure.axes if axes.get_visible() for child in axes.get_children()
              if isinstance(child, Text) and child.get_text() and child.get_text() == axes.get_title(loc="left")]
    assert not any(a.overlaps(b) for k, a in enumerate(titles) for b in titles[k + 1:])


@pytest.mark.parametrize("title", [drivers.message(driven(0.02), 0.4, "quality"), fork.message(forked(-1.0, 5.0))])
def test_a_title_that_claims_nothing_is_one_that_a_page_lets_stand(title):
    on = Support(None, "a", "b", numbers=(60.0,), limits=("one nation",))
    assert check(Claim(title, on)) == []

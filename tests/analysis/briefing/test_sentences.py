"""No sentence claims what its verdict does not bear."""

import itertools
import re

import pytest

from analysis.briefing.everyday import EVERYDAY, column_of, difference, everyday, spoken
from analysis.briefing.sentences import (
    agreement,
    answer,
    interaction_sentence,
    number_clause,
    share_scale,
    share_word,
    values_clause,
    worlds_sentence,
)
from analysis.measures.paired import Effect, verdict
from analysis.measures.worlds import WorldShares
from analysis.words import BETWEEN_WORDS, VALUE_PROFILES, clauses, listed, reading, signed, told
from model.observation.outcomes import outcome_names

CLAIM = re.compile(r"does better|is higher|is lower|towards|\bbetter$")
SHAPES = {"better": (0.03, 0.05), "worse": (-0.05, -0.03), "negligible": (-0.01, 0.01), "unresolved": (-0.03, 0.05),
          "between": (0.01, 0.05)}


def effect(shape, outcome="true_quality", better=1):
    low, high = SHAPES[shape]
    found = verdict(low, high, 0.02, better)
    return Effect(outcome, (low + high) / 2, low, high, 0.95, 0.5, found, 60, 120, 0, 1, 0.0, 0.0, 0.0, 0.02, better)


def views(*shapes):
    return {words: effect(shape, name) for (name, words), shape in zip(VALUE_PROFILES.items(), shapes, strict=True)}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("better", [1, -1])
def test_a_claim_is_made_exactly_where_the_verdict_bears_one(shape, better):
    found = effect(shape, better=better)
    for text in (number_clause(found, "a", "b"), interaction_sentence(found, "centre rated too", "a", "b"),
                 reading(found, "a", "b"), clauses({"x": found}, "a", "b", "on")):
        assert bool(CLAIM.search(text)) == (shape in ("better", "worse")), text


@pytest.mark.parametrize("shapes", list(itertools.product(SHAPES, repeat=4)))
def test_the_answer_names_only_winners_and_says_when_values_disagree(shapes):
    text = values_clause(views(*shapes), "hierarchical", "egalitarian")
    assert ("ierarchical" in text) == ("better" in shapes)
    assert ("galitarian" in text) == ("worse" in shapes)
    assert text.startswith("It depends on whose values") == ("better" in shapes and "worse" in shapes)
    assert bool(CLAIM.search(text)) == bool({"better", "worse"} & set(shapes))
    assert ("disagree" in agreement(views(*shapes))) == ("better" in shapes and "worse" in shapes)
    assert (BETWEEN_WORDS in text) == ("between" in shapes)
    assert ("give one reading" in agreement(views(*shapes))) == (len(set(shapes)) == 1)


def test_less_being_better_turns_the_winner_but_not_the_number():
    leaving = effect("better", "absent_share", better=-1)
    assert reading(leaving, "a", "b") == "b better"
    assert "higher under a" in number_clause(leaving, "a", "b")
    assert "towards b" in interaction_sentence(leaving, "c", "a", "b")


def test_the_answer_is_one_sentence_with_its_interval_in_cases():
    text = answer(views("better", "worse", "negligible", "unresolved"), effect("better"), "hierarchical", "egalitarian")
    assert text.endswith("by 40 cases in every 1,000 (95% interval 30 to 50).")
    assert text.count(". ") == 0
    assert "by relationships and desistance there is no difference large enough to matter" in text
    assert "by the values of people on probation there is no difference that can be told" in text


@pytest.mark.parametrize(("low", "high", "said"), [
    (0.01, 0.03, "between"), (-0.03, -0.01, "between"), (-0.001, 0.03, "unresolved"), (0.001, 0.019, "negligible"),
    (0.021, 0.03, "better"), (0.0, 0.03, "unresolved")])
def test_an_interval_on_one_side_that_reaches_across_its_limit_is_between(low, high, said):
    found = Effect("true_quality", (low + high) / 2, low, high, 0.95, 0.5, verdict(low, high, 0.02, 1), 60, 120, 0, 1,
                   0.0, 0.0, 0.0, 0.02, 1)
    assert told(found) == said
    assert (BETWEEN_WORDS in number_clause(found, "a", "b")) == (said == "between")


@pytest.mark.parametrize(("low", "high", "said"), [
    (0.0196, 0.0199, "+19.8 (+19.6 to +19.9)"), (0.0201, 0.0203, "+20.2 (+20.1 to +20.3)"),
    (0.0204, 0.0256, "+23.0 (+20.4 to +25.6)"), (0.0304, 0.0356, "+33 (+30 to +36)"),
    (-0.0001, 0.0001, "0.0 (\u22120.1 to +0.1)"), (0.0003, 0.0401, "+20.2 (+0.3 to +40.1)"),
    (0.01999999, 0.03, "+25.00 (+20.00 to +30.00)")])
def test_a_decimal_more_is_shown_where_rounding_would_hide_what_the_verdict_rests_on(low, high, said):
    """The smallest difference that matters is 20 cases in 1,000; at most two decimals are added."""
    found = Effect("true_quality", (low + high) / 2, low, high, 0.95, 0.5, verdict(low, high, 0.02, 1), 60, 120, 0, 1,
                   0.0, 0.0, 0.0, 0.02, 1)
    assert difference(found) == said


def test_where_neither_way_is_better_higher_is_said():
    assert reading(effect("better", "diversity", 0), "a", "b") == "a higher"
    assert clauses({"diversity": effect("better", "diversity", 0)}, "a", "b", "on") == ""


def test_worlds_sentence_gives_shares_with_intervals_or_none():
    shares = WorldShares(0.72, 0.1, 0.18, 32, 0.1, (0.55, 0.84), (0.03, 0.25), (0.08, 0.33))
    text = worlds_sentence(shares, "a", "b", "quality")
    assert "a does better in most (72%, 95% interval 55% to 84%)" in text
    nan = float("nan")
    text = worlds_sentence(WorldShares(nan, nan, nan, 4, nan, (nan, nan), (nan, nan), (nan, nan)), "a", "b", "quality")
    assert "cannot be told: 4 were tried" in text
    assert "nan" not in text


def test_the_words_for_shares_are_those_stated_on_the_page():
    assert [share_word(x) for x in (1.0, 0.9, 0.6, 0.5, 0.1, 0.0)] == [
        "nearly all", "nearly all", "most", "about half", "a minority", "few or none"]
    assert share_scale()[0] == ("nearly all", "90% to 100% of settings")


@pytest.mark.parametrize("name", outcome_names())
def test_every_outcome_has_an_everyday_unit(name):
    assert everyday(name) is EVERYDAY[column_of(name).unit]
    assert not spoken(name).startswith("true")


def test_everyday_numbers_only_change_the_scale():
    assert difference(effect("better")) == "+40 (+30 to +50)"
    assert difference(effect("worse", "wellbeing")) == "\u22124.0 (\u22125.0 to \u22123.0)"


def test_small_words():
    assert listed(["x"]) == "x"
    assert listed(["x", "y", "z"]) == "x, y and z"
    assert signed(-0.04, 1) == "0.0"
    assert signed(1234.5, 1) == "+1,234.5"

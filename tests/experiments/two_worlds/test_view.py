"""A view and its link say the same, and the words of a link are those of the command line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.comparison import split_sides
from experiments.errors import UserError
from experiments.two_worlds.view import COLOURS, PANELS, View, of_query, of_words
from model.specification.dials import DIALS

WORDS = st.dictionaries(
    st.sampled_from([f"{side}.governance.{dial}" for side in "ab" for dial in DIALS]
                    + ["service", "seed", "world.esteem.own_sting", "a.shock", "b.regime", "b.national"]),
    st.text("abc_019.%& =", min_size=1).map(str.strip).filter(bool))


@given(WORDS, st.integers(0, 120), st.sampled_from(COLOURS), st.sampled_from(PANELS), st.integers(0, 107))
def test_a_link_brings_back_exactly_the_view_it_was_made_of(words, month, colour, panel, unit):
    view = of_words([*(f"{key}={value}" for key, value in words.items()), f"view.month={month}",
                     f"view.colour={colour}", f"view.panel={panel}", f"view.pdu={unit + 1}"])
    assert (view.month, view.colour, view.panel, view.unit) == (month, colour, panel, unit)
    assert of_query(view.query()) == view


def test_nothing_said_is_the_view_shown_at_first():
    assert of_words([]) == View() == of_query(View().query())


def test_the_words_of_a_view_are_those_of_run_and_compare():
    view = of_words(["service=toy", "b.regime=narrative", "a.governance.grip=0.3"])
    assert view.words("a") == ["service=toy", "seed=1", "governance=hierarchical", "governance.grip=0.3"]
    assert view.words("b") == ["service=toy", "seed=1", "governance=egalitarian", "regime=narrative"]
    a, b, shared = split_sides(view.compared())
    assert (a, b, shared) == (view.words("a")[2:], view.words("b")[2:], ["service=toy", "seed=1"])


def test_a_choice_said_for_both_holds_where_a_side_says_nothing():
    view = of_words(["shock=early_release", "b.shock=none"])
    assert (view.sides["a"]["shock"], view.sides["b"]["shock"]) == ("early_release", "none")
    assert "shock" not in view.shared


def test_a_link_that_only_says_where_to_look_leaves_the_worlds_of_the_command_line():
    beside = ["service=toy", "b.regime=narrative", "view.month=50"]
    assert of_query("view.month=60", beside) == of_words([*beside[:2], "view.month=60"])
    assert of_query("seed=3&view.month=60", beside) == of_words(["seed=3", "view.month=60"])


def test_another_archetype_takes_its_moved_dials_with_it_and_leaves_the_rest():
    view = of_words(["a.governance.grip=0.3", "a.regime.stakes=0.1", "b.governance.grip=0.4"])
    changed = view.with_word("a", "governance", "hybrid")
    assert changed.sides["a"] == {"regime.stakes": "0.1", "governance": "hybrid"}
    assert changed.sides["b"] == view.sides["b"]
    assert view.with_word("a", "governance.grip", None).sides["a"] == {
        "governance": "hierarchical", "regime.stakes": "0.1"}


@pytest.mark.parametrize("query, told", [
    ("view.colour=true_qualty", "did you mean true_quality"), ("view.month=-1", "view.month"),
    ("view.month=soon", "view.month"), ("view.colur=rating", "view.colour"), ("view.panel=all", "reports or pdu"),
    ("view.charts=esteem", "give 3 columns"), ("view.charts=esteem,esteem,estem", "esteem"),
    ("seed=1&seed=2", "given twice"), ("view.pdu=0", "view.pdu"), ("a.governance=", "no value"), ("seed", "no value"),
])
def test_a_link_that_cannot_be_read_is_told_in_one_message(query, told):
    with pytest.raises(UserError, match=told) as error:
        of_query(query)
    assert len(str(error.value).splitlines()) <= 3

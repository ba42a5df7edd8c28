"""Figures of the consultation's questions: titles follow the data, every cell and point is in the alternative text."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.briefing.question_pictures import _prompts_message, draw_factorial, draw_prompts
from analysis.figures import behaviour_matrix, dots, rating_lottery
from analysis.figures.style import Facts
from analysis.words import behaviour_words

FACTS = Facts("England and Wales", "20 runs a scenario in one world.", "a simulation, version 0.1.0, model 01234567.")


def points(*effects):
    rows = [(f"row {k}", kind, effect, effect - 1, effect + 1, 20) for k, effect in enumerate(effects)
            for kind in ("the default world", "wide worlds")]
    return pd.DataFrame(rows, columns=dots.COLUMNS)


@pytest.mark.parametrize("effects, title", [
    ((5.0, -5.0, 0.0), "The default world: esteem is higher in 1 and lower in 1 of 3 comparisons, by enough to matter"),
    ((0.0, 2.0), "The default world: none of 2 differences in esteem can be told to matter")])
def test_dots_say_what_matters(effects, title):
    assert dots.message(points(*effects), "esteem", 2.0) == title


def cells(*trips):
    regimes = ("narrative", "overall")
    rows = [(behaviour, regime, "observed", 0.03, 0.01, 0.05, 0.02, trip, 6)
            for behaviour, own in zip(("myopia", "flight"), trips) for regime, trip in zip(regimes, own)]
    return pd.DataFrame(rows, columns=behaviour_matrix.COLUMNS)


@pytest.mark.parametrize("trips, title", [
    ((("yes", "yes"), ("no", "yes")), "Past its threshold: myopia under every regime and archetype; flight under some"),
    ((("no", "cannot be told"), ("no", "no")), "No undesirable behaviour can be told to pass its threshold")])
def test_the_matrix_says_where_behaviours_trip(trips, title):
    assert behaviour_matrix.message(cells(*trips)) == title


def test_behaviours_are_spelt_as_they_are_written():
    assert [behaviour_words(name) for name in ("top_down_drift", "flight")] == ["top-down drift", "flight"]


def lottery():
    rows = [(panel, truth, cases, 1.0 - 4 * abs(truth - 0.3) * (cases == 54), edge) for panel in ("fair", "who comes")
            for truth in (0.3, 0.4, 0.5) for cases in (30, 54) for edge in (0.5, 0.65)]
    return pd.DataFrame(rows, columns=rating_lottery.COLUMNS)


def test_the_lottery_names_its_worst_truth():
    assert "20% of visits where 50% of cases are sufficient" in rating_lottery.message(lottery())


def test_figures_are_drawn_with_all_of_their_numbers_in_words():
    drawn = (dots.draw(points(5.0, 0.5), "a title", "Shown.", "points", 2.0, FACTS),
             behaviour_matrix.draw(cells(("yes", "no"), ("no", "cannot be told")), "3 years", FACTS),
             rating_lottery.draw(lottery(), FACTS))
    for figure, words in zip(drawn, ("row 1, wide worlds: 0.5 (-0.5 to 1.5)", "narrative 1.5 (yes)", "who comes, 54")):
        assert words.lower() in figure.alt.lower()
        assert figure.figure.get_axes()
        assert not figure.data.empty


def test_the_prompts_are_counted_without_what_they_make_together():
    table = pd.DataFrame({"label": ["N1.1.a", "N1.2.d", "N1.2.f", "all prompts"], "kind": "wide worlds",
                          "low": [0.2, -0.4, 0.05, 0.3], "high": [0.4, -0.2, 0.3, 0.5]})
    assert "better work on 1 of 3 prompts, with worse on 1" in _prompts_message(table, "", 0.1)


@pytest.mark.parametrize("draw", [draw_prompts, draw_factorial])
def test_a_study_that_does_not_name_the_figure_has_none_although_its_findings_would_fit(draw):
    assert draw(SimpleNamespace(study={"figures": ["values"]}), FACTS) is None

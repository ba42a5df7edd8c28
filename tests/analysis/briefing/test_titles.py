"""A figure's title, a second context and a count of views say no more than their results bear."""

import pandas as pd
import pytest

from analysis.briefing import sentences
from analysis.briefing.answers import Answers
from analysis.briefing.claims import DIRECTION
from analysis.briefing.grounds import Grounds
from analysis.briefing.pictures import FIGURES, draw_figures
from analysis.briefing.results import Results
from analysis.briefing.titles import PLAIN
from analysis.figures.style import MESSAGE, Drawn

DOCKED = Grounds(docked=frozenset({"effort", "learning"}))
TITLES = {"values": "Hierarchical governance does better by each of the 4 views of good probation",
          "trajectories": "Hierarchical does better on quality"}


def turned(store, scenario, outcome="true_quality"):
    """Return a store in which a scenario loses on an outcome in every second of the wide worlds."""
    turn = ((store._runs["world"] == "wide") & (store._runs["world_index"] % 2 == 0)
            & (store._runs["scenario"] == scenario))
    store._runs.loc[turn, outcome] -= 0.4
    return store


def title_of(store, name, grounds=DOCKED):
    drawn = Drawn(None, pd.DataFrame({"effect": [0.1]}), TITLES[name], TITLES[name])
    return Answers(Results(store), grounds).titled(name, drawn)


@pytest.mark.parametrize("name", TITLES)
def test_a_title_claims_no_more_than_the_answer_and_its_figure_is_kept(made_up, name):
    steady = made_up({"hierarchical": {"*": 6.0}}, noise=0.2)
    assert title_of(steady, name) == TITLES[name]
    assert title_of(steady, name, Grounds()) == PLAIN[name]
    assert title_of(made_up(noise=0.2), name) == PLAIN[name]
    assert title_of(turned(steady, "hierarchical"), name) == PLAIN[name]


def test_a_title_on_values_is_held_to_every_view_it_names_in_other_worlds(made_up):
    store = turned(made_up({"hierarchical": {"*": 6.0}}, noise=0.2), "hierarchical", "value_public_protection")
    assert title_of(store, "values") == PLAIN["values"]
    assert title_of(store, "trajectories") == TITLES["trajectories"]


def test_what_a_second_context_changes_says_so_where_its_sign_varies(made_up):
    store = made_up(noise=0.2)
    store._runs.loc[store._runs["scenario"] == "hierarchical, centre rated", "true_quality"] += 0.2
    assert [line[:54] for line in Answers(Results(store), DOCKED)._moved()] == [
        "On assumption, not on probation data, 'Centre rated too'"[:54]]
    said = Answers(Results(turned(store, "hierarchical, centre rated")), DOCKED)._moved()[0]
    assert "it depends on what is taken to be so: with settings chosen by hand 'Centre rated too' moves" in said


def test_the_number_of_views_is_held_to_the_results(made_up, monkeypatch):
    answers = Answers(Results(made_up({"hierarchical": {"*": 4.0}}, noise=0.2)), DOCKED)
    assert "the 4 views of good probation give one reading" in answers.changes[0]
    monkeypatch.setattr(sentences, "agreement", lambda values: "Whose values count does not change it: 5 views agree.")
    answers = Answers(answers.results, DOCKED)
    assert not any("5 views" in line for line in answers.changes)
    assert "numbers" in {refusal.rule for refusal in answers.refused}


def test_a_figure_is_saved_under_the_title_that_it_may_bear(made_up, tmp_path):
    own = draw_figures(Results(made_up()), tmp_path / "own", ["values"])["values"]
    other = draw_figures(Results(made_up()), tmp_path, ["values"], lambda name, drawn: f"Plain: {name}")["values"]
    assert own.drawn.title in own.saved.alt
    assert own.drawn.title not in (tmp_path / "values.txt").read_text(encoding="utf-8")
    assert "Plain: values" in other.saved.alt
    assert [text.get_text() for text in other.drawn.figure.texts if text.get_gid() == MESSAGE] == ["Plain: values"]


def test_every_figure_has_a_plain_title_that_fits_one_line():
    assert set(PLAIN) == set(FIGURES)
    assert not any(DIRECTION.search(title) or len(title) > 60 for title in PLAIN.values())

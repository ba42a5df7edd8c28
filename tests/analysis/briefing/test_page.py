"""The page: bound to its results, self-contained, accessible, and safe against names."""

import itertools
import json
import re
from html.parser import HTMLParser

import pandas as pd
import pytest

from analysis.briefing.answers import Answers
from analysis.briefing.build import build_briefing, compose
from analysis.briefing.everyday import everyday
from analysis.briefing.figure_tables import separators
from analysis.briefing.grounds import Grounds
from analysis.briefing.pictures import draw_figures
from analysis.briefing.results import BriefingError, Results
from analysis.documents.html import render

DRAWN = {"values", "trajectories", "paired_differences", "ratings", "worlds_won", "separators"}
"""Figures of the made-up store; others need tables of a study's own."""
DOCKED = Grounds(docked=frozenset({"effort", "learning"}))
VOID = {"meta", "img", "br", "link", "input", "hr"}


class Page(HTMLParser):
    """Collects tags in order and checks that they nest."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.words = [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] not in ("style", "title"):
            self.words.append(data)

    def of(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def text(self):
        return re.sub(r"\s+", " ", " ".join(self.words))


@pytest.fixture(scope="module")
def built(tmp_path_factory, mixed_store):
    folder = tmp_path_factory.mktemp("page")
    path = build_briefing([mixed_store], folder, grounds=DOCKED).files[0]
    return folder, path, Page(path.read_text(encoding="utf-8"))


def text_of(store):
    """Return the words of a page without its figures, which take most of the time."""
    return Page(page_of(store)).text


def page_of(store):
    return render(compose([Answers(Results(store), DOCKED)], [{}]))


def test_the_answer_carries_the_stored_effect(built, mixed_store):
    runs = mixed_store.runs().query("world == 'default'").set_index(["scenario", "seed"])["true_quality"]
    effect = (runs["hierarchical"] - runs["egalitarian"]).mean()
    page = built[2].text
    assert f"casework is higher under hierarchical governance, by {effect * 1000:.0f} cases in every 1,000" in page
    assert ("On assumption, not on probation data, it depends on whose values are used: hierarchical governance does "
            "better by the inspectorate's standards") in page


def test_the_page_is_one_file_without_scripts_or_outside_addresses(built):
    page = built[2]
    assert not page.of("script")
    assert not page.of("link")
    assert all(image["src"].startswith("data:image/svg+xml,") for image in page.of("img"))
    assert not any(a.get("href", "#").startswith("http") for _, a in page.tags)


def test_landmarks_language_and_order_of_headings(built):
    page = built[2]
    assert page.of("html")[0]["lang"] == "en-GB"
    assert all(len(page.of(tag)) == 1 for tag in ("header", "main", "footer", "h1", "title"))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {a["href"].lstrip("#") for a in page.of("a")} | {s["aria-labelledby"] for s in page.of("section")}
    assert {attrs["scope"] for attrs in page.of("th")} >= {"col", "row"}
    assert targets <= set(ids)


def test_every_table_has_a_caption_and_scoped_headings_and_every_image_words(built):
    page = built[2]
    assert len(page.of("caption")) == len(page.of("table")) >= 6
    assert all(head.get("scope") in ("col", "row", "rowgroup") for head in page.of("th"))
    assert len(page.of("img")) == len(DRAWN)
    assert all(len(image["alt"]) > 80 for image in page.of("img"))


def test_the_limits_stand_on_the_page(built):
    text = built[2].text
    for words in ("Simulated, not observed", "Rests on assumption, not on probation data", "not a forecast",
                  "nothing by ethnicity or sex", "true quality of probation work",
                  "The evidence comes from one nation under one history.", "0123456789abcdef"):
        assert words in text


def test_figures_are_saved_four_ways_with_the_numbers_drawn(built):
    folder = built[0] / "figures"
    assert {p.name for p in folder.iterdir() if p.is_file()} == {
        f"{n}.{k}" for n in DRAWN for k in ("png", "svg", "csv", "txt")}
    drawn = pd.read_csv(folder / "values.csv")
    assert list(drawn["context"].unique()) == ["Local inspection as now", "Centre rated too"]
    assert len(drawn) == 8


def test_building_twice_gives_the_same_bytes(built, mixed_store, tmp_path):
    again = build_briefing([mixed_store], tmp_path, grounds=DOCKED)
    assert again.files[0].read_bytes() == built[1].read_bytes()


def test_no_difference_is_claimed_where_there_is_none(made_up):
    text = text_of(made_up(noise=0.2))
    assert "By none of the 4 views of good probation does it make a difference large enough to matter" in text
    assert "is higher under" not in text
    assert "moves the comparison" not in text


def test_noise_is_reported_as_not_to_be_told(made_up):
    text = text_of(made_up(noise=6.0))
    assert "By none of the 4 views of good probation can these runs tell the two apart" in text


def test_names_from_configuration_are_escaped(made_up):
    store = made_up()
    store.study()["question"] = "<script>alert(1)</script> & more"
    page = page_of(store)
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page


def test_default_world_only_says_so_and_draws_what_it_can(made_up, tmp_path):
    store = made_up(worlds=1, per_world=0)
    page = Page(build_briefing([store], tmp_path).files[0].read_text(encoding="utf-8"))
    assert "is not told by these runs: too few were tried" in page.text
    assert {p.stem for p in (tmp_path / "figures").glob("*.png")} == DRAWN - {"worlds_won", "separators"}


def test_one_replicate_a_world_gives_no_shares_but_a_page(made_up):
    text = text_of(made_up(worlds=4, per_world=1, seeds=4))
    assert "is not told by these runs: too few were tried" in text
    assert "nan" not in text.lower().split()


def test_two_scenarios_without_a_study_are_compared(made_up):
    two = {"a": ("hierarchical", "none", "off"), "b": ("egalitarian", "none", "off")}
    text = text_of(made_up(scenarios=two, study={}))
    assert "Hierarchical minus egalitarian" in text


def test_failed_runs_are_left_out_and_counted(made_up):
    store = made_up()
    store._runs.loc[0, "status"] = "failed"
    text = text_of(store)
    assert "1 failed and left out" in text
    assert "rests on 7 pairs of runs (1 left out" in text


def test_what_rests_on_an_assumed_link_stands_in_the_annex_alone(built):
    """Serious incidents: no source ties inspection scores to them."""
    folder, _, page = built
    assert list(pd.read_csv(folder / "figures" / "paired_differences.csv")["outcome"]).count("incidents") == 0
    assert page.text.count("Serious incidents") == 1
    assert page.text.index("Assumed link") < page.text.index("Serious incidents")
    assert page.text.index("Technical annex") < page.text.index("Assumed link")


def test_a_link_with_a_source_is_reported_with_the_rest(monkeypatch, made_up):
    from analysis.briefing import assumed_links

    monkeypatch.setattr(assumed_links, "LINKS", {"progress": "world.outcomes.progress_quality"})
    text = text_of(made_up())
    assert "Assumed link" not in text
    assert "Serious incidents" in text


def test_trajectories_are_drawn_in_the_units_of_the_tables(built):
    drawn = pd.read_csv(built[0] / "figures" / "trajectories.csv")
    for outcome, own in drawn.groupby("outcome"):
        factor, unit, _ = everyday(outcome)
        assert set(own["unit"]) == {unit}
        assert own["mean"].iloc[0] == pytest.approx(0.5 * factor, rel=0.05)


def test_assumptions_that_separate_worlds_are_named_in_words(made_up):
    store = made_up()
    store._worlds = store._worlds.rename(columns={"world.effort.alpha": "world.effort.proximity_months",
                                                  "world.effort.beta": "world.wellbeing.partners"})
    labels = separators(Results(store)).set_index("parameter")["label"]
    assert labels["world.effort.proximity_months"] == (
        "How far ahead an expected inspection is felt (effort: proximity months)")
    assert labels["world.wellbeing.partners"] == "Wellbeing per unit of confidence (wellbeing: partners)"
    assert labels["world.esteem.gamma"] == "Esteem: gamma"


def test_results_of_a_version_without_some_outcome_carry_a_page(made_up):
    store = made_up()
    store._runs = store._runs.drop(columns=[name for name in store._runs if name.startswith("legitimacy")])
    assert "no complete pair" in text_of(store)


def test_results_that_carry_no_comparison_are_refused(made_up, tmp_path):
    three = dict.fromkeys(("x", "y", "z"), ("observed", "none", "off"))
    with pytest.raises(BriefingError, match="x, y, z"):
        build_briefing([made_up(scenarios=three, study={})], tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(BriefingError, match="figure maps is not known"):
        draw_figures(Results(made_up()), tmp_path, ["maps"])


def test_saved_tables_hold_what_the_effects_say(mixed_store, built):
    first = Results(mixed_store).effects("hierarchical", "egalitarian")
    drawn = pd.read_csv(built[0] / "figures" / "paired_differences.csv").query("context == 'Local inspection as now'")
    assert json.loads(drawn.set_index("outcome")["effect"].to_json()) == pytest.approx(
        {name: first[name].effect for name in drawn["outcome"]})

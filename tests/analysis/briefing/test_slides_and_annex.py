"""A question's slides and annex: one message a slide, one word for a setting, plain words for what was expected."""

import json
import re

import pytest

from analysis.briefing.annex import BORNE_OUT, of_study
from analysis.briefing.answers import Answers
from analysis.briefing.build import compose
from analysis.briefing.grounds import Grounds
from analysis.briefing.limits import LIMITS
from analysis.briefing.pictures import draw_figures
from analysis.briefing.plain import jargon_in
from analysis.briefing.question import slides
from analysis.briefing.results import MEASURES, Results
from analysis.documents.content import Bullets, Figure, Paragraph, Section, Table
from analysis.figures import response_surface, swaps
from analysis.words import SETTINGS
from experiments.findings import NEVER, NOT_TESTED, SOMEWHERE

DOCKED = Grounds(docked=frozenset({"effort", "learning"}))


@pytest.fixture(scope="module")
def answers(mixed_store):
    return Answers(Results(mixed_store), DOCKED)


@pytest.fixture(scope="module")
def pictures(answers, tmp_path_factory):
    return draw_figures(answers.results, tmp_path_factory.mktemp("pictures"), ["values", "worlds_won", "separators"],
                        answers.titled)


def test_a_slide_with_a_figure_has_the_figures_message_and_no_other(answers, pictures):
    for name in pictures:
        made = slides(answers, answers.answer(), pictures, name)
        [drawn] = [slide for slide in made if slide.figure]
        assert drawn.title == drawn.figure.title == pictures[name].drawn.title
        assert answers.answer() not in drawn.points
        assert made[0].title == answers.message()
        assert answers.answer() in made[0].points
    assert not any(slide.figure for slide in slides(answers, answers.answer(), {}, ""))


def said_by(block):
    """Return the words of a block, without the limits and refusals, which name keys of the model."""
    if isinstance(block, Figure):
        return [block.title, block.alt, block.caption]
    if isinstance(block, Table):
        return [block.caption, *block.columns]
    if isinstance(block, Bullets):
        return [item for item in block.items if item not in LIMITS and not item.startswith("refused (")]
    return [block.title] if isinstance(block, Section) else [block.text] if isinstance(block, Paragraph) else []


def test_what_was_tried_is_called_a_setting_from_the_first_page_to_the_annex(answers, pictures):
    said = [text for _, block in compose([answers], [pictures]).walk() for text in said_by(block)]
    assert [text for text in said if re.search(r"\bworlds?\b", text, re.IGNORECASE)] == []
    assert any("of the settings tried" in text for text in said)


def test_what_was_expected_is_told_in_plain_words(made_up, tmp_path):
    assert set(BORNE_OUT) == {SOMEWHERE, NEVER, NOT_TESTED}
    rows = [{"text": f"Expected {k}", "by": "one", "held": held} for k, held in enumerate(BORNE_OUT)]
    (tmp_path / "_findings.json").write_text(json.dumps({"findings": [], "expectations": rows}), encoding="utf-8")
    store = made_up()
    store.path = tmp_path
    own = Answers(Results(store), DOCKED)
    items = [item for part in of_study(own, {}, "").blocks if part.title == "Settled before any run"
             for block in part.blocks if isinstance(block, Bullets) for item in block.items]
    assert items[:3] == [f"Expected {k} (one): {words}" for k, words in enumerate(BORNE_OUT.values())]


def test_the_figures_of_each_kind_of_settings_call_them_settings_too():
    assert set(SETTINGS) == set(MEASURES) == set(swaps.PANELS) == set(response_surface.PANELS)
    said = [*SETTINGS.values(), *swaps.PANELS.values(), *response_surface.PANELS.values()]
    assert all("settings" in words.lower() and not jargon_in(words) for words in said)

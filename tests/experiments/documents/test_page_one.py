"""What a question's page says: plain words alone, and plainly on what no claim is made."""

import re

import pytest

from analysis.briefing.grounds import MECHANISMS, UNCHECKED, checked
from analysis.briefing.plain import JARGON, jargon_in
from analysis.briefing.question import MOST_LIMITS
from analysis.briefing.sentences import NEAR_MORALE, SPREAD, no_claim
from experiments.answering import run_study
from experiments.docking.cases import case_names, find_case
from experiments.studies import find_study, study_names


def page_words(study):
    """Return the study's own words that stand on its page."""
    shown = {study.reference, *(side for first in study.comparisons[:1] for side in (first.first, first.second))}
    own = [scenario for scenario in study.scenarios if scenario.name in shown]
    return [study.title, study.question, study.overturned_if, *study.limits[:MOST_LIMITS],
            *(comparison.name for comparison in study.comparisons[:2]),
            *(text for scenario in own for text in (scenario.name, scenario.about))]


@pytest.mark.parametrize("name", study_names())
def test_what_a_study_says_on_its_page_has_no_jargon(name):
    assert [(words, found) for words in page_words(find_study(name)) if (found := jargon_in(words or ""))] == []


def test_jargon_is_found_as_whole_words():
    assert jargon_in("True quality, by the dials; SESOI") == ["True quality", "dials", "SESOI"]
    assert jargon_in("a dialect of the docks, calibration of scales") == ["docks"]
    assert "true quality" in JARGON


def test_what_is_not_checked_is_what_has_no_docking_case():
    docked = {find_case(name).mechanism for name in case_names()}
    resting = {name for names in MECHANISMS.values() for name in names}
    assert set(UNCHECKED) == resting - docked
    assert all(checked(outcome) for outcome in NEAR_MORALE)
    assert "contagion" in docked
    assert not checked("wellbeing_at_12")


def test_no_claim_names_morale_first_and_says_what_was_checked():
    text = no_claim(["true_quality", "incidents", "wellbeing", "esteem", "leaving_rate"])
    assert text.startswith(f"No claim is made on {UNCHECKED['wellbeing']} and serious incidents: no published result")
    assert UNCHECKED["wellbeing"].startswith("morale (")
    assert text.endswith(f"It was checked on professional esteem, staff leaving and {SPREAD}.")
    assert "checked on professional" not in no_claim(["incidents", "esteem"])
    assert no_claim(["true_quality", "esteem"]) == ""


def test_a_page_and_its_annex_claim_nothing_on_morale(probgov, tmp_path):
    run_study("governance", run="smoke", output=tmp_path / "s")
    assert probgov("brief", "results=s", "output=out").code == 0
    html = (tmp_path / "out" / "briefing.html").read_text(encoding="utf-8")
    page, _, annex = re.sub(r"<img[^>]*>", "", html.partition("<main")[2]).partition("Technical annex")
    assert jargon_in(re.sub(r"<[^>]+>", " ", page)) == []
    assert "No claim is made on morale" in page
    rows = re.findall(r"<tr><th scope=\"row\">(?:Wellbeing|Engagement|Legitimacy).*?</tr>", annex)
    assert sum("No claim is made" in row for row in rows) >= 4
    assert not [row for row in rows if " better" in row]
    titles = re.findall(r"class=\"message\">(.*?)</figcaption>", html)
    assert not [title for title in titles if "morale" in title]
    assert any("carry no claim" in title for title in titles)

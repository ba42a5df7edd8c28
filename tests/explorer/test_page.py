"""End to end in a real browser: what a person does on the page, and what is then on it."""

import re
from urllib.parse import parse_qs, urlparse

import pytest

from experiments.composition import compose
from experiments.two_worlds.session import Session
from model.observation.columns import COLUMNS
from model.simulation import simulate

TRUE_QUALITY = [column.name for column in COLUMNS["nation"]].index("true_quality")
TOY = ["service=toy", "months=84"]


def month_of(page) -> int:
    """Return how many months the page says are done."""
    return int(re.search(r"\((\d+) of", page.locator(".month").inner_text())[1])


def wait_month(page, month: int) -> None:
    """Wait until the page shows a month."""
    page.get_by_text(f"({month} of 84 months done)").wait_for()


def jump(page, month: int) -> None:
    """Go to a month as a person does."""
    page.get_by_label("Jump to month").fill(str(month))
    page.get_by_role("button", name="Go", exact=True).click()
    wait_month(page, month)


def words_of(page, side: str) -> list[str]:
    """Return the words of the command that the page gives for one world."""
    line = page.get_by_label(f"World {side.upper()}", exact=True).get_by_text("probgov run").inner_text()
    return line.removeprefix("probgov run ").split()


def test_numbers_on_the_page_are_those_of_the_command_that_it_gives(opened):
    page = opened()
    jump(page, 70)
    shown = page.locator("figure").first.locator(".values")
    for side in "ab":
        run = simulate(compose(words_of(page, side)), ("nation", "pdu"))
        assert float(shown.get_attribute(f"data-{side}")) == run.nation[69, TRUE_QUALITY]
        tiles = page.get_by_label(f"Map of world {side.upper()}").locator("button.tile").all_inner_texts()
        assert tiles == [f"{value:.2f}" for value in run.pdu[69, :, 0]]


def test_step_play_pause_reset_and_jump(opened):
    page = opened()
    assert month_of(page) == 42
    page.get_by_role("button", name="Step a month").click()
    wait_month(page, 43)
    assert "December 2024: governance and inspection change" in page.get_by_role("status").inner_text()
    page.get_by_label("Speed").select_option("as fast as it goes")
    page.get_by_role("button", name="Play").click()
    wait_month(page, 84)
    assert page.get_by_role("button", name="Step a month").is_disabled()
    page.get_by_role("button", name="Reset").click()
    wait_month(page, 42)
    page.get_by_label("Speed").select_option("1 month a second")
    page.get_by_role("button", name="Play").click()
    wait_month(page, 43)
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Play").wait_for()
    stopped = month_of(page)
    page.wait_for_timeout(1500)
    assert month_of(page) == stopped
    page.get_by_label("Jump to month").fill("50")
    page.get_by_label("Jump to month").press("Enter")
    wait_month(page, 50)


def test_a_dial_moved_and_another_archetype_change_one_world_only(opened):
    page = opened()
    jump(page, 60)
    shown = page.locator("figure").first.locator(".values")
    before = [shown.get_attribute(f"data-{side}") for side in "ab"]
    page.get_by_text("Dials of world A").click()
    page.get_by_label("grip, world A").fill("0.1")
    page.get_by_text("governance.grip=0.1").wait_for()
    page.locator(f"figure:first-child .values:not([data-a='{before[0]}'])").wait_for()
    assert shown.get_attribute("data-b") == before[1]
    page.get_by_label("Governance, world A").select_option("Hybrid")
    page.get_by_text("governance=hybrid").wait_for()
    assert "governance.grip" not in " ".join(words_of(page, "a"))


def test_a_link_restores_the_view_and_a_reload_does_too(opened):
    page = opened()
    jump(page, 65)
    page.get_by_label("From outside, world B").select_option("Staffing freeze")
    page.get_by_text("shock=staffing_freeze").wait_for()
    page.get_by_label("Colour the map by").select_option("Rated quality")
    page.get_by_role("tab", name="Undesirable behaviours").click()
    page.get_by_text("tunnel vision").wait_for()
    page.wait_for_function("location.search.includes('view.panel=behaviours')")
    link = urlparse(page.url).query
    values = page.locator("figure").first.locator(".values").inner_text()
    other = opened("?" + link)
    wait_month(other, 65)
    assert other.get_by_label("From outside, world B").input_value() == "staffing_freeze"
    assert other.get_by_label("Colour the map by").input_value() == "rating"
    assert other.get_by_role("tab", name="Undesirable behaviours").get_attribute("aria-selected") == "true"
    assert other.locator("figure").first.locator(".values").inner_text() == values
    assert parse_qs(urlparse(other.url).query) == parse_qs(link)
    assert Session(TOY, link).message == ""


@pytest.mark.parametrize("query, told", [
    ("?service=toy&a.governance.grip=2", "a number from 0 to 1"), ("?view.month=forty", "view.month"),
    ("?service=toy&a.governance=<script>alert(1)</script>", "is not known")])
def test_a_bad_link_is_told_and_the_page_is_there_all_the_same(opened, query, told):
    page = opened(query)
    assert told in page.get_by_role("alert").inner_text()
    assert month_of(page) == 42
    page.get_by_role("button", name="Step a month").click()
    wait_month(page, 43)
    assert page.get_by_role("alert").count() == 0


def test_a_refused_number_gives_way_to_the_one_that_holds(opened):
    page = opened("?service=toy&months=84&seed=1&view.panel=pdu")
    for label, refused, holds in (("Luck (seed)", "-3", "1"), ("PDU", "99", "1"), ("Jump to month", "500", "42")):
        box = page.locator("input[type=number]").and_(page.get_by_label(label))
        box.fill(refused)
        box.press("Enter")
        page.get_by_role("alert").get_by_text("not allowed").wait_for()
        assert box.input_value() == holds
        page.get_by_role("button", name="Reset").click()
        page.get_by_role("alert").wait_for(state="detached")


def test_a_rating_leads_to_the_page_of_its_pdu(opened):
    page = opened()
    name = page.locator(".panel button.link").first.inner_text()
    page.locator(".panel button.link").first.click()
    page.get_by_role("heading", name=f"{name} in world A").wait_for()


def test_two_tabs_have_states_of_their_own(opened):
    first, second = opened(), opened()
    jump(first, 50)
    first.get_by_label("Governance, world A").select_option("Fatalist")
    first.get_by_text("governance=fatalist").wait_for()
    second.get_by_role("button", name="Step a month").click()
    wait_month(second, 43)
    assert second.get_by_label("Governance, world A").input_value() == "hierarchical"
    assert month_of(first) == 50


def test_a_server_stopped_and_started_brings_a_link_back(opened, start, tmp_path):
    server = start(tmp_path)
    page = opened("?view.month=47", server.address)
    wait_month(page, 47)
    page.get_by_role("button", name="Step a month").click()
    wait_month(page, 48)
    page.wait_for_function("location.search.includes('view.month=48')")
    link = urlparse(page.url).query
    server.stop()
    assert server.process.poll() is not None
    page.close()
    server.start()
    again = opened("?" + link, server.address)
    wait_month(again, 48)

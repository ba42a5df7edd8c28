"""By keyboard alone, at twice the size, and with a name for everything that can be touched."""

import pytest

from experiments.two_worlds.view import PANELS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

TOY = "?service=toy&months=84&seed=1&a.governance=hierarchical&b.governance=egalitarian&view.month=60"
UNNAMED = """() => [...document.querySelectorAll('.explorer button, .explorer select, .explorer input, .explorer svg')]
    .filter(each => !each.closest('[aria-hidden=true]'))
    .filter(each => !each.getAttribute('aria-label') && !(each.tagName === 'BUTTON' && each.innerText)
                    && !(each.labels && [...each.labels].some(label => label.innerText.trim())))
    .map(each => each.outerHTML.slice(0, 100))"""
WIDE = "() => document.documentElement.scrollWidth - window.innerWidth"


def test_everything_has_a_name_and_nothing_runs_off_the_page_at_twice_the_size(opened):
    page = opened(TOY, width=683)
    assert page.get_by_role("tab").count() == len(PANELS)
    for panel in PANELS:
        page.locator(f"#tab-{panel}").click()
        page.locator(f"#tab-{panel}[aria-selected=true]").wait_for()
        assert (panel, page.evaluate(UNNAMED), page.evaluate(WIDE)) == (panel, [], 0)
    assert page.evaluate("document.documentElement.lang") == "en-GB"


def test_axe_finds_no_fault_in_any_panel_and_would_find_one(opened):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python").Axe()
    page = opened(TOY)
    page.get_by_text("Dials of world A").click()
    for panel in PANELS:
        page.locator(f"#tab-{panel}").click()
        page.locator(f"#tab-{panel}[aria-selected=true]").wait_for()
        found = axe.run(page, context=".explorer", options={"runOnly": {"type": "tag", "values": RULES}}).response
        assert (panel, [(v["id"], [n["target"] for n in v["nodes"]]) for v in found["violations"]]) == (panel, [])
        assert len(found["passes"]) > 10
    page.evaluate("document.querySelector('.explorer svg[role=img]').removeAttribute('aria-label')")
    assert "svg-img-alt" in {v["id"] for v in axe.run(page, context=".explorer").response["violations"]}


def test_the_page_is_worked_by_keyboard_alone(opened):
    page = opened(TOY)
    page.get_by_role("button", name="Step a month").focus()
    page.keyboard.press("Enter")
    page.get_by_text("(61 of 84 months done)").wait_for()
    page.locator("button.tile[tabindex='0']").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="PDU 3 in world A").wait_for()
    page.get_by_role("tab", name="One PDU").focus()
    page.keyboard.press("ArrowLeft")
    page.get_by_role("columnheader", name="Chance of the same word again").wait_for()
    assert page.evaluate("document.activeElement.id") == "tab-reports"
    page.get_by_text("Dials of world B").focus()
    page.keyboard.press("Enter")
    page.get_by_label("voice, world B").focus()
    page.keyboard.press("Home")
    page.get_by_text("governance.voice=0").wait_for()


def test_shades_never_stand_alone_a_tile_has_its_value_and_its_words(opened):
    page = opened(TOY + "&view.colour=rating")
    for tile in page.get_by_label("Map of world A").locator("button.tile").all():
        assert tile.inner_text() in ("–", "I", "RI", "G", "O")
        assert tile.get_attribute("aria-label").startswith("PDU ")

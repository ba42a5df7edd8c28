"""A page held to WCAG 2.2 AA by axe-core in a real browser, and to what axe cannot see: contrast, zoom, keyboard."""

import itertools
import re
from importlib.resources import files

import pytest

from analysis.documents.content import Figure, Section
from analysis.figures.style import DARK_BLUE, GREY

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CSS = files("analysis.documents").joinpath("page.css").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(browser, written):
    """The written page opened in a browser; anything it asks for from elsewhere fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    asked = []
    opened.on("request", lambda request: asked.append(request.url)
              if not request.url.startswith(("file:", "data:")) else None)
    opened.goto((written[0] / "briefing.html").as_uri())
    yield opened
    context.close()
    assert asked == []


def test_axe_finds_no_violation(page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
    found = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found.response["violations"]] == []
    assert len(found.response["passes"]) > 15


def test_axe_would_find_a_fault(page):
    """The check can fail: the same page without its language and its picture's words breaks two rules."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('img').removeAttribute('alt')")
    found = {v["id"] for v in axe.Axe().run(page).response["violations"]}
    page.reload()
    assert {"html-has-lang", "image-alt"} <= found


def test_headings_descend_one_level_at_a_time(page):
    levels = [int(tag[1]) for tag in page.eval_on_selector_all("h1,h2,h3,h4,h5,h6", "all => all.map(h => h.tagName)")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_no_text_scrolls_sideways_at_four_times_zoom(page):
    """320 CSS pixels across is what a reader at 400% sees (1.4.10); only pictures and tables scroll in themselves."""
    page.set_viewport_size({"width": 320, "height": 800})
    across = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert across <= 320


def test_every_part_that_scrolls_can_be_reached_by_the_keyboard(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = page.evaluate("[...document.querySelectorAll('.scroll, .picture')].every(e => e.tabIndex === 0)")
    assert reached


def test_the_message_of_a_figure_is_text_and_not_in_the_picture(written):
    folder, document = written
    figures = [block for _, block in document.walk() if isinstance(block, Figure)]
    svg = figures[0].svg.read_text(encoding="utf-8")
    full = (folder / "figures" / "values.svg").read_text(encoding="utf-8")
    assert 'id="message"' in full
    assert 'id="message"' not in svg
    page = (folder / "briefing.html").read_text(encoding="utf-8")
    assert "<figcaption" in page


def ratio(one, other):
    def light(colour):
        channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["ink", "soft", "blue"])
def test_colours_of_text_stand_out_from_white_by_four_and_a_half_to_one(name):
    colour = re.search(rf"--{name}: (#[0-9a-f]{{6}})", CSS).group(1)
    assert ratio(colour, "#ffffff") >= 4.5


@pytest.mark.parametrize("colour", [GREY, DARK_BLUE, "#0B0C0C"])
def test_words_in_figures_stand_out_from_white_by_four_and_a_half_to_one(colour):
    assert ratio(colour, "#FFFFFF") >= 4.5


def test_the_ratio_of_black_to_white_is_twenty_one():
    assert ratio("#000000", "#ffffff") == pytest.approx(21)


def test_sections_nest_no_deeper_than_headings_go(written):
    depths = [depth for depth, block in written[1].walk() if isinstance(block, Section)]
    assert max(depths) <= 4

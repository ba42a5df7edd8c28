"""The gallery shows what it names, says that it is no result, and stays small."""

import ast
import re
from html import unescape
from pathlib import Path

from analysis.briefing import pictures, question_pictures, study_pictures
from analysis.briefing.pictures import FIGURES as OF_STUDIES
from analysis.briefing.plain import jargon_in
from experiments.documents import evidence_figures, recorded_figures
from experiments.documents.figure_sources import figure_names
from experiments.documents.gallery_figures import FIGURES as OTHERS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LARGEST = 3_000_000
PAGE = (DOCS / "gallery.md").read_text(encoding="utf-8")


def test_every_picture_is_there_with_words_in_its_place_and_no_other():
    named = re.findall(r"!\[([^\]]+)\]\(gallery/([\w.]+)\)", PAGE)
    assert {name for _, name in named} == {path.name for path in (DOCS / "gallery").iterdir()}
    assert all(len(alt) > 40 for alt, _ in named)
    assert len(named) == PAGE.count("\n### ")


def test_it_holds_documents_and_says_that_it_is_no_result():
    assert "nothing on it is a result" in " ".join(PAGE.split())
    for form in ("html", "pdf", "docx", "pptx"):
        assert f"gallery/briefing_{form}.png" in PAGE


def test_every_figure_that_there_is_is_drawn_for_it():
    assert {*OF_STUDIES, *OTHERS} == set(figure_names())
    shown = set(re.findall(r"\]\(gallery/(\w+)\.png\)", PAGE))
    assert set(figure_names()) - shown == set()
    assert not set(OF_STUDIES) & set(OTHERS)


def test_every_module_that_draws_draws_some_figure():
    """The modules of analysis/figures with a function `draw` are those that what draws by name imports."""
    drawing = {path.stem for path in (ROOT / "analysis" / "figures").glob("*.py") if "\ndef draw(" in path.read_text()}
    used = set()
    for module in (pictures, question_pictures, study_pictures, recorded_figures, evidence_figures):
        for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "analysis.figures":
                used |= {name.name for name in node.names}
    assert drawing - used == set()


def test_it_is_small():
    assert sum(path.stat().st_size for path in (DOCS / "gallery").iterdir()) < LARGEST


def test_the_example_briefing_is_one_page_to_its_method_and_names_its_results():
    from pypdf import PdfReader

    reader = PdfReader(DOCS / "briefings" / "governance.pdf")
    first = reader.pages[0].extract_text()
    for words in ("The question", "The answer", "What would change the answer", "What the model cannot say",
                  "How it was done"):
        assert words in first
    page = (DOCS / "briefings" / "governance.html").read_text(encoding="utf-8")
    identity = re.search(r"Results ([0-9a-f]{16})", page).group(1)
    assert identity in first
    assert f"values-{identity[:8]}" in page
    assert jargon_in(first_page(page)) == []


def first_page(page: str) -> str:
    """Return the words on a briefing's first page, before its annex, with those in place of its pictures."""
    body = page[page.index('<h2 id="the-question"'):page.index('<h2 id="technical-annex')]
    body = re.sub(r'src="[^"]*"', "", body)
    words = [unescape(alt) for alt in re.findall(r'alt="([^"]*)"', body)]
    return " ".join([unescape(re.sub(r"<[^>]+>", " ", body)), *words])

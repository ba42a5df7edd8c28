"""Each format read back: what it says, that it is structured, and that harmful names are only text."""

import builtins
import importlib.util
import zipfile

import pandas as pd
import pytest
from docx import Document as read_word
from docx.oxml.ns import qn
from pptx import Presentation
from pypdf import PdfReader

from analysis.documents.content import Document, Section, Table
from analysis.documents.write import FORMATS, MissingPackage, write


def tags(reader):
    """Return (role, alternative text) of every element of a PDF's structure tree, in order."""
    found = []

    def walk(node):
        node = node.get_object() if hasattr(node, "get_object") else node
        if not isinstance(node, dict):
            return
        if "/S" in node:
            found.append((node["/S"], node.get("/Alt")))
        below = node.get("/K", [])
        below = below.get_object() if hasattr(below, "get_object") else below
        for child in below if isinstance(below, list) else [below]:
            if not isinstance(child, int):
                walk(child)

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


def test_nothing_is_written_outside_the_folder_and_nothing_half(written):
    folder, _ = written
    assert {path.name for path in folder.iterdir()} == {"figures", *(f"briefing.{form}" for form in FORMATS)}
    assert {path.name for path in folder.parent.iterdir() if path.name.startswith("up")} == set()


def test_html_holds_the_name_as_text_alone(written, hostile):
    page = (written[0] / "briefing.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 8
    assert "{{ y }}" in page


def test_the_pdf_is_tagged_titled_and_in_its_language(written, hostile):
    reader = PdfReader(written[0] / "briefing.pdf")
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == hostile
    metadata = root["/Metadata"].get_object().get_data().decode("utf-8")
    assert "pdfuaid:part" in metadata
    assert "/JavaScript" not in str(root)


def test_the_pdfs_structure_has_headings_lists_tables_and_words_for_the_picture(written):
    found = tags(PdfReader(written[0] / "briefing.pdf"))
    roles = [role for role, _ in found]
    assert {"/Title", "/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure", "/Caption"} <= set(roles)
    alts = [alt for role, alt in found if role == "/Figure"]
    assert len(alts) == 1
    assert "As now, by safety" in alts[0]


def test_every_row_of_the_pdfs_tables_has_its_heading(written):
    root = PdfReader(written[0] / "briefing.pdf").trailer["/Root"]["/StructTreeRoot"]
    scopes = {"/THead": set(), "/TBody": set()}

    def walk(node, part=None):
        node = node.get_object()
        if not isinstance(node, dict):
            return
        part = node.get("/S") if node.get("/S") in scopes else part
        below = node.get("/K", [])
        below = below if isinstance(below, list) else [below]
        if node.get("/S") == "/TR":
            first = below[0].get_object()
            [own] = [a.get_object() for a in first["/A"] if a.get_object()["/O"] == "/Table"]
            scopes[part].add((first["/S"], own.get("/Scope")))
        for child in below:
            if not isinstance(child, int):
                walk(child, part)

    walk(root)
    assert scopes == {"/THead": {("/TH", "/Column")}, "/TBody": {("/TH", "/Row")}}


def test_no_groups_heading_stands_alone_at_the_foot_of_a_page(tmp_path):
    tables = []
    for before in range(3):
        rows = [(f"row {k}", "1") for k in range(before)]
        for k in range(60):
            rows += [(f"Group {k}",), (f"member {k}", "2")]
        tables.append(Section(f"Table {before}", [Table("Caption", ("Outcome", "Number"), rows)], new_page=True))
    write(Document("T", "Tag", "s", tables, []), tmp_path, "groups", ("pdf",))
    pages = [page.extract_text().splitlines() for page in PdfReader(tmp_path / "groups.pdf").pages]
    assert len(pages) >= 2 * len(tables)
    last = [next(line for line in reversed(lines) if not line.startswith(("Tag", "Page"))) for lines in pages]
    assert [line for line in last if line.startswith("Group")] == []


def test_the_pdf_says_everything_that_the_document_says(written, hostile):
    text = " ".join(page.extract_text() for page in PdfReader(written[0] / "briefing.pdf").pages)
    for words in ("<script>alert(1)</script>", "Beware.", "an item", "A group", "Identity of these results"):
        assert words in text


def test_word_has_real_styles_captions_alt_text_and_table_headings(written, hostile):
    word = read_word(str(written[0] / "briefing.docx"))
    by_style = {}
    for paragraph in word.paragraphs:
        by_style.setdefault(paragraph.style.name, []).append(paragraph.text)
    assert by_style["Title"] == [hostile]
    assert by_style["Heading 1"] == [hostile, "Annex", "Identity of these results"]
    assert by_style["Heading 2"] == ["The answer", "Details"]
    assert by_style["Answer"] == [hostile]
    assert "an item" in by_style["List Bullet"]
    assert [text.split(".")[0] for text in by_style["Caption"]] == ["Figure 1", "Table 1"]
    described = word.element.body.findall(f".//{qn('wp:docPr')}")
    assert ["As now, by safety" in element.get("descr") for element in described] == [True]
    first = word.tables[0].rows[0]._tr
    assert first.find(f".//{qn('w:tblHeader')}") is not None
    assert {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert word.core_properties.language == "en-GB"


def test_slides_have_one_title_each_notes_and_words_for_pictures(written, hostile):
    deck = Presentation(str(written[0] / "briefing.pptx"))
    slides = list(deck.slides)
    assert [slide.shapes.title.text for slide in slides] == [hostile, hostile, "Two"]
    assert all(slide.notes_slide.notes_text_frame.text for slide in slides)
    pictures = [shape for slide in slides for shape in slide.shapes if shape.shape_type == 13]
    assert ["As now, by safety" in picture._element.nvPicPr.cNvPr.get("descr") for picture in pictures] == [True]
    for slide in slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_office_files_hold_no_links_macros_or_fields_but_counters(written, form):
    with zipfile.ZipFile(written[0] / f"briefing.{form}") as archive:
        names = archive.namelist()
        assert not [name for name in names if "vba" in name.lower() or ".." in name]
        links = "".join(archive.read(name).decode("utf-8") for name in names if name.endswith(".rels"))
        assert 'TargetMode="External"' not in links


def test_a_cell_of_a_csv_is_never_a_formula(written):
    drawn = pd.read_csv(written[0] / "figures" / "values.csv")
    assert list(drawn["shown"]) == ["'=1", "'=1"]
    assert drawn["effect"].tolist() == [-4.0, 1.0]


@pytest.mark.parametrize(("form", "package"), [("docx", "python-docx"), ("pdf", "typst"), ("pptx", "python-pptx")])
def test_a_missing_package_is_one_sentence_and_nothing_is_written(tmp_path, monkeypatch, form, package):
    monkeypatch.setattr("analysis.documents.write.find_spec", lambda name: None)
    document = Document("T", "tag", "s", [], [])
    with pytest.raises(MissingPackage) as caught:
        write(document, tmp_path, "briefing", ("html", form))
    assert package in str(caught.value)
    assert 'pip install "probation-governance[documents]"' in str(caught.value)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_writer_that_fails_leaves_no_part_of_a_file(tmp_path, monkeypatch):
    def broken(document, path):
        path.write_text("half")
        raise OSError("disk full")

    monkeypatch.setattr("analysis.documents.html.write", broken)
    with pytest.raises(OSError, match="disk full"):
        write(Document("T", "tag", "s", [], []), tmp_path, "briefing")
    assert list(tmp_path.iterdir()) == []


def test_html_needs_no_extra_package(monkeypatch, tmp_path):
    """The default format must work in a lean installation."""
    kept = builtins.__import__

    def lean(name, *rest):
        assert name.split(".")[0] not in ("docx", "pptx", "typst")
        return kept(name, *rest)

    monkeypatch.setattr(builtins, "__import__", lean)
    assert write(Document("T", "tag", "s", [], []), tmp_path, "briefing")[0].exists()
    assert importlib.util.find_spec("typst")

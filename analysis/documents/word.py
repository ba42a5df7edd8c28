"""A document as Word: real styles, captions that count themselves, table headers, words for every picture."""

from pathlib import Path

from docx import Document as word_document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from analysis.documents.content import (
    LANGUAGE,
    LEAD,
    NOTE,
    TEXT,
    WARNING,
    Bullets,
    Definitions,
    Document,
    Figure,
    Paragraph,
    Section,
    Table,
)

FONT, INK, BLUE = "Arial", RGBColor(0x0B, 0x0C, 0x0C), RGBColor(0x12, 0x43, 0x6D)
WIDTH, NARROW = Cm(17), Cm(11.5)
SIZES = {"Normal": 9.5, "Title": 18, "Heading 1": 14, "Heading 2": 12.5, "Heading 3": 11.5, "Heading 4": 10,
         "Caption": 9.5, "List Bullet": 9.5, "Answer": 11, "Warning": 9, "Note": 8}
SPACES = {"Normal": (0, 3), "List Bullet": (0, 1), "Title": (0, 6), "Heading 1": (7, 2), "Heading 2": (7, 2),
          "Heading 3": (8, 2), "Heading 4": (8, 2), "Caption": (4, 3), "Note": (2, 4)}
"""Points above and below a paragraph of a style."""
STYLE_OF = {TEXT: "Normal", LEAD: "Answer", WARNING: "Warning", NOTE: "Note"}
DEEPEST = 4


def write(document: Document, path: Path) -> None:
    """Write the file; raises OSError where it cannot be written."""
    word = word_document()
    _prepare(word, document)
    word.add_paragraph(document.tag, STYLE_OF[NOTE])
    word.add_paragraph(document.title, "Title")
    for depth, block in document.walk():
        _add(word, block, depth)
    word.add_heading("Identity of these results", 1)
    _definitions(word, Definitions(document.identity))
    word.save(str(path))


def _prepare(word, document: Document) -> None:
    """Set language, properties, fonts, margins and the page number."""
    properties = word.core_properties
    properties.title, properties.subject, properties.language = document.title, document.subject, LANGUAGE
    properties.author, properties.comments = "Probation governance model", document.tag
    for role in (LEAD, WARNING, NOTE):
        word.styles.add_style(STYLE_OF[role], WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
    for name, (above, below) in SPACES.items():
        word.styles[name].paragraph_format.space_before = Pt(above)
        word.styles[name].paragraph_format.space_after = Pt(below)
        word.styles[name].paragraph_format.line_spacing = 1.0
    word.styles["Warning"].paragraph_format.left_indent = Cm(0.5)
    word.styles["Answer"].font.bold = True
    for name, points in SIZES.items():
        font = word.styles[name].font
        font.name, font.size = FONT, Pt(points)
        font.italic = False
        font.color.rgb = BLUE if name.startswith("Heading") or name == "Title" else INK
        fonts = word.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in [a for a in fonts.attrib if a.endswith("Theme")]:
            del fonts.attrib[attribute]
        fonts.set(qn("w:eastAsia"), FONT)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(1.3)
    page.header_distance = page.footer_distance = Cm(0.8)
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{document.tag}. Page ")
    _field(foot, "PAGE", "1")


def _add(word, block, depth: int) -> None:
    if isinstance(block, Section):
        heading = word.add_heading(block.title, min(depth, DEEPEST))
        heading.paragraph_format.page_break_before = block.new_page
    elif isinstance(block, Paragraph):
        word.add_paragraph(block.text, STYLE_OF[block.role]).paragraph_format.keep_with_next = block.text.endswith(":")
    elif isinstance(block, Bullets):
        for item in block.items:
            word.add_paragraph(item, "List Bullet")
    elif isinstance(block, Definitions):
        _definitions(word, block)
    elif isinstance(block, Table):
        _table(word, block)
    elif isinstance(block, Figure):
        _figure(word, block)


def _definitions(word, block: Definitions) -> None:
    for name, meaning in block.pairs:
        paragraph = word.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(meaning)


def _caption(word, label: str, text: str):
    """Add a caption whose number Word counts; return the paragraph."""
    paragraph = word.add_paragraph(f"{label} ", "Caption")
    count = sum(p.style.name == "Caption" and p.text.startswith(label) for p in word.paragraphs)
    _field(paragraph, f"SEQ {label} \\* ARABIC", str(count))
    paragraph.add_run(f". {text}")
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _field(paragraph, instruction: str, shown: str) -> None:
    """Add a field with the text shown until Word recounts it."""
    for kind in ("begin", None, "separate", "text", "end"):
        run = paragraph.add_run(shown if kind == "text" else None)
        if kind is None:
            code = OxmlElement("w:instrText")
            code.text = f" {instruction} "
            run._r.append(code)
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _table(word, block: Table) -> None:
    _caption(word, "Table", block.caption)
    table = word.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    table.autofit = False
    _fill(table.rows[0], block.columns, bold=True)
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        cells = table.add_row()
        cells._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if len(row) == 1 < len(block.columns):
            cells.cells[0].merge(cells.cells[-1])
        _fill(cells, row, bold=len(row) == 1)
    widths = block.widths()
    for k, column in enumerate(table.columns):
        column.width = int(WIDTH * widths[k] / sum(widths))
        for cell in column.cells:
            if len(cell._tc.tcPr.findall(qn("w:gridSpan"))) == 0:
                cell.width = column.width
    description = OxmlElement("w:tblDescription")
    description.set(qn("w:val"), block.caption)
    table._tbl.tblPr.append(description)
    word.add_paragraph("", STYLE_OF[NOTE]).paragraph_format.line_spacing = Pt(4)


def _fill(row, texts, bold: bool) -> None:
    for cell, text in zip(row.cells, texts):
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size = bold, Pt(8.5)
        cell.paragraphs[0].paragraph_format.space_after = Pt(1)


def _figure(word, block: Figure) -> None:
    _caption(word, "Figure", block.title)
    word.add_picture(str(block.png), width=NARROW if block.narrow else WIDTH)
    word.paragraphs[-1].paragraph_format.keep_with_next = True
    described = word.paragraphs[-1]._p.find(f".//{qn('wp:docPr')}")
    described.set("descr", block.alt)
    described.set("title", block.title)
    word.add_paragraph(f"{block.caption} Figure id {block.identity}.", STYLE_OF[NOTE])

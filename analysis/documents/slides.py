"""A document's slides: one message each as the title, at most one figure, and notes for the speaker."""

from pathlib import Path

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu, Inches, Pt

from analysis.documents.content import LANGUAGE, Document, Figure, Slide

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
FONT, INK, BLUE = "Arial", RGBColor(0x0B, 0x0C, 0x0C), RGBColor(0x12, 0x43, 0x6D)
TITLE, TITLE_AND_TEXT = 0, 1
EDGE, TOP, FOOT = Inches(0.6), Inches(1.55), Inches(6.95)
BESIDE, POINTS_BELOW, LOW = Inches(8.8), Inches(1.2), 2.3
"""Width of a figure with its points beside it; room for them below one this many times as wide as it is high."""
LONG_TITLE = 110
"""Characters beyond which a message is set smaller."""


def write(document: Document, path: Path) -> None:
    """Write the file; raises OSError where it cannot be written."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    properties = deck.core_properties
    properties.title, properties.subject, properties.language = document.title, document.subject, LANGUAGE
    properties.author = "Probation governance model"
    first = deck.slides.add_slide(deck.slide_layouts[TITLE])
    _say(first.shapes.title, [document.title], 36, EDGE, Inches(2.0), WIDTH - 2 * EDGE, Inches(2.2), BLUE)
    _say(first.placeholders[1], [document.tag], 20, EDGE, Inches(4.3), WIDTH - 2 * EDGE, Inches(1), INK)
    first.notes_slide.notes_text_frame.text = "; ".join(f"{name}: {value}" for name, value in document.identity)
    for slide in document.slides:
        _add(deck, slide, document.tag)
    deck.save(str(path))


def _add(deck, slide: Slide, tag: str) -> None:
    made = deck.slides.add_slide(deck.slide_layouts[TITLE_AND_TEXT])
    points = 24 if len(slide.title) <= LONG_TITLE else 19
    _say(made.shapes.title, [slide.title], points, EDGE, Inches(0.3), WIDTH - 2 * EDGE, Inches(1.2), BLUE)
    body = made.placeholders[1]
    if slide.figure is None:
        _say(body, slide.points, 20, EDGE, TOP, WIDTH - 2 * EDGE, FOOT - TOP, INK)
    else:
        picture = _picture(made, slide.figure)
        below = picture.top + picture.height
        if picture.width > BESIDE:
            _say(body, slide.points, 14, EDGE, below, WIDTH - 2 * EDGE, FOOT - below, INK)
        else:
            _say(body, slide.points, 14, Inches(9.6), TOP, Inches(3.2), FOOT - TOP, INK)
    foot = made.shapes.add_textbox(EDGE, FOOT, WIDTH - 2 * EDGE, Inches(0.4))
    foot.name = "Foot"
    named = f" Figure id {slide.figure.identity}." if slide.figure else ""
    _write(foot.text_frame, [f"{tag}.{named}"], 11, INK)
    made.notes_slide.notes_text_frame.text = slide.notes


def _picture(made, figure: Figure):
    """Fit the figure into the slide with its words: across it where it is low, else on the left; return it."""
    picture = made.shapes.add_picture(str(figure.png), EDGE, TOP)
    low = picture.width > LOW * picture.height
    across, down = (WIDTH - 2 * EDGE, FOOT - TOP - POINTS_BELOW) if low else (BESIDE, FOOT - TOP)
    scale = min(across / picture.width, down / picture.height)
    picture.width, picture.height = Emu(int(picture.width * scale)), Emu(int(picture.height * scale))
    described = picture._element.nvPicPr.cNvPr
    described.set("descr", figure.alt)
    described.set("title", figure.title)
    return picture


def _say(shape, texts, points: float, left, top, width, height, colour) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, width, height
    _write(shape.text_frame, texts, points, colour)


def _write(frame, texts, points: float, colour) -> None:
    frame.word_wrap = True
    for k, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if k == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.size, run.font.name = text, Pt(points), FONT
        run.font.color.rgb = colour
        run._r.get_or_add_rPr().set("lang", LANGUAGE)
        paragraph.space_after = Pt(points / 2)

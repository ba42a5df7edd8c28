"""A document as tagged PDF (PDF/UA-1), typeset by typst from data: nothing in it is read as markup."""

import json
import os
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import matplotlib
import typst

from analysis.documents.content import Document, Figure, Section, Table
from analysis.documents.row_headers import head_rows

TEMPLATE = "page.typ"
STANDARD: Literal["ua-1"] = "ua-1"
FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
"""A font that is there wherever figures can be drawn, so that the file is the same everywhere."""


def write(document: Document, path: Path) -> None:
    """Write the file; raises OSError where it cannot be written."""
    with TemporaryDirectory() as name:
        room = Path(name)
        (room / TEMPLATE).write_text(files("analysis.documents").joinpath(TEMPLATE).read_text(encoding="utf-8"),
                                     encoding="utf-8")
        content = {"title": document.title, "tag": document.tag, "subject": document.subject,
                   "identity": [list(pair) for pair in document.identity],
                   "sections": [_plain(section, room) for section in document.sections]}
        (room / "document.json").write_text(json.dumps(content), encoding="utf-8")
        typst.compile(str(room / TEMPLATE), output=os.fspath(path), root=str(room), font_paths=[str(FONTS)],
                      ignore_system_fonts=True, pdf_standards=STANDARD, timestamp=0)
    head_rows(path)


def _plain(block, room: Path) -> dict:
    """Return a block as plain values; a figure's drawing is put beside the template."""
    kind = type(block).__name__.lower()
    if isinstance(block, Section):
        return {"kind": kind, "title": block.title, "new_page": block.new_page,
                "blocks": [_plain(inner, room) for inner in block.blocks]}
    if isinstance(block, Figure):
        drawing = f"drawing-{len(list(room.glob('drawing-*')))}.svg"
        (room / drawing).write_bytes(block.svg.read_bytes())
        return {"kind": kind, "title": block.title, "alt": block.alt, "caption": block.caption, "drawing": drawing,
                "narrow": block.narrow, "identity": block.identity}
    more = {"widths": block.widths()} if isinstance(block, Table) else {}
    return {"kind": kind, **asdict(block), **more}

"""A document as one self-contained HTML page: no scripts, no outside addresses, every value escaped."""

import re
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from analysis.documents.content import LANGUAGE, Document, Figure, Section, Table


def write(document: Document, path: Path) -> None:
    """Write the page; raises OSError where it cannot be written."""
    path.write_text(render(document), encoding="utf-8", newline="\n")


def render(document: Document) -> str:
    """Return the page; a value that is missing is an error, and each is escaped."""
    environment = Environment(loader=PackageLoader("analysis.documents", "."), undefined=StrictUndefined,
                              autoescape=select_autoescape(("html",)), trim_blocks=True, lstrip_blocks=True)
    style = files("analysis.documents").joinpath("page.css").read_text(encoding="utf-8")
    return environment.get_template("page.html").render(
        document=document, language=LANGUAGE, style=style, address=_address, kind=_kind, anchors=_anchors(document),
        numbers=_numbers(document), id_of=id)


def _kind(block) -> str:
    return type(block).__name__.lower()


def _address(figure: Figure) -> str:
    """Return the drawing as a data address; shorter than base64 would be."""
    return "data:image/svg+xml," + quote(figure.svg.read_text(encoding="utf-8"), safe=" /:;=,.()[]!?*+@&$'~-_")


def _anchors(document: Document) -> dict[int, str]:
    """Return id(section) -> its anchor: words of its title, numbered where they come again."""
    found: dict[int, str] = {}
    for _, block in document.walk():
        if isinstance(block, Section):
            slug = re.sub(r"[^a-z0-9]+", "-", block.title.lower()).strip("-")[:40] or "section"
            found[id(block)] = slug if slug not in found.values() else f"{slug}-{len(found)}"
    return found


def _numbers(document: Document) -> dict[int, str]:
    """Return id(block) -> 'Figure 2' or 'Table 3', in reading order."""
    found: dict[int, str] = {}
    counts = {Figure: 0, Table: 0}
    for _, block in document.walk():
        if isinstance(block, (Figure, Table)):
            counts[type(block)] += 1
            found[id(block)] = f"{type(block).__name__} {counts[type(block)]}"
    return found

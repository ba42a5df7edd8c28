"""Row headings of a tagged PDF's tables: typst tags a row's first cell as data, and a reader then reads no heading.

In every table here the first cell of a row is its heading. Its structure element is made one (TH, scope Row) in the
finished file; what is drawn is not touched.
"""

from pathlib import Path
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject

VERSION = "%PDF-1.7"


def head_rows(path: Path) -> int:
    """Tag the first cell of every row of a PDF's table bodies as that row's heading; return how many were.

    Raises OSError where the file cannot be read or written.
    """
    writer = PdfWriter(clone_from=path)
    bodies = [thing for thing in writer._objects if isinstance(thing, DictionaryObject) and thing.get("/S") == "/TBody"]
    rows = [row for body in bodies for row in _below(body)]
    heads = [cells[0] for row in rows if (cells := _below(row)) and cells[0].get("/S") == "/TD"]
    for head in heads:
        head[NameObject("/S")] = NameObject("/TH")
        for attributes in [_resolved(own) for own in _resolved(head["/A"])]:
            if attributes.get("/O") == "/Table":
                attributes[NameObject("/Scope")] = NameObject("/Row")
    writer.pdf_header = VERSION
    writer.write(path)
    return len(heads)


def _below(element: DictionaryObject) -> list[DictionaryObject]:
    """Return the structure elements right below one."""
    kids = _resolved(element.get("/K", []))
    found = [_resolved(kid) for kid in (kids if isinstance(kids, list) else [kids])]
    return [kid for kid in found if isinstance(kid, DictionaryObject) and "/S" in kid]


def _resolved(thing: Any) -> Any:
    return thing.get_object() if hasattr(thing, "get_object") else thing

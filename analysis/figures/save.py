"""One name for a figure's picture, drawing, numbers and words."""

import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from analysis.figures.style import MESSAGE, house_style

DOTS_PER_INCH = 300
DOCUMENT_DOTS_PER_INCH = 200
MARGIN_INCHES = 0.06
PATH, LONG_NUMBER = re.compile(r' (?:d|x|y)="[^"]*"|translate\([^)]*\)'), re.compile(r"-?\d+\.\d{3,}")
FORMULA = re.compile(r"[=@\t\r]|[-+](?![\d.])")


@dataclass(frozen=True)
class Saved:
    """Where a figure went: `png`, `svg`, `csv` and `txt` (alternative text)."""

    png: Path
    svg: Path
    csv: Path
    txt: Path
    alt: str


@dataclass(frozen=True)
class Untitled:
    """Where a figure without its message went, for a document that sets the message as text."""

    png: Path
    svg: Path


def save(figure: Figure, data: pd.DataFrame, stem: str, folder: Path, alt: str, identity: str = "") -> Saved:
    """Write PNG (300 dpi), SVG, the CSV of exactly what is drawn and the alternative text under one stem.

    Where the figure has an id, a second line of the text says it. A text in the CSV that a spreadsheet would read as
    a formula is kept as text by a leading apostrophe. Raises OSError where the folder cannot be written, ValueError
    where there is no alternative text.
    """
    if not alt.strip():
        raise ValueError(f"figure {stem} has no alternative text")
    folder.mkdir(parents=True, exist_ok=True)
    png, svg, csv, txt = (folder / f"{stem}.{kind}" for kind in ("png", "svg", "csv", "txt"))
    saved = Saved(png, svg, csv, txt, alt)
    with house_style():
        figure.savefig(saved.png, dpi=DOTS_PER_INCH, metadata={"Software": None})
        figure.savefig(saved.svg, metadata={"Date": None, "Creator": None})
    as_text(data).to_csv(saved.csv, index=False, lineterminator="\n", encoding="utf-8")
    again = f"Figure id {identity}. Drawn again by: probgov figure {identity}\n" if identity else ""
    saved.txt.write_text(f"{alt}\n{again}", encoding="utf-8", newline="\n")
    return saved


def save_untitled(figure: Figure, stem: str, folder: Path) -> Untitled:
    """Write PNG and SVG of a figure without its message into a folder.

    Raises OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    saved = Untitled(folder / f"{stem}.png", folder / f"{stem}.svg")
    message = [text for text in figure.texts if text.get_gid() == MESSAGE]
    width, height = figure.get_size_inches()
    rest = [text.get_position()[1] for text in figure.texts if text not in message]
    kept = Bbox([[0, 0], [width, max(rest, default=1.0) * height + MARGIN_INCHES]])
    for text in message:
        text.set_visible(False)
    with house_style():
        figure.savefig(saved.png, dpi=DOCUMENT_DOTS_PER_INCH, bbox_inches=kept, metadata={"Software": None})
        figure.savefig(saved.svg, bbox_inches=kept, metadata={"Date": None, "Creator": None})
    saved.svg.write_text(shortened(saved.svg.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for text in message:
        text.set_visible(True)
    return saved


def shortened(svg: str) -> str:
    """Return a drawing with the coordinates to two decimals and without breaks between its lines.

    No eye sees the difference; a document that carries it is a third smaller.
    """
    short = PATH.sub(lambda path: LONG_NUMBER.sub(lambda n: f"{float(n.group()):.2f}", path.group()), svg)
    return re.sub(r"\s*\n\s*", " ", short)


def as_text(data: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose texts no spreadsheet reads as a formula."""
    return data.map(lambda cell: f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell)

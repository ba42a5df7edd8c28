"""One name for a figure's picture, drawing, numbers and words."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from analysis.figures.style import house_style

DOTS_PER_INCH = 300


@dataclass(frozen=True)
class Saved:
    """Where a figure went: `png`, `svg`, `csv` and `txt` (alternative text)."""

    png: Path
    svg: Path
    csv: Path
    txt: Path
    alt: str


def save(figure: Figure, data: pd.DataFrame, stem: str, folder: Path, alt: str) -> Saved:
    """Write PNG (300 dpi), SVG, the CSV of exactly what is drawn and the alternative text under one stem.

    Raises OSError where the folder cannot be written, ValueError where there is no alternative text.
    """
    if not alt.strip():
        raise ValueError(f"figure {stem} has no alternative text")
    folder.mkdir(parents=True, exist_ok=True)
    png, svg, csv, txt = (folder / f"{stem}.{kind}" for kind in ("png", "svg", "csv", "txt"))
    saved = Saved(png, svg, csv, txt, alt)
    with house_style():
        figure.savefig(saved.png, dpi=DOTS_PER_INCH, metadata={"Software": None})
        figure.savefig(saved.svg, metadata={"Date": None, "Creator": None})
    data.to_csv(saved.csv, index=False, lineterminator="\n", encoding="utf-8")
    saved.txt.write_text(alt + "\n", encoding="utf-8", newline="\n")
    return saved

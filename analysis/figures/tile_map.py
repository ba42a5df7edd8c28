"""Tile map: one tile a PDU, in blocks of regions that stand roughly as on the map; words on tiles, not shade alone."""

from collections.abc import Sequence

import matplotlib as mpl
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from analysis.figures.style import DARK_BLUE, RULE_GREY, Drawn, Facts, framed, house_style
from analysis.words import listed

COLUMNS = ["region", "row", "column", "unit", "shade", "text", "words"]
"""One row a tile: its region, the block's place (from 1), its name, shade (0 best to the last worst, -1 nothing), the
letters on it, and the class in words."""
ACROSS = 5  # tiles side by side in a block
GAP = 1.4  # between blocks, in tiles
NOTHING = "#F3F2F1"


def message(table: pd.DataFrame) -> str:
    """Return the title: how many tiles there are of each class, worst first."""
    shown = table[table["shade"] >= 0]
    counts = shown.groupby(["shade", "words"]).size().sort_index(ascending=False)
    parts = [f"{number} {words}" for (_, words), number in counts.items()]
    return f"Of {len(shown)} units that can be shown, {listed(parts)}"


def draw(table: pd.DataFrame, title: str, subtitle: str, classes: Sequence[str], facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS); `classes` are the words of each shade, from 0.

    The title stands as it is given: `message` makes one that counts.
    """
    colours = [mpl.colors.to_hex(c) for c in sns.light_palette(DARK_BLUE, len(classes) + 1)[1:]]
    with house_style():
        figure = framed(10.5, 8.6, title, subtitle, facts)
        axes = figure.subplots()
        tops = _tops(table)
        for (row, column), block in table.groupby(["row", "column"], sort=True):
            _block(axes, block, (column - 1) * (ACROSS + GAP), tops[row], colours)
        axes.set_xlim(-0.2, table["column"].max() * (ACROSS + GAP))
        axes.set_ylim(max(tops.values()) + _height(table[table["row"] == table["row"].max()]) + 0.2, -1.3)
        axes.set_aspect("equal")
        axes.axis("off")
        handles = [Patch(facecolor=colour, edgecolor=RULE_GREY, label=words) for colour, words in zip(colours, classes)]
        handles.append(Patch(facecolor=NOTHING, edgecolor=RULE_GREY, label="nothing held"))
        axes.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncols=3, frameon=False)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _height(part: pd.DataFrame) -> float:
    """Return the rows of tiles of the tallest block of a row of blocks."""
    most = part.groupby("column").size().max()
    return -(-int(most) // ACROSS)


def _tops(table: pd.DataFrame) -> dict[int, float]:
    """Return row of blocks -> where its tiles begin, downwards."""
    tops, at = {}, 0.0
    for row, part in table.groupby("row", sort=True):
        tops[row] = at
        at += _height(part) + GAP
    return tops


def _block(axes: Axes, block: pd.DataFrame, left: float, top: float, colours: Sequence[str]) -> None:
    axes.text(left, top - 0.18, block["region"].iloc[0], fontsize=9, fontweight="bold", va="bottom")
    for k, tile in enumerate(block.itertuples()):
        x, y = left + k % ACROSS, top + k // ACROSS
        colour = colours[tile.shade] if tile.shade >= 0 else NOTHING
        axes.add_patch(Rectangle((x, y), 0.92, 0.92, facecolor=colour, edgecolor=RULE_GREY, linewidth=0.6))
        axes.text(x + 0.46, y + 0.48, tile.text, ha="center", va="center", fontsize=8, color=_ink(colour))


def _ink(colour: str) -> str:
    """Return black or white, whichever stands out from a colour."""
    red, green, blue = mpl.colors.to_rgb(colour)
    return "white" if 0.299 * red + 0.587 * green + 0.114 * blue < 0.55 else "black"


def _alt(table: pd.DataFrame, title: str) -> str:
    parts = [f"Tile map, one tile a unit. {title}."]
    for region, block in table.groupby("region", sort=False):
        counts = block["words"].value_counts()
        parts.append(f"{region}: {listed([f'{number} {words}' for words, number in counts.items()])}.")
    return " ".join(parts)

"""Worlds won: in what share of the worlds sampled each does better, by each idea of good probation."""

from itertools import product

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.figures.style import Drawn, Facts, framed, house_style, look, quiet_rows
from analysis.words import capital, in_context, listed

COLUMNS = ["context", "label", "side", "share", "low", "high", "worlds"]
NEITHER = "neither"


def message(table: pd.DataFrame, a: str, b: str) -> str:
    """Return the title: by which profiles each side leads in most worlds of the first context, interval included."""
    contexts = list(table["context"])
    first = table[table["context"] == contexts[0]]
    led: dict[str, list[str]] = {a: [], b: [], NEITHER: []}
    for label, part in first.groupby("label", sort=False):
        lows = part.set_index("side")["low"]
        led[a if lows[a] > 0.5 else b if lows[b] > 0.5 else NEITHER].append(str(label))
    if not (led[a] or led[b]):
        return in_context(contexts, "By none of these values does either do better in most of the settings tried")
    parts = [f"{side} does better by {listed(led[side])}" for side in (a, b) if led[side]]
    rest = f"; by {listed(led[NEITHER])} neither does" if led[NEITHER] else ""
    return in_context(contexts, f"In most of the settings tried {' and '.join(parts)}{rest}")


def draw(table: pd.DataFrame, period: str, facts: Facts, a: str, b: str) -> Drawn:
    """Draw `table` (COLUMNS; side is a, 'neither' or b; shares 0-1 of wide worlds): contexts down, sides across."""
    title = message(table, a, b)
    subtitle = (f"Share of settings by who does better, mean of {period}; lines: 95% interval over settings. "
                "Neither: too small to matter.")
    contexts, sides = list(dict.fromkeys(table["context"])), (a, NEITHER, b)
    with house_style():
        figure = framed(10.5, 2.4 * len(contexts) + 1.6, title, subtitle, facts)
        grid = figure.subplots(len(contexts), len(sides), sharey=True, sharex=True, squeeze=False)
        for axes, (context, side) in zip(grid.flat, product(contexts, sides), strict=True):
            _panel(axes, table[(table["context"] == context) & (table["side"] == side)], side)
            axes.set_title(f"{context}:\n{'neither' if side == NEITHER else side + ' better'}", fontsize=10)
        for axes in grid[-1]:
            axes.set_xlabel("share of settings tried")
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _panel(axes: Axes, part: pd.DataFrame, side: str) -> None:
    own = look(side, 2)
    for k, row in enumerate(part.itertuples()):
        axes.plot([row.low, row.high], [k, k], color=own.colour, linewidth=2)
        axes.plot(row.share, k, marker=own.marker, color=own.colour, markersize=8)
        axes.annotate(f"{row.share:.0%}", (row.share, k), (0, 8), textcoords="offset points", ha="center", fontsize=9.5)
    axes.set_yticks(range(len(part)), [capital(str(label)) for label in part["label"]])
    axes.set_ylim(len(part) - 0.5, -0.75)
    axes.set_xlim(-0.14, 1.14)
    axes.set_xticks([0, 0.5, 1])
    axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    quiet_rows(axes)


def _alt(table: pd.DataFrame, title: str) -> str:
    parts = [f"Points with 95% intervals. {title}."]
    for (context, label), part in table.groupby(["context", "label"], sort=False):
        shares = ", ".join(f"{row.side} {row.share:.0%} ({row.low:.0%} to {row.high:.0%})" for row in part.itertuples())
        parts.append(f"{context}, by {label}: {shares}.")
    return " ".join(parts)

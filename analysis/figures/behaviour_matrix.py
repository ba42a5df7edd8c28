"""Behaviour matrix: which undesirable behaviours trip their threshold, under which regime and archetype."""

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from analysis.figures.style import BAND_GREY, DARK_BLUE, GREY, RULE_GREY, Drawn, Facts, framed, house_style
from analysis.words import behaviour_words, capital, listed

COLUMNS = ["behaviour", "regime", "governance", "index", "low", "high", "threshold", "trips", "pairs"]
FILLS = {"yes": (DARK_BLUE, "", "white"), "cannot be told": ("white", "////", "black"), "no": (BAND_GREY, "", GREY)}
"""Whether it trips -> colour, hatching and colour of the number: never colour alone."""
LARGEST = 99.0
LEGEND_BELOW = -0.19
"""Shares of the panel's height below it, clear of the names of regimes."""


def message(table: pd.DataFrame) -> str:
    """Return the title: which behaviours trip everywhere, somewhere, nowhere that can be told."""
    shares = table.assign(yes=table["trips"] == "yes").groupby("behaviour", sort=False)["yes"].mean()
    always, some = (shares.index[shares == 1.0], shares.index[(shares > 0) & (shares < 1)])
    parts = [f"{listed([behaviour_words(name) for name in names])} {where}" for names, where in
             ((always, "under every regime and archetype"), (some, "under some")) if len(names)]
    if not parts:
        return "No undesirable behaviour can be told to pass its threshold"
    return f"Past its threshold: {'; '.join(parts)}"


def draw(table: pd.DataFrame, period: str, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS, one measure over worlds): behaviours down, regimes across, one panel an archetype.

    A cell's number is the index over its threshold: from 1 on it counts.
    """
    title = message(table)
    subtitle = (f"Index of each behaviour over the size from which it counts, {period}, against the same world without "
                "PDU inspection. Filled: its whole 95% interval is past 1. Hatched: cannot be told. Grey: it is not.")
    governance = list(dict.fromkeys(table["governance"]))
    behaviours, regimes = (list(dict.fromkeys(table[name])) for name in ("behaviour", "regime"))
    with house_style():
        figure = framed(3.9 * len(governance) + 2.4, 0.38 * len(behaviours) + 4.1, title, subtitle, facts)
        grid = figure.subplots(1, len(governance), sharey=True, squeeze=False)[0]
        for axes, name in zip(grid, governance, strict=True):
            _panel(axes, table[table["governance"] == name], behaviours, regimes)
            axes.set_title(capital(name))
        handles = [Patch(facecolor=fill, hatch=hatch, edgecolor=RULE_GREY, label=label)
                   for (fill, hatch, _), label in zip(FILLS.values(), ("past its threshold", "cannot be told",
                                                                       "not past it"))]
        grid[0].legend(handles=handles, loc="upper left", bbox_to_anchor=(0, LEGEND_BELOW), frameon=False)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _panel(axes: Axes, part: pd.DataFrame, behaviours: list[str], regimes: list[str]) -> None:
    for row in part.assign(ratio=part["index"] / part["threshold"]).itertuples():
        i, j = regimes.index(row.regime), behaviours.index(row.behaviour)
        fill, hatch, ink = FILLS[row.trips]
        axes.add_patch(Rectangle((i - 0.5, j - 0.5), 1, 1, facecolor=fill, hatch=hatch, edgecolor=RULE_GREY,
                                 linewidth=0.6))
        patch = {"facecolor": "white", "edgecolor": "none", "pad": 0.8} if hatch else None
        axes.text(i, j, _number(row.ratio), ha="center", va="center", fontsize=8, color=ink, bbox=patch)
    axes.set_xticks(range(len(regimes)), [_words(name) for name in regimes], rotation=40, ha="right", fontsize=8.5)
    axes.set_yticks(range(len(behaviours)), [capital(behaviour_words(name)) for name in behaviours])
    axes.set_xlim(-0.5, len(regimes) - 0.5)
    axes.set_ylim(len(behaviours) - 0.5, -0.5)
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _number(ratio: float) -> str:
    if math.isnan(ratio):
        return "–"
    held = max(-LARGEST, min(LARGEST, ratio))
    return f"{held:.0f}" if abs(held) >= 10 else f"{held:.1f}".replace("-0.0", "0.0")


def _words(name: str) -> str:
    return name.replace("_", " ")


def _alt(table: pd.DataFrame, title: str) -> str:
    rows = []
    for (behaviour, governance), part in table.groupby(["behaviour", "governance"], sort=False):
        cells = ", ".join(f"{_words(regime)} {_number(index / threshold)} ({trips})" for regime, index, threshold, trips
                          in part[["regime", "index", "threshold", "trips"]].itertuples(index=False))
        rows.append(f"{capital(_words(behaviour))}, {governance}: {cells}.")
    return f"Table of cells. {title}. {' '.join(rows)}"

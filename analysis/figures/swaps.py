"""Swaps: which dials make the difference between two ways of governing."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.style import GREY, Drawn, Facts, framed, house_style, look, quiet_rows, shade_sesoi
from analysis.measures.paired import BETTER, WORSE
from analysis.words import SETTINGS, capital, listed, signed

COLUMNS = ["measure", "dial", "way", "effect", "low", "high", "verdict", "sesoi", "pairs", "worlds"]
PANELS = {name: capital(words) for name, words in SETTINGS.items()}
MEAN = "mean"
ENDS = {"first in": "<", "last in": ">"}
MOST_NAMED = 3


def message(table: pd.DataFrame, a: str, b: str, what: str) -> str:
    """Return the title: the dials whose change matters in the first panel, by which way, or that none does."""
    own = table[(table["measure"] == table["measure"].iloc[0]) & (table["way"] == MEAN)]
    panel = PANELS.get(str(own["measure"].iloc[0]), "")
    parts = []
    for side, verdict in ((a, BETTER), (b, WORSE)):
        dials = [str(dial).replace("_", " ") for dial in own.loc[own["verdict"] == verdict, "dial"]][:MOST_NAMED]
        if dials:
            parts.append(f"{what} is better with the {listed(dials)} of {side} governance")
    return f"{panel}: {'; '.join(parts) or f'no single dial can be told to matter for {what}'}"


def draw(table: pd.DataFrame, what: str, unit: str, period: str, facts: Facts, a: str, b: str) -> Drawn:
    """Draw `table` (COLUMNS; effects in `unit`, largest first): dials down, one panel a measure."""
    measures, dials = list(dict.fromkeys(table["measure"])), list(dict.fromkeys(table["dial"]))
    title = message(table, a, b, what)
    subtitle = (f"What a dial set as in {a} instead of {b} governance does, in {unit}, mean of {period}; lines: 95% "
                "interval. Small marks: changed alone (pointing left), and changed last, all others being so already "
                "(pointing right). Grey: too small to matter.")
    with house_style():
        figure = framed(max(3.4 * len(measures) + 2.4, 9.0), 0.42 * len(dials) + 2.6, title, subtitle, facts)
        grid = figure.subplots(1, len(measures), sharey=True, sharex=True, squeeze=False)[0]
        for axes, measure in zip(grid, measures, strict=True):
            _panel(axes, table[table["measure"] == measure], dials, a, b)
            axes.set_title(PANELS.get(measure, measure))
            axes.set_xlabel(f"\u2190 better as in {b}\nbetter as in {a} \u2192")
        grid[0].set_yticks(range(len(dials)), [capital(dial.replace("_", " ")) for dial in dials])
        grid[0].set_ylim(len(dials) - 0.4, -0.6)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title, unit))


def _panel(axes: Axes, part: pd.DataFrame, dials: list[str], a: str, b: str) -> None:
    sesoi = part["sesoi"].iloc[0]
    shade_sesoi(axes, -sesoi, sesoi)
    for k, dial in enumerate(dials):
        rows = part[part["dial"] == dial].set_index("way")
        own, won = rows.loc[MEAN], {BETTER: a, WORSE: b}.get(rows.at[MEAN, "verdict"])
        drawn = look(won or "")
        colour = drawn.colour if won else GREY
        axes.plot([own["low"], own["high"]], [k, k], color=colour, linewidth=2)
        axes.plot(own["effect"], k, marker=drawn.marker if won else "o", color=colour, markersize=8,
                  markerfacecolor=colour if won else "white")
        for way, marker in ENDS.items():
            axes.plot(rows.at[way, "effect"], k + 0.28, marker=marker, color=GREY, markersize=4, linestyle="none")
    quiet_rows(axes)


def _alt(table: pd.DataFrame, title: str, unit: str) -> str:
    parts = [f"Points with 95% intervals in {unit}. {title}."]
    for measure, part in table[table["way"] == MEAN].groupby("measure", sort=False):
        rows = "; ".join(f"{str(row.dial).replace('_', ' ')} {signed(row.effect, 0)} ({signed(row.low, 0)} to "
                         f"{signed(row.high, 0)}), {row.verdict}" for row in part.itertuples())
        parts.append(f"{PANELS.get(str(measure), measure)}: {rows}.")
    return " ".join(parts)

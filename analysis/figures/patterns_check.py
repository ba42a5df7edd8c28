"""Patterns check: how far simulated histories are from each published figure, in units of what may be missed."""

import pandas as pd

from analysis.figures.style import BAND_GREY, LOOKS, RULE_GREY, Drawn, Facts, framed, house_style, quiet_rows

COLUMNS = ["group", "label", "unit", "observed", "simulated", "miss", "low", "high", "verdict"]
LOOK_OF = {"met": LOOKS[0], "not met": LOOKS[1], "cannot be told": LOOKS[2]}


def message(table: pd.DataFrame) -> str:
    """Return the title: how many figures are met, and which group is missed most."""
    met = int((table["verdict"] == "met").sum())
    title = f"{met} of {len(table)} published figures are met"
    worst = table.loc[table["miss"].abs().idxmax()]
    return title if worst["verdict"] == "met" else f"{title}; furthest off: {worst['label']}"


def draw(table: pd.DataFrame, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS; miss, low and high in units of error and tolerance together), one row a figure."""
    title = message(table)
    subtitle = ("Simulated less published, in units of the figure's own error and tolerance. Points: mean of the runs; "
                "lines: the middle 90% of runs. Grey: within one unit. Filled circles are met, open squares are "
                "not, open diamonds cannot be told.")
    with house_style():
        figure = framed(10.5, 0.26 * len(table) + 2.2, title, subtitle, facts)
        axes = figure.subplots()
        axes.axvspan(-1, 1, color=BAND_GREY, zorder=0, linewidth=0)
        axes.axvline(0, color=RULE_GREY, linewidth=1, zorder=1)
        for k, row in enumerate(table.itertuples()):
            own = LOOK_OF[str(row.verdict)]
            axes.plot([row.low, row.high], [k, k], color=own.colour, linewidth=2)
            axes.plot(row.miss, k, marker=own.marker, color=own.colour, markersize=7,
                      markerfacecolor=own.colour if row.verdict == "met" else "white")
        axes.set_yticks(range(len(table)), [f"{row.group}  {row.label}" for row in table.itertuples()], fontsize=9)
        axes.set_ylim(len(table) - 0.5, -0.5)
        axes.set_xlabel("\u2190 simulated lower      simulated higher \u2192")
        quiet_rows(axes)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _alt(table: pd.DataFrame, title: str) -> str:
    rows = "; ".join(f"{row.label}: published {row.observed:,.4g}, simulated {row.simulated:,.4g} {row.unit}, "
                     f"{row.verdict}" for row in table.itertuples())
    return f"Points with lines, one row a published figure. {title}. {rows}."

"""Rating lottery: how likely the same PDU is to get the same rating twice, by what is true of it."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from analysis.figures.style import GREY, LOOKS, RULE_GREY, Drawn, Facts, framed, house_style

COLUMNS = ["panel", "truth", "cases", "same_twice", "edge"]
BANDS = ("Inadequate", "Requires improvement", "Good", "Outstanding")


def message(table: pd.DataFrame) -> str:
    """Return the title: the chance of the same rating twice at its lowest and highest, as now."""
    own = table[table["cases"] == 54]
    lowest, highest = own.loc[own["same_twice"].idxmin()], own["same_twice"].max()
    return (f"With 54 cases a standard is rated alike twice in {lowest['same_twice']:.0%} of visits where "
            f"{lowest['truth']:.0%} of cases are sufficient, and in {highest:.0%} far from any boundary")


def draw(table: pd.DataFrame, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS; shares 0-1): one panel a way of judging, truth across, a line a sample of cases."""
    title, panels = message(table), list(dict.fromkeys(table["panel"]))
    subtitle = ("Chance that two visits to one PDU, nothing having changed, give a standard the same rating, by the "
                "true share of cases sufficient: exact sums, no interval. Upright lines: where the next rating begins.")
    with house_style():
        figure = framed(11.0, 5.6, title, subtitle, facts)
        grid = figure.subplots(1, len(panels), sharey=True, squeeze=False)[0]
        for axes, panel in zip(grid, panels, strict=True):
            _panel(axes, table[table["panel"] == panel])
            axes.set_title(panel, fontsize=10)
            axes.set_xlabel("true share of cases sufficient")
        grid[0].set_ylabel("chance of the same rating twice")
        handles, names = grid[0].get_legend_handles_labels()
        grid[0].legend(handles, names, loc="upper left", bbox_to_anchor=(0, -0.17), ncols=4, frameon=False)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _panel(axes: Axes, part: pd.DataFrame) -> None:
    edges = sorted(part["edge"].unique())
    for edge in edges:
        axes.axvline(edge, color=RULE_GREY, linewidth=1)
    low, high = part["truth"].min(), part["truth"].max()
    for name, left, right in zip(BANDS, (low, *edges), (*edges, high)):
        axes.text((left + right) / 2, 1.03, name.replace(" ", "\n"), ha="center", va="bottom", fontsize=7.5, color=GREY)
    for look, (cases, own) in zip(LOOKS, part.drop_duplicates(["truth", "cases"]).groupby("cases")):
        axes.plot(own["truth"], own["same_twice"], look.line, color=look.colour, marker=look.marker, markersize=4,
                  label=f"{cases} cases")
    axes.set_ylim(0, 1.16)
    axes.set_yticks([0, 0.25, 0.5, 0.75, 1.0])
    for which in (axes.xaxis, axes.yaxis):
        which.set_major_formatter(PercentFormatter(1.0, decimals=0))


def _alt(table: pd.DataFrame, title: str) -> str:
    rows = []
    for (panel, cases), own in table.groupby(["panel", "cases"], sort=False):
        low, high = own.loc[own["same_twice"].idxmin()], own.loc[own["same_twice"].idxmax()]
        rows.append(f"{panel}, {cases} cases: least {low.same_twice:.0%} at truth {low.truth:.0%}, most "
                    f"{high.same_twice:.0%} at truth {high.truth:.0%}.")
    return f"Lines. {title}. {' '.join(rows)}"

"""Front: regimes that nothing dominates, and what each gains and loses on inspection as it is now."""

import textwrap

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.style import BAND_GREY, RULE_GREY, Drawn, Facts, framed, house_style, look, quiet_rows
from analysis.words import capital

COLUMNS = ["letter", "regime", "outcome", "gain", "low", "high", "satisficing", "worlds"]
MOST = 8
TITLE_WIDTH, LABEL_WIDTH = 24, 26


def message(table: pd.DataFrame) -> str:
    """Return the title: how many regimes nothing dominates, and which does some good and no harm in most worlds."""
    regimes = table.drop_duplicates("regime")
    best = regimes.loc[regimes["satisficing"].idxmax()]
    many = f"{len(regimes)} regimes are dominated by none" if len(regimes) > 1 else "One regime is dominated by none"
    if best["satisficing"] == 0:
        return f"{many}; none of them does some good and no harm in any world tried"
    return (f"{many}; {best['letter']} does some good and no harm in {best['satisficing']:.0%} of "
            f"{best['worlds']:.0f} worlds")


def draw(table: pd.DataFrame, period: str, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS; gains in smallest differences that matter): outcomes across, regimes down by letter."""
    title = message(table)
    subtitle = (f"Gain on inspection as it is now in worlds not searched, mean of {period}, in units of the smallest "
                "difference that matters; lines: the middle 90% of worlds; grey: too small to matter.")
    outcomes, letters = list(dict.fromkeys(table["outcome"])), list(dict.fromkeys(table["letter"]))
    across = 4
    down = -(-len(outcomes) // across)
    with house_style():
        figure = framed(11, (0.42 * len(letters) + 1.0) * down + 2.0, title, subtitle, facts)
        grid = figure.subplots(down, across, sharey=True, squeeze=False)
        for axes, outcome in zip(grid.flat, outcomes):
            _panel(axes, table[table["outcome"] == outcome].set_index("letter").loc[letters])
            axes.set_title(textwrap.fill(capital(str(outcome)), TITLE_WIDTH), fontsize=9.5)
        for axes in grid.flat[len(outcomes):]:
            axes.set_visible(False)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _panel(axes: Axes, own: pd.DataFrame) -> None:
    axes.axvspan(-1, 1, color=BAND_GREY, zorder=0, linewidth=0)
    axes.axvline(0, color=RULE_GREY, linewidth=1, zorder=1)
    drawn = look("", 0)
    for k, row in enumerate(own.itertuples()):
        axes.plot([row.low, row.high], [k, k], color=drawn.colour, linewidth=2)
        axes.plot(row.gain, k, marker=drawn.marker, color=drawn.colour, markersize=7)
    reach = max(2.0, float(own[["low", "high"]].abs().max().max()) * 1.1)
    axes.set_xlim(-reach, reach)
    axes.set_yticks(range(len(own)), [textwrap.fill(f"{row.Index}: {row.regime}", LABEL_WIDTH)
                                      for row in own.itertuples()], fontsize=9)
    axes.set_ylim(len(own) - 0.5, -0.5)
    axes.tick_params(axis="x", labelsize=8.5)
    quiet_rows(axes)


def _alt(table: pd.DataFrame, title: str) -> str:
    parts = [f"Points with lines over worlds. {title}."]
    for letter, own in table.groupby("letter", sort=False):
        gains = ", ".join(f"{row.outcome} {row.gain:+.1f}" for row in own.itertuples())
        parts.append(f"{letter} ({own['regime'].iloc[0]}): {gains}.")
    return " ".join(parts)

"""Dials: in what share of worlds moving each by a quarter does good, harm, or too little to matter."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter
from matplotlib.transforms import ScaledTranslation

from analysis.figures.style import (
    BAND_GREY,
    DARK_BLUE,
    GREY,
    ORANGE,
    RULE_GREY,
    Drawn,
    Facts,
    framed,
    house_style,
    quiet_rows,
)
from analysis.words import capital, listed

COLUMNS = ["dial", "move", "beneficial", "harmful", "negligible", "unresolved", "worlds"]
FILLS = {"beneficial": (DARK_BLUE, "", "white"), "negligible": (BAND_GREY, "", GREY),
         "unresolved": ("white", "///", GREY), "harmful": (ORANGE, "xx", "black")}
"""Verdict -> colour, hatching and colour of the number: never colour alone."""
LEAST_SHOWN = 0.06
ROW_INCHES, LEGEND_BELOW = 0.36, 0.62


def message(leaning: pd.DataFrame, what: str) -> str:
    """Return the title: which dials point one way only (dial, one_sided), or that none does."""
    parts = []
    for side in ("more", "less"):
        names = [words(dial) for dial in leaning.loc[leaning["one_sided"] == side, "dial"]]
        if names:
            parts.append(f"{side} {listed(names)}")
    if not parts:
        return f"No dial helps or harms {what} in all worlds alike"
    return f"By {what} the audit finds for {' and for '.join(parts)} in nearly all worlds that it can tell"


def words(dial: str) -> str:
    """Return a dial's name as words."""
    return "the null dial" if dial == "null_dial" else dial.replace("_", " ")


def draw(table: pd.DataFrame, leaning: pd.DataFrame, what: str, period: str, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS, shares 0-1, one outcome): dials down, raised and lowered across."""
    title = capital(message(leaning, what))
    subtitle = (f"Share of sampled worlds in which moving one dial by 0.25 does good, too little to matter, cannot be "
                f"told, or does harm, by {what}, mean of {period}; all other dials at random.")
    dials = list(dict.fromkeys(table["dial"]))
    with house_style():
        figure = framed(10.5, max(ROW_INCHES * len(dials), 2.0) + 3.0, title, subtitle, facts)
        grid = figure.subplots(1, 2, sharey=True)
        for axes, move in zip(grid, ("raised", "lowered")):
            _panel(axes, table[table["move"] == move].set_index("dial").loc[dials])
            axes.set_title(f"{capital(move)} by 0.25")
            axes.set_xlabel("share of worlds sampled")
        handles, names = grid[0].get_legend_handles_labels()
        for axes, half in zip(grid, (slice(0, 2), slice(2, 4))):
            below = axes.transAxes + ScaledTranslation(0, -LEGEND_BELOW, figure.dpi_scale_trans)
            axes.legend(handles[half], names[half], loc="upper left", bbox_to_anchor=(0, 0), bbox_transform=below,
                        ncols=2, frameon=False)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _panel(axes: Axes, part: pd.DataFrame) -> None:
    start = pd.Series(0.0, part.index)
    for verdict, (colour, hatch, ink) in FILLS.items():
        axes.barh(range(len(part)), part[verdict], left=start, color=colour, hatch=hatch, edgecolor=RULE_GREY,
                  linewidth=0.6, label=verdict)
        for k, (left, share) in enumerate(zip(start, part[verdict])):
            if share >= LEAST_SHOWN:
                patch = {"facecolor": "white", "edgecolor": "none", "pad": 1.2} if hatch else None
                axes.text(left + share / 2, k, f"{share:.0%}", ha="center", va="center", fontsize=8.5,
                          color=ink if not hatch else "black", bbox=patch)
        start = start + part[verdict]
    axes.set_yticks(range(len(part)), [capital(words(str(dial))) for dial in part.index])
    axes.set_ylim(len(part) - 0.5, -0.6)
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1])
    axes.tick_params(axis="x", labelsize=9)
    axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    quiet_rows(axes)


def _alt(table: pd.DataFrame, title: str) -> str:
    rows = " ".join(f"{capital(words(row.dial))} {row.move}: beneficial {row.beneficial:.0%}, negligible "
                    f"{row.negligible:.0%}, unresolved {row.unresolved:.0%}, harmful {row.harmful:.0%}."
                    for row in table.itertuples())
    return f"Stacked bars. {title}. {rows}"

"""Ratings: how PDUs were last judged at the end of the primary horizon."""

import pandas as pd
from matplotlib.ticker import PercentFormatter

from analysis.figures.style import Drawn, Facts, framed, house_style, look, quiet_rows
from analysis.words import capital

COLUMNS = ["scenario", "governance", "band", "mean", "low", "high", "runs"]


def message(table: pd.DataFrame) -> str:
    """Return the title: the scenarios' mean share at Inadequate, and whether the spread of runs separates them."""
    worst = table[table["band"] == table["band"].iloc[0]]
    least, most = worst.loc[worst["mean"].idxmin()], worst.loc[worst["mean"].idxmax()]
    band = str(worst["band"].iloc[0])
    if most["low"] > least["high"]:
        return (f"PDUs last judged {band}: fewest under {least['scenario']} ({least['mean']:.0%}), "
                f"most under {most['scenario']} ({most['mean']:.0%})")
    return (f"PDUs last judged {band}: {least['mean']:.0%} to {most['mean']:.0%}; "
            "luck alone spreads the runs as far as the scenarios differ")


def draw(table: pd.DataFrame, month: str, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS, shares 0-1; bands from worst to best): one panel a band, scenarios down."""
    title = message(table)
    subtitle = (f"Share of rated PDUs by last judgement, {month}. Points: mean of the runs; lines: the middle 95% of "
                "runs.")
    bands, names = list(dict.fromkeys(table["band"])), list(dict.fromkeys(table["scenario"]))
    with house_style():
        figure = framed(10.5, 0.5 * len(names) + 2.3, title, subtitle, facts)
        grid = figure.subplots(1, len(bands), sharey=True, sharex=True, squeeze=False)[0]
        for axes, band in zip(grid, bands, strict=True):
            part = table[table["band"] == band].set_index("scenario").loc[names]
            for k, row in enumerate(part.itertuples()):
                own = look(str(row.governance), 3)
                axes.plot([row.low, row.high], [k, k], color=own.colour, linewidth=2)
                axes.plot(row.mean, k, marker=own.marker, color=own.colour, markersize=8)
                axes.annotate(f"{row.mean:.0%}", (row.mean, k), (0, 8), textcoords="offset points", ha="center",
                              fontsize=9.5)
            axes.set_yticks(range(len(names)), [capital(name) for name in names])
            axes.set_ylim(len(names) - 0.5, -0.75)
            axes.set_xlim(-0.06, min(1.06, table["high"].max() + 0.1))
            axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
            axes.set_title(band, fontsize=10)
            quiet_rows(axes)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _alt(table: pd.DataFrame, title: str) -> str:
    parts = [f"Points with the middle 95% of runs, by band. {title}."]
    for name, part in table.groupby("scenario", sort=False):
        shares = ", ".join(f"{row.band} {row.mean:.0%} ({row.low:.0%} to {row.high:.0%})" for row in part.itertuples())
        parts.append(f"{name}: {shares}.")
    return " ".join(parts)

"""Fork: what would have followed month by month, had another way been chosen at one month or another."""

import textwrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import DateFormatter, date2num

from analysis.figures.calendar import date_of, month_name
from analysis.figures.style import BAND_GREY, RULE_GREY, Drawn, Facts, framed, house_style, look, spread_out
from analysis.words import capital, listed

COLUMNS = ["alternative", "outcome", "label", "unit", "switch", "month", "date", "effect", "low", "high", "sesoi",
           "pairs"]
LABEL_WIDTH = 24


def message(table: pd.DataFrame) -> str:
    """Return the title: which alternatives, chosen at the first month, clearly end higher or lower.

    It speaks of the first outcome. An end is clear where its whole interval lies beyond what is too small to matter.
    """
    first = table[(table["outcome"] == table["outcome"].iloc[0]) & (table["switch"] == table["switch"].min())]
    ends = first[first["month"] == first["month"].max()]
    better = [str(row.alternative) for row in ends.itertuples() if row.low > row.sesoi]
    worse = [str(row.alternative) for row in ends.itertuples() if row.high < -row.sesoi]
    parts = [f"{listed([f'‘{name}’' for name in names])} would have ended with {direction} {table['label'].iloc[0]}"
             for names, direction in ((better, "higher"), (worse, "lower")) if names]
    when = month_name(int(table["switch"].min()))
    if not parts:
        return f"Chosen in {when}, none of these can be told to move {table['label'].iloc[0]} by enough to matter"
    return f"Chosen in {when}, {'; '.join(parts)}, by enough to matter"


def draw(table: pd.DataFrame, where: str, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS): outcomes down, alternatives across, a line for each month of choice."""
    title = message(table)
    subtitle = ("Difference from the service as it was governed and inspected, same world and same luck, month by "
                f"month from the choice on, in {where}; bands: 95% interval; grey: too small to matter.")
    outcomes, others = list(dict.fromkeys(table["outcome"])), list(dict.fromkeys(table["alternative"]))
    with house_style():
        figure = framed(11, 2.2 * len(outcomes) + 1.8, title, subtitle, facts)
        grid = figure.subplots(len(outcomes), len(others), sharex=True, sharey="row", squeeze=False)
        for i, outcome in enumerate(outcomes):
            for j, other in enumerate(others):
                part = table[(table["outcome"] == outcome) & (table["alternative"] == other)]
                _panel(grid[i, j], part, named=j == len(others) - 1)
                grid[i, j].set_title(capital(other) if i == 0 else "")
                named = textwrap.fill(capital(str(part["label"].iloc[0])), LABEL_WIDTH)
                grid[i, j].set_ylabel(f"{named}\n({part['unit'].iloc[0]})" if j == 0 else "", fontsize=9)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _panel(axes: Axes, part: pd.DataFrame, named: bool) -> None:
    sesoi, last = float(part["sesoi"].iloc[0]), part["date"].max()
    axes.axhspan(-sesoi, sesoi, color=BAND_GREY, zorder=0, linewidth=0)
    axes.axhline(0, color=RULE_GREY, linewidth=1, zorder=1)
    switches = sorted(part["switch"].unique())
    ends = []
    for place, switch in enumerate(switches):
        own, drawn = part[part["switch"] == switch], look("", place)
        axes.fill_between(own["date"], own["low"], own["high"], color=drawn.colour, alpha=0.15, linewidth=0)
        axes.plot(own["date"], own["effect"], color=drawn.colour, linestyle=drawn.line, linewidth=1.8)
        axes.plot(date2num(date_of(int(switch))), 0, marker=drawn.marker, color=drawn.colour, markersize=6)
        ends.append(float(own["effect"].iloc[-1]))
    if named:
        low, high = axes.get_ylim()
        for place, (switch, at) in enumerate(zip(switches, spread_out(ends, (high - low) * 0.14), strict=True)):
            axes.annotate(month_name(int(switch)), (last + pd.Timedelta(days=60), at), va="center", fontsize=8.5,
                          annotation_clip=False, color=look("", place).colour)
    axes.set_xlim(part["date"].min() - pd.Timedelta(days=60), last)
    axes.xaxis.set_major_formatter(DateFormatter("%Y"))
    axes.set_xticks(pd.date_range("2022-01-01", last, freq="2YS"))


def _alt(table: pd.DataFrame, title: str) -> str:
    parts = [f"Line charts of differences. {title}."]
    for (other, label, switch), own in table.groupby(["alternative", "label", "switch"], sort=False):
        end = own[own["month"] == own["month"].max()].iloc[0]
        parts.append(f"{capital(str(label))}, {other} from {month_name(int(switch))}: {end['effect']:+,.3f} "
                     f"({end['low']:+,.3f} to {end['high']:+,.3f}) {end['unit']} at the last month.")
    return " ".join(parts)

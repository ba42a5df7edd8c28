"""Trajectories: quality, morale and innovation month by month, before and after the switch."""

from collections.abc import Mapping

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.dates import DateFormatter, date2num

from analysis.figures.calendar import date_of, month_name
from analysis.figures.style import GREY, Drawn, Facts, framed, house_style, look, spread_out
from analysis.measures.paired import Effect
from analysis.words import capital, clauses, in_context
from model.observation.outcomes import PRIMARY_MONTHS

COLUMNS = ["context", "scenario", "outcome", "label", "unit", "month", "date", "mean", "low", "high", "runs"]


def draw(table: pd.DataFrame, effects: Mapping[str, Effect], switch: int, facts: Facts, a: str, b: str) -> Drawn:
    """Draw `table` (COLUMNS; one row a context, scenario, outcome and month), outcomes down and contexts across.

    `effects` maps an outcome's plain word to its effect in the first context, for the title.
    """
    title = in_context(list(table["context"]), capital(clauses(effects, a, b, "on")))
    subtitle = (f"Lines: mean of the runs; bands: the middle 95% of runs. Upright line: governance changes, "
                f"{month_name(switch)}. The title speaks of the mean of the {PRIMARY_MONTHS} months after it.")
    outcomes, contexts = list(dict.fromkeys(table["outcome"])), list(dict.fromkeys(table["context"]))
    with house_style():
        figure = framed(10.5, 2.7 * len(outcomes) + 1.6, title, subtitle, facts)
        grid = figure.subplots(len(outcomes), len(contexts), sharex=True, sharey="row", squeeze=False)
        for i, outcome in enumerate(outcomes):
            for j, context in enumerate(contexts):
                part = table[(table["outcome"] == outcome) & (table["context"] == context)]
                _panel(grid[i, j], part, switch)
                grid[i, j].set_title(f"{part['label'].iloc[0]}\n{context}")
                grid[i, j].set_ylabel(part["unit"].iloc[0] if j == 0 else "")
    return Drawn(figure, table[COLUMNS], title, _alt(table, title, switch))


def _panel(axes: Axes, part: pd.DataFrame, switch: int) -> None:
    ends, names = [], list(dict.fromkeys(part["scenario"]))
    for place, name in enumerate(names):
        lines, own = part[part["scenario"] == name], look(name, place)
        axes.fill_between(lines["date"], lines["low"], lines["high"], color=own.colour, alpha=0.15, linewidth=0)
        sns.lineplot(lines, x="date", y="mean", ax=axes, color=own.colour, linestyle=own.line, linewidth=2,
                     errorbar=None, legend=False)
        ends.append(lines["mean"].iloc[-1])
    axes.axvline(date2num(date_of(switch)), color=GREY, linewidth=1)
    low, high = axes.get_ylim()
    last = part["date"].max()
    for place, (end, at) in enumerate(zip(ends, spread_out(ends, (high - low) * 0.11), strict=True)):
        own = look(names[place], place)
        axes.plot(last, end, marker=own.marker, color=own.colour)
        axes.annotate(names[place], (last + pd.Timedelta(days=120), at), va="center")
    axes.set_xlim(part["date"].min(), last + pd.Timedelta(days=1150))
    axes.set_xlabel("")
    axes.set_xticks(pd.date_range(part["date"].min(), last, freq="2YS"))
    axes.xaxis.set_major_formatter(DateFormatter("%Y"))


def _alt(table: pd.DataFrame, title: str, switch: int) -> str:
    parts = [f"Line charts. {title}. Governance changes in {month_name(switch)}; before that the lines are one."]
    for (context, label, unit), part in table.groupby(["context", "label", "unit"], sort=False):
        ends = part[part["month"] == part["month"].max()]
        values = "; ".join(f"{row.scenario} {row.mean:,.1f} ({row.low:,.1f} to {row.high:,.1f})"
                           for row in ends.itertuples())
        parts.append(f"{label} ({unit}), {context}, at the last month: {values}.")
    return " ".join(parts)

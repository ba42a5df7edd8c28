"""Two worlds on one luck: some columns month by month, and under each the paired difference."""

from collections.abc import Mapping, Sequence

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.dates import DateFormatter, date2num

from analysis.figures.calendar import date_of, month_name
from analysis.figures.style import GREY, LOOKS, RULE_GREY, Drawn, Facts, framed, house_style
from analysis.words import signed
from model.observation.columns import COLUMNS as RECORDED

COLUMNS = ["column", "label", "unit", "month", "date", "a", "b", "difference"]
NATION = {column.name: column for column in RECORDED["nation"]}
DIGITS = 3


def draw(table: pd.DataFrame, columns: Sequence[str], switch: int, facts: Facts, names: Mapping[str, str]) -> Drawn:
    """Draw the nation's `columns` of a table with one row a `world` (a, b) and `month`: one panel across each.

    `names` maps a and b to what each was given. Raises ValueError where no month is done.
    """
    data = side_by_side(table, columns)
    if data.empty:
        raise ValueError("no month is done: there is nothing to draw")
    title = message(data)
    subtitle = (f"{names['a']} (solid), {names['b']} (dashed); below, A less B. Upright line: governance and "
                f"inspection change, {month_name(switch)}.")
    with house_style():
        figure = framed(4.2 * len(columns), 5.6, title, subtitle, facts)
        grid = figure.subplots(2, len(columns), sharex=True, squeeze=False, height_ratios=[2, 1])
        for k, column in enumerate(columns):
            part = data[data["column"] == column]
            _lines(grid[0, k], part, switch)
            _difference(grid[1, k], part, switch)
    return Drawn(figure, data, title, _alt(data, title, names))


def side_by_side(table: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return one row a column and month with both worlds and their difference (COLUMNS)."""
    sides = {side: part.set_index("month").sort_index() for side, part in table.groupby("world")}
    parts = []
    for column in columns:
        a, b = (sides[side][column] if side in sides else pd.Series(dtype=float) for side in ("a", "b"))
        parts.append(pd.DataFrame({
            "column": column, "label": NATION[column].label, "unit": NATION[column].unit, "month": a.index,
            "date": [date_of(month) for month in a.index], "a": a, "b": b.reindex(a.index),
            "difference": a - b.reindex(a.index)}))
    return pd.concat(parts, ignore_index=True)[COLUMNS]


def message(data: pd.DataFrame) -> str:
    """Return the title: the differences of the last month, claimed for this one run only."""
    last = data[data["month"] == data["month"].max()]
    parts = [f"{row.label.lower()} {signed(row.difference, DIGITS)}" for row in last.itertuples()
             if pd.notna(row.difference)]
    return f"In this one run, {month_name(int(data['month'].max()))}, A less B: {'; '.join(parts) or 'nothing yet'}"


def _lines(axes: Axes, part: pd.DataFrame, switch: int) -> None:
    for side, own in zip(("a", "b"), LOOKS):
        sns.lineplot(part, x="date", y=side, ax=axes, color=own.colour, linestyle=own.line, linewidth=2, legend=False)
    axes.axvline(date2num(date_of(switch)), color=GREY, linewidth=1)
    axes.set_title(part["label"].iloc[0], fontsize=10, wrap=True)
    axes.set_ylabel(part["unit"].iloc[0])


def _difference(axes: Axes, part: pd.DataFrame, switch: int) -> None:
    axes.axhline(0, color=RULE_GREY, linewidth=1)
    sns.lineplot(part, x="date", y="difference", ax=axes, color=GREY, linewidth=2, legend=False)
    axes.axvline(date2num(date_of(switch)), color=GREY, linewidth=1)
    axes.set_ylabel("A less B")
    axes.set_xlabel("")
    axes.set_xticks(pd.date_range(part["date"].min(), part["date"].max(), freq="2YS"))
    axes.xaxis.set_major_formatter(DateFormatter("%Y"))


def _alt(data: pd.DataFrame, title: str, names: Mapping[str, str]) -> str:
    last = data[data["month"] == data["month"].max()]
    values = "; ".join(f"{row.label} ({row.unit}): A {row.a:,.3f}, B {row.b:,.3f}" for row in last.itertuples())
    return f"Line charts of two runs on one luck. {names['a']}. {names['b']}. {title}. At the last month: {values}."

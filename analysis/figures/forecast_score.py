"""Forecast score: how often intervals held what was observed, and how forecasts fared beside naive ones."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

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
from analysis.words import capital

COLUMNS = ["panel", "label", "value", "low", "high", "naive", "rows"]
COVERAGE, GAIN = "coverage", "gain"


def table_of(document: Mapping) -> pd.DataFrame:
    """Return COLUMNS from what `probgov score` gives: coverage (shares) by level, then gain over naive by kind."""
    rows = []
    for level, share in document["coverage"].items():
        interval = document["coverage_intervals"][level] or (float("nan"),) * 2
        if share is not None:
            rows.append((COVERAGE, f"{level}%", share, *interval, int(level) / 100, document["numbers"]))
    for kind in document["by_kind"]:
        if kind["gain"] is not None and kind["naive_score"]:
            scale = kind["naive_score"]
            low, high = ((kind[end] / scale if kind[end] is not None else float("nan")) for end in
                         ("gain_low", "gain_high"))
            rows.append((GAIN, kind["kind"], kind["gain"] / scale, low, high, 0.0, kind["scored_against_naive"]))
    return pd.DataFrame(rows, columns=COLUMNS)


def message(table: pd.DataFrame) -> str:
    """Return the title: in how many kinds the forecast did better, worse, or cannot be told from naive ones."""
    kinds = table[table["panel"] == GAIN]
    better, worse = int((kinds["low"] > 0).sum()), int((kinds["high"] < 0).sum())
    return (f"Of {len(kinds)} kinds of observation the forecast did better than the best naive one on {better} and "
            f"worse on {worse}; on {len(kinds) - better - worse} it cannot be told")


def draw(table: pd.DataFrame, period: str, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS): intervals claimed and held on the left, gain over naive forecasts on the right."""
    title = message(table)
    subtitle = (f"Forecasts scored on what was observed, {period}. Left: share of observations inside the forecast's "
                "intervals, with a 95% interval; bar: the share claimed. Right: gain over the best naive forecast, "
                "as a share of its score, with a 95% interval over clusters.")
    kinds = table[table["panel"] == GAIN]
    with house_style():
        figure = framed(10.5, 0.4 * max(len(kinds), 3) + 3.0, title, subtitle, facts)
        left, right = figure.subplots(1, 2, width_ratios=[1, 2])
        _coverage(left, table[table["panel"] == COVERAGE])
        _gains(right, kinds)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _coverage(axes: Axes, part: pd.DataFrame) -> None:
    for k, row in enumerate(part.itertuples()):
        axes.plot([row.naive, row.naive], [k - 0.3, k + 0.3], color=RULE_GREY, linewidth=5)
        axes.plot([row.low, row.high], [k, k], color=DARK_BLUE, linewidth=2)
        axes.plot(row.value, k, "o", color=DARK_BLUE, markersize=8)
    axes.set_yticks(range(len(part)), [f"{row.label} interval" for row in part.itertuples()])
    axes.set_ylim(len(part) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    axes.set_xlabel("share of observations inside")
    quiet_rows(axes)


def _gains(axes: Axes, part: pd.DataFrame) -> None:
    worst = part["low"].min(skipna=True) if len(part) else 0.0
    axes.axvspan(min(-0.05, worst), 0, color=BAND_GREY, zorder=0, linewidth=0)
    axes.axvline(0, color=RULE_GREY, linewidth=1)
    for k, row in enumerate(part.itertuples()):
        told = row.low > 0 or row.high < 0
        colour = (DARK_BLUE if row.value > 0 else ORANGE) if told else GREY
        axes.plot([row.low, row.high], [k, k], color=colour, linewidth=2)
        axes.plot(row.value, k, "o" if row.value > 0 else "s", color=colour, markersize=8,
                  markerfacecolor=colour if told else "white")
    axes.set_yticks(range(len(part)), [f"{capital(row.label)} ({row.rows})" for row in part.itertuples()])
    axes.set_ylim(len(part) - 0.4, -0.6)
    axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    axes.set_xlabel("\u2190 naive better      forecast better \u2192")
    quiet_rows(axes)


def _alt(table: pd.DataFrame, title: str) -> str:
    parts = [f"Two panels of points with 95% intervals. {title}."]
    for row in table.itertuples():
        where = f"{row.value:.0%} ({row.low:.0%} to {row.high:.0%})"
        parts.append(f"{row.label} intervals held {where} of {row.rows} numbers." if row.panel == COVERAGE else
                     f"{capital(row.label)}: gain over naive {where}, {row.rows} rows.")
    return " ".join(parts)

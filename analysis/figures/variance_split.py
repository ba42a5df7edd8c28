"""Variance split: how much of a difference rests on what is measured, judged, assumed, on theories, or on luck."""

import textwrap

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.style import DARK_BLUE, ORANGE, RULE_GREY, Drawn, Facts, framed, house_style, quiet_rows
from analysis.words import capital

COLUMNS = ["label", "group", "share", "low", "high", "sd", "unit"]
GROUPS = {"A": "parameters measured here [A]", "B": "parameters measured elsewhere [B]",
          "C": "parameters judged [C]", "D": "parameters assumed [D]", "theories": "rival theories", "luck": "luck"}
ASSUMED = ("C", "D")
TITLE_WIDTH = 30


def message(table: pd.DataFrame) -> str:
    """Return the title: of the first outcome's variance, what is judged or assumed, theories, luck."""
    first = table[table["label"] == table["label"].iloc[0]].set_index("group")["share"]
    return (f"Of the uncertainty of the difference in {table['label'].iloc[0]}, {first[list(ASSUMED)].sum():.0%} rests "
            f"on parameters that are judged or assumed, {max(first['theories'], 0):.0%} on which theory is right, "
            f"{max(first['luck'], 0):.0%} on luck")


def draw(table: pd.DataFrame, facts: Facts, a: str, b: str) -> Drawn:
    """Draw `table` (COLUMNS; shares of variance, one outcome after the other): outcomes across, groups down."""
    title, labels = message(table), list(dict.fromkeys(table["label"]))
    subtitle = (f"Share of the variance of the difference {a} minus {b} that goes with each group of causes (Shapley "
                "shares: they sum to 100%), by rank, so that a few extreme worlds do not decide; lines: 95% interval. "
                "Every parameter moves over its whole range.")
    with house_style():
        figure = framed(11, 5.6, title, subtitle, facts)
        for axes, label in zip(figure.subplots(1, len(labels), sharey=True, sharex=True, squeeze=False)[0], labels,
                               strict=True):
            own = table[table["label"] == label].set_index("group").loc[list(GROUPS)]
            _panel(axes, own)
            spread = f"(standard deviation {own['sd'].iloc[0]:,.3g} {own['unit'].iloc[0]})"
            axes.set_title("\n".join(textwrap.wrap(capital(str(label)), TITLE_WIDTH)
                                     + textwrap.wrap(spread, TITLE_WIDTH)), fontsize=9.5)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _panel(axes: Axes, own: pd.DataFrame) -> None:
    for k, row in enumerate(own.itertuples()):
        colour, marker = (ORANGE, "s") if row.Index in ASSUMED else (DARK_BLUE, "o")
        axes.plot([row.low, row.high], [k, k], color=colour, linewidth=2)
        axes.plot(row.share, k, marker=marker, color=colour, markersize=8)
        share = f"{row.share:.0%}".replace("-", "\u2212")
        axes.annotate(share, (row.share, k), (0, 8), textcoords="offset points", ha="center", fontsize=9)
    axes.axvline(0, color=RULE_GREY, linewidth=1)
    axes.set_yticks(range(len(own)), [GROUPS[str(group)] for group in own.index])
    axes.set_ylim(len(own) - 0.5, -0.7)
    axes.xaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.set_xlabel("share of variance")
    quiet_rows(axes)


def _alt(table: pd.DataFrame, title: str) -> str:
    parts = [f"Points with 95% intervals. {title}."]
    for label, own in table.groupby("label", sort=False):
        rows = ", ".join(f"{GROUPS[row.group]} {row.share:.0%} ({row.low:.0%} to {row.high:.0%})"
                         for row in own.itertuples())
        parts.append(f"{capital(str(label))}: {rows}.")
    return " ".join(parts)

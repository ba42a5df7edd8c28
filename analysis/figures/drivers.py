"""Drivers: which causes carry the variance of a difference, with intervals, and how well each is founded."""

import textwrap

import pandas as pd

from analysis.figures.style import DARK_BLUE, GREY, ORANGE, RULE_GREY, Drawn, Facts, framed, house_style, quiet_rows
from analysis.words import listed

COLUMNS = ["label", "grade", "alone", "total", "total_low", "total_high"]
LARGEST, LABEL_WIDTH = 12, 62
ASSUMED = ("C", "D")
LEADING = 3
CLEAR = 0.05


def message(table: pd.DataFrame, explained: float, what: str) -> str:
    """Return the title: which causes carry a twentieth, or that none is told to, and how much is not followed."""
    left = f"{1 - max(explained, 0):.0%} is luck or beyond what the emulator follows"
    clear = table[table["total_low"] > CLEAR].head(LEADING)
    if clear.empty:
        return f"No single cause can be told to carry a twentieth of what moves the difference in {what}; {left}"
    names = listed([f"{_short(row.label)} [{row.grade}] about {row.total:.0%}" for row in clear.itertuples()])
    return f"What moves the difference in {what} most, by share: {names}; {left}"


def _short(label: str) -> str:
    """Return a parameter's name out of its words: what stands in brackets, up to its unit."""
    return label.partition("(")[2].partition(";")[0].rstrip(")") or label


def draw(table: pd.DataFrame, what: str, explained: float, facts: Facts, a: str, b: str) -> Drawn:
    """Draw `table` (COLUMNS, largest first; shares of variance 0-1): bars for total shares, marks for shares alone.

    `explained` is the emulator's R2 on paths that it never saw.
    """
    table = table.head(LARGEST).reset_index(drop=True)
    title = message(table, explained, what)
    subtitle = (f"Share of what moves the difference in {what} ({a} minus {b}), ranked over random worlds, rival "
                "theories and luck, that goes with each cause. Bars: with all it does together with others; diamonds: "
                f"alone; lines: 95% interval. Read off an emulator that predicts {max(explained, 0):.0%} in runs it "
                "never saw.")
    with house_style():
        figure = framed(11, 0.52 * len(table) + 2.9, title, subtitle, facts)
        axes = figure.subplots()
        for k, row in enumerate(table.itertuples()):
            assumed = row.grade in ASSUMED
            axes.barh(k, row.total, height=0.62, color=ORANGE if assumed else DARK_BLUE, edgecolor=GREY,
                      hatch="//" if assumed else "", linewidth=0.6)
            axes.plot([row.total_low, row.total_high], [k, k], color="black", linewidth=1.6)
            axes.plot(row.alone, k, "D", color="white", markeredgecolor="black", markersize=6)
        axes.axvline(0, color=RULE_GREY, linewidth=1)
        axes.set_yticks(range(len(table)), ["\n".join(textwrap.wrap(f"{row.label} [{row.grade}]", LABEL_WIDTH))
                                            for row in table.itertuples()], fontsize=9)
        axes.set_ylim(len(table) - 0.5, -0.5)
        axes.set_xlim(left=0)
        axes.xaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
        axes.set_xlabel("share of variance\nHatched orange: the size is a judgement [C] or assumed [D].\n"
                        "Plain blue: measured here [A] or elsewhere [B], or a theory.")
        quiet_rows(axes)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _alt(table: pd.DataFrame, title: str) -> str:
    rows = "; ".join(f"{row.label}, grade {row.grade}: {row.total:.0%} ({row.total_low:.0%} to {row.total_high:.0%}), "
                     f"alone {row.alone:.0%}" for row in table.itertuples())
    return f"Bars with 95% intervals. {title}. {rows}."

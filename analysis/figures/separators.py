"""Separators: which assumptions go with a larger or smaller difference from world to world."""

import textwrap

import pandas as pd

from analysis.figures.style import DARK_BLUE, GREY, RULE_GREY, Drawn, Facts, framed, house_style, quiet_rows
from analysis.words import listed, signed

COLUMNS = ["parameter", "label", "grade", "correlation", "low", "high", "chance"]
LARGEST = 8
MOST_NAMED, LABEL_WIDTH = 3, 52


def message(table: pd.DataFrame) -> str:
    """Return the title: the assumptions beyond what chance gives the largest of all, or that none is."""
    clear = table[table["correlation"].abs() > table["chance"]]
    if clear.empty:
        return "No single assumption can be told to separate the settings"
    meanings = clear["label"].head(MOST_NAMED).str.partition(" (")[0].map(lambda words: words[:1].lower() + words[1:])
    return f"What separates the settings: {listed(list(meanings))}"


def draw(table: pd.DataFrame, what: str, facts: Facts, a: str, b: str) -> Drawn:
    """Draw `table` (COLUMNS, strongest first): rank correlations of the worlds' effects with each parameter."""
    table = table.head(LARGEST).reset_index(drop=True)
    title = message(table)
    subtitle = (f"Rank correlation of a setting's difference in {what} ({a} minus {b}) with each assumption; lines: "
                "95% interval over settings. Dashed: what chance alone gives the largest of all, 1 time in 20.")
    with house_style():
        figure = framed(11, 0.68 * len(table) + 2.5, title, subtitle, facts)
        axes = figure.subplots()
        axes.axvline(0, color=RULE_GREY, linewidth=1)
        for side in (-1, 1):
            axes.axvline(side * table["chance"].iloc[0], color=GREY, linewidth=1.2, linestyle="--")
        for k, row in enumerate(table.itertuples()):
            clear = abs(row.correlation) > row.chance
            axes.plot([row.low, row.high], [k, k], color=DARK_BLUE if clear else GREY, linewidth=2)
            axes.plot(row.correlation, k, "o", color=DARK_BLUE if clear else GREY, markersize=8,
                      markerfacecolor=DARK_BLUE if clear else "white")
        axes.set_yticks(range(len(table)), [_in_lines(f"{row.label} [{row.grade}]") for row in table.itertuples()])
        axes.set_ylim(len(table) - 0.5, -0.5)
        axes.set_xlim(-1, 1)
        axes.set_xlabel(f"\u2190 more of it favours {b}      more of it favours {a} \u2192\n"
                        "Letters: evidence, from A (measured in probation) to D (assumed)")
        quiet_rows(axes)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _in_lines(label: str) -> str:
    return "\n".join(textwrap.wrap(label, LABEL_WIDTH))


def _alt(table: pd.DataFrame, title: str) -> str:
    rows = "; ".join(f"{row.label}, evidence grade {row.grade}: {signed(row.correlation, 2)} "
                     f"({signed(row.low, 2)} to {signed(row.high, 2)})" for row in table.itertuples())
    return (f"Points with 95% intervals. {title}. Chance alone would give the largest {table['chance'].iloc[0]:.2f} "
            f"one time in twenty. {rows}.")

"""Values: who does better by whose idea of good probation."""

import pandas as pd

from analysis.figures.style import Drawn, Facts, framed, house_style, look, quiet_rows, shade_sesoi
from analysis.words import capital, span

COLUMNS = ["context", "outcome", "label", "effect", "low", "high", "sesoi", "verdict", "reading", "winner", "shown",
           "pairs"]


def draw(table: pd.DataFrame, title: str, period: str, facts: Facts, a: str, b: str) -> Drawn:
    """Draw the paired differences a - b of the value profiles (COLUMNS; index points 0-100), one panel a context."""
    subtitle = (f"Difference ({a} minus {b}) with 95% interval, mean of {period}; points on a 0-100 scale. "
                "Grey: too small to matter.")
    contexts = list(dict.fromkeys(table["context"]))
    with house_style():
        figure = framed(9.6, 4.0, title, subtitle, facts)
        grid = figure.subplots(1, len(contexts), sharey=True, sharex=True, squeeze=False)[0]
        for axes, context in zip(grid, contexts, strict=True):
            part = table[table["context"] == context].reset_index(drop=True)
            shade_sesoi(axes, -part["sesoi"].iloc[0], part["sesoi"].iloc[0])
            for k, row in enumerate(part.itertuples()):
                own = look(str(row.winner), 2)
                axes.errorbar(row.effect, k, xerr=[[row.effect - row.low], [row.high - row.effect]], color=own.colour,
                              marker=own.marker, markersize=8, capsize=4, linewidth=2,
                              markerfacecolor=own.colour if row.winner else "white")
                axes.annotate(f"{row.reading} ({row.shown})", (row.effect, k), (0, 9),
                              textcoords="offset points", ha="center")
            axes.set_yticks(range(len(part)), [capital(label) for label in part["label"]])
            axes.set_ylim(len(part) - 0.5, -0.75)
            axes.margins(x=0.45)
            axes.set_title(context)
            axes.set_xlabel(f"\u2190 {b} higher   {a} higher \u2192")
            quiet_rows(axes)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title, a, b))


def _alt(table: pd.DataFrame, title: str, a: str, b: str) -> str:
    rows = "; ".join(f"{row.context}, by {row.label}: {span(row.low, row.high, 1)}, {row.reading}"
                     for row in table.itertuples())
    return f"Points with 95% intervals. {title}. Difference {a} minus {b} in points of 100. {rows}."

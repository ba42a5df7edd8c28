"""Paired differences: every outcome's effect, measured in its own smallest effect of interest."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.style import GREY, Drawn, Facts, framed, house_style, look, quiet_rows, shade_sesoi
from analysis.words import BETWEEN_WORDS, FAMILIES, capital, in_context

COLUMNS = ["context", "family", "outcome", "label", "effect", "low", "high", "sesoi", "better", "verdict", "reading",
           "winner", "pairs"]
VERDICTS = ("better", "worse", "negligible", "unresolved")
EDGE = 8.0  # smallest effects of interest: beyond it an arrow at the edge and the number stand for the point


def message(table: pd.DataFrame, a: str, b: str) -> str:
    """Return the title: how many outcomes each does better on, in the first context (named), and what is left."""
    contexts = list(table["context"])
    first = table[(table["context"] == contexts[0]) & (table["better"] != 0)]
    counts, between = first["verdict"].value_counts(), int((first["reading"] == BETWEEN_WORDS).sum())
    silent = len(first) - int(counts.reindex(VERDICTS, fill_value=0).sum())
    won, lost, small, unknown = (int(counts.get(v, 0)) for v in ("better", "worse", "negligible", "unresolved"))
    if won + lost == 0:
        return in_context(contexts, f"Of {len(first)} outcomes none shows a difference between {a} and {b} governance "
                                    "that can be told to matter")
    parts = [f"{a} does better on {won} of {len(first)} outcomes, {b} on {lost}"]
    parts += [f"{number} {what}" for number, what in (
        (small, "differ too little to matter"), (between, f"lie {BETWEEN_WORDS}"),
        (unknown - between, "cannot be told"), (silent, "carry no claim")) if number]
    return in_context(contexts, capital("; ".join(parts)))


def draw(table: pd.DataFrame, period: str, facts: Facts, a: str, b: str) -> Drawn:
    """Draw `table` (COLUMNS, effects in the outcome's unit): outcomes down by family, one panel a context."""
    title = message(table, a, b)
    subtitle = (f"Difference {a} minus {b} with 95% interval, mean of {period}, in multiples of the smallest "
                "difference that matters for that outcome (grey). Hollow: too small to matter, not told to matter, or "
                "no claim is made.")
    contexts = list(dict.fromkeys(table["context"]))
    rows = _rows(table[table["context"] == contexts[0]])
    with house_style():
        figure = framed(11, 0.27 * len(rows) + 2.3, title, subtitle, facts)
        grid = figure.subplots(1, len(contexts), sharey=True, squeeze=False)[0]
        for axes, context in zip(grid, contexts, strict=True):
            _panel(axes, table[table["context"] == context].set_index("outcome"), rows)
            axes.set_title(context)
            axes.set_xlabel(f"\u2190 {b} better      {a} better \u2192")
        _name_rows(grid[0], rows)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title, a, b))


def _rows(part: pd.DataFrame) -> list[tuple[str, str]]:
    """Return (outcome or '', words) from top to bottom: a family's heading, then its outcomes."""
    rows: list[tuple[str, str]] = []
    for family, own in part.groupby("family", sort=False):
        rows.append(("", FAMILIES.get(str(family), str(family))))
        rows += [(row.outcome, row.label + (" (neither way is better)" if row.better == 0 else ""))
                 for row in own.itertuples()]
    return rows


def _panel(axes: Axes, part: pd.DataFrame, rows: list[tuple[str, str]]) -> None:
    shade_sesoi(axes, -1, 1)
    for k, (outcome, _) in enumerate(rows):
        if outcome and pd.notna(part.at[outcome, "effect"]):
            _point(axes, part.loc[outcome], k)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlim(-EDGE - 0.6, EDGE + 0.6)
    quiet_rows(axes)


def _name_rows(axes: Axes, rows: list[tuple[str, str]]) -> None:
    axes.set_yticks(range(len(rows)), [words for _, words in rows])
    for tick, (outcome, _) in zip(axes.get_yticklabels(), rows, strict=True):
        tick.set_fontweight("normal" if outcome else "bold")
        tick.set_fontsize(9.5)


def _point(axes: Axes, row: pd.Series, k: int) -> None:
    turn = -1 if row["better"] < 0 else 1
    at, ends = (turn * row["effect"] / row["sesoi"], sorted(turn * row[["low", "high"]] / row["sesoi"]))
    own = look(str(row["winner"]), 2)
    if abs(at) > EDGE:
        side = 1 if at > 0 else -1
        axes.plot(side * EDGE, k, marker=">" if side > 0 else "<", color=own.colour, markersize=8)
        axes.annotate(f"{abs(at):.0f} times", (side * EDGE, k), (-side * 8, 0), textcoords="offset points",
                      ha="right" if side > 0 else "left", va="center", fontsize=9, color=GREY)
        return
    axes.plot([max(ends[0], -EDGE), min(ends[1], EDGE)], [k, k], color=own.colour, linewidth=2)
    axes.plot(at, k, marker=own.marker, color=own.colour, markersize=6.5,
              markerfacecolor=own.colour if row["winner"] else "white")


def _alt(table: pd.DataFrame, title: str, a: str, b: str) -> str:
    parts = [f"Points with 95% intervals for each outcome, {a} minus {b}. {title}."]
    for context, part in table.groupby("context", sort=False):
        for words, own in part.groupby("reading", sort=False):
            parts.append(f"{context}, {words}: {', '.join(own['label'])}.")
    return " ".join(parts)

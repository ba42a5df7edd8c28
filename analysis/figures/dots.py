"""Dots: an effect with its interval in every row, one mark a kind, against the smallest effect that matters."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.style import LOOKS, Drawn, Facts, framed, house_style, quiet_rows, shade_sesoi
from analysis.words import capital

COLUMNS = ["label", "kind", "effect", "low", "high", "runs"]
ROW_INCHES, HEAD_INCHES, STEP = 0.5, 2.5, 0.19


def message(table: pd.DataFrame, what: str, sesoi: float) -> str:
    """Return the title: how many rows of the first kind lie beyond what matters, above and below."""
    first = table[table["kind"] == table["kind"].iloc[0]]
    above, below = int((first["low"] > sesoi).sum()), int((first["high"] < -sesoi).sum())
    kind = str(first["kind"].iloc[0])
    if not above and not below:
        return f"{capital(kind)}: none of {len(first)} differences in {what} can be told to matter"
    found = " and ".join([f"higher in {above}"] * (above > 0) + [f"lower in {below}"] * (below > 0))
    return f"{capital(kind)}: {what} is {found} of {len(first)} comparisons, by enough to matter"


def draw(table: pd.DataFrame, title: str, subtitle: str, axis: str, sesoi: float, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS; effect, low and high in the axis' unit): labels down, at most four kinds by mark."""
    labels, kinds = (list(dict.fromkeys(table[name])) for name in ("label", "kind"))
    with house_style():
        figure = framed(10.0, HEAD_INCHES + ROW_INCHES * len(labels), title, subtitle, facts)
        axes = figure.subplots()
        shade_sesoi(axes, -sesoi, sesoi)
        for j, (kind, look) in enumerate(zip(kinds, LOOKS, strict=False)):
            _marks(axes, table[table["kind"] == kind], labels, (j - (len(kinds) - 1) / 2) * STEP, look, kind)
        axes.set_yticks(range(len(labels)), [capital(label) for label in labels])
        axes.set_ylim(len(labels) - 0.5, -0.5)
        axes.set_xlabel(axis)
        quiet_rows(axes)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=min(len(kinds), 4), frameon=False)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title, axis))


def _marks(axes: Axes, part: pd.DataFrame, labels: list[str], shift: float, look, kind: str) -> None:
    """Draw one kind's points and intervals, a little beside the row."""
    known = part.dropna(subset=["effect"])
    places = [labels.index(label) + shift for label in known["label"]]
    axes.hlines(places, known["low"], known["high"], colors=look.colour, linewidth=2)
    axes.plot(known["effect"], places, linestyle="none", marker=look.marker, color=look.colour, markersize=7,
              label=capital(kind))


def _alt(table: pd.DataFrame, title: str, axis: str) -> str:
    rows = " ".join(f"{capital(row.label)}, {row.kind}: {row.effect:.3g} ({row.low:.3g} to {row.high:.3g})."
                    for row in table.dropna(subset=["effect"]).itertuples())
    return f"Points with 95% intervals in {axis}. {title}. {rows}"

"""Narrowed: how far the evidence narrowed each free parameter and each dial effect."""

from pathlib import Path

import pandas as pd

from analysis.figures.style import BAND_GREY, LOOKS, RULE_GREY, Drawn, Facts, framed, house_style, quiet_rows
from experiments.calibration.stored import EFFECT, LEAST, about, contraction

COLUMNS = ["kind", "key", "label", "contraction", "low", "high", "identified"]
PERCENT = 100.0
FURTHEST = -60.0
"""Intervals are cut here: a draw that spreads much wider than before is no better known than one that spreads wider."""


def from_record(record: Path) -> pd.DataFrame:
    """Return COLUMNS of a calibration's record: free parameters, then dial effects, each most narrowed first."""
    free = set(about(record)["free"])
    rows = [row for row in contraction(record).values() if row.kind == EFFECT or row.key in free]
    rows.sort(key=lambda row: (row.kind == EFFECT, -row.contraction))
    table = pd.DataFrame([row._asdict() for row in rows])
    return table.assign(label=[_label(row.kind, row.key) for row in rows])[COLUMNS]


def _label(kind: str, key: str) -> str:
    *_, block, name = key.split(".")
    words = name.replace("_", " ")
    return f"effect of {words}" if kind == EFFECT else f"{block}: {words}"


def message(table: pd.DataFrame) -> str:
    """Return the title: how many free parameters and dial effects the evidence narrows."""
    effects = table[table["kind"] == EFFECT]
    free = table[table["kind"] != EFFECT]
    return (f"The evidence narrows {int(free['identified'].sum())} of {len(free)} free parameters, and "
            f"{int(effects['identified'].sum())} of {len(effects)} effects of dials")


def draw(table: pd.DataFrame, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS), one row an input or effect: contraction in percent of the variance before."""
    title = message(table)
    subtitle = ("Share of the variance before that the evidence takes away; lines: 95% interval for luck of draws. "
                f"Grey: under {LEAST:.0%}, which counts as not identified. Filled circles are identified, open squares "
                "are not; what lies further left stands at the edge. Effects: of moving a dial up by 0.25 on true "
                "quality.")
    with house_style():
        figure = framed(10.5, 0.3 * len(table) + 2.4, title, subtitle, facts)
        axes = figure.subplots()
        axes.axvspan(FURTHEST, PERCENT * LEAST, color=BAND_GREY, zorder=0, linewidth=0)
        axes.axvline(0, color=RULE_GREY, linewidth=1, zorder=1)
        for k, row in enumerate(table.itertuples()):
            own = LOOKS[0] if row.identified else LOOKS[1]
            ends = [max(FURTHEST, PERCENT * end) for end in (row.low, row.high)]
            axes.plot(ends, [k, k], color=own.colour, linewidth=2)
            axes.plot(max(FURTHEST, PERCENT * row.contraction), k, marker=own.marker, color=own.colour, markersize=7,
                      markerfacecolor=own.colour if row.identified else "white")
        axes.set_yticks(range(len(table)), list(table["label"]))
        axes.set_ylim(len(table) - 0.5, -0.5)
        axes.set_xlim(FURTHEST, PERCENT)
        axes.set_xlabel("Percent of the variance before \u2190 spread wider      narrowed \u2192")
        quiet_rows(axes)
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _alt(table: pd.DataFrame, title: str) -> str:
    rows = "; ".join(f"{row.label}: {row.contraction:.0%} ({row.low:.0%} to {row.high:.0%})"
                     for row in table.itertuples())
    return f"Points with 95% intervals, one row a parameter or effect. {title}. {rows}."

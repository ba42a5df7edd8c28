"""Response surface: the difference between two ways of governing where places differ more, and change faster."""

from itertools import product

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.figures.style import BAND_GREY, GREY, Drawn, Facts, framed, house_style, look
from analysis.measures.paired import BETTER, NEGLIGIBLE, UNRESOLVED, WORSE
from analysis.words import SETTINGS, capital, signed

COLUMNS = ["measure", "heterogeneity", "turbulence", "effect", "low", "high", "verdict", "pairs", "worlds"]
PANELS = {name: capital(words if name == "default" else f"mean of {words}") for name, words in SETTINGS.items()}
UNTOLD_HATCH = "////"


def message(table: pd.DataFrame, a: str, b: str, what: str) -> str:
    """Return the title: on how much of the first panel's grid each does better."""
    first = table[table["measure"] == table["measure"].iloc[0]]
    counts, n = first["verdict"].value_counts(), len(first)

    def where(verdict: str) -> str:
        return "at every point of the grid" if counts[verdict] == n else f"at {counts[verdict]} of {n} points"

    words = {BETTER: f"{a} does better on {what}", WORSE: f"{b} does better on {what}",
             NEGLIGIBLE: f"the difference in {what} is too small to matter",
             UNRESOLVED: f"the difference in {what} cannot be told to matter"}
    panel = PANELS.get(str(first["measure"].iloc[0]), "")
    if counts.get(UNRESOLVED, 0) == n:
        return f"{panel}: at no point of the grid can the difference in {what} be told to matter"
    return f"{panel}: {'; '.join(f'{text} {where(v)}' for v, text in words.items() if counts.get(v, 0))}"


def draw(table: pd.DataFrame, what: str, unit: str, period: str, facts: Facts, a: str, b: str) -> Drawn:
    """Draw `table` (COLUMNS; effect, low and high in `unit`): one panel a measure, heterogeneity across, turbulence up.

    Each cell shows the difference a minus b; its fill says the verdict, and so does the sign or a star.
    """
    measures = list(dict.fromkeys(table["measure"]))
    title = message(table, a, b, what)
    subtitle = (f"Difference {a} minus {b} in {unit}, mean of {period}, with the ends of its 95% interval below. "
                f"Dark and plus: {a} does better by more than matters. Orange and minus: {b} does. Grey: too small to "
                "matter. Hatched: not told to matter.")
    with house_style():
        figure = framed(max(4.2 * len(measures) + 1.2, 9.0), 6.4, title, subtitle, facts)
        grid = figure.subplots(1, len(measures), sharey=True, squeeze=False)[0]
        for axes, measure in zip(grid, measures, strict=True):
            _panel(axes, table[table["measure"] == measure], a, b)
            axes.set_title(PANELS.get(measure, measure))
            axes.set_xlabel("how often what works differs from place to place\n(share of free elements)")
        grid[0].set_ylabel("how fast what works changes\n(share of elements a month)")
    return Drawn(figure, table[COLUMNS], title, _alt(table, title, unit, a, b))


def _panel(axes: Axes, part: pd.DataFrame, a: str, b: str) -> None:
    across, up = (sorted(part[name].unique()) for name in ("heterogeneity", "turbulence"))
    cells = part.set_index(["heterogeneity", "turbulence"])
    for (i, x), (j, y) in product(enumerate(across), enumerate(up)):
        _cell(axes, i, j, cells.loc[(x, y)], a, b)
    axes.set_xticks(range(len(across)), [f"{x:g}" for x in across])
    axes.set_yticks(range(len(up)), [f"{y:g}" for y in up])
    axes.set_xlim(-0.5, len(across) - 0.5)
    axes.set_ylim(-0.5, len(up) - 0.5)
    axes.tick_params(length=0)


def _cell(axes: Axes, i: int, j: int, cell: pd.Series, a: str, b: str) -> None:
    won = {BETTER: a, WORSE: b}.get(cell["verdict"])
    fill = look(won).colour if won else BAND_GREY if cell["verdict"] == NEGLIGIBLE else "white"
    axes.add_patch(Rectangle((i - 0.5, j - 0.5), 1, 1, facecolor=fill, edgecolor="white", linewidth=2))
    if cell["verdict"] == UNRESOLVED:
        axes.add_patch(Rectangle((i - 0.46, j - 0.46), 0.92, 0.92, fill=False, edgecolor=BAND_GREY, linewidth=0,
                                 hatch=UNTOLD_HATCH))
    ink = "white" if won == a else "#0B0C0C"
    plate = None if cell["verdict"] != UNRESOLVED else {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
    axes.text(i, j + 0.12, signed(cell["effect"], 0), ha="center", va="center", color=ink, fontsize=11,
              fontweight="bold" if won else "normal", bbox=plate)
    axes.text(i, j - 0.2, f"{signed(cell['low'], 0)} to {signed(cell['high'], 0)}", ha="center", va="center",
              color=ink if won else GREY, fontsize=8, bbox=plate)


def _alt(table: pd.DataFrame, title: str, unit: str, a: str, b: str) -> str:
    parts = [f"Grids of cells, {a} minus {b} in {unit}. {title}."]
    for measure, part in table.groupby("measure", sort=False):
        cells = "; ".join(f"heterogeneity {row.heterogeneity:g}, turbulence {row.turbulence:g}: "
                          f"{signed(row.effect, 0)} ({signed(row.low, 0)} to {signed(row.high, 0)}), {row.verdict}"
                          for row in part.itertuples())
        parts.append(f"{PANELS.get(str(measure), measure)}: {cells}.")
    return " ".join(parts)

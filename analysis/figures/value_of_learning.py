"""Value of learning: what knowing a parameter before choosing would be worth, by each idea of good probation."""

import textwrap

import pandas as pd
from matplotlib.axes import Axes

from analysis.figures.style import DARK_BLUE, GREY, ORANGE, RULE_GREY, Drawn, Facts, framed, house_style, quiet_rows
from analysis.words import capital, listed

COLUMNS = ["profile", "label", "grade", "value", "low", "high", "floor", "everything", "best_now"]
LARGEST, LABEL_WIDTH, LINES = 3, 62, 2
ASSUMED = ("C", "D")


def message(table: pd.DataFrame, least: float) -> str:
    """Return the title: where knowing any one cause is worth more than `least`, and more than chance would show."""
    clear = table[(table["value"] > table["floor"]) & (table["value"] > least)]
    if clear.empty:
        return "By none of these values would learning any one cause be worth enough to matter to this choice"
    by = {profile: own.iloc[0] for profile, own in clear.groupby("profile", sort=False)}
    first = next(iter(by.values()))
    return (f"By {listed([str(profile) for profile in by])} it is worth learning first: "
            f"{first.label.partition(' (')[0]} [{first.grade}]")


def draw(table: pd.DataFrame, options: str, least: float, facts: Facts) -> Drawn:
    """Draw `table` (COLUMNS; cases in 1,000, largest first within a profile): profiles down, causes within.

    `options` says between what is chosen; `least` is the smallest difference that matters, in cases in 1,000.
    """
    table = table.groupby("profile", sort=False).head(LARGEST).reset_index(drop=True)
    title, profiles = message(table, least), list(dict.fromkeys(table["profile"]))
    subtitle = (f"Expected gain from choosing between {options} after learning one cause, in cases in 1,000, by each "
                f"view of good probation; a change is charged {least:g}, the least that matters. Lines: 95% interval; "
                "dashed: what chance alone gives the largest of all, 1 time in 20.")
    with house_style():
        figure = framed(11, 1.75 * len(profiles) + 2.0, title, subtitle, facts)
        grid = figure.subplots(len(profiles), 1, sharex=True, squeeze=False)[:, 0]
        for axes, profile in zip(grid, profiles, strict=True):
            own = table[table["profile"] == profile]
            _panel(axes, own)
            axes.set_title(f"By {profile}\n(best now: {own['best_now'].iloc[0]}; knowing everything is worth "
                           f"{own['everything'].iloc[0]:.1f})", fontsize=9.5)
        grid[-1].set_xlim(left=0, right=max(float(table[["high", "floor"]].max().max()) * 1.12, 1.0))
        grid[-1].set_xlabel("gain, cases in 1,000")
    return Drawn(figure, table[COLUMNS], title, _alt(table, title))


def _panel(axes: Axes, own: pd.DataFrame) -> None:
    for k, row in enumerate(own.itertuples()):
        assumed = row.grade in ASSUMED
        axes.plot([row.low, row.high], [k, k], color=ORANGE if assumed else DARK_BLUE, linewidth=2)
        axes.plot(row.value, k, marker="s" if assumed else "o", color=ORANGE if assumed else DARK_BLUE, markersize=7)
        axes.annotate(f"{row.value:.1f}", (max(row.high, row.value), k), (6, 0), textcoords="offset points",
                      va="center", fontsize=9, color=GREY)
    axes.axvline(0, color=RULE_GREY, linewidth=1)
    axes.axvline(own["floor"].iloc[0], color=GREY, linewidth=1.2, linestyle="--")
    labels = [textwrap.wrap(f"[{row.grade}] {capital(row.label)}", LABEL_WIDTH, max_lines=LINES, placeholder=" \u2026")
              for row in own.itertuples()]
    axes.set_yticks(range(len(own)), ["\n".join(lines) for lines in labels], fontsize=8.5)
    axes.set_ylim(len(own) - 0.4, -0.6)
    quiet_rows(axes)


def _alt(table: pd.DataFrame, title: str) -> str:
    parts = [f"Points with 95% intervals. {title}."]
    for profile, own in table.groupby("profile", sort=False):
        rows = "; ".join(f"{row.label}, grade {row.grade}: {row.value:.1f} ({row.low:.1f} to {row.high:.1f})"
                         for row in own.itertuples())
        parts.append(f"By {profile}, knowing everything {own['everything'].iloc[0]:.1f}: {rows}.")
    return " ".join(parts)

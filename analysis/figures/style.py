"""The house style: the Government Analysis Function's accessible palette, and never colour alone.

At most four categories; each has its own line and marker too. The message is the title,
what is drawn the subtitle, and the foot says where the numbers come from.
"""

import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import matplotlib as mpl
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

DARK_BLUE, DARK_PINK, ORANGE, GREY = "#12436D", "#801650", "#F46A25", "#3D3D3D"
BAND_GREY, RULE_GREY = "#E4E4E4", "#8A8A8A"
MESSAGE = "message"
"""The mark of a figure's title among its texts: a document sets it as text of its own."""
TITLE_POINTS, TEXT_POINTS, FOOT_POINTS = 14, 10.5, 9
CHARACTER = {TITLE_POINTS: 0.0085, TEXT_POINTS: 0.0076, FOOT_POINTS: 0.0076}  # width in inches a point


@dataclass(frozen=True)
class Look:
    """How one category is drawn: colour, line and marker."""

    colour: str
    line: str
    marker: str


LOOKS = (Look(DARK_BLUE, "-", "o"), Look(ORANGE, "--", "s"), Look(GREY, ":", "D"), Look(DARK_PINK, "-.", "^"))
PLACES = {"hierarchical": 0, "egalitarian": 1, "observed continued": 2, "observed": 2}


@dataclass(frozen=True)
class Facts:
    """What every figure must say: where, runs drawn, the source with its version, its id, and whether observed."""

    geography: str
    runs: str
    source: str
    identity: str = ""
    observed: bool = False

    @property
    def foot(self) -> str:
        """The line below the figure."""
        named = f" Figure id {self.identity}." if self.identity else ""
        return f"Source: {self.source}{named}"


@dataclass(frozen=True)
class Drawn:
    """A figure with the table it draws, its message and its alternative text."""

    figure: Figure
    data: pd.DataFrame
    title: str
    alt: str


def look(name: str, place: int = 3) -> Look:
    """Return the look of a category: an archetype keeps its own in every figure."""
    return LOOKS[PLACES.get(name, place) % len(LOOKS)]


@contextmanager
def house_style() -> Iterator[None]:
    """Draw within the house style: seaborn's ticks, a font that ships with matplotlib, reproducible SVG."""
    settings = {**sns.axes_style("ticks"), "font.family": "DejaVu Sans", "font.size": TEXT_POINTS,
                "axes.titlesize": 11, "axes.titleweight": "bold", "axes.titlelocation": "left",
                "axes.labelsize": TEXT_POINTS, "xtick.labelsize": TEXT_POINTS, "ytick.labelsize": TEXT_POINTS,
                "axes.spines.top": False, "axes.spines.right": False, "axes.edgecolor": GREY, "text.color": "#0B0C0C",
                "axes.labelcolor": "#0B0C0C", "svg.hashsalt": "probgov", "svg.fonttype": "path",
                "text.parse_math": False, "axes.formatter.use_mathtext": False}
    with mpl.rc_context(settings):
        yield


def framed(width: float, height: float, title: str, subtitle: str, facts: Facts) -> Figure:
    """Return an empty figure (inches) with message above and source below, room between left for the axes."""
    figure = Figure(figsize=(width, height), facecolor="white")
    tag = "Observed, not simulated." if facts.observed else "Simulated, not observed."
    subtitle = f"{tag} {subtitle} {facts.geography}. {facts.runs}"
    top = _lines(figure, title, TITLE_POINTS, height - 0.1, "bold", "#0B0C0C", MESSAGE)
    top = _lines(figure, subtitle, TEXT_POINTS, top - 0.06, "normal", GREY)
    foot = textwrap.wrap(facts.foot, _per_line(width, FOOT_POINTS))
    bottom = 0.1 + len(foot) * FOOT_POINTS * 1.3 / 72
    _lines(figure, facts.foot, FOOT_POINTS, bottom, "normal", GREY)
    rect = (0.0, (bottom + 0.08) / height, 1.0, (top - bottom - 0.2) / height)
    figure.set_layout_engine(ConstrainedLayoutEngine(rect=rect))
    return figure


def _per_line(width: float, points: float) -> int:
    return int((width - 0.3) / (CHARACTER[points] * points))


def _lines(figure: Figure, text: str, points: float, top: float, weight: str, colour: str, mark: str = "") -> float:
    """Write wrapped text from `top` inches downwards; return where it ends, in inches."""
    width, height = figure.get_size_inches()
    for line in textwrap.wrap(text, _per_line(width, points)):
        figure.text(0.1 / width, top / height, line, fontsize=points, fontweight=weight, color=colour, va="top",
                    gid=mark or None)
        top -= points * 1.3 / 72
    return top


def retitled(drawn: Drawn, title: str) -> Drawn:
    """Return a drawn figure under another message, no longer than its own, in the picture and in its words."""
    if title == drawn.title:
        return drawn
    old = [text for text in drawn.figure.texts if text.get_gid() == MESSAGE]
    top = old[0].get_position()[1] * drawn.figure.get_size_inches()[1]
    for text in old:
        text.remove()
    _lines(drawn.figure, title, TITLE_POINTS, top, "bold", "#0B0C0C", MESSAGE)
    return replace(drawn, title=title, alt=drawn.alt.replace(drawn.title, title))


def spread_out(positions: Sequence[float], gap: float) -> list[float]:
    """Return places for labels, in the order given: at least `gap` apart, with the mean of the positions."""
    order = sorted(range(len(positions)), key=lambda i: positions[i])
    placed = [positions[i] for i in order]
    for k in range(1, len(placed)):
        placed[k] = max(placed[k], placed[k - 1] + gap)
    shift = (sum(placed) - sum(positions)) / len(placed) if placed else 0.0
    result = [0.0] * len(placed)
    for k, i in enumerate(order):
        result[i] = placed[k] - shift
    return result


def quiet_rows(axes: Axes) -> None:
    """Drop the y axis' line and ticks where its labels are names."""
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def shade_sesoi(axes: Axes, low: float, high: float) -> None:
    """Shade the differences too small to matter and draw the line of no difference."""
    axes.axvspan(low, high, color=BAND_GREY, zorder=0, linewidth=0)
    axes.axvline(0, color=RULE_GREY, linewidth=1, zorder=1)

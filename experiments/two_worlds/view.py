"""What is asked for and shown: words of a comparison and a place to look, to and from a link's query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode

from experiments.errors import UserError, unknown
from experiments.overrides import one_of, parse, whole_number
from model.observation.columns import COLUMNS

LOOK = "probgov explore --help"
SIDES = ("a", "b")
PREFIX = "view."
PANELS = ("reports", "pdu", "behaviours", "comparison")
COLOURS = ("true_quality", "evidenced_quality", "rating", "wellbeing", "pressure")
"""What the map can be coloured by: true, evidenced and rated quality, morale, pressure."""
CHARTS = ("true_quality", "evidenced_quality", "wellbeing")
LOOKED = tuple(PREFIX + key for key in ("month", "colour", "charts", "panel", "pdu"))
LONGEST = 1200
SHARED, SIDE = {"service": "national", "seed": "1"}, {
    "a": {"governance": "hierarchical"}, "b": {"governance": "egalitarian"}}
"""What is asked for where nothing is said."""


@dataclass(frozen=True)
class View:
    """Words shared by both worlds and of each, the month looked at (None: the switch), and what is shown of it."""

    shared: Mapping[str, str] = field(default_factory=lambda: dict(SHARED))
    sides: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: {s: dict(w) for s, w in SIDE.items()})
    month: int | None = None
    colour: str = COLOURS[0]
    charts: tuple[str, ...] = CHARTS
    panel: str = PANELS[0]
    unit: int = 0

    def words(self, side: str) -> list[str]:
        """Return the words that `probgov run` takes for one of the worlds."""
        return [f"{key}={value}" for key, value in {**self.shared, **self.sides[side]}.items()]

    def compared(self) -> list[str]:
        """Return the words that `probgov compare` takes for both."""
        sided = [f"{side}.{key}={value}" for side in SIDES for key, value in self.sides[side].items()]
        return sided + [f"{key}={value}" for key, value in self.shared.items()]

    def query(self) -> str:
        """Return the query of the link that brings this view back."""
        looked = {"month": self.month, "colour": self.colour, "charts": ",".join(self.charts), "panel": self.panel,
                  "pdu": self.unit + 1}
        words = [word.partition("=") for word in self.compared()]
        pairs = [(key, value) for key, _, value in words]
        return urlencode(pairs + [(PREFIX + key, str(value)) for key, value in looked.items() if value is not None],
                         safe=",/")

    def with_word(self, side: str, key: str, value: str | None) -> "View":
        """Return the view with one word set, or taken away; `side` is a, b or '' for both.

        Another archetype takes the dials that were moved with it, and likewise regimes their levers.
        """
        words = dict(self.sides[side] if side else self.shared)
        for other in [other for other in words if other.startswith(f"{key}.")]:
            del words[other]
        words.pop(key, None)
        if value is not None:
            words[key] = value
        return replace(self, sides={**self.sides, side: words}) if side else replace(self, shared=words)


def of_words(words: Iterable[str]) -> View:
    """Return the view of `key=value` words, those of one side begun with a. or b.; raise UserError for a mistake.

    What is not said is as in the view shown at first; a side that says anything says all that differs.
    """
    shared, sides, looked = dict(SHARED), {side: dict(SIDE[side]) for side in SIDES}, {}
    for key, value in parse(words).items():
        side, dot, rest = key.partition(".")
        if key.startswith(PREFIX):
            looked[key.removeprefix(PREFIX)] = value
        elif dot and side in SIDES:
            sides[side][rest] = value
        else:
            shared[key] = value
    for key in [key for key in shared if key in ("governance", "regime", "national", "shock")]:
        for side in SIDES:
            sides[side].setdefault(key, shared[key])
        del shared[key]
    return replace(View(shared, sides), **_looked(looked))


def of_query(query: str, beside: Iterable[str] = ()) -> View:
    """Return the view of a link's query; raise UserError for one that cannot be read.

    A link says all that its worlds were given; one that only says where to look is laid over the words `beside`.
    """
    words = [f"{key}={value}" for key, value in parse_qsl(query, keep_blank_values=True)]
    if all(word.startswith(PREFIX) for word in words):
        said = {word.partition("=")[0] for word in words}
        words += [word for word in beside if word.partition("=")[0] not in said]
    return of_words(words)


def _looked(given: Mapping[str, str]) -> dict:
    """Return the fields of a view from its `view.` words; raise UserError at the first mistake."""
    found: dict = {}
    for key, text in given.items():
        name = PREFIX + key
        if key == "month":
            found["month"] = whole_number(name, text, 0, LONGEST, LOOK)
        elif key == "pdu":
            found["unit"] = whole_number(name, text, 1, LONGEST, LOOK) - 1
        elif key == "colour":
            found["colour"] = one_of(name, text, COLOURS, LOOK)
        elif key == "panel":
            found["panel"] = one_of(name, text, PANELS, LOOK)
        elif key == "charts":
            found["charts"] = _charts(name, text)
        else:
            raise unknown("key", name, LOOKED, LOOK)
    return found


def _charts(name: str, text: str) -> tuple[str, ...]:
    charts = tuple(one_of(name, word, [column.name for column in COLUMNS["nation"]], "probgov list columns")
                   for word in text.split(","))
    if len(charts) != len(CHARTS):
        raise UserError(f"{name}={text}: give {len(CHARTS)} columns, separated by commas.\nSee: {LOOK}")
    return charts

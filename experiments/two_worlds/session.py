"""Both worlds and what is done to them: everything an explorer's page asks for, one session a page."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import wraps
from pathlib import Path

from experiments.comparison import split_sides
from experiments.errors import UserError, not_allowed
from experiments.overrides import whole_number
from experiments.two_worlds import audit, lines, tiles
from experiments.two_worlds.job import Comparison
from experiments.two_worlds.reports import Report
from experiments.two_worlds.sentences import what_happened
from experiments.two_worlds.unit import UnitPage, unit_page
from experiments.two_worlds.view import LOOK, SIDES, View, of_query, of_words
from experiments.two_worlds.world import World
from model.simulation import RunError

OF_THE_COMMAND_LINE = ("configs", "executor", "workers")
"""Keys that reach into the machine the page is served from."""


def telling(action: Callable) -> Callable:
    """Return an action whose mistakes become the session's message: nothing else changes then."""
    @wraps(action)
    def act(session: "Session", *given, **named) -> None:
        session.message = ""
        try:
            action(session, *given, **named)
        except UserError as error:
            session.message = str(error)
        except RunError as error:
            session.message = f"The run stopped: {error}"
            session.playing = False

    return act


class Session:
    """What one page shows: a view, its two worlds brought to one month, and the comparison asked for last.

    Actions never raise a UserError: its text is then in `message`, and what was shown stays.
    """

    def __init__(self, words: Iterable[str] = (), query: str = "") -> None:
        self.message, self.playing = "", False
        self.comparison: Comparison | None = None
        self._company = audit.Company()
        self.words = tuple(words)
        self.view, self.worlds = self._built(of_words(self.words), {})
        if query:
            self.restore(query)

    def _built(self, view: View, worlds: dict[str, World]) -> tuple[View, dict[str, World]]:
        """Return a view with its worlds at its month, made anew where their words have changed."""
        found = {}
        split_sides(view.compared())
        for side in SIDES:
            words = tuple(view.words(side))
            kept = worlds.get(side)
            found[side] = kept if kept is not None and kept.words == words else World(words)
        a, b = found.values()
        if (a.months, a.switch) != (b.months, b.switch):
            raise UserError("both worlds must have the same months= and switch=; give them without a. or b.")
        month = min(a.switch if view.month is None else view.month, a.months)
        units = len(a.state.pdus)
        if not isinstance(view.unit, int) or not 0 <= view.unit < units:
            shown = "" if view.unit is None else view.unit + 1
            raise not_allowed("view.pdu", shown, f"a whole number from 1 to {units}", LOOK)
        return replace(view, month=month), {side: world.run_to(month) for side, world in found.items()}

    def _take(self, view: View) -> None:
        """Show another view; where it cannot be had, what is shown stays."""
        self.view, self.worlds = self._built(view, self.worlds)

    @property
    def a(self) -> World:
        """World A."""
        return self.worlds["a"]

    @property
    def b(self) -> World:
        """World B."""
        return self.worlds["b"]

    @property
    def month(self) -> int:
        """How many months are done in both."""
        return self.a.month

    @telling
    def restore(self, query: str) -> None:
        """Bring back the view of a link's query; a link says nothing of folders and workers of this machine."""
        view = of_query(query.lstrip("?"), self.words)
        for key, value in view.shared.items():
            if key.partition(".")[0] in OF_THE_COMMAND_LINE and self.view.shared.get(key) != value:
                raise UserError(f"{key}= is not taken from a link; give it to probgov explore.\nSee: {LOOK}")
        self._take(view)

    @telling
    def choose(self, side: str, key: str, value: str | None) -> None:
        """Set one word of a, of b or ('') of both, or (None) leave it to what its option says; the month stays."""
        self._take(self.view.with_word(side, key, value))

    @telling
    def step(self) -> None:
        """Do one month in both; play ends with the last."""
        if self.month >= self.a.months:
            self.playing = False
            raise UserError(f"All {self.a.months} months are done. Reset, or jump to an earlier month.")
        self._take(replace(self.view, month=self.month + 1))
        self.playing = self.playing and self.month < self.a.months

    @telling
    def jump(self, month: object) -> None:
        """Go to the state after so many months (a number, or a text that is one), forwards or back."""
        self._take(replace(self.view, month=whole_number("view.month", str(month), 0, self.a.months, LOOK)))

    @telling
    def reset(self) -> None:
        """Go back to the month of the switch, before anything differs, and stop playing."""
        self.playing = False
        self._take(replace(self.view, month=None))

    @telling
    def show(self, **looked) -> None:
        """Show something else of the same worlds: colour, charts, panel or unit."""
        self._take(replace(self.view, **looked))

    @telling
    def play(self, on: bool) -> None:
        """Begin or stop playing; whoever shows the page calls `step`."""
        self.playing = on and self.month < self.a.months

    @telling
    def compare(self, replicates: int, output: Path | None = None) -> None:
        """Begin a proper paired comparison of the two worlds in the background."""
        if self.comparison is not None and self.comparison.running:
            raise UserError("A comparison is under way already. Stop it, or wait for it.")
        self.comparison = Comparison(self.view.compared(), replicates, output).start()

    @telling
    def stop(self) -> None:
        """Leave the rest of the comparison under way."""
        if self.comparison is not None:
            self.comparison.stop()

    def sentence(self) -> str:
        """Return what has just happened."""
        return what_happened(self.a, self.b)

    def maps(self) -> dict[str, list[tiles.Block]]:
        """Return the map of each world in the colour of the view."""
        return {side: tiles.blocks(world, self.view.colour) for side, world in self.worlds.items()}

    def charts(self) -> list[lines.Chart]:
        """Return the charts of the view."""
        return [lines.chart(self.a, self.b, column) for column in self.view.charts]

    def latest(self, most: int) -> list[tuple[str, Report]]:
        """Return (side, report) of the latest reports of both worlds, newest first."""
        found = [(side, report) for side, world in self.worlds.items() for report in world.reports.published]
        return sorted(found, key=lambda each: (-each[1].published, each[0], -each[1].level))[:most]

    def unit_pages(self) -> dict[str, UnitPage]:
        """Return the chosen PDU's page in each world."""
        return {side: unit_page(world, self.view.unit) for side, world in self.worlds.items()}

    def behaviours(self) -> list[audit.Index]:
        """Return the audit so far: each world beside others on the same luck, such as itself uninspected."""
        found = {side: audit.indices(beside) for side, beside in self._company.beside(self.worlds).items()}
        return audit.table(found["a"], found["b"])

"""One of the two worlds: stepped by the kernels themselves, so that its numbers are those of `probgov run`.

No Mesa object is built: the library keeps every model that was ever made, and moving a dial makes a new one.
"""

from collections.abc import Sequence

import numpy as np

from experiments.composition import compose_run
from experiments.errors import UserError
from experiments.two_worlds.reports import Reports
from model.initialisation.service import build_service
from model.observation.columns import COLUMNS
from model.observation.outcomes import outcomes
from model.simulation import LEVELS, RunError, empty_tables, prepare, published, recorded_month
from model.specification.settings import Settings
from model.verify import FIELDS

MOST_UNITS = 200
PLACE = {level: {column.name: k for k, column in enumerate(columns)} for level, columns in COLUMNS.items()}


class World:
    """A run under way: `month` months are done, and their rows stand in the tables.

    Raises UserError for a mistake in the words, or a service too large for a map.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        self.specification = compose_run(words).specification
        units = len(build_service(self.specification.service).pdu_names)
        if units > MOST_UNITS:
            raise UserError(f"service={self.specification.names['service']} has {units} PDUs: too many for a map.\n"
                            "Give service=toy or service=national")
        self.state, self.inputs = prepare(self.specification)
        self.tables = empty_tables(self.state, self.months, LEVELS)
        self.month = 0
        self.reports = Reports()

    @property
    def months(self) -> int:
        """How many months there are."""
        return self.specification.run.months

    @property
    def switch(self) -> int:
        """The month in which governance and regimes leave the common history."""
        return self.specification.run.switch

    def settings(self, month: int) -> Settings:
        """Return what is in force in a month."""
        return self.inputs.before if month < self.inputs.switch else self.inputs.after

    def step(self) -> None:
        """Do one month; raise RunError where state goes bad, UserError where all months are done."""
        if self.month >= self.months:
            raise UserError(f"all {self.months} months are done.\nGive more: months=NUMBER")
        self.reports.await_month(self.state, self.inputs, self.settings(self.month), self.month)
        bad = recorded_month(self.state, self.inputs, *self.tables, self.month)
        if bad:
            raise RunError(self.month, *FIELDS[bad - 1])
        self.reports.take(self.state, self.inputs, self.settings(self.month), self.month)
        self.month += 1

    def run_to(self, month: int) -> "World":
        """Return this world, or one made anew, with so many months done: never more than there are."""
        world = self if month >= self.month else World(self.words)
        while world.month < min(month, world.months):
            world.step()
        return world

    def series(self, column: str) -> np.ndarray:
        """Return a column of the nation for the months done."""
        return self.tables.nation[:self.month, PLACE["nation"][column]]

    def now(self, level: str, column: str) -> np.ndarray:
        """Return a column of regions or PDUs in the last month done, (units,); NaN before the first."""
        table = getattr(self.tables, level)
        if self.month == 0:
            return np.full(table.shape[1], np.nan)
        return table[self.month - 1, :, PLACE[level][column]].astype(float)

    def unit_series(self, column: str, unit: int) -> np.ndarray:
        """Return a column of one PDU for the months done."""
        return self.tables.pdu[:self.month, unit, PLACE["pdu"][column]].astype(float)

    def events(self) -> dict[str, np.ndarray]:
        """Return the register of published inspections, one row each, by column."""
        return published(self.state)

    def outcomes(self) -> dict[str, float]:
        """Return the scalar outcomes of the months done, NaN where these do not reach: as `probgov run` gives them."""
        return outcomes(self.tables.nation[:self.month], self.switch)

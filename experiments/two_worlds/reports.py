"""Published reports as they appear, each with what its visit met and the lottery's chance of the same word."""

from functools import cached_property

import numpy as np

from experiments.two_worlds.rejudging import word_chances
from experiments.two_worlds.visit import Visit, of_centre, of_pdu, of_region
from model.entities.rows import rating_word
from model.entities.state import EVENT_COLUMNS
from model.inspection.publication import LEVEL_NATION, LEVEL_PDU, LEVEL_REGION
from model.observation.calendar import last_day
from model.specification.settings import Inputs, Settings

NAMES = {LEVEL_PDU: "PDU", LEVEL_REGION: "Region", LEVEL_NATION: "The centre"}


def month_words(month: int) -> str:
    """Return a run's month as 'December 2024'."""
    return last_day(month).strftime("%B %Y")


def unit_name(level: int, unit: int) -> str:
    """Return what a simulated unit is called: its number, never a name."""
    return NAMES[level] if level == LEVEL_NATION else f"{NAMES[level]} {unit + 1}"


class Report:
    """One line of the register; `public` and `worded` say what readers saw of it, `visit` is what it judged."""

    def __init__(self, line: np.ndarray, public: bool, visit: Visit) -> None:
        values = dict(zip(EVENT_COLUMNS, (int(value) for value in line)))
        self.fieldwork, self.published = values["month_fieldwork"], values["month_published"]
        self.level, self.unit, self.overall = values["level"], values["unit"], values["overall"]
        self.points, self.maximum = values["points"], values["max_points"]
        self.public, self.worded, self.visit = public, bool(values["published_word"]), visit

    @property
    def name(self) -> str:
        """The unit's number."""
        return unit_name(self.level, self.unit)

    @property
    def judged(self) -> str:
        """The word for the overall judgement, published or not."""
        return str(rating_word(self.overall))

    @cached_property
    def chances(self) -> np.ndarray:
        """The share of visits made again that end in each band."""
        return word_chances(self.visit, self.level)

    @property
    def same_again(self) -> float:
        """The chance that another visit would have given the same word."""
        return float(self.chances[self.overall])


class Reports:
    """The reports of one world in the order published, and the visits whose reports are being written."""

    def __init__(self) -> None:
        self.published: list[Report] = []
        self._visits: dict[int, Visit] = {}
        self._on_centre: Visit | None = None

    def await_month(self, state, inputs: Inputs, chosen: Settings, month: int) -> None:
        """Take note of a national inspection that falls in the month to come."""
        self._on_centre = of_centre(state, inputs, chosen, month) or self._on_centre

    def take(self, state, inputs: Inputs, chosen: Settings, month: int) -> None:
        """Take over what month `month`, just done, brought: visits made and reports published."""
        for i in np.flatnonzero(state.pdus.fieldwork_at == month):
            self._visits[int(i)] = of_pdu(state, inputs, chosen, month, int(i))
        for line in state.inspectorate.events[len(self.published):state.inspectorate.n_events[0]]:
            by = chosen.national if line[2] == LEVEL_NATION else chosen.regime
            self.published.append(Report(line, bool(by.publishes > 0), self._judged(line, state, inputs, chosen)))

    def _judged(self, line: np.ndarray, state, inputs: Inputs, chosen: Settings) -> Visit:
        """Return the visit that a line of the register reports on."""
        if line[2] == LEVEL_PDU:
            return self._visits.pop(int(line[3]))
        if line[2] == LEVEL_REGION:
            return of_region(state, inputs, chosen, int(line[0]), int(line[3]))
        assert self._on_centre is not None
        return self._on_centre

    def of_month(self, month: int) -> list[Report]:
        """Return the reports published in a month."""
        return [report for report in self.published if report.published == month]

    def last_on(self, unit: int) -> Report | None:
        """Return the last report on a PDU, None where there was none."""
        own = [report for report in self.published if report.level == LEVEL_PDU and report.unit == unit]
        return own[-1] if own else None

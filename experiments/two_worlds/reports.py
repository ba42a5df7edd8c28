"""Published reports as they appear, each with what its visit met and the lottery's chance of the same word."""

from functools import cached_property

import numpy as np

from experiments.two_worlds.rejudging import word_chances
from experiments.two_worlds.visit import Visit
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
    """One line of the register; `public` and `worded` say what readers saw of it, `visit` is a PDU's own."""

    def __init__(self, line: np.ndarray, public: bool, visit: Visit | None) -> None:
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
    def chances(self) -> np.ndarray | None:
        """The share of visits made again that end in each band; None for regions and the centre."""
        return None if self.visit is None else word_chances(self.visit)

    @property
    def same_again(self) -> float | None:
        """The chance that another visit would have given the same word."""
        return None if self.chances is None else float(self.chances[self.overall])


class Reports:
    """The reports of one world in the order published, and the visits whose reports are being written."""

    def __init__(self) -> None:
        self.published: list[Report] = []
        self._visits: dict[tuple[int, int], Visit] = {}

    def take(self, state, inputs: Inputs, chosen: Settings, month: int) -> None:
        """Take over what month `month`, just done, brought: visits made and reports published."""
        for i in np.flatnonzero(state.pdus.fieldwork_at == month):
            visited = Visit(month, state.pdus[i:i + 1].copy(), chosen.regime, state.inspectorate, inputs)
            self._visits[int(i), month] = visited
        for line in state.inspectorate.events[len(self.published):state.inspectorate.n_events[0]]:
            by = chosen.national if line[2] == LEVEL_NATION else chosen.regime
            visit = self._visits.pop((int(line[3]), int(line[0])), None) if line[2] == LEVEL_PDU else None
            self.published.append(Report(line, bool(by.publishes > 0), visit))

    def of_month(self, month: int) -> list[Report]:
        """Return the reports published in a month."""
        return [report for report in self.published if report.published == month]

    def last_on(self, unit: int) -> Report | None:
        """Return the last report on a PDU, None where there was none."""
        own = [report for report in self.published if report.level == LEVEL_PDU and report.unit == unit]
        return own[-1] if own else None

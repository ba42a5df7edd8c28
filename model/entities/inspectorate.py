"""The inspectorate as Mesa sees it: what it has in hand, and the regimes it works by."""

import mesa
import numpy as np

from model.entities.controls import turn
from model.entities.pdu import PDU
from model.entities.state import EVENT_COLUMNS
from model.specification.errors import SpecificationError
from model.specification.regime import NationalRegime, Regime, seal_national, seal_regime


class Inspectorate(mesa.Agent):
    """The inspectorate: a fixed number of inspector-days a month, and teams that differ in severity."""

    def __init__(self, model) -> None:
        super().__init__(model)
        self.columns = model.state.inspectorate

    @property
    def days(self) -> float:
        """Inspector-days in hand; below 0 while a national inspection is paid off."""
        return float(self.columns.days[0])

    @property
    def knowledge(self) -> float:
        """How well it understands what causes quality, 0-1."""
        return float(self.columns.knowledge[0])

    @property
    def severity(self) -> np.ndarray:
        """How much more severe each team is than the mean, in standard deviations; a copy, shape (teams,)."""
        return self.columns.severity.copy()

    @property
    def regime(self) -> dict[str, float]:
        """The levers of the regime for PDUs in force this month."""
        record = self.model.settings.regime
        return {name: float(record[name]) for name in record.dtype.names}

    @property
    def national(self) -> dict[str, float]:
        """The levers of the regime for the centre in force this month."""
        record = self.model.settings.national
        return {name: float(record[name]) for name in record.dtype.names}

    @property
    def reports(self) -> dict[str, np.ndarray]:
        """The register of published inspections, one row each, by column; a copy."""
        lines = self.columns.events[:self.columns.n_events[0]]
        return {name: lines[:, k].copy() for k, name in enumerate(EVENT_COLUMNS)}

    def set_lever(self, name: str, value: float) -> None:
        """Set a lever of the regime for PDUs from this month on, through the switch.

        Raises SpecificationError for an unknown lever or a value out of its range.
        """
        inputs = self.model.inputs
        turn((inputs.before.regime, inputs.after.regime), Regime, seal_regime, "regime", "regimes", name, value)

    def set_national_lever(self, name: str, value: float) -> None:
        """Set a lever of the national regime from this month on, through the switch; raises as set_lever."""
        inputs = self.model.inputs
        records = (inputs.before.national, inputs.after.national)
        turn(records, NationalRegime, seal_national, "national", "national", name, value)

    def announce(self, pdu: PDU, notice: int = 0) -> None:
        """Announce a visit to a PDU in `notice` months, whatever the programme says and at no cost in days."""
        if isinstance(notice, bool) or not isinstance(notice, int) or notice < 0:
            raise SpecificationError("notice", notice, "a whole number of months, 0 or more", "probgov list regimes")
        pdu.row["due_at"] = self.model.month + notice

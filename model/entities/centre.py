"""The national centre as Mesa sees it: its state, and the governance it practises."""

import mesa

from model.entities.controls import turn
from model.entities.rows import live_fields, rating_word
from model.entities.state import CENTRE
from model.specification.dials import DIALS, Governance, seal_governance


@live_fields(CENTRE)
class Centre(mesa.Agent):
    """The centre: turns what it believes and fears into control, and pushes the national code."""

    def __init__(self, model) -> None:
        super().__init__(model)
        self.row = model.state.centre[0]

    @property
    def rating(self) -> str | None:
        """The word of its own last judgement; None where it was never inspected."""
        return rating_word(self.overall)

    @property
    def dials(self) -> dict[str, float]:
        """The governance in force this month: dial -> value, before the centre's own drift."""
        return {name: float(self.model.settings.dials[name]) for name in DIALS}

    def set_dial(self, name: str, value: float) -> None:
        """Turn a dial from this month on, through the switch; weights of learning are scaled to sum to 1.

        Raises SpecificationError for an unknown dial or a value outside [0, 1].
        """
        inputs = self.model.inputs
        turn((inputs.before.dials, inputs.after.dials), Governance, seal_governance, "governance", "dials", name, value)

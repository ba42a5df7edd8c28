"""A region as Mesa sees it."""

import mesa

from model.entities.practitioners import PractitionerSet
from model.entities.rows import live_fields, rating_word
from model.entities.state import REGION


@live_fields(REGION)
class Region(mesa.Agent):
    """A region: absorbs control or passes it on, and carries the code towards its PDUs."""

    def __init__(self, model, index: int, name: str) -> None:
        super().__init__(model)
        self.index, self.name = index, name
        self.row = model.state.regions[index]

    @property
    def pdus(self) -> list:
        """Its PDUs, in order."""
        return [pdu for pdu in self.model.pdus if pdu.region is self]

    @property
    def practitioners(self) -> PractitionerSet:
        """Everyone in post in its PDUs this month."""
        people, pdus = self.model.state.practitioners, self.model.state.pdus
        return PractitionerSet.in_post(people, pdus.region[people.pdu] == self.index)

    @property
    def rating(self) -> str | None:
        """The word of its last judgement; None where it was never rated."""
        return rating_word(self.overall)

    def __repr__(self) -> str:
        return f"Region({self.name!r})"

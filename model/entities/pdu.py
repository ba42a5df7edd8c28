"""A Probation Delivery Unit as Mesa sees it."""

import mesa

from model.entities.practitioners import PractitionerSet
from model.entities.region import Region
from model.entities.rows import live_fields, rating_word
from model.entities.state import PDU as FIELDS


@live_fields(FIELDS)
class PDU(mesa.Agent):
    """A PDU: holds cases, practises, is inspected and lives with the report."""

    def __init__(self, model, index: int, name: str, region: Region) -> None:
        super().__init__(model)
        self.index, self.name, self._region = index, name, region
        self.row = model.state.pdus[index]

    @property
    def region(self) -> Region:
        """The region it belongs to."""
        return self._region

    @property
    def practitioners(self) -> PractitionerSet:
        """Everyone in post this month."""
        people = self.model.state.practitioners
        return PractitionerSet.in_post(people, people.pdu == self.index)

    @property
    def rating(self) -> str | None:
        """The word of its last judgement, published or not; None where it was never inspected."""
        return rating_word(self.overall)

    def __repr__(self) -> str:
        return f"PDU({self.name!r})"

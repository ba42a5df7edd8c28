"""A visit as the inspectors met it: what they judged, kept because the service goes on changing."""

from typing import Any, NamedTuple

from experiments.phases import calls, in_force
from model.entities.state import State
from model.inspection.national import due_now
from model.simulation import copied
from model.specification.settings import Inputs, Settings


class Visit(NamedTuple):
    """What was visited in a month: `pdus`, `regions` and `centre` are copies of the records judged.

    For a PDU `pdus` holds its row alone, and the other two are None. What a visit to a PDU found is in its row's
    `pending_` fields, `case_counts` and `cases_read`; `place` is the row of what was judged.
    """

    month: int
    place: int
    pdus: Any
    regions: Any
    centre: Any
    state: State
    inputs: Inputs
    chosen: Settings

    @property
    def unit(self):
        """The visited PDU's row."""
        return self.pdus[self.place]


def of_pdu(state: State, inputs: Inputs, chosen: Settings, month: int, row: int) -> Visit:
    """Return the visit to a PDU in the month just done: nothing that was judged moves after the judgement."""
    return Visit(month, 0, state.pdus[row:row + 1].copy(), None, None, state, inputs, chosen)


def of_region(state: State, inputs: Inputs, chosen: Settings, month: int, row: int) -> Visit:
    """Return the visit to a region in the month just done, likewise."""
    return Visit(month, row, state.pdus.copy(), state.regions.copy(), None, state, inputs, chosen)


def of_centre(state: State, inputs: Inputs, chosen: Settings, month: int) -> Visit | None:
    """Return the national inspection of the month to come, None where none is due.

    What it judges moves again in the same month, so the month is run up to it on a copy.
    """
    if not due_now(chosen.national, inputs.switch, month):
        return None
    copy = copied(state)
    practised = in_force(copy, inputs, month)
    for name, call in calls(copy, inputs, month).items():
        if name == "inspection":
            break
        call()
    return Visit(month, 0, copy.pdus, None, copy.centre, copy, inputs, practised)

"""A visit to a PDU as the inspectors met it: the unit's row, the regime and the inspectorate of that month."""

from typing import Any, NamedTuple

from model.entities.state import Inspectorate
from model.specification.settings import Inputs


class Visit(NamedTuple):
    """One PDU at its fieldwork, kept because the unit goes on changing.

    `unit` is a record array of one row; what was found is in its `pending_` fields, `case_counts` and `cases_read`.
    """

    month: int
    unit: Any
    regime: Any
    inspectorate: Inspectorate
    inputs: Inputs

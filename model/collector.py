"""A DataCollector that keeps arrays and makes frames when asked.

Calling a reporter for every column of every PDU would cost more than the month itself, so
the rows that the record phase wrote are taken as they are. Frames come from Mesa's own
methods: `get_model_vars_dataframe()`, `get_agenttype_vars_dataframe(PDU)` or `(Region)`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import mesa
import numpy as np

from model.entities.pdu import PDU
from model.entities.region import Region
from model.observation.columns import COLUMNS


@dataclass(frozen=True, eq=False)
class UnitRows:
    """One month of a level below the nation; iterates as Mesa's records: (step, agent's id, values...)."""

    step: int
    ids: list[int]
    table: np.ndarray  # (units, columns)

    def __iter__(self) -> Iterator[tuple]:
        return ((self.step, unit, *row.tolist()) for unit, row in zip(self.ids, self.table))


class TableCollector(mesa.DataCollector):
    """Collects the recorded tables of nation, regions and PDUs, once a step.

    Units are collected apart from the nation: their columns have the same names, and a row of
    `mesa.batch_run` holds the nation's.
    """

    def __init__(self, model) -> None:
        names = {level: {column.name: column.name for column in columns} for level, columns in COLUMNS.items()}
        super().__init__(model_reporters=names["nation"] | {"seed": "seed"})
        self._units = mesa.DataCollector(agenttype_reporters={Region: names["region"], PDU: names["pdu"]})
        self._regions = [region.unique_id for region in model.regions]
        self._pdus = [pdu.unique_id for pdu in model.pdus]

    def collect(self, model) -> None:
        """Take over the month just recorded; `seed` stands beside it, so that a row of a batch can be run again."""
        step = model.steps
        if hasattr(self, "_collection_steps"):
            self._collection_steps.append(step)
        tables, done = model.tables, model.month - 1
        for values, value in zip(self.model_vars.values(), (*tables.nation[done].tolist(), model.seed)):
            values.append(value)
        self._units._agenttype_records[step] = {Region: UnitRows(step, self._regions, tables.region[done]),
                                                PDU: UnitRows(step, self._pdus, tables.pdu[done])}

    def get_model_vars_dataframe(self):
        """Return the nation's table as a frame, one row a month, without the seed."""
        return super().get_model_vars_dataframe().drop(columns="seed")

    def get_agenttype_vars_dataframe(self, agent_type: type):
        """Return the table of regions or PDUs as a frame, one row a step and unit; `agent_type` is Region or PDU."""
        return self._units.get_agenttype_vars_dataframe(agent_type)

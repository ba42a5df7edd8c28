"""Arrow tables of a block of runs, with fixed schemas."""

import json
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from experiments.runspec import Asked, RunSpec
from experiments.store.layout import METADATA
from model.observation.columns import COLUMNS
from model.observation.outcomes import outcome_names


class Finished(NamedTuple):
    """A run that ended: its tables and outcomes, or the message of what stopped it."""

    spec: RunSpec
    outcomes: dict[str, float] | None
    series: dict[str, np.ndarray]
    message: str = ""

    @property
    def status(self) -> str:
        """'done' or 'failed'."""
        return "done" if self.outcomes is not None else "failed"


def asked_schema() -> pa.Schema:
    """Return the schema of the `asked` table."""
    words = ("run_id", "scenario", "service", "governance", "regime", "national", "shock", "world")
    return pa.schema([*((name, pa.string()) for name in words), ("world_index", pa.int64()),
                      ("seed", pa.int64()), ("command", pa.string())])


def runs_schema() -> pa.Schema:
    """Return the schema of the `runs` table: identity, status, outcomes, and the resolved specification."""
    words = ("run_id", "status", "message", "record", "model_hash")
    return pa.schema([*((name, pa.string()) for name in words), ("months", pa.int64()),
                      *((name, pa.float64()) for name in outcome_names()), ("specification", pa.string())])


def series_schema(level: str) -> pa.Schema:
    """Return the schema of a monthly table: run, month, the unit's row below the nation, columns."""
    unit = [] if level == "nation" else [("unit", pa.int32())]
    return pa.schema([("run_id", pa.string()), ("month", pa.int32()), *unit,
                      *((column.name, pa.float32()) for column in COLUMNS[level])])


def asked_table(rows: Sequence[Asked]) -> pa.Table:
    """Return the `asked` rows of a block."""
    return pa.Table.from_pylist([row.labels() for row in rows], schema=asked_schema())


def runs_table(block: Sequence[Finished]) -> pa.Table:
    """Return the `runs` rows of a block; a failed run's outcomes are null."""
    rows = [{"run_id": run.spec.id, "status": run.status, "message": run.message, "record": run.spec.record,
             "model_hash": run.spec.model, "months": run.spec.specification.run.months,
             **(run.outcomes or {}), "specification": run.spec.content} for run in block]
    return pa.Table.from_pylist(rows, schema=runs_schema())


def series_table(level: str, block: Sequence[Finished]) -> pa.Table:
    """Return the monthly rows of a block at one level, runs below one another in the block's order.

    A nation array is (months, columns); region and PDU arrays are (months, units, columns).
    """
    schema = series_schema(level)
    pieces = [_one(level, run, schema) for run in block if run.series.get(level) is not None]
    return pa.concat_tables(pieces) if pieces else schema.empty_table()


def _one(level: str, run: Finished, schema: pa.Schema) -> pa.Table:
    values = np.asarray(run.series[level], dtype=np.float32)
    months = values.shape[0]
    units = 1 if level == "nation" else values.shape[1]
    flat = values.reshape(months * units, -1)
    columns = [pa.array([run.spec.id] * len(flat)), pa.array(np.repeat(np.arange(months, dtype=np.int32), units))]
    if level != "nation":
        columns.append(pa.array(np.tile(np.arange(units, dtype=np.int32), months)))
    columns += [pa.array(np.ascontiguousarray(flat[:, i])) for i in range(flat.shape[1])]
    return pa.Table.from_arrays(columns, schema=schema)


def with_provenance(table: pa.Table, content: dict) -> pa.Table:
    """Return the table with provenance in its metadata."""
    return table.replace_schema_metadata({METADATA: json.dumps(content, sort_keys=True).encode()})

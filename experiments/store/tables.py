"""Arrow tables of a block of runs, with fixed schemas."""

import json
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from experiments.runspec import EVENTS, Asked, RunSpec
from experiments.store.layout import METADATA
from model.entities.state import EVENT_COLUMNS
from model.observation.columns import COLUMNS
from model.observation.outcomes import outcome_names


class Finished(NamedTuple):
    """A run that ended: its tables and outcomes, or the message of what stopped it."""

    spec: RunSpec
    outcomes: dict[str, float] | None
    series: dict[str, np.ndarray]
    message: str = ""
    events: dict[str, np.ndarray] | None = None
    seconds: float = 0.0

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


def events_schema() -> pa.Schema:
    """Return the schema of the `events` table: one row a published inspection."""
    return pa.schema([("run_id", pa.string()), *((name, pa.int32()) for name in EVENT_COLUMNS)])


def schema_of(table: str) -> pa.Schema:
    """Return the schema of a table by its name."""
    fixed = {"asked": asked_schema, "runs": runs_schema, EVENTS: events_schema}
    return fixed[table]() if table in fixed else series_schema(table)


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
    schema, width = series_schema(level), len(COLUMNS[level])
    runs = [(run.spec.id, np.asarray(run.series[level])) for run in block if run.series.get(level) is not None]
    if not runs:
        return schema.empty_table()
    shapes = [(len(values), 1 if level == "nation" else values.shape[1]) for _, values in runs]
    columns = [_repeated([name for name, _ in runs], [months * units for months, units in shapes]),
               np.concatenate([np.repeat(np.arange(months, dtype=np.int32), units) for months, units in shapes])]
    if level != "nation":
        columns.append(np.concatenate([np.tile(np.arange(units, dtype=np.int32), months) for months, units in shapes]))
    stacked = np.concatenate([values.reshape(-1, width).astype(np.float32) for _, values in runs])
    columns += list(np.ascontiguousarray(stacked.T))
    return pa.Table.from_arrays([pa.array(column) for column in columns], schema=schema)


def events_table(block: Sequence[Finished]) -> pa.Table:
    """Return the published inspections of a block's runs."""
    runs = [(run.spec.id, run.events) for run in block if run.events is not None]
    if not runs:
        return events_schema().empty_table()
    columns = [_repeated([name for name, _ in runs], [len(events[EVENT_COLUMNS[0]]) for _, events in runs])]
    columns += [pa.array(np.concatenate([events[name] for _, events in runs]).astype(np.int32))
                for name in EVENT_COLUMNS]
    return pa.Table.from_arrays(columns, schema=events_schema())


def _repeated(words: Sequence[str], counts: Sequence[int]) -> pa.Array:
    return pa.array(words, pa.string()).take(pa.array(np.repeat(np.arange(len(words)), counts)))


def with_provenance(table: pa.Table, content: dict) -> pa.Table:
    """Return the table with provenance in its metadata."""
    return table.replace_schema_metadata({METADATA: json.dumps(content, sort_keys=True).encode()})

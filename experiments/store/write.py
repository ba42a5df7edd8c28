"""Writing a store: what was asked, then what was run, block by block.

Killed at any moment, a store holds every block whose part in `runs/` was renamed into
place; parts of other tables without one are overwritten when the block is run again and
are never read.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from experiments.errors import UserError
from experiments.runspec import Asked
from experiments.store import layout, tables
from experiments.store.lock import StoreLock
from experiments.store.read import sound

BLOCK = 32
LABELS = tuple(name for name in tables.asked_schema().names if name != "command")


class StoreWriter:
    """The one writer of a store, used as a context; it waits while another holds the store.

    Raises UserError where the folder cannot be a store or cannot be written.
    """

    def __init__(self, path: Path, provenance: dict) -> None:
        self.path, self.provenance = Path(path), provenance
        _refuse_foreign(self.path)
        layout.make_folder(self.path)
        self._lock = StoreLock(self.path)
        self._asked: set[tuple] = set()
        self._run: set[str] = set()
        self.skipped = 0

    def __enter__(self) -> "StoreWriter":
        self._lock.take()
        self._clear_temporary()
        if not (self.path / layout.PROVENANCE).exists():
            layout.write_json(self.path / layout.PROVENANCE, self.provenance)
        self._asked = self._known(layout.ASKED, LABELS)
        self._run = {row[0] for row in self._known(layout.RUNS, ("run_id",))}
        return self

    def __exit__(self, *_) -> None:
        self._lock.release()

    def describe(self, study: dict | None = None, worlds: pa.Table | None = None) -> None:
        """Write what explains the store as a whole: the study's text and its worlds' parameters."""
        if study is not None:
            layout.write_json(self.path / layout.STUDY, study)
        if worlds is not None:
            file = self.path / layout.WORLDS
            layout.write_whole(file, lambda stream: pq.write_table(worlds, stream, compression="zstd"))

    def missing(self, design: Iterable[Asked]) -> Iterator[list[Asked]]:
        """Yield blocks of 32 rows of a design whose runs are not stored, in design order.

        Every row is entered in `asked` first; a run asked for under several names is run once.
        Rows that need no run are counted in `skipped`.
        """
        rows, waiting = iter(design), []
        while chunk := list(islice(rows, BLOCK)):
            self._ask(chunk)
            for row in chunk:
                if row.spec.id not in self._run:
                    self._run.add(row.spec.id)
                    waiting.append(row)
                else:
                    self.skipped += 1
            if len(waiting) >= BLOCK:
                yield waiting[:BLOCK]
                waiting = waiting[BLOCK:]
        if waiting:
            yield waiting

    def add(self, block: Sequence[tables.Finished]) -> None:
        """Store finished runs as one part a table, `runs` last; raise UserError where the disk refuses."""
        if not block:
            return
        name = layout.part_name(run.spec.id for run in block)
        for level in layout.SERIES:
            table = tables.series_table(level, block)
            if table.num_rows:
                self._write(level, name, table)
        self._write(layout.RUNS, name, tables.runs_table(block))

    def _ask(self, rows: Sequence[Asked]) -> None:
        fresh = {}
        for row in rows:
            labels = row.labels()
            key = tuple(labels[name] for name in LABELS)
            if key not in self._asked:
                fresh[key] = row
        if fresh:
            self._write(layout.ASKED, layout.part_name("|".join(map(str, key)) for key in fresh),
                        tables.asked_table(list(fresh.values())))
            self._asked.update(fresh)

    def _write(self, table: str, name: str, rows: pa.Table) -> None:
        rows = tables.with_provenance(rows, self.provenance)
        floats = [field.name for field in rows.schema if pa.types.is_floating(field.type)]
        words = [field.name for field in rows.schema if pa.types.is_string(field.type)]
        folder = self.path / table
        layout.make_folder(folder)
        layout.write_whole(folder / name, lambda stream: pq.write_table(
            rows, stream, compression="zstd", use_dictionary=words, use_byte_stream_split=floats))

    def _known(self, table: str, columns: tuple[str, ...]) -> set[tuple]:
        known: set[tuple] = set()
        for file in sound(layout.parts(self.path, table).values()):
            rows = pq.read_table(file, columns=list(columns))
            known.update(zip(*(rows.column(name).to_pylist() for name in columns), strict=True))
        return known

    def _clear_temporary(self) -> None:
        """Remove what killed writers left; no other writer is at work on the store."""
        for folder in (self.path, *(self.path / table for table in layout.TABLES)):
            for file in folder.glob(".tmp-*"):
                file.unlink(missing_ok=True)


def _refuse_foreign(path: Path) -> None:
    if path.is_dir() and set(os.listdir(path)) - {layout.LOCK} and not (path / layout.PROVENANCE).exists():
        raise UserError(f"output={path} holds other files and is not a store of runs.\nGive a new folder: output=DIR")

"""Writing a store: what was asked, then what was run, block by block.

Killed at any moment, a store holds every block whose part in `runs/` was renamed into
place; parts of other tables without one are overwritten when the block is run again and
are never read.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from experiments.errors import UserError
from experiments.progress import count, tell
from experiments.runspec import Asked, digest, tables_of
from experiments.store import blocks, layout, tables
from experiments.store.damage import sound
from experiments.store.lock import StoreLock
from experiments.store.seen import Seen

BLOCK = 32
ASKED_AT_ONCE = 8 * BLOCK
POINTS_AT_ONCE = 4096
LABELS = tuple(name for name in tables.asked_schema().names if name != "command")


class StoreWriter:
    """The one writer of a store, used as a context; it waits while another holds the store.

    On entering, blocks that cannot be read whole are set aside, so that their runs are run
    again. Raises UserError where the folder cannot be a store or cannot be written.
    """

    def __init__(self, path: Path, provenance: dict) -> None:
        self.path, self.provenance = Path(path), provenance
        _refuse_foreign(self.path)
        layout.make_folder(self.path)
        self._lock = StoreLock(self.path)
        self._request: dict = {}
        self.skipped, self.rows, self.written = 0, 0, 0

    def __enter__(self) -> "StoreWriter":
        self._lock.take()
        try:
            layout.clear_temporary(self.path)
            if not (self.path / layout.PROVENANCE).exists():
                layout.write_json(self.path / layout.PROVENANCE, self.provenance)
            self._asked, self._run = Seen(), Seen()
            self._learn()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(self, kind, *_) -> None:
        try:
            if kind is None and self._request:
                self._note_request(True)
        finally:
            self._asked.close()
            self._run.close()
            self._lock.release()

    def describe(self, study: dict | None = None, worlds: pa.Table | None = None) -> None:
        """Write what explains the store as a whole: the study's text and its worlds' parameters."""
        if study is not None:
            layout.write_json(self.path / layout.STUDY, study)
        if worlds is not None:
            file = self.path / layout.WORLDS
            layout.write_whole(file, lambda stream: pq.write_table(worlds, stream, compression="zstd"))

    def request(self, command: str, runs: int, design: str = "") -> None:
        """Enter what is being asked of the store as a whole: the command, and how many runs it takes.

        Requests of one `design` (by default, of one command) ask for more or fewer of the same rows in the same order.
        """
        layout.make_folder(self.path / layout.REQUESTS)
        self._request = {"command": command, "runs": runs, "design": design or command,
                         "model_hash": self.provenance.get("model_hash", "")}
        self._note_request(False)

    def extend_request(self, runs: int) -> None:
        """Enter how many runs it takes, where that was not known before."""
        if self._request:
            self._request["runs"] = runs
            self._note_request(False)

    def describe_points(self, label: str, keys: Sequence[str], rows: int, points: Iterable[Mapping]) -> None:
        """Write the points of a design, a row group at a time, unless as many are there already."""
        file = self.path / layout.POINTS / f"{label}.parquet"
        if file.exists() and sound([file]) and pq.read_metadata(file).num_rows >= rows:
            return
        layout.make_folder(file.parent)
        schema = pa.schema([("world_index", pa.int64()), *((key, pa.float64()) for key in keys)])

        def fill(stream) -> None:
            numbered = ({"world_index": number, **point} for number, point in enumerate(points))
            with pq.ParquetWriter(stream, schema, compression="zstd", use_dictionary=False) as writer:
                while chunk := list(islice(numbered, POINTS_AT_ONCE)):
                    writer.write_table(pa.Table.from_pylist(chunk, schema=schema))

        layout.write_whole(file, fill)

    def missing(self, design: Iterable[Asked]) -> Iterator[list[Asked]]:
        """Yield blocks of 32 rows of a design whose runs are not stored, in design order.

        Rows are entered in `asked` first; a run asked for under several names is run once.
        Rows that need no run are counted in `skipped`, all rows in `rows`.
        """
        rows, waiting = iter(design), []
        while chunk := list(islice(rows, ASKED_AT_ONCE)):
            self._ask(chunk)
            self.rows += len(chunk)
            if self._request:
                self._note_request(False)
            for row in chunk:
                if self._run.is_new(row.spec.id):
                    waiting.append(row)
                else:
                    self.skipped += 1
            while len(waiting) >= BLOCK:
                yield waiting[:BLOCK]
                waiting = waiting[BLOCK:]
        if waiting:
            yield waiting

    def add(self, block: Sequence[tables.Finished]) -> None:
        """Store finished runs as one part a table, `runs` last; raise UserError where the disk refuses."""
        if not block:
            return
        name = layout.part_name(run.spec.id for run in block)
        recorded = {table for run in block if run.status == "done" for table in tables_of(run.spec.record)}
        for table in layout.DETAILS:
            if table in recorded:
                self._write(table, name, tables.events_table(block) if table == layout.EVENTS
                            else tables.series_table(table, block))
        self._write(layout.RUNS, name, tables.runs_table(block))

    def _ask(self, rows: Sequence[Asked]) -> None:
        fresh = [row for row in rows if self._asked.is_new(label_key(row.labels()))]
        if fresh:
            name = layout.part_name(label_key(row.labels()) for row in fresh)
            self._write(layout.ASKED, name, tables.asked_table(fresh))

    def _write(self, table: str, name: str, rows: pa.Table) -> None:
        rows = tables.with_provenance(rows, self.provenance)
        floats = [field.name for field in rows.schema if pa.types.is_floating(field.type)]
        words = [field.name for field in rows.schema if pa.types.is_string(field.type)]
        layout.write_part(self.path, table, name, lambda stream: pq.write_table(
            rows, stream, compression="zstd", use_dictionary=words, use_byte_stream_split=floats,
            write_page_checksum=True))
        self.written += (self.path / table / name).stat().st_size

    def _known_labels(self) -> Iterator[str]:
        for file in sound(layout.parts(self.path, layout.ASKED).values()):
            for batch in pq.ParquetFile(file).iter_batches(columns=list(LABELS)):
                yield from map(label_key, batch.to_pylist())

    def _note_request(self, carried_out: bool) -> None:
        own = digest([self._request["command"], self._request["design"]])
        file = self.path / layout.REQUESTS / f"{own[:16]}.json"
        layout.write_json(file, {**self._request, "reached": self.rows, "carried_out": carried_out})

    def _learn(self) -> None:
        """Find out what is stored; set aside what cannot be read whole."""
        broken = 0
        for block in blocks.survey(self.path):
            if block.fault:
                blocks.set_aside(self.path, block.name)
                broken += 1
            else:
                self._run.add_all(block.runs)
        for name in list(blocks.damaged_asked(self.path)):
            blocks.set_aside(self.path, name, (layout.ASKED,))
            broken += 1
        self._asked.add_all(self._known_labels())
        if broken:
            tell(f"{count(broken, 'damaged block')} of {self.path} set aside in {layout.ASIDE}: "
                 "the runs count as missing")


def label_key(labels: dict) -> str:
    """Return the text that stands for a row of `asked`: everything but its command."""
    return "|".join(str(labels[name]) for name in LABELS)


def _refuse_foreign(path: Path) -> None:
    if not path.is_dir() or (path / layout.PROVENANCE).exists():
        return
    if any(name != layout.LOCK and not name.startswith(layout.TEMPORARY) for name in os.listdir(path)):
        raise UserError(f"output={path} holds other files and is not a store of runs.\nGive a new folder: output=DIR")

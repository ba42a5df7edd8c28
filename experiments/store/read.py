"""Reading a store: what it holds, as frames. The only part of `experiments` that `analysis` imports."""

import json
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from experiments.errors import UserError, unknown
from experiments.store import layout
from experiments.store.damage import blame, sound
from experiments.store.layout import ASKED, EVENTS, METADATA, PROVENANCE, RUNS, STUDY, WORLDS, parts
from model.kernel_cache import model_hash

if TYPE_CHECKING:
    import duckdb
    import pandas as pd


LABELS = "scenario, service, governance, regime, national, shock, world, world_index, seed"
RUNS_QUERY = f"""
    SELECT asked.*, runs.* EXCLUDE (run_id, specification)
    FROM asked JOIN runs USING (run_id)
    WHERE model_hash = ?
    QUALIFY row_number() OVER (
        PARTITION BY {LABELS}, md5(specification)
        ORDER BY list_position(['nation', 'region', 'pdu'], split_part(record, ',', 1)) DESC, run_id) = 1
    ORDER BY scenario, world, world_index, seed, run_id"""


class OldResults(UserWarning):
    """Stored runs were computed by another version of the model than this one."""


def open_store(path: str | Path) -> "Store":
    """Return the store in a folder; raise UserError where there is none."""
    path = Path(path)
    if not path.is_dir():
        raise UserError(f"results={path}: there is no such folder.\n"
                        "Run something first: probgov run, or give results=DIR")
    if not (path / PROVENANCE).exists() and not (path / RUNS).is_dir():
        raise UserError(f"results={path} is not a store of runs.\nGive a folder that probgov wrote: results=DIR")
    return Store(path)


class Store:
    """A store opened for reading. Only blocks whose part in `runs/` is whole are seen.

    `without` holds (table, name) of parts of `asked` and `runs` to be passed over.
    """

    def __init__(self, path: Path, without: Iterable[tuple[str, str]] = ()) -> None:
        self.path, self._without = path, frozenset(without)

    @cached_property
    def finished(self) -> dict[str, Path]:
        """The sound parts of `runs/` by name."""
        return {file.name: file for file in self._kept(RUNS)}

    @cached_property
    def damaged(self) -> list[Path]:
        """The parts of any table that cannot be opened: their runs count as missing."""
        files = [file for table in layout.TABLES for file in parts(self.path, table).values()]
        good = set(sound(files))
        return [file for file in files if file not in good]

    def unnamed(self) -> int:
        """Return how many stored runs are named by no row of `asked`: no table shows them."""
        return int(self._query("SELECT count(*) AS n FROM runs ANTI JOIN asked USING (run_id)")["n"].iloc[0])

    def runs(self) -> "pd.DataFrame":
        """Return one row for each run asked for and finished: labels, status and every outcome.

        A run asked for under two names has two rows; `run_id` is its identity. Where a run was
        recorded at several levels the row of the lowest is given. Runs of another version of
        the model are left out beside runs of this one, and an OldResults warning names both.
        Ordered by scenario, world, world_index and seed.
        """
        return self._query(RUNS_QUERY, [self.version()])

    def version(self) -> str:
        """Return the hash of the model version whose runs are read: this one's, or else the newest stored.

        Warns (OldResults) where the store holds runs of another version.
        """
        here, stored = model_hash(), self.model_hashes()
        others = [word for word in stored if word != here]
        if not others:
            return here
        newest = self.provenance().get("model_hash", "")
        chosen = here if here in stored else (newest if newest in stored else others[-1])
        told = "are left out" if chosen == here else "are read"
        warnings.warn(f"{self.path} holds runs of model version {', '.join(others)}, which {told}; this is version "
                      f"{here}. Repeat the command that made them to have them again.", OldResults, stacklevel=3)
        return chosen

    def missing(self) -> "pd.DataFrame":
        """Return the rows asked for whose runs are not stored, with the command that gives each."""
        return self._query("""
            SELECT asked.* FROM asked ANTI JOIN runs USING (run_id)
            ORDER BY scenario, world, world_index, seed, run_id""")

    def failures(self) -> "pd.DataFrame":
        """Return the rows whose runs failed, with the message and the command that gives each again."""
        return self._query("""
            SELECT asked.*, message FROM asked JOIN runs USING (run_id) WHERE status = 'failed'
            ORDER BY scenario, world, world_index, seed, run_id""")

    def counts(self) -> dict[str, int]:
        """Return how many rows were asked for, and how many runs are done and failed."""
        found = self._query("SELECT (SELECT count(*) FROM asked) AS asked, "
                            "count(*) FILTER (status = 'done') AS done, "
                            "count(*) FILTER (status = 'failed') AS failed FROM runs")
        return {name: int(value) for name, value in found.iloc[0].items()}

    def specification(self, run_id: str) -> dict:
        """Return the resolved specification of a stored run; raise UserError where it is not stored."""
        found = self._query("SELECT specification FROM runs WHERE run_id = ?", [run_id])
        if found.empty:
            raise UserError(f"run {run_id} is not in {self.path}.")
        return json.loads(found["specification"].iloc[0])

    def table(self, level: str = "nation", columns: Sequence[str] | None = None) -> "pd.DataFrame":
        """Return a monthly table: run_id, month (unit below the nation) and the columns asked for.

        `events` is the table of published inspections. Raises UserError for a level that was
        not recorded or a column it does not have.
        """
        import pyarrow.parquet as pq

        if level not in layout.DETAILS:
            raise unknown("level", level, layout.DETAILS, "probgov list columns")
        files = self.files(level)
        if not files:
            raise UserError(f"{self.path} holds no {level} table.\nRecord one: record={level}")
        keys = {"nation": ["run_id", "month"], EVENTS: ["run_id", "month_published", "level", "unit"]}.get(
            level, ["run_id", "month", "unit"])
        held = pq.read_schema(files[0]).names
        for name in columns or ():
            if name not in held:
                raise unknown("column", name, held, "probgov list columns")
        chosen = "*" if columns is None else ", ".join(f'"{name}"' for name in dict.fromkeys([*keys, *columns]))
        return self._query(f"SELECT {chosen} FROM series ORDER BY {', '.join(keys)}", series=files)

    def files(self, table: str) -> list[Path]:
        """Return the parts of a table that can be read and belong to finished runs (all of them in `asked`)."""
        if table == ASKED:
            return self._kept(ASKED)
        if table == RUNS:
            return list(self.finished.values())
        return sound(file for name, file in parts(self.path, table).items() if name in self.finished)

    def _kept(self, table: str) -> list[Path]:
        return sound(file for name, file in parts(self.path, table).items() if (table, name) not in self._without)

    def requests(self) -> list[dict]:
        """Return what was asked of the store as a whole: command, runs, and whether it was carried out."""
        return [self._json(str(file.relative_to(self.path)))
                for file in sorted((self.path / layout.REQUESTS).glob("*.json"))]

    def designs(self) -> list[str]:
        """Return the labels of the designs whose points are stored (column `world` of `runs`)."""
        return [file.stem for file in sorted((self.path / layout.POINTS).glob("*.parquet"))]

    def study(self) -> dict:
        """Return the text of the study this store answers; an empty dict where it answers none."""
        return self._json(STUDY)

    def provenance(self) -> dict:
        """Return versions, platform and command of the newest part, or of the store where it has none."""
        import pyarrow.parquet as pq

        if not self.finished:
            return self._json(PROVENANCE)
        newest = max(self.finished.values(), key=lambda file: file.stat().st_mtime)
        return json.loads((pq.read_schema(newest).metadata or {}).get(METADATA, b"{}"))

    def worlds(self, label: str = "") -> "pd.DataFrame":
        """Return world_index and the value of every swept key: of the wide worlds, or of a design by its label."""
        import pandas as pd

        file = self.path / layout.POINTS / f"{label}.parquet" if label else self.path / WORLDS
        return pd.read_parquet(file) if file.exists() else pd.DataFrame({"world_index": []})

    def model_hashes(self) -> list[str]:
        """Return the hashes of the model versions that produced the stored runs."""
        return sorted(self._query("SELECT DISTINCT model_hash FROM runs")["model_hash"])

    def copy(self, table: str, file: Path, form: str) -> None:
        """Write `runs` (as `runs()` gives it) or a recorded table to one CSV or Parquet file, whole or not at all."""
        query, values = (RUNS_QUERY, [self.version()]) if table == RUNS else ("SELECT * FROM series", [])
        temporary = file.parent / f"{layout.TEMPORARY}{file.name}"
        target = str(temporary).replace("'", "''")
        with self._connected(() if table == RUNS else self.files(table)) as connection:
            connection.execute(f"COPY ({query}) TO '{target}' (FORMAT {form}{', HEADER' * (form == 'csv')})", values)
        temporary.replace(file)

    def _query(self, text: str, values: Sequence | None = None, series: Sequence[Path] = ()) -> "pd.DataFrame":
        with self._connected(series) as connection:
            return connection.execute(text, values or []).df()

    @contextmanager
    def _connected(self, series: Sequence[Path]) -> "Iterator[duckdb.DuckDBPyConnection]":
        """Yield a DuckDB connection with the views `asked`, `runs` and (where files are given) `series`."""
        import duckdb

        from experiments.store import tables

        sources = {"asked": self.files(ASKED), "runs": self.files(RUNS), "series": list(series)}
        empty = {"asked": tables.asked_schema(), "runs": tables.runs_schema()}
        try:
            with duckdb.connect() as connection:
                connection.execute("SET enable_progress_bar = false")  # it would print amid a table of results
                for name, files in sources.items():
                    if files:
                        connection.read_parquet([str(file) for file in files], union_by_name=True).create_view(name)
                    elif name in empty:
                        connection.register(name, empty[name].empty_table())
                yield connection
        except duckdb.Error:
            blame(self.path, chain.from_iterable(sources.values()))
            raise

    def _json(self, name: str) -> dict:
        file = self.path / name
        return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}

"""Stores as things: which there are, how large, how to remove one and how to take its tables elsewhere."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from experiments.errors import UserError, not_allowed
from experiments.store import layout
from experiments.store.damage import verify
from experiments.store.lock import StoreLock
from experiments.store.read import open_store
from experiments.store.requests import unreached

FORMATS = ("csv", "parquet")


class Listed(NamedTuple):
    """One store in a list."""

    store: str
    command: str
    done: int
    failed: int
    missing: int
    bytes: int
    model_hash: str
    written: float


def stores_under(root: Path) -> list[Path]:
    """Return the folders right below `root` that are stores, the one written last at the end."""
    found = [file.parent for file in root.glob(f"*/{layout.PROVENANCE}")]
    return sorted(found, key=lambda path: (_written(path), path.name))


def newest_store(root: Path) -> Path:
    """Return the store below a folder that was written last; raise UserError where there is none."""
    found = stores_under(root)
    if not found:
        raise UserError(f"no store of runs was found under {root}.\nRun something first, or give results=DIR")
    return found[-1]


def listed(path: Path) -> Listed:
    """Return what there is to say about a store in one row."""
    store = open_store(path)
    counts, provenance = store.counts(), store.provenance()
    missing = len(store.missing()) + unreached(store.requests())
    return Listed(str(path), provenance.get("command", ""), counts["done"], counts["failed"], missing,
                  sum(file.stat().st_size for file in path.rglob("*") if file.is_file()),
                  " ".join(store.model_hashes()), _written(path))


def remove(path: Path) -> None:
    """Delete a store.

    Raises UserError where the folder is no store, holds anything that is not a store's, or
    is being written.
    """
    open_store(path)
    foreign = [entry.name for entry in path.iterdir() if entry.name not in layout.TABLES and not _ours(entry.name)]
    if foreign:
        raise UserError(f"{path} holds {foreign[0]}, which is no part of a store; remove it by hand.")
    lock = StoreLock(path, patience=0)
    lock.take()
    lock.release()
    shutil.rmtree(path)


def export(path: Path, folder: Path, form: str = "csv", tables: Sequence[str] = ()) -> list[Path]:
    """Write a store's tables as one file each (`runs` with the names it was asked for by) and return the files.

    Raises UserError for a table that the store does not hold, and where a part is damaged.
    """
    store = open_store(path)
    held = [layout.RUNS, *(table for table in layout.DETAILS if store.files(table))]
    for table in tables:
        if table not in held:
            raise not_allowed("tables", table, " or ".join(held), "probgov store --help")
    verify(store, (layout.ASKED, *dict.fromkeys([layout.RUNS, *(tables or held)])))
    layout.make_folder(folder)
    files = []
    for table in tables or held:
        file = folder / f"{table}.{form}"
        store.copy(table, file, form)
        files.append(file)
    return files


def _written(path: Path) -> float:
    places = [path / layout.PROVENANCE, path / layout.RUNS, path / layout.REQUESTS]
    return max(place.stat().st_mtime for place in places if place.exists())


def _ours(name: str) -> bool:
    known = (layout.PROVENANCE, layout.STUDY, layout.WORLDS, layout.LOCK, layout.POINTS, layout.REQUESTS, layout.ASIDE,
             layout.SUMS)
    return name in known or name.startswith(layout.TEMPORARY)

"""Damaged parts as a reader meets them, and as one looks for them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from experiments.errors import UserError
from experiments.store import layout

if TYPE_CHECKING:
    from experiments.store.read import Store


def sound(files: Iterable[Path]) -> list[Path]:
    """Return the parts that can be opened; a torn one is left out."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    good = []
    for file in files:
        try:
            pq.read_metadata(file)
        except (pa.ArrowInvalid, OSError):
            continue
        good.append(file)
    return good


def blame(path: Path, files: Iterable[Path]) -> None:
    """Raise UserError where one of the files holds other bytes than were written: reading failed because of it."""
    for file in files:
        problem = layout.fault(path, file.parent.name, file.name)
        if problem:
            raise damaged(path, file.parent.name, file.name, problem) from None


def verify(store: "Store", tables: Sequence[str] = layout.TABLES) -> None:
    """Hold every part of the tables to its checksum (about a second for a gigabyte).

    Raises UserError where one is gone or holds other bytes than were written.
    """
    for table in tables:
        for name in (*layout.parts(store.path, table), *layout.gone(store.path, table)):
            problem = layout.fault(store.path, table, name)
            if problem and (table not in layout.DETAILS or name in store.finished):
                raise damaged(store.path, table, name, problem)


def damaged(path: Path, table: str, name: str, problem: str) -> UserError:
    """Return the error that names a damaged part and what to do."""
    return UserError(f"{path} is damaged ({table}/{name} {problem}); see: probgov check results={path}")

"""What stands in a store, block by block: which are whole, and what is wrong with the others."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from experiments.runspec import tables_of
from experiments.store import layout

UNREADABLE = (pa.ArrowException, OSError, KeyError)


class Block(NamedTuple):
    """One block of runs: the name of its parts, its runs, and what is wrong ('' where it is whole)."""

    name: str
    runs: tuple[str, ...]
    fault: str = ""


def survey(path: Path) -> Iterator[Block]:
    """Yield every block that has a part in `runs/`, in the order of names."""
    present = {table: layout.parts(path, table) for table in layout.DETAILS}
    for name, file in layout.parts(path, layout.RUNS).items():
        try:
            rows = pq.ParquetFile(file).read(columns=["run_id", "status", "record"])
        except UNREADABLE as error:
            yield Block(name, (), f"{layout.RUNS}/{name} cannot be read: {first_line(error)}")
            continue
        ids, status, record = (rows.column(i).to_pylist() for i in range(3))
        wanted = {table for word, ended in zip(record, status, strict=True) if ended == "done"
                  for table in tables_of(word)}
        yield Block(name, tuple(ids), _missing_detail(name, sorted(wanted), present))


def _missing_detail(name: str, wanted: Iterable[str], present: dict[str, dict[str, Path]]) -> str:
    for table in wanted:
        if name not in present[table]:
            return f"{table}/{name} is not there"
        try:
            pq.read_metadata(present[table][name])
        except UNREADABLE as error:
            return f"{table}/{name} cannot be read: {first_line(error)}"
    return ""


def unreadable_asked(path: Path) -> Iterator[Path]:
    """Yield the parts of `asked/` that cannot be opened."""
    for file in layout.parts(path, layout.ASKED).values():
        try:
            pq.read_metadata(file)
        except UNREADABLE:
            yield file


def set_aside(path: Path, name: str, tables: Iterable[str] = (layout.RUNS, *layout.DETAILS)) -> list[Path]:
    """Move the parts of one name into the quarantine, `runs` first, and return where they are now."""
    moved = []
    for table in tables:
        file = path / table / name
        if file.exists():
            target = path / layout.ASIDE / table / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(file, target)
            moved.append(target)
    return moved


def first_line(error: BaseException) -> str:
    """Return the first line of an error's text, without its place on this machine."""
    return (str(error).splitlines() or [type(error).__name__])[0][:120]

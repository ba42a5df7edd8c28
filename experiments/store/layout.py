"""Names of folders and parts, and writing one file so that it is there whole or not at all."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from experiments.errors import UserError

ASKED, RUNS = "asked", "runs"
SERIES = ("nation", "region", "pdu")
EVENTS = "events"
DETAILS = (*SERIES, EVENTS)
TABLES = (ASKED, RUNS, *DETAILS)
PROVENANCE, STUDY, WORLDS, LOCK = "_provenance.json", "_study.json", "_worlds.parquet", "_lock"
POINTS, REQUESTS, ASIDE, SUMS = "_points", "_requests", "_quarantine", "_sums"
METADATA, TEMPORARY, SUM = b"probgov", ".tmp-", ".sha256"
CHANGED = "its bytes are not those that were written (checksum)"


def part_name(words: Iterable[str]) -> str:
    """Return the name of the part that holds these rows: it depends on them alone."""
    digest = hashlib.sha256("\n".join(words).encode()).hexdigest()
    return f"part-{digest[:24]}.parquet"


def parts(path: Path, table: str) -> dict[str, Path]:
    """Return name -> file of the parts of one table."""
    return {file.name: file for file in sorted((path / table).glob("part-*.parquet"))}


def checksum(file: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with open(file, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sum_file(path: Path, table: str, name: str) -> Path:
    """Return the file that holds the checksum of one part."""
    return path / SUMS / f"{table}-{name}{SUM}"


def fault(path: Path, table: str, name: str) -> str:
    """Return what is wrong with a part's bytes ('' where they are those that were written).

    Hashing takes about a second for a gigabyte.
    """
    file, told = path / table / name, sum_file(path, table, name)
    try:
        if not file.exists():
            return "is not there"
        if not told.exists():
            return "has no checksum"
        return "" if told.read_bytes() == checksum(file).encode() else CHANGED
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"


def gone(path: Path, table: str) -> list[str]:
    """Return the names of parts that were written and are not there.

    A checksum beside the temporary file of its part is a write that was killed, and no loss.
    """
    sealed = (file.name[len(table) + 1:-len(SUM)] for file in sorted((path / SUMS).glob(f"{table}-part-*{SUM}")))
    return [name for name in sealed if not (path / table / name).exists()
            and not any((path / table).glob(f"{TEMPORARY}*-{name}"))]


def write_part(path: Path, table: str, name: str, fill) -> None:
    """Write one part of a store, its checksum first, so that no part stands without one."""
    told = sum_file(path, table, name)

    def seal(written: Path) -> None:
        write_whole(told, lambda stream: stream.write(checksum(written).encode()))

    for folder in (path / table, path / SUMS):
        if not folder.is_dir():
            make_folder(folder)
    try:
        write_whole(path / table / name, fill, seal)
    except BaseException:
        if not (path / table / name).exists():
            told.unlink(missing_ok=True)
        raise


def clear_temporary(path: Path) -> None:
    """Remove what killed writers left, with the checksums of parts they did not come to name."""
    for folder in (path, *(path / name for name in (*TABLES, POINTS, REQUESTS, SUMS))):
        for file in folder.glob(f"{TEMPORARY}*"):
            _, _, name = file.name.removeprefix(TEMPORARY).partition("-")
            if folder.name in TABLES and not (folder / name).exists():
                sum_file(path, folder.name, name).unlink(missing_ok=True)
            file.unlink(missing_ok=True)


def write_whole(path: Path, fill, seal=None) -> None:
    """Write a file by `fill(stream)` beside its place, flush it to disk, `seal` it and rename it.

    Raises UserError where the disk refuses; nothing is left half-written.
    """
    temporary = path.parent / f"{TEMPORARY}{os.getpid()}-{path.name}"
    try:
        with open(temporary, "wb") as stream:
            fill(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if seal is not None:
            seal(temporary)
        os.replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise UserError(f"cannot write {path}: {error.strerror or error}.") from None
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_json(path: Path, content) -> None:
    """Write plain values as readable JSON, whole or not at all."""
    text = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    write_whole(path, lambda stream: stream.write(text.encode()))


def make_folder(path: Path, key: str = "output") -> None:
    """Create a folder in which files can be written; raise UserError where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe = path / f"{TEMPORARY}{os.getpid()}-probe"
        probe.touch()
        probe.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"{key}={path} cannot be written: {error.strerror or error}.\n"
                        f"Give a folder that can be: {key}=DIR") from None


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

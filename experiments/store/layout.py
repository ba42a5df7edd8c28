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
METADATA, TEMPORARY = b"probgov", ".tmp-"


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
    return path / SUMS / f"{table}-{name}.sha256"


def write_part(path: Path, table: str, name: str, fill) -> None:
    """Write one part of a store, its checksum first, so that no part stands without one."""
    def seal(written: Path) -> None:
        write_whole(sum_file(path, table, name), lambda stream: stream.write(checksum(written).encode()))

    for folder in (path / table, path / SUMS):
        if not folder.is_dir():
            make_folder(folder)
    write_whole(path / table / name, fill, seal)


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

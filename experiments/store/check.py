"""Checking a store: every part's checksum, name and schema, every run's identity, and what is missing."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from experiments.runspec import tables_of
from experiments.store import blocks, layout
from experiments.store.read import Store, open_store
from experiments.store.requests import unfinished, unreached
from experiments.store.seen import Seen
from experiments.store.tables import schema_of
from experiments.store.write import LABELS, label_key
from model.kernel_cache import model_hash

EXAMPLES = 20


@dataclass(frozen=True)
class Damage:
    """A part that cannot be trusted, why, and how many runs stand or fall with it."""

    part: str
    problem: str
    runs: int


@dataclass
class Report:
    """What a check found.

    `asked` counts what requests that were stopped had not come to, too, and so does `missing`.
    `unnamed` counts stored runs that no row of `asked` names. `commands` gives the first
    missing runs, `failures` the first failed ones with their messages, `interrupted` the
    requests to repeat, being wholly or partly not carried out.
    """

    store: str
    damaged: list[Damage] = field(default_factory=list)
    asked: int = 0
    done: int = 0
    failed: int = 0
    missing: int = 0
    unnamed: int = 0
    commands: list[str] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)
    interrupted: list[str] = field(default_factory=list)
    model_hashes: list[str] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether no damage is left in place and every stored run has its name."""
        return (not self.damaged or bool(self.set_aside)) and self.unnamed == 0


def check_store(path: Path, quarantine: bool = False) -> Report:
    """Read every part of a store and return what was found; where told, move bad blocks into the quarantine.

    Raises UserError where there is no store. Nothing is deleted.
    """
    report, bad = Report(str(open_store(path).path)), []
    for table, name, damage in _damages(path):
        report.damaged.append(damage)
        bad.append((table, name))
        if quarantine:
            tables = (layout.ASKED,) if table == layout.ASKED else (layout.RUNS, *layout.DETAILS)
            report.set_aside += [str(file.relative_to(path)) for file in blocks.set_aside(path, name, tables)]
    _count(Store(path, bad), report)
    return report


def _count(store: Store, report: Report) -> None:
    status, missing, later = store.counts(), store.missing(), unreached(store.requests())
    report.asked, report.missing = status["asked"] + later, len(missing) + later
    report.done, report.failed, report.unnamed = status["done"], status["failed"], store.unnamed()
    report.commands = missing["command"].head(EXAMPLES).tolist()
    failures = store.failures().head(EXAMPLES)
    report.failures = list(zip(failures["command"], failures["message"], strict=True))
    again = store.requests() if report.missing or report.unnamed else unfinished(store.requests())
    report.interrupted = [request["command"] for request in again]
    report.model_hashes = store.model_hashes()


def _damages(path: Path) -> Iterator[tuple[str, str, Damage]]:
    """Yield table, name of the part, and what is wrong with it."""
    seen, told = Seen(), set()
    for name in sorted(layout.parts(path, layout.RUNS)):
        for table, problem, runs in _block_faults(path, name, seen):
            told.add(name)
            yield table, name, Damage(f"{table}/{name}", problem, runs)
            break
    for table in (layout.RUNS, layout.ASKED, *layout.DETAILS):
        for name in layout.gone(path, table):
            if name not in told:
                told.add(name)
                yield table, name, Damage(f"{table}/{name}", "is not there", 0)
    for name in layout.parts(path, layout.ASKED):
        try:
            rows = _read(path, layout.ASKED, name)
        except blocks.UNREADABLE as error:
            yield layout.ASKED, name, Damage(f"{layout.ASKED}/{name}", blocks.first_line(error), 0)
            continue
        keys = map(label_key, rows.select(list(LABELS)).to_pylist())
        if layout.part_name(keys) != name:
            yield layout.ASKED, name, Damage(f"{layout.ASKED}/{name}", "holds other rows than its name says", 0)
    seen.close()


def _block_faults(path: Path, name: str, seen: Seen) -> Iterator[tuple[str, str, int]]:
    try:
        rows = _read(path, layout.RUNS, name)
    except blocks.UNREADABLE as error:
        yield layout.RUNS, blocks.first_line(error), 0
        return
    columns = ("run_id", "model_hash", "record", "specification", "status", "months")
    runs = rows.select(list(columns)).to_pylist()
    if layout.part_name(run["run_id"] for run in runs) != name:
        yield layout.RUNS, "holds other runs than its name says", len(runs)
    for run in runs:
        identity = f"{run['model_hash']}\n{run['record']}\n{run['specification']}"
        if hashlib.sha256(identity.encode()).hexdigest() != run["run_id"]:
            yield layout.RUNS, f"run {run['run_id'][:12]} is not what its identity says", len(runs)
        if not seen.is_new(run["run_id"]):
            yield layout.RUNS, f"run {run['run_id'][:12]} is stored in another part too", len(runs)
    for table in layout.DETAILS:
        recorded = {run["run_id"]: run["months"] for run in runs
                    if run["status"] == "done" and table in tables_of(run["record"])}
        problem = _detail_fault(path, table, name, recorded) if recorded else ""
        if problem:
            yield table, problem, len(runs)


def _detail_fault(path: Path, table: str, name: str, recorded: dict[str, int]) -> str:
    """Return what is wrong with a part of a monthly table or of events ('' where nothing is)."""
    if not (path / table / name).exists():
        return "is not there"
    try:
        ids = _read(path, table, name).column("run_id")
    except blocks.UNREADABLE as error:
        return blocks.first_line(error)
    found = {row["values"]: row["counts"] for row in ids.value_counts().to_pylist()}
    if set(found) - set(recorded):
        return "holds rows of other runs"
    if table == layout.EVENTS:
        return ""
    short = [run for run, months in recorded.items() if found.get(run, 0) < months or found[run] % months]
    return f"lacks months of run {short[0][:12]}" if short else ""


def _read(path: Path, table: str, name: str) -> pa.Table:
    """Return a part read whole; raise ArrowInvalid where its checksum or its schema is not as written."""
    problem = layout.fault(path, table, name)
    if problem:
        raise pa.ArrowInvalid(problem)
    parquet = pq.ParquetFile(path / table / name, page_checksum_verification=True)
    content = parquet.read()
    ours = (content.schema.metadata or {}).get(layout.METADATA, b"").find(model_hash().encode()) >= 0
    if ours and not content.schema.equals(schema_of(table)):
        raise pa.ArrowInvalid("its columns are not those of this version")
    return content

"""Read a file of evidence into typed rows, and refuse what is not what evidence.toml declares.

The packaged files are held to the cut-off: nothing in them may be a result of a later
day. Files of the same formats in another folder, later observations among them, are
read by the same rules without that one.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from model.evidence.cells import CellError, Value, cell
from model.evidence.dates import EvidenceDate
from model.evidence.errors import EvidenceError
from model.evidence.schema import FOLDER, EvidenceFile, cut_off, evidence_files, later_files

Row = dict[str, Value]
NOT_READ = "not read"
"""What stands in a cell of later observations whose source could not be read."""


def read(name: str, folder: str | Path | None = None, gaps: bool = False) -> list[Row]:
    """Return the rows of `name` (say "pdu_ratings") as dicts of column -> value.

    Values are str, int, float, EvidenceDate, or None for an empty cell ("not seen"). Without
    `folder` the packaged file is read. With `gaps` a cell outside the key that is empty or says
    'not read' is None, even where the column is required. Raises EvidenceError, naming file, line,
    column, value, reason and what is allowed, at the first thing that is wrong.
    """
    known = evidence_files() if folder is None else {**evidence_files(), **later_files()}
    declared = known.get(name)
    if declared is None:
        raise EvidenceError(str(name), "is no file of evidence", "one of " + ", ".join(known))
    path = Path(folder if folder is not None else FOLDER) / f"{name}.csv"
    rows: list[Row] = []
    first_seen: dict[tuple[str, ...], int] = {}
    for line, texts in _records(path, declared):
        row = _row(path, line, texts, declared, gaps)
        if folder is None:
            _hold_to_cut_off(path, line, row, declared)
        key = tuple(texts[column].strip() for column in declared.key)
        if key in first_seen:
            raise EvidenceError(str(path), f"repeats the key of line {first_seen[key]}",
                                "each key once", line, " + ".join(declared.key), " / ".join(key))
        first_seen[key] = line
        rows.append(row)
    if not rows:
        raise EvidenceError(str(path), "holds no rows", "a header and at least one row")
    return rows


def _records(path: Path, declared: EvidenceFile) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line on which the record starts, column -> text); blank lines are passed over."""
    names = [column.name for column in declared.columns]
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            lines = csv.reader(stream, strict=True)
            header = [field.strip() for field in next(lines, [])]
            _check_header(path, header, names)
            start = lines.line_num + 1
            for fields in lines:
                if fields and len(fields) != len(header):
                    raise EvidenceError(str(path), f"has {len(fields)} fields, but the header has {len(header)}",
                                        "a row as long as the header, with commas inside a cell quoted", start)
                if fields:
                    yield start, dict(zip(header, fields))
                start = lines.line_num + 1
    except OSError as error:
        raise EvidenceError(str(path), f"cannot be opened ({error.strerror})", "a readable file") from error
    except UnicodeDecodeError as error:
        raise EvidenceError(str(path), "is not in UTF-8", "text in UTF-8") from error
    except csv.Error as error:
        raise EvidenceError(str(path), f"is not well-formed CSV ({error})", "CSV with cells quoted by \"",
                            lines.line_num) from error


def _check_header(path: Path, header: list[str], names: list[str]) -> None:
    columns = ", ".join(names)
    for name in names:
        if name not in header:
            raise EvidenceError(str(path), "is missing from the header", f"the columns {columns}", 1, name)
    for name in header:
        if name not in names:
            raise EvidenceError(str(path), "is not a column of this file", f"the columns {columns}", 1, name)
        if header.count(name) > 1:
            raise EvidenceError(str(path), "stands twice in the header", f"the columns {columns}", 1, name)


def _row(path: Path, line: int, texts: dict[str, str], declared: EvidenceFile, gaps: bool) -> Row:
    row: Row = {}
    for column in declared.columns:
        text = texts[column.name]
        if gaps and column.name not in declared.key and text.strip().lower() in ("", NOT_READ):
            row[column.name] = None
            continue
        try:
            row[column.name] = cell(text, column)
        except CellError as error:
            raise EvidenceError(str(path), error.reason, error.allowed, line, column.name, text.strip()) from error
    for column in declared.columns:
        value = row[column.name]
        for other, wrong, sign in ((column.not_above, _above, "at most"), (column.not_below, _below, "at least")):
            if other and wrong(value, row[other]):
                raise EvidenceError(str(path), f"contradicts {other}", f"{sign} {other}, here {row[other]}",
                                    line, column.name, value)
    return row


def _above(value: Value, bound: Value) -> bool:
    return isinstance(value, (int, float)) and isinstance(bound, (int, float)) and value > bound


def _below(value: Value, bound: Value) -> bool:
    return isinstance(value, (int, float)) and isinstance(bound, (int, float)) and value < bound


def _hold_to_cut_off(path: Path, line: int, row: Row, declared: EvidenceFile) -> None:
    limit = cut_off()
    for column in declared.held_to_cut_off:
        value = row[column]
        text = value.text if isinstance(value, EvidenceDate) else value
        if (isinstance(value, EvidenceDate) and value.last > limit) or (isinstance(value, int) and value > limit.year):
            raise EvidenceError(str(path), "is later than the cut-off", f"nothing after {limit.isoformat()}",
                                line, column, text)

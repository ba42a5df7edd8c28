"""What commands print on stdout: tables as text, CSV or JSON; JSON is one document without NaN."""

import csv
import json
import math
import sys
from collections.abc import Mapping, Sequence

from experiments.progress import tell

TABLE_FORMATS = ("table", "csv", "json")
OFF_TERMINAL_WIDTH, LONG_TEXT, COLUMN_GAP = 110, 30, 3


def plain(value) -> object:
    """Return nested values fit for JSON: NaN and infinity become null, numpy's scalars plain ones."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def print_json(document) -> None:
    """Print one JSON document."""
    print(json.dumps(plain(document), indent=2, ensure_ascii=False, allow_nan=False))


def print_table(rows: Sequence[Mapping], columns: Sequence[str], form: str, document=None, title: str = "") -> None:
    """Print rows in one of TABLE_FORMATS; `document` stands in for the rows in JSON."""
    if form == "json":
        print_json(rows if document is None else document)
    elif form == "csv":
        _print_csv(rows, columns)
    else:
        _print_text(rows, columns, title)


def _print_csv(rows: Sequence[Mapping], columns: Sequence[str]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        values = [plain(row.get(name)) for name in columns]
        writer.writerow(["" if value is None else value for value in values])


def _print_text(rows: Sequence[Mapping], columns: Sequence[str], title: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if title:
        print(title)
    terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if terminal else OFF_TERMINAL_WIDTH)
    shown = fitting(rows, columns, console.width) if terminal else list(columns)
    table = Table(box=box.SIMPLE, pad_edge=False)
    for name in shown:
        number = bool(rows) and isinstance(rows[0].get(name), (int, float))
        table.add_column(Text(name.replace("_", " ")), justify="right" if number else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(row.get(name))) for name in shown))
    with console.capture() as captured:  # rich itself would end the program where the pipe is closed
        console.print(table)
    print(captured.get(), end="")
    if len(shown) < len(columns):
        tell(f"left out to fit: {', '.join(columns[len(shown):])} (a wider terminal or format=csv shows them)")


def fitting(rows: Sequence[Mapping], columns: Sequence[str], width: int) -> list[str]:
    """Return the first columns that fit into a width side by side, at least two; the last one may have to wrap."""
    shown: list[str] = []
    used = 0
    for name in columns:
        longest = max([len(name), *(len(_cell(row.get(name))) for row in rows)])
        room, needed = width - used, longest + COLUMN_GAP
        if needed > room and room < LONG_TEXT and len(shown) >= 2:
            break
        shown.append(name)
        used += needed
        if needed > room and len(shown) >= 2:
            break
    return shown


def _cell(value) -> str:
    value = plain(value)
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.4g}"
    return str(value)

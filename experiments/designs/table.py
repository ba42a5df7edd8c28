"""Points given in a CSV file: one column a key, one row a point, read as they are needed."""

import csv
import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from experiments.designs.axes import Axis, declared
from experiments.errors import UserError, not_allowed, unknown
from experiments.overrides import typed

LOOK = "probgov sweep --help"


class Table:
    """A file of points. Raises UserError for a file that cannot be read, an unknown key or a value out of range."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as stream:
                self.content = hashlib.file_digest(stream, "sha256").hexdigest()
            with self._open() as stream:
                reader = csv.reader(stream)
                self.axes = tuple(self._axis(name) for name in next(reader, []))
                self.rows = sum(1 for row in reader if row)
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise UserError(f"file={path} cannot be read: {getattr(error, 'strerror', None) or error}.") from None
        if not self.rows:
            raise UserError(f"file={path} holds no points: a line of keys, then one line of values a point.")
        keys = [axis.key for axis in self.axes]
        if len(set(keys)) < len(keys):
            raise UserError(f"file={path}: a key stands twice in its first line.")
        for _ in self.points(0, self.rows):
            pass

    def points(self, start: int, stop: int) -> Iterator[dict[str, float]]:
        """Yield the points of rows start to stop - 1."""
        with self._open() as stream:
            reader = csv.reader(stream)
            next(reader)
            for number, row in enumerate(islice(filter(None, reader), start, stop), start + 1):
                if len(row) != len(self.axes):
                    raise UserError(f"file={self.path}: point {number} holds {len(row)} values, not {len(self.axes)}.")
                yield {axis.key: self._value(axis, text) for axis, text in zip(self.axes, row, strict=True)}

    def _open(self):
        return self.path.open(newline="", encoding="utf-8-sig")

    def _axis(self, name: str) -> Axis:
        if name.strip() not in declared():
            raise unknown(f"file={self.path}: key", name.strip(), declared(), LOOK)
        return declared()[name.strip()]

    def _value(self, axis: Axis, text: str) -> float:
        value = typed(axis.key, text.strip(), "flag" if axis.kind == "flag" else "number", LOOK)
        if not axis.low <= value <= axis.high:
            raise not_allowed(axis.key, text.strip(), f"a number from {axis.low:g} to {axis.high:g}", LOOK)
        return value

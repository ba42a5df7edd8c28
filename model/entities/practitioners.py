"""Practitioners in AgentSet's words, over columns: no object a person is kept.

A set is the rows of those in post when it was made: people move, so ask again after a step.
"""

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from model.entities.state import GRADES
from model.entities.state import Practitioners as Columns

SHARES = ("skill", "intrinsic", "wellbeing", "esteem", "belonging", "curiosity")
"""Columns that may be set, to values in [0, 1]."""


class Practitioner:
    """One person in post, read from the columns when asked."""

    __slots__ = ("_columns", "row")

    def __init__(self, columns: Columns, row: int) -> None:
        self._columns, self.row = columns, row

    def __getattr__(self, name: str):
        if name in Columns._fields:
            return getattr(self._columns, name)[self.row].item()
        raise AttributeError(f"a practitioner has no '{name}'; there are {', '.join(Columns._fields)}")

    def __repr__(self) -> str:
        return f"Practitioner({GRADES[self.grade]}, post {self.uid}, {self.tenure} months)"


class PractitionerSet:
    """Some practitioners: a set of rows over the columns of state."""

    def __init__(self, columns: Columns, rows: np.ndarray) -> None:
        self._columns, self.rows = columns, rows

    @classmethod
    def in_post(cls, columns: Columns, where: np.ndarray | None = None) -> "PractitionerSet":
        """Return those in post now, of all or of the posts where a boolean array (N,) holds."""
        filled = columns.in_post == 1
        return cls(columns, np.flatnonzero(filled if where is None else filled & where))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Practitioner]:
        return (Practitioner(self._columns, int(row)) for row in self.rows)

    def __getitem__(self, place: int) -> Practitioner:
        return Practitioner(self._columns, int(self.rows[place]))

    def __repr__(self) -> str:
        return f"PractitionerSet({len(self)} people)"

    def select(self, condition: Callable[[Practitioner], bool] | np.ndarray | None = None, *,
               at_most: float = float("inf"), **equal) -> "PractitionerSet":
        """Return those for whom a condition holds: a function of a person, a boolean array, or `column=value`.

        `at_most` keeps the first so many or, as a float up to 1, the first such share. Raises
        AttributeError for an unknown column, ValueError for an array of another length.
        """
        kept = np.ones(len(self), bool)
        for name, value in equal.items():
            kept &= self.get(name) == value
        if callable(condition):
            kept[kept] = [bool(condition(self[int(place)])) for place in np.flatnonzero(kept)]
        elif condition is not None:
            kept &= self._mask(condition)
        rows = self.rows[kept]
        if isinstance(at_most, float) and at_most <= 1.0:
            at_most = int(len(self) * at_most)
        return PractitionerSet(self._columns, rows[:int(min(at_most, len(rows)))])

    def get(self, names: str | list[str]) -> np.ndarray:
        """Return a copy of a column (n,), or of several side by side (n, names); raise AttributeError if unknown."""
        if not isinstance(names, str):
            return np.stack([self.get(name) for name in names], axis=1)
        if names not in Columns._fields:
            raise AttributeError(f"practitioners have no '{names}'; there are {', '.join(Columns._fields)}")
        return getattr(self._columns, names)[self.rows]

    def set(self, name: str, value) -> "PractitionerSet":
        """Set a share for everyone here, to one value or to one each; return the set.

        Raises AttributeError for a column that may not be set, ValueError for values outside [0, 1].
        """
        if name not in SHARES:
            raise AttributeError(f"'{name}' cannot be set; what can is {', '.join(SHARES)}")
        values = np.asarray(value, float)
        if not ((values >= 0.0) & (values <= 1.0)).all():
            raise ValueError(f"{name} must be from 0 to 1")
        getattr(self._columns, name)[self.rows] = values
        return self

    def agg(self, name: str, func: Callable | Iterable[Callable]):
        """Return one function, or a list of several, of a column."""
        values = self.get(name)
        return func(values) if callable(func) else [each(values) for each in func]

    def count(self, condition: Callable[[Practitioner], bool] | np.ndarray | None = None, **equal) -> int:
        """Return for how many a condition holds, as in `select`."""
        return len(self.select(condition, **equal))

    def _mask(self, condition) -> np.ndarray:
        mask = np.asarray(condition, bool)
        if mask.shape != (len(self),):
            raise ValueError(f"a condition must have one value for each of {len(self)} people, not shape {mask.shape}")
        return mask

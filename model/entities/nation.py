"""The nation as last recorded: every column of the nation's table as a property."""

from typing import TYPE_CHECKING

from model.observation.columns import NATION, Column

if TYPE_CHECKING:
    from model.probation import ProbationModel


class Nation:
    """The nation in the last month done; every value is NaN before the first."""

    def __init__(self, model: "ProbationModel") -> None:
        self._model = model

    def __repr__(self) -> str:
        return f"Nation(month {self._model.month})"


def _reader(place: int, column: Column) -> property:
    def read(self: Nation) -> float:
        model = self._model
        return float(model.tables.nation[model.month - 1, place]) if model.month else float("nan")

    return property(read, doc=f"{column.label} ({column.unit}).")


for _place, _column in enumerate(NATION):
    setattr(Nation, _column.name, _reader(_place, _column))

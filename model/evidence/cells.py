"""From the text of one cell to its value, or the reason why it is refused."""

import math

from model.evidence.dates import ALLOWED, EvidenceDate, evidence_date
from model.evidence.schema import Column

Value = str | int | float | EvidenceDate | None


class CellError(ValueError):
    """A cell is refused: `reason`, and what is `allowed` instead."""

    def __init__(self, reason: str, allowed: str) -> None:
        super().__init__(reason)
        self.reason, self.allowed = reason, allowed


def cell(text: str, column: Column) -> Value:
    """Return the value of a cell, None where it is empty; raise CellError where it is not allowed."""
    text = text.strip()
    if not text:
        if column.required:
            raise CellError("is empty, and this column may not be", allowed(column))
        return None
    if column.type == "text":
        return _word(text, column)
    if column.type == "date":
        try:
            return evidence_date(text)
        except ValueError as error:
            raise CellError(str(error), ALLOWED) from error
    return _number(text, column)


def allowed(column: Column) -> str:
    """Return in words what a column may hold."""
    if column.words:
        return "one of " + "; ".join(column.words)
    if column.type == "date":
        return ALLOWED
    if column.type == "text":
        return "any text"
    kind = {"integer": "a whole number", "number": "a number", "number or words": "a number or words"}[column.type]
    if math.isfinite(column.low) and math.isfinite(column.high):
        return f"{kind} from {column.low:.10g} to {column.high:.10g}"
    return f"{kind}, at least {column.low:.10g}" if math.isfinite(column.low) else kind


def _word(text: str, column: Column) -> str:
    if column.words and text not in column.words:
        raise CellError("is not known here", allowed(column))
    return text


def _number(text: str, column: Column) -> int | float | str:
    try:
        number = int(text) if column.type == "integer" else float(text)
    except ValueError as error:
        if column.type == "number or words":
            return text
        reason = "is not a whole number" if column.type == "integer" else "is not a number"
        raise CellError(reason, allowed(column)) from error
    if not math.isfinite(number):
        raise CellError("is not a finite number", allowed(column))
    if not column.low <= number <= column.high:
        raise CellError("is out of range", allowed(column))
    return number

"""The one error a bad evidence file raises."""


class EvidenceError(ValueError):
    """A file of evidence cannot be read; says where, what was found, why it is refused and what is allowed.

    `row` is the line of the file on which the record starts (the header is line 1); `row` and
    `column` are None where the whole file or the whole row is at fault.
    """

    def __init__(self, file: str, reason: str, allowed: str, row: int | None = None,
                 column: str | None = None, value: object = None) -> None:
        self.file, self.row, self.column, self.value = file, row, column, value
        self.reason, self.allowed = reason, allowed
        where = file if row is None else f"{file}, line {row}"
        if column is not None:
            where += f", column {column}"
        found = "" if value is None else f" {value!r}"
        super().__init__(f"{where}:{found} {reason}. Allowed: {allowed}.")

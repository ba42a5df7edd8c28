"""Published figures by file and key, and how far off a share, a rate or a survey answer may be by chance."""

import math
import re

from model.evidence.reader import Row, read
from model.evidence.schema import words

PERCENT = 100.0


def row(file: str, **key) -> Row:
    """Return the one row of a file of evidence whose cells are as given (dates by their text)."""
    found = [line for line in read(file) if all(text(line[name]) == str(value) for name, value in key.items())]
    if len(found) != 1:
        raise KeyError(f"{file}: {len(found)} rows of {key}, not one")
    return found[0]


def figure(file: str, **key) -> float:
    """Return the value of the one row of a file of evidence whose cells are as given."""
    return float(row(file, **key)["value"])  # type: ignore[arg-type]


def text(cell) -> str:
    """Return a cell as it is written."""
    return cell.text if hasattr(cell, "text") else str(cell)


def counted(said: str) -> dict[str, int]:
    """Return band -> count of an aggregate such as '1 Good; 15 Requires improvement'."""
    return {band: int(found[1]) for band in words("rating") if (found := re.search(rf"(\d+) {band}", said))}


def share_error(share: float, n: float) -> float:
    """Return the standard error of a share of n, in percent; a share of nought is read as half a case."""
    held = min(max(share, 0.5 / n), 1 - 0.5 / n)
    return PERCENT * math.sqrt(held * (1 - held) / n)


def rate_error(percent: float, people: float) -> float:
    """Return the standard error of a yearly rate of leaving (percent) among so many people."""
    return math.sqrt(PERCENT * percent / people)


SURVEY_ERROR = 0.6
"""Standard error of a survey answer in points: about 11,000 answers, doubled since four in ten did not answer."""

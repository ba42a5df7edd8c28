"""A parameter in words: what its register entry says it is."""

import re
from functools import lru_cache

from analysis.words import capital
from model.parameters.declare import Declaration
from model.parameters.register import register

FEWEST_WORDS = 3
OPENINGS = ("as ", "and ", "or ", "but ", "nor ", "sign ", "same ", "about ")


@lru_cache(maxsize=1)
def _declared() -> dict[str, Declaration]:
    return {entry.key: entry.declaration for entry in register()}


def grade_of(key: str) -> str:
    """Return a parameter's evidence grade ('' where the register does not hold it)."""
    entry = _declared().get(key)
    return entry.grade.value if entry else ""


def parameter_words(key: str) -> str:
    """Return what a parameter stands for, then its name and unit.

    For example 'How far ahead an expected inspection is felt (effort: proximity months)'. The
    meaning is the first clause of the note where that is one, and else the unit.
    """
    *_, block, name = key.split(".")
    named, entry = f"{block}: {name}".replace("_", " "), _declared().get(key)
    if entry is None:
        return capital(named)
    meaning = _clause(entry.note)
    if meaning and len(entry.unit.split()) >= FEWEST_WORDS:
        named += f"; {entry.unit}"
    return f"{capital(meaning or entry.unit)} ({named})"


def _clause(note: str) -> str:
    """Return a note's first clause, or '' where it points elsewhere, gives figures or is too short to mean much."""
    clause = re.split(r"[:;(]|, ", note)[0].strip()
    pointing = clause.startswith(OPENINGS) or re.search(r"[0-9/=]", clause)
    return "" if pointing or len(clause.split()) < FEWEST_WORDS else clause

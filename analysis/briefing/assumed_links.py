"""Outcomes whose link to the quality of work no source gives: they are kept apart from the findings."""

from collections.abc import Iterable

from model.parameters.register import register

ASSUMED = "assumed"
LINKS = {"incidents": "world.outcomes.incident_quality"}
"""Outcome -> the parameter that ties it to quality."""


def assumed() -> list[str]:
    """Return the outcomes whose link has no source in the register."""
    sources = {entry.key: entry.declaration.source for entry in register()}
    return [outcome for outcome, key in LINKS.items() if sources[key] == ASSUMED]


def sourced(outcomes: Iterable[str]) -> list[str]:
    """Return the outcomes but those whose link is assumed."""
    left_out = assumed()
    return [name for name in outcomes if name not in left_out]

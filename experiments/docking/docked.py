"""Which mechanisms are docked: held to published or exact results, and passing."""

import json
from collections.abc import Sequence
from pathlib import Path

from experiments.docking.cases import case_names, find_case
from experiments.docking.table import FAIL

STORED = Path("results") / "docking" / "docking.json"
"""Where `make docking` stores the table."""


def docked_mechanisms(stored: Path = STORED) -> frozenset[str]:
    """Return the mechanisms that have a case, without those of which a target fails in the stored table.

    Every case passes in the tests of this version; the stored table, where there is one, is of a full run.
    """
    known = {find_case(name).mechanism for name in case_names()}
    return frozenset(known - failing(json.loads(stored.read_text(encoding="utf-8")) if stored.exists() else ()))


def failing(rows: Sequence[dict]) -> set[str]:
    """Return the mechanisms of which a target fails in a docking table."""
    return {row["mechanism"] for row in rows if row["verdict"] == FAIL}

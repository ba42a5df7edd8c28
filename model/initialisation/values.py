"""The four value profiles as weights over casework and practice qualities, from value_profiles.csv."""

from functools import lru_cache
from typing import Any

import numpy as np

from model.entities.state import N_CASE_CELLS, N_PRACTICES, PRACTICES, PROFILES
from model.evidence.reader import read

STAGE_ITEMS = ("assessment", "planning", "implementation_and_delivery", "reviewing")
THEME_ITEMS = ("engagement", "desistance", "keeping_people_safe")


@lru_cache(maxsize=1)
def profile_weights() -> np.ndarray:
    """Return weights of shape (4, casework cells + practice qualities), each row summing to 1; read-only.

    Midpoints of the boxes are normalised within each group; a casework cell weighs the
    product of its stage and theme.
    """
    rows = [row for row in read("value_profiles") if row["row_role"] == "main"]
    middle = {(r["profile"], r["item_group"], r["item"]): _middle(r["weight_low"], r["weight_high"]) for r in rows}
    weights = np.empty((len(PROFILES), N_CASE_CELLS + N_PRACTICES))
    for i, profile in enumerate(PROFILES):
        blocks = _shares(middle, profile, "block", ("casework_standards", "practice_qualities"))
        stages = _shares(middle, profile, "stage", STAGE_ITEMS)
        themes = _shares(middle, profile, "theme", THEME_ITEMS)
        weights[i, :N_CASE_CELLS] = blocks[0] * np.outer(stages, themes).ravel()
        weights[i, N_CASE_CELLS:] = blocks[1] * _shares(middle, profile, "practice", PRACTICES)
    weights.setflags(write=False)
    return weights


def _middle(low: Any, high: Any) -> float:
    return (float(low) + float(high)) / 2


def _shares(middle: dict, profile: str, group: str, items: tuple[str, ...]) -> np.ndarray:
    values = np.array([middle[profile, group, item] for item in items])
    return values / values.sum()

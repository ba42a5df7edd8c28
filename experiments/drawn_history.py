"""Dials of the history and theories that a calibrated world brings along, laid over a specification."""

import dataclasses
from collections.abc import Sequence

from experiments.calibration.stored import calibrations, draws
from model.specification.specification import Specification

OBSERVED = "observed"


def lay(base: Specification, measure: str, index: int, words: Sequence[str]) -> Specification:
    """Return a specification with the history of a calibrated world; as it is in any other measure.

    The draw's dials stand in for those of `observed`, where that option was chosen for the history or for what
    follows it, and its theories for the default ones. What the words set by hand stays.
    """
    if measure not in calibrations():
        return base
    drawn, said = draws(measure)[index], {word.partition("=")[0] for word in words}
    parts: dict[str, object] = {}
    for part in ("history_governance", "governance"):
        if base.names.get(part) == OBSERVED:
            parts[part] = dataclasses.replace(getattr(base, part), **{
                dial: value for dial, value in drawn.dials.items() if f"{part}.{dial}" not in said})
    theories = {mechanism: word for mechanism, word in drawn.theories.items() if f"theory/{mechanism}" not in said}
    parts["theory"] = dataclasses.replace(base.theory, **theories)
    return dataclasses.replace(base, **parts)  # type: ignore[arg-type]

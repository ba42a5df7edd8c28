"""The axes of a design: what is varied, between which values, read off the register, the dials and the levers."""

import dataclasses
import math
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from experiments import worlds
from experiments.errors import UserError, not_allowed, unknown
from experiments.keys import PARTS, known_keys
from experiments.overrides import typed
from model.parameters.register import register
from model.specification.dials import Governance
from model.specification.regime import NationalRegime, Regime

LOOK = "probgov sweep --help"


class Axis(NamedTuple):
    """One key with the range it is varied over; kind is number, whole or flag (0 or 1)."""

    key: str
    low: float
    high: float
    kind: str

    def values(self, shares: np.ndarray) -> list[float]:
        """Return the values at places from 0 to 1 along the axis."""
        if self.kind == "number":
            return (self.low + np.asarray(shares) * (self.high - self.low)).clip(self.low, self.high).tolist()
        steps = np.floor(np.asarray(shares) * (self.high - self.low + 1)).astype(int)
        whole = (int(self.low) + steps).clip(int(self.low), int(self.high))
        return whole.tolist() if self.kind == "whole" else whole.astype(float).tolist()

    @property
    def levels(self) -> int | None:
        """The number of values it can take; None where any number between its ends will do."""
        return None if self.kind == "number" else int(self.high - self.low) + 1


@lru_cache(maxsize=1)
def declared() -> dict[str, Axis]:
    """Return key -> axis of everything that has a declared range with room in it."""
    axes = [Axis(entry.key, entry.declaration.low, entry.declaration.high, "number") for entry in register()]
    for part, (_, kind) in PARTS.items():
        if kind is Governance:
            axes += [Axis(f"{part}.{field.name}", 0.0, 1.0, "number") for field in dataclasses.fields(kind)]
        elif kind in (Regime, NationalRegime):
            axes += [Axis(f"{part}.{field.name}", field.metadata["low"], field.metadata["high"],
                          "flag" if field.metadata["unit"] == "no/yes" else "number")
                     for field in dataclasses.fields(kind)]
    return {axis.key: axis for axis in axes if axis.low < axis.high}


def uncertain() -> tuple[Axis, ...]:
    """Return the axes of all parameters of grade C and D."""
    return tuple(declared()[entry.key] for entry in worlds.swept() if entry.key in declared())


def read_axes(text: str) -> tuple[Axis, ...]:
    """Return the axes of `[key, key=low:high, part.*]`; raise UserError at the first mistake."""
    found: dict[str, Axis] = {}
    for word in filter(None, (word.strip() for word in text.strip("[] ").split(","))):
        for axis in _axes_of(word):
            if axis.key in found:
                raise UserError(f"over={axis.key} is given twice. Give it once.")
            found[axis.key] = axis
    if not found:
        raise UserError(f"over= names nothing.\nFor example: over=[governance.grip,governance.voice]\nSee: {LOOK}")
    return tuple(found.values())


def _axes_of(word: str) -> list[Axis]:
    key, given, ends = (part.strip() for part in word.partition("="))
    if "*" in key and not given:
        matching = [axis for name, axis in declared().items() if fnmatchcase(name, key)]
        if not matching:
            raise UserError(f"over={key} matches nothing that has a range.\nSee: {LOOK}")
        return matching
    if key not in declared() and not (given and _numeric(key)):
        raise _not_an_axis(key)
    return [_between(key, ends) if given else declared()[key]]


def _numeric(key: str) -> bool:
    known = known_keys().get(key)
    return known is not None and known.kind in ("number", "whole") and key.partition(".")[0] in PARTS


def _not_an_axis(key: str) -> UserError:
    if _numeric(key):
        return UserError(f"over={key} has no declared range.\nGive one: over=[{key}=LOW:HIGH]")
    if key in known_keys():
        return UserError(f"over={key} cannot be varied between two values.\n"
                         f"List its options instead: probgov sweep -m {key}=VALUE,VALUE")
    return unknown("over: key", key, declared(), LOOK)


def _between(key: str, ends: str) -> Axis:
    """Return the axis of a range given by hand; raise UserError where it is none or leaves the declared one."""
    low, colon, high = ends.partition(":")
    kind = known_keys()[key].kind
    if not colon:
        raise not_allowed(f"over={key}", ends, "LOW:HIGH", LOOK)
    first, last = (typed(f"over={key}", text.strip(), "whole" if kind == "whole" else "number", LOOK)
                   for text in (low, high))
    limits = declared().get(key, Axis(key, -math.inf, math.inf, kind))
    if not limits.low <= first < last <= limits.high:
        raise not_allowed(f"over={key}", ends, f"LOW:HIGH, rising, within {limits.low:g} to {limits.high:g}", LOOK)
    if limits.kind == "flag":
        return limits
    return Axis(key, first, last, limits.kind if key in declared() else kind)


def points(axes: Sequence[Axis], shares: np.ndarray) -> list[dict[str, float]]:
    """Return one mapping of key -> value for each row of places, shape (rows, axes)."""
    columns = [axis.values(shares[:, j]) for j, axis in enumerate(axes)]
    keys = [axis.key for axis in axes]
    return [dict(zip(keys, values, strict=True)) for values in zip(*columns, strict=True)]

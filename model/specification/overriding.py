"""Changes to a specification by key: `seed`, `service`, `governance.grip`, `world.esteem.own_sting`, `channels.NAME`.

Keyword arguments cannot hold dots, so two underscores mean the same: `governance__grip`.
"""

import copy
import dataclasses
import difflib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from model.parameters.register import channel_names, register
from model.specification.errors import SpecificationError, UnknownKeyError
from model.specification.scales import SCALES
from model.specification.specification import RunSettings, Specification

SETTINGS = tuple(f.name for f in dataclasses.fields(RunSettings))
PARTS: dict[str, type] = {f.name: type(getattr(Specification(), f.name)) for f in dataclasses.fields(Specification)
                          if f.name not in ("run", "switched_off", "names")}


@lru_cache(maxsize=1)
def known_keys() -> tuple[str, ...]:
    """Return every key that may be overridden, settings and whole parts first."""
    inside = [f"{part}.{f.name}" for part, kind in PARTS.items() for f in dataclasses.fields(kind) if f.name != "name"]
    return (*SETTINGS, *PARTS, *inside, *(entry.key for entry in register()),
            *(f"channels.{name}" for name in sorted(channel_names())))


def override(specification: Specification, changes: Mapping[str, Any]) -> Specification:
    """Return a copy of a specification with changes by key; whole parts are set before values inside them.

    Raises UnknownKeyError for a key that does not exist, SpecificationError for a part of the
    wrong kind. Values are checked when the specification is: by its `check`.
    """
    changed = copy.deepcopy(specification)
    pairs = {key.replace("__", "."): plain(value) for key, value in changes.items()}
    for key in sorted(pairs, key=lambda key: key.count(".")):
        if key not in known_keys():
            raise UnknownKeyError(key, nearest(key, known_keys()))
        _set(changed, key, pairs[key])
    return changed


def nearest(word: str, known) -> str:
    """Return the known word closest to `word`, by its last part where the whole has none; '' where none is close."""
    found = difflib.get_close_matches(word, known, n=1)
    if not found:
        ends = {key.rpartition(".")[2]: key for key in reversed(tuple(known))}
        found = [ends[end] for end in difflib.get_close_matches(word.rpartition(".")[2], ends, n=1)]
    return found[0] if found else ""


def plain(value):
    """Return a numpy number as Python's own; anything else as it is."""
    return value.item() if isinstance(value, np.generic) else value


def _set(specification: Specification, key: str, value) -> None:
    first, _, rest = key.partition(".")
    if first == "channels":
        _switch(specification, rest, value)
    elif not rest:
        setattr(specification if first in PARTS else specification.run, first,
                _part(first, value) if first in PARTS else value)
    else:
        *path, name = key.split(".")
        place = specification
        for step in path:
            place = getattr(place, step)
        setattr(place, name, value)


def _part(name: str, value):
    kind = PARTS[name]
    if isinstance(value, str) and value in SCALES and isinstance(SCALES[value], kind):
        return copy.copy(SCALES[value])
    if not isinstance(value, kind):
        words = f", or one of {', '.join(SCALES)}" if isinstance(SCALES["toy"], kind) else \
            f"; its values are set one by one, as in {name}__{dataclasses.fields(kind)[0].name}=…"
        raise SpecificationError(name, value, f"a {kind.__name__}{words}", "probgov run --help")
    return copy.deepcopy(value)


def _switch(specification: Specification, name: str, value) -> None:
    if not isinstance(value, bool):
        raise SpecificationError(f"channels.{name}", value, "True or False", "probgov list channels")
    off = set(specification.switched_off) - {name} if value else {*specification.switched_off, name}
    specification.switched_off = tuple(sorted(off))

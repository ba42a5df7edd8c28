"""Turning a control while a model runs: from this month on, through the switch."""

import dataclasses
from collections.abc import Callable, Iterable

import numpy as np

from model.specification.errors import UnknownKeyError
from model.specification.overriding import nearest, plain


def turn(records: Iterable[np.record], kind: type, seal: Callable, prefix: str, look: str, name: str,
         value: float) -> None:
    """Set one named control in sealed records, checked as a specification is; `look` is the list to point to.

    Raises UnknownKeyError for a name that `kind` does not have, SpecificationError for a value out of range.
    """
    names = [f.name for f in dataclasses.fields(kind)]
    if name not in names:
        raise UnknownKeyError(f"{prefix}.{name}", nearest(name, names), f"probgov list {look}")
    for record in records:
        chosen = kind(**{control: float(record[control]) for control in names})
        setattr(chosen, name, plain(value))
        sealed = seal(chosen, prefix)
        for control in names:
            record[control] = sealed[control]

"""Regimes as places: the levers of the inspection of PDUs and of the centre from 0 to 1 over their ranges.

That PDUs are inspected is no lever of the search: nothing else about their inspection would matter without it, and the
search would find the same regime under many names. Not to inspect them has a name (`none`) and is judged beside. Where
the centre is not inspected its other levers are those of `national=off`.
"""

import dataclasses
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from experiments.composition import compose_run
from experiments.designs.axes import Axis, declared, points
from experiments.designs.samplers import SEED, Lhs
from experiments.options import option_files

PARTS = ("regime", "national")
CENTRE_OFF = "off"
CURRENT, NOW = "standards_and_overall", "standards and overall"
GIVEN, CENTRE = "regime.inspects", "national.inspects"


@lru_cache(maxsize=1)
def levers() -> tuple[Axis, ...]:
    """Return the axes of the levers that are searched, in the order of the registers."""
    return tuple(axis for key, axis in declared().items() if key.partition(".")[0] in PARTS and key != GIVEN)


def point(place: np.ndarray) -> dict[str, float]:
    """Return lever -> value at a place (levers,)."""
    found = {GIVEN: 1.0, **points(levers(), place[None, :])[0]}
    off = named()[NOW] if found[CENTRE] < 0.5 else {}
    return found | {key: value for key, value in off.items() if key.startswith("national.")}


def place(values: Mapping[str, float]) -> np.ndarray:
    """Return the place (levers,) of lever -> value; a yes/no lever stands in the middle of its half."""
    found = []
    for axis in levers():
        share = (values[axis.key] - axis.low) / (axis.high - axis.low)
        found.append(0.25 + 0.5 * share if axis.kind == "flag" else share)
    return np.array(found)


@lru_cache(maxsize=1)
def named() -> dict[str, dict[str, float]]:
    """Return name -> lever -> value of the regimes that have a name: each of PDUs with the centre not inspected,
    and each of the centre with PDUs inspected as now.
    """
    sides = [(regime, CENTRE_OFF) for regime in sorted(option_files("regime"))]
    sides += [(CURRENT, national) for national in sorted(option_files("national"))
              if national != CENTRE_OFF]
    found = {}
    for regime, national in sides:
        specification = compose_run([f"regime={regime}", f"national={national}"]).specification
        values = {f"{part}.{name}": float(value) for part in PARTS
                  for name, value in dataclasses.asdict(getattr(specification, part)).items()}
        name = regime.replace("_", " ") + (f", centre {national}" if national != CENTRE_OFF else "")
        found[name] = {key: values[key] for key in (GIVEN, *(axis.key for axis in levers()))}
    return found


def beginning(n: int) -> np.ndarray:
    """Return the first n places of a search (n, levers): the named regimes that inspect PDUs, then others, evenly."""
    known = [place(values) for values in named().values() if values[GIVEN]][:n]
    rest = n - len(known)
    return np.vstack([*known, Lhs(rest, len(levers())).take(0, rest)] if rest else known)


def generator(generation: int) -> np.random.Generator:
    """Return the generator of one generation of a search: the same words give the same search."""
    return np.random.default_rng([SEED, generation])

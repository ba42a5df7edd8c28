"""Worlds: draws of the uncertain parameters.

`default` is one world: the register's defaults. `wide` draws every parameter of grade C
or D uniformly and independently over its range in the register. `calibrated` holds the
draws that the evidence allows (docs/calibration.md): they bring dials of the history and
theories along, which `drawn_history` lays.

World k of `wide` depends on k and on the parameter's key alone: not on how many worlds
are asked for, nor on which other parameters exist, so asking for more worlds keeps the old
ones and a new parameter moves no other. A Latin hypercube fails the first test and a
Sobol' sequence the second; with hundreds of parameters and tens of worlds a Sobol'
sequence also ties parameters to one another (many share their first binary digits), which
would confound what separates worlds. Each parameter instead has its own scrambled
van der Corput sequence, its digits flipped by a hash of the digits above them and of the
higher digits of k: any first 2**m worlds are one Latin hypercube of 2**m strata.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from experiments.calibration import stored
from experiments.errors import not_allowed
from model.parameters.grades import Grade
from model.parameters.register import WorldParameters, register
from model.specification.errors import SpecificationError

DESIGN = b"wide-2"
MEASURES = ("default", "wide", *stored.calibrations())
LARGEST_INDEX = 2**20 - 1
_DIGITS = 20
_ONE, _ODD = np.uint64(1), np.uint64(0x9E3779B97F4A7C15)


@lru_cache(maxsize=1)
def swept() -> tuple:
    """Return the registered parameters that `wide` draws: grades C and D, in the register's order."""
    return tuple(entry for entry in register() if entry.declaration.grade in (Grade.C, Grade.D))


@lru_cache(maxsize=4096)
def draw(measure: str, index: int) -> Mapping[str, float]:
    """Return register key -> value of the parameters that world `index` of a measure changes.

    Raises UserError for an unknown measure or an index outside it.
    """
    if measure not in MEASURES:
        raise not_allowed("world.measure", measure, " or ".join(MEASURES), "probgov list worlds")
    largest = last_index(measure)
    if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index <= largest:
        raise not_allowed("world.index", index, f"a whole number from 0 to {largest} in world={measure}",
                          "probgov list worlds")
    if measure == "default":
        return {}
    if measure != "wide":
        return stored.draws(measure)[index].parameters
    entries = swept()
    shares = positions([entry.key for entry in entries], index)
    return {entry.key: _within(entry.declaration, share) for entry, share in zip(entries, shares, strict=True)}


def last_index(measure: str) -> int:
    """Return the last number that a world of a measure can have."""
    if measure == "wide":
        return LARGEST_INDEX
    return 0 if measure == "default" else len(stored.draws(measure)) - 1


def position(key: str, index: int) -> float:
    """Return where in (0, 1) world `index` puts the parameter named `key`."""
    return positions([key], index)[0]


def positions(keys: Sequence[str], index: int) -> list[float]:
    """Return where in (0, 1) world `index` puts each of the parameters named."""
    streams = np.array([_stream(key) for key in keys], dtype=np.uint64)
    digits = np.zeros(len(streams), dtype=np.uint64)
    for place in range(1, _DIGITS + 1):
        flipped = _mixed(streams, place, index >> place, digits) & _ONE
        digits = (digits << _ONE) + (flipped ^ np.uint64((index >> (place - 1)) & 1))
    rest = ((_mixed(streams, 0, index, digits) >> np.uint64(32)).astype(float) + 0.5) / 2.0**32
    return ((digits.astype(float) + rest) / 2.0**_DIGITS).tolist()


@lru_cache(maxsize=4096)
def _stream(key: str) -> int:
    return int.from_bytes(blake2b(b"%s|%s" % (DESIGN, key.encode()), digest_size=8).digest(), "little")


def _mixed(streams: np.ndarray, place: int, above: int, digits: np.ndarray) -> np.ndarray:
    """Return 64 mixed bits for each stream, of the place, the digits of the index above it and those found so far."""
    word = np.array([(place << 40) | above], dtype=np.uint64)
    return _finished(_finished(streams ^ word * _ODD) + digits * _ODD)


def _finished(z: np.ndarray) -> np.ndarray:
    """Return the bits well mixed: the finisher of splitmix64."""
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def _within(declared, share: float) -> float:
    return declared.low + share * (declared.high - declared.low)


def build(measure: str, index: int, stated: Mapping[str, float] | None = None) -> WorldParameters:
    """Return a world's parameters: defaults, then what the measure draws, then what is stated by hand."""
    world, known = WorldParameters(), _places()
    for key, value in {**draw(measure, index), **(stated or {})}.items():
        if key not in known:
            raise SpecificationError(key, value, "a parameter of the register")
        block, name = known[key]
        setattr(getattr(world, block), name, value)
    return world


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[str, str]]:
    """Return register key -> (block, name)."""
    return {entry.key: (entry.block, entry.name) for entry in register()}

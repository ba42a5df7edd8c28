"""Worlds: draws of the uncertain parameters.

`default` is one world: the register's defaults. `wide` draws every parameter of grade C
or D uniformly and independently over its range in the register.

World k of `wide` depends on k and on the parameter's key alone: not on how many worlds
are asked for, nor on which other parameters exist, so asking for more worlds keeps the old
ones and a new parameter moves no other. A Latin hypercube fails the first test and a
Sobol' sequence the second; with hundreds of parameters and tens of worlds a Sobol'
sequence also ties parameters to one another (many share their first binary digits), which
would confound what separates worlds. Each parameter instead has its own scrambled
van der Corput sequence, its digits flipped by a hash of the digits above them and of the
higher digits of k: any first 2**m worlds are one Latin hypercube of 2**m strata.
"""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b

from experiments.errors import not_allowed
from model.parameters.grades import Grade
from model.parameters.register import WorldParameters, register
from model.specification.errors import SpecificationError

DESIGN = b"wide-1"
MEASURES = ("default", "wide")
LARGEST_INDEX = 2**20 - 1
_DIGITS = 20


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
    largest = LARGEST_INDEX if measure == "wide" else 0
    if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index <= largest:
        raise not_allowed("world.index", index, f"a whole number from 0 to {largest} in world={measure}",
                          "probgov list worlds")
    if measure == "default":
        return {}
    return {entry.key: _within(entry.declaration, position(entry.key, index)) for entry in swept()}


def position(key: str, index: int) -> float:
    """Return where in (0, 1) world `index` puts the parameter named `key`."""
    digits = 0
    for place in range(1, _DIGITS + 1):
        digit = (index >> (place - 1)) & 1
        digits = 2 * digits + (digit ^ (_hash(key, place, index >> place, digits) & 1))
    rest = (_hash(key, 0, index, digits) + 0.5) / 2.0**32
    return (digits + rest) / 2.0**_DIGITS


def _hash(key: str, place: int, above: int, digits: int) -> int:
    word = b"%s|%s|%d|%d|%d" % (DESIGN, key.encode(), place, above, digits)
    return int.from_bytes(blake2b(word, digest_size=4).digest(), "little")


def _within(declared, share: float) -> float:
    return declared.low + share * (declared.high - declared.low)


def build(measure: str, index: int, stated: Mapping[str, float] | None = None) -> WorldParameters:
    """Return a world's parameters: defaults, then what the measure draws, then what is stated by hand."""
    world = WorldParameters()
    for key, value in {**draw(measure, index), **(stated or {})}.items():
        _, block, name = key.split(".")
        if not hasattr(getattr(world, block, None), name):
            raise SpecificationError(key, value, "a parameter of the register")
        setattr(getattr(world, block), name, value)
    return world

"""Rival theories: which of several published mechanisms moves a run.

To people a theory is a word, to kernels its place among its rivals. Every rival is a file of
its own beside the others, and its dispatcher reads the number once a month.
"""

import dataclasses
from dataclasses import dataclass
from typing import NamedTuple

from model.specification.errors import SpecificationError


def rivals(*words: str, meaning: str):
    """Declare a mechanism's rival theories, the default first."""
    return dataclasses.field(default=words[0], metadata={"rivals": words, "meaning": meaning})


@dataclass
class Theory:
    """Which theory each contested mechanism follows."""

    learning: str = rivals("march_b", "march_a", "lateral", meaning="how practice spreads through the organisation")
    effort: str = rivals("levels", "logit", meaning="how effort answers to pressure")
    rating: str = rivals("together", "shame", "information", "resources", meaning="what a rating does to a unit")
    contagion: str = rivals("distance", "bounded_confidence", meaning="how reports and moods spread")


class Theories(NamedTuple):
    """The same as kernels read it: places among rivals."""

    learning: int
    effort: int
    rating: int
    contagion: int


MECHANISMS = tuple(field.name for field in dataclasses.fields(Theory))


def rivals_of(mechanism: str) -> tuple[str, ...]:
    """Return the rival theories of a mechanism, the default first."""
    return Theory.__dataclass_fields__[mechanism].metadata["rivals"]


def place(mechanism: str, word: str) -> int:
    """Return the number by which kernels know a rival theory."""
    return rivals_of(mechanism).index(word)


def seal_theory(theory: Theory) -> Theories:
    """Return the theories as numbers; raise SpecificationError for a word that is none."""
    places = {}
    for mechanism in MECHANISMS:
        word, words = getattr(theory, mechanism), rivals_of(mechanism)
        if word not in words:
            raise SpecificationError(f"theory.{mechanism}", word, " or ".join(words), "probgov list theories")
        places[mechanism] = place(mechanism, word)
    return Theories(**places)

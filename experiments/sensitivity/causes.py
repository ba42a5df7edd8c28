"""Everything that is uncertain about a run, as places from 0 to 1: parameters, rival theories, luck, and a null.

A parameter's place runs over its range in the register, whatever its grade; a theory's falls
into as many equal parts as it has rivals; luck is one seed in the lower half and another in
the upper; the null cause is read by nothing, so whatever moves with it is the method's doing.
"""

import dataclasses
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from experiments.composition import Composition
from experiments.designs.axes import Axis, declared
from experiments.inquiry import Inquiry
from experiments.runspec import Asked, RunSpec
from model.parameters.register import register
from model.specification.theory import MECHANISMS, rivals_of

LUCK, NULL, THEORIES = "luck", "null cause", "theories"
GROUPS = ("A", "B", "C", "D", THEORIES, LUCK)
"""Groups of causes: parameters by evidence grade, rival theories together, luck."""


@dataclass(frozen=True)
class Causes:
    """The uncertain parameters and mechanisms of a study; what the caller states by hand is not among them."""

    axes: tuple[Axis, ...]
    mechanisms: tuple[str, ...]

    @cached_property
    def names(self) -> list[str]:
        """Every cause: register keys, theory/MECHANISM, luck, null."""
        return [*(axis.key for axis in self.axes), *(f"theory/{name}" for name in self.mechanisms), LUCK, NULL]

    @cached_property
    def groups(self) -> dict[str, str]:
        """Cause -> the group it belongs to; the null cause belongs to none ('')."""
        grades = {entry.key: entry.declaration.grade.value for entry in register()}
        return {name: grades.get(name, {LUCK: LUCK, NULL: ""}.get(name, THEORIES)) for name in self.names}

    @cached_property
    def kinds(self) -> list[int]:
        """How many kinds a cause has; 0 where it is a number."""
        return [len(rivals_of(name.partition("/")[2])) if name.startswith("theory/") else 2 if name == LUCK else 0
                for name in self.names]

    def asked(self, composed: Composition, scenario: str, design: str, number: int, seed: int, place: np.ndarray,
              command: str) -> Asked:
        """Return the run of a scenario at a place (causes,), filed under its row `number` in the design."""
        keys, k = len(self.axes), len(self.axes) + len(self.mechanisms)
        point = {axis.key: axis.values(place[j:j + 1])[0] for j, axis in enumerate(self.axes)}
        specification = composed.at(composed.index, seed + int(place[k] >= 0.5), point)
        theory = dataclasses.replace(specification.theory)
        for name, share in zip(self.mechanisms, place[keys:k], strict=True):
            words = rivals_of(name)
            setattr(theory, name, words[min(int(share * len(words)), len(words) - 1)])
        return Asked(RunSpec(dataclasses.replace(specification, theory=theory)), scenario, design, number, command)


def causes_of(inquiry: Inquiry, most: int = 0) -> Causes:
    """Return the causes of a study: all that have room to move and are not stated by hand; `most` parameters, evenly.

    A study with everything stated has luck and the null cause left.
    """
    composed = next(iter(inquiry.sides("default").values()))
    said = {word.partition("=")[0] for word in composed.words}
    axes = [declared()[entry.key] for entry in register() if entry.key in declared() and entry.key not in said]
    chosen = [axes[int(k)] for k in np.linspace(0, len(axes) - 1, most)] if 0 < most < len(axes) else axes
    return Causes(tuple(chosen), tuple(name for name in MECHANISMS if f"theory/{name}" not in said))


def command_of(inquiry: Inquiry, words: Sequence[str] = ()) -> str:
    """Return the command that makes a study's runs, these among them: a point of hundreds of values has no shorter."""
    return shlex.join(["probgov", "study", inquiry.study.name, f"run={inquiry.run}", *inquiry.shared, *words])

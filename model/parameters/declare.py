"""How a parameter is declared: default, unit, range, source, grade and note in one place.

A block is a plain dataclass, so that configuration can override it. Sealing checks
every range and makes a record, which kernels read by name (ADR 0006). A parameter that
*is* a channel of a dial or a regime option names the channel; switching the channel
off sets the parameter to its `off` value, so no kernel holds a switch.
"""

import dataclasses
from dataclasses import dataclass, field

import numpy as np

from model.parameters.grades import Grade
from model.specification.errors import SpecificationError


@dataclass(frozen=True)
class Channel:
    """One separable route from a dial or regime option to the service."""

    name: str
    of: str
    side: str  # "benefit" or "cost"
    off: float = 0.0

    def __post_init__(self) -> None:
        if self.side not in ("benefit", "cost"):
            raise ValueError(f"channel {self.name}: side must be benefit or cost, not {self.side}")


@dataclass(frozen=True)
class Declaration:
    """What is declared of one parameter; `source` is an evidence or assumption id."""

    default: float
    unit: str
    low: float
    high: float
    source: str
    grade: Grade
    note: str
    channel: Channel | None = None


def parameter(
    default: float,
    *,
    unit: str,
    low: float,
    high: float,
    source: str,
    grade: str,
    note: str,
    channel: tuple | None = None,
) -> float:
    """Declare a dataclass field that is a parameter; raise ValueError where the default is out of range."""
    if not low <= default <= high:
        raise ValueError(f"default {default} is outside {low} to {high}")
    declared = Declaration(default, unit, low, high, source, Grade(grade), note, Channel(*channel) if channel else None)
    return field(default=default, metadata={"declaration": declared})


@dataclass
class ParameterBlock:
    """Base of every block: one block a submodel."""

    @classmethod
    def declarations(cls) -> dict[str, Declaration]:
        """Return name -> declaration in the order written."""
        return {f.name: f.metadata["declaration"] for f in dataclasses.fields(cls)}


def record_type(names) -> np.dtype:
    """Return the type of a record of floats with these names, in this order."""
    return np.dtype((np.record, [(name, np.float64) for name in names]))


def one_record(kind: np.dtype, values: tuple) -> np.record:
    """Return one record: kernels read it by name, and numba compiles it as one argument."""
    return np.array([values], dtype=kind)[0]


def sealed_values(block: ParameterBlock, prefix: str, switched_off: frozenset[str] = frozenset()) -> tuple[float, ...]:
    """Return a block's values as floats in the order declared, switched-off channels at their `off` value.

    Raises SpecificationError naming `prefix.key` where a value is not a number in its range.
    """
    values = []
    for name, declared in block.declarations().items():
        value = getattr(block, name)
        check_number(f"{prefix}.{name}", value, declared.low, declared.high)
        channel = declared.channel
        off = channel is not None and channel.name in switched_off
        values.append(float(channel.off) if channel is not None and off else float(value))
    return tuple(values)


def check_number(key: str, value, low: float, high: float) -> None:
    """Raise SpecificationError unless low <= value <= high; NaN fails too."""
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or not (low <= value <= high):
        raise SpecificationError(key, value, f"a number from {low:g} to {high:g}", "probgov list parameters")

"""A run's identity: the hash of everything its numbers depend on, and of nothing else."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from model.kernel_cache import model_hash
from model.specification.specification import Specification

LEVELS = ("nation", "region", "pdu")


def levels_down_to(record: str) -> tuple[str, ...]:
    """Return the levels whose monthly tables are kept when `record` is the lowest."""
    return LEVELS[:LEVELS.index(record) + 1]


def canonical(value) -> object:
    """Return nested plain values with every number a float, so that 1 and 1.0 (and -0.0 and 0.0) are one."""
    if isinstance(value, Mapping):
        return {key: canonical(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [canonical(inner) for inner in value]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value) + 0.0
    return value


def canonical_json(value) -> str:
    """Return the one JSON text of nested plain values; raise ValueError for NaN or infinity."""
    return json.dumps(canonical(value), sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(value) -> str:
    """Return the sha256 of the canonical JSON, in hex."""
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()


@dataclass(frozen=True, eq=False)
class RunSpec:
    """One run, resolved: its specification, the lowest level recorded, and the model's hash.

    Names of archetypes are labels and stand beside the identity, never in it.
    """

    specification: Specification
    record: str = "nation"
    model: str = field(default_factory=model_hash)

    @cached_property
    def content(self) -> str:
        """The canonical JSON of the specification."""
        return canonical_json(self.specification.content())

    @cached_property
    def id(self) -> str:
        """The run's identity: 64 hex digits."""
        word = f"{self.model}\n{self.record}\n{self.content}"
        return hashlib.sha256(word.encode()).hexdigest()


@dataclass(frozen=True, eq=False)
class Asked:
    """One row of a design: a run, and by what names it was asked for."""

    spec: RunSpec
    scenario: str
    measure: str
    index: int
    command: str

    def labels(self) -> dict[str, object]:
        """Return the columns of the store's `asked` table."""
        names = self.spec.specification.names
        parts = {part: names.get(part, "") for part in ("service", "governance", "regime", "national", "shock")}
        return {"run_id": self.spec.id, "scenario": self.scenario, **parts, "world": self.measure,
                "world_index": self.index, "seed": self.spec.specification.run.seed, "command": self.command}

"""A run's identity: the hash of everything its numbers depend on, and of nothing else."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass
from functools import cached_property
from typing import Any

from experiments.overrides import one_of
from model.kernel_cache import model_hash
from model.specification.specification import Specification

LEVELS, EVENTS = ("nation", "region", "pdu"), "events"


def read_record(text: str) -> str:
    """Return the one way to write what is recorded: the lowest level, and `,events` where inspections are too.

    Raises UserError for a word that is neither a level nor `events`.
    """
    words = [word.strip() for word in text.strip("[]").split(",")]
    for word in words:
        one_of("record", word, (*LEVELS, EVENTS), "probgov run --help")
    lowest = max((LEVELS.index(word) for word in words if word in LEVELS), default=0)
    return LEVELS[lowest] + (f",{EVENTS}" if EVENTS in words else "")


def levels_of(record: str) -> tuple[str, ...]:
    """Return the levels whose monthly tables a record keeps."""
    return LEVELS[:LEVELS.index(record.partition(",")[0]) + 1]


def tables_of(record: str) -> tuple[str, ...]:
    """Return the tables that a record fills beside the scalar outcomes."""
    return levels_of(record) + ((EVENTS,) if record.endswith(EVENTS) else ())


def canonical(value) -> object:
    """Return nested values as plain ones with every number a float, so that 1 and 1.0 (and -0.0 and 0.0) are one."""
    if isinstance(value, float):
        return value + 0.0
    if isinstance(value, Mapping):
        return {key: canonical(inner) for key, inner in value.items()}
    if is_dataclass(value):
        return {key: canonical(inner) for key, inner in vars(value).items()}
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
    """One run, resolved: its specification, what is recorded (see `read_record`), and the model's hash.

    Names of archetypes are labels and stand beside the identity, never in it.
    """

    specification: Specification
    record: str = "nation"
    model: str = field(default_factory=model_hash)

    @cached_property
    def content(self) -> str:
        """The canonical JSON of `specification.content()`, made without that method's slow deep copy."""
        parts: dict[str, Any] = {name: canonical(part) for name, part in vars(self.specification).items()}
        del parts["names"]
        parts["service"].pop("name")
        parts["switched_off"] = sorted(self.specification.switched_off)
        return json.dumps(parts, sort_keys=True, separators=(",", ":"), allow_nan=False)

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

"""What a docking case is: parameters, targets, and a run of the model's own code."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Value = float | int | str
Settings = dict[str, Value]
RELATIONS = ("equal", "at least", "at most")
_ONE_SIDED = {"at least": 1.0, "at most": -1.0}


@dataclass(frozen=True)
class Parameter:
    """What can be set: a number from low to high (whole where the default is), or one of some words."""

    name: str
    default: Value
    low: float = -math.inf
    high: float = math.inf
    meaning: str = ""
    choices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        fits = self.default in self.choices if isinstance(self.default, str) else self.low <= self.default <= self.high
        if not fits:
            raise ValueError(f"docking parameter {self.name}: default {self.default} is not allowed")

    @property
    def allowed(self) -> str:
        """What may be given, in words."""
        if self.choices:
            return " or ".join(self.choices)
        kind = "a whole number" if isinstance(self.default, int) else "a number"
        return f"{kind} from {self.low:g} to {self.high:g}"


@dataclass(frozen=True)
class Measured:
    """A value with its Monte Carlo standard error (0 where exact) and from how many replicates it is."""

    value: float
    error: float = 0.0
    n: int = 1


@dataclass(frozen=True)
class Target:
    """A published or exact value, and where it holds. `relation` may make it one-sided."""

    case: str
    value: float
    tolerance: float
    settings: Mapping[str, Value] = field(default_factory=dict)
    fast_tolerance: float | None = None
    measure: str = ""
    relation: str = "equal"
    over: tuple[Mapping[str, Value], ...] = ()
    combine: Callable[[Sequence[float]], float] | None = None
    claimed: bool = True
    source: str = ""

    def __post_init__(self) -> None:
        if self.relation not in RELATIONS or bool(self.over) != (self.combine is not None):
            raise ValueError(f"docking target {self.case}: relation, or over without combine")

    @property
    def places(self) -> list[dict]:
        """Every setting in which the case is run for this target."""
        return [{**self.settings, **more} for more in self.over or ({},)]

    def miss(self, ours: float) -> float:
        """Return ours less the target; 0 where a one-sided target is met."""
        off = ours - self.value
        side = _ONE_SIDED.get(self.relation)
        return 0.0 if side is not None and off * side >= 0.0 else off


@dataclass(frozen=True)
class Case:
    """A mechanism docked: `run` calls the model's kernels in given settings."""

    name: str
    mechanism: str
    source: str
    about: str
    parameters: tuple[Parameter, ...]
    targets: tuple[Target, ...]
    run: Callable[[Settings, int, int], Measured | Mapping[str, Measured]]
    replicates: int = 1
    fast_replicates: int = 1

    def __post_init__(self) -> None:
        names = {p.name for p in self.parameters}
        for target in self.targets:
            for place in target.places:
                if not set(place) <= names:
                    raise ValueError(f"docking case {self.name}, {target.case}: {set(place) - names} is no parameter")

    def settings(self, given: Mapping[str, Value]) -> Settings:
        """Return every parameter's value, those given over the defaults."""
        return {p.name: p.default for p in self.parameters} | dict(given)

    def measure(self, given: Mapping[str, Value], replicates: int, seed: int) -> dict[str, Measured]:
        """Return what a run shows, by name ('' where it shows one thing)."""
        found = self.run(self.settings(given), replicates, seed)
        return {"": found} if isinstance(found, Measured) else dict(found)


def summary(values: Sequence[float]) -> Measured:
    """Return the mean of replicates with its standard error."""
    n = len(values)
    mean = math.fsum(values) / n
    spread = math.fsum((value - mean) ** 2 for value in values) / max(n - 1, 1)
    return Measured(mean, math.sqrt(spread / n), n)

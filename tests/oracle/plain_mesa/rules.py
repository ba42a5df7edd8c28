"""What the oracle shares with the model: scalar rules as plain Python functions, draws, and parameters as floats."""

import dis
from collections.abc import Iterable
from functools import cache
from types import FunctionType, SimpleNamespace

import numpy as np
from numba.core.dispatcher import Dispatcher

from model import numerics, randomness
from model.inspection import judgement


@cache
def pure(rule: Dispatcher) -> FunctionType:
    """Return a rule as the Python it was written in, with every rule that it calls likewise."""
    written = rule.py_func
    read = {step.argval for step in dis.get_instructions(written) if step.opname == "LOAD_GLOBAL"}
    named = {name: pure(value) if isinstance(value, Dispatcher) else value
             for name, value in written.__globals__.items() if name in read}
    return FunctionType(written.__code__, named, written.__name__)


fixed, from_fixed, unit = pure(numerics.fixed), pure(numerics.from_fixed), pure(numerics.unit)
inspector_severity, settled_severity = pure(judgement.inspector_severity), pure(judgement.settled_severity)
clamp, logistic, logit = pure(numerics.clamp), pure(numerics.logistic), pure(numerics.logit)


def exact_mean(values: list[float]) -> float:
    """Return the mean of some numbers, summed exactly; 0 where there are none."""
    return from_fixed(sum(fixed(value) for value in values)) / len(values) if values else 0.0


def added(values: Iterable[float]) -> float:
    """Return floats added one after another: `sum` corrects for rounding from Python 3.12, kernels do not."""
    total = 0.0
    for value in values:
        total += value
    return total


def floats(record) -> SimpleNamespace:
    """Return a sealed record, or a record of records, as Python floats under their names."""
    return SimpleNamespace(**{name: floats(record[name]) if record[name].dtype.names else float(record[name])
                              for name in record.dtype.names})


class Luck:
    """One decision's draws in one month; `who` and `which` are whole numbers, perhaps negative."""

    def __init__(self, seed: int, stream: int, month: int) -> None:
        self.key = np.uint64(randomness.stream_key(np.int64(seed), np.int64(stream), np.int64(month)))

    def bits(self, who: int, which: int) -> int:
        """Return 64 random bits."""
        return int(randomness.bits(self.key, whole(who), whole(which)))

    def uniform(self, who: int, which: int) -> float:
        """Return a draw from (0, 1)."""
        return float(randomness.uniform(self.key, whole(who), whole(which)))

    def bell(self, who: int, which: int) -> float:
        """Return a bounded bell-shaped draw."""
        return float(randomness.bell(self.key, whole(who), whole(which)))

    def normal(self, who: int, which: int) -> float:
        """Return a standard normal draw."""
        return float(randomness.normal(self.key, whole(who), whole(which)))


def whole(number: int) -> np.uint64:
    """Return a whole number as the 64 bits that draws are keyed by."""
    return np.uint64(number % 2**64)


def high_half(word: int) -> float:
    """Return the uniform draw in the upper half of a word."""
    return float(randomness.high_half(np.uint64(word)))


def low_half(word: int) -> float:
    """Return the uniform draw in the lower half of a word."""
    return float(randomness.low_half(np.uint64(word)))


def person(post: int, sequence: int) -> int:
    """Return the identity of the holder of a post after `sequence` others."""
    return int(randomness.person_key(np.int64(post), np.int64(sequence)))


def visit_severity(model, who: int, t: int) -> float:
    """Return how severe a visit is: the lead's severity, moved towards the mean of the panel."""
    p, teams = model.world.inspection, model.inspectorate.severity
    luck = Luck(model.seed, randomness.STREAM_INSPECTORS, t)
    panel = []
    for k in range(int(model.regime.panel_size)):
        habit = teams[int(luck.uniform(who, 2 * k) * len(teams))]
        panel.append(inspector_severity(habit, luck.normal(who, 2 * k + 1), p))
    return settled_severity(panel[0], added(panel) / len(panel), p)

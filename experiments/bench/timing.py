"""Times taken in turn, so that a busy machine is as busy for one side of a ratio as for the other."""

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

RESAMPLES = 2000
LEVEL = 0.95


class Taken(NamedTuple):
    """Seconds that one call took: by the clock, and of this process's CPU over all its threads."""

    wall: float
    cpu: float


class Measure(NamedTuple):
    """One number of the benchmark; `low` and `high` are a 95% interval over rounds, None where there is none."""

    name: str
    value: float
    unit: str
    low: float | None = None
    high: float | None = None
    goal: str = ""


def timed(action: Callable[[], object]) -> Taken:
    """Call and return what it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    action()
    return Taken(time.perf_counter() - wall, time.process_time() - cpu)


def in_turn(actions: Sequence[Callable[[], object]], rounds: int,
            begin: Callable[[int], object] = lambda number: None) -> list[list[Taken]]:
    """Call every action once a round, every second round backwards; return the times of each, round by round.

    `begin` is called with the round's number before it, untimed.
    """
    taken: list[list[Taken]] = [[] for _ in actions]
    for number in range(rounds):
        begin(number)
        for place in range(len(actions))[::-1 if number % 2 else 1]:
            taken[place].append(timed(actions[place]))
    return taken


def median_of(name: str, values: Sequence[float], unit: str, goal: str = "") -> Measure:
    """Return the median over rounds with the interval of a percentile bootstrap; none of fewer than three rounds."""
    known = np.asarray(values, dtype=float)
    if len(known) < 3:
        return Measure(name, float(np.median(known)), unit, goal=goal)
    drawn = np.random.default_rng(0).integers(0, len(known), (RESAMPLES, len(known)))
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(np.median(known[drawn], axis=1), [tail, 1 - tail])
    return Measure(name, float(np.median(known)), unit, float(low), float(high), goal)

"""What one run costs, after compilation."""

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from experiments.bench.timing import Measure, in_turn, median_of
from experiments.composition import compose
from experiments.execute import make_ready
from experiments.progress import Progress
from model.simulation import empty_tables, prepare, simulate, whole_run
from model.specification.specification import Specification

ROUNDS = 15
GOALS = {"national": ("s", 1.0, "at most 0.12"), "toy": ("ms", 1e3, "under 5")}
"""Service -> unit, how many of it a second holds, and the goal."""


def readiness() -> list[Measure]:
    """Return the seconds to compile the model, or to load it where it was compiled before."""
    loaded = any(Path(os.environ["NUMBA_CACHE_DIR"]).rglob("*.nbi"))
    seconds = make_ready(Progress(silent=True))
    return [Measure("model loaded, compiled before" if loaded else "model compiled", seconds, "s")]


def kernel_seconds(specification: Specification) -> float:
    """Return the CPU seconds of a run's months alone: nothing of its making, its outcomes or its storing."""
    state, inputs = prepare(specification)
    tables = empty_tables(state, specification.run.months, ())
    started = time.thread_time()
    whole_run(state, inputs, *tables)
    return time.thread_time() - started


def run_seconds(specification: Specification) -> float:
    """Return the CPU seconds of a run by itself: its world made, its months, its outcomes."""
    started = time.thread_time()
    simulate(specification)
    return time.thread_time() - started


def single_runs(rounds: int = ROUNDS) -> list[Measure]:
    """Return the CPU of a national run and of a toy run: its months alone, and all of it."""
    sealed = {service: compose([f"service={service}"]) for service in GOALS}
    found: list[Measure] = []
    kernels: dict[str, list[float]] = {service: [] for service in GOALS}

    def months(service: str) -> None:
        kernels[service].append(kernel_seconds(sealed[service]))

    actions: list[Callable[[], object]] = [partial(months, service) for service in GOALS]
    actions += [partial(simulate, sealed[service]) for service in GOALS]
    in_turn(actions, 1)
    whole = dict(zip(GOALS, in_turn(actions, rounds)[len(GOALS):], strict=True))
    for service, (unit, scale, goal) in GOALS.items():
        alone = [seconds * scale for seconds in kernels[service][1:]]
        found += [median_of(f"{service} run, CPU of its months", alone, unit, goal),
                  median_of(f"{service} run, CPU of all of it", [t.cpu * scale for t in whole[service]], unit)]
    return found

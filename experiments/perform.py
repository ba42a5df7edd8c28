"""One run carried out, wherever it is carried out: in this process, a thread or a worker process."""

import time
from collections.abc import Sequence

from experiments.runspec import EVENTS, RunSpec, levels_of, tables_of
from experiments.store.tables import Finished
from model.specification.errors import SpecificationError


def perform(spec: RunSpec) -> Finished:
    """Run one specification.

    Bad state inside the run, a specification that is not allowed, or a sum that cannot be
    done makes a failed row; any other error is a fault of the program and is raised.
    """
    from model.simulation import RunError, simulate

    levels, started = levels_of(spec.record), time.perf_counter()
    try:
        result = simulate(spec.specification, record=levels)
    except (RunError, SpecificationError, ArithmeticError) as error:
        return Finished(spec, None, {}, str(error) or type(error).__name__, seconds=time.perf_counter() - started)
    events = result.events if EVENTS in tables_of(spec.record) else None
    return Finished(spec, result.outcomes, {level: getattr(result, level) for level in levels}, "", events,
                    time.perf_counter() - started)


def perform_all(specs: Sequence[RunSpec]) -> list[Finished]:
    """Run several specifications one after another."""
    return [perform(spec) for spec in specs]

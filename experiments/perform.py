"""Runs carried out, wherever it is: in this process, a thread or a worker process.

Scenarios of one world and replicate are the same up to the switch: where such runs come one
after another their common history is run once and gone on from, bit for bit as if each had
been run from the beginning.
"""

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from experiments.runspec import EVENTS, RunSpec, levels_of, tables_of
from experiments.store.tables import Finished
from model.specification.errors import SpecificationError

if TYPE_CHECKING:
    from model.simulation import Midway

MOST_TOGETHER = 8
"""Runs of one history in a piece of work at most: an eighth of it each, and no worker is long alone at work."""


def perform(spec: RunSpec, history: "Midway | None" = None) -> Finished:
    """Run one specification, from the beginning or on from a history that it shares.

    Bad state inside the run, a specification that is not allowed, or a sum that cannot be
    done makes a failed row; any other error is a fault of the program and is raised.
    """
    from model.simulation import RunError, run_on, simulate

    levels, started = levels_of(spec.record), time.perf_counter()
    try:
        result = run_on(history, spec.specification) if history else simulate(spec.specification, record=levels)
    except (RunError, SpecificationError, ArithmeticError) as error:
        return Finished(spec, None, {}, str(error) or type(error).__name__, seconds=time.perf_counter() - started)
    events = result.events if EVENTS in tables_of(spec.record) else None
    return Finished(spec, result.outcomes, {level: getattr(result, level) for level in levels}, "", events,
                    time.perf_counter() - started)


def perform_all(specs: Sequence[RunSpec]) -> list[Finished]:
    """Run several specifications one after another, a history that some share but once."""
    finished: list[Finished] = []
    for alike in together(specs):
        started = time.perf_counter()
        history = common_history(alike) if len(alike) > 1 else None
        spent = time.perf_counter() - started
        runs = [perform(spec, history) if history else perform(spec) for spec in alike]
        finished += [run._replace(seconds=run.seconds + spent / len(runs)) for run in runs]
    return finished


def together(specs: Sequence[RunSpec]) -> Iterator[list[RunSpec]]:
    """Yield neighbours that share their history, at most MOST_TOGETHER at a time."""
    from model.simulation import share_history

    alike: list[RunSpec] = []
    for spec in specs:
        if alike and not (len(alike) < MOST_TOGETHER and spec.record == alike[0].record
                          and share_history(spec.specification, alike[0].specification)):
            yield alike
            alike = []
        alike.append(spec)
    if alike:
        yield alike


def pieces(specs: Sequence[RunSpec], least: int) -> Iterator[list[RunSpec]]:
    """Yield pieces of work of at least so many runs (the last aside), runs of one history undivided."""
    piece: list[RunSpec] = []
    for alike in together(specs):
        piece += alike
        if len(piece) >= least:
            yield piece
            piece = []
    if piece:
        yield piece


def common_history(alike: Sequence[RunSpec]) -> "Midway | None":
    """Return the first months of runs that share them, or None where they cannot be run: then each will say why."""
    from model.simulation import RunError, run_to

    first = alike[0].specification
    try:
        return run_to(first, first.run.switch, levels_of(alike[0].record))
    except (RunError, SpecificationError, ArithmeticError):
        return None

"""`python -m experiments.patterns.by_hand [seeds=4]`: how two values of the default world were set (ADR 0015).

Prints, for every pair of training places (A-024; posts of others, A-011, are what is left of all) and casework of a
trainee, how far the default world is from what was published of staff, leaving, workload, cases and trainees by the end
of 2023, nearest first. Nothing later is read: the runs end in December 2023.
"""

import itertools
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from experiments.calibration.targets import Target, misses, read_all, targets
from experiments.composition import compose_run
from experiments.errors import UserError, unknown
from experiments.histories import NATION, History
from experiments.overrides import parse, whole_number
from experiments.patterns.published import figure
from experiments.patterns.seen import Seen
from model.entities.state import TRAINEE
from model.initialisation import population, service
from model.initialisation.assumptions import assumptions, number
from model.observation.calendar import month_of
from model.simulation import empty_tables, prepare, run_months
from model.specification.specification import Specification

KNOWN, MONTHS = date(2023, 12, 31), 31
PLACES, CASEWORK = tuple(range(0, 1401, 100)), tuple(k / 20 for k in range(2, 15))
"""Training places and casework of a trainee tried: their declared ranges."""
GROUPS = ("4", "5", "6")
YEAR = range(month_of(2022, 4), month_of(2023, 3) + 1)
STARTS_TOLERANCE = 0.10
"""Trainees started: the count is exact, but when in a year a cohort comes is no mechanism of the model."""
LARGEST_SEEDS, SHOWN = 100, 12
USAGE = "python -m experiments.patterns.by_hand [seeds=4]"


@dataclass(frozen=True)
class Tried:
    """One pair of values: its distance, and the miss of each figure (m,) in units of error and tolerance together."""

    places: int
    casework: float
    distance: float
    misses: np.ndarray


def held_to() -> tuple[Target, ...]:
    """Return the figures of staff, leaving, workload, cases and trainees that were known by the end of 2023."""
    observed = figure("workforce", measure="trainee probation officers started (year)", as_of="2023-03-31")
    starts = Target("4.trainees.2023-03", "trainees", "Trainees started, year to 2023-03", observed,
                    STARTS_TOLERANCE * observed, True, lambda seen: float(seen.history.nation["trainees_started"]))
    return (*(target for target in targets(KNOWN) if target.group in GROUPS), starts)


def try_all(seeds: int) -> list[Tried]:
    """Return every pair tried, nearest first."""
    figures, composed = held_to(), {}
    for casework in CASEWORK:
        composed[casework] = compose_run([f"months={MONTHS}", f"world.service.weight_trainee={casework}"])
    found = []
    for places, casework in itertools.product(PLACES, CASEWORK):
        with assumed(training_places=places, posts_other=_left(places)):
            seen = [look(composed[casework].at(composed[casework].index, seed)) for seed in range(1, seeds + 1)]
        mean = np.mean([read_all(figures, one) for one in seen], axis=0)
        missed = misses(figures, mean[None, :])[0]
        found.append(Tried(places, casework, distance(figures, missed), missed))
    return sorted(found, key=lambda tried: tried.distance)


def distance(figures: tuple[Target, ...], missed: np.ndarray) -> float:
    """Return the root mean square miss (m,), first within a group of figures and then over groups."""
    groups: dict[str, list[float]] = {}
    for target, miss in zip(figures, missed, strict=True):
        groups.setdefault(target.group, []).append(float(miss) ** 2)
    return math.sqrt(sum(sum(group) / len(group) for group in groups.values()) / len(groups))


def _left(places: int) -> float:
    """Return the posts of others (A-011) that keep the number of all posts, at so many training places."""
    return number("posts_other") + number("training_places") - places


@contextmanager
def assumed(**values: float) -> Iterator[None]:
    """Give assumptions other values for a while; services are built anew with them."""
    held = {name: assumptions()[name] for name in values}
    try:
        assumptions().update({name: replace(held[name], value=value) for name, value in values.items()})
        _forget()
        yield
    finally:
        assumptions().update(held)
        _forget()


def _forget() -> None:
    service._build.cache_clear()
    population.posts_of.cache_clear()


def look(specification: Specification) -> Seen:
    """Run a specification month by month and return what was seen, the trainees started in `YEAR` with it."""
    state, inputs = prepare(specification)
    tables, people, started = empty_tables(state, specification.run.months, ()), state.practitioners, 0
    for t in range(specification.run.months):
        before = people.sequence + people.in_post
        run_months(state, inputs, *tables, t, t + 1)
        came = (people.sequence + people.in_post > before) & (people.grade == TRAINEE) & (people.tenure <= 1)
        started += int(came.sum()) if t in YEAR else 0
    nation = dict(zip(NATION, tables.nation.T)) | {"trainees_started": np.array(started)}
    return Seen(History("as it was", 0, specification.run.seed, nation, {}, pd.DataFrame()), np.empty(0))


def main(words: list[str]) -> int:
    """Print the nearest pairs with their misses; return the exit code."""
    try:
        pairs = parse(words)
        seeds = whole_number("seeds", pairs.pop("seeds", "4"), 1, LARGEST_SEEDS, USAGE)
        for key in pairs:
            raise unknown("key", key, ("seeds",), USAGE)
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    figures, tried = held_to(), try_all(seeds)
    print("misses in units of error and tolerance together: " + "; ".join(target.label for target in figures))
    for one in tried[:SHOWN]:
        print(f"{one.places:5d} places, casework {one.casework:.2f}: distance {one.distance:.2f}; "
              + " ".join(f"{miss:+.1f}" for miss in one.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

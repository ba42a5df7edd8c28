"""A whole run: from a specification to tables, scalar outcomes and the register of inspections.

A run may also be stopped between two months and gone on from, as often as wanted, with what then is otherwise:

    midway = run_to(specification, month=60)
    plain, changed = run_on(midway, specification), run_on(midway, other)
"""

import dataclasses
from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from numba import njit

from model.entities.state import EVENT_COLUMNS, State
from model.initialisation.population import initial_state
from model.initialisation.values import profile_weights
from model.month import month
from model.observation.columns import COLUMNS
from model.observation.outcomes import outcomes
from model.specification.settings import Inputs, seal_inputs
from model.specification.specification import Specification
from model.submodels.record import record_nation
from model.submodels.record_units import record_pdus, record_regions
from model.verify import FIELDS, first_bad_field

LEVELS = tuple(COLUMNS)
AFTER_SWITCH = ("governance", "regime", "national")
"""Parts of a specification that no month before the switch reads."""
LABELS = ("names",)
"""Parts of a specification that no month reads."""
_NOTHING = np.zeros((0, 0, 0), np.float32)


class RunError(RuntimeError):
    """A run left the possible: says in which month, phase and field."""

    def __init__(self, month_: int, phase: str, field: str) -> None:
        self.month, self.phase, self.field = month_, phase, field
        super().__init__(f"month {month_}, phase {phase}: {field} is not a number or is out of its range")


class RunResult(NamedTuple):
    """What a run leaves behind; tables have one row a month (nation) or one a month and unit."""

    outcomes: dict[str, float]
    nation: np.ndarray
    region: np.ndarray | None
    pdu: np.ndarray | None
    events: dict[str, np.ndarray]


class Midway(NamedTuple):
    """A run as it stands at the start of a month: it is copied, never moved, by those who go on from it."""

    month: int
    state: State
    tables: "Tables"
    record: tuple[str, ...]


class Tables(NamedTuple):
    """Room for what is recorded; levels that are not have no rows."""

    nation: np.ndarray  # (months, columns) float64
    region: np.ndarray  # (months, R, columns) float32
    pdu: np.ndarray  # (months, P, columns) float32


@njit(cache=True, nogil=True)
def recorded_month(state, inputs, nation, region, pdu, t):
    """Move the world by month t and write it down; return the place of the first bad field, 0 where all is well."""
    month(state, inputs, t)
    record_nation(nation[t], state.pdus, state.centre, inputs.profiles, inputs.world.survey, t)
    if len(region) > 0:
        record_regions(region[t], state.pdus, state.regions)
    if len(pdu) > 0:
        record_pdus(pdu[t], state.pdus)
    return first_bad_field(state)


@njit(cache=True, nogil=True)
def run_months(state, inputs, nation, region, pdu, first, end):
    """Run months from `first` up to `end` and record them; return the month (from 1) and field in which state went bad.

    Both are 0 where all is well.
    """
    for t in range(first, end):
        bad = recorded_month(state, inputs, nation, region, pdu, t)
        if bad > 0:
            return t + 1, bad
    return 0, 0


def whole_run(state, inputs, nation, region, pdu) -> tuple[int, int]:
    """Run every month there is room for: see `run_months`."""
    return run_months(state, inputs, nation, region, pdu, 0, len(nation))


def prepare(specification: Specification) -> tuple:
    """Return the state at month 0 and the inputs of a checked specification.

    Raises SpecificationError where the specification is not allowed.
    """
    draft = seal_inputs(specification, profile_weights(), 0)
    state = initial_state(specification.service, draft.world, specification.run.seed, specification.run.months)
    return state, draft._replace(n_posts=len(state.practitioners.uid))


def empty_tables(state, months: int, record: Collection[str]) -> Tables:
    """Return room for the nation's table and for those of the other levels named in `record`."""
    units = {"region": len(state.regions.slack), "pdu": len(state.pdus.uid)}
    rows = {level: np.zeros((months, n, len(COLUMNS[level])), np.float32) if level in record else _NOTHING
            for level, n in units.items()}
    return Tables(np.zeros((months, len(COLUMNS["nation"]))), **rows)


def simulate(specification: Specification, record: tuple[str, ...] = ("nation",)) -> RunResult:
    """Run a specification from June 2021; `record` names levels beyond the nation's table.

    Raises SpecificationError where the specification is not allowed, RunError where state goes bad.
    """
    state, inputs = prepare(specification)
    tables = empty_tables(state, specification.run.months, record)
    _advance(state, inputs, tables, 0, specification.run.months)
    return _result(specification, state, tables, record)


def run_to(specification: Specification, month: int, record: tuple[str, ...] = ("nation",)) -> Midway:
    """Run a specification up to the start of a month, or to its end where that is earlier; raises as `simulate`."""
    state, inputs = prepare(specification)
    tables, end = empty_tables(state, specification.run.months, record), min(month, specification.run.months)
    _advance(state, inputs, tables, 0, end)
    return Midway(end, state, tables, record)


def run_on(midway: Midway, specification: Specification) -> RunResult:
    """Go on from a copy of a stopped run as a specification says, which need not be the one it began with.

    Where all that earlier months read is the same (see `share_history`) the result is that of `simulate`, bit for bit.
    Raises ValueError where service or number of months differ in size, SpecificationError and RunError as `simulate`.
    """
    state, tables = copied(midway.state), copied(midway.tables)
    inputs = seal_inputs(specification, profile_weights(), len(state.practitioners.uid))
    if len(tables.nation) != specification.run.months:
        raise ValueError(f"a run of {len(tables.nation)} months cannot go on as one of {specification.run.months}")
    _advance(state, inputs, tables, midway.month, specification.run.months)
    return _result(specification, state, tables, midway.record)


def share_history(one: Specification, other: Specification) -> bool:
    """Return whether two runs are the same up to their switch: they differ in nothing that is read before it."""
    return all(getattr(one, field.name) == getattr(other, field.name) for field in dataclasses.fields(Specification)
               if field.name not in (*AFTER_SWITCH, *LABELS))


def copied(values):
    """Return a copy of named tuples of arrays, however deep."""
    return values.copy() if isinstance(values, np.ndarray) else type(values)(*map(copied, values))


def _advance(state: State, inputs: Inputs, tables: Tables, first: int, end: int) -> None:
    failed, field = run_months(state, inputs, *tables, first, end)
    if failed:
        raise RunError(failed - 1, *FIELDS[field - 1])


def _result(specification: Specification, state: State, tables: Tables, record: tuple[str, ...]) -> RunResult:
    return RunResult(outcomes(tables.nation, specification.run.switch), tables.nation,
                     tables.region if "region" in record else None, tables.pdu if "pdu" in record else None,
                     published(state))


def published(state) -> dict[str, np.ndarray]:
    """Return the register of published inspections, one row each, by column."""
    lines = state.inspectorate.events[:state.inspectorate.n_events[0]]
    return {name: lines[:, k].copy() for k, name in enumerate(EVENT_COLUMNS)}


__all__ = ["Inputs", "Midway", "RunError", "RunResult", "Tables", "copied", "empty_tables", "prepare", "published",
           "recorded_month", "run_months", "run_on", "run_to", "share_history", "simulate", "whole_run"]

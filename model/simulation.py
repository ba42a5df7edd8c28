"""A whole run: from a specification to tables, scalar outcomes and the register of inspections."""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from numba import njit

from model.entities.state import EVENT_COLUMNS
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
def whole_run(state, inputs, nation, region, pdu):
    """Run every month and record it; return 0, or the month (from 1) and field in which state went bad."""
    for t in range(len(nation)):
        bad = recorded_month(state, inputs, nation, region, pdu, t)
        if bad > 0:
            return t + 1, bad
    return 0, 0


def prepare(specification: Specification) -> tuple:
    """Return the state at month 0 and the inputs of a checked specification.

    Raises SpecificationError where the specification is not allowed.
    """
    specification.check()
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
    failed, field = whole_run(state, inputs, *tables)
    if failed:
        raise RunError(failed - 1, *FIELDS[field - 1])
    return RunResult(outcomes(tables.nation, specification.run.switch), tables.nation,
                     tables.region if "region" in record else None, tables.pdu if "pdu" in record else None,
                     published(state))


def published(state) -> dict[str, np.ndarray]:
    """Return the register of published inspections, one row each, by column."""
    lines = state.inspectorate.events[:state.inspectorate.n_events[0]]
    return {name: lines[:, k].copy() for k, name in enumerate(EVENT_COLUMNS)}


__all__ = ["Inputs", "RunError", "RunResult", "Tables", "empty_tables", "prepare", "published", "recorded_month",
           "simulate", "whole_run"]

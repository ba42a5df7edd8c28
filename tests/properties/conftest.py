"""Small worlds to hold properties against: the toy service, and worlds drawn from the register's ranges."""

from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
import pytest

from model.parameters.register import register, seal_world
from model.simulation import empty_tables, prepare, whole_run
from model.specification.dials import DIALS, Governance
from model.specification.regime import NationalRegime, Regime
from model.specification.specification import RunSettings, ServiceSpecification, Shock, Specification
from model.specification.theory import Theory, rivals_of

RIVALS = ("effort", "contagion", "rating", "learning")
"""Mechanisms whose rival theories take turns in the worlds drawn; the first three worlds have the defaults."""
NO_INSPECTION = {"inspects": 0.0, "publishes": 0.0, "overall_word": 0.0, "rates_standards": 0.0, "narrative": 0.0,
                 "stakes": 0.0, "follow_up": 0.0, "support": 0.0}


@dataclass(repr=False, eq=False)
class Result:
    """Tables, register and last state of a run, and (month from 1, field) where it failed."""

    nation: np.ndarray
    region: np.ndarray
    pdu: np.ndarray
    events: np.ndarray
    state: Any
    failed: tuple[int, int]


def toy_service() -> ServiceSpecification:
    """Return the service of two regions, six PDUs and 120 posts."""
    return ServiceSpecification(regions=2, pdus_per_region=3, staff_scale=0.106)


@pytest.fixture
def toy():
    """Return a function that makes a specification of the toy service."""
    def make(**parts) -> Specification:
        settings = {"run": RunSettings(months=60, seed=11, switch=24), **parts}
        return Specification(service=toy_service(), **settings)

    return make


@pytest.fixture
def uninspected():
    """Return a function that makes a regime without inspection."""
    return lambda: Regime(**NO_INSPECTION)


@pytest.fixture(scope="session")
def drawn():
    """Return a function from a seed to a specification: dials, regime, world and luck drawn, visits frequent."""
    return draw_specification


def draw_specification(seed: int) -> Specification:
    """Return a specification drawn from a seed."""
    rng = np.random.default_rng(seed)
    u = rng.uniform
    theory = {name: rivals_of(name)[max(0, seed // 3 - k) % len(rivals_of(name))] for k, name in enumerate(RIVALS)}
    s = Specification(
        service=ServiceSpecification(regions=3, pdus_per_region=3, staff_scale=float(u(0.02, 0.1))),
        governance=Governance(**{name: float(u()) for name in DIALS}),
        regime=Regime(context=float(u()), uncertainty=float(seed % 2), overall_word=float(seed % 3 > 0),
                      rates_standards=float(seed % 5 > 0), narrative=float(u()), stakes=float(u()),
                      support=float(u()), follow_up=float(u()), sample_cases=12.0, cycle_months=8.0,
                      notice_months=float(rng.integers(0, 4)), panel_size=float(1 + seed % 3),
                      risk_based=0.3 * (seed % 2), random_visits=0.2 * (seed % 3)),
        history_regime=Regime(cycle_months=10.0, sample_cases=20.0),
        national=NationalRegime(inspects=float(seed % 7 > 0), publishes=1.0, rates_standards=1.0, stakes=0.7,
                                overall_word=float(seed % 2), first_month=1.0, cycle_months=9.0, inspector_days=40.0,
                                wording=float(seed % 2), counterfactual_item=float(seed % 3 > 0),
                                infrastructure=float(seed % 4 > 0)),
        theory=Theory(**theory), shock=Shock(start=6, months=6, share=float(u(-0.3, 0.5))),
        run=RunSettings(months=30, seed=int(rng.integers(2**40)), switch=10))
    for r in register():  # keyed by name, so that a new parameter leaves the others' values alone
        own = np.random.default_rng([seed, crc32(r.key.encode())])
        setattr(getattr(s.world, r.block), r.name, float(own.uniform(r.declaration.low, r.declaration.high)))
    inspection = s.world.inspection
    inspection.days_a_month, inspection.case_days, inspection.fixed_days = 400.0, 0.5, 20.0
    return s


@pytest.fixture(scope="session")
def run_state():
    """Return a function that runs a prepared state: tables of every level, and what failed."""
    def run(state, inputs, months: int) -> Result:
        tables = empty_tables(state, months, ("region", "pdu"))
        failed = whole_run(state, inputs, *tables)
        events = state.inspectorate.events[:state.inspectorate.n_events[0]]
        return Result(*tables, events, state, failed)

    return run


@pytest.fixture(scope="session")
def run(run_state):
    """Return a function that runs a specification and returns its tables and last state."""
    return lambda specification: run_state(*prepare(specification), specification.run.months)


@pytest.fixture(scope="session")
def same():
    """Return a function that says whether two results are the same bit for bit; places that hold no number agree."""
    def identical(a: Result, b: Result) -> bool:
        return all(np.array_equal(getattr(a, name), getattr(b, name), equal_nan=name != "events")
                   for name in ("nation", "region", "pdu", "events"))

    return identical


@pytest.fixture(scope="session")
def only():
    """Return a function from names of channels to the default world, sealed, with those channels on and no other.

    A channel that is off by default is on at the far end of its range.
    """
    channels = {r.declaration.channel.name: r for r in register() if r.declaration.channel}

    def world(*names: str) -> np.record:
        made = Specification().world
        for name in names:
            r = channels[name]
            if r.declaration.default == r.declaration.channel.off:
                setattr(getattr(made, r.block), r.name, r.declaration.high)
        return seal_world(made, set(channels) - set(names))

    return world

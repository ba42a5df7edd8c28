"""The rules written anew, as a package of their own beside the tests; and worlds to try them on."""

import importlib
import sys
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path
from types import SimpleNamespace
from zlib import crc32

import numpy as np
import pytest

from model.parameters.register import register
from model.specification.dials import DIALS, Governance
from model.specification.regime import NationalRegime, Regime
from model.specification.specification import RunSettings, ServiceSpecification, Shock, Specification
from model.specification.theory import Theory, rivals_of

PACKAGE = "month_written_anew"
TOY = ServiceSpecification(regions=2, pdus_per_region=3, staff_scale=0.106)


@pytest.fixture(scope="session")
def anew() -> SimpleNamespace:
    """The second oracle: `month`, `plain_inputs`, `world_of`, `differences`, `record`."""
    spec = ModuleSpec(PACKAGE, None, is_package=True)
    package = module_from_spec(spec)
    package.__path__ = [str(Path(__file__).parent / "rules")]
    sys.modules[PACKAGE] = package
    month, world, record = (importlib.import_module(f"{PACKAGE}.{name}") for name in ("month", "world", "record"))
    return SimpleNamespace(month=month.month, plain_inputs=month.plain_inputs, world_of=world.world_of,
                           differences=world.differences, record=record.nation, rules=package)


def dials(rng) -> Governance:
    """Return dials drawn anywhere in their boxes."""
    return Governance(**{name: float(rng.uniform()) for name in DIALS})


def busy_world(specification: Specification, rng, share: float) -> None:
    """Draw every parameter within a share of its range about its default; visit often, so that rules are used.

    Draws are keyed by name, so that a new parameter leaves the others' values alone.
    """
    for r in register():
        d = r.declaration
        low, high = d.default - share * (d.default - d.low), d.default + share * (d.high - d.default)
        own = np.random.default_rng([specification.run.seed, crc32(r.key.encode())])
        setattr(getattr(specification.world, r.block), r.name, float(own.uniform(low, high)))
    inspection = specification.world.inspection
    inspection.days_a_month, inspection.case_days, inspection.fixed_days = 400.0, 0.5, 20.0
    inspection.publication_lag = float(rng.integers(2, 5))


@pytest.fixture
def as_now() -> Specification:
    """The toy service as it is observed, inspected as it was."""
    return Specification(service=TOY, run=RunSettings(months=48, seed=3, switch=24))


@pytest.fixture
def wide():
    """Return a function from a seed to the specification of a busy world."""
    return wide_specification


def wide_specification(seed: int) -> Specification:
    """Another small service in a world drawn from the register's ranges, with a national inspection and a shock."""
    rng = np.random.default_rng(seed)
    s = Specification(
        service=ServiceSpecification(regions=3, pdus_per_region=3, staff_scale=0.08),
        governance=dials(rng), history_governance=dials(rng),
        regime=Regime(context=float(rng.uniform()), uncertainty=float(seed % 2), overall_word=float(seed % 3 > 0),
                      narrative=float(rng.uniform()), stakes=float(rng.uniform()), support=float(rng.uniform()),
                      follow_up=float(rng.uniform()), sample_cases=12.0, cycle_months=8.0,
                      notice_months=float(rng.integers(0, 4)), panel_size=float(1 + seed % 3),
                      risk_based=0.3 * (seed % 2), random_visits=0.2 * (seed % 3)),
        history_regime=Regime(cycle_months=10.0, sample_cases=20.0),
        national=NationalRegime(inspects=1.0, publishes=1.0, rates_standards=1.0, overall_word=float(seed % 2),
                                stakes=0.7, narrative=0.5, first_month=2.0, cycle_months=9.0, inspector_days=40.0,
                                wording=0.5 * (seed % 3), counterfactual_item=float(seed % 2),
                                infrastructure=float(seed % 3 > 0)),
        theory=Theory(effort=rivals_of("effort")[seed % 2], contagion=rivals_of("contagion")[seed // 2 % 2],
                      rating=rivals_of("rating")[max(0, seed - 1) % 4], learning=rivals_of("learning")[seed % 3]),
        shock=Shock(start=6, months=12, share=0.2, freeze=0.2 * (seed % 4), news=0.1 * (seed % 3)),
        run=RunSettings(months=60, seed=seed, switch=20))
    busy_world(s, rng, 0.9)
    return s

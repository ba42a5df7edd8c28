"""Worlds at the edge of the possible still make sense: no staff, no cases, one PDU."""

import numpy as np
import pytest

from model.observation.columns import NATION, PDU
from model.simulation import prepare, simulate
from model.specification.specification import RunSettings, ServiceSpecification, Specification

AT = {column.name: k for k, column in enumerate(NATION)}
AT_PDU = {column.name: k for k, column in enumerate(PDU)}
MAY_BE_EMPTY = {"inadequate_share", "requires_improvement_share", "good_share", "outstanding_share", "rated_points",
                "national_points"}


def finite(nation) -> bool:
    return np.isfinite(nation[:, [k for name, k in AT.items() if name not in MAY_BE_EMPTY]]).all()


def test_a_service_without_posts_and_cases_stands_still(run):
    result = run(Specification(service=ServiceSpecification(regions=2, pdus_per_region=3, staff_scale=0.0),
                               run=RunSettings(months=60, switch=24)))
    assert result.failed == (0, 0)
    assert finite(result.nation)
    for name in ("staff", "officers", "caseload", "workload", "incidents", "leaving_rate", "experiments", "wellbeing"):
        assert (result.nation[:, AT[name]] == 0).all(), name


def test_posts_that_all_stand_empty_leave_cases_unworked(toy, run_state):
    specification = toy()
    specification.world.workforce.filling = 0.02
    state, inputs = prepare(specification)
    state.practitioners.in_post[:] = 0
    result = run_state(state, inputs, 1)
    assert result.failed == (0, 0)
    assert result.nation[0, AT["staff"]] < 12
    assert finite(result.nation)
    assert result.nation[0, AT["workload"]] > 3
    assert result.nation[0, AT["true_quality"]] >= 0


def test_people_without_cases_have_no_workload_and_harm_nobody(toy, run_state):
    state, inputs = prepare(toy())
    state.pdus.base_caseload[:], state.pdus.caseload[:], state.pdus.demand[:] = 0.0, 0.0, 0.0
    result = run_state(state, inputs, 48)
    assert result.failed == (0, 0)
    assert finite(result.nation)
    for name in ("caseload", "workload", "incidents"):
        assert (result.nation[:, AT[name]] == 0).all()
    assert (result.nation[:, AT["staff"]] > 0).all()


def test_one_pdu_is_the_nation(run):
    result = run(Specification(service=ServiceSpecification(regions=1, pdus_per_region=1),
                               run=RunSettings(months=120, switch=42)))
    assert result.failed == (0, 0)
    assert finite(result.nation)
    for name in ("true_quality", "evidenced_quality", "believed_quality", "esteem", "workload", "practice_fit"):
        assert result.pdu[:, 0, AT_PDU[name]] == pytest.approx(result.nation[:, AT[name]], abs=1e-6), name
    for name in ("diversity", "quality_spread", "diffusions"):
        assert (result.nation[:, AT[name]] == 0).all(), name


def test_the_worst_corner_of_the_ranges_still_runs(drawn):
    """Every parameter at one end of its range, the end that luck picks."""
    for seed in range(20):
        s, rng = drawn(seed), np.random.default_rng(seed)
        for block in vars(s.world).values():
            for name, declared in block.declarations().items():
                setattr(block, name, float(rng.choice([declared.low, declared.high])))
        s.run = RunSettings(months=90, seed=seed, switch=30)
        assert finite(simulate(s).nation)

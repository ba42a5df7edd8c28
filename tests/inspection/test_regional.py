"""Regions judged on eight standards, visits by turn, risk or lot, and inspectors who settle severity together."""

import numpy as np
import pytest

from model.entities.state import NEVER, REGION_STANDARDS
from model.evidence.reader import read
from model.inspection.judgement import visit_severity
from model.inspection.regional import REGION_BASE, region_complete, region_leadership, region_state, theme_band
from model.inspection.selection import risk_score
from model.parameters.register import WorldParameters, seal_world
from model.probation import ProbationModel
from model.simulation import simulate
from model.specification.specification import RunSettings, ServiceSpecification, Specification

TOY = ServiceSpecification(regions=2, pdus_per_region=3, staff_scale=0.05)
DAYS_FOR_ONE = 250.0
OFTEN = {"cycle_months": 6.0, "sample_cases": 12.0}


def often(**regime) -> Specification:
    """Return a toy service that is visited often, by the levers given."""
    s = Specification(service=TOY, run=RunSettings(months=72, seed=2, switch=12))
    for levers in (s.regime, s.history_regime):
        for name, value in (OFTEN | regime).items():
            setattr(levers, name, value)
    s.world.inspection.days_a_month, s.world.inspection.fixed_days, s.world.inspection.case_days = 400.0, 20.0, 0.5
    return s


def lines(result, level: int) -> np.ndarray:
    """Return (fieldwork, unit, overall, points, maximum) of the register's lines of a level."""
    of = result.events["level"] == level
    return np.column_stack([result.events[name][of]
                            for name in ("month_fieldwork", "unit", "overall", "points", "max_points")])


def test_a_regions_standards_are_those_of_the_framework():
    rows = [row for row in read("standards") if row["level"] == "regional 2023-25"]
    assert len(rows) == len(REGION_STANDARDS) == 8
    assert sum(row["id"].startswith("R-D1") for row in rows) == 2


def test_a_region_is_judged_once_all_its_units_have_reported_on_visits_of_this_framework():
    result = simulate(often())
    regions, units = lines(result, 1), lines(result, 0)
    assert len(regions) > 0
    assert (regions[:, 4] == 24).all()
    framework = WorldParameters().inspection.second_framework
    last = dict.fromkeys((0, 1), -1)
    for month, region, *_ in regions:
        published = result.events["month_published"][result.events["level"] == 0]
        for uid in range(3 * region, 3 * region + 3):
            mine = (units[:, 1] == uid) & (units[:, 0] >= framework) & (published > last[region]) & (published <= month)
            assert mine.any(), (month, region, uid)
        last[region] = month


def test_no_region_is_judged_under_the_first_framework_or_where_nobody_is_inspected():
    assert (lines(simulate(often()), 1)[:, 0] >= 28).all()
    ended = often()
    ended.regime.inspects = 0.0
    ended.run.switch = 30
    months = lines(simulate(ended), 1)[:, 0]
    assert (months < 30).all()


def test_region_complete_needs_every_unit_and_this_framework():
    pdus = np.zeros(3, [("uid", "i8"), ("region", "i8"), ("published_at", "i8"), ("maximum", "i8")])
    pdus = pdus.view(np.recarray)
    pdus.region, pdus.published_at, pdus.maximum = [0, 0, 1], [40, 41, NEVER], [21, 21, 0]
    assert region_complete(pdus, NEVER, 21, 0)
    assert not region_complete(pdus, NEVER, 21, 1)
    assert not region_complete(pdus, 40, 21, 0), "a unit has not reported since"
    assert not region_complete(pdus, NEVER, 21, 2), "a region without units is never judged"
    pdus.maximum[1] = 27
    assert not region_complete(pdus, NEVER, 21, 0), "a report of the first framework does not count"


def test_a_theme_takes_the_band_of_its_lowest_stage(p):
    pooled = np.array([90, 70, 40, 90, 70, 55, 90, 52, 55, 90, 70, 55, 0])
    strict = seal_world(WorldParameters()).inspection
    strict.discretion_share = 0.0
    assert [theme_band(pooled, 100, theme, np.uint64(1), 0, strict) for theme in range(3)] == [3, 1, 0]


def test_a_regions_leadership_rises_with_its_state_and_with_what_is_legible(p):
    low, high = (region_leadership(region_state(*[x] * 4), 0.5, 0.5, p) for x in (0.3, 0.8))
    assert low < 0.5 < high
    assert region_leadership(0.6, 0.9, 0.9, p) > region_leadership(0.6, 0.5, 0.5, p)
    fair = seal_world(WorldParameters(), ("legible_bias",)).inspection
    assert region_leadership(0.6, 0.9, 0.9, fair) == region_leadership(0.6, 0.5, 0.5, fair)


def severities(p, members: int, visits: int = 6000) -> np.ndarray:
    """Return the severity of many visits by panels drawn from many inspectors."""
    habits = np.random.default_rng(1).standard_normal(5000)
    return np.array([visit_severity(habits, float(members), who, 1, 3, p) for who in range(visits)])


@pytest.mark.parametrize("members", [1, 2, 3, 5])
def test_a_panel_that_settles_together_divides_the_variance_of_severity_by_its_members(members):
    p = seal_world(WorldParameters()).inspection
    p.panel_averages = 1.0
    alone = p.severity_spread ** 2 + p.inconsistency ** 2
    assert severities(p, members).var() == pytest.approx(alone / members, rel=0.08)


def test_a_panel_that_does_not_settle_is_its_lead():
    p = seal_world(WorldParameters(), ("panel_agrees",)).inspection
    assert (severities(p, 4, 200) == severities(p, 1, 200)).all()


def test_larger_panels_and_other_schedules_visit_fewer_units_and_national_inspections_too():
    base = len(lines(simulate(often()), 0))
    for lever in ({"panel_size": 5.0}, {"risk_based": 1.0}, {"random_visits": 1.0}):
        s = often(**lever)
        inspection = s.world.inspection
        inspection.panel_days, inspection.risk_days, inspection.travel_days = 40.0, 20.0, 20.0
        inspection.days_a_month = 250.0
        fewer = len(lines(simulate(s), 0))
        s.switched_off = ("panel_days", "risk_days", "random_travel")
        assert fewer < len(lines(simulate(s), 0)) <= base, lever


def test_by_risk_the_worst_believed_come_first_and_by_lot_belief_is_not_read(p):
    assert risk_score(0.3, 0.5, 1.0, p) < risk_score(0.6, 0.5, 1.0, p)
    assert risk_score(0.3, 0.5, 0.0, p) == risk_score(0.6, 0.5, 0.0, p) == 0.5
    blind = seal_world(WorldParameters(), ("risk_finds_weak",)).inspection
    assert risk_score(0.3, 0.5, 1.0, blind) == risk_score(0.6, 0.5, 1.0, blind)


@pytest.mark.parametrize("lever, sighted", [("risk_based", True), ("random_visits", False)])
def test_who_is_visited_next_follows_belief_only_under_a_risk_based_schedule(lever, sighted):
    """Two units believed far apart: by risk the worse one is picked in most months, by lot in half of them."""
    picked = []
    for seed in range(60):
        m = ProbationModel(service="toy", service__regions=1, service__pdus_per_region=2, service__staff_scale=0.03,
                           months=8, switch=0, seed=seed, **{f"regime__{lever}": 1.0, "regime__notice_months": 3.0},
                           world__inspection__risk_sight=10.0)
        m.state.inspectorate.days[0] = DAYS_FOR_ONE
        m.state.pdus.believed_inspectorate[:] = [0.8, 0.2]
        while (m.state.pdus.due_at == NEVER).all() and m.month < 8:
            m.step()
        chosen = np.flatnonzero(m.state.pdus.due_at != NEVER)
        if len(chosen) == 1:
            picked.append(int(chosen[0]))
    assert len(picked) > 40
    share = np.mean(picked)
    assert share > 0.9 if sighted else 0.25 < share < 0.75


def test_regions_draw_apart_from_units():
    assert REGION_BASE > 100 * 108

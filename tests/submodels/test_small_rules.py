"""Rules of one line, by what they must be at their ends and at rest."""

from types import SimpleNamespace

import pytest

from model.parameters.register import WorldParameters, seal_world
from model.specification.regime import Regime, seal_regime
from model.submodels.belief import report_weight
from model.submodels.demand import usual_caseload
from model.submodels.direction import director_change, recovered_slack
from model.submodels.message import attention_paid, own_blow
from model.submodels.pressure import inspection_pressure

WORLD = seal_world(WorldParameters())


def test_a_report_weighs_by_the_cases_read():
    p = SimpleNamespace(report_precision=1 / 54)
    assert [report_weight.py_func(n, p) for n in (0, 54, 162)] == pytest.approx([0.0, 0.5, 0.75])
    assert report_weight.py_func(54, SimpleNamespace(report_precision=0.0)) == 0.0


def test_cases_come_to_what_is_usual_after_the_summer_of_2020_and_to_a_shock_beside():
    p = WORLD.demand
    assert usual_caseload.py_func(1000.0, 0.0, 60, p) == pytest.approx(1000.0 * (1 + p.recovery))
    assert usual_caseload.py_func(1000.0, 0.2, 60, p) == pytest.approx(1200.0 * (1 + p.recovery))
    rising = SimpleNamespace(recovery=0.0, trend=0.02)
    assert usual_caseload.py_func(1000.0, 0.0, 18, rising) == pytest.approx(1030.0)


@pytest.mark.parametrize("failing, inadequate, other", [(0.0, 0.8, 0.8), (0.5, 0.925, 0.675), (1.0, 1.0, 0.55)])
def test_the_lowest_word_draws_more_attention_and_the_mean_stays(failing, inadequate, other):
    world = WorldParameters()
    world.consequence.failing_attention, world.consequence.follow_up_attention = failing, 0.0
    p, regime = seal_world(world).consequence, seal_regime(Regime(publishes=1.0, overall_word=1.0))
    assert attention_paid.py_func(regime, True, p) == pytest.approx(inadequate)
    assert attention_paid.py_func(regime, False, p) == pytest.approx(other)
    unworded = seal_regime(Regime(overall_word=0.0))
    assert attention_paid.py_func(unworded, True, p) == attention_paid.py_func(unworded, False, p)


def test_a_director_rests_where_control_and_reports_leave_them():
    p, morale = WORLD.direction, 0.9
    for _ in range(1000):
        morale += director_change.py_func(morale, 0.5, 0.1, 0.02, p)
    assert morale == pytest.approx(1.0 - p.director_strain * 0.6 - p.director_months * p.director_reports * 0.02)


def test_a_worn_director_recovers_less_slack_and_a_full_one_none():
    p = WORLD.direction
    fresh, worn = (recovered_slack.py_func(0.5, morale, p) for morale in (1.0, 0.0))
    assert (fresh, worn) == pytest.approx((0.5 * p.slack_recovery, 0.5 * p.slack_recovery * (1 - p.director_slack)))
    assert recovered_slack.py_func(1.0, 0.5, p) == 0.0


def test_managers_pass_inspection_on_as_they_do_control():
    p = WORLD.effort
    low, middle, high = (inspection_pressure.py_func(0.6, 3.0, 0.0, felt, p) for felt in (0.0, 0.5, 1.0))
    assert high - middle == pytest.approx(middle - low)
    assert high / middle == pytest.approx(1 + p.line_pressure / 2)


@pytest.mark.parametrize("size, bites_more", [(-0.5, False), (0.5, True)])
def test_a_verdict_held_fair_may_bite_more_or_less(size, bites_more):
    world = WorldParameters()
    world.esteem.legitimacy_sting = size
    p = seal_world(world).esteem
    blows = [own_blow.py_func(1.0, 1.0, 0.0, 0.2, legitimacy, p) for legitimacy in (0.3, 0.5, 0.7)]
    assert bool(blows[2] > blows[1] > blows[0]) == bites_more
    assert blows[1] == own_blow.py_func(1.0, 1.0, 0.0, 0.2, 0.9, WORLD.esteem)

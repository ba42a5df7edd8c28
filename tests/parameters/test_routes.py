"""What a rating does: each rival theory keeps its route, and the routes are all there are."""

import dataclasses

import numpy as np
import pytest

from model.month import month
from model.parameters.register import WORLD_TYPE, register, seal_world
from model.parameters.routes import KEPT, ROUTES, closed_parameters
from model.simulation import prepare
from model.specification.regime import Regime
from model.specification.specification import RunSettings, ServiceSpecification, Specification
from model.specification.theory import Theory, rivals_of

MONTHS = 40
DECLARED = {f"{r.block}.{r.name}": r.declaration for r in register()}
BUSY = Regime(cycle_months=6.0, sample_cases=6.0, narrative=1.0, support=1.0, stakes=1.0)
UNRATED = dataclasses.replace(BUSY, publishes=0.0, overall_word=0.0, stakes=0.0, support=0.0, context=1.0)
SAME = ("true", "practice", "practices", "confidence", "climate", "esteem", "workload", "pressure", "believed_own")


def specification(word="together", regime=BUSY):
    """Return a busy toy service in which a rating does what one theory says."""
    s = Specification(service=ServiceSpecification(regions=2, pdus_per_region=3, staff_scale=0.106), regime=regime,
                      history_regime=regime, theory=Theory(rating=word),
                      run=RunSettings(months=MONTHS, seed=5, switch=6))
    inspection = s.world.inspection
    inspection.days_a_month, inspection.case_days, inspection.fixed_days = 400.0, 0.5, 20.0
    return s


def run(s, close=()):
    """Return the last state, and for every month what reports did: sting, fear, learning, help."""
    state, inputs = prepare(s)
    for key in close:
        block, name = key.split(".")
        inputs.world[block][name] = 0.0
    acts = []
    for t in range(MONTHS):
        month(state, inputs, t)
        p, pdus = inputs.world, state.pdus
        acts.append([abs(pdus.sting).max(), pdus.pressure_inspection.max(), pdus.learning.max(),
                     (p.service.help_hours * pdus.helped).max()])
    return state, np.array(acts).max(axis=0)


def test_routes_name_parameters_of_the_register_and_no_parameter_twice():
    keys = [key for keys in ROUTES.values() for key in keys]
    assert len(keys) == len(set(keys))
    assert {key.split(".")[0] for key in keys} <= set(WORLD_TYPE.names)
    assert all(key.split(".")[1] in WORLD_TYPE[key.split(".")[0]].names for key in keys)


def test_the_default_keeps_all_and_each_rival_the_route_of_its_name():
    words = rivals_of("rating")
    assert KEPT[0] == tuple(ROUTES) == words[1:]
    assert [(word,) for word in words[1:]] == list(KEPT[1:])
    assert closed_parameters(0) == ()


@pytest.mark.parametrize("word", ROUTES)
def test_a_single_theory_puts_the_carriers_of_the_others_at_nought_and_nothing_else(word):
    _, inputs = prepare(specification(word))
    plain = seal_world(specification().world)
    for block, kind in ((name, WORLD_TYPE[name]) for name in WORLD_TYPE.names):
        for name in kind.names:
            carried = [route for route, keys in ROUTES.items() if f"{block}.{name}" in keys]
            expected = 0.0 if carried and carried != [word] else plain[block][name]
            assert inputs.world[block][name] == expected, (block, name)
    assert all(DECLARED[key].default >= 0.0 < DECLARED[key].high for key in ROUTES[word]), \
        "a carrier is on, or off by default and can be on"


@pytest.mark.parametrize("word, acts", [("together", (1, 1, 1, 1)), ("shame", (1, 1, 0, 0)),
                                        ("information", (0, 0, 1, 0)), ("resources", (0, 0, 0, 1))])
def test_a_report_acts_by_the_routes_kept(word, acts):
    state, done = run(specification(word))
    assert state.pdus.judgements.sum() > 5
    assert (done > 0.0).tolist() == [act == 1 for act in acts]


@pytest.mark.parametrize("seed", [5, 6, 7])
def test_shame_lowers_esteem_information_teaches_and_poor_reports_cost_partners(seed):
    ends = {}
    for word in ("nothing", *ROUTES):
        s = specification("together" if word == "nothing" else word, dataclasses.replace(BUSY, sample_cases=18.0))
        s.run.seed, s.world.consequence.learning_scale = seed, DECLARED["consequence.learning_scale"].high
        ends[word] = run(s, [key for keys in ROUTES.values() for key in keys] if word == "nothing" else ())[0].pdus
    mean = {name: {word: float(pdus[name].mean()) for word, pdus in ends.items()}
            for name in ("esteem", "fit", "confidence")}
    assert mean["esteem"]["shame"] < mean["esteem"]["nothing"] - 0.1
    assert mean["esteem"]["information"] == pytest.approx(mean["esteem"]["nothing"], abs=0.01)
    assert mean["fit"]["information"] > mean["fit"]["nothing"]
    assert mean["fit"]["resources"] == pytest.approx(mean["fit"]["nothing"], abs=0.01)
    assert mean["confidence"]["resources"] < mean["confidence"]["nothing"] == mean["confidence"]["shame"]


def test_theories_end_in_different_places():
    ends = [run(specification(word))[0].pdus.true.tobytes() for word in rivals_of("rating")]
    assert len(set(ends)) == len(ends)


def test_the_routes_are_all_there_are():
    """With all three closed, being rated in public at high stakes moves nothing that a service does or feels."""
    closed = [key for keys in ROUTES.values() for key in keys]
    rated, unrated = (run(specification(regime=regime), closed)[0] for regime in (BUSY, UNRATED))
    assert rated.pdus.judgements.sum() > 5
    assert (rated.pdus.worded == 1.0).any()
    for name in SAME:
        assert np.array_equal(rated.pdus[name], unrated.pdus[name]), name
    for name in ("esteem", "wellbeing", "relational", "presentational", "in_post"):
        assert np.array_equal(getattr(rated.practitioners, name), getattr(unrated.practitioners, name)), name


def test_with_one_route_left_open_the_same_comparison_differs():
    for word, keys in ROUTES.items():
        closed = [key for route, others in ROUTES.items() if route != word for key in others]
        rated, unrated = (run(specification(regime=regime), closed)[0] for regime in (BUSY, UNRATED))
        assert any(not np.array_equal(rated.pdus[name], unrated.pdus[name]) for name in SAME), (word, keys)

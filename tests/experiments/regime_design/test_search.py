"""The search over regimes: places and values, plain words, and what a small search must come to."""

import numpy as np
import pytest

from experiments import run_study
from experiments.regime_design.candidates import beginning, levers, named, place, point
from experiments.regime_design.search import AS_NOW, candidate
from experiments.regime_design.words import describe
from experiments.studies import find_study

CURRENT = "standards and overall"


@pytest.mark.parametrize("name", sorted(set(named()) - {"none"}))
def test_a_named_regime_is_the_same_after_being_a_place(name):
    assert point(place(named()[name])) == pytest.approx(named()[name])


def test_a_search_begins_with_what_has_a_name_and_fills_the_rest():
    places = beginning(30)
    known = [place(values) for name, values in named().items() if name != "none"]
    assert np.array_equal(places[:len(known)], known)
    assert places.shape == (30, len(levers()))
    assert (places.min(), places.max()) >= (0.0, 0.0)
    assert places.max() <= 1.0
    assert len(np.unique(places, axis=0)) == 30


def test_levers_that_nothing_reads_make_no_other_regime():
    own = place(named()[CURRENT])
    for k, axis in enumerate(levers()):
        if axis.key.startswith("national.") and axis.key != "national.inspects":
            own[k] = 0.9
    assert point(own) == pytest.approx(named()[CURRENT])


@pytest.mark.parametrize("name, says, does_not", [
    ("none", ["PDUs are not inspected. The centre is not inspected."], ["report"]),
    ("narrative", ["no words of rating", "full account"], ["overall word", "a word a standard"]),
    ("standards and overall", ["one overall word, a word a standard", "54 cases", "a month's notice", "by turn"],
     ["centre is inspected"]),
    ("contextual", ["largely allows for what the unit cannot control"], []),
    ("standards and overall, centre overall", ["The centre is inspected every 36 months"], [])])
def test_a_regime_is_told_by_its_levers_alone(name, says, does_not):
    text = describe(named()[name])
    assert all(part in text for part in says)
    assert not any(part in text for part in does_not)
    assert name not in text


def test_words_follow_a_lever():
    changed = named()[CURRENT] | {"regime.notice_months": 0.0, "regime.risk_based": 0.6, "regime.publishes": 0.0}
    text = describe(changed)
    assert "unannounced" in text
    assert "60% of visits where quality is believed worst" in text
    assert "not published" in text


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return run_study("regime_design", run="smoke", output=tmp_path_factory.mktemp("search") / "s")


@pytest.mark.parametrize("measure", ["wide", "calibrated"])
def test_inspection_as_now_gains_nothing_on_itself(small, measure):
    front = small.tables["front"].query("measure == @measure").set_index("regime")
    gains = front.filter(like="gain_").loc[[AS_NOW, CURRENT]]
    assert (gains == 0).all().all()
    assert front.loc[AS_NOW, "satisficing"] == 0


@pytest.mark.parametrize("measure", ["wide", "calibrated"])
def test_nothing_on_the_front_is_dominated_and_something_is_on_it(small, measure):
    front = small.tables["front"].query("measure == @measure")
    on = front[front["on_front"]].filter(like="gain_").round().to_numpy()
    assert len(on) > 0
    assert len(np.unique(on, axis=0)) == len(on)
    assert set(front["like"].dropna()) <= {"", *front["regime"]}
    for own in front.filter(like="gain_").round().to_numpy():
        assert not any((own >= other).all() and (own > other).any() for other in on)


def test_someone_regrets_nothing_in_some_world_and_no_regret_is_negative(small):
    regret = small.tables["regret"]
    assert (regret["mean"] >= 0).all()
    assert regret.groupby(["measure", "profile"])["least"].sum().eq(1).all()


def test_what_was_found_in_wide_worlds_is_judged_in_calibrated_ones_too(small):
    runs = small.store.runs()
    judged = runs[runs["world"] == "calibrated"]
    assert set(judged["scenario"]) == set(small.tables["front"].query("measure == 'calibrated'")["regime"])
    assert set(small.findings["measure"]) == {"wide", "calibrated"}
    assert judged.groupby("scenario")["world_index"].apply(set).map(lambda own: own == {0, 1, 2}).all()


def test_a_later_generation_comes_from_the_one_before(small):
    runs = small.store.runs()
    later = runs[runs["scenario"] == candidate(1, 0)]
    assert len(later) > 0
    wanted = [small.store.specification(run)["regime"] for run in later["run_id"]]
    assert all(own == wanted[0] for own in wanted)


def test_every_stage_is_entered_as_a_request_of_its_own(small):
    requests = small.store.requests()
    assert len({request["design"] for request in requests}) == len(requests) == len(find_study("regime_design").stages)
    assert all(request["carried_out"] for request in requests)
    assert sum(request["runs"] for request in requests) == len(small.store.runs())

"""Statistics over many services, repeated visits, and outcomes that a study measures itself."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from analysis.measures.validity import rank_validity
from experiments import many_services
from experiments.composition import compose
from experiments.inquiry import Inquiry
from experiments.leadership import PROMPTS, WORDED, meet, prompt_scores
from experiments.many_services import MOST_LADEN, RANDOM, dials, laden, resampled, statistic_row
from experiments.own_outcomes import chosen
from experiments.studies import find_study
from experiments.studies.firm_grip import separators
from experiments.visits import at_end, counted, visit_all
from model.inspection.instrument import leadership_score
from model.observation.outcomes import Outcome
from model.specification.instrument import national_items
from model.specification.regime import NationalRegime, seal_national

TELLS = Outcome("tells", "", 0.1, 1, "a test")
TOY = ("service=toy", "months=78", "national=both")


def row_of(worlds, statistic, resamples):
    return statistic_row("a", "wide", TELLS, resampled(worlds, lambda rows: [statistic(rows)], resamples)[0])


def test_an_interval_over_worlds_holds_the_truth_and_counts_worlds_not_rows():
    rng = np.random.default_rng(2)
    truth = rng.normal(size=200)
    seen, worlds = truth + rng.normal(size=200), np.arange(200)
    row = row_of(worlds, lambda rows: rank_validity(seen[rows], truth[rows]), 200)
    assert row["low"] < row["effect"] < row["high"]
    assert row["verdict"] == "better"
    twice = row_of(np.repeat(worlds, 2),
                   lambda rows: rank_validity(np.repeat(seen, 2)[rows], np.repeat(truth, 2)[rows]), 200)
    assert twice["high"] - twice["low"] == pytest.approx(row["high"] - row["low"], rel=0.3), "repeats tell nothing new"


def test_a_statistic_that_is_none_has_no_interval_and_no_verdict():
    row = row_of(np.arange(9), lambda rows: float("nan"), 20)
    assert np.isnan(row["low"])
    assert row["verdict"] == "unresolved"
    assert row["pairs_needed"] is None


def test_a_difference_of_statistics_is_taken_within_resamples():
    """Two means that move together differ by one everywhere: taken apart they could not be told from each other."""
    values = np.random.default_rng(1).normal(size=40)
    first, second = resampled(np.arange(40), lambda rows: [values[rows].mean() + 1, values[rows].mean()], 50)
    row = statistic_row("a", "wide", TELLS, first.less(second))
    assert (row["effect"], row["low"], row["high"]) == pytest.approx((1, 1, 1))
    assert statistic_row("a", "wide", TELLS, second.less(first).size())["low"] == pytest.approx(1)


def test_services_differ_in_dials_and_keep_them_however_many_are_asked_for():
    assert dials(3) == dials(3)
    assert dials(3) != dials(4)
    study = find_study("q5_prompt_relevance")
    few = Inquiry(study, "smoke")
    rows = list(many_services.asked(few))
    assert len(rows) == many_services.count(few.size, 1, len(few.measures))
    assert {row.scenario for row in rows} == {RANDOM.name}
    more = Inquiry(replace(study, sizes={"smoke": study.sizes["laptop"]}), "smoke", few.words)
    wide = {row.index: row.spec.id for row in many_services.asked(more) if row.measure == "wide"}
    assert all(wide[row.index] == row.spec.id for row in rows if row.measure == "wide")


def test_where_worlds_run_out_they_come_again_with_other_luck_and_count_as_one():
    study = find_study("q5_prompt_relevance")
    sizes = {"smoke": replace(study.sizes["smoke"], more={"services": 5})}
    inquiry = Inquiry(replace(study, sizes=sizes), "smoke")
    inquiry.worlds = lambda measure, number: range(2)
    seed = inquiry.seed
    assert list(many_services.places(inquiry, "calibrated")) == [
        (0, 0, seed), (1, 1, seed), (2, 0, seed + 1), (3, 1, seed + 1), (4, 0, seed + 2)]
    assert list(many_services.places(inquiry, "default")) == [(k, 0, seed + k) for k in range(5)]


def test_in_the_default_world_services_of_one_kind_differ_in_caseload_and_elsewhere_in_their_world():
    shares = [laden(k)["shock.share"] for k in range(64)]
    assert min(shares) < -0.9 * MOST_LADEN
    assert max(shares) > 0.9 * MOST_LADEN
    rows = list(many_services.asked(Inquiry(find_study("evidence_asymmetry"), "smoke")))
    moved = {measure: {row.spec.specification.shock.share for row in rows if row.measure == measure}
             for measure in ("default", "wide")}
    assert len(moved["default"]) > 16
    assert moved["wide"] == {0.0}
    first = [row.spec.specification.shock.share for row in rows if row.measure == "default"]
    assert first[:len(first) // 2] == first[len(first) // 2:], "both kinds of governance carry the same caseloads"


def test_visits_leave_the_service_as_it_was_and_differ_by_luck_alone():
    state, inputs = at_end(compose([*TOY, "regime.sample_cases=12"]))
    before = state.pdus.copy()
    bands = visit_all(state, inputs, 6)
    assert (state.pdus == before).all()
    assert bands.shape == (6, len(before), 9)
    assert (bands == visit_all(state, inputs, 6)).all()
    assert (bands != bands[0]).any()
    assert counted(inputs) == 7


def test_prompts_make_the_score_that_the_inspection_gives():
    found = meet(compose([*TOY, "national.first_month=6"]))
    p = found.leadership.p
    regime = seal_national(NationalRegime(inspects=1.0))
    whole = leadership_score(national_items(), found.leadership.states, regime, p)
    for wording in WORDED.values():
        scores = prompt_scores(found.leadership, wording)
        assert list(scores) == list(PROMPTS)
        graded = [[scores["N1.1.a"]], [scores["N1.2.d"], scores["N1.2.f"]],
                  [scores[f"N1.3.{x}"] for x in "abc"], [scores["N1.4.c"]]]
        if wording == WORDED["as drafted"]:
            assert np.mean([np.mean(own) for own in graded]) == pytest.approx(whole)
    assert found.evidenced(WORDED["as drafted"], 0.0, float(p.leader_legibility)) == pytest.approx(found.shares[0])


def test_the_first_replicates_and_the_first_worlds_are_measured():
    runs = pd.DataFrame([("a", world, index, seed) for world, worlds in (("default", 1), ("wide", 4))
                         for index in range(worlds) for seed in (7, 8, 9)],
                        columns=["scenario", "world", "world_index", "seed"])
    kept = chosen(runs, 2, 3)
    assert kept[kept["world"] == "default"]["seed"].tolist() == [7, 8]
    assert kept[kept["world"] == "wide"][["world_index", "seed"]].to_numpy().tolist() == [[0, 7], [1, 7], [2, 7]]


def test_what_parts_the_worlds_of_grip_is_told_with_worlds_enough():
    worlds, study = range(12), find_study("firm_grip")
    parameters = pd.DataFrame({"one": np.arange(12.0), "other": np.arange(12.0) % 5},
                              index=pd.Index(worlds, name="world_index"))
    effects = pd.DataFrame({"world": worlds, "replicate": 1, "true_quality": np.arange(12.0)})
    inquiry = SimpleNamespace(study=study, measures=("default", "wide"), parameters=lambda measure: parameters,
                              differences=lambda first, second, measure, outcomes: effects)
    found = separators(inquiry)
    assert set(found["measure"]) == {"wide"}
    assert len(found["comparison"].unique()) == len(study.pairs())
    assert (found.groupby("comparison")["parameter"].first() == "one").all()

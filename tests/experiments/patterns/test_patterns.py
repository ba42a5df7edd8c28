"""Patterns: each figure once and as published, read off reports as it should be, and judged by the rule stated."""

import json
import math
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from experiments.patterns.morale import change
from experiments.patterns.page import page_text
from experiments.patterns.pattern import UNSEEN, Check, Pattern, distance, judge
from experiments.patterns.published import counted, figure, rate_error, share_error
from experiments.patterns.ratings import intraclass
from experiments.patterns.seen import WITHOUT
from experiments.patterns.table import Looked, all_patterns, rows
from experiments.patterns.workforce import at
from model.evidence.reader import read
from model.evidence.schema import FOLDER

PATTERNS = all_patterns()
BY_ID = {pattern.id: pattern for pattern in PATTERNS}


def made(observed=10.0, error=1.0, tolerance=2.0, group="1", counts=True):
    return Pattern("x", group, "x", "x", "x", observed, error, tolerance, "x", "x", lambda seen: 0.0, counts)


def test_every_numbered_item_and_every_pattern_of_the_readme_is_there():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^(\d)\. ", readme.split("## What to calibrate to")[1], re.MULTILINE))
    named |= {f"P{n}" for n in range(1, 13)}
    assert {pattern.group for pattern in PATTERNS} == named


def test_no_figure_counts_twice():
    counting = [p for p in PATTERNS if isinstance(p, Pattern) and p.counts]
    assert len(BY_ID) == len(PATTERNS)
    assert len({(p.label, p.unit, p.source) for p in counting}) == len(counting)
    assert {p.group for p in counting} & {"P1", "P7", "P2", "P4", "P6", "P8", "P9", "P10", "P11", "P12"} == set()


@pytest.mark.parametrize("key, observed", [
    ("1.first.inadequate", 100 * 15 / 31), ("1.first.good", 100 / 31), ("1.second.inadequate", 50.0),
    ("1.second.good", 0.0), ("3.implementation", 22.0), ("3.lowest", 9.0), ("4.staff.2024-06", 20399.0),
    ("4.officers.2021-09", 4287.0), ("5.officers.2024-06", 8.3), ("6.2023-12", 120.0),
    ("7.engagement_index.change", 0.5), ("7.involved_in_decisions.change", 6.8), ("8.caseload.2024-03", 239015.0),
    ("P3", 100 * 2 / 3),
])
def test_figures_are_those_published(key, observed):
    assert BY_ID[key].observed == pytest.approx(observed)


def test_every_figure_says_why_it_may_be_missed_and_what_would_mend_it():
    assert [p.id for p in PATTERNS if not (p.reason and p.needs and p.source)] == []
    assert [p.id for p in PATTERNS if isinstance(p, Pattern) and not math.hypot(p.error, p.tolerance) > 0] == []


@pytest.mark.parametrize("values, verdict", [
    ([10.0] * 8, "met"), ([13.9] * 8, "met"), ([14.1] * 8, "not met"), ([5.9] * 8, "not met"),
    ([math.nan] * 8, "not testable"), ([], "not testable"), ([math.nan, 10.0], "met"),
    ([4.0, 24.0] * 4, "met"), ([4.0, 26.0] * 4, "cannot be told"), ([14.9, 15.1] * 4, "not met"),
])
def test_a_figure_is_met_within_its_tolerance_and_two_standard_errors(values, verdict):
    assert judge(made(), values).verdict == verdict


def test_a_figure_that_was_set_by_hand_is_no_test():
    for value in (10.0, 99.0):
        assert judge(replace(made(), fitted=True), [value]).verdict == "set by hand"
    assert all(not p.counts for p in PATTERNS if isinstance(p, Pattern) and p.fitted)


@pytest.mark.parametrize("share, values, verdict", [
    (0.8, [1, 1, 1, 1, 0], "met"), (0.8, [1, 1, 0], "not met"), (0.05, [0] * 10 + [1], "met"),
    (0.8, [math.nan, 1.0], "met"), (0.8, [math.nan], "not testable"),
])
def test_an_ordinal_claim_is_met_where_enough_histories_show_it(share, values, verdict):
    assert judge(Check("x", "P2", "x", "x", "x", "x", "x", lambda seen: 1.0, share), values).verdict == verdict


def test_the_distance_weighs_groups_alike_and_does_not_reward_showing_less():
    few, many = [made(group="1")], [made(group="2") for _ in range(9)]
    scale = math.hypot(1.0, 2.0)
    assert distance([*few, *many], [10.0] * 10) == 0.0
    assert distance([*few, *many], [10.0 + scale] + [10.0] * 9) == pytest.approx(math.sqrt(1 / 2))
    assert distance([*few, *many], [10.0] + [10.0 + scale] * 9) == pytest.approx(math.sqrt(1 / 2))
    assert distance(few, [math.nan]) == UNSEEN
    assert distance([*few, made(counts=False)], [10.0, 1e9]) == 0.0
    with pytest.raises(ValueError, match="no pattern counts"):
        distance([made(counts=False)], [1.0])


def test_likeness_within_groups_is_one_nought_or_below_as_it_should_be():
    assert intraclass([0, 0, 1, 1], ["a", "a", "b", "b"]) == pytest.approx(1.0)
    assert intraclass([0, 1, 0, 1], ["a", "a", "b", "b"]) == pytest.approx(-1.0)
    assert math.isnan(intraclass([0, 1], ["a", "b"]))
    assert math.isnan(intraclass([1, 1, 1, 1], ["a", "a", "b", "b"]))


def test_the_published_ratings_cluster_by_region_no_more_than_chance():
    """The README gives p = .42 for the 49 ratings permuted among regions."""
    found = read("pdu_ratings")
    bands = np.array([["Inadequate", "Requires improvement", "Good"].index(r["overall_rating"]) for r in found])
    regions = [r["region"] for r in found]
    own, rng = intraclass(bands, regions), np.random.default_rng(1)
    p = np.mean([intraclass(rng.permutation(bands), regions) >= own - 1e-12 for _ in range(1500)])
    assert p == pytest.approx(0.42, abs=0.05)


def test_shares_are_read_off_the_reports_of_their_time_and_framework(history):
    seen = history([(7, 0, 0, 3, 27), (20, 1, 1, 8, 27), (26, 2, 2, 16, 27), (27, 3, 0, 0, 27), (33, 0, 1, 6, 21)])
    assert BY_ID["1.first.inadequate"].read(seen) == pytest.approx(100 / 3)
    assert BY_ID["1.first.good"].read(seen) == pytest.approx(100 / 3)
    assert BY_ID["1.second.inadequate"].read(seen) == 0.0
    assert BY_ID["1.reports_2022"].read(seen) == 1.0
    assert BY_ID["P3"].read(seen) == 100.0
    assert math.isnan(BY_ID["P3"].read(history([(7, 0, 1, 8, 27), (30, 0, 0, 1, 21)])))
    assert math.isnan(BY_ID["1.first.good"].read(history()))
    assert BY_ID["2.totals"].read(history([(7, 0, 1, 3, 27)])) == 0.0


def test_columns_are_read_in_the_month_of_the_figure(history):
    ramp = np.arange(42.0)
    assert at("staff", "2022-03-31")(history(staff=ramp)) == 9.0
    assert at("workload", "2023-12-31", over=12, scale=100.0)(history(workload=ramp)) == pytest.approx(2450.0)
    assert math.isnan(at("staff", "2025-01-31")(history(staff=ramp)))
    assert math.isnan(at("leaving_rate", "2021-09-30", over=12)(history(leaving_rate=ramp)))


def test_changes_are_read_between_autumns(history):
    assert change("proud")(history(survey={"proud": np.arange(42.0)})) == 24.0


def test_a_cause_taken_away_is_looked_for_in_both_regimes(history):
    strong, weak = {"true_quality": np.full(42, 0.5), "presentational_share": np.full(42, 0.2)}, {
        "true_quality": np.full(42, 0.6), "presentational_share": np.full(42, 0.1)}
    names = list(WITHOUT)
    assert math.isnan(BY_ID["P6"].read(history(**strong)))
    for uninspected, expected in ((strong, 1.0), (weak, 0.0)):
        without = {names[0]: history(**weak).history, names[1]: history(**uninspected).history,
                   names[2]: history(**weak).history}
        seen = history(**strong)
        assert BY_ID["P6"].read(type(seen)(seen.history, seen.regions, None, without)) == expected


def test_chance_is_that_of_counts():
    assert share_error(0.5, 100) == pytest.approx(5.0)
    assert share_error(0.0, 14) > 4.0
    assert rate_error(8.0, 5000) == pytest.approx(100 * math.sqrt(400) / 5000)
    assert counted("1 Good; 15 Requires improvement; 15 Inadequate") == {
        "Good": 1, "Requires improvement": 15, "Inadequate": 15}
    with pytest.raises(KeyError, match="0 rows"):
        figure("workforce", measure="nothing")


def test_the_page_lists_every_pattern_once_and_what_each_miss_needs():
    values = np.array([[p.observed if isinstance(p, Pattern) else 1.0] for p in PATTERNS], dtype=float)
    values[2], values[1] = 1e6, math.nan
    looked = Looked(PATTERNS, values, tuple(judge(p, v) for p, v in zip(PATTERNS, values)), None)
    found = rows(looked)
    page = page_text(looked, found)
    assert [row["verdict"] for row in found[:3]] == ["met", "not testable", "not met"]
    for row in found:
        assert row["pattern"] in page
    assert page.count(PATTERNS[2].needs[1:]) == 1


@pytest.mark.parametrize(("world", "says", "not_said"), [
    ("default", "**Not calibrated.**", "World `"), ("calibrated", "a calibration to published", "Not calibrated"),
    ("wide", "**Wide worlds.**", "Not calibrated"), ("targets_work", "put together by hand", "Not calibrated")])
def test_the_page_says_what_world_it_shows_and_by_which_command(tmp_path, probgov, world, says, not_said):
    answer = probgov("patterns", "service=toy", "replicates=2", f"world={world}", "output=p", "page=page.md")
    assert answer.code == 0, answer.err
    page = Path("page.md").read_text(encoding="utf-8")
    assert says in page
    assert not_said not in page
    assert f"world={world}" in page.split("\n\n")[1]


def test_the_command_prints_one_document_draws_and_does_not_run_twice(probgov, tmp_path):
    words = ("patterns", "service=toy", "replicates=2", "format=json", "output=p")
    answer = probgov(*words)
    assert answer.code == 0
    told = json.loads(answer.out, parse_constant=lambda word: pytest.fail(f"{word} in JSON"))
    assert [row["id"] for row in told["patterns"]] == [p.id for p in PATTERNS]
    assert told["histories"] == 2 == len(told["distances"])
    assert {file.name for file in (tmp_path / "p").iterdir()} == {
        "store", "patterns.csv", "patterns.json", *(f"patterns_check.{kind}" for kind in ("png", "svg", "csv", "txt"))}
    before = sorted((tmp_path / "p" / "store" / "runs").iterdir())
    again = json.loads(probgov(*words).out)
    assert again["patterns"] == told["patterns"]
    assert sorted((tmp_path / "p" / "store" / "runs").iterdir()) == before


def test_months_cannot_be_set(probgov):
    answer = probgov("patterns", "months=12")
    assert answer.code == 2
    assert "November 2024" in answer.err

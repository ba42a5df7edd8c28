"""Studies: their scenarios compose, differ as they say, and fit their declared sizes."""

import dataclasses

import pandas as pd
import pytest

from experiments import UserError
from experiments.answering import untold
from experiments.findings import all_have, any_has, concerned, held, table, where
from experiments.inquiry import Inquiry
from experiments.studies import find_study, study_names
from experiments.studies.firm_grip import _points_away, _shown_alone
from experiments.studies.q4_standards_coverage import _none_spared
from experiments.study import TOY, Answer, Comparison, Expectation, Interaction, Scenario, Study
from model.specification.regime import NationalRegime


def test_the_main_study_compares_archetypes_under_both_inspections_and_nothing_else():
    study = find_study("governance")
    sides = {name: composed.specification.content() for name, composed in study.compose().items()}
    for comparison in study.comparisons:
        a, b = sides[comparison.first], sides[comparison.second]
        assert {key for key in a if a[key] != b[key]} == {"governance"}
    a, b = sides["hierarchical"], sides["hierarchical, centre rated"]
    assert {key for key in a if a[key] != b[key]} == {"national"}
    assert sides["hierarchical"]["national"]["inspects"] == 0
    assert b["national"]["overall_word"] == 1
    observed = sides["observed continued"]
    assert observed["governance"] == observed["history_governance"]
    assert observed["national"] == dataclasses.asdict(NationalRegime())


def test_the_main_study_fits_its_budget_on_a_laptop():
    study = find_study("governance")
    assert study.count(study.sizes["page"]) <= 700
    assert study.count(study.sizes["laptop"]) <= 4000


@pytest.mark.parametrize("name", study_names())
def test_no_expectation_is_told_by_a_contrast_that_mixes_what_is_asked_with_the_setting(name):
    """A scenario against the reference in another setting of the factors differs in more than the study asks about."""
    study = find_study(name)
    levels = {setting for setting, _ in study.settings()}

    def setting(scenario):
        return next((own for own in levels if own and scenario.endswith(own)), "")

    mixed = [pair.name for pair in study.against() if setting(pair.first) != setting(pair.second)]
    rows = [{"comparison": name, "measure": "default", "outcome": outcome, "verdict": "better", "pairs": 9, "worlds": 1}
            for name in mixed for outcome in (study.primary, *study.outcomes)]
    for expected in study.expectations:
        assert expected.holds or concerned(expected, Answer(table(rows))).empty, expected.text


@pytest.mark.parametrize(("name", "outcome", "reads", "passes_over"), [
    ("q1_national_inspection", "true_quality", "rated against none, observed", "rated against words, observed"),
    ("q6_prompt_wording", "validity", "suggested less drafted: N1.2.d", "N1.2.d, as drafted"),
    ("contagion", "quiet_esteem", "published, not reported on, all distances, reports as now",
     "published, not reported on, 3 steps or more, reports as now"),
    ("evidence_asymmetry", "gap_removed", "legibility 2, taken away: reworded",
     "legibility 2, taken away: asked and reworded"),
    ("q7_rate_standards", "wellbeing", "rating standards, units rated, hierarchical",
     "rating standards by an overall word"),
    ("counterfactual", "true_quality", "no ratings, June 2022", "as it was, June 2022")])
def test_expectations_read_the_contrasts_that_can_tell_them(name, outcome, reads, passes_over):
    rows = table([{"comparison": comparison, "measure": "default", "outcome": outcome, "pairs": 9}
                  for comparison in (reads, passes_over)])
    read = {comparison for expected in find_study(name).expectations if not expected.holds and
            expected.outcome == outcome and "asked" not in str(expected.within)
            for comparison in concerned(expected, Answer(rows))["comparison"]}
    assert read == {reads}


def test_every_one_is_told_only_where_all_are_and_not_where_some_cannot_be():
    rows = table([{"comparison": name, "measure": measure, "outcome": "esteem", "verdict": verdict}
                  for measure, verdicts in (("default", ("worse", "worse")), ("wide", ("worse", "unresolved")))
                  for name, verdict in zip("ab", verdicts)])
    assert all_have(rows, "esteem", ["a", "b"], "worse") is True
    assert all_have(rows[2:], "esteem", ["a", "b"], "worse") is None
    assert all_have(rows, "esteem", ["a", "b"], "better") is False
    assert all_have(rows[2:3], "esteem", ["a", "b"], "better") is False
    assert any_has(rows, "worse") is True
    assert any_has(rows, "better") is False
    assert any_has(rows[3:], "worse") is None


def test_what_a_grip_shows_and_what_a_visitor_sees_is_not_said_where_it_cannot_be_told():
    def found(quality, gap, effect):
        return table([{"comparison": "firm, not loose, observed", "measure": "wide", "outcome": outcome,
                       "verdict": verdict, "low": effect - 0.01, "high": effect + 0.01}
                      for outcome, verdict in (("true_quality", quality), ("reported_gap", gap))])

    assert _shown_alone(found("negligible", "worse", 0)) is True
    assert _shown_alone(found("better", "worse", 0)) is False
    assert _shown_alone(found("negligible", "unresolved", 0)) is None
    seen = {"seen_across_worlds": pd.DataFrame({"scenario": ["firm, observed"], "measure": ["wide"], "low": [-0.6],
                                                "high": [-0.2]})}
    assert _points_away(found("better", "worse", 0.05), seen) is True
    assert _points_away(found("worse", "worse", -0.05), seen) is False
    assert _points_away(found("negligible", "worse", 0), seen) is None


def test_a_framework_is_comprehensive_only_where_no_standard_can_be_spared():
    def found(*verdicts):
        return table([{"comparison": f"without {k}, less all seven", "measure": "wide", "verdict": verdict,
                       "outcome": "validity_casework"} for k, verdict in enumerate(verdicts)])

    assert _none_spared(found("worse", "worse")) is True
    assert _none_spared(found("worse", "negligible")) is False
    assert _none_spared(found("worse", "unresolved")) is None


def test_the_wide_part_meets_every_scenario_in_the_same_worlds():
    study = find_study("governance")
    rows = [row for row in Inquiry(study, "smoke").scenarios() if row.measure == "wide"]
    for index in {row.index for row in rows}:
        worlds = [row.spec.specification.content()["world"] for row in rows if row.index == index]
        assert len(worlds) == len(study.scenarios) * study.sizes["smoke"].replicates_per_world
        assert all(world == worlds[0] for world in worlds)


def test_an_unknown_study_finds_its_nearest():
    with pytest.raises(UserError, match="Did you mean governance"):
        find_study("goverance")


def made_up(**other) -> Study:
    """Return a study of two scenarios crossed with two factors, beside an uncrossed comparator."""
    scenarios = (Scenario("plain", ("national=off",)), Scenario("rated", ("national=overall",)),
                 Scenario("as seen", ("governance=observed", "national=off"), crossed=False))
    given = {
        "name": "made_up", "title": "t", "question": "q", "expectations": (), "scenarios": scenarios,
        "across": {"governance": ("hierarchical", "egalitarian"),
                   "load": {"light": ("world.workforce.poaching=0",), "heavy": ()}},
        "comparisons": (Comparison("rating", "rated", "plain"),
                        Comparison("of light", "plain, egalitarian, light", "plain, hierarchical, light")),
        "interactions": (Interaction("by governance", "rating, hierarchical, light", "rating, egalitarian, light"),),
        "reference": "as seen", "primary": "esteem", "outcomes": ("esteem",), "limits": (), "overturned_if": ""}
    return Study(**{**given, **other})


def test_factors_cross_scenarios_and_comparisons_but_not_the_comparator():
    study = made_up()
    names = [s.name for s in study.crossed()]
    assert len(names) == 2 * 4 + 1
    assert "rated, egalitarian, light" in names
    assert names[-1] == "as seen"
    pairs = {c.name: (c.first, c.second) for c in study.pairs()}
    assert len(pairs) == 4 + 1
    assert pairs["rating, egalitarian, heavy"] == ("rated, egalitarian, heavy", "plain, egalitarian, heavy")
    assert len(study.against()) == 8
    contents = {name: side.specification for name, side in study.compose(TOY).items()}
    assert contents["plain, hierarchical, light"].world.workforce.poaching == 0
    assert contents["plain, hierarchical, heavy"].world.workforce.poaching > 0
    dials = [contents[f"plain, {name}, light"].governance for name in ("egalitarian", "hierarchical")]
    assert dials[0].voice != dials[1].voice


def test_words_of_the_caller_come_before_those_of_the_study_and_its_size():
    study = made_up(words=("months=90",))
    assert Inquiry(study, "smoke").words == TOY
    asked = next(Inquiry(study, "smoke", ("service=national", "months=80")).scenarios()).spec.specification
    assert asked.run.months == 80
    assert asked.names["service"] == "national"
    assert next(Inquiry(study, "smoke").scenarios()).spec.specification.run.months == 90


def test_the_folder_of_a_study_changes_with_what_its_numbers_depend_on():
    study = made_up()
    name = Inquiry(study, "smoke").name
    assert name == Inquiry(study, "smoke").name
    assert name != Inquiry(study, "laptop", TOY).name
    assert name != Inquiry(study, "smoke", ("world.effort.mobilisation=0.1",)).name
    assert name != Inquiry(made_up(primary="wellbeing"), "smoke").name


FOUND = table([
    {"comparison": "rating, hierarchical", "measure": "default", "outcome": "esteem", "verdict": "better", "pairs": 9,
     "worlds": 1},
    {"comparison": "rating, hierarchical", "measure": "wide", "outcome": "esteem", "verdict": "unresolved", "pairs": 9,
     "worlds": 9, "worse_share": 0.2, "better_share": 0.5},
    {"comparison": "rating, egalitarian", "measure": "wide", "outcome": "esteem", "verdict": "unresolved", "pairs": 6,
     "worlds": 3, "worse_share": 0.9, "better_share": 0.0},
    {"comparison": "rating, egalitarian", "measure": "default", "outcome": "morale", "verdict": "unresolved",
     "pairs": 6, "worlds": 1}])


@pytest.mark.parametrize(("expected", "answer"), [
    (Expectation("", "", "esteem", "better"), "somewhere"),
    (Expectation("", "", "esteem", "worse"), "somewhere"),
    (Expectation("", "", "esteem", "unresolved", within="rating, hier"), "somewhere"),
    (Expectation("", "", "esteem", "better", within="rating, egal"), "not tested"),
    (Expectation("", "", "esteem", "worse", within="rating, egal"), "not tested"),
    (Expectation("", "", "esteem", "negligible"), "never"),
    (Expectation("", "", "morale", "better"), "not tested"),
    (Expectation("", "", "incidents", "better"), "not tested"),
    (Expectation("", "", holds=lambda findings, tables: len(findings) > 9), "never"),
    (Expectation("", "", holds=lambda findings, tables: None), "not tested"),
])
def test_an_expectation_holds_by_a_verdict_or_by_enough_of_enough_worlds(expected, answer):
    assert held(expected, Answer(FOUND)) == answer


def test_it_is_said_in_how_many_worlds_an_expectation_holds():
    text = where(Expectation("", "", "esteem", "worse"), FOUND[FOUND["outcome"] == "esteem"])
    assert text == "rating, hierarchical: about 2 of 9 worlds of world=wide"
    text = where(Expectation("", "", "esteem", "better"), FOUND[FOUND["outcome"] == "esteem"])
    assert text.startswith("rating, hierarchical: on average in world=default; ")


def test_a_study_that_names_what_is_not_there_is_refused():
    study = find_study("governance")
    for wrong in ({"reference": "nothing"}, {"primary": "nothing"}, {"outcomes": ("nothing",)},
                  {"scenarios": study.scenarios[:1] * 2}):
        with pytest.raises(ValueError, match="study governance"):
            dataclasses.replace(study, **wrong)


def test_what_cannot_be_told_says_how_many_pairs_would_do():
    rows = [{"comparison": name, "measure": "wide", "outcome": outcome, "verdict": verdict, "pairs": 9,
             "pairs_needed": 40} for name, outcome, verdict in (("rating, hierarchical, light", "esteem", "unresolved"),
                                           ("rating, egalitarian, light", "esteem", "negligible"),
                                           ("rating, hierarchical, light", "workload", "unresolved"),
                                           ("another", "esteem", "unresolved"))]
    said = untold(made_up(), table(rows))
    assert len(said) == 1
    assert said[0].startswith("rating, hierarchical, light, world=wide: esteem is unresolved with 9 pairs; about 40")

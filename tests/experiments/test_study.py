"""Studies: their scenarios compose, differ as they say, and fit their declared sizes."""

import dataclasses

import pytest

from experiments import UserError
from experiments.studies import find_study, study_names
from model.specification.regime import NationalRegime


@pytest.mark.parametrize("name", study_names())
def test_a_study_is_named_as_its_file_and_its_design_has_the_declared_size(name):
    study = find_study(name)
    assert study.name == name
    for size in study.sizes.values():
        if study.count(size) <= 100:
            rows = list(study.design(size, ("service=toy", "months=12")))
            assert len(rows) == study.count(size)
            asked = {(row.scenario, row.measure, row.index, row.spec.specification.run.seed) for row in rows}
            assert len(asked) == len(rows)


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
    assert study.count(study.sizes["laptop"]) <= 700


def test_the_wide_part_meets_every_scenario_in_the_same_worlds():
    study = find_study("governance")
    rows = [row for row in study.design(study.sizes["smoke"], ("service=toy", "months=12")) if row.measure == "wide"]
    for index in {row.index for row in rows}:
        worlds = [row.spec.specification.content()["world"] for row in rows if row.index == index]
        assert len(worlds) == len(study.scenarios)
        assert all(world == worlds[0] for world in worlds)


def test_an_unknown_study_finds_its_nearest():
    with pytest.raises(UserError, match="governance"):
        find_study("goverance")


def test_a_study_that_names_what_is_not_there_is_refused():
    study = find_study("governance")
    for wrong in ({"reference": "nothing"}, {"primary": "nothing"}, {"outcomes": ("nothing",)},
                  {"scenarios": study.scenarios[:1] * 2}):
        with pytest.raises(ValueError, match="study governance"):
            dataclasses.replace(study, **wrong)

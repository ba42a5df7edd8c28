"""Every docking case meets its targets with few replicates, and a target can be missed."""

import math
from pathlib import Path

import pytest

from experiments.docking.case import Case, Measured, Parameter, Target, summary
from experiments.docking.cases import case_names, find_case
from experiments.docking.table import FAIL, PASS, REPORTED, published, rows


@pytest.mark.parametrize("name", case_names())
def test_the_model_meets_every_target_it_claims(name):
    found = list(rows([find_case(name)], fast=True))
    assert [row for row in found if row["verdict"] == FAIL] == []
    assert any(row["verdict"] == PASS for row in found), "a case that claims nothing docks nothing"


@pytest.mark.parametrize("name", case_names())
def test_a_case_is_named_after_its_file_and_says_what_each_parameter_means(name):
    case = find_case(name)
    assert case.name == name
    assert case.about
    assert case.source
    assert all(p.meaning for p in case.parameters)
    words = [target.case for target in case.targets]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", case_names())
def test_the_page_in_the_docs_holds_every_target_and_no_failure(name):
    """`make docking` writes it; what is ours on it is from the version of the model that it names."""
    page = Path(__file__).parents[2].joinpath("docs", "docking.md").read_text(encoding="utf-8")
    case = find_case(name)
    section = page.partition(f"## {name} (")[2].partition("\n## ")[0]
    assert case.about in section
    assert [target.case for target in case.targets if f"| {target.case}" not in section] == []
    assert "| fail |" not in section


def line(value: float) -> Case:
    """Return a case of one parameter that gives a multiple of it."""
    targets = (Target("doubled", 2.0, 0.1, {"x": 1.0}), Target("at one", 2.0, 0.0, {"x": 1.0}, relation="at most"),
               Target("falls", 0.0, 0.0, relation="at least", over=({"x": 3.0}, {"x": 2.0}),
                      combine=lambda values: values[0] - values[1]),
               Target("elsewhere", 9.0, 0.1, {"x": 1.0}, claimed=False))
    return Case("line", "lines", "none", "a line", (Parameter("x", 0.5, 0.0, 9.0, "where"),), targets,
                lambda settings, replicates, seed: Measured(value * settings["x"]))


@pytest.mark.parametrize("slope, verdicts", [
    (2.0, [PASS, PASS, PASS, REPORTED]), (2.05, [PASS, FAIL, PASS, REPORTED]), (1.8, [FAIL, PASS, PASS, REPORTED]),
    (-2.0, [FAIL, PASS, FAIL, REPORTED]), (math.nan, [FAIL, FAIL, FAIL, REPORTED])])
def test_a_verdict_follows_from_error_and_tolerance(slope, verdicts):
    assert [row["verdict"] for row in rows([line(slope)])] == verdicts


def test_the_published_value_of_a_setting_is_found_and_no_other():
    assert published(line(2.0), {"x": 1.0}, "").value == 2.0
    assert published(line(2.0), {"x": 1.5}, "") is None


@pytest.mark.parametrize("wrong", [
    lambda: Parameter("x", 2.0, 0.0, 1.0), lambda: Parameter("x", "A", choices=("B",)),
    lambda: Target("x", 0.0, 0.0, relation="near"), lambda: Target("x", 0.0, 0.0, over=({},)),
    lambda: Case("x", "", "", "", (), (Target("y", 0.0, 0.0, {"z": 1.0}),), lambda *_: Measured(0.0))])
def test_what_does_not_fit_is_refused(wrong):
    with pytest.raises(ValueError):
        wrong()


def test_the_standard_error_is_that_of_a_mean():
    found = summary([1.0, 2.0, 3.0, 4.0])
    assert (found.value, found.n) == (2.5, 4)
    assert found.error == pytest.approx(math.sqrt(5 / 3 / 4))

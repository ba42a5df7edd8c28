"""`probgov docking`: the table, one case in given settings, and mistakes in the call."""

import json

import pytest

from experiments.docking.cases import case_names, find_case
from experiments.docking.page import page_text
from experiments.docking.table import COLUMNS

KEYS = {"mechanism", "case", "target", "ours", "error", "tolerance", "verdict"}


@pytest.mark.parametrize("line", [
    "docking marhc", "docking march reading=C", "docking march p1=2", "docking march p1=nan", "docking march p1=x",
    "docking march m=1.5", "docking march q=1", "docking p1=0.3", "docking march raters", "docking replicates=0",
    "docking multitask output=here g=0.1", "docking march p3=0.1", "docking run=smoke", "docking format=xml"])
def test_a_mistake_gets_one_short_message(probgov, line, tmp_path):
    answer = probgov(*line.split())
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith("probgov: ")
    assert len(answer.err.splitlines()) <= 3
    assert list(tmp_path.iterdir()) == []


def test_the_table_of_a_case_is_one_json_list_and_is_stored_where_told(probgov, tmp_path):
    answer = probgov("docking", "multitask", "format=json", "output=stored", "page=page.md")
    rows = json.loads(answer.out, parse_constant=lambda word: pytest.fail(word))
    assert all(set(row) == KEYS | {"source"} for row in rows)
    assert {row["verdict"] for row in rows} <= {"pass", "reported"}
    assert json.loads((tmp_path / "stored" / "docking.json").read_text()) == rows
    assert (tmp_path / "stored" / "docking.csv").read_text().splitlines()[0] == ",".join(COLUMNS)
    assert (tmp_path / "page.md").read_text() == page_text([find_case("multitask")], rows)


def test_one_setting_gives_a_mean_its_error_and_the_target_where_one_was_published(probgov):
    answer = probgov("docking", "march", "p1=0.1", "p2=0.5", "t=20", "replicates=30", "seed=4", "format=json")
    row, = json.loads(answer.out)
    assert row["n"] == 30
    assert row["mean"] == row["ours"]
    assert 0 < row["standard_error"] < 0.1
    assert row["target"] == 0.79
    unpublished, = json.loads(probgov("docking", "march", "p1=0.3", "t=20", "replicates=2", "format=json").out)
    assert (unpublished["target"], unpublished["verdict"]) == (None, None)


@pytest.mark.parametrize("name", case_names())
def test_the_help_of_a_case_names_its_parameters(probgov, name):
    answer = probgov("docking", name, "--help")
    assert answer.code == 0
    assert all(f"  {p.name} " in answer.out for p in find_case(name).parameters)

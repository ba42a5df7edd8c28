"""Runs of more than one model version, or recorded at more than one level, in one store."""

import dataclasses
import warnings

import pytest

from experiments import open_store
from experiments.store.read import OldResults
from model.kernel_cache import model_hash

OLD = "0123456789abcdef"


def aged(design):
    """Return the rows as an older version of the model would have asked for them."""
    return [dataclasses.replace(row, spec=dataclasses.replace(row.spec, model=OLD)) for row in design]


def test_results_of_another_version_are_read_with_a_warning_that_names_both(tmp_path, rows, fill):
    fill(tmp_path / "s", aged(rows(range(1, 4))), OLD)
    with pytest.warns(OldResults, match=f"{OLD}.*{model_hash()}"):
        assert len(open_store(tmp_path / "s").runs()) == 6


def test_beside_results_of_this_version_they_are_left_out(tmp_path, rows, fill):
    fill(tmp_path / "s", aged(rows(range(1, 4))), OLD)
    assert fill(tmp_path / "s", rows(range(1, 3))) == 4
    with pytest.warns(OldResults, match="left out"):
        runs = open_store(tmp_path / "s").runs()
    assert set(runs["model_hash"]) == {model_hash()}
    assert len(runs) == 4


def test_results_of_this_version_alone_say_nothing(tmp_path, rows, fill):
    fill(tmp_path / "s", rows(range(1, 3)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(open_store(tmp_path / "s").runs()) == 4


def test_the_console_says_it_in_one_line(probgov, tmp_path, rows, fill):
    fill(tmp_path / "s", aged(rows(range(1, 3))), OLD)
    answer = probgov("store", "export", "s", "output=x", "tables=runs")
    assert answer.code == 0
    assert answer.err.count("\n") == 1
    assert OLD in answer.err


def test_a_run_recorded_twice_is_read_once_at_its_lowest_level(tmp_path, rows, fill):
    fill(tmp_path / "s", rows(range(1, 4)))
    fill(tmp_path / "s", rows(range(2, 3), "pdu"))
    runs = open_store(tmp_path / "s").runs()
    assert len(runs) == 6
    assert dict(zip(runs["seed"], runs["record"])) == {1: "nation", 2: "pdu", 3: "nation"}


def test_events_are_a_table_where_recorded(tmp_path):
    from experiments.composition import compose_run
    from experiments.design import paired
    from experiments.execute import execute
    from experiments.store.provenance import provenance
    from experiments.store.write import StoreWriter
    from model.simulation import simulate

    sides = {"a": compose_run(["service=toy"]),
             "none": compose_run(["service=toy", "regime=none", "history_regime=none"])}
    with StoreWriter(tmp_path / "s", provenance("test")) as writer:
        execute(paired(sides, [0], [1], "nation,events"), writer)
    store = open_store(tmp_path / "s")
    expected = simulate(sides["a"].at(0, 1)).events
    runs = store.runs().set_index("scenario")["run_id"]
    events = store.table("events").groupby("run_id")
    assert set(events.groups) == {runs["a"]}
    assert len(expected["unit"]) > 0
    for name, values in expected.items():
        assert events.get_group(runs["a"])[name].sort_values().to_list() == sorted(values)

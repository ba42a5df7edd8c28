"""What a run is measured against: the floor, plain Mesa, itself at other sizes; and the page written from it."""

import importlib
import json
from pathlib import Path

import numpy as np
import pytest

from experiments.bench import floor, growth, memory, oracle, phases, processes, sharing, starting
from experiments.bench.timing import Measure
from experiments.composition import compose
from model.randomness import bits, high_half, stream_key
from model.simulation import empty_tables, prepare, run_months

page = importlib.import_module("experiments.bench.page")
bench = importlib.import_module("experiments.bench.__main__")
DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_the_floor_draws_the_models_words_and_moves_every_column_once_a_month():
    columns = tuple(np.zeros(5) for _ in range(3))
    floor.draw_and_stream(columns, 2, 7, 2, 4)
    for k in range(2):
        words = [[high_half(np.uint64(bits(np.uint64(stream_key(7, k, t)), i, k))) for i in range(5)] for t in range(2)]
        np.testing.assert_array_equal(columns[k], 0.5 * (0.5 * np.array(words[0]) + np.array(words[1])))
    np.testing.assert_array_equal(columns[2], 0.375)


def test_the_floor_in_numpy_moves_as_many_columns():
    columns = [np.zeros(1000) for _ in range(3)]
    floor.in_numpy(columns, 2, 7, 2, 4)
    assert all(0.3 < column.mean() < 0.45 and column.std() > 0.05 for column in columns[:2])
    np.testing.assert_array_equal(columns[2], 0.375)


def test_months_take_longer_than_their_floor():
    found = {row.name: row for row in floor.above_the_floor("toy", 3)}
    assert found["months against the floor"].value > 1
    assert found["months against the floor"].goal == "at most 3"


def test_phase_by_phase_is_the_month_itself():
    sealed = compose(["service=toy", "months=12", "switch=6", "national=both"])
    (whole, inputs), (parts, _) = prepare(sealed), prepare(sealed)
    run_months(whole, inputs, *empty_tables(whole, 12, ()), 0, 12)
    for t in range(12):
        for call in phases.calls(parts, inputs, t).values():
            call()
    for name in whole.practitioners._fields:
        assert np.array_equal(getattr(whole.practitioners, name), getattr(parts.practitioners, name)), name
    assert whole.pdus.tobytes() == parts.pdus.tobytes()


def test_phases_of_units_read_nothing_of_people():
    """People who are no numbers in those phases change nothing of any unit."""
    sealed = compose(["service=toy", "months=12", "switch=6", "national=both"])
    (whole, inputs), (parts, _) = prepare(sealed), prepare(sealed)
    people = parts.practitioners
    nobody = people._replace(**{name: np.full_like(column, np.nan if column.dtype.kind == "f" else -1)
                                for name, column in people._asdict().items()})
    blind = parts._replace(practitioners=nobody)
    run_months(whole, inputs, *empty_tables(whole, 12, ()), 0, 12)
    for t in range(12):
        own, unseeing = phases.calls(parts, inputs, t), phases.calls(blind, inputs, t)
        for name, call in own.items():
            (unseeing[name] if name in phases.UNIT_PHASES else call)()
    assert whole.pdus.tobytes() == parts.pdus.tobytes()
    assert set(phases.UNIT_PHASES) < set(own)


def test_plain_mesa_is_slower_at_the_same_rules():
    found = oracle.measured("toy", ["service=toy"], 2, 1)
    assert found.value > 1
    assert "120 posts, 2 months" in found.name


def test_outside_a_checkout_plain_mesa_is_left_out_and_that_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(oracle, "FOLDER", tmp_path)
    assert oracle.against_plain_mesa(1) == []
    assert "checkout" in capsys.readouterr().err


def test_growth_is_measured_at_the_sizes_named(monkeypatch):
    monkeypatch.setattr(growth, "MONTHS", (2, 4))
    monkeypatch.setattr(growth, "UNITS", ((1, 0.05), (2, 0.025)))
    assert [row.name for row in growth.months(1)] == ["a month of 4 against one of 2"]
    assert [row.name for row in growth.units(1)] == ["216 PDUs against 108 with as many practitioners"]


def test_together_runs_take_less_than_alone():
    assert sharing.against_alone("toy", 8, 3).value > 1


def test_the_most_memory_held_never_falls():
    before = memory.most_held()
    held = np.ones(8_000_000)
    assert memory.most_held() >= max(before, held.nbytes)
    del held
    assert memory.most_held() >= before


def test_other_processes_measure_the_same_thing_and_their_median_counts():
    found = processes.in_processes(2, measured_here, "toy", 3)
    assert found == [Measure("toy", 3.0, "s", 3.0, 3.0)]


def measured_here(word, rounds):
    return [Measure(word, float(rounds), "s", 0.0, 9.0)]


def test_a_call_of_the_command_is_timed_where_nothing_lies():
    assert starting._call(("--help",)) > 0.01


ROWS = {"against the floor": [Measure("CPU a post and month, national", 20.0, "ns"),
                              Measure("months against the floor", 4.25, "times", 4.0, 4.5, "at most 3")],
        "by phase": [Measure("share of effort", 70.0, "%"), Measure("share of learning", 30.0, "%"),
                     Measure("share of phases that pass over no practitioners", 30.0, "%")],
        "against plain Mesa": [Measure("plain Mesa", 412.0, "times", goal="at least 300")]}


def test_the_page_says_what_was_stored_and_which_goals_were_met(tmp_path):
    about = {"processor": "P", "cores": 2, "memory_gb": 8.0, "python": "3.11", "model_hash": "abc"}
    file = tmp_path / "b.json"
    file.write_text(json.dumps({"machine": about, "asked": {}, "load_before": dict.fromkeys(ROWS, 1.25),
                                "measured": {name: [row._asdict() for row in rows] for name, rows in ROWS.items()}}))
    page.main(str(file), str(tmp_path / "page.md"))
    text = (tmp_path / "page.md").read_text()
    assert "| against the floor | months against the floor | 4.25 times | at most 3 | **not met** |" in text
    assert "| against plain Mesa | plain Mesa | 412 times | at least 300 | met |" in text
    said = " ".join(text.split())
    assert "4.2 times the floor: 20 ns a post and month against 4.7. 6.0 ns of them" in said
    assert "effort 14.0 ns" in said
    assert "learning 6.0 ns" not in said


def test_the_stored_page_is_that_of_the_stored_benchmark():
    assert (DOCS / "performance.md").read_text(encoding="utf-8") == page.page(DOCS / "performance.json"), \
        "docs/performance.md is out of date: make performance"


@pytest.mark.parametrize(("value", "goal", "verdict"), [
    (3.0, "at most 3", True), (3.01, "at most 3", False), (5.0, "under 5", False), (4.9, "under 5", True),
    (1.85, "at least 1.85", True), (1.84, "at least 1.85", False), (1.05, "about 1", True), (1.3, "about 1", False)])
def test_a_goal_is_met_or_not(value, goal, verdict):
    assert page.met(Measure("x", value, "", goal=goal)) is verdict


def test_a_goal_in_other_words_is_refused():
    with pytest.raises(ValueError, match="no goal"):
        page.met(Measure("x", 1.0, "", goal="around 7"))


def test_every_part_of_the_benchmark_has_its_note():
    assert list(page.NOTES) == list(bench.MEASUREMENTS)

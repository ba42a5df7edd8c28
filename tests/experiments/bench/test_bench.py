"""The benchmark: times in turn, intervals that hold the median, and a stored table of everything measured."""

import importlib
import json

import pytest

from experiments.bench import engine, timing
from experiments.bench.runs import kernel_seconds
from experiments.composition import compose
from experiments.store.check import check_store

bench = importlib.import_module("experiments.bench.__main__")


def test_actions_are_taken_in_turn_and_every_second_round_backwards():
    order = []
    taken = timing.in_turn([lambda: order.append("a"), lambda: order.append("b")], 3,
                           begin=lambda number: order.append(number))
    assert order == [0, "a", "b", 1, "b", "a", 2, "a", "b"]
    assert [len(times) for times in taken] == [3, 3]


def test_clock_and_processor_are_told_apart():
    import time

    slept = timing.timed(lambda: time.sleep(0.2))
    assert slept.wall >= 0.2
    assert slept.cpu < 0.1
    worked = timing.timed(lambda: sum(i * i for i in range(2_000_000)))
    assert worked.cpu > 0.02


def test_the_interval_holds_the_median_and_narrows_with_rounds():
    few, many = (timing.median_of("x", [1.0, 2.0, 3.0, 4.0] * n, "s") for n in (1, 25))
    assert few.value == many.value == 2.5
    assert 1.0 <= few.low <= 2.5 <= few.high <= 4.0
    assert many.high - many.low < few.high - few.low
    assert timing.median_of("x", [1.0, 2.0], "s")[3:5] == (None, None)


def test_months_alone_take_less_than_a_run_with_everything():
    sealed = compose(["service=toy"])
    kernel_seconds(sealed)
    alone = min(kernel_seconds(sealed) for _ in range(5))
    assert 0 < alone < timing.timed(lambda: [kernel_seconds(sealed) for _ in range(5)]).cpu


def test_runs_are_stored_whole_by_one_and_by_several_workers(tmp_path):
    found = {row.name: row for row in engine.stored_runs(tmp_path, "toy", engine.A_ROUND, 2)}
    for workers in (1, 2):
        report = check_store(tmp_path / f"workers-{workers}-from-1")
        assert (report.done, report.missing, report.damaged) == (engine.A_ROUND, 0, [])
    assert found["speed-up of 2 workers"].goal == "at least 1.85"
    rates = [found[f"runs stored a minute, {who}"].value for who in ("1 worker", "2 workers")]
    assert rates[1] / rates[0] == pytest.approx(found["speed-up of 2 workers"].value)
    added = {name.rpartition(" to ")[2]: row.value for name, row in found.items() if name.startswith("CPU that")}
    assert added["their months alone"] > added["runs by themselves"]
    assert added["their months alone"] > 0


def test_storing_is_measured_at_both_ends_of_what_can_be_recorded(tmp_path):
    names = [row.name for row in engine.storing(tmp_path, "toy")]
    assert names == [f"storing a run, record={record}, {what}" for record in ("nation", "pdu")
                     for what in ("wall", "cpu")]


def test_everything_measured_is_printed_and_stored_with_the_machine(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name in set(bench.MEASUREMENTS) - {"making ready", "storing"}:
        monkeypatch.setitem(bench.MEASUREMENTS, name, lambda s: [])
    monkeypatch.setitem(bench.MEASUREMENTS, "single runs", lambda s: [timing.Measure("x", 1.5, "s", 1.0, 2.0, "any")])
    assert bench.main(["runs=1", "service=toy", "rounds=2"]) == 0
    out = capsys.readouterr().out
    file, = (tmp_path / "results" / "bench").iterdir()
    assert f"stored in results/bench/{file.name}" in out
    stored = json.loads(file.read_text())
    assert stored["measured"]["single runs"] == [
        {"name": "x", "value": 1.5, "unit": "s", "low": 1.0, "high": 2.0, "goal": "any"}]
    assert stored["machine"]["cores"] >= 1
    assert stored["asked"] == {"runs": 1, "workers": 2, "processes": 3, "rounds": 2, "service": "toy"}
    assert set(stored["load_before"]) == set(bench.MEASUREMENTS)
    assert all(row["name"] in out for rows in stored["measured"].values() for row in rows)


@pytest.mark.parametrize("words", [["runs=0"], ["workers=x"], ["service=x10"], ["rums=3"], ["runs"], ["processes=0"],
                                   ["rounds=-1"]])
def test_mistakes_are_named_and_leave_nothing(tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    assert bench.main(words) == 2
    assert words[0].partition("=")[0] in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []

"""Sequential comparisons: decided at looks alone, nothing launched past one, the same on resuming."""

import importlib
import json
import math

import pytest

from experiments import UserError, compare, open_store
from experiments.comparison import plan
from experiments.sequential import Pairs, read_precision
from model.simulation import RunError

BASE = ("service=toy", "months=60", "switch=6", "a.governance=egalitarian", "b.governance=hierarchical")
execution = importlib.import_module("experiments.execute")


def first_look(tmp_path):
    """Return the half-width at 50 pairs."""
    found = compare(*BASE, precision="10", on=["true_quality"], output=tmp_path / "probe")
    assert found.stopped.looks[0]["pairs"] == 50
    return found.stopped.looks[0]["half_width"]["true_quality"]


def test_it_stops_at_the_first_look_that_is_narrow_enough_and_launches_nothing_past_it(tmp_path):
    width = first_look(tmp_path)
    easy = compare(*BASE, precision=repr(width * 1.01), on=["true_quality"], output=tmp_path / "easy")
    assert (easy.stopped.pairs, easy.stopped.precise) == (50, True)
    assert len(open_store(tmp_path / "easy").runs()) == 100
    hard = compare(*BASE, precision=repr(width * 0.8), on=["true_quality"], output=tmp_path / "hard")
    assert hard.stopped.precise
    assert hard.stopped.pairs in (75, 112)
    assert [look["pairs"] for look in hard.stopped.looks] == [50, 75, 112][:len(hard.stopped.looks)]
    assert hard.stopped.looks[-1]["half_width"]["true_quality"] <= width * 0.8
    assert all(look["half_width"]["true_quality"] > width * 0.8 for look in hard.stopped.looks[:-1])
    assert len(open_store(tmp_path / "hard").runs()) == 2 * hard.stopped.pairs
    assert hard.effects[0].pairs == hard.stopped.pairs
    assert hard.effects[0].level == 0.95


def test_what_is_stored_already_changes_no_decision(tmp_path):
    width = repr(first_look(tmp_path) * 0.8)
    fresh = compare(*BASE, precision=width, on=["true_quality"], output=tmp_path / "fresh")
    compare(*BASE, replicates=120, on=["true_quality"], output=tmp_path / "more")
    more = compare(*BASE, precision=width, on=["true_quality"], output=tmp_path / "more")
    again = compare(*BASE, precision=width, on=["true_quality"], output=tmp_path / "fresh")
    assert (more.tally.done, again.tally.done) == (0, 0)
    assert fresh.stopped.looks == more.stopped.looks == again.stopped.looks
    assert fresh.effects == more.effects == again.effects


def test_a_pair_that_loses_a_side_is_dropped_replaced_and_counted(tmp_path, monkeypatch):
    from model import simulation

    real = simulation.run_on

    def broken(history, specification):
        if specification.run.seed in (3, 7) and specification.names["governance"] == "egalitarian":
            raise RunError(5, "service", "true_quality")
        return real(history, specification)

    monkeypatch.setattr(simulation, "run_on", broken)
    found = compare(*BASE, precision="10", on=["true_quality"], output=tmp_path / "s")
    assert (found.stopped.pairs, found.stopped.launched) == (50, 52)
    assert (found.effects[0].pairs, found.effects[0].dropped) == (50, 2)


def test_precision_that_is_never_met_ends_at_the_most(tmp_path):
    found = compare(*BASE, precision="1e-9", replicates=80, on=["true_quality"], output=tmp_path / "s")
    assert (found.stopped.pairs, found.stopped.precise) == (75, False)
    assert len(open_store(tmp_path / "s").runs()) == 150


def test_what_a_store_held_before_is_neither_counted_as_progress_nor_as_disk(tmp_path, monkeypatch, capsys):
    """Of the runs to 75 pairs 20 are stored; those to 112 pairs are told of after a block, 42 being left."""
    told = []
    monkeypatch.setattr(execution, "LONG_SECONDS", 0.0)
    monkeypatch.setattr(execution, "size", lambda count: told.append(count) or "some")
    compare(*BASE, replicates=60, on=["true_quality"], output=tmp_path / "s")
    capsys.readouterr()
    told.clear()
    compare(*BASE, precision="1e-9", replicates=112, on=["true_quality"], output=tmp_path / "s", quiet=False)
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("runs to")]
    assert lines == ["runs to 75 pairs: 50 of 50, about 0 s left", "runs to 112 pairs: 74 of 74, about 0 s left"]
    stored = sum(file.stat().st_size for file in (tmp_path / "s").glob("[a-z]*/part-*"))
    assert told[0] == pytest.approx(42 * stored / (2 * 112), rel=0.3)


def test_in_wide_worlds_every_pair_is_a_new_world():
    planned = plan([*BASE, "world=wide", "world.index=3", "seed=9"], on=["esteem"], precision="1")
    rows = list(Pairs(planned.a, planned.b).design(0, 4))
    assert [(row.scenario, row.index, row.spec.specification.run.seed) for row in rows] == [
        (side, 3 + number, 9) for number in range(4) for side in "ab"]


def test_an_outcome_that_the_run_is_too_short_for_is_refused(tmp_path):
    with pytest.raises(UserError, match="too short"):
        compare("service=toy", "months=12", "switch=4", *BASE[3:], precision="1", on=["true_quality"],
                output=tmp_path / "s")


@pytest.mark.parametrize("more, said", [
    ({"precision": "0.1"}, "needs the outcomes"), ({"precision": "0", "on": ["esteem"]}, "above 0"),
    ({"precision": "nan", "on": ["esteem"]}, "above 0"), ({"precision": "1,2,3", "on": ["esteem"]}, "one for all"),
    ({"precision": "1", "on": ["esteem"], "replicates": 20}, "at least 50"),
])
def test_mistakes_are_named(tmp_path, more, said):
    with pytest.raises(UserError, match=said):
        compare(*BASE, output=tmp_path / "s", **more)


def test_one_width_serves_all_outcomes():
    assert read_precision("0.5", ["a", "b"]) == (0.5, 0.5)
    assert read_precision("[0.5, 2]", ["a", "b"]) == (0.5, 2.0)


def test_the_command_gives_looks_luck_and_horizons(probgov):
    answer = probgov("compare", *BASE, "precision=10", "on=true_quality", "format=json")
    document = json.loads(answer.out)
    assert document["stopped"]["looks"][0]["pairs"] == 50
    luck = {(row["outcome"], row["horizon"]): row["ratio"] for row in document["shared_luck"]}
    assert {horizon for _, horizon in luck} == {"primary", "month 12", "month 78"}
    assert luck["true_quality", "month 78"] is None
    assert document["effects"][0]["luck_shared"] == luck["true_quality", "primary"]
    assert luck["true_quality", "primary"] > 1


def test_power_is_read_from_a_stored_comparison(probgov):
    probgov("compare", *BASE, "replicates=20", "output=results/c")
    document = json.loads(probgov("power", "on=true_quality,esteem", "format=json").out)
    assert [row["outcome"] for row in document["outcomes"]] == ["true_quality", "esteem"]
    for row in document["outcomes"]:
        assert row["stored"] == row["pairs"] == 20
        assert 0 <= row["told"] <= 1
        assert math.isfinite(row["spread"])
        assert (row["told"] >= 0.9) == (row["told_pairs"] <= 20)
    assert probgov("power", "first=a", "second=c").code == 2
    assert probgov("power", "on=nothing").code == 2
    assert probgov("power", "effect=0.5").code == 2

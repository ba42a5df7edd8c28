"""Carrying out designs: the same rows however many workers, and nothing lost when stopped."""

import importlib

import numpy as np
import pandas as pd
import pytest

from experiments import UserError, open_store
from experiments.design import paired
from experiments.executors import Executor
from experiments.store.provenance import provenance
from experiments.store.write import StoreWriter

execution, performance = (importlib.import_module(f"experiments.{name}") for name in ("execute", "perform"))


@pytest.fixture
def design(toy):
    return lambda seeds, *words: list(
        paired({"a": toy("governance=hierarchical", *words), "b": toy("governance=egalitarian", *words)}, [0], seeds))


def carry_out(path, rows, workers=1):
    with StoreWriter(path, provenance("test")) as writer:
        return execution.execute(rows, writer, Executor(workers))


def tables(path):
    store = open_store(path)
    runs = store.runs().sort_values(["run_id", "scenario"], ignore_index=True)
    return runs, store.table("nation").sort_values(["run_id", "month"], ignore_index=True)


def test_the_same_rows_from_one_two_and_four_threads_in_one_go_or_two(tmp_path, design):
    rows = design(range(1, 21))
    carry_out(tmp_path / "one", rows, 1)
    carry_out(tmp_path / "two", rows, 2)
    carry_out(tmp_path / "four", rows[:7], 4)
    assert carry_out(tmp_path / "four", rows, 4).done == 33
    first = tables(tmp_path / "one")
    for other in ("two", "four"):
        for left, right in zip(first, tables(tmp_path / other), strict=True):
            pd.testing.assert_frame_equal(left, right, check_exact=True)


def test_stored_numbers_are_the_simulation_s(tmp_path, design):
    from model.simulation import simulate

    row = design([3])[0]
    carry_out(tmp_path / "s", [row])
    result = simulate(row.spec.specification)
    stored = open_store(tmp_path / "s").table("nation").drop(columns=["run_id", "month"]).to_numpy()
    np.testing.assert_array_equal(stored, result.nation.astype("float32"))


@pytest.mark.parametrize("level, size", [("region", 2), ("pdu", 6)])
def test_lower_levels_are_recorded_where_asked(tmp_path, toy, level, size):
    rows = list(paired({"a": toy()}, [0], [1], record=level))
    carry_out(tmp_path / "s", rows)
    table = open_store(tmp_path / "s").table(level)
    assert len(table) == 12 * size
    assert set(table["unit"]) == set(range(size))


def test_an_interruption_keeps_what_had_ended_and_goes_on_from_there(tmp_path, design, monkeypatch):
    rows, real, calls = design(range(1, 41)), performance.perform, []

    def stopping(spec, *history):
        calls.append(spec.id)
        if len(calls) == 50:
            raise KeyboardInterrupt
        return real(spec, *history)

    monkeypatch.setattr(performance, "perform", stopping)
    with pytest.raises(KeyboardInterrupt):
        carry_out(tmp_path / "s", rows)
    kept = len(open_store(tmp_path / "s").runs())
    assert kept >= 48
    monkeypatch.setattr(performance, "perform", real)
    assert carry_out(tmp_path / "s", rows).done == 80 - kept
    carry_out(tmp_path / "whole", rows)
    for left, right in zip(tables(tmp_path / "s"), tables(tmp_path / "whole"), strict=True):
        pd.testing.assert_frame_equal(left, right, check_exact=True)


def test_a_run_that_stops_is_a_row_with_its_command(tmp_path, design, monkeypatch):
    from model import simulation

    real = simulation.run_on

    def broken(history, specification):
        if specification.run.seed == 2 and specification.names["governance"] == "egalitarian":
            raise simulation.RunError(5, "service", "true_quality")
        return real(history, specification)

    monkeypatch.setattr(simulation, "run_on", broken)
    tally = carry_out(tmp_path / "s", design(range(1, 4)))
    assert (tally.done, tally.failed) == (5, 1)
    runs = open_store(tmp_path / "s").runs()
    failed = runs[runs["status"] == "failed"].iloc[0]
    assert all(word in failed["message"] for word in ("5", "service", "true_quality"))
    assert failed["command"] == "probgov run service=toy months=12 switch=4 governance=egalitarian seed=2"
    assert pd.isna(failed["true_quality"])


def test_an_error_of_another_kind_is_raised_not_stored(tmp_path, design, monkeypatch):
    from model import simulation

    def wrong(*words):
        raise TypeError("a fault of the program")

    monkeypatch.setattr(simulation, "run_months", wrong)
    with pytest.raises(TypeError):
        carry_out(tmp_path / "s", design([1]))
    assert open_store(tmp_path / "s").runs().empty


@pytest.mark.parametrize("workers", [-1, 2000])
def test_workers_out_of_range_are_refused(workers):
    with pytest.raises(UserError, match="workers"):
        Executor(workers).check()


def test_nought_workers_are_all_cores():
    assert Executor(0).count() >= 1


class Growing:
    """Threads under the name of a pool that gains workers: one more each time it is asked."""

    def __init__(self, pool):
        self.pool, self.now, self.sent, self.out, self.most = pool, 0, 0, 0, 0

    def __getattr__(self, name):
        return getattr(self.pool, name)

    @property
    def workers(self):
        self.now += 8
        return self.now

    def send(self, specs):
        self.sent, self.out = self.sent + 1, self.out + 1
        self.most = max(self.most, self.out)
        return self.pool.send(specs)

    def collect(self, task):
        self.out -= 1
        return self.pool.collect(task)


def test_more_is_sent_out_as_workers_come(tmp_path, design, monkeypatch):
    """A cluster may have no worker yet when the first block goes out."""
    start, pools = Executor.start, []

    def growing(executor):
        pools.append(Growing(start(executor)))
        return pools[-1]

    rows = design(range(1, 161))
    carry_out(tmp_path / "plain", rows, 2)
    monkeypatch.setattr(Executor, "start", growing)
    carry_out(tmp_path / "growing", rows, 2)
    blocks = -(-len(rows) // execution.BLOCK)
    assert pools[0].most > 5 * pools[0].sent / blocks
    assert pools[0].now == 8 * blocks
    for left, right in zip(tables(tmp_path / "plain"), tables(tmp_path / "growing"), strict=True):
        pd.testing.assert_frame_equal(left, right, check_exact=True)

"""The store: whole or absent, nothing twice, readable after every accident."""

import os
import subprocess
import sys
import threading

import numpy as np
import pytest

from experiments import UserError, open_store
from experiments.design import paired
from experiments.runspec import RunSpec
from experiments.store import layout
from experiments.store.lock import StoreLock
from experiments.store.provenance import provenance
from experiments.store.tables import Finished
from experiments.store.write import StoreWriter
from model.observation.columns import COLUMNS
from model.observation.outcomes import outcome_names


def made_up(spec: RunSpec) -> Finished:
    """Return a finished run whose numbers follow from its seed, without running the model."""
    seed = spec.specification.run.seed
    nation = np.random.default_rng(seed).random((3, len(COLUMNS["nation"])))
    outcomes = {name: float(seed) + i for i, name in enumerate(outcome_names())}
    outcomes["true_quality"] = float("nan") if seed == 2 else float(seed)
    return Finished(spec, outcomes, {"nation": nation})


def fill(path, design):
    """Store a design's missing runs, made up; return how many there were."""
    count = 0
    with StoreWriter(path, provenance("test")) as writer:
        for block in writer.missing(design):
            writer.add([made_up(row.spec) for row in block])
            count += len(block)
    return count


@pytest.fixture
def design(toy):
    return lambda seeds: list(paired({"one": toy("governance=hierarchical"), "two": toy()}, [0], seeds))


def test_what_is_written_is_what_is_read(tmp_path, design):
    rows = design(range(1, 41))
    assert fill(tmp_path / "s", rows) == 80
    store = open_store(tmp_path / "s")
    runs = store.runs()
    assert len(runs) == 80
    assert set(runs["status"]) == {"done"}
    assert list(runs.loc[runs["scenario"] == "one", "seed"]) == list(range(1, 41))
    assert set(runs.loc[runs["scenario"] == "one", "governance"]) == {"hierarchical"}
    assert set(outcome_names()) <= set(runs.columns)
    kept = runs["true_quality"].isna()
    assert set(runs.loc[kept, "seed"]) == {2}
    nation = store.table("nation", ["esteem"])
    assert list(nation.columns) == ["run_id", "month", "esteem"]
    expected = made_up(rows[0].spec).series["nation"][:, [c.name for c in COLUMNS["nation"]].index("esteem")]
    got = nation[nation["run_id"] == rows[0].spec.id].sort_values("month")["esteem"]
    assert np.array_equal(got.to_numpy(), expected.astype(np.float32))
    assert store.specification(rows[0].spec.id)["run"]["seed"] == rows[0].spec.specification.run.seed
    assert store.missing().empty
    assert store.provenance()["packages"]["numpy"] == np.__version__


def test_nothing_is_run_twice_and_more_is_added_beside(tmp_path, design):
    assert fill(tmp_path / "s", design(range(1, 6))) == 10
    assert fill(tmp_path / "s", design(range(1, 6))) == 0
    assert fill(tmp_path / "s", design(range(1, 9))) == 6
    runs = open_store(tmp_path / "s").runs()
    assert len(runs) == len(runs.drop_duplicates(["scenario", "seed"])) == 16


def test_one_run_under_two_names_is_run_once_and_read_twice(tmp_path, toy):
    rows = list(paired({"one": toy(), "same": toy("governance=observed")}, [0], [1]))
    assert fill(tmp_path / "s", rows) == 1
    runs = open_store(tmp_path / "s").runs()
    assert list(runs["scenario"]) == ["one", "same"]
    assert runs["run_id"].nunique() == 1


def test_only_tables_and_hidden_names_stand_in_the_folder(tmp_path, design):
    fill(tmp_path / "s", design(range(1, 4)))
    for entry in (tmp_path / "s").rglob("*"):
        first = entry.relative_to(tmp_path / "s").parts[0]
        assert first in layout.TABLES or first.startswith("_")
        assert ".tmp" not in entry.name


def test_a_block_without_its_part_in_runs_is_missing_and_run_again(tmp_path, design):
    rows = design(range(1, 4))
    fill(tmp_path / "s", rows)
    for part in (tmp_path / "s" / "runs").iterdir():
        part.unlink()
    store = open_store(tmp_path / "s")
    assert store.runs().empty
    assert len(store.missing()) == 6
    assert all(command.startswith("probgov run ") for command in store.missing()["command"])
    assert fill(tmp_path / "s", rows) == 6
    table = open_store(tmp_path / "s").table("nation")
    assert not table.duplicated(["run_id", "month"]).any()


@pytest.mark.parametrize("table", ["runs", "asked", "nation"])
def test_a_torn_part_is_left_out_and_named(tmp_path, design, table):
    fill(tmp_path / "s", design(range(1, 40)))
    part = sorted((tmp_path / "s" / table).iterdir())[0]
    part.write_bytes(part.read_bytes()[:200])
    store = open_store(tmp_path / "s")
    assert [file.name for file in store.damaged] == [part.name]
    assert len(store.runs()) < 78 or table == "nation"
    if table != "nation":
        fill(tmp_path / "s", design(range(1, 40)))
        assert len(open_store(tmp_path / "s").runs()) == 78


def test_a_write_that_fails_leaves_nothing(tmp_path):
    def half(stream):
        stream.write(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="No space left"):
        layout.write_whole(tmp_path / "file", half)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_writer_left_is_cleared_and_never_read(tmp_path, design):
    fill(tmp_path / "s", design(range(1, 3)))
    left = tmp_path / "s" / "runs" / ".tmp-1-part-x.parquet"
    left.write_bytes(b"half")
    assert len(open_store(tmp_path / "s").runs()) == 4
    fill(tmp_path / "s", design(range(1, 3)))
    assert not left.exists()


def test_a_second_writer_waits_for_the_first(tmp_path, design):
    order = []

    def second():
        fill(tmp_path / "s", design(range(1, 4)))
        order.append("second")

    with StoreWriter(tmp_path / "s", provenance("first")) as writer:
        thread = threading.Thread(target=second)
        thread.start()
        for block in writer.missing(design(range(1, 4))):
            writer.add([made_up(row.spec) for row in block])
        order.append("first")
    thread.join()
    assert order == ["first", "second"]
    assert len(open_store(tmp_path / "s").runs()) == 6


def test_patience_ends_with_who_holds_the_store(tmp_path):
    holder, waiting = StoreLock(tmp_path), StoreLock(tmp_path, patience=0.2)
    holder.take()
    try:
        with pytest.raises(UserError, match=str(os.getpid())):
            waiting.take()
    finally:
        holder.release()
    waiting.take()
    waiting.release()


@pytest.mark.skipif(os.name != "posix", reason="kills a process by signal")
def test_a_killed_holder_holds_nothing(tmp_path):
    code = (f"import os, signal; from experiments.store.lock import StoreLock; from pathlib import Path; "
            f"StoreLock(Path({str(tmp_path)!r})).take(); os.kill(os.getpid(), signal.SIGKILL)")
    ended = subprocess.run([sys.executable, "-c", code], check=False, cwd=layout.__file__.split("experiments")[0])
    assert ended.returncode == -9
    lock = StoreLock(tmp_path, patience=5)
    lock.take()
    lock.release()


@pytest.mark.parametrize("call, said", [
    (lambda path: open_store(path / "none"), "no such folder"), (lambda path: open_store(path), "not a store"),
    (lambda path: StoreWriter(path, {}), "other files"),
    (lambda path: StoreWriter(path / "file", {}), "cannot be written"),
    (lambda path: StoreWriter(path / "file" / "under", {}), "cannot be written"),
])
def test_a_folder_that_cannot_serve_is_refused(tmp_path, call, said):
    (tmp_path / "file").write_text("something")
    with pytest.raises(UserError, match=said):
        call(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_levels_and_columns_that_were_not_recorded_are_refused(tmp_path, design):
    fill(tmp_path / "s", design(range(1, 2)))
    store = open_store(tmp_path / "s")
    with pytest.raises(UserError, match="record=pdu"):
        store.table("pdu")
    with pytest.raises(UserError, match="esteem"):
        store.table("nation", ["estem"])
    with pytest.raises(UserError, match="nation"):
        store.table("natoin")

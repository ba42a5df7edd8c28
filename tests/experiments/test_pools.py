"""Workers: the same tables from threads and processes, killed workers replaced, long sweeps announced."""

import importlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from experiments import UserError, open_store
from experiments.design import paired
from experiments.executors import Executor
from experiments.pools import PATIENCE, Threads, WorkersLost
from experiments.processes import Processes
from experiments.progress import Progress, duration, size
from experiments.runspec import RunSpec
from experiments.store.provenance import provenance
from experiments.store.write import StoreWriter

execution, executors, processes = (importlib.import_module(f"experiments.{name}")
                                   for name in ("execute", "executors", "processes"))
ROOT = Path(processes.__file__).resolve().parents[1]


@pytest.fixture
def design(toy):
    return lambda seeds, record="nation": list(
        paired({"a": toy("governance=hierarchical"), "b": toy("governance=egalitarian")}, [0], seeds, record))


def carry_out(path, rows, **more):
    with StoreWriter(path, provenance("test")) as writer:
        progress = more.pop("progress", None)
        return execution.execute(rows, writer, Executor(**more), progress)


def tables(path):
    store = open_store(path)
    found = [store.runs(), *(store.table(level) for level in ("nation", "pdu", "events") if store.files(level))]
    return [table.sort_values(list(table.columns[:4]), ignore_index=True) for table in found]


def assert_same(one, other):
    for left, right in zip(tables(one), tables(other), strict=True):
        pd.testing.assert_frame_equal(left, right, check_exact=True)


def test_threads_and_processes_of_any_number_give_the_same_tables_resumed_or_not(tmp_path, design):
    rows = design(range(1, 21), "pdu,events")
    carry_out(tmp_path / "serial", rows, workers=1)
    carry_out(tmp_path / "threads", rows, workers=4)
    carry_out(tmp_path / "processes", rows, workers=2, processes=True)
    carry_out(tmp_path / "resumed", rows[:11], workers=1, processes=True)
    assert carry_out(tmp_path / "resumed", rows, workers=2).done == 29
    for other in ("threads", "processes", "resumed"):
        assert_same(tmp_path / "serial", tmp_path / other)


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_a_killed_worker_is_replaced_and_its_work_done(tmp_path, design, monkeypatch):
    rows, started, real = design(range(1, 61)), [], processes._Worker

    class Watched(real):
        def __init__(self, context):
            super().__init__(context)
            started.append(self.process)

    def kill():
        while not started:
            time.sleep(0.02)
        time.sleep(0.2)
        os.kill(started[0].pid, signal.SIGKILL)

    monkeypatch.setattr(processes, "_Worker", Watched)
    killer = threading.Thread(target=kill)
    killer.start()
    tally = carry_out(tmp_path / "s", rows, workers=2, processes=True)
    killer.join()
    assert len(started) == 3
    assert (tally.done, tally.failed) == (120, 0)
    carry_out(tmp_path / "whole", rows, workers=1)
    assert_same(tmp_path / "whole", tmp_path / "s")


def much(specs):
    """Return more than a pipe holds, so that whoever sends it is at it until somebody reads."""
    return [SimpleNamespace(seconds=1.0, bulk=bytes(3_000_000)) for _ in specs]


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_a_worker_killed_while_it_sends_leaves_nobody_waiting(toy, monkeypatch):
    monkeypatch.setattr(processes, "perform_all", much)
    pool = Processes(2)
    tasks = [pool.send([RunSpec(toy(f"seed={seed}").specification)]) for seed in range(1, 7)]
    for worker in list(pool._crew):
        assert worker.pipe.poll(60)
        os.kill(worker.process.pid, signal.SIGKILL)
        worker.process.join()
    assert [len(pool.collect(task)[0].bulk) for task in tasks] == [3_000_000] * 6
    pool.send([RunSpec(toy("seed=9").specification)])
    assert pool._crew[0].pipe.poll(60)
    pool.close(at_once=True)


def die(_):
    os._exit(9)


def test_workers_that_always_die_end_the_sweep_and_say_so(toy, monkeypatch):
    monkeypatch.setattr(processes, "perform_all", die)
    pool = Processes(1)
    try:
        with pytest.raises(WorkersLost, match=str(PATIENCE + 1)):
            pool.collect(pool.send([RunSpec(toy().specification)]))
    finally:
        pool.close(at_once=True)


def test_workers_ended_at_once_have_ended_when_that_is_said(toy):
    """What they shared could otherwise not be given back before this process ends."""
    pool = Processes(2)
    tasks = [pool.send([RunSpec(toy(f"seed={seed}").specification)]) for seed in range(1, 7)]
    pool.collect(tasks[0])
    workers = [worker.process for worker in pool._crew]
    pool.close(at_once=True)
    assert all(worker.exitcode is not None for worker in workers)


def faulty(_):
    raise RuntimeError("a fault of the program")


def test_a_fault_in_a_worker_is_raised_with_where_it_was(toy, monkeypatch):
    monkeypatch.setattr(processes, "perform_all", faulty)
    pool = Processes(1)
    try:
        with pytest.raises(RuntimeError, match="a fault of the program") as raised:
            pool.collect(pool.send([RunSpec(toy().specification)]))
        assert "in faulty" in raised.value.__notes__[0]
    finally:
        pool.close(at_once=True)


@pytest.mark.skipif(sys.platform != "linux", reason="reads the processes of Linux")
def test_workers_end_when_their_parent_is_killed(tmp_path):
    words = ["sweep", "-m", "service=toy", "governance=hierarchical,egalitarian", "replicates=100000", "output=s",
             "workers=2", "executor.processes=true"]
    process = subprocess.Popen([sys.executable, "-m", "experiments.console", *words], cwd=tmp_path,
                               env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while not list(tmp_path.glob("s/runs/part-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    family = descendants(process.pid)
    assert len(family) >= 2
    process.kill()
    process.wait()
    deadline = time.monotonic() + 20
    while any(alive(pid) for pid in family) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in family if alive(pid)] == []


def descendants(pid):
    """Return the processes below one, by what the system says (Linux)."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = [child for child, parent in parents.items() if parent == pid]
    return found + [below for child in found for below in descendants(child)]


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_pieces_are_sized_by_measured_time():
    assert Threads(1).piece() == 1
    pool = Processes.__new__(Processes)
    for seconds, runs in ((0.0, 1), (0.005, 50), (0.3, 1), (30.0, 1)):
        pool._seconds = seconds
        assert pool.piece() == runs


@pytest.fixture
def disk(monkeypatch):
    def free(count):
        monkeypatch.setattr(execution.shutil, "disk_usage", lambda path: SimpleNamespace(free=count))
    return free


def test_a_long_sweep_is_announced_after_its_first_block(tmp_path, design, monkeypatch, capsys, disk):
    disk(10**12)
    monkeypatch.setattr(execution, "LONG_SECONDS", 0.0)
    carry_out(tmp_path / "s", design(range(1, 41)), workers=1, progress=Progress(80))
    told = [line for line in capsys.readouterr().err.splitlines() if "runs left" in line]
    assert len(told) == 1
    assert told[0].startswith("48 runs left: about ")
    assert "1000.0 GB free" in told[0]


def test_what_the_disk_cannot_hold_is_refused_before_it_is_full(tmp_path, design, disk):
    disk(1000)
    with pytest.raises(UserError, match="of disk"):
        carry_out(tmp_path / "s", design(range(1, 41)), workers=1, progress=Progress(80, silent=True))
    assert len(open_store(tmp_path / "s").runs()) >= 32


def test_a_short_sweep_is_not_announced(tmp_path, design, capsys, disk):
    disk(10**12)
    carry_out(tmp_path / "s", design(range(1, 3)), workers=1, progress=Progress(4))
    assert "left: about" not in capsys.readouterr().err


@pytest.mark.parametrize("value, said", [
    (0.0, "0 s"), (3.24, "3.2 s"), (42.4, "42 s"), (600, "10 min"), (9000, "2.5 h")])
def test_durations_and_sizes_read_well(value, said):
    assert duration(value) == said
    assert (size(900), size(2.5e6), size(3e9)) == ("1 kB", "2.5 MB", "3.0 GB")

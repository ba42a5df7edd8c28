"""A Dask cluster gives the tables that this machine's threads give, whatever is killed on the way."""

import importlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pandas as pd
import pytest

from experiments import UserError, compose, open_store
from experiments.design import paired
from experiments.execute import execute
from experiments.executors import Executor
from experiments.store.check import check_store
from experiments.store.provenance import provenance
from experiments.store.write import StoreWriter

pytest.importorskip("distributed", reason="the extra [dask] is not installed")
dask_pool = importlib.import_module("experiments.dask_pool")
ROOT = Path(dask_pool.__file__).resolve().parents[1]
HOST = "127.0.0.1"


@pytest.fixture
def design(toy):
    return lambda seeds, record="nation": list(
        paired({"a": toy("governance=hierarchical"), "b": toy("governance=egalitarian")}, [0], seeds, record))


def carry_out(path, rows, executor):
    with StoreWriter(path, provenance("test")) as writer:
        return execute(rows, writer, executor)


def assert_same(one, other):
    for left, right in zip(tables(one), tables(other), strict=True):
        pd.testing.assert_frame_equal(left, right, check_exact=True)


def tables(path):
    store = open_store(path)
    found = [store.runs(), *(store.table(level) for level in ("nation", "pdu", "events") if store.files(level))]
    return [table.sort_values(list(table.columns[:4]), ignore_index=True) for table in found]


class Cluster:
    """A scheduler and its workers as processes of their own, each worker in a folder of its own."""

    def __init__(self, folder):
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self.port = probe.getsockname()[1]
        self.folder, self.address = folder, f"tcp://{HOST}:{self.port}"
        self.scheduler, self.workers = None, []

    def start(self, workers=2):
        self.scheduler = self._run("scheduler", "--host", HOST, "--port", str(self.port), "--no-dashboard")
        self.workers = [self._run("worker", self.address, "--host", HOST, "--nthreads", "1", "--no-nanny",
                                  "--no-dashboard", "--death-timeout", "60", number=number)
                        for number in range(workers)]
        return self

    def add(self, root, number):
        """Start another worker, from another folder of packages."""
        self.workers.append(self._run("worker", self.address, "--host", HOST, "--nthreads", "1", "--no-nanny",
                                      "--no-dashboard", "--death-timeout", "60", number=number, root=root))

    def _run(self, kind, *words, number=0, root=ROOT):
        home = self.folder / f"{kind}{number}"
        home.mkdir(exist_ok=True)
        words += ("--local-directory", str(home)) if kind == "worker" else ()
        return subprocess.Popen([sys.executable, "-m", f"distributed.cli.dask_{kind}", *words], cwd=home,
                                env={**os.environ, "PYTHONPATH": str(root)}, stderr=subprocess.DEVNULL)

    def end(self):
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path):
    cluster = Cluster(tmp_path).start()
    yield cluster
    cluster.end()


def when_stored(path, parts, act):
    """Start a thread that acts once a store has so many parts."""
    def wait():
        deadline = time.monotonic() + 90
        while len(list(path.glob("runs/part-*"))) < parts and time.monotonic() < deadline:
            time.sleep(0.01)
        act()

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def test_workers_of_our_own_give_the_same_tables_resumed_or_not(tmp_path, design):
    rows = design(range(1, 21), "pdu,events")
    carry_out(tmp_path / "threads", rows, Executor(2))
    carry_out(tmp_path / "dask", rows[:11], Executor(2, dask=True))
    assert carry_out(tmp_path / "dask", rows, Executor(2, dask=True)).done == 29
    assert_same(tmp_path / "threads", tmp_path / "dask")


def test_a_worker_killed_in_the_middle_of_a_block_loses_and_doubles_nothing(tmp_path, design, cluster):
    rows = design(range(1, 161))
    killer = when_stored(tmp_path / "s", 1, lambda: cluster.workers[0].send_signal(signal.SIGKILL))
    tally = carry_out(tmp_path / "s", rows, Executor(dask=True, address=cluster.address))
    killer.join()
    assert cluster.workers[0].wait(timeout=20) != 0
    assert (tally.done, tally.failed) == (320, 0)
    carry_out(tmp_path / "whole", rows, Executor(2))
    assert_same(tmp_path / "whole", tmp_path / "s")


def test_a_scheduler_started_again_is_given_what_had_not_come_back(tmp_path, design, cluster):
    rows = design(range(1, 241))

    def restart():
        cluster.end()
        cluster.start()

    killer = when_stored(tmp_path / "s", 2, restart)
    tally = carry_out(tmp_path / "s", rows, Executor(dask=True, address=cluster.address))
    killer.join()
    assert (tally.done, tally.failed) == (480, 0)
    report = check_store(tmp_path / "s")
    assert (report.damaged, report.missing, report.done) == ([], 0, 480)
    carry_out(tmp_path / "whole", rows, Executor(2))
    assert_same(tmp_path / "whole", tmp_path / "s")


def test_a_worker_with_another_model_is_refused_by_name(tmp_path, design, cluster, monkeypatch):
    monkeypatch.setattr(dask_pool, "model_hash", lambda: "0" * 64)
    with pytest.raises(UserError, match=f"{cluster.address}.*version"):
        carry_out(tmp_path / "s", design([1]), Executor(dask=True, address=cluster.address))


@pytest.fixture
def edited(tmp_path):
    """Return a copy of the packages in which a file of the model says something else."""
    root = tmp_path / "edited"
    for package in ("model", "experiments", "analysis", "configs"):
        shutil.copytree(ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
    with (root / "model" / "submodels" / "esteem.py").open("a") as file:
        file.write("# another version\n")
    return root


def test_a_worker_that_joins_later_with_another_model_runs_nothing(design, cluster, edited):
    specs = [row.spec for row in design([1, 2])]
    pool = dask_pool.DaskPool(0, cluster.address)
    try:
        assert [run.status for run in pool.collect(pool.send(specs))] == ["done"] * 4
        cluster.add(edited, number=9)
        pool._client.wait_for_workers(3, timeout=60)
        for worker in cluster.workers[:2]:
            worker.kill()
        with pytest.raises(UserError, match=r"a worker holds version .* of the model"):
            pool.collect(pool.send(specs))
    finally:
        pool.close()


def test_a_worker_makes_the_model_ready_once(design, monkeypatch):
    execute_, made = importlib.import_module("experiments.execute"), []
    monkeypatch.setattr(execute_, "make_ready", lambda progress: made.append(progress) or 0.0)
    dask_pool._make_ready.cache_clear()
    for seed in (1, 2):
        dask_pool.run_piece([row.spec for row in design([seed])], dask_pool.model_hash())
    assert len(made) == 1
    dask_pool._make_ready.cache_clear()


def test_where_no_scheduler_answers_one_sentence_says_so(tmp_path, design, monkeypatch):
    monkeypatch.setattr(dask_pool, "CONNECT_SECONDS", 1.0)
    with pytest.raises(UserError, match="no scheduler answers"):
        carry_out(tmp_path / "s", design([1]), Executor(dask=True, address=f"tcp://{HOST}:9"))


@pytest.mark.parametrize("executor", [Executor(address="tcp://127.0.0.1:1"), Executor(dask=True, address="node7:8786")])
def test_an_address_out_of_place_is_refused(executor):
    with pytest.raises(UserError, match=r"executor\.address"):
        executor.check()


def test_without_the_package_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UserError, match=r"pip install 'probation-governance\[dask\]'"):
        Executor(dask=True).check()


def test_executor_dask_is_an_option_that_composes():
    from experiments.composition import compose_run

    composed = compose_run(["executor=dask", "workers=3", "executor.address=tcp://127.0.0.1:8786"])
    assert composed.executor == Executor(3, dask=True, address="tcp://127.0.0.1:8786")
    assert compose(["executor=dask"]).content() == compose().content()

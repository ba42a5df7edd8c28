"""Accidents that really happen to a sweep: killed, its workers killed, disk full, twice at once.

After each: no completed run is lost, none is doubled, and once the command has been
repeated to its end the tables are bit for bit those of an undisturbed sweep.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

import experiments
from experiments import open_store
from experiments.store.check import check_store

ROOT = Path(experiments.__file__).resolve().parents[1]
SWEEP = ("sweep", "-m", "service=toy", "months=60", "switch=4", "governance=hierarchical,egalitarian", "record=pdu",
         "output=s", "workers=2")
STEP = 120
"""Replicates that each further start of the sweep asks for beyond the last, so that there is work to be killed at."""
KINDS = ("the sweep", "the sweep over processes", "a worker")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, limits and processes of Linux")


def start(folder, *more, **settings):
    return subprocess.Popen([sys.executable, "-m", "experiments.console", *SWEEP, *more], cwd=folder,
                            env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, **settings)


def finish(folder, *more, code=0, **settings):
    process = start(folder, *more, **settings)
    out, err = process.communicate(timeout=300)
    assert process.returncode == code, err
    return out, err


def tables(path):
    store = open_store(path)
    return [store.runs().drop(columns="command"), store.table("nation"), store.table("pdu")]


def asks(steps):
    return f"replicates={STEP * steps}"


class Undisturbed:
    """Sweeps that nothing happened to, run by one thread: their tables, and how long start and work take."""

    def __init__(self, folder):
        self.folder, self.done = folder, {}
        self.starting = self._seconds(folder / "one", "replicates=1")
        self.working = max(0.1, self._seconds(folder / "1", asks(1)) - self.starting)

    def _seconds(self, folder, words):
        folder.mkdir()
        started = time.monotonic()
        finish(folder, words, "-q")
        return time.monotonic() - started

    def tables(self, steps):
        if not (self.folder / str(steps)).exists():
            self._seconds(self.folder / str(steps), asks(steps))
        return tables(self.folder / str(steps) / "s")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    return Undisturbed(tmp_path_factory.mktemp("undisturbed"))


def assert_as_undisturbed(path, undisturbed, steps):
    report = check_store(path)
    assert (report.damaged, report.missing, report.done) == ([], 0, 2 * STEP * steps)
    for mine, theirs in zip(tables(path), undisturbed.tables(steps), strict=True):
        pd.testing.assert_frame_equal(mine, theirs, check_exact=True)


def children(pid):
    """Return the worker processes below one: those below its fork server."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    below = [child for child, parent in found.items() if parent == pid]
    return [child for child, parent in found.items() if parent in below]


def strike(folder, kind, steps, moment):
    """Start the sweep, wait, and kill it or one of its workers."""
    process = start(folder, asks(steps), *(() if kind == "the sweep" else ("executor.processes=true",)))
    time.sleep(moment)
    if kind == "a worker":
        for worker in children(process.pid)[:1]:
            os.kill(worker, signal.SIGKILL)
        process.communicate(timeout=300)
        assert process.returncode == 0
    else:
        process.kill()
        process.communicate(timeout=60)


def stored(path):
    if not (path / "_provenance.json").exists():
        return set()
    assert not open_store(path).damaged
    ids = open_store(path).runs()["run_id"]
    assert ids.is_unique
    return set(ids)


def suffer(folder, kinds, moments, undisturbed):
    before = set()
    for steps, (kind, moment) in enumerate(zip(kinds, moments, strict=True), start=1):
        strike(folder, kind, steps, undisturbed.starting + moment * undisturbed.working)
        after = stored(folder / "s")
        assert before <= after
        before = after
    finish(folder, asks(len(kinds)))
    assert_as_undisturbed(folder / "s", undisturbed, len(kinds))


def test_killed_three_times_nothing_is_lost_or_doubled(tmp_path, undisturbed):
    rng = random.Random(1)
    suffer(tmp_path, KINDS, [rng.uniform(0, 0.8) for _ in KINDS], undisturbed)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(10))
def test_killed_at_fifty_random_moments(tmp_path, undisturbed, number):
    """Ten sweeps, each struck five times, while starting, at work or nearly done."""
    rng = random.Random(100 + number)
    suffer(tmp_path, [rng.choice(KINDS) for _ in range(5)], [rng.uniform(-0.5, 2.0) for _ in range(5)], undisturbed)


def limited():
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


def test_a_full_disk_stops_the_sweep_and_loses_nothing(tmp_path, undisturbed):
    _, err = finish(tmp_path, asks(1), code=2, preexec_fn=limited)
    assert "cannot write" in err
    assert len(err.splitlines()) <= 4
    assert stored(tmp_path / "s") == set()
    finish(tmp_path, asks(1))
    assert_as_undisturbed(tmp_path / "s", undisturbed, 1)


def test_an_output_on_a_full_device_is_a_message(tmp_path):
    with open("/dev/full", "w") as full:
        process = subprocess.run([sys.executable, "-m", "experiments.console", "list", "parameters", "format=json"],
                                 cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=full,
                                 stderr=subprocess.PIPE, text=True, check=False)
    assert process.returncode == 2
    assert process.stderr == "probgov: cannot write: No space left on device.\n"


def test_two_sweeps_at_once_share_the_work(tmp_path, undisturbed):
    both = [start(tmp_path, asks(1), "-v"), start(tmp_path, asks(1), "executor.processes=true")]
    said = [process.communicate(timeout=300)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    done = [int(re.search(r"(\d+) runs done now", text)[1]) for text in said]
    assert sorted(done) == [0, 2 * STEP]
    assert any("waiting for" in text for text in said)
    assert_as_undisturbed(tmp_path / "s", undisturbed, 1)

"""The command line among others: closed pipes, closed output, Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from experiments import console, open_store
from experiments.store.check import check_store

ROOT = Path(__file__).resolve().parents[2]
TOY = ("service=toy", "months=12", "switch=4")
LONG = ("service=toy", "months=42", "switch=4")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")


@pytest.mark.parametrize("words", [("list", "columns", "format=csv"), ("list", "columns"), ("run", *TOY, "-q"),
                                   ("show",)])
def test_a_closed_pipe_is_silent_and_no_failure(spawn, words):
    """What was asked for is done; that nobody reads on is the reader's choice."""
    process = spawn(*words)
    process.stdout.close()
    assert process.wait(120) == 0
    assert process.stderr.read() == ""


def test_output_closed_from_the_start_is_silent_and_goes_into_no_file(tmp_path):
    line = f"'{sys.executable}' -m experiments.console run {' '.join(TOY)} -q output=s >&-"
    done = subprocess.run(line, shell=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
                          stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert check_store(tmp_path / "s").whole


def test_work_goes_on_where_messages_are_no_longer_read(spawn, tmp_path):
    process = spawn("compare", *LONG, "a.regime=none", "b.regime=narrative", "replicates=3", "output=s")
    process.stderr.close()
    assert process.wait(120) == 0
    assert open_store(tmp_path / "s").counts()["done"] == 6


def test_ctrl_c_over_processes_leaves_nothing_shared_behind(spawn, tmp_path):
    process = spawn("sweep", "-m", "service=toy", "regime=none,narrative", "replicates=200000", "output=s",
                    "workers=2", "executor.processes=true")
    deadline = time.monotonic() + 120
    while not list(tmp_path.glob("s/runs/part-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert [line for line in err.splitlines() if "resource_tracker" in line or "Traceback" in line] == []


def test_an_interruption_while_loading_is_one_too(monkeypatch):
    def interrupted(arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(console, "_run", interrupted)
    assert console.main(["run"]) == 130


def test_ctrl_c_exits_with_130_and_says_how_to_go_on(spawn, tmp_path):
    words = ("compare", "service=toy", "a.regime=none", "b.regime=narrative", "replicates=200000")
    process = spawn(*words)
    deadline = time.monotonic() + 120
    while not list(tmp_path.glob("results/*/runs/part-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Repeat the command" in err
    assert "Traceback" not in err

"""The command line called in this process, from an empty folder."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Answer(NamedTuple):
    """What a call of the command line gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def probgov(tmp_path, monkeypatch, capsys):
    """Return a function that calls `probgov` with the words given, from an empty folder."""
    from experiments.console import main

    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Answer:
        capsys.readouterr()
        code = main(list(words))
        return Answer(code, *capsys.readouterr())

    return call


@pytest.fixture
def toy():
    """Return a function that composes short toy runs (12 months, switch at 4)."""
    from experiments.composition import compose_run

    return lambda *words: compose_run(["service=toy", "months=12", "switch=4", *words])


@pytest.fixture
def spawn(tmp_path):
    """Return a function that starts `probgov` as a program of its own, from an empty folder."""
    def start(*words: str) -> subprocess.Popen:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen([sys.executable, "-m", "experiments.console", *words], cwd=tmp_path, env=environment,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    return start

"""The command line called in this process, from an empty folder."""

from typing import NamedTuple

import pytest


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

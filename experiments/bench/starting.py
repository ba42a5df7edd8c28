"""What is waited for before the first run, each in a process of its own: help, a run, and compiling from nothing."""

import os
import subprocess
import sys
import tempfile
import time
from functools import partial

from experiments.bench.timing import Measure, median_of

HELP, RUN = ("--help",), ("run", "service=toy", "months=12", "switch=4", "format=json")
GOALS = {"help": "under 1", "a toy run, compiled before": ""}


def starting(rounds: int) -> list[Measure]:
    """Return the seconds of `probgov --help`, of a short toy run, and of the same where nothing is compiled."""
    calls = {"help": partial(_call, HELP), "a toy run, compiled before": partial(_call, RUN)}
    _call(RUN)
    found = [median_of(f"from the prompt to the end of {name}", [call() for _ in range(rounds)], "s", GOALS[name])
             for name, call in calls.items()]
    with tempfile.TemporaryDirectory() as empty:
        variable = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
        cold = _call(RUN, {variable: empty})
    return [*found, Measure("the same, compiling the model from nothing", cold, "s")]


def _call(words: tuple[str, ...], environment: dict[str, str] | None = None) -> float:
    """Return the seconds that a call of the command takes."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "experiments.console", *words], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=here() | (environment or {}))
    return time.perf_counter() - started


def here() -> dict[str, str]:
    """Return the environment in which a program started elsewhere finds the packages that this one runs from."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [os.getcwd(), *sys.path]))}

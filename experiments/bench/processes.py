"""The same measurement in several fresh processes: where a program's memory lies moves its times by itself.

    python -m experiments.bench.processes MODULE FUNCTION [word ...]

prints what a function measured as JSON; words are given on, whole numbers as such.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from statistics import median

from experiments.bench.starting import here
from experiments.bench.timing import Measure


def in_processes(processes: int, function: Callable[..., list[Measure]], *words: object) -> list[Measure]:
    """Return the median over processes of what each measured, with the least and the most of them as interval.

    One process means this one, and the interval is then that over its own rounds.
    """
    if processes == 1:
        return function(*words)
    told = [_apart(function, words) for _ in range(processes)]
    return [_merged(rows) for rows in zip(*told, strict=True)]


def _apart(function: Callable[..., list[Measure]], words: tuple[object, ...]) -> list[Measure]:
    call = [sys.executable, "-m", __spec__.name, function.__module__, function.__name__, *map(str, words)]
    answer = subprocess.run(call, check=True, text=True, stdout=subprocess.PIPE, env=here())
    return [Measure(**row) for row in json.loads(answer.stdout.splitlines()[-1])]


def _merged(rows: tuple[Measure, ...]) -> Measure:
    values = [row.value for row in rows]
    return rows[0]._replace(value=median(values), low=min(values), high=max(values))


def main(module: str, function: str, *words: str) -> None:
    """Measure and print."""
    given = [int(word) if word.isdigit() else word for word in words]
    print(json.dumps([row._asdict() for row in getattr(import_module(module), function)(*given)]))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""`make bench`, or `python -m experiments.bench [runs=1000] [workers=2] [processes=3] [rounds=7] [service=national]
[output=results/bench]`.

Prints a table and stores it as JSON with the machine's description. Ratios are taken in turn, as medians over rounds,
and those of single runs in several processes. `python -m experiments.bench.page FILE PAGE` writes a page of it.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from experiments.bench import growth
from experiments.bench.engine import stored_runs, storing
from experiments.bench.floor import above_the_floor
from experiments.bench.machine import load, machine
from experiments.bench.memory import memory
from experiments.bench.oracle import against_plain_mesa
from experiments.bench.phases import by_phase
from experiments.bench.processes import in_processes
from experiments.bench.runs import readiness, single_runs
from experiments.bench.sharing import sharing
from experiments.bench.starting import starting
from experiments.bench.timing import Measure
from experiments.errors import UserError, unknown
from experiments.executors import LARGEST_WORKERS
from experiments.overrides import one_of, parse, whole_number
from experiments.progress import tell
from experiments.store.layout import make_folder, write_json

LARGEST_RUNS, LARGEST_PROCESSES, LARGEST_ROUNDS = 1_000_000, 100, 1000
LOOK = "python -m experiments.bench --help"


@dataclass(frozen=True)
class Settings:
    """What is measured, and where stores are filled on the way (`folder`, removed at the end)."""

    runs: int
    workers: int
    processes: int
    rounds: int
    service: str
    folder: Path


MEASUREMENTS: dict[str, Callable[[Settings], list[Measure]]] = {
    "making ready": lambda s: readiness(),
    "single runs": lambda s: single_runs(),
    "against the floor": lambda s: in_processes(s.processes, above_the_floor, s.service, s.rounds),
    "against plain Mesa": lambda s: in_processes(s.processes, against_plain_mesa, min(3, s.rounds)),
    "by phase": lambda s: in_processes(s.processes, by_phase, s.service, s.rounds),
    "by practitioners": lambda s: in_processes(s.processes, growth.practitioners, min(3, s.rounds)),
    "by PDUs": lambda s: in_processes(s.processes, growth.units, min(3, s.rounds)),
    "by months": lambda s: in_processes(s.processes, growth.months, min(3, s.rounds)),
    "shared histories": lambda s: sharing(s.service, s.rounds),
    "runs carried out and stored": lambda s: stored_runs(s.folder, s.service, s.runs, s.workers),
    "storing": lambda s: storing(s.folder, s.service),
    "memory": lambda s: memory(s.folder, s.service, s.workers),
    "starting": lambda s: starting(s.rounds),
}


def main(words: list[str]) -> int:
    """Measure, print and store; return 0, or 2 for a mistake in the words."""
    if {"--help", "-h"} & set(words):
        print(__doc__)
        return 0
    try:
        print(measure(words))
    except UserError as error:
        tell(f"bench: {error}")
        return 2
    return 0


def measure(words: list[str]) -> str:
    """Return the table of what was measured, having stored it; raise UserError for a mistake in the words."""
    pairs = parse(words)
    runs = whole_number("runs", pairs.pop("runs", "1000"), 1, LARGEST_RUNS, LOOK)
    workers = whole_number("workers", pairs.pop("workers", "2"), 1, LARGEST_WORKERS, LOOK)
    processes = whole_number("processes", pairs.pop("processes", "3"), 1, LARGEST_PROCESSES, LOOK)
    rounds = whole_number("rounds", pairs.pop("rounds", "7"), 1, LARGEST_ROUNDS, LOOK)
    service = one_of("service", pairs.pop("service", "national"), ("national", "toy"), LOOK)
    output = Path(pairs.pop("output", "results/bench"))
    for key in pairs:
        raise unknown("key", key, ("runs", "workers", "processes", "rounds", "service", "output"), LOOK)
    make_folder(output)
    about, found, loads = machine(), {}, {}
    with tempfile.TemporaryDirectory(dir=output, prefix=".bench-") as folder:
        settings = Settings(runs, workers, processes, rounds, service, Path(folder))
        for name, action in MEASUREMENTS.items():
            tell(f"measuring: {name}")
            loads[name] = load()
            found[name] = action(settings)
    file = output / f"{time.strftime('%Y-%m-%dT%H%M%S', time.gmtime())}-{about['model_hash']}.json"
    asked = {"runs": runs, "workers": workers, "processes": processes, "rounds": rounds, "service": service}
    write_json(file, {"machine": about, "asked": asked, "load_before": loads,
                      "measured": {name: [row._asdict() for row in rows] for name, rows in found.items()}})
    return table([row for rows in found.values() for row in rows], about) + f"\nstored in {file}"


def table(rows: list[Measure], about: dict) -> str:
    """Return the measures as aligned lines, with the machine above."""
    cells = [("", "median", "95% interval", "unit", "goal")]
    cells += [(row.name, f"{row.value:.4g}", "" if row.low is None else f"{row.low:.4g} to {row.high:.4g}", row.unit,
               row.goal) for row in rows]
    widths = [max(len(line[place]) for line in cells) for place in range(len(cells[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    head = (f"{about['processor']}, {about['cores']} cores, load {about['load']}, Python {about['python']}, "
            f"model {about['model_hash']}")
    return "\n".join([head, *lines])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

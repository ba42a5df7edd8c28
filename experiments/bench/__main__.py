"""`make bench`, or `python -m experiments.bench [runs=1000] [workers=2] [service=national] [output=results/bench]`.

Prints a table and stores it as JSON with the machine's description. Ratios are taken in
turn within this one call, as medians over rounds.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from experiments.bench.engine import stored_runs, storing
from experiments.bench.machine import machine
from experiments.bench.runs import readiness, single_runs
from experiments.bench.timing import Measure
from experiments.errors import UserError, unknown
from experiments.executors import LARGEST_WORKERS
from experiments.overrides import one_of, parse, whole_number
from experiments.progress import tell
from experiments.store.layout import make_folder, write_json

LARGEST_RUNS = 1_000_000
LOOK = "python -m experiments.bench --help"


@dataclass(frozen=True)
class Settings:
    """What is measured, and where stores are filled on the way (`folder`, removed at the end)."""

    runs: int
    workers: int
    service: str
    folder: Path


MEASUREMENTS: dict[str, Callable[[Settings], list[Measure]]] = {
    "making ready": lambda s: readiness(),
    "single runs": lambda s: single_runs(),
    "runs carried out and stored": lambda s: stored_runs(s.folder, s.service, s.runs, s.workers),
    "storing": lambda s: storing(s.folder, s.service),
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
    service = one_of("service", pairs.pop("service", "national"), ("national", "toy"), LOOK)
    output = Path(pairs.pop("output", "results/bench"))
    for key in pairs:
        raise unknown("key", key, ("runs", "workers", "service", "output"), LOOK)
    make_folder(output)
    about, found = machine(), {}
    with tempfile.TemporaryDirectory(dir=output, prefix=".bench-") as folder:
        settings = Settings(runs, workers, service, Path(folder))
        for name, action in MEASUREMENTS.items():
            tell(f"measuring: {name}")
            found[name] = action(settings)
    file = output / f"{time.strftime('%Y-%m-%dT%H%M%S', time.gmtime())}-{about['model_hash']}.json"
    asked = {"runs": runs, "workers": workers, "service": service}
    write_json(file, {"machine": about, "asked": asked,
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

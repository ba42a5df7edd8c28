"""How much memory runs take at most, each measured in a process of its own, and whether it grows with their number."""

import subprocess
import sys
from pathlib import Path

from experiments.bench.starting import here
from experiments.bench.timing import Measure

MB = 2**20
FEW, MANY = 64, 640
STATUS = Path("/proc/self/status")
STORE = """
import sys
from pathlib import Path
from experiments.bench.engine import store_runs
store_runs(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
"""
ONE = """
import sys
from experiments.composition import compose
from model.simulation import simulate
simulate(compose([f"service={sys.argv[2]}", "months=12"]))
"""
TOLD = """
from experiments.bench.memory import most_held
print(most_held())
"""


def memory(folder: Path, service: str, workers: int) -> list[Measure]:
    """Return the peak memory of one run by size, and of storing few runs and ten times as many; none on Windows."""
    if sys.platform == "win32":
        return []
    found = [Measure(f"peak memory of a process that makes one run, {size}", _peak(ONE, folder, size) / MB, "MB")
             for size in ("toy", "national", "x100")]
    peaks = {n: _peak(STORE, folder / f"runs-{n}", service, n, workers) / MB for n in (FEW, MANY)}
    found += [Measure(f"peak memory of storing {n:,} runs", peak, "MB") for n, peak in peaks.items()]
    return [*found, Measure("peak memory of ten times the runs", peaks[MANY] / peaks[FEW], "times", goal="about 1")]


def _peak(program: str, *words) -> float:
    """Return the most bytes of memory that a program held."""
    told = subprocess.run([sys.executable, "-c", program + TOLD, *map(str, words)], check=True, text=True,
                          capture_output=True, env=here())
    return float(told.stdout.split()[-1])


def most_held() -> float:
    """Return the most bytes of memory that this process has held.

    Linux has it in the process's status; what getrusage tells there may be that of the process it was started from.
    """
    if STATUS.exists():
        return next(float(line.split()[1]) * 1024 for line in STATUS.read_text().splitlines() if line[:6] == "VmHWM:")
    import resource

    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

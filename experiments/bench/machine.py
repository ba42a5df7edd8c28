"""What the benchmark ran on."""

import os
import platform
from pathlib import Path

from experiments.executors import Executor
from experiments.store.provenance import provenance


def machine() -> dict:
    """Return processor, cores, memory, load and versions as plain values."""
    known = provenance("")
    return {"processor": _processor(), "cores": Executor(0).count(), "memory_gb": _memory(), "load": load(),
            **{name: known[name] for name in ("platform", "python", "packages", "code_version", "model_hash")}}


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine()


def _memory() -> float | None:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return None
    return round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9, 1)


def load() -> float | None:
    """Return how many processes wanted a core in the last minute, the benchmark's own among them."""
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None

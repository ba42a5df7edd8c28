"""Where a month's time goes: each phase called by itself, in the order of the month.

A call from Python costs by itself; what it costs is measured on demand, a short loop over PDUs, and taken off: demand
itself then counts as nought.
"""

import time
from statistics import median

from experiments.bench.timing import Measure
from experiments.composition import compose
from experiments.phases import calls
from model.simulation import prepare

UNIT_PHASES = ("direction", "service", "learning", "inspection", "consequence", "infrastructure")
"""Phases that pass over no practitioners."""


def by_phase(service: str, rounds: int) -> list[Measure]:
    """Return the share of a run's time that each phase takes, most first."""
    sealed = compose([f"service={service}"])
    spent: dict[str, list[float]] = {}
    for turn in range(rounds + 1):
        total: dict[str, float] = {}
        state, inputs = prepare(sealed)
        for t in range(sealed.run.months):
            for name, call in calls(state, inputs, t).items():
                started = time.perf_counter()
                call()
                total[name] = total.get(name, 0.0) + time.perf_counter() - started
        for name, seconds in total.items():
            if turn:
                spent.setdefault(name, []).append(seconds)
    calling = median(spent.pop("demand"))
    alone = {name: max(0.0, median(times) - calling) for name, times in spent.items()}
    whole = sum(alone.values())
    found = [Measure(f"share of {name}", 100 * seconds / whole, "%") for name, seconds in alone.items()]
    rest = sum(alone[name] for name in UNIT_PHASES)
    return [*sorted(found, key=lambda row: -row.value),
            Measure("share of phases that pass over no practitioners", 100 * rest / whole, "%")]

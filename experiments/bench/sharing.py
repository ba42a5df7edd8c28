"""What it brings that scenarios of one world and replicate run their common history once."""

from collections.abc import Callable
from functools import partial

from experiments.bench.timing import Measure, in_turn, median_of
from experiments.composition import compose_run
from experiments.design import paired
from experiments.perform import perform, perform_all
from experiments.progress import count

SCENARIOS = (2, 8)


def sharing(service: str, rounds: int) -> list[Measure]:
    """Return what runs alone take against the same runs together, by the number of scenarios that share a history."""
    return [against_alone(service, scenarios, rounds) for scenarios in SCENARIOS]


def against_alone(service: str, scenarios: int, rounds: int) -> Measure:
    """Return the ratio of CPU for so many scenarios of one replicate."""
    grips = {f"grip {k}": compose_run([f"service={service}", f"governance.grip={k / scenarios}"])
             for k in range(scenarios)}
    specs = [row.spec for row in paired(grips, [0], [1])]
    actions: list[Callable[[], object]] = [lambda: [perform(spec) for spec in specs], partial(perform_all, specs)]
    in_turn(actions, 1)
    alone, together = in_turn(actions, rounds)
    return median_of(f"{count(scenarios, 'scenario')} of a replicate: each from the beginning, against together",
                     [a.cpu / b.cpu for a, b in zip(alone, together, strict=True)], "times")

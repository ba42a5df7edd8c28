"""How the time of a run's months grows: with practitioners in as many PDUs, with PDUs among as many practitioners,
with both, and with months.
"""

from functools import partial

from experiments.bench.runs import kernel_seconds
from experiments.bench.timing import Measure, in_turn, median_of
from experiments.composition import compose
from model.simulation import prepare

PEOPLE = {"toy": ["service=toy"], "national": ["service=national"],
          "ten times the staff": ["service=national", "service.staff_scale=10"],
          "a hundred times the staff": ["service=national", "service.staff_scale=100"],
          "ten nations": ["service=x10"], "a hundred nations": ["service=x100"]}
"""Services by size: the nation's PDUs with more staff each, and copies of every PDU."""
MONTHS = (30, 60, 120, 240)
UNITS = ((1, 1.0), (2, 0.5), (5, 0.2), (10, 0.1))
"""Copies of every PDU, and the share of its staff that each then has."""
SHORT = 12
GROWTH_GOAL = "at most 110"


def practitioners(rounds: int) -> list[Measure]:
    """Return time by number of practitioners, in as many PDUs and in more."""
    sealed = {size: compose([*overrides, f"months={SHORT}"]) for size, overrides in PEOPLE.items()}
    states = {size: prepare(each)[0] for size, each in sealed.items()}
    posts = {size: len(state.practitioners.uid) for size, state in states.items()}
    seconds = _seconds(sealed, rounds)
    found = [median_of(f"CPU a post and month, {size} ({posts[size]:,} posts in {len(states[size].pdus):,} PDUs)",
                       [1e9 * s / posts[size] / SHORT for s in seconds[size]], "ns") for size in PEOPLE]
    many, copies = ([a / b for a, b in zip(seconds[size], seconds["national"], strict=True)]
                    for size in ("a hundred times the staff", "a hundred nations"))
    return [*found, median_of("a hundred times the practitioners, in as many PDUs, take", many, "times", GROWTH_GOAL),
            median_of("a hundred nations, with a hundred times the PDUs too, take", copies, "times")]


def units(rounds: int) -> list[Measure]:
    """Return time by number of PDUs, the nation's staff divided among them."""
    sealed = {copies: compose([f"service.copies={copies}", f"service.staff_scale={scale}", f"months={SHORT}"])
              for copies, scale in UNITS}
    many = {copies: len(prepare(each)[0].pdus) for copies, each in sealed.items()}
    seconds = _seconds(sealed, rounds)
    return [median_of(f"{many[copies]:,} PDUs against {many[1]:,} with as many practitioners",
                      [a / b for a, b in zip(seconds[copies], seconds[1], strict=True)], "times")
            for copies, _ in UNITS[1:]]


def months(rounds: int) -> list[Measure]:
    """Return time by number of months, a month's against that of the shortest."""
    sealed = {n: compose([f"months={n}"]) for n in MONTHS}
    seconds = _seconds(sealed, rounds)
    return [median_of(f"a month of {n} against one of {MONTHS[0]}",
                      [a / n / (b / MONTHS[0]) for a, b in zip(seconds[n], seconds[MONTHS[0]], strict=True)], "times")
            for n in MONTHS[1:]]


def _seconds(sealed: dict, rounds: int) -> dict:
    """Return the CPU seconds of the months of each, in turn; the first turn is not counted."""
    taken: dict = {name: [] for name in sealed}
    in_turn([partial(lambda name: taken[name].append(kernel_seconds(sealed[name])), name) for name in sealed],
            rounds + 1)
    return {name: times[1:] for name, times in taken.items()}

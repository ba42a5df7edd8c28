"""Against plain Mesa: the oracle of the tests, which runs the same rules over one Python object a person.

Tests are not installed, so this is measured in a checkout only; elsewhere it says so and is left out.
"""

import sys
import time
from functools import partial
from importlib import import_module
from pathlib import Path

from experiments.bench.timing import Measure, in_turn, median_of
from experiments.composition import compose
from experiments.progress import count, tell
from model.simulation import empty_tables, prepare, run_months

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "oracle"
SIZES = {"toy": (["service=toy"], 24), "a twentieth of the nation": (["service.staff_scale=0.05"], 6),
         "national": (["service=national"], 3)}
"""Size -> how it is asked for, and the months that are run: few, for plain objects are slow."""
GOAL = "at least 300"


def against_plain_mesa(rounds: int) -> list[Measure]:
    """Return the CPU of plain Mesa's months against ours, in turn, at each size; empty outside a checkout."""
    if not (FOLDER / "plain_mesa").is_dir():
        tell("bench: plain Mesa is left out: its model is among the tests, which are not installed. Use a checkout")
        return []
    return [measured(size, words, months, rounds) for size, (words, months) in SIZES.items()]


def measured(size: str, words: list[str], months: int, rounds: int) -> Measure:
    """Return the ratio at one size."""
    sealed = compose([*words, f"months={months}"])
    posts = len(prepare(sealed)[0].practitioners.uid)
    seconds: dict[str, list[float]] = {"mesa": [], "ours": []}
    actions = [partial(plain_months, sealed, months, seconds["mesa"]), partial(our_months, sealed, seconds["ours"])]
    our_months(sealed, [])
    in_turn(actions, rounds)
    ratios = [mesa / ours for mesa, ours in zip(seconds["mesa"], seconds["ours"], strict=True)]
    return median_of(f"plain Mesa against ours, {size} ({posts:,} posts, {count(months, 'month')})", ratios, "times",
                     GOAL if size == "national" else "")


def plain_months(specification, months: int, taken: list[float]) -> None:
    """Run plain Mesa's months and note their CPU, that of building the model aside."""
    if str(FOLDER) not in sys.path:
        sys.path.insert(0, str(FOLDER))
    plain = import_module("plain_mesa.model").PlainModel(specification)
    started = time.thread_time()
    for _ in range(months):
        plain.step()
    taken.append(time.thread_time() - started)


def our_months(specification, taken: list[float]) -> None:
    """Run our months and note their CPU, as often as makes a time that can be measured."""
    spent, turns = 0.0, 0
    while spent < 0.02:
        state, inputs = prepare(specification)
        tables = empty_tables(state, specification.run.months, ())
        started = time.thread_time()
        run_months(state, inputs, *tables, 0, specification.run.months)
        spent, turns = spent + time.thread_time() - started, turns + 1
    taken.append(spent / turns)

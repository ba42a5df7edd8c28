"""The floor: drawing as many random words as a run does, and passing once a month over everything people carry.

Nothing of the model's rules is in it, so no rule can be quicker; the same in numpy is what a model in numpy
cannot be quicker than.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from numba import njit

from experiments.bench.runs import kernel_seconds
from experiments.bench.timing import Measure, in_turn, median_of
from experiments.composition import compose
from experiments.progress import count
from model.entities.state import N_ELEMENTS
from model.randomness import bits, high_half, stream_key
from model.simulation import prepare

DRAWS_A_POST = 4
"""Words a post draws a month: leaving or being filled, looking elsewhere, and two for moods."""
DRAWS_AN_ELEMENT = 3
"""Words an element of a PDU's practice draws a month: its reality, its being forgotten, its being tried."""
FLOOR_GOAL = "at most 3"


@njit(cache=True, error_model="numpy", nogil=True)
def draw_and_stream(columns, months, seed, draws, others):
    """Every month draw `draws` words a row and `others` besides, and move every column of floats by one of them."""
    total = 0.0
    for t in range(months):
        for k in range(draws):
            key, column = stream_key(seed, k, t), columns[k % len(columns)]
            for i in range(len(column)):
                column[i] = 0.5 * (column[i] + high_half(bits(key, i, k)))
        for k in range(draws, len(columns)):
            column = columns[k]
            for i in range(len(column)):
                column[i] = 0.5 * (column[i] + 0.5)
        key, word = stream_key(seed, draws, t), np.uint64(0)
        for i in range(others):
            word ^= bits(key, i, draws)
        total += high_half(word)
    return total


def in_numpy(columns: list[np.ndarray], months: int, seed: int, draws: int, others: int) -> None:
    """Do the same with numpy: its own generator, a whole column at a time."""
    rng, drawn = np.random.default_rng(seed), np.empty(len(columns[0]))
    for _ in range(months):
        for k, column in enumerate(columns):
            if k < draws:
                rng.random(out=drawn)
                column += drawn
            else:
                column += 0.5
            column *= 0.5
        rng.random(others)


def above_the_floor(service: str, rounds: int) -> list[Measure]:
    """Return what a run's months take against the floor, in turn, and the floor in numpy against the months."""
    sealed = compose([f"service={service}"])
    state, _ = prepare(sealed)
    people, months, others = state.practitioners, sealed.run.months, DRAWS_AN_ELEMENT * N_ELEMENTS * len(state.pdus)
    floats = [column.copy() for column in people if column.dtype.kind == "f"]
    posts, numbers, same = len(people.uid), [], (months, 1, DRAWS_A_POST, others)
    actions: list[Callable[[], object]] = [
        lambda: numbers.append(kernel_seconds(sealed)), partial(draw_and_stream, tuple(floats), *same),
        partial(in_numpy, floats, *same)]
    in_turn(actions, 1)
    numbers.clear()
    _, floor, numpy = in_turn(actions, rounds)
    alone = [taken.cpu for taken in floor]
    cpu = [1e9 * seconds / posts / months for seconds in numbers]
    return [median_of(f"CPU a post and month, {service}", cpu, "ns", "at most 50"),
            median_of(f"CPU of the months of a {service} run", [1e3 * seconds for seconds in numbers], "ms"),
            median_of(f"the floor of a {service} run, {count(DRAWS_A_POST, 'word')} a post",
                      [1e3 * seconds for seconds in alone], "ms"),
            median_of("months against the floor", [a / b for a, b in zip(numbers, alone, strict=True)], "times",
                      FLOOR_GOAL),
            median_of("the floor in numpy against the whole of our months",
                      [t.cpu / seconds for t, seconds in zip(numpy, numbers, strict=True)], "times")]

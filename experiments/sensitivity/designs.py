"""The runs: trajectories moving one cause at a time, paths moving groups of them, and random points."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.sensitivity.paths import random_orders
from experiments.designs.axes import declared
from experiments.designs.samplers import SEED, Lhs, Morris
from experiments.inquiry import Inquiry
from experiments.runspec import Asked
from experiments.sensitivity.causes import GROUPS, LUCK, NULL, Causes, causes_of, command_of
from experiments.study import Size, Stage
from model.specification.theory import MECHANISMS

SCREENING, PATHS, POINTS = "screening", "paths", "points"
"""What the column `world` of the runs says: which of the designs they belong to."""


class Laid(NamedTuple):
    """A design laid out: places (rows, causes), and the block (trajectory or path) of each row."""

    places: np.ndarray
    blocks: np.ndarray


def screening(causes: Causes, size: Size) -> Laid:
    """Return Morris trajectories over every cause."""
    n = len(causes.names)
    sampler = Morris(size.more["trajectories"], n)
    return Laid(sampler.take(0, sampler.rows), np.repeat(np.arange(size.more["trajectories"]), n + 1))


def paths(causes: Causes, size: Size) -> tuple[Laid, np.ndarray]:
    """Return paths from draw to draw, one group of causes at a step, and the orders (paths, groups) in which."""
    n, width = size.more["paths"], len(causes.names)
    draws = Lhs(n, 2 * width).take(0, n)
    orders = random_orders(n, len(GROUPS), SEED)
    group = np.array([GROUPS.index(own) if own else -1 for own in causes.groups.values()])
    rows, luck = [], causes.names.index(LUCK)
    for number, order in enumerate(orders):
        place, goal = draws[number, :width].copy(), draws[number, width:]
        place[luck], goal[luck] = 0.25, 0.75
        rows.append(place.copy())
        for step in order:
            place[group == step] = goal[group == step]
            rows.append(place.copy())
    return Laid(np.array(rows), np.repeat(np.arange(n), len(GROUPS) + 1)), orders


def points(causes: Causes, size: Size) -> Laid:
    """Return random points, one to a block."""
    n = size.more["points"]
    return Laid(Lhs(n, len(causes.names)).take(0, n), np.arange(n))


def counted(size: Size, scenarios: int) -> tuple[int, int, int]:
    """Return how many runs screening, paths and points ask for at a size, where nothing is stated by hand."""
    parameters = sum(key.startswith("world.") for key in declared())
    causes = (min(size.more["causes"], parameters) or parameters) + len(MECHANISMS) + len((LUCK, NULL))
    return (2 * size.more["trajectories"] * (causes + 1), 2 * size.more["paths"] * (len(GROUPS) + 1),
            scenarios * size.more["points"])


def stages(scenarios: int) -> tuple[Stage, ...]:
    """Return the stages: the study's first comparison screened and walked, and its scenarios at random points."""
    def stage(number: int, asked: Callable[[Inquiry, Causes], Iterator[Asked]]) -> Stage:
        return Stage(lambda inquiry: asked(inquiry, causes_of(inquiry, inquiry.size.more["causes"])),
                     lambda size: counted(size, scenarios)[number])

    return stage(0, _screened), stage(1, _walked), stage(2, _scattered)


def _screened(inquiry: Inquiry, causes: Causes) -> Iterator[Asked]:
    yield from _asked(inquiry, causes, screening(causes, inquiry.size), SCREENING, sides_of(inquiry)[:2])


def _walked(inquiry: Inquiry, causes: Causes) -> Iterator[Asked]:
    yield from _asked(inquiry, causes, paths(causes, inquiry.size)[0], PATHS, sides_of(inquiry)[:2])


def _scattered(inquiry: Inquiry, causes: Causes) -> Iterator[Asked]:
    yield from _asked(inquiry, causes, points(causes, inquiry.size), POINTS, sides_of(inquiry))


def sides_of(inquiry: Inquiry) -> list[str]:
    """Return the scenarios, the two of the study's first comparison first."""
    pair = inquiry.study.pairs()[0]
    sides = [pair.first, pair.second]
    return sides + [name for name in inquiry.sides("default") if name not in sides]


def _asked(inquiry: Inquiry, causes: Causes, laid: Laid, design: str, scenarios: Sequence[str]) -> Iterator[Asked]:
    sides, command = inquiry.sides("default"), command_of(inquiry)
    seed = sides[scenarios[0]].specification.run.seed
    for number, (place, block) in enumerate(zip(laid.places, laid.blocks, strict=True)):
        for name in scenarios:
            yield causes.asked(sides[name], name, design, number, seed + 2 * int(block), place, command)


def whole_blocks(inquiry: Inquiry, laid: Laid, design: str, outcome: str, scenarios: Sequence[str]
                 ) -> tuple[np.ndarray, np.ndarray]:
    """Return (values, rows): the outcome (rows, scenarios) of blocks in which no run failed, and their row numbers."""
    own = inquiry.measure(design)
    found = own.pivot_table(index="world_index", columns="scenario", values=outcome, aggfunc="first")
    values = found.reindex(index=range(len(laid.blocks)), columns=list(scenarios)).to_numpy(float)
    bad = pd.Series(~np.isfinite(values).all(axis=1)).groupby(laid.blocks).transform("any").to_numpy()
    return values[~bad], np.flatnonzero(~bad)

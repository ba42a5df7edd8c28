"""The runs: trajectories that move one cause at a time, and paths that move groups of them from draw to draw."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.sensitivity.paths import random_orders
from experiments.designs.axes import declared
from experiments.designs.samplers import SEED, Lhs, Morris
from experiments.inquiry import Inquiry
from experiments.runspec import Asked
from experiments.sensitivity.causes import GROUPS, LUCK, NULL, Causes, causes_of, command_of
from experiments.study import Size
from model.specification.theory import MECHANISMS

SCREENING, PATHS = "screening", "paths"
"""What the column `world` of the runs says: which of the two designs they belong to."""


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


def counted(size: Size) -> tuple[int, int]:
    """Return how many runs the screening and the paths ask for at a size, where nothing is stated by hand."""
    parameters = sum(key.startswith("world.") for key in declared())
    causes = (min(size.more["causes"], parameters) or parameters) + len(MECHANISMS) + len((LUCK, NULL))
    return 2 * size.more["trajectories"] * (causes + 1), 4 * size.more["paths"] * (len(GROUPS) + 1)


def screening_runs(inquiry: Inquiry) -> Iterator[Asked]:
    """Yield the runs of the screening: both sides of the study's first comparison at every place."""
    causes = causes_of(inquiry, inquiry.size.more["causes"])
    pair = inquiry.study.pairs()[0]
    yield from _asked(inquiry, causes, screening(causes, inquiry.size), SCREENING, (pair.first, pair.second))


def path_runs(inquiry: Inquiry) -> Iterator[Asked]:
    """Yield the runs along the paths: every scenario at every place."""
    causes = causes_of(inquiry, inquiry.size.more["causes"])
    yield from _asked(inquiry, causes, paths(causes, inquiry.size)[0], PATHS, tuple(inquiry.sides("default")))


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

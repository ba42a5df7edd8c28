"""Stages that studies share: more worlds for some scenarios, and a grid of two assumptions.

How many is read off `Size.more`: `worlds`, `grid_seeds`, `grid_worlds`; a size without them leaves the stage out.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import pandas as pd

from analysis.measures.pairing import PAIR_KEYS, pair_differences
from experiments.findings import rows_of, table
from experiments.inquiry import Inquiry
from experiments.runspec import Asked
from experiments.study import OTHERS, Comparison, Interaction, Size, Stage

Axes = Mapping[str, Sequence[float]]


def more_worlds(*names: str) -> Stage:
    """Return the stage that runs some scenarios once in each of many worlds: enough of them to tell what parts them.

    `worlds` counts those in which every scenario is run; the others end at the primary horizon.
    """
    def asked(inquiry: Inquiry) -> Iterator[Asked]:
        for measure in inquiry.measures:
            if measure != "default":
                composed, first = inquiry.sides(measure, primary_only=True), inquiry.size.worlds
                for index in inquiry.worlds(measure, inquiry.size.more.get("worlds", 0) - first, first):
                    yield from (inquiry.row(name, composed[name], index, inquiry.seed) for name in names)

    return Stage(asked, lambda size: len(names) * OTHERS * max(size.more.get("worlds", 0) - size.worlds, 0))


def grid_points(axes: Axes) -> list[dict[str, float]]:
    """Return every combination of the axes' values."""
    return [dict(zip(axes, values, strict=True)) for values in product(*axes.values())]


def placed(name: str, point: Mapping[str, float]) -> str:
    """Return what a scenario at a point of a grid is called."""
    return f"{name} at {', '.join(f'{key.rpartition(chr(46))[2]} {value:g}' for key, value in point.items())}"


def grid(axes: Axes, *names: str) -> Stage:
    """Return the stage that runs some scenarios at every point of a grid: in the default world, and in some others."""
    def asked(inquiry: Inquiry) -> Iterator[Asked]:
        for measure in inquiry.measures:
            composed = inquiry.sides(measure, primary_only=True)
            for (index, seed), point, name in product(_grid_places(inquiry, measure), grid_points(axes), names):
                yield inquiry.row(placed(name, point), composed[name], index, seed, point)

    def count(size: Size) -> int:
        per_point = size.more.get("grid_seeds", 0) + OTHERS * size.more.get("grid_worlds", 0)
        return len(names) * len(grid_points(axes)) * per_point

    return Stage(asked, count)


def _grid_places(inquiry: Inquiry, measure: str) -> list[tuple[int, int]]:
    more = inquiry.size.more
    if measure == "default":
        return [(0, inquiry.seed + k) for k in range(more.get("grid_seeds", 0))]
    return [(index, inquiry.seed) for index in inquiry.worlds(measure, more.get("grid_worlds", 0))]


def moves(inquiry: Inquiry, axes: Axes, first: str, second: str, outcome: str) -> pd.DataFrame:
    """Return findings: how far the effect (first minus second) at the top of each axis differs from that at its foot.

    Taken within worlds and luck, and averaged over the other axes, so that what differs between worlds drops out.
    """
    rows: list[dict] = []
    for measure in inquiry.measures:
        if not _grid_places(inquiry, measure):
            continue
        runs = inquiry.measure(measure)
        effects = {tuple(point.items()): pair_differences(runs, placed(first, point), placed(second, point), [outcome])
                   .set_index(PAIR_KEYS) for point in grid_points(axes)}
        for key, values in axes.items():
            foot, top = (sum(e for point, e in effects.items() if dict(point)[key] == value)
                         for value in (min(values), max(values)))
            others = len(effects) / len(values)
            name = key.rpartition(".")[2]
            pair = Interaction(f"what {name} moves", f"{name} {max(values):g}", f"{name} {min(values):g}")
            rows += rows_of(pair, measure, ((top - foot) / others).reset_index(), inquiry.study.declared)
    return table(rows)


def surface(inquiry: Inquiry, axes: Axes, first: str, second: str, outcome: str) -> pd.DataFrame:
    """Return a finding (first minus second) at each point of a grid in each measure, beside the point's values."""
    found = []
    for measure in inquiry.measures:
        if not _grid_places(inquiry, measure):
            continue
        runs = inquiry.measure(measure)
        for point in grid_points(axes):
            pair = Comparison("surface", placed(first, point), placed(second, point))
            differences = pair_differences(runs, pair.first, pair.second, [outcome])
            rows = table(rows_of(pair, measure, differences, inquiry.study.declared))
            short = {key.rpartition(".")[2]: value for key, value in point.items()}
            found.append(rows.assign(**short, first=first, second=second))
    return pd.concat(found, ignore_index=True).drop(columns="rests_on") if found else pd.DataFrame()

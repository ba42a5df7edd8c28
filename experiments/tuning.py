"""Best-tuned against best-tuned: the boxes of archetypes searched with the same budget, judged in unseen worlds.

How many is read off `Size.more`: `points` of each box tried in each of `training` worlds, then what was best by each
aim is run in `unseen` worlds, beside the centre and `anywhere` points drawn anew in each world (the box average).
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.measures.pairing import PAIR_KEYS, pair_differences
from experiments import worlds
from experiments.findings import rows_of, table
from experiments.inquiry import Inquiry
from experiments.runspec import Asked
from experiments.study import OTHERS, Comparison, Size, Stage
from model.specification.archetypes import boxes

CENTRE, JUDGED_SEEDS = 0, 2
TUNED, AVERAGE = "best-tuned against best-tuned", "box average against box average"


def box_point(archetype: str, number: int) -> dict[str, float]:
    """Return dial -> value of a point of an archetype's box: 0 is its centre, others fill it evenly."""
    box = boxes(archetype)
    if number == CENTRE:
        return {f"governance.{dial}": place.centre for dial, place in box.items()}
    shares = worlds.positions([f"tuning.{archetype}.{dial}" for dial in box], number - 1)
    return {f"governance.{dial}": place.low + share * (place.high - place.low)
            for (dial, place), share in zip(box.items(), shares, strict=True)}


def point_name(archetype: str, number: int) -> str:
    """Return what the runs of a point of a box are called."""
    return f"{archetype}, point {number} of its box"


def anywhere_name(archetype: str, number: int) -> str:
    """Return what the runs of points drawn anew in each world are called."""
    return f"{archetype}, anywhere in its box {number}"


def searched(inquiry: Inquiry) -> list[str]:
    """Return the measures whose worlds are searched: all that hold more than one."""
    return [measure for measure in inquiry.measures if measure != "default"] if inquiry.size.more.get("points") else []


def search(sides: Mapping[str, str]) -> Stage:
    """Return the stage that tries points of each archetype's box in training worlds; sides: archetype -> scenario."""
    def asked(inquiry: Inquiry) -> Iterator[Asked]:
        more = inquiry.size.more
        for measure in searched(inquiry):
            composed = inquiry.sides(measure, primary_only=True)
            for index in inquiry.worlds(measure, more["training"]):
                for number in range(more["points"]):
                    for archetype, scenario in sides.items():
                        yield inquiry.row(point_name(archetype, number), composed[scenario], index, inquiry.seed,
                                          box_point(archetype, number))

    return Stage(asked, lambda size: len(sides) * OTHERS * size.more.get("points", 0) * size.more.get("training", 0))


def trained(inquiry: Inquiry, measure: str, archetype: str, aims: Sequence[str]) -> pd.DataFrame:
    """Return the mean of each aim over training worlds, a row a point of the box tried."""
    runs, more = inquiry.measure(measure), inquiry.size.more
    own = runs[runs["world_index"].isin(inquiry.worlds(measure, more["training"]))]
    names = [point_name(archetype, number) for number in range(more["points"])]
    return own[own["scenario"].isin(names)].groupby("scenario")[list(aims)].mean().reindex(names).reset_index(drop=True)


def best(inquiry: Inquiry, measure: str, archetype: str, aims: Sequence[str]) -> dict[str, int]:
    """Return aim -> the number of the point that did best by it in training worlds."""
    means = trained(inquiry, measure, archetype, aims)
    return {aim: int((means[aim] * inquiry.study.declared[aim].better).idxmax()) for aim in aims}


def judge(sides: Mapping[str, str], aims: Sequence[str]) -> Stage:
    """Return the stage that runs what was best, the centre, and points drawn anew, in worlds not searched."""
    def asked(inquiry: Inquiry) -> Iterator[Asked]:
        more = inquiry.size.more
        for measure in searched(inquiry):
            composed = inquiry.sides(measure, primary_only=True)
            chosen = {archetype: sorted({CENTRE, *best(inquiry, measure, archetype, aims).values()})
                      for archetype in sides}
            for index in unseen(inquiry, measure):
                for archetype, scenario in sides.items():
                    drawn = more["points"] + index * more["anywhere"]
                    rows = [(point_name(archetype, number), box_point(archetype, number))
                            for number in chosen[archetype]]
                    rows += [(anywhere_name(archetype, k), box_point(archetype, drawn + k))
                             for k in range(more["anywhere"])]
                    yield from (inquiry.row(name, composed[scenario], index, inquiry.seed + k, point)
                                for name, point in rows for k in range(JUDGED_SEEDS))

    def count(size: Size) -> int:
        most = 1 + len(aims) + size.more.get("anywhere", 0)
        return len(sides) * OTHERS * size.more.get("unseen", 0) * most * JUDGED_SEEDS

    return Stage(asked, count)


def unseen(inquiry: Inquiry, measure: str) -> range:
    """Return the worlds in which what was chosen is judged: those after the training worlds."""
    return inquiry.worlds(measure, inquiry.size.more["unseen"], inquiry.size.more["training"])


def judged(inquiry: Inquiry, first: str, second: str, aims: Sequence[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return findings (best-tuned and box average, first minus second, by each aim), and what was chosen."""
    rows: list[dict] = []
    tables = []
    for measure in searched(inquiry):
        runs = inquiry.measure(measure)
        runs = runs[runs["world_index"].isin(unseen(inquiry, measure))]
        points = {side: best(inquiry, measure, side, aims) for side in (first, second)}
        for aim in aims:
            a, b = (point_name(side, points[side][aim]) for side in (first, second))
            rows += rows_of(Comparison(TUNED, f"{first}, best-tuned", f"{second}, best-tuned"), measure,
                            pair_differences(runs, a, b, [aim]), inquiry.study.declared)
        drawn = [pair_differences(runs, anywhere_name(first, k), anywhere_name(second, k), aims)
                 for k in range(inquiry.size.more["anywhere"])]
        average = pd.concat(drawn).groupby(PAIR_KEYS, as_index=False).mean()
        rows += rows_of(Comparison(AVERAGE, f"{first}, box average", f"{second}, box average"), measure, average,
                        inquiry.study.declared)
        tables += [_chosen(inquiry, measure, side, points[side], runs) for side in (first, second)]
    return table(rows), pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()


def _chosen(inquiry: Inquiry, measure: str, side: str, points: Mapping[str, int], runs: pd.DataFrame) -> pd.DataFrame:
    """Return for each aim the point chosen, what it came to where it was chosen and in unseen worlds, and its dials."""
    means = trained(inquiry, measure, side, list(points))
    found = []
    for aim, number in points.items():
        met = [runs.loc[runs["scenario"] == point_name(side, k), aim].mean() for k in (number, CENTRE)]
        found.append({"measure": measure, "side": side, "aim": aim, "point": number,
                      "in_training": means.at[number, aim], "unseen": met[0], "centre_unseen": met[1],
                      **{key.partition(".")[2]: value for key, value in box_point(side, number).items()}})
    return pd.DataFrame(found).replace({np.inf: np.nan})

"""What the runs say: which causes move a difference, and how its variance splits.

A few extreme worlds carry most of the variance of a difference. So variance is split and emulated on the scale of
ranks too (normal scores: where a world stands among all of them), and the table says which scale a row is on.
"""

import numpy as np
import pandas as pd
from scipy import stats

from analysis.sensitivity.correlated import MOST, chance_share, shapley_shares, strongest
from analysis.sensitivity.elementary import elementary_effects
from analysis.sensitivity.indices import sobol_indices
from analysis.sensitivity.paths import variance_shares
from analysis.sensitivity.polynomial import Basis, build_basis, held_out
from experiments.findings import rows_of, table
from experiments.inquiry import Inquiry
from experiments.sensitivity.causes import GROUPS, LUCK, NULL, THEORIES, Causes, causes_of
from experiments.sensitivity.designs import (
    PATHS,
    POINTS,
    SCREENING,
    Laid,
    paths,
    points,
    screening,
    sides_of,
    whole_blocks,
)
from experiments.sensitivity.worth import learning, learning_by_grade
from experiments.study import Answer, Comparison

KEPT, CURVED, PAIRED = 150, 25, 12
"""How many of the causes that screening ranks highest the emulator knows at all, squared, and in products."""
RESAMPLES = 40
ASSUMED = ("C", "D")
RESTS_ON_MOST = 5
CALIBRATED = "calibrated"


def answer(inquiry: Inquiry) -> Answer:
    """Return the findings (the differences over random worlds) and the tables named in the study's docstring."""
    causes = causes_of(inquiry, inquiry.size.more["causes"])
    screened = _screened(inquiry, causes)
    indices = _indices(inquiry, causes, screened)
    bases = {outcome: basis_of(causes, screened, outcome) for outcome in inquiry.outcomes}
    tables = {"screening": screened, "variance": _shares(inquiry, causes), "indices": indices,
              "learning": learning(inquiry, causes, points(causes, inquiry.size), indices),
              "learning_by_grade": learning_by_grade(inquiry, causes, points(causes, inquiry.size), bases)}
    if CALIBRATED in inquiry.measures:
        tables |= {"calibrated_shares": _calibrated_shares(inquiry), "calibrated_learning": learning(inquiry)}
    return Answer(_findings(inquiry, causes, indices), {name: own for name, own in tables.items() if len(own)})


def ranked(difference: np.ndarray) -> np.ndarray:
    """Return normal scores of ranks: the order of the differences, spread as a normal distribution is."""
    return stats.norm.ppf((stats.rankdata(difference) - 0.5) / len(difference))


def _difference(inquiry: Inquiry, laid: Laid, design: str, outcome: str) -> tuple[np.ndarray, np.ndarray]:
    """Return (difference, rows): first minus second of the first comparison in whole blocks of a design."""
    values, rows = whole_blocks(inquiry, laid, design, outcome, sides_of(inquiry)[:2])
    return values[:, 0] - values[:, 1], rows


def _screened(inquiry: Inquiry, causes: Causes) -> pd.DataFrame:
    laid, parts = screening(causes, inquiry.size), []
    for outcome in inquiry.outcomes:
        difference, rows = _difference(inquiry, laid, SCREENING, outcome)
        if len(rows):
            found = elementary_effects(causes.names, laid.places[rows], difference, luck=LUCK)
            parts.append(found.assign(outcome=outcome, grade=found["cause"].map(causes.groups)))
    return pd.concat(parts, ignore_index=True)


def _shares(inquiry: Inquiry, causes: Causes) -> pd.DataFrame:
    (laid, orders), parts = paths(causes, inquiry.size), []
    for outcome in inquiry.outcomes:
        difference, rows = _difference(inquiry, laid, PATHS, outcome)
        if not np.ptp(difference) > 0:
            continue
        taken = orders[np.unique(laid.blocks[rows])]
        for scale, values in (("difference", difference), ("rank", ranked(difference))):
            found = variance_shares(GROUPS, values.reshape(len(taken), -1), taken)
            parts.append(found.assign(outcome=outcome, scale=scale, sd=difference.std(ddof=1), paths=len(taken)))
    return pd.concat(parts, ignore_index=True)


def basis_of(causes: Causes, screened: pd.DataFrame, outcome: str) -> tuple[Basis, list[int]]:
    """Return a basis over the causes that screening ranks highest, theories and the null cause, and which they are."""
    order = screened.loc[screened["outcome"] == outcome, "cause"]
    always = [name for name in causes.names if name == NULL or causes.groups[name] == THEORIES]
    known = [causes.names.index(name) for name in dict.fromkeys([*order[order != LUCK].head(KEPT), *always])]
    leading = min(CURVED, len(known)), min(PAIRED, len(known))
    return build_basis([causes.kinds[k] for k in known], range(leading[0]), range(leading[1])), known


def _indices(inquiry: Inquiry, causes: Causes, screened: pd.DataFrame) -> pd.DataFrame:
    """Return Sobol' indices of ranks, from runs along paths and at random points together."""
    walked, scattered, parts = paths(causes, inquiry.size)[0], points(causes, inquiry.size), []
    for outcome in inquiry.outcomes:
        (one, there), (two, here) = (_difference(inquiry, walked, PATHS, outcome),
                                     _difference(inquiry, scattered, POINTS, outcome))
        basis, known = basis_of(causes, screened, outcome)
        places = np.vstack([walked.places[there], scattered.places[here]])[:, known]
        clusters = np.concatenate([walked.blocks[there], len(walked.blocks) + scattered.blocks[here]])
        scores = ranked(np.concatenate([one, two]))
        found = sobol_indices(basis, [causes.names[k] for k in known], places, scores, clusters,
                              resamples=RESAMPLES)
        parts.append(found.assign(outcome=outcome, grade=found["cause"].map(causes.groups), runs=len(scores),
                                  held_out_r2=held_out(basis, places, scores, clusters)))
    return pd.concat(parts, ignore_index=True)


def _calibrated_shares(inquiry: Inquiry) -> pd.DataFrame:
    """Return Shapley shares over calibrated worlds of the parameters that go with each difference most closely."""
    (first, second), drawn = sides_of(inquiry)[:2], inquiry.parameters(CALIBRATED)
    grades, parts = causes_of(inquiry).groups, []
    for outcome in inquiry.outcomes:
        own = inquiry.measure(CALIBRATED).groupby(["world_index", "scenario"])[outcome].mean().unstack().dropna()
        worlds, difference = drawn.loc[own.index].dropna(axis="columns"), (own[first] - own[second]).to_numpy()
        most = min(MOST, len(own) // 6)
        names = strongest(worlds, difference, most)
        found = shapley_shares(names, worlds[names].to_numpy(float), ranked(difference))
        floor = chance_share(worlds, ranked(difference), most)
        parts.append(found.assign(floor=floor, above_floor=found["share"] > floor, outcome=outcome,
                                  grade=found["cause"].map(grades), worlds=len(own)))
    return pd.concat(parts, ignore_index=True)


def _findings(inquiry: Inquiry, causes: Causes, indices: pd.DataFrame) -> pd.DataFrame:
    """Return the difference over the worlds of the paths, with two draws of luck in each, and what it rests on.

    Every scenario against the reference follows, over random points with one draw of luck in each.
    """
    orders = paths(causes, inquiry.size)[1]
    width, late = len(GROUPS) + 1, np.argmax(orders == GROUPS.index(LUCK), axis=1)
    places = {int(number * width + step + k): (number, k) for number, step in enumerate(late) for k in (0, 1)}
    rows = [*_rows(inquiry, inquiry.study.pairs()[0], PATHS, places, indices)]
    alone = {number: (number, 0) for number in range(inquiry.size.more["points"])}
    for pair in inquiry.study.against():
        rows += _rows(inquiry, pair, POINTS, alone, pd.DataFrame(columns=indices.columns))
    return table(rows)


def _rows(inquiry: Inquiry, pair: Comparison, design: str, places: dict[int, tuple[int, int]], indices: pd.DataFrame):
    own = inquiry.measure(design)
    wide = own[own["world_index"].isin(places)].set_index(["world_index", "scenario"])[inquiry.outcomes].unstack()
    change = (wide.xs(pair.first, axis=1, level=1) - wide.xs(pair.second, axis=1, level=1)).dropna()
    change["world"], change["replicate"] = zip(*(places[int(number)] for number in change.index), strict=True)
    for row in rows_of(pair, design, change.reset_index(drop=True), inquiry.study.declared):
        yield {**row, "rests_on": _rests_on(indices, row["outcome"])}


def _rests_on(indices: pd.DataFrame, outcome: str) -> list[str]:
    """Return the parameters of grade C and D with the largest clear share in a difference, at most five."""
    own = indices[(indices["outcome"] == outcome) & indices["grade"].isin(ASSUMED) & (indices["total_low"] > 0)]
    return own["cause"].head(RESTS_ON_MOST).tolist()



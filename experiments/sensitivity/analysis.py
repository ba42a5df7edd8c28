"""What the runs say: which causes move a difference, how its variance splits, and what is worth learning."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.sensitivity.correlated import shapley_shares, strongest
from analysis.sensitivity.elementary import elementary_effects
from analysis.sensitivity.indices import sobol_indices
from analysis.sensitivity.learning import emulated_values, regressed_values, value_of_everything
from analysis.sensitivity.paths import variance_shares
from analysis.sensitivity.polynomial import FOLDS, Basis, build_basis, held_out
from experiments.findings import rows_of, table
from experiments.inquiry import Inquiry
from experiments.sensitivity.causes import GROUPS, LUCK, NULL, Causes, causes_of
from experiments.sensitivity.designs import PATHS, SCREENING, paths, screening, whole_blocks
from experiments.study import Answer

KEPT, CURVED, PAIRED = 60, 25, 12
"""How many of the causes that screening ranks highest the emulator knows: at all, squared, and in products."""
SHOWN_GRADES = ("C", "D")
RESTS_ON_MOST = 5
PROFILE = "value_"


def answer(inquiry: Inquiry) -> Answer:
    """Return the findings (the differences over random worlds) and the tables named in the study's docstring."""
    causes = causes_of(inquiry, inquiry.size.more["causes"])
    screened = _screened(inquiry, causes)
    walked = _Walked(inquiry, causes)
    emulated = {outcome: _emulator(causes, screened, outcome) for outcome in inquiry.outcomes}
    indices = _indices(walked, emulated)
    tables = {"screening": screened, "variance": _shares(walked), "indices": indices,
              "learning": _learning(walked, emulated), "learning_by_grade": _learning(walked, emulated, by_grade=True)}
    if "calibrated" in inquiry.measures:
        tables |= calibrated(inquiry)
    return Answer(_findings(inquiry, walked, indices), tables)


class _Walked:
    """The runs along the paths, read once for every outcome."""

    def __init__(self, inquiry: Inquiry, causes: Causes) -> None:
        self.inquiry, self.causes = inquiry, causes
        self.pair = inquiry.study.pairs()[0]
        self.laid, self.orders = paths(causes, inquiry.size)

    def read(self, outcome: str) -> tuple[np.ndarray, np.ndarray]:
        """Return (values, rows): the outcome (rows, scenarios) along whole paths, the pair's two scenarios first."""
        return whole_blocks(self.inquiry, self.laid, PATHS, outcome, self.scenarios)

    @property
    def scenarios(self) -> list[str]:
        """The scenarios, those of the first comparison first."""
        sides = [self.pair.first, self.pair.second]
        return sides + [name for name in self.inquiry.sides("default") if name not in sides]

    def difference(self, outcome: str) -> tuple[np.ndarray, np.ndarray]:
        """Return (difference, rows): first minus second along whole paths."""
        values, rows = self.read(outcome)
        return values[:, 0] - values[:, 1], rows


def _screened(inquiry: Inquiry, causes: Causes) -> pd.DataFrame:
    laid, pair, parts = screening(causes, inquiry.size), inquiry.study.pairs()[0], []
    for outcome in inquiry.outcomes:
        values, rows = whole_blocks(inquiry, laid, SCREENING, outcome, (pair.first, pair.second))
        if len(rows):
            found = elementary_effects(causes.names, laid.places[rows], values[:, 0] - values[:, 1], luck=LUCK)
            parts.append(found.assign(outcome=outcome, grade=found["cause"].map(causes.groups)))
    return pd.concat(parts, ignore_index=True)


def _shares(walked: _Walked) -> pd.DataFrame:
    parts = []
    for outcome in walked.inquiry.outcomes:
        difference, rows = walked.difference(outcome)
        steps = difference.reshape(-1, len(GROUPS) + 1)
        found = variance_shares(GROUPS, steps, walked.orders[np.unique(walked.laid.blocks[rows])])
        parts.append(found.assign(outcome=outcome, sd=difference.std(ddof=1), paths=len(steps)))
    return pd.concat(parts, ignore_index=True)


def _emulator(causes: Causes, screened: pd.DataFrame, outcome: str) -> tuple[Basis, list[int]]:
    """Return a basis over the causes that screening ranks highest for an outcome, theories and null, and which."""
    ranked = screened.loc[screened["outcome"] == outcome, "cause"]
    always = [name for name in causes.names if name.startswith("theory/") or name == NULL]
    names = [name for name in ranked if name not in (*always, LUCK)][:KEPT]
    known = [causes.names.index(name) for name in (*names, *always)]
    kinds = [causes.kinds[k] for k in known]
    return build_basis(kinds, curved=range(CURVED), paired=range(min(PAIRED, len(names)))), known


def _indices(walked: _Walked, emulated: Mapping[str, tuple[Basis, list[int]]]) -> pd.DataFrame:
    parts = []
    for outcome, (basis, known) in emulated.items():
        difference, rows = walked.difference(outcome)
        places, clusters = walked.laid.places[rows][:, known], walked.laid.blocks[rows]
        if len(np.unique(clusters)) < FOLDS:
            continue
        names = [walked.causes.names[k] for k in known]
        found = sobol_indices(basis, names, places, difference, clusters)
        parts.append(found.assign(outcome=outcome, grade=found["cause"].map(walked.causes.groups),
                                  held_out_r2=held_out(basis, places, difference, clusters)))
    return pd.concat(parts, ignore_index=True)


def _learning(walked: _Walked, emulated: Mapping[str, tuple[Basis, list[int]]], by_grade: bool = False) -> pd.DataFrame:
    """Return the value of learning each cause, or each group of causes together, by every value profile."""
    parts, groups = [], walked.causes.groups
    for outcome in (name for name in emulated if name.startswith(PROFILE)):
        basis, known = emulated[outcome]
        values, rows = walked.read(outcome)
        names = [walked.causes.names[k] for k in known]
        chosen = {group: [k for k, name in enumerate(names) if groups[name] == group] for group in GROUPS}
        del chosen[LUCK]
        sets = chosen if by_grade else {name: [k] for k, name in enumerate(names)}
        found = emulated_values(basis, sets, walked.laid.places[rows][:, known], values, walked.laid.blocks[rows])
        best = walked.scenarios[int(values.mean(axis=0).argmax())]
        parts.append(found.assign(outcome=outcome, best_now=best, everything=value_of_everything(values),
                                  grade=found["cause"] if by_grade else found["cause"].map(groups)))
    return pd.concat(parts, ignore_index=True)


def calibrated(inquiry: Inquiry) -> dict[str, pd.DataFrame]:
    """Return Shapley shares and values of learning over calibrated worlds, for the causes that go with each outcome."""
    pair, drawn = inquiry.study.pairs()[0], inquiry.parameters("calibrated")
    grades = causes_of(inquiry).groups
    shares, learned = [], []
    for outcome in inquiry.outcomes:
        own = inquiry.measure("calibrated").groupby(["world_index", "scenario"])[outcome].mean().unstack().dropna()
        worlds = drawn.loc[own.index].dropna(axis="columns")
        difference = (own[pair.first] - own[pair.second]).to_numpy()
        names = strongest(worlds, difference)
        values = worlds[names].to_numpy(float)
        if len(own) < 6 * len(names):
            continue
        found = shapley_shares(names, values, difference)
        shares.append(found.assign(outcome=outcome, grade=found["cause"].map(grades), worlds=len(own)))
        if outcome.startswith(PROFILE):
            benefits = own.to_numpy(float)
            worth = regressed_values(names, values, benefits)
            learned.append(worth.assign(outcome=outcome, grade=worth["cause"].map(grades), worlds=len(own),
                                        best_now=own.columns[int(benefits.mean(axis=0).argmax())],
                                        everything=value_of_everything(benefits)))
    made = {"calibrated_shares": shares, "calibrated_learning": learned}
    return {name: pd.concat(parts, ignore_index=True) for name, parts in made.items() if parts}


def _findings(inquiry: Inquiry, walked: _Walked, indices: pd.DataFrame) -> pd.DataFrame:
    """Return the difference over the worlds of the paths, two draws of luck in each, and what it rests on."""
    luck = GROUPS.index(LUCK)
    at = [int(np.flatnonzero(order == luck)[0]) for order in walked.orders]
    width = len(GROUPS) + 1
    picked = {(number * width + step + late): (number, late) for number, step in enumerate(at) for late in (0, 1)}
    own = inquiry.measure(PATHS)
    own = own[own["world_index"].isin(picked)]
    wide = own.set_index(["world_index", "scenario"])[inquiry.outcomes].unstack("scenario").dropna()
    rows = []
    for pair in (*inquiry.study.pairs(), *inquiry.study.against()):
        change = wide.xs(pair.first, axis=1, level=1) - wide.xs(pair.second, axis=1, level=1)
        places = [picked[int(number)] for number in change.index]
        change = change.assign(world=[world for world, _ in places], replicate=[late for _, late in places])
        rows += [{**row, "rests_on": _rests_on(indices, row["outcome"])}
                 for row in rows_of(pair, PATHS, change.reset_index(drop=True), inquiry.study.declared)]
    return table(rows)


def _rests_on(indices: pd.DataFrame, outcome: str) -> list[str]:
    """Return the parameters of grade C and D with the largest clear share in a difference, at most five."""
    own = indices[(indices["outcome"] == outcome) & indices["grade"].isin(SHOWN_GRADES) & (indices["total_low"] > 0)]
    return own["cause"].head(RESTS_ON_MOST).tolist()

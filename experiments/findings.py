"""Findings: what a study's comparisons came to, one row for each comparison, measure over worlds and outcome."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.measures.dials import world_verdicts
from analysis.measures.paired import UNRESOLVED, Effect, paired_effects
from analysis.measures.pairing import PAIR_KEYS
from analysis.measures.stopping import DRAWN_LEVEL, LEVEL
from experiments.inquiry import Inquiry
from experiments.study import Answer, Comparison, Expectation, Interaction
from model.observation.outcomes import Outcome

COLUMNS = ("comparison", "first", "second", "measure", "outcome", "effect", "low", "high", "level", "superiority",
           "verdict", "sesoi", "pairs", "pairs_needed", "worlds", "better_share", "worse_share", "negligible_share",
           "unresolved_share", "rests_on")
SOMEWHERE, NEVER, NOT_TESTED = "somewhere", "never", "not tested"
LEAST_WORLDS = 8
"""With fewer worlds their shares are no evidence of an expectation."""


def paired_answer(inquiry: Inquiry) -> Answer:
    """Return the findings of every comparison and interaction of a study: its analysis where it states no other."""
    return Answer(paired_findings(inquiry))


def paired_findings(inquiry: Inquiry) -> pd.DataFrame:
    """Return COLUMNS for every comparison and interaction, and every scenario against the reference, by measure."""
    study, rows, drawn = inquiry.study, [], DRAWN_LEVEL if inquiry.reached else LEVEL
    for measure in inquiry.measures:
        found = {}
        for pair in (*study.pairs(), *study.against()):
            found[pair.name] = inquiry.differences(pair.first, pair.second, measure)
            rows += rows_of(pair, measure, found[pair.name], study.declared, drawn)
        for both in study.interactions:
            moved = (found[both.first].set_index(PAIR_KEYS) - found[both.second].set_index(PAIR_KEYS)).reset_index()
            rows += rows_of(both, measure, moved, study.declared, drawn)
    return table(rows)


def rows_of(pair: Comparison | Interaction, measure: str, differences: pd.DataFrame,
            declared: Mapping[str, Outcome], drawn: float = LEVEL) -> list[dict]:
    """Return one row (COLUMNS) an outcome from paired differences: world, replicate and a column an outcome.

    `declared` is a study's: it holds the smallest effect of interest and the direction of each outcome. Intervals are
    drawn at the level `drawn`: above their own where pairs were added until they were narrow.
    """
    outcomes = [name for name in differences.columns if name not in PAIR_KEYS]
    effects = paired_effects(differences, {name: declared[name].sesoi for name in outcomes},
                             {name: declared[name].better for name in outcomes}, drawn)
    ordered = differences.sort_values("world", kind="stable")
    values = {name: ordered[name].to_numpy(dtype=float) for name in outcomes}
    worlds = ordered["world"].to_numpy()
    return [{"comparison": pair.name, "first": pair.first, "second": pair.second, "measure": measure,
             "outcome": e.outcome,
             "level": LEVEL,
             **{key: getattr(e, key) for key in ("effect", "low", "high", "superiority", "verdict", "sesoi",
                                                 "pairs", "pairs_needed", "worlds")},
             "better_share": e.worlds_won, "worse_share": e.worlds_lost, "negligible_share": e.worlds_negligible,
             "unresolved_share": unresolved_share(values[e.outcome], worlds, e), "rests_on": []} for e in effects]


def unresolved_share(values: np.ndarray, worlds: np.ndarray, effect: Effect) -> float:
    """Return the share of worlds whose own verdict cannot be told from their replicates.

    NaN for a single world, and where no world holds two replicates. `values` (pairs,) are
    differences and `worlds` their worlds, sorted.
    """
    known = ~np.isnan(values)
    found, codes = np.unique(worlds[known], return_inverse=True)
    if len(found) < 2 or len(found) == known.sum():
        return float("nan")
    verdicts = world_verdicts(values[known], codes, effect.sesoi, effect.better)
    return float(np.mean([verdict == UNRESOLVED for verdict in verdicts]))


def table(rows: Sequence[dict]) -> pd.DataFrame:
    """Return rows as findings, with all of COLUMNS in their order; an absent one is NaN (`rests_on` an empty list)."""
    found = pd.DataFrame([{"rests_on": [], **row} for row in rows], columns=list(COLUMNS))
    return found.astype({"pairs_needed": "Int64"})


def resting(findings: pd.DataFrame, keys: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Return findings with the parameters (register keys) that each outcome named rests on first of all."""
    told = [list(keys.get(outcome, own)) for outcome, own in zip(findings["outcome"], findings["rests_on"])]
    return findings.assign(rests_on=told)


def held(expectation: Expectation, answer: Answer) -> str:
    """Return whether an expectation holds somewhere, never, or was not tested."""
    if expectation.holds is not None:
        said = expectation.holds(answer.findings, answer.tables)
        return NOT_TESTED if said is None else SOMEWHERE if said else NEVER
    own = concerned(expectation, answer)
    if where(expectation, own):
        return SOMEWHERE
    told = (own["verdict"] != UNRESOLVED) | _worlds(expectation, own).notna()
    return NEVER if told.any() else NOT_TESTED


def concerned(expectation: Expectation, answer: Answer) -> pd.DataFrame:
    """Return the findings that an expectation is about."""
    found = answer.findings
    return found[(found["outcome"] == expectation.outcome)
                 & found["comparison"].str.startswith(expectation.within) & (found["pairs"] > 0)]


def all_have(findings: pd.DataFrame, outcome: str, comparisons: Sequence[str], verdict: str) -> bool | None:
    """Return whether in some measure every one of the comparisons has the verdict on an outcome.

    None where in some measure none of them is known to have another: there it cannot be told.
    """
    own = findings[(findings["outcome"] == outcome) & findings["comparison"].isin(comparisons)]
    if (own["verdict"] == verdict).groupby(own["measure"]).all().any():
        return True
    other = ~own["verdict"].isin([verdict, UNRESOLVED])
    return False if len(own) and other.groupby(own["measure"]).any().all() else None


def any_has(findings: pd.DataFrame, verdict: str) -> bool | None:
    """Return whether some finding has a verdict; None where none of them can be told."""
    told = findings.loc[findings["verdict"] != UNRESOLVED, "verdict"]
    return bool((told == verdict).any()) if len(told) else None


def where(expectation: Expectation, own: pd.DataFrame) -> str:
    """Return in which of its findings an expectation holds, in words ('' where in none).

    It does where the verdict says so, or where the share of worlds makes at least one world.
    """
    said = []
    for row, worlds in zip(own.itertuples(), _worlds(expectation, own), strict=True):
        if worlds >= 1:
            said.append(f"{row.comparison}: about {worlds:.0f} of {row.worlds} worlds of world={row.measure}")
        elif row.verdict == expectation.verdict:
            said.append(f"{row.comparison}: on average in world={row.measure}")
    return "; ".join(said)


def _worlds(expectation: Expectation, own: pd.DataFrame) -> pd.Series:
    """Return in how many worlds each finding has the expectation's verdict; NaN where shares are no evidence."""
    share = own.get(f"{expectation.verdict}_share", pd.Series(float("nan"), index=own.index)).astype(float)
    return (share * own["worlds"]).where(own["worlds"] >= LEAST_WORLDS)


def expectations_held(expectations: Sequence[Expectation], answer: Answer) -> list[dict[str, str]]:
    """Return text, by, held (somewhere, never, not tested) and where of each expectation."""
    return [{"text": e.text, "by": e.by, "held": held(e, answer), "where": where(e, concerned(e, answer))}
            for e in expectations]

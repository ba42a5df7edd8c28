"""What the search found: the front over unseen worlds, how robust each regime is, and what it is in plain words."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.measures.front import alike, non_dominated, regrets, satisficing
from analysis.measures.pairing import pair_differences
from experiments.findings import rows_of, table
from experiments.inquiry import Inquiry
from experiments.regime_design.search import AS_NOW, found, gains_by_world, judged_in, unseen
from experiments.regime_design.words import describe
from experiments.study import Answer, Comparison

PROFILE = "value_"


def answer(inquiry: Inquiry) -> Answer:
    """Return findings (each regime judged against the one as now) and the tables `front`, `regret` and `levers`."""
    regimes, rows, fronts, regret = found(inquiry), [], [], []
    for measure in judged_in(inquiry):
        worlds, runs = unseen(inquiry, measure), inquiry.measure(measure)
        runs = runs[runs["world_index"].isin(worlds)]
        for name in regimes:
            differences = pair_differences(runs, name, AS_NOW, inquiry.outcomes)
            rows += rows_of(Comparison(f"{name} against {AS_NOW}", name, AS_NOW), measure, differences,
                            inquiry.study.declared)
        fronts.append(_front(gains_by_world(inquiry, worlds, measure), regimes, measure, len(worlds)))
        regret.append(_regret(inquiry, runs, regimes).assign(measure=measure))
    levers = pd.DataFrame([{"regime": name, **values} for name, values in regimes.items()])
    return Answer(table(rows), {"front": pd.concat(fronts, ignore_index=True),
                                "regret": pd.concat(regret, ignore_index=True), "levers": levers})


def _front(gains: pd.DataFrame, regimes: dict, measure: str, worlds: int) -> pd.DataFrame:
    """Return regime, whether nothing dominates it, satisficing, gains (in smallest effects of interest) and words.

    A regime with a run missing is left out. `like` names an earlier regime whose gains are alike in every outcome: of
    those only the first stands on the front.
    """
    whole = [name for name in (AS_NOW, *regimes) if len(gains.loc[[name]]) == worlds]
    means = gains.groupby("scenario").mean().loc[whole]
    rows = pd.DataFrame({
        "measure": measure, "regime": whole, "on_front": non_dominated(alike(means.to_numpy())),
        "like": _likes(means, whole),
        "satisficing": [satisficing(gains.loc[name].to_numpy()) for name in whole],
        **{f"gain_{outcome}": means[outcome].to_numpy() for outcome in means}, "worlds": worlds,
        "words": [describe(regimes[name]) if name in regimes else "Inspection as it is now." for name in whole]})
    rows["on_front"] &= rows["like"] == ""
    return rows.sort_values(["on_front", "satisficing"], ascending=False, kind="stable", ignore_index=True)


def _likes(means: pd.DataFrame, names: Sequence[str]) -> list[str]:
    """Return for each regime the first before it with gains alike; '' where there is none."""
    first: dict[tuple, str] = {}
    return ["" if (own := first.setdefault(tuple(row), name)) == name else own
            for row, name in zip(alike(means.to_numpy()), names, strict=True)]


def _regret(inquiry: Inquiry, runs: pd.DataFrame, regimes: dict) -> pd.DataFrame:
    """Return profile, regime, mean and nine-in-ten regret over unseen worlds (outcome's unit), and least of all."""
    parts = []
    for profile in (name for name in inquiry.study.outcomes if name.startswith(PROFILE)):
        benefits = runs.pivot_table(index="world_index", columns="scenario", values=profile).reindex(
            columns=[AS_NOW, *regimes]).dropna(axis="columns")
        mean, tail = regrets(benefits.to_numpy(float))
        parts.append(pd.DataFrame({"profile": profile, "regime": benefits.columns, "mean": mean, "nine_in_ten": tail,
                                   "least": np.arange(len(tail)) == tail.argmin(), "worlds": len(benefits)}))
    return pd.concat(parts, ignore_index=True)

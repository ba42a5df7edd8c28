"""The map of a comparison over worlds: what separates them, where it flips, few limits that mark them out, regret."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.measures.flips import flips
from analysis.measures.prim import RESAMPLES, discover
from analysis.measures.regret import regrets
from analysis.measures.separation import rank_separation
from experiments.inquiry import Inquiry
from experiments.study import Comparison

LEAST_WORLDS, RARE = 16, 0.10
"""With fewer worlds nothing is said of what separates them; a kind of world rarer than a tenth has no limits sought."""
MOST_FLIPS = 3


def world_effects(inquiry: Inquiry, pair: Comparison, measure: str, outcomes: Sequence[str]) -> pd.DataFrame:
    """Return the mean difference (first minus second) of each outcome in each world, indexed by world_index."""
    differences = inquiry.differences(pair.first, pair.second, measure, outcomes)
    return differences.groupby("world")[list(outcomes)].mean().dropna().rename_axis("world_index")


def mapped(inquiry: Inquiry) -> list[str]:
    """Return the measures with enough worlds for a map."""
    return [m for m in inquiry.measures if m != "default" and len(inquiry.parameters(m)) >= LEAST_WORLDS]


def map_tables(inquiry: Inquiry, pair: Comparison, aims: Sequence[str], resamples: int = RESAMPLES,
               ) -> dict[str, pd.DataFrame]:
    """Return tables of a comparison: spread, separators, flips, limits and regret, by measure and `aim` (outcome)."""
    found: dict[str, list[pd.DataFrame]] = {name: [] for name in ("spread", "separators", "flips", "limits", "regret")}
    for measure in mapped(inquiry):
        effects = world_effects(inquiry, pair, measure, aims)
        parameters = inquiry.parameters(measure).loc[effects.index]
        for aim in aims:
            clear = rank_separation(parameters, effects[aim], resamples=resamples)
            clear = clear[clear["correlation"].abs() > clear["chance"]]
            declared = inquiry.study.declared[aim]
            parts = {"spread": spread(effects[aim]), "separators": clear,
                     "flips": flips(parameters, effects[aim], list(clear["parameter"].head(MOST_FLIPS))),
                     "limits": _limits(parameters, declared.better * effects[aim], declared.sesoi, pair, resamples),
                     "regret": regrets(effects[aim].to_numpy(), declared.better, pair.first, pair.second)}
            for name, part in parts.items():
                found[name].append(part.assign(measure=measure, aim=aim))
    return {name: pd.concat(parts, ignore_index=True) for name, parts in found.items() if parts}


def spread(effects: pd.Series) -> pd.DataFrame:
    """Return one row: mean and quantiles of the worlds' effects, and the mean without the world furthest from it.

    A mean that one world carries is told by the last, and `furthest` is that world's number.
    """
    furthest = (effects - effects.mean()).abs().idxmax()
    middle = effects.quantile([0.05, 0.5, 0.95])
    return pd.DataFrame([{"mean": effects.mean(), "median": middle[0.5], "low_5": middle[0.05], "high_95": middle[0.95],
                          "furthest": furthest, "its_effect": effects[furthest],
                          "mean_without_it": effects.drop(furthest).mean(), "worlds": len(effects)}])


def _limits(parameters: pd.DataFrame, gains: pd.Series, sesoi: float, pair: Comparison, resamples: int) -> pd.DataFrame:
    """Return the limits of worlds in which each side does better by more than matters, with the score of those told."""
    rows = []
    for side, sign in ((pair.first, 1), (pair.second, -1)):
        kind = sign * gains > sesoi
        if not RARE <= kind.mean() <= 1 - RARE:
            continue
        limits, scored = discover(parameters, kind, resamples)
        rows.append(limits.assign(side_better=side, **vars(scored)))
    return pd.concat(rows, ignore_index=True) if rows else pd.DataFrame()


def with_rests_on(findings: pd.DataFrame, separators: pd.DataFrame, pair: Comparison) -> pd.DataFrame:
    """Return findings that say of a comparison on which parameters it rests: the keys of those that separate worlds."""
    if separators.empty:
        return findings
    by_aim = {aim: list(dict.fromkeys(part["parameter"])) for aim, part in separators.groupby("aim", sort=False)}
    own = (findings["first"] == pair.first) & (findings["second"] == pair.second)
    told = [by_aim.get(row.outcome, []) if mine else row.rests_on
            for mine, row in zip(own, findings.itertuples(), strict=True)]
    return findings.assign(rests_on=told)


def profile_table(findings: pd.DataFrame, pair: Comparison, profiles: Sequence[str]) -> pd.DataFrame:
    """Return by value profile and measure: verdict, shares of worlds, and which side it is for ('' where none)."""
    own = findings[(findings["comparison"] == pair.name) & findings["outcome"].isin(profiles)].copy()
    own["for"] = np.select([own["verdict"] == "better", own["verdict"] == "worse"], [pair.first, pair.second], "")
    return own[["outcome", "measure", "effect", "low", "high", "verdict", "for", "better_share", "worse_share",
                "negligible_share", "worlds"]].reset_index(drop=True)


def message(profiles: pd.DataFrame, names: dict[str, str]) -> list[str]:
    """Return what the value profiles say in each measure: one part where they agree, two where they part."""
    lines = []
    for measure, part in profiles.groupby("measure", sort=False):
        sides = {str(side): [names[o] for o in own["outcome"]] for side, own in part.groupby("for", sort=False)}
        told = [f"{side} does better by {' and '.join(by)}" for side, by in sides.items() if side]
        rest = [f"by {' and '.join(by)} neither can be told to, or it is too small to matter"
                for side, by in sides.items() if not side]
        agree = "the value profiles agree" if len(sides) == 1 else "the value profiles part"
        lines.append(f"world={measure}: {agree}: {'; '.join(told + rest)}")
    return lines

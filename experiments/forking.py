"""Forks: one history up to a month, and from there on another way of governing or inspecting."""

from collections.abc import Sequence

import pandas as pd

from analysis.measures.paired import paired_effects
from experiments.findings import paired_findings
from experiments.inquiry import Inquiry
from experiments.store.read import open_store
from experiments.study import Answer

SHOWN = ("true_quality", "wellbeing", "esteem", "legitimacy")
"""Monthly columns of the nation that trajectories are given for."""


def fork(month: int) -> tuple[str, ...]:
    """Return the words that end the common history at a month (months since June 2021)."""
    return (f"switch={month}",)


def answer(inquiry: Inquiry) -> Answer:
    """Return the paired findings, and the paired differences month by month from each fork on."""
    parts = [trajectories(inquiry, measure) for measure in inquiry.measures]
    return Answer(paired_findings(inquiry), {"trajectories": pd.concat(parts, ignore_index=True)})


def trajectories(inquiry: Inquiry, measure: str, columns: Sequence[str] = SHOWN) -> pd.DataFrame:
    """Return comparison, measure, outcome, switch, month and the mean paired difference with its interval.

    Months before the switch are left out: there the runs are one.
    """
    own = inquiry.measure(measure)
    nation = open_store(inquiry.path).table("nation")
    nation = nation[nation["run_id"].isin(own["run_id"])].set_index(["run_id", "month"])[list(columns)]
    switches = {name: side.specification.run.switch for name, side in inquiry.sides(measure).items()}
    parts = []
    for pair in inquiry.study.pairs():
        found = _paired_months(own, nation, pair.first, pair.second)
        found = found[found["month"] >= switches[pair.first]]
        parts.append(found.assign(comparison=pair.name, measure=measure, switch=switches[pair.first]))
    return pd.concat(parts, ignore_index=True)


def _paired_months(own: pd.DataFrame, nation: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Return outcome, month, effect, low, high and pairs: first minus second in the same world with the same luck."""
    sides = [own[own["scenario"] == name].set_index(["world_index", "seed"])["run_id"] for name in (first, second)]
    both = pd.concat(sides, axis=1, keys=["first", "second"]).dropna()
    monthly = []
    for (world, seed), row in both.iterrows():
        change = (nation.loc[row["first"]] - nation.loc[row["second"]]).unstack()
        monthly.append(change.rename((world, seed)))
    wide = pd.DataFrame(monthly)
    names = {f"{outcome}@{month}": (outcome, month) for outcome, month in wide.columns}
    wide.columns = list(names)
    wide = wide.assign(world=[world for world, _ in wide.index], replicate=[seed for _, seed in wide.index])
    nothing = dict.fromkeys(names, 0.0)
    effects = paired_effects(wide, nothing, dict.fromkeys(names, 0))
    return pd.DataFrame([{"outcome": names[e.outcome][0], "month": names[e.outcome][1], "effect": e.effect,
                          "low": e.low, "high": e.high, "pairs": e.pairs, "worlds": e.worlds} for e in effects])

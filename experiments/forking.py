"""Forks: one history up to a month, and from there on another way of governing or inspecting."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.measures.paired import paired_effects
from experiments.composition import compose_run
from experiments.errors import UserError, not_allowed
from experiments.findings import paired_findings
from experiments.inquiry import Inquiry
from experiments.store.read import open_store
from experiments.study import Answer
from model.kernel_cache import model_hash
from model.observation.columns import COLUMNS
from model.parameters.register import WorldParameters
from model.simulation import AFTER_SWITCH, run_on, run_to
from model.specification.specification import Specification

LOOK = "probgov study counterfactual --help"
SHOWN = ("true_quality", "wellbeing", "esteem", "legitimacy")
"""Monthly columns of the nation that trajectories are given for."""


def fork(month: int) -> tuple[str, ...]:
    """Return the words that end the common history at a month (months since June 2021)."""
    return (f"switch={month}",)


def fork_run(results: str | Path, run_id: str, month: int, *words: str) -> pd.DataFrame:
    """Return a stored run and its fork, as monthly tables of the nation side by side: columns (side, column).

    The run is gone over again up to a month, which gives what was stored bit for bit, and from there on as the `words`
    say (`governance=`, `regime=`, `national=` and single dials or levers). Sides are `as it was` and `forked`.
    Raises UserError for a run that is not stored or of another version of the model, a month outside it, or a word
    that says more than how it is governed and inspected.
    """
    store = open_store(results)
    stored = store.runs().set_index("run_id")
    if run_id not in stored.index or stored.loc[[run_id], "model_hash"].iloc[0] != model_hash():
        raise UserError(f"run {run_id} of this version of the model is not in {results}.\nSee: probgov store ls")
    plain = rebuilt(store.specification(run_id))
    if not 0 <= month < plain.run.months:
        raise not_allowed("month", month, f"a whole number from 0 to {plain.run.months - 1}", LOOK)
    for word in words:
        if word.partition("=")[0].partition(".")[0] not in AFTER_SWITCH:
            raise UserError(f"{word}: a fork changes governance, regime and national alone.\nSee: {LOOK}")
    chosen = compose_run(words).specification
    parts = {part: getattr(chosen, part) for part in {word.partition("=")[0].partition(".")[0] for word in words}}
    run = replace(plain.run, switch=min(plain.run.switch, month))
    midway = run_to(plain, month)
    sides = {"as it was": run_on(midway, plain), "forked": run_on(midway, replace(plain, run=run, **parts))}
    names = [column.name for column in COLUMNS["nation"]]
    return pd.concat({side: pd.DataFrame(made.nation, columns=names) for side, made in sides.items()}, axis=1)


def rebuilt(content: Mapping[str, Any]) -> Specification:
    """Return the specification whose resolved content is stored."""
    plain = Specification()
    parts: dict[str, Any] = {}
    for part in fields(Specification):
        own = getattr(plain, part.name)
        if part.name == "world":
            parts[part.name] = WorldParameters(**{name: type(block)(**content["world"][name])
                                                  for name, block in vars(own).items()})
        elif is_dataclass(own) and not isinstance(own, type):
            whole = {f.name for f in fields(own) if type(getattr(own, f.name)) is int}
            parts[part.name] = replace(own, **{name: int(value) if name in whole else value
                                               for name, value in content[part.name].items()})
    return Specification(**parts, switched_off=tuple(content["switched_off"]))


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

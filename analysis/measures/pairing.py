"""Pairs: two scenarios met in the same world with the same luck."""

from collections.abc import Sequence

import pandas as pd

PAIR_KEYS = ["world", "replicate"]


def sides(runs: pd.DataFrame, a: str, b: str, outcomes: Sequence[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the outcomes of scenarios a and b as two aligned tables, indexed by (world, replicate).

    `runs` has one row a run, with `scenario`, `world_index`, `seed` and the outcomes. A pair
    that lacks one side keeps its row, with NaN, so that it is counted as dropped later on; so does an outcome that the
    version of the model that made the runs did not have.
    Raises ValueError where a scenario has no run, or holds one (world, seed) twice.
    """
    found = []
    for scenario in (a, b):
        rows = runs.loc[runs["scenario"] == scenario]
        if rows.empty:
            known = ", ".join(sorted(runs["scenario"].unique()))
            raise ValueError(f"scenario={scenario} has no run here; there are: {known}")
        table = rows.set_index(["world_index", "seed"]).reindex(columns=list(outcomes)).astype(float)
        if table.index.has_duplicates:
            raise ValueError(f"scenario={scenario} holds a pair of world and seed more than once")
        found.append(table.rename_axis(PAIR_KEYS))
    together = found[0].index.union(found[1].index).sort_values()
    return found[0].reindex(together), found[1].reindex(together)


def pair_differences(runs: pd.DataFrame, a: str, b: str, outcomes: Sequence[str]) -> pd.DataFrame:
    """Return a minus b, one row a pair, with columns `world`, `replicate` and the outcomes (in their units).

    Raises ValueError as `sides` does.
    """
    left, right = sides(runs, a, b, outcomes)
    return (left - right).reset_index()

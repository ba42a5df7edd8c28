"""Morris screening: how far the outcome moves when one cause at a time is moved, from many places.

SALib computes the effects and their intervals; what is added here is a floor. A null cause
moves nothing and must come out at nought; a luck cause draws the run's luck anew and moves
nothing else: what it does, any parameter of no importance may seem to do.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

COLUMNS = ["cause", "size", "low", "high", "mean", "spread", "floor", "above_floor"]
LEVELS = 4


def elementary_effects(
    causes: Sequence[str], places: np.ndarray, values: np.ndarray, *, luck: str = "", level: float = 0.95,
    resamples: int = 1000, seed: int = 20241110,
) -> pd.DataFrame:
    """Return COLUMNS, one row a cause, largest first: the mean absolute effect of crossing its whole range.

    `places` (trajectories * (causes + 1), causes) lie on four levels in [0, 1], `values` are the
    outcome at each. `size` is mu* with its interval, `mean` mu, `spread` sigma (large where the
    effect depends on the rest), all in the outcome's unit. `floor` is the upper limit of the size of
    the cause named `luck` (NaN without one) and `above_floor` whether a cause's lower limit passes it.
    Raises ValueError where a value is missing, and ImportError where SALib is not installed.
    """
    from SALib.analyze import morris

    if not np.isfinite(values).all():
        raise ValueError("elementary effects need the outcome at every point of the design")
    problem = {"num_vars": len(causes), "names": list(causes), "bounds": [[0.0, 1.0]] * len(causes)}
    found = morris.analyze(problem, np.asarray(places, float), np.asarray(values, float), num_levels=LEVELS,
                           num_resamples=resamples, conf_level=level, seed=seed)
    size, half = (np.asarray(found[name], float) for name in ("mu_star", "mu_star_conf"))
    table = pd.DataFrame({"cause": list(causes), "size": size, "low": np.maximum(size - half, 0.0),
                          "high": size + half, "mean": np.asarray(found["mu"], float),
                          "spread": np.asarray(found["sigma"], float)})
    table["floor"] = float(table.loc[table["cause"] == luck, "high"].iloc[0]) if luck else np.nan
    table["above_floor"] = table["low"] > table["floor"]
    return table.sort_values("size", ascending=False, kind="stable", ignore_index=True)[COLUMNS]

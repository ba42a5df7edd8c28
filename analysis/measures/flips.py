"""Where an effect flips: the value of one assumption at which neither side does better on average."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

COLUMNS = ("parameter", "low_end", "high_end", "effect_at_low", "effect_at_high", "flips_at", "flips_low", "flips_high")
LEAST_FLIPS = 0.95


def flips(parameters: pd.DataFrame, effect: pd.Series, names: Sequence[str], *, level: float = 0.95,
          resamples: int = 1000, seed: int = 0) -> pd.DataFrame:
    """Return COLUMNS, a row a parameter named: a world's effect fitted by a straight line in it, over its range.

    `effect` (a - b) is indexed by world like `parameters`. `flips_at` is where the line crosses
    nought, with the interval of resampled worlds; NaN where it does not within the range seen,
    or does so in fewer than 95% of resamples, so that the flip cannot be told.
    """
    rng, y = np.random.default_rng(seed), effect.to_numpy(dtype=float)
    picks = rng.integers(len(y), size=(resamples, len(y)))
    rows = []
    for name in names:
        x = parameters[name].to_numpy(dtype=float)
        ends = np.array([x.min(), x.max()])
        slope, start = line(x, y)
        at = crossing(slope, start, *ends)
        drawn = np.array([crossing(*line(x[pick], y[pick]), *ends) for pick in picks])
        known = ~np.isnan(drawn)
        told = known.mean() >= LEAST_FLIPS and np.isfinite(at)
        low, high = np.quantile(drawn[known], [(1 - level) / 2, (1 + level) / 2]) if told else (np.nan, np.nan)
        rows.append((name, *ends, *(start + slope * ends), at if told else np.nan, low, high))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def line(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Return slope and value at nought of the least-squares line; a slope of 0 where x is constant."""
    centred = x - x.mean()
    squares = float(centred @ centred)
    slope = float(centred @ y) / squares if squares > 0 else 0.0
    return slope, float(y.mean() - slope * x.mean())


def crossing(slope: float, start: float, low: float, high: float) -> float:
    """Return where the line crosses nought between low and high; NaN where it does not."""
    at = -start / slope if slope else np.nan
    return at if low <= at <= high else np.nan

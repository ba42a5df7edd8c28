"""Ratings as probabilities: counts of simulated reports, drawn towards the region's and the nation's where few."""

import numpy as np

from experiments.histories import History

N_BANDS = 4
CONCENTRATION = 10.0
"""Reports by which a unit's own counts are drawn towards its region's, and a region's towards the nation's."""
BLIND = 0.5
"""Reports of every band that the nation is given beforehand, so that nothing is impossible."""


def counts(histories: list[History], level: int, units: int, first: int, last: int) -> np.ndarray:
    """Return (units, bands): simulated reports of a level published from month first to last, both counted."""
    found = np.zeros((units, N_BANDS))
    for history in histories:
        reports = history.of(level)
        reports = reports[reports["month_published"].between(first, last)]
        np.add.at(found, (reports["unit"].to_numpy(), reports["overall"].to_numpy()), 1.0)
    return found


def share_reported(histories: list[History], level: int, units: int, first: int, last: int) -> np.ndarray:
    """Return (units,): the share of histories in which each unit had a report from month first to last."""
    found = np.zeros(units)
    for history in histories:
        reports = history.of(level)
        seen = reports[reports["month_published"].between(first, last)]["unit"].unique()
        found[seen] += 1.0
    return found / max(len(histories), 1)


def drawn_together(found: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Return (units, bands) probabilities: counts drawn towards those of their group, and these towards all."""
    nation = found.sum(axis=0) + BLIND
    nation = nation / nation.sum()
    result = np.empty_like(found)
    for group in np.unique(groups):
        members = groups == group
        region = found[members].sum(axis=0) + CONCENTRATION * nation
        region = region / region.sum()
        own = found[members] + CONCENTRATION * region
        result[members] = own / own.sum(axis=1, keepdims=True)
    return result


def from_bands(bands: np.ndarray) -> np.ndarray:
    """Return probabilities of the bands seen, nothing being impossible."""
    found = np.bincount(np.asarray(bands, dtype=int), minlength=N_BANDS) + BLIND
    return found / found.sum()

"""Undesirable behaviours as paired contrasts: the same world and luck with inspection and without it.

Every index is taken over the months after the switch, as the mean of yearly amounts, and
weighted by caseload unless it says otherwise. `on` is the inspected run, `off` the same run
under no inspection; both are mappings of column -> array (months, PDUs). A report counts
for its own unit in the twelve months that follow it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

YEAR = 12
INADEQUATE, GOOD = 0, 2
PAYBACK_MONTHS = 24.0
"""Returns of improvement fall off by e in this time: most of a report's effect comes within two years."""
FAR = 3
"""Steps between regions from which on distances are one class."""


@dataclass(frozen=True)
class Pair:
    """An inspected and an uninspected run of one world with one luck, from the switch on.

    on, off     column -> (months, PDUs)
    reports     published reports of the inspected run: columns month (from the switch), unit, overall
    region      (PDUs,) row of the region          steps   (regions, regions) between regions on the map
    """

    on: Mapping[str, np.ndarray]
    off: Mapping[str, np.ndarray]
    reports: np.ndarray
    region: np.ndarray
    steps: np.ndarray

    def change(self, column: str) -> np.ndarray:
        """Return what inspection changes in a column, (months, PDUs)."""
        return np.asarray(self.on[column], float) - np.asarray(self.off[column], float)

    @property
    def weights(self) -> np.ndarray:
        """Caseload, which inspection does not move."""
        return np.asarray(self.off["caseload"], float)

    def mean_change(self, column: str) -> float:
        """Return the caseload-weighted mean change of a column."""
        return average(self.change(column), self.weights)

    def after_reports(self, overall: int | None = None) -> np.ndarray:
        """Return (months, PDUs), true in the 12 months after a unit's own report (of one band where it is given)."""
        shape = self.weights.shape
        inside = np.zeros(shape, bool)
        for month, unit, band in self.reports:
            if overall is None or band == overall:
                inside[following(month), int(unit)] = True
        return inside


def following(month: int) -> slice:
    """Return the twelve months after one."""
    return slice(int(month) + 1, int(month) + 1 + YEAR)


def average(values: np.ndarray, weights: np.ndarray) -> float:
    """Return the weighted mean; NaN where no weight is."""
    total = float(np.sum(weights))
    return float(np.sum(values * weights)) / total if total > 0 else float("nan")


def tunnel_vision(pair: Pair) -> float:
    """Return -dQ_U where work moves to what is inspected and true quality of the rest falls; 0 otherwise."""
    moved, lost = pair.mean_change("inspected_share"), -pair.mean_change("uninspected_quality")
    return lost if moved > 0 and lost > 0 else 0.0


def suboptimisation(pair: Pair) -> float:
    """Return dQ of reported units less dQ of the rest of their region, over the 12 months after each report."""
    change, total, weight = pair.change("true_quality"), 0.0, 0.0
    recent = pair.after_reports()
    for month, unit, _ in pair.reports:
        rows = following(month)
        beside = (pair.region == pair.region[int(unit)]) & (np.arange(len(pair.region)) != unit)
        others = pair.weights[rows] * beside * ~recent[rows]
        if month + YEAR >= len(change) or not others.any():
            continue
        own = average(change[rows, int(unit)], pair.weights[rows, int(unit)])
        size = float(pair.weights[rows, int(unit)].mean())
        total, weight = total + size * (own - average(change[rows], others)), weight + size
    return total / weight if weight > 0 else float("nan")


def myopia(pair: Pair, payback: float = PAYBACK_MONTHS) -> float:
    """Return minus the change of the effort share whose return falls after the next inspection."""
    late = np.exp(-np.asarray(pair.on["months_to_inspection"], float) / payback)
    return -average(pair.change("improvement_share") * late, pair.weights)


def measure_fixation(pair: Pair) -> float:
    """Return dE - dQ on what is inspected."""
    return pair.mean_change("evidenced_quality") - pair.mean_change("true_quality")


def misrepresentation(pair: Pair) -> float:
    """Return the change of the share of records that are false."""
    return pair.mean_change("false_records")


def misinterpretation(pair: Pair) -> float:
    """Return the change of the mean |B_centre - Q|."""
    wrong = [np.abs(np.asarray(side["believed_quality"], float) - side["true_quality"]) for side in (pair.on, pair.off)]
    return average(wrong[0] - wrong[1], pair.weights)


def gaming(pair: Pair) -> float:
    """Return the change of the share of recorded output held back before a target is reset."""
    return pair.mean_change("held_back")


def ossification(pair: Pair) -> float:
    """Return minus the change of experiments per 100 staff a year."""
    per_head = [side["experiments"].sum() * YEAR / side["staff"].sum() for side in (pair.on, pair.off)]
    return -float(per_head[0] - per_head[1])


def loss_of_esteem(pair: Pair) -> float:
    """Return -d esteem in units reported on in the 12 months before, weighted by staff."""
    return -average(pair.change("esteem"), pair.off["staff"] * pair.after_reports())


def contagion(pair: Pair, column: str = "esteem") -> dict[str, float]:
    """Return -d esteem (or another mood) in units without a report of their own so far: all, and by steps to the
    nearest negative one.
    """
    quiet = pair.off["staff"] * ~np.maximum.accumulate(pair.after_reports(), axis=0)
    distance, change = nearest_negative(pair), pair.change(column)
    found = {"": -average(change, quiet)}
    for steps in range(FAR + 1):
        inside = distance >= FAR if steps == FAR else distance == steps
        found[f"{steps} steps away" if steps < FAR else f"{FAR} steps or more"] = -average(change, quiet * inside)
    return found


def nearest_negative(pair: Pair) -> np.ndarray:
    """Return (months, PDUs): steps to the nearest other unit with a report below Good in the last 12 months."""
    months, units = pair.weights.shape
    distance = np.full((months, units), np.inf)
    for month, unit, band in pair.reports:
        if band >= GOOD:
            continue
        rows = following(month)
        far = pair.steps[pair.region, pair.region[int(unit)]].astype(float)
        far[int(unit)] = np.inf
        distance[rows] = np.minimum(distance[rows], far)
    return distance


def lost_confidence(pair: Pair) -> dict[str, float]:
    """Return -d partners' confidence: all, and weighted by weakness and by strength of tie."""
    return {"": -pair.mean_change("confidence"), "weak ties": -pair.mean_change("confidence_weak_ties"),
            "strong ties": -pair.mean_change("confidence_strong_ties")}


def defensive_practice(pair: Pair) -> float:
    """Return the change of breach and recall beyond what risk warrants."""
    return pair.mean_change("defensive_practice")


def flight(pair: Pair) -> float:
    """Return the change of leaving, in percent a year, in the 12 months after Inadequate; weighted by staff."""
    return average(pair.change("leaving_rate"), pair.off["staff"] * pair.after_reports(INADEQUATE))


def top_down_drift(on: Mapping[str, np.ndarray], off: Mapping[str, np.ndarray]) -> dict[str, float]:
    """Return the change of enacted grip and mandates (dial units) under the centre's own rating: mean, and each."""
    grip, mandates = (float(np.mean(np.asarray(on[name], float) - off[name]))
                      for name in ("enacted_grip", "enacted_mandates"))
    return {"": (grip + mandates) / 2, "grip": grip, "mandates": mandates}

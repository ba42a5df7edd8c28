"""What is worth learning before choosing between ways of governing, under each value profile.

The choice: stay with the reference, or change to another scenario. A change is charged one smallest effect of
interest, for a gain below that was declared too small to matter. Then what knowing a cause is worth is how much
better, on average, one would choose with it than without.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.sensitivity.correlated import strongest
from analysis.sensitivity.learning import chance_value, emulated_values, regressed_values, value_of_everything
from analysis.sensitivity.polynomial import Basis
from experiments.inquiry import Inquiry
from experiments.sensitivity.causes import GROUPS, LUCK, Causes, causes_of
from experiments.sensitivity.designs import POINTS, Laid, sides_of, whole_blocks

PROFILE, CALIBRATED = "value_", "calibrated"
RESAMPLES = 20
MOST = 20
"""Causes whose learning is valued: those that lead the emulator. More would raise the floor for all."""


def profiles(inquiry: Inquiry) -> list[str]:
    """Return the outcomes that are value profiles."""
    return [name for name in inquiry.outcomes if name.startswith(PROFILE)]


def net(inquiry: Inquiry, outcome: str, values: np.ndarray) -> np.ndarray:
    """Return benefits (worlds, scenarios) net of what a change is charged, in the order of `sides_of`."""
    declared = inquiry.study.declared[outcome]
    charge = [0.0 if name == inquiry.study.reference else declared.sesoi for name in sides_of(inquiry)]
    return declared.better * values - np.array(charge)


def learning(inquiry: Inquiry, causes: Causes | None = None, laid: Laid | None = None,
             indices: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the value of learning each of the leading causes, by value profile.

    Over random points laid out (with the emulator's indices), or over calibrated worlds where none are given.
    """
    parts = []
    for outcome in profiles(inquiry):
        if causes is None or laid is None or indices is None:
            parts.append(_in_calibrated(inquiry, outcome))
            continue
        values, rows = whole_blocks(inquiry, laid, POINTS, outcome, sides_of(inquiry))
        ranked = indices.loc[indices["outcome"] == outcome, "cause"]
        names = [name for name in ranked if name in causes.names][:MOST]
        places = laid.places[rows][:, [causes.names.index(name) for name in names]]
        benefits = net(inquiry, outcome, values)
        found = regressed_values(names, places, benefits)
        parts.append(_described(inquiry, found, outcome, benefits))
    return pd.concat(parts, ignore_index=True)


def _in_calibrated(inquiry: Inquiry, outcome: str) -> pd.DataFrame:
    own = inquiry.measure(CALIBRATED).groupby(["world_index", "scenario"])[outcome].mean().unstack()
    own = own[sides_of(inquiry)].dropna()
    worlds = inquiry.parameters(CALIBRATED).loc[own.index].dropna(axis="columns")
    gain, benefits = (own.iloc[:, 0] - own.iloc[:, 1]).to_numpy(), net(inquiry, outcome, own.to_numpy(float))
    names = strongest(worlds, gain)
    found = regressed_values(names, worlds[names].to_numpy(float), benefits)
    floor = chance_value(worlds, gain, benefits, len(names))
    return _described(inquiry, found.assign(floor=floor, above_floor=found["value"] > floor), outcome, benefits)


def learning_by_grade(inquiry: Inquiry, causes: Causes, laid: Laid, bases: Mapping[str, tuple[Basis, list[int]]]
                      ) -> pd.DataFrame:
    """Return the value of learning all causes of a grade together, by value profile.

    As far as the emulator follows them: where it follows little, this is a lower bound.
    """
    parts = []
    for outcome in profiles(inquiry):
        basis, known = bases[outcome]
        values, rows = whole_blocks(inquiry, laid, POINTS, outcome, sides_of(inquiry))
        groups = [causes.groups[causes.names[k]] for k in known]
        sets = {own: [k for k, group in enumerate(groups) if group == own] for own in GROUPS if own != LUCK}
        benefits = net(inquiry, outcome, values)
        places = laid.places[rows][:, known]
        found = emulated_values(basis, sets, places, benefits, laid.blocks[rows], resamples=RESAMPLES)
        parts.append(_described(inquiry, found, outcome, benefits).assign(grade=found["cause"]))
    return pd.concat(parts, ignore_index=True)


def _described(inquiry: Inquiry, found: pd.DataFrame, outcome: str, benefits: np.ndarray) -> pd.DataFrame:
    """Return a table with what is best before learning, and what knowing everything would be worth."""
    best = sides_of(inquiry)[int(benefits.mean(axis=0).argmax())]
    return found.assign(outcome=outcome, best_now=best, everything=value_of_everything(benefits), worlds=len(benefits),
                        grade=found["cause"].map(causes_of(inquiry).groups))

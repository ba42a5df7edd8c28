"""Raters: how reliable a panel of k inspectors is, from the reliability of one."""

from types import SimpleNamespace

import numpy as np
from numba import njit

from experiments.docking.case import Case, Measured, Parameter, Settings, Target, summary
from experiments.docking.ground import ground
from model.inspection.judgement import seen_share, visit_severity
from model.numerics import logistic, logit

UNITS, INSPECTORS = 10_000, 20_000
REPLICATES, FAST = 20, 2
TOLERANCE, FAST_TOLERANCE = 0.006, 0.025
PUBLISHED = ((1, 0.59), (2, 0.74), (3, 0.81))


@njit
def seen(quality, habits, members, seed, t, p):
    """Return the log-odds in which each unit is seen by a panel in month t."""
    found = np.empty(len(quality))
    for unit in range(len(quality)):
        severity = visit_severity(habits, members, unit, seed, t, p)
        found[unit] = logit(seen_share(logistic(quality[unit]), severity, 0.0))
    return found


def one_run(v: SimpleNamespace, seed: int) -> float:
    """Return the correlation over units of what two panels see."""
    rng, p = np.random.default_rng(seed), ground([1]).world.inspection
    quality, habits = rng.standard_normal(UNITS), rng.standard_normal(INSPECTORS)
    error = (1.0 - v.reliability) / v.reliability
    p.severity_spread, p.inconsistency = np.sqrt(error * v.habit), np.sqrt(error * (1.0 - v.habit))
    p.panel_averages = 1.0
    first, second = (seen(quality, habits, float(v.inspectors), seed, t, p) for t in (0, 1))
    return float(np.corrcoef(first, second)[0, 1])


def run(settings: Settings, replicates: int, seed: int) -> Measured:
    """Return the mean over replicates."""
    return summary([one_run(SimpleNamespace(**settings), seed + k) for k in range(replicates)])


def stepped_up(reliability: float, inspectors: int) -> float:
    """Return the reliability of k inspectors: k r / (1 + (k - 1) r)."""
    return inspectors * reliability / (1.0 + (inspectors - 1.0) * reliability)


def _target(inspectors: int, reliability: float = 0.59, habit: float = 0.6) -> Target:
    exact = stepped_up(reliability, inspectors)
    words = f"{inspectors} of reliability {reliability:g}, habit {habit:g} of the error: {exact:.2f}"
    given: Settings = {"inspectors": inspectors, "reliability": reliability, "habit": habit}
    return Target(words, exact, TOLERANCE, given, FAST_TOLERANCE)


CASE = Case(
    name="raters", mechanism="severity", source="Spearman-Brown: k r / (1 + (k - 1) r)",
    about=f"What two panels see of {UNITS:,} units that differ by 1 in log-odds: habits of severity and the day's "
          "inconsistency are the whole error, and a panel settles on its mean.",
    parameters=(Parameter("inspectors", 2, 1, 5, "inspectors in a panel"),
                Parameter("reliability", 0.59, 0.01, 0.99, "correlation of two single inspectors over units"),
                Parameter("habit", 0.6, 0.0, 1.0, "share of the error variance that is an inspector's habit")),
    targets=(*(_target(k) for k, _ in PUBLISHED), _target(5), _target(3, 0.3), _target(3, 0.59, 1.0),
             _target(3, 0.59, 0.0)),
    run=run, replicates=REPLICATES, fast_replicates=FAST)

"""Believed quality: the best by a noisy proxy are not the best in truth."""

from statistics import NormalDist
from types import SimpleNamespace

import numpy as np

from experiments.docking.case import Case, Measured, Parameter, Settings, Target, summary
from experiments.docking.ground import ground, only
from model.submodels.belief import beliefs
from model.submodels.signals import signals

UNITS = 10_000
MIDDLE, SPREAD = 0.5, 0.04
"""Truth is normal about here, so that beliefs stay between 0 and 1."""
WEIGHTS = {"own": "own_weight", "region": "region_weight", "centre": "voice_weight"}


def one_run(v: SimpleNamespace, seed: int) -> float:
    """Return the mean truth, in standard deviations, of the share of units believed best."""
    s, rng = ground(np.ones(UNITS, int)), np.random.default_rng(seed)
    quality = rng.normal(MIDDLE, SPREAD, UNITS)
    s.pdus.true[:] = s.pdus.evidenced[:] = quality[:, None]
    s.dials["voice"], s.dials["regional_buffer"], s.dials["mutuality"] = 1.0, 0.0, 0.0
    r = v.correlation
    only(s.world["belief"], signal_error=SPREAD * np.sqrt(1.0 / (r * r) - 1.0), **{WEIGHTS[v.listener]: 1.0})
    signals(s.pdus, s.dials, s.world.belief, seed, 0)
    beliefs(s.pdus, s.centre, s.regime, s.national, s.dials, s.world.belief, 0.0, 0)
    believed = s.pdus[f"believed_{v.listener}"]
    best = np.argsort(believed)[-round(v.share * UNITS):]
    return float((quality[best].mean() - quality.mean()) / quality.std())


def run(settings: Settings, replicates: int, seed: int) -> Measured:
    """Return the mean over replicates."""
    return summary([one_run(SimpleNamespace(**settings), seed + k) for k in range(replicates)])


def expected(correlation: float, share: float) -> float:
    """Return the mean of a normal truth among the best by a normal proxy."""
    normal = NormalDist()
    return correlation * normal.pdf(normal.inv_cdf(1.0 - share)) / share


def _target(words: str, correlation: float = 0.7, share: float = 0.1, listener: str = "own") -> Target:
    given: Settings = {"correlation": correlation, "share": share, "listener": listener}
    return Target(words, expected(correlation, share), 0.012, given, 0.06)


CASE = Case(
    name="believed", mechanism="belief", source="mean of a normal truth among the best by a normal proxy (exact)",
    about=f"The signals and beliefs kernels on {UNITS:,} units: a month's account with its noise is all there is; "
          "no bias, no silence, no buffer.",
    parameters=(Parameter("correlation", 0.7, 0.05, 1.0, "correlation of a month's account with the truth"),
                Parameter("share", 0.1, 0.001, 0.999, "share of units selected as the best"),
                Parameter("listener", "own", choices=tuple(WEIGHTS), meaning="who believes")),
    targets=(_target("top tenth by a proxy of .7: 1.228, not 1.755"),
             _target("top tenth by the truth itself: 1.755", correlation=1.0),
             _target("the same by the region's belief", listener="region"),
             _target("the same by what the centre hears from voices", listener="centre"),
             _target("top half by a proxy of .5", correlation=0.5, share=0.5)),
    run=run, replicates=60, fast_replicates=4)

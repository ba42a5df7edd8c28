"""Contagion: moods alone keep a unit's mean; with a resting level they settle where stubborn opinions do."""

from types import SimpleNamespace

import numpy as np

from experiments.docking.case import Case, Measured, Parameter, Settings, Target
from experiments.docking.ground import ground, only
from model.submodels.likeness import moods_heard
from model.submodels.wellbeing import wellbeing

UNITS = (5, 20, 60)
TOLERANCE = 1e-6
KEPT, FIXED, SPREAD, GAP = ("furthest that a unit's mean moves", "furthest from the fixed point",
                            "spread left of resting levels", "least gap between two camps, in bounds")
TOGETHER = 1e-3
"""Moods nearer than this at the end are one camp."""


def people_of(seed: int, speed: float, pull: float) -> SimpleNamespace:
    """Return units whose people differ in mood and, by esteem, in resting level; nothing else moves them."""
    s, rng = ground(UNITS), np.random.default_rng(seed)
    s.people.wellbeing[:] = rng.uniform(0.05, 0.95, len(s.people.uid))
    s.people.esteem[:] = rng.uniform(0.05, 0.95, len(s.people.uid))
    only(s.world["wellbeing"], resting=0.5, esteem=1.0, speed=speed, climate=pull)
    return s


def spread_moods(s: SimpleNamespace, bound: float, months: int) -> np.ndarray:
    """Let months pass; bound 0 is the theory of distance. Return how far each unit's mean moved at most."""
    s.pdus.climate[:] = [s.people.wellbeing[s.people.pdu == u].mean() for u in range(len(UNITS))]
    first, moved = s.pdus.climate.copy(), np.zeros(len(UNITS))
    for t in range(months):
        heard = moods_heard(s.people, len(UNITS), bound) if bound > 0.0 else np.empty(0)
        wellbeing(s.people, s.pdus, s.scratch, heard, s.dials, s.world.wellbeing, 1, t)
        moved = np.maximum(moved, abs(s.pdus.climate - first))
    return moved


def stubborn(s: SimpleNamespace, speed: float, pull: float) -> np.ndarray:
    """Return x* = (I - LW)^-1 (I - L) x0 of every unit: x0 resting levels, L pull/(speed + pull), W everyone alike."""
    settled = np.empty(len(s.people.uid))
    for u, n in enumerate(UNITS):
        here = s.people.pdu == u
        heed, others = pull / (speed + pull) * np.eye(n), np.full((n, n), 1.0 / n)
        settled[here] = np.linalg.solve(np.eye(n) - heed @ others, (np.eye(n) - heed) @ s.people.esteem[here])
    return settled


def least_gap(s: SimpleNamespace, bound: float) -> float:
    """Return the least distance between neighbouring camps of a unit against the bound; infinite where all agree."""
    gaps = [np.diff(np.sort(s.people.wellbeing[s.people.pdu == u])) for u in range(len(UNITS))]
    apart = np.concatenate(gaps)
    apart = apart[apart > TOGETHER]
    return float(apart.min() / bound) if len(apart) else float("inf")


def run(settings: Settings, replicates: int, seed: int) -> dict[str, Measured]:
    """Return how far means moved, and how far from the fixed point moods with resting levels ended."""
    v = SimpleNamespace(**settings)
    speed, pull, months = v.speed, v.pull, v.months
    bound = v.bound if v.theory == "bounded_confidence" else 0.0
    alone = people_of(seed, 0.0, pull)
    found = {KEPT: Measured(float(spread_moods(alone, bound, months).max()))}
    if bound > 0.0:
        return {**found, GAP: Measured(least_gap(alone, bound))}
    anchored = people_of(seed, speed, pull)
    spread_moods(anchored, bound, months)
    moods, rest, last = anchored.people.wellbeing, anchored.people.esteem, anchored.people.pdu == len(UNITS) - 1
    return {**found, FIXED: Measured(float(abs(moods - stubborn(anchored, speed, pull)).max())),
            SPREAD: Measured(float(moods[last].std() / rest[last].std()))}


AMONG_ALIKE: Settings = {"theory": "bounded_confidence", "pull": 0.9, "bound": 0.15, "months": 600}
CASE = Case(
    name="contagion", mechanism="contagion", source="Friedkin & Johnsen 1990; Blondel, Hendrickx & Tsitsiklis 2010",
    about="The wellbeing and climate kernels (and the likeness kernel) with demands, other resources and luck off. "
          "Stubbornness is the model's own: a person's resting level and the speed of return to it, so that "
          "L = pull/(speed + pull).",
    parameters=(Parameter("theory", "distance", choices=("distance", "bounded_confidence"), meaning="who is heard"),
                Parameter("speed", 0.08, 0.0, 1.0, "share of the distance to one's resting level made up in a month"),
                Parameter("pull", 0.04, 0.0, 1.0, "share of the distance to the climate heard made up in a month"),
                Parameter("bound", 0.15, 0.001, 1.0, "furthest mood that is heard, under bounded confidence"),
                Parameter("months", 400, 1, 5000, "months")),
    targets=(
        Target("with all else off a unit's mean stays", 0.0, TOLERANCE, measure=KEPT),
        Target("so it does where only moods alike are heard", 0.0, TOLERANCE, AMONG_ALIKE, measure=KEPT),
        Target("with resting levels: (I - LW)^-1 (I - L) x0", 0.0, TOLERANCE, measure=FIXED),
        Target("the same, pull=0.12 speed=0.02", 0.0, TOLERANCE, {"pull": 0.12, "speed": 0.02, "months": 1500},
               measure=FIXED),
        Target("spread of moods against resting levels: speed/(speed + pull)", 2.0 / 3.0, TOLERANCE, measure=SPREAD),
        Target("among alike, camps settle no nearer than the bound", 1.0, 0.0, AMONG_ALIKE, measure=GAP,
               relation="at least")),
    run=run)

"""March (1991): mutual learning of an organisational code and its members, on the model's kernels of practice.

Fifty members are fifty PDU rows; their one region holds last month's code, so that members and code learn from one
another at the same time, as published. What the model adds is off: the centre watches what members do (no believed
quality), no local reality, no autonomy, no experiments, no copying, no research and no theory.
"""

import math
from collections.abc import Sequence

from numba import njit

from experiments.docking.case import Case, Measured, Parameter, Target, summary
from experiments.docking.practice_world import PracticeWorld, practice_world
from experiments.errors import UserError
from model.parameters.units import MIDDLE
from model.randomness import STREAM_MANDATES, STREAM_WORLD, stream_key, uniform
from model.submodels.code import code
from model.submodels.forgetting import forgetting
from model.submodels.mandates import units_take_up
from model.submodels.reality import drift
from model.submodels.socialising import MARCH_A, MARCH_B

READINGS = {"B": MARCH_B, "A": MARCH_A}
A_THIRD = 1.0 / 3.0
SEEDS_APART = 1_000_003
EQUILIBRIUM, LONGEST = 0, 3000
"""`t` of a run to equilibrium; periods after which one that has not settled is stopped."""
SURELY = 20.0
"""An element on which nobody superior has a view may stay open: a code that could move, by p2 a period, would have
moved in this many times 1/p2 periods but for e^-20."""


@njit(cache=True)
def draw_start(centre, regions, pdus, seed):
    """Draw reality and members' beliefs; nobody knows a code yet."""
    key = stream_key(seed, STREAM_WORLD, 0)
    centre.code[0, :], regions.code[0, :] = 0, 0
    for j in range(centre.code.shape[1]):
        centre.reality[0, j] = 1 if uniform(key, 0, j) < MIDDLE else -1
        for i in range(len(pdus.uid)):
            u = uniform(key, i + 1, j)
            pdus.practice[i, j] = -1 if u < A_THIRD else (0 if u < 1.0 - A_THIRD else 1)


@njit(cache=True)
def open_elements(centre, pdus):
    """Return on how many elements the code has no view, or -1 while somebody does not hold a view that it has."""
    n_open = 0
    for j in range(centre.code.shape[1]):
        if centre.code[0, j] == 0:
            n_open += 1
            continue
        for i in range(len(pdus.uid)):
            if pdus.practice[i, j] != centre.code[0, j]:
                return -1
    return n_open


@njit(cache=True)
def periods_at_rest(rest, before, centre, pdus):
    """Return for how many periods the code has stood still while all held it; LONGEST where nothing can move."""
    n_open = open_elements(centre, pdus)
    if n_open == 0:
        return LONGEST
    for j in range(len(before)):
        if before[j] != centre.code[0, j]:
            return 0
    return rest + 1 if n_open > 0 else 0


@njit(cache=True)
def knowledge(centre):
    """Return net code knowledge: elements known less elements mistaken, as a share."""
    total = 0
    for j in range(centre.code.shape[1]):
        total += centre.code[0, j] * centre.reality[0, j]
    return total / centre.code.shape[1]


@njit(cache=True, nogil=True)
def learn(centre, regions, pdus, scratch, dials, p, learning, periods, seed):
    """Run one organisation for some periods, or to equilibrium, and return what its code knows.

    A period is the model's month of learning: drift, mandates, forgetting, the code.
    """
    draw_start(centre, regions, pdus, seed)
    before, rest = centre.code[0].copy(), 0
    patience = min(SURELY / max(p.staff_rate, 1.0 / LONGEST), LONGEST)
    for t in range(1, (LONGEST if periods == EQUILIBRIUM else periods) + 1):
        drift(centre, pdus, p, seed, t)
        units_take_up(regions, pdus, dials.mandate_rate, dials.autonomy, p, learning,
                      stream_key(seed, STREAM_MANDATES, t))
        if p.forgetting > 0.0:
            forgetting(pdus, dials, p, seed, t)
        for j in range(len(before)):
            before[j] = centre.code[0, j]
        code(centre, pdus, dials, scratch, p, learning, seed, t)
        for j in range(len(before)):
            regions.code[0, j] = before[j]
        rest = periods_at_rest(rest, before, centre, pdus)
        if periods == EQUILIBRIUM and rest >= patience:
            break
    return knowledge(centre)


def world_of(settings: dict) -> PracticeWorld:
    """Return March's organisation: p1 is each unit's uptake, p2 what the code takes from the superior."""
    slow = round(settings["share_slow"] * settings["n"])
    world = practice_world(
        settings["n"], settings["m"], 1, {"mandate_rate": 1.0, "voice": 1.0}, mandate_share=1.0, mandate_override=1.0,
        staff_rate=settings["p2"], crowd=1.0, watched=1.0, turbulence=settings["p4"], forgetting=settings["p3"],
        together=1.0, newcomers=1.0 - A_THIRD)
    world.pdus.uptake[:] = settings["p1_fast"] if settings["share_slow"] > 0 else settings["p1"]
    world.pdus.uptake[:slow] = settings["p1_slow"]
    world.pdus.leavers[:] = 1
    return world


def run(settings: dict, replicates: int, seed: int) -> Measured:
    """Return mean net code knowledge over replicates."""
    if settings["t"] == EQUILIBRIUM and (settings["p3"] > 0 or settings["p4"] > 0):
        raise UserError("With turnover (p3) or turbulence (p4) there is no equilibrium; say when to look: t=20.\n"
                        "See: probgov docking march --help")
    w, learning = world_of(settings), READINGS[settings["reading"]]
    return summary([learn(w.centre, w.regions, w.pdus, w.scratch, w.dials, w.p, learning, settings["t"],
                          seed * SEEDS_APART + k) for k in range(replicates)])


PARAMETERS = (
    Parameter("reading", "B", meaning="B: one step, acts counted (the published curves); A: the literal text",
              choices=("B", "A")),
    Parameter("p1", 0.5, 0.0, 1.0, "chance a period that a member learns an element from the code"),
    Parameter("p2", 0.5, 0.0, 1.0, "chance, for each superior member in the majority, that the code learns an element"),
    Parameter("p3", 0.0, 0.0, 1.0, "chance a period that a member is replaced by one with views at random"),
    Parameter("p4", 0.0, 0.0, 1.0, "chance a period that an element of reality flips"),
    Parameter("m", 30, 1, 1000, "elements"),
    Parameter("n", 50, 1, 1000, "members"),
    Parameter("t", EQUILIBRIUM, 0, 100_000, "periods; 0: to equilibrium"),
    Parameter("share_slow", 0.0, 0.0, 1.0, "share of members who learn by p1_slow, the rest by p1_fast; 0: all by p1"),
    Parameter("p1_slow", 0.1, 0.0, 1.0, "p1 of slow learners, where share_slow is above 0"),
    Parameter("p1_fast", 0.9, 0.0, 1.0, "p1 of fast learners, where share_slow is above 0"),
)
TABLE = {(0.1, 0.1): 0.862, (0.9, 0.1): 0.812, (0.1, 0.5): 0.953, (0.9, 0.5): 0.740, (0.1, 0.9): 0.972,
         (0.9, 0.9): 0.730}
"""(p1, p2) -> net code knowledge at equilibrium."""
TURNOVER = {0.0: 0.790, 0.02: 0.782, 0.05: 0.765, 0.1: 0.739, 0.2: 0.693}
ALONG = (0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
TURBULENCE = {5: 0.63, 20: 0.46, 40: 0.20, 100: 0.02}


def equilibrium(reading: str, claimed: bool) -> list[Target]:
    """Return the six published values at equilibrium as targets of a reading."""
    return [Target(f"reading {reading}, equilibrium, p1={p1:g}, p2={p2:g}", value, 0.01,
                   {"reading": reading, "p1": p1, "p2": p2}, fast_tolerance=0.035, claimed=claimed)
            for (p1, p2), value in TABLE.items()]


def curves(low: float, high: float) -> tuple[dict, ...]:
    """Return the settings of two curves over p1, of a low p2 and of a high one."""
    return tuple({"p1": p1, "p2": p2} for p2 in (low, high) for p1 in ALONG)


def crossing(values: Sequence[float]) -> float:
    """Return where along p1 the first of two curves overtakes the second, by interpolation; NaN where nowhere."""
    ahead = [first - second for first, second in zip(values[:len(ALONG)], values[len(ALONG):])]
    for p1, next_p1, before, after in zip(ALONG, ALONG[1:], ahead, ahead[1:]):
        if before <= 0.0 < after:
            return p1 + (next_p1 - p1) * before / (before - after)
    return math.nan


TARGETS = (
    *equilibrium("B", claimed=True),
    *(Target(f"reading B, turnover p3={p3:g} at t=20, p1=0.1", value, 0.015, {"p1": 0.1, "p3": p3, "t": 20},
             fast_tolerance=0.04) for p3, value in TURNOVER.items()),
    Target("reading B, turnover p3=0.2 at t=20, p1=0.9", 0.862, 0.015, {"p1": 0.9, "p3": 0.2, "t": 20},
           fast_tolerance=0.04),
    Target("reading B, half slow and half fast learners", 0.902, 0.01, {"share_slow": 0.5}, fast_tolerance=0.03),
    Target("reading B, all learn by p1=0.5", 0.812, 0.01, fast_tolerance=0.035),
    *(Target(f"reading B, turbulence p4=0.02 at t={t}", value, 0.02, {"p4": 0.02, "t": t}, fast_tolerance=0.06)
      for t, value in TURBULENCE.items()),
    Target("reading B, turbulence: some turnover (p3=0.1) holds knowledge that decays without, t=100", 0.1, 0.0,
           {"p4": 0.02, "t": 100}, relation="at least", over=({"p3": 0.1}, {"p3": 0.0}),
           combine=lambda values: values[0] - values[1]),
    Target("reading B, p2=0.1: the curve over p1 falls and rises again, from p1=0.1 by 0.5 to 0.9", 0.005, 0.0,
           {"p2": 0.1}, fast_tolerance=0.03, relation="at least", over=tuple({"p1": p1} for p1 in (0.1, 0.5, 0.9)),
           combine=lambda values: min(values[0], values[2]) - values[1]),
    Target("reading B, p1 at which the curves of p2=0.1 and p2=0.9 cross", 0.6, 0.05, fast_tolerance=0.12,
           over=curves(0.1, 0.9), combine=crossing),
    Target("reading B, p1 at which the curves of p2=0.1 and p2=0.5 cross", 0.6, 0.05, over=curves(0.1, 0.5),
           combine=crossing, claimed=False),
    *equilibrium("A", claimed=False),
)

CASE = Case(
    name="march", mechanism="learning", source="March 1991; Rodan 2005 (reading B)",
    about="mandates, forgetting, drift and the code, with believed quality, local reality, autonomy, experiments, "
          "copying, research and theory off; net code knowledge.",
    parameters=PARAMETERS, targets=TARGETS, run=run, replicates=4000, fast_replicates=300)

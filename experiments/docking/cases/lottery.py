"""The rating lottery: how often a unit judged again, nothing having changed, gets the same band."""

from math import comb
from types import SimpleNamespace

import numpy as np
from numba import njit

from experiments.docking.case import Case, Measured, Parameter, Settings, Target, summary
from experiments.docking.ground import ground
from model.entities.state import N_CASE_CELLS, N_STAGES, N_THEMES
from model.inspection.judgement import FIRST_CASE_STANDARD, judge

EDGES = (50, 65, 80)
"""Bands in percent of cases sufficient (README, unverified)."""
ERRORS = 4.4
"""Standard errors allowed: one false alarm in a hundred thousand."""
REPLICATES, FAST = 20_000, 2_000
PUBLISHED = ((0.50, 60), (0.55, 60), (0.64, 60), (0.50, 30))
"""Truths and samples whose chance the design of the docking tests gives."""
TRUTHS, SAMPLES = (0.30, 0.50, 0.64, 0.80), (6, 30, 54, 100)


@njit
def bands(pdus, inspectorate, regime, thresholds, counts, seed, visits, p):
    """Return the band of the first case standard in many visits to one unit, one a month."""
    found = np.empty(visits, np.int64)
    for t in range(visits):
        judge(pdus, 0, inspectorate, regime, thresholds, counts, seed, t, p)
        found[t] = pdus.pending_standards[0, FIRST_CASE_STANDARD]
    return found


def run(settings: Settings, replicates: int, seed: int) -> Measured:
    """Return the share of pairs of visits that end in the same band."""
    v, s = SimpleNamespace(**settings), ground([1])
    s.pdus.evidenced[0] = 1.0
    for stage in range(N_STAGES):
        s.pdus.evidenced[0, stage * N_THEMES:stage * N_THEMES + v.questions] = v.truth
    p = s.world.inspection
    p.severity_spread = p.inconsistency = p.discretion_share = 0.0
    p.case_correlation, s.regime.sample_cases, s.regime.context = v.correlation, v.n, 0.0
    found = bands(s.pdus, s.inspectorate, s.regime, np.zeros(N_CASE_CELLS + 1), np.zeros(N_CASE_CELLS + 1, np.int64),
                  seed, 2 * replicates, p)
    return summary([float(a == b) for a, b in zip(found[0::2], found[1::2])])


def band_chances(truth: float, n: int, questions: int = 1) -> np.ndarray:
    """Return the exact chance of each band of the lowest of some independent questions."""
    counts = [comb(n, k) * truth**k * (1.0 - truth) ** (n - k) for k in range(n + 1)]
    reached = [sum(counts[-(-edge * n // 100):]) for edge in EDGES]
    at_least = np.array([1.0, *reached, 0.0]) ** questions
    return at_least[:-1] - at_least[1:]


def same_twice(truth: float, n: int, questions: int = 1) -> float:
    """Return the exact chance of the same band twice, questions independent."""
    return float((band_chances(truth, n, questions) ** 2).sum())


def _tolerance(chance: float, pairs: int) -> float:
    return ERRORS * float(np.sqrt(max(chance * (1.0 - chance), 1e-4) / pairs))


def _target(truth: float, n: int, questions: int = 1) -> Target:
    chance = same_twice(truth, n, questions)
    words = f"{n} cases, truth {truth:.2f}, {questions} question{'s' if questions > 1 else ''}: {chance:.2f}"
    given: Settings = {"truth": truth, "n": n, "questions": questions, "correlation": 0.0}
    return Target(words, chance, _tolerance(chance, REPLICATES), given, _tolerance(chance, FAST))


def _targets() -> tuple[Target, ...]:
    published = [_target(truth, n) for truth, n in PUBLISHED]
    grid = [_target(truth, n) for truth in TRUTHS for n in SAMPLES if (truth, n) not in PUBLISHED]
    lowest = Target("60 cases, truth 0.64, lowest of three, correlation .5: about 0.64", 0.64, 0.01 + 0.005,
                    {"truth": 0.64, "n": 60, "questions": 3, "correlation": 0.5}, _tolerance(0.64, FAST) + 0.005,
                    source="design of the docking tests: about .64")
    return (*published, _target(0.64, 60, 3), lowest, *grid)


CASE = Case(
    name="lottery", mechanism="judgement", source="exact binomial sums, bands 50/65/80",
    about="The judgement kernel twice on one unit that does not change: cases read, bands, lowest question; no "
          "severity, no inconsistency, no discretion, no context. Questions beyond those asked are always sufficient.",
    parameters=(Parameter("truth", 0.64, 0.0, 1.0, "share of cases sufficient on each question"),
                Parameter("n", 60, 1, 400, "cases read"),
                Parameter("questions", 1, 1, N_THEMES, "questions of which the lowest sets the band"),
                Parameter("correlation", 0.0, 0.0, 1.0, "correlation of judgements within a case")),
    targets=_targets(), run=run, replicates=REPLICATES, fast_replicates=FAST)

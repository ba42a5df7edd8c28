"""What a pattern is: a published figure, or an ordinal claim, with how the same is read off a simulated history."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

MET, NOT_MET, UNTOLD, NOT_TESTABLE, SET = "met", "not met", "cannot be told", "not testable", "set by hand"
ERRORS_ALLOWED = 2.0
"""A figure is met within its tolerance and this many of its standard errors; what is further off, but not by more than
as many of the simulated mean, cannot be told: noise of few histories is no agreement."""
HOLDS_IN = 0.8
"""An ordinal claim is met where it holds in at least this share of the histories in which it can be looked at."""
CAN_HAPPEN = 0.05
"""The same for a claim that something can happen."""
MIDDLE_90 = (0.05, 0.95)


@dataclass(frozen=True)
class Pattern:
    """One published figure. `counts` says whether it is in the distance: figures measured elsewhere are not.

    `error` is the standard error of what was published, `tolerance` what a model that is right about the
    mechanism may still miss by, with its `reason`. `needs` says what would mend it where it is not met, and
    `tried` what was built or tested to that end.
    A `fitted` figure was set by hand: it is shown, and is neither a test nor in the distance.
    """

    id: str
    group: str
    label: str
    unit: str
    source: str
    observed: float
    error: float
    tolerance: float
    reason: str
    needs: str
    read: Callable
    counts: bool = True
    fitted: bool = False
    tried: str = ""


@dataclass(frozen=True)
class Check:
    """One ordinal claim; `read` gives 1 where a history shows it, 0 where not, NaN where it cannot be looked at.

    `share` of the histories must show it: a claim that something can happen need not be shown by many.
    `needs` and `tried` are as a figure's.
    """

    id: str
    group: str
    label: str
    source: str
    observed: str
    reason: str
    needs: str
    read: Callable
    share: float = HOLDS_IN
    tried: str = ""


@dataclass(frozen=True)
class Verdict:
    """What a pattern came to over histories; `miss` is in units of error and tolerance together."""

    pattern: Pattern | Check
    simulated: float
    low: float
    high: float
    miss: float
    verdict: str
    histories: int


def judge(pattern: Pattern | Check, values: Sequence[float]) -> Verdict:
    """Return the verdict on a pattern from its value in every history; NaN values are passed over."""
    found = np.array([float(value) for value in values], dtype=float)
    found = found[np.isfinite(found)]
    gap = math.nan
    if not len(found):
        return Verdict(pattern, gap, gap, gap, gap, NOT_TESTABLE, 0)
    mean = float(found.mean())
    if isinstance(pattern, Check):
        return Verdict(pattern, mean, gap, gap, gap, MET if mean >= pattern.share else NOT_MET, len(found))
    low, high = (float(q) for q in np.quantile(found, MIDDLE_90))
    luck = float(found.std(ddof=1) / math.sqrt(len(found))) if len(found) > 1 else 0.0
    if pattern.fitted:
        return Verdict(pattern, mean, low, high, (mean - pattern.observed) / pattern.tolerance, SET, len(found))
    missed = mean - pattern.observed
    return Verdict(pattern, mean, low, high, missed / math.hypot(pattern.error, pattern.tolerance),
                   _told(pattern, abs(missed), luck), len(found))


def _told(pattern: Pattern, missed: float, luck: float) -> str:
    """Return the verdict on a mean that is so far off; `luck` is its standard error over histories."""
    within = [missed <= pattern.tolerance + ERRORS_ALLOWED * math.hypot(pattern.error, more) for more in (0.0, luck)]
    return MET if within[0] else UNTOLD if within[1] else NOT_MET


def distance(patterns: Sequence[Pattern], values: Sequence[float]) -> float:
    """Return how far one history is from what was published: 0 where every figure is hit.

    The root mean square miss, first over the figures of a group and then over groups, so that a group with many
    figures counts no more than one with few. A figure that the history does not show (NaN) counts as missed by
    `UNSEEN`, so that no history comes nearer by showing less. Raises ValueError where nothing counts.
    """
    squares: dict[str, list[float]] = {}
    for pattern, value in zip(patterns, values, strict=True):
        if pattern.counts:
            squares.setdefault(pattern.group, []).append(miss(pattern, value) ** 2)
    if not squares:
        raise ValueError("no pattern counts")
    return math.sqrt(sum(sum(group) / len(group) for group in squares.values()) / len(squares))


UNSEEN = 3.0
"""Units of error and tolerance by which a figure that is not shown counts as missed."""


def miss(pattern: Pattern, value: float) -> float:
    """Return a value's miss in units of error and tolerance together."""
    if not math.isfinite(value):
        return UNSEEN
    return (value - pattern.observed) / math.hypot(pattern.error, pattern.tolerance)

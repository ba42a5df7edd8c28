"""The rating lottery: how likely each band is for a unit of a given truth, by exact sums.

A case is sufficient on question q where sqrt(rho)*z + sqrt(1 - rho)*e falls below the
normal quantile of that question's share, with z the case's own. Cases are independent.
The band of a standard is that of its lowest question. A visit's severity moves the log-odds
of all questions alike and is drawn once a visit: chances are averaged over it.
"""

import math
from collections.abc import Sequence
from itertools import product

import numpy as np
from scipy import stats
from scipy.special import expit, logit

EDGES = (0.50, 0.65, 0.80)
"""Shares of cases at which Requires improvement, Good and Outstanding begin (evidence README, unverified)."""
NODES = 41
"""Points at which the normal distribution is summed; doubling them moves no chance by 1e-6."""


def normal_nodes(sd: float = 1.0, nodes: int = NODES) -> tuple[np.ndarray, np.ndarray]:
    """Return (places, weights summing to 1) at which a normal distribution of that spread is summed."""
    if sd == 0:
        return np.zeros(1), np.ones(1)
    places, weights = np.polynomial.hermite_e.hermegauss(nodes)
    return sd * places, weights / weights.sum()


def first_counts(n: int, edges: Sequence[float] = EDGES) -> list[int]:
    """Return the smallest number of sufficient cases of n that reaches each edge."""
    return [next(k for k in range(n + 2) if k == n + 1 or k / n >= edge) for edge in edges]


def pattern_chances(shares: Sequence[float], rho: float) -> np.ndarray:
    """Return the chance of each pattern of sufficient questions in one case, shape (2,)*questions."""
    z, weights = normal_nodes()
    cuts = stats.norm.ppf(np.asarray(shares, float))
    if rho >= 1:
        raise ValueError("rho must be below 1: at 1 several questions are one")
    given = stats.norm.cdf((cuts[:, None] - math.sqrt(rho) * z) / math.sqrt(1 - rho))
    found = np.empty((2,) * len(cuts))
    for pattern in product((0, 1), repeat=len(cuts)):
        parts = [given[q] if hit else 1 - given[q] for q, hit in enumerate(pattern)]
        found[pattern] = weights @ np.prod(parts, axis=0)
    return found


def joint_counts(shares: Sequence[float], n: int, rho: float = 0.0) -> np.ndarray:
    """Return the chance of every set of counts sufficient in n cases, shape (n + 1,)*questions.

    A sum of n independent cases: the n-th power of one case's transform.
    """
    patterns = pattern_chances(shares, rho)
    room = (n + 1,) * patterns.ndim  # counts end at n, so that nothing wraps round
    axes = tuple(range(patterns.ndim))
    return np.clip(np.fft.ifftn(np.fft.fftn(patterns, room, axes) ** n, axes=axes).real, 0.0, 1.0)


def band_chances(shares: Sequence[float], n: int, rho: float = 0.0, edges: Sequence[float] = EDGES) -> np.ndarray:
    """Return the exact chance of each band, lowest first, of the lowest of some questions on n cases."""
    firsts = first_counts(n, edges)
    if len(shares) == 1:
        reached = [float(stats.binom.sf(first - 1, n, shares[0])) for first in firsts]
    else:
        counts = joint_counts(shares, n, rho)
        reached = [float(counts[(slice(first, None),) * len(shares)].sum()) for first in firsts]
    at_least = np.array([1.0, *reached, 0.0])
    return at_least[:-1] - at_least[1:]


def over_severity(shares: Sequence[float], n: int, rho: float, spread: float,
                  edges: Sequence[float] = EDGES, nodes: int = 15) -> np.ndarray:
    """Return the chances of bands averaged over a visit's severity, normal with that spread in log-odds."""
    places, weights = normal_nodes(spread, nodes)
    own = np.clip(np.asarray(shares, float), 1e-12, 1 - 1e-12)
    return np.sum([w * band_chances(expit(logit(own) - s), n, rho, edges) for s, w in zip(places, weights)], axis=0)


def same_twice(chances: np.ndarray) -> float:
    """Return the chance that two visits, nothing having changed, end in the same band."""
    return float((np.asarray(chances) ** 2).sum())


def true_band(share: float, edges: Sequence[float] = EDGES) -> int:
    """Return the band of a true share: what endless cases and a fair inspector would give."""
    return int(sum(share >= edge for edge in edges))


def near_boundary(shares: np.ndarray, width: float, edges: Sequence[float] = EDGES) -> np.ndarray:
    """Return which shares lie within `width` of an edge."""
    gaps = np.abs(np.asarray(shares, float)[..., None] - np.asarray(edges))
    return gaps.min(axis=-1) <= width


def settling_sample(share: float, chance: float, samples: Sequence[int], spread: float = 0.0,
                    edges: Sequence[float] = EDGES) -> int | None:
    """Return the smallest sample from which on the true band is found with `chance`, on one question.

    None where no sample tried is enough: near an edge none may be, and a spread of severity is not read away.
    """
    enough = [over_severity([share], n, 0.0, spread, edges)[true_band(share, edges)] >= chance for n in samples]
    if not enough[-1]:
        return None
    last_short = max((k for k, ok in enumerate(enough) if not ok), default=-1)
    return samples[last_short + 1]

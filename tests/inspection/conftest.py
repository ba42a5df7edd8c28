"""The instrument at its default parameters, and cases read in bulk."""

import numpy as np
import pytest
from numba import njit

from model.inspection.judgement import read_cases
from model.parameters.register import WorldParameters, seal_world
from model.randomness import STREAM_CASES, inverse_normal, stream_key


@pytest.fixture(scope="session")
def p():
    """The inspectorate's parameters at their defaults."""
    return seal_world(WorldParameters()).inspection


@njit
def _visits(thresholds, n, rho, key, visits):
    out = np.empty((visits, len(thresholds)), np.int64)
    for v in range(visits):
        read_cases(thresholds, out[v], n, rho, key, v)
    return out


@pytest.fixture(scope="session")
def visits():
    """Return a function that reads n cases in each of many visits: sufficient cases by visit and question."""
    def many(shares, n: int, rho: float, times: int, seed: int = 1) -> np.ndarray:
        thresholds = np.array([inverse_normal(share) for share in shares])
        return _visits(thresholds, n, rho, np.uint64(stream_key(seed, STREAM_CASES, 0)), times)

    return many

"""Draws in bulk: words and shares over many people, months, streams, seeds and draws."""

import numpy as np
import pytest
from numba import njit

from model import randomness as r


@njit
def _words(seeds, streams, months, people, draws):
    out = np.empty(len(seeds), np.uint64)
    for i in range(len(seeds)):
        out[i] = r.bits(r.stream_key(seeds[i], streams[i], months[i]), people[i], draws[i])
    return out


@njit
def _shares(words):
    out = np.empty(len(words))
    for i in range(len(words)):
        out[i] = r.to_uniform(words[i])
    return out


@njit
def _bells(key, n):
    out = np.empty(n)
    for i in range(n):
        out[i] = r.bell(key, i, 0)
    return out


@njit
def _normals(key, n):
    out = np.empty(n)
    for i in range(n):
        out[i] = r.normal(key, i, 0)
    return out


@njit
def _quantiles(shares):
    out = np.empty(len(shares))
    for i in range(len(shares)):
        out[i] = r.inverse_normal(shares[i])
    return out


@njit
def _counts(rates, shares):
    out = np.empty(len(rates), np.int64)
    for i in range(len(rates)):
        out[i] = r.poisson(rates[i], shares[i])
    return out


@njit
def _halves(words):
    out = np.empty((2, len(words)))
    for i in range(len(words)):
        out[0, i], out[1, i] = r.high_half(words[i]), r.low_half(words[i])
    return out


@pytest.fixture(scope="session")
def words():
    """Return a function from seed, stream, month, person and draw (numbers or arrays) to random words."""
    def many(seed=1, stream=7, month=0, person=0, draw=0) -> np.ndarray:
        rows = np.broadcast_arrays(*(np.asarray(x, np.int64) for x in (seed, stream, month, person, draw)))
        return _words(*(np.ascontiguousarray(row.ravel()) for row in rows))

    return many


@pytest.fixture(scope="session")
def bulk():
    """Return the model's own functions over arrays: shares, halves, bells, normals, quantiles, counts."""
    def keyed(kernel):
        return lambda n, seed=1, stream=7, month=0: kernel(uint64_key(seed, stream, month), n)

    return {"shares": _shares, "halves": _halves, "quantiles": _quantiles, "counts": _counts,
            "bells": keyed(_bells), "normals": keyed(_normals)}


def uint64_key(seed: int, stream: int, month: int) -> np.uint64:
    """Return a stream's key as the kernels hold it."""
    return np.uint64(r.stream_key(seed, stream, month))

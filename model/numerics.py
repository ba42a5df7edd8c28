"""Small exact numerics shared by every kernel.

Sums over people or PDUs are int64 fixed point: they do not depend on order. A term is
truncated to 2**-32; terms up to 512 in magnitude may be summed over 4 million rows
without overflow, terms up to 65,536 over 32 thousand.
"""

import math

from numba import njit

FIXED_ONE = 4294967296.0  # 2**32


@njit(cache=True)
def clamp(x, low, high):
    """Return x held between low and high."""
    return low if x < low else (high if x > high else x)


@njit(cache=True)
def unit(x):
    """Return x held between 0 and 1."""
    return 0.0 if x < 0.0 else (1.0 if x > 1.0 else x)


@njit(cache=True)
def logistic(x):
    """Return 1 / (1 + exp(-x))."""
    return 1.0 / (1.0 + math.exp(-x))


@njit(cache=True)
def logit(p):
    """Return log(p / (1 - p)) for 0 < p < 1."""
    return math.log(p / (1.0 - p))


@njit(cache=True)
def fixed(x):
    """Return x as int64 fixed point, to be summed exactly."""
    return int(x * FIXED_ONE)


@njit(cache=True)
def from_fixed(total):
    """Return the float of a fixed-point sum."""
    return total / FIXED_ONE


@njit(cache=True)
def fixed_mean(total, count):
    """Return a fixed-point sum divided by a count; 0 where nothing was counted."""
    return total / FIXED_ONE / count if count > 0 else 0.0

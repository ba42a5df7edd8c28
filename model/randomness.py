"""Stateless draws: luck is a function of what it decides, never of call order.

A draw is a hash of (replicate seed, stream, month) and of (who, which draw). The
scenario is not in the key, so scenarios share their luck and can be compared in pairs.
A recruit is known by its post and vacancy sequence, so one leaver moves nobody else's
luck. The hash is two rounds of the splitmix64 finaliser (Steele, Lea & Flood 2014).
"""

import math

import numpy as np
from numba import njit, uint64

# One fixed constant for each decision; never renumbered, only added to.
STREAM_WORLD = 1
STREAM_DEMAND = 2
STREAM_LEAVING = 3
STREAM_RECRUITING = 4
STREAM_PERSON = 5
STREAM_MORALE = 7
STREAM_REALITY = 8
STREAM_TRIALS = 9
STREAM_COPYING = 10
STREAM_MANDATES = 11
STREAM_CODE = 12
STREAM_FORGETTING = 13
STREAM_SELECTION = 14
STREAM_CASES = 15
STREAM_INSPECTORS = 16
STREAM_ORGANISATION = 17
STREAM_DISCRETION = 18
STREAM_INCIDENTS = 19
STREAM_INFRASTRUCTURE = 20
STREAM_INITIAL = 21
STREAM_POACHING = 22
STREAM_BELIEF = 23
STREAM_NATIONAL = 24
STREAM_PROMOTION = 25

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_WHO = np.uint64(0xD6E8FEB86659FD93)
_S30, _S27, _S31 = np.uint64(30), np.uint64(27), np.uint64(31)
_S12, _S16, _S32, _S48 = np.uint64(12), np.uint64(16), np.uint64(32), np.uint64(48)
_LOW16 = np.uint64(0xFFFF)
_LOW32 = np.uint64(0xFFFFFFFF)
_TWO_M52 = 2.0 ** -52
_TWO_M32 = 2.0 ** -32
_BELL_SCALE = math.sqrt(3.0) / 65536.0
_BELL_SHIFT = 2.0 * 65535.0


@njit(uint64(uint64), cache=True)
def mix(z):
    """Return the splitmix64 finaliser of z."""
    z = (z ^ (z >> _S30)) * _FIRST
    z = (z ^ (z >> _S27)) * _SECOND
    return z ^ (z >> _S31)


@njit(cache=True)
def stream_key(seed, stream, month):
    """Return the key of one decision in one month of one replicate."""
    k = mix(uint64(seed) + _GOLDEN)
    k = mix(k ^ (uint64(stream) * _WHO))
    return mix(k + uint64(month) * _GOLDEN)


@njit(cache=True)
def bits(key, who, which):
    """Return 64 random bits for draw `which` of `who` under a stream key."""
    return mix(mix(key + uint64(who) * _WHO) + (uint64(which) + uint64(1)) * _GOLDEN)


@njit(cache=True)
def to_uniform(word):
    """Return a number in the open interval (0, 1) from the upper 52 of 64 bits: one bit more would round up to 1."""
    return (float(word >> _S12) + 0.5) * _TWO_M52


@njit(cache=True)
def uniform(key, who, which):
    """Return a uniform draw in (0, 1)."""
    return to_uniform(bits(key, who, which))


@njit(cache=True)
def high_half(word):
    """Return a uniform draw in (0, 1) from the upper 32 bits: one word serves two decisions."""
    return (float(word >> _S32) + 0.5) * _TWO_M32


@njit(cache=True)
def low_half(word):
    """Return a uniform draw in (0, 1) from the lower 32 bits."""
    return (float(word & _LOW32) + 0.5) * _TWO_M32


@njit(cache=True)
def bell(key, who, which):
    """Return a bell-shaped draw: mean 0, variance 1, within +-3.47.

    The sum of four 16-bit uniforms: cheap, and bounded, which suits luck added to a
    bounded state. Where tails matter `normal` is used.
    """
    word = bits(key, who, which)
    total = float(word & _LOW16) + float((word >> _S16) & _LOW16) \
        + float((word >> _S32) & _LOW16) + float(word >> _S48)
    return (total - _BELL_SHIFT) * _BELL_SCALE


@njit(cache=True)
def inverse_normal(p):
    """Return the standard normal quantile of 0 < p < 1 (Acklam 2003; relative error below 1.2e-9)."""
    low = 0.02425
    if p < low:
        q = math.sqrt(-2.0 * math.log(p))
        return _tail(q)
    if p > 1.0 - low:
        q = math.sqrt(-2.0 * math.log(1.0 - p))
        return -_tail(q)
    q = p - 0.5
    r = q * q
    top = (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
             + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00) * q
    bottom = (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1.0)
    return top / bottom


@njit(cache=True)
def _tail(q):
    top = (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
             - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00)
    return top / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                   + 3.754408661907416e+00) * q + 1.0)


@njit(cache=True)
def normal(key, who, which):
    """Return a standard normal draw."""
    return inverse_normal(uniform(key, who, which))


@njit(cache=True)
def poisson(rate, u):
    """Return the Poisson count at probability u: monotone in rate and u, so pairs stay close.

    The rate is held below 700, beyond which exp(-rate) is nought in double precision.
    """
    rate = min(rate, 700.0)
    term = math.exp(-rate)
    total, count = term, 0
    while u > total and count < 10000:
        count += 1
        term *= rate / count
        total += term
        if term < 1e-300 and count > rate:
            break
    return count


@njit(cache=True)
def person_key(post, sequence):
    """Return who sits in a post: the post's identity and how many held it before."""
    return uint64(post) * uint64(65536) + uint64(sequence)

"""Reflection and agreement: time to think about purpose, and how far people agree on it.

Purpose      Let structural reform and workload use up reflection, and voice or a settled code make agreement.
Equation     d reflection = speed*(1 - overload*max(0, W - 1) - change*mandates - reflection)
             d agreement = speed*(base + kv*voice + kc*(conformity - 1/2) - agreement), only where there is reflection
Units        indices in [0, 1]; W workload ratio
Reads        pdus: workload, change, conformity.  dials
Writes       pdus: reflection, agreement
Source       submission Q1 and Q4
Assumptions  agreement can come from debate or from a code; both need time to think
"""

from numba import njit

from model.numerics import unit
from model.parameters.units import MIDDLE


@njit(cache=True)
def reflection_change(reflection, overload, change, p):
    """Return a month's change of time for reflection."""
    target = unit(1.0 - p.reflection_overload * overload - p.reflection_change * change)
    return p.reflection_speed * (target - reflection)


@njit(cache=True)
def agreement_change(agreement, reflection, voice, conformity, p):
    """Return a month's change of agreement about purpose."""
    target = unit(MIDDLE * reflection + p.agreement_voice * voice + p.agreement_code * (conformity - MIDDLE))
    return p.agreement_speed * (target - agreement)


@njit(cache=True)
def reflection(pdus, dials, p):
    """Phase 7, last part: move reflection and agreement in every PDU."""
    for i in range(len(pdus.uid)):
        overload = max(0.0, pdus.workload[i] - 1.0)
        pdus.reflection[i] += reflection_change(pdus.reflection[i], overload, pdus.change[i], p)
        pdus.agreement[i] += agreement_change(pdus.agreement[i], pdus.reflection[i], dials.voice, pdus.conformity[i], p)

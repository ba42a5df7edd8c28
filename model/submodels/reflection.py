"""Reflection and agreement: time to think about purpose at each level, and how far it agrees with the level above.

Purpose      Let structural reform and a level's own load use up reflection in PDUs, regions and centre; let voice or a
             settled code make agreement where there is reflection; let a code be learnt by what there is of both.
Equation     d reflection = speed*(1 - taken - change*mandates - reflection)
             taken = overload*max(0, W - 1) in a PDU, and its PDUs' mean in a region; news*headlines at the centre
             d agreement = speed*(reflection/2 + min(1, 2*reflection)*(kv*voice + kc*(conformity - 1/2)) - agreement)
             room to learn = max(0, 1 + kr*(reflection - 1/2) + ka*(agreement - 1/2)): times a code's chance of moving
Units        indices in [0, 1]; W workload ratio; mandates in flight per PDU; room a factor, 1 in the middle
Reads        pdus: workload, change, conformity, region.  regions: code.  centre: code, headlines.  dials
Writes       pdus, regions, centre: reflection, agreement
Source       submission Q1 and Q4
Assumptions  agreement can come from debate or from a code; both need time to think, and come to nothing without it; a
             region carries its PDUs' mean load and the centre the mean of all mandates in flight; a region's
             conformity is that of its code; the centre, with no level above it in the model, agrees as its regions do
             with it
"""

from numba import njit

from model.numerics import fixed, fixed_mean, unit
from model.parameters.units import MIDDLE
from model.submodels.reality import match


@njit(cache=True)
def reflection_change(reflection, taken, change, p):
    """Return a month's change of time for reflection at a level whose own load takes a share of it."""
    target = unit(1.0 - taken - p.reflection_change * change)
    return p.reflection_speed * (target - reflection)


@njit(cache=True)
def taken_by_work(workload, p):
    """Return the reflection that work takes: none up to a workload of 1."""
    return p.reflection_overload * max(0.0, workload - 1.0)


@njit(cache=True)
def agreement_change(agreement, reflection, voice, conformity, p):
    """Return a month's change of agreement with the level above: voice and code make less the less there is to think.

    From middling reflection up they make all they can.
    """
    made = p.agreement_voice * voice + p.agreement_code * (conformity - MIDDLE)
    target = unit(MIDDLE * reflection + min(1.0, reflection / MIDDLE) * made)
    return p.agreement_speed * (target - agreement)


@njit(cache=True)
def room_to_learn(reflection, agreement, p):
    """Return the factor by which reflection and agreement widen or narrow a level's learning."""
    return max(0.0, 1.0 + p.learning_reflection * (reflection - MIDDLE) + p.learning_agreement * (agreement - MIDDLE))


@njit(cache=True)
def code_shared(code, above):
    """Return the share of elements on which a code is as the one above; no view counts one half."""
    same = 0.0
    for j in range(len(code)):
        same += match(code[j], above[j])
    return same / len(code)


@njit(cache=True)
def loads(pdus, within, p):
    """Return what work takes of reflection, and mandates in flight: means over the PDUs of a region, or (-1) of all."""
    taken, change, n = 0, 0, 0
    for i in range(len(pdus.uid)):
        if within in (-1, pdus.region[i]):
            taken += fixed(taken_by_work(pdus.workload[i], p))
            change += fixed(pdus.change[i])
            n += 1
    return fixed_mean(taken, n), fixed_mean(change, n)


@njit(cache=True)
def think(level, i, taken, change, p):
    """Move the reflection of row i of a level."""
    level.reflection[i] += reflection_change(level.reflection[i], taken, change, p)


@njit(cache=True)
def agree(level, i, voice, same, p):
    """Move the agreement of row i of a level with the level above."""
    level.agreement[i] += agreement_change(level.agreement[i], level.reflection[i], voice, same, p)


@njit(cache=True)
def reflection(centre, regions, pdus, dials, p):
    """Phase 7, last part: move reflection and agreement at every level."""
    for i in range(len(pdus.uid)):
        think(pdus, i, taken_by_work(pdus.workload[i], p), pdus.change[i], p)
        agree(pdus, i, dials.voice, pdus.conformity[i], p)
    agreed = 0
    for r in range(len(regions.slack)):
        taken, change = loads(pdus, r, p)
        think(regions, r, taken, change, p)
        agree(regions, r, dials.voice, code_shared(regions.code[r], centre.code[0]), p)
        agreed += fixed(regions.agreement[r])
    think(centre, 0, p.reflection_news * centre.headlines[0], loads(pdus, -1, p)[1], p)
    centre.agreement[0] = fixed_mean(agreed, len(regions.slack))

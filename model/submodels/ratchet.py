"""Ratchet: what is shown becomes the next target, so that output is held back before a reset.

Purpose      Let gaming be an action of its own: output held back for the sake of a low target; and let a target pull.
Equation     every R months target = recorded work a case shown last month; able = shown / ((1 - held)(1 + lifted))
             held = min(ratchet*P*nearness, 1 - target/able), nearness = max(0, 1 - (months left - 1)/H)
             lifted = lift*felt control*(1 - able/target) where able < target;  delivered = (1 - held)(1 + lifted)
Units        shares of recorded work; months; P pressure index
Reads        pdus: work, pressure, felt_control
Writes       pdus: target, held_back, lifted
Source       Smith 1995 and Bevan & Hood 2006 name the behaviour; no size was found (both channels off by default)
Assumptions  one target, recorded work a case, reset everywhere in the same month; nobody shows less than the target
             for the sake of the next; there is no target before the first reset
"""

from numba import njit

from model.numerics import unit
from model.submodels.effort import RECORDED


@njit(cache=True)
def months_left(target_months, t):
    """Return the months to the next reset: 1 in the last before it."""
    return int(target_months) - t % int(target_months)


@njit(cache=True)
def delivered(held_back, lifted):
    """Return recorded work delivered, against what would be without targets."""
    return (1.0 - held_back) * (1.0 + lifted)


@njit(cache=True)
def share_held_back(able, target, pressure, left, p):
    """Return the share of recorded work held back: never so much that the target is missed."""
    if target <= 0.0 or able <= target:
        return 0.0
    nearness = max(0.0, 1.0 - (left - 1.0) / p.hold_months)
    return min(unit(p.ratchet * pressure * nearness), 1.0 - target / able)


@njit(cache=True)
def share_lifted(able, target, felt_control, p):
    """Return the share of recorded work added because the target is not met."""
    if target <= 0.0 or able >= target:
        return 0.0
    return p.target_lift * felt_control * (1.0 - able / target)


@njit(cache=True)
def ratchet(pdus, p, t):
    """Phase 4, second part: reset targets when due; set what is held back and what is added."""
    left = months_left(p.target_months, t)
    for i in range(len(pdus.uid)):
        shown = pdus.work[i, RECORDED]
        if t > 0 and left == int(p.target_months):
            pdus.target[i] = shown
        able = shown / delivered(pdus.held_back[i], pdus.lifted[i])
        pdus.held_back[i] = share_held_back(able, pdus.target[i], pdus.pressure[i], left, p)
        pdus.lifted[i] = share_lifted(able, pdus.target[i], pdus.felt_control[i], p)

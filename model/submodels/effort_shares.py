"""Effort in shares: the rival of levels, a total divided between the same four tasks.

Purpose      Let pressure, trust and support move of what kind the work is, and drive alone how much is done.
Equation     chosen_j = exp(k*b_j) / (sum over tasks of exp(k*b_j));  share_j = keep*last share_j + (1 - keep)*chosen_j
             level_j = share_j * full*drive;  drive and the pulls b as in levels
Units        shares of a person's effort, adding to 1; levels of a full measure; k per unit of marginal benefit
Reads        practitioners: intrinsic, wellbeing, esteem, curiosity.  pdus: pressure, felt_control, workload.  dials
Writes       practitioners: relational, recorded, presentational, improvement
Source       McFadden 1974 (choice by logit); Luce 1959; drive and pulls as in levels
Assumptions  more of one task is less of the others by arithmetic, which docks nothing; habits are habits of share, and
             the total follows drive at once; newcomers have no habits
"""

import math

from numba import njit

from model.stretches import UNCOUNTED, stretch_end
from model.submodels.effort import benefits, drive, hold, unit_pulls


@njit(cache=True)
def chosen_shares(b0, b1, b2, b3, sharpness):
    """Return the four shares that a choice by logit gives: alike at no sharpness, all for the best at great."""
    e0, e1 = math.exp(sharpness * b0), math.exp(sharpness * b1)
    e2, e3 = math.exp(sharpness * b2), math.exp(sharpness * b3)
    total = e0 + e1 + e2 + e3
    return e0 / total, e1 / total, e2 / total, e3 / total


@njit(cache=True)
def kept_share(level, total, chosen, keep):
    """Return a task's share after a month: some of last month's is kept, if anything was done."""
    return keep * level / total + (1.0 - keep) * chosen if total > 0.0 else chosen


@njit(**UNCOUNTED)
def choose_shares(people, first, last, pulls, held, p, t):
    """Move the shares and the total of a stretch of people."""
    for i in range(first, last):
        if people.in_post[i] == 0:
            continue
        keep = p.inertia if t > 0 and people.tenure[i] > 0 else 0.0
        given = drive(people.intrinsic[i], pulls.freedom, people.esteem[i], people.wellbeing[i], pulls.answerable,
                      pulls.mobilised, held)
        b0, b1, b2, b3 = benefits(given, people.curiosity[i], pulls, held)
        c0, c1, c2, c3 = chosen_shares(b0, b1, b2, b3, p.sharpness)
        done = people.relational[i] + people.recorded[i] + people.presentational[i] + people.improvement[i]
        total = p.full_effort * given
        people.relational[i] = total * kept_share(people.relational[i], done, c0, keep)
        people.recorded[i] = total * kept_share(people.recorded[i], done, c1, keep)
        people.presentational[i] = total * kept_share(people.presentational[i], done, c2, keep)
        people.improvement[i] = total * kept_share(people.improvement[i], done, c3, keep)


@njit(**UNCOUNTED)
def effort_shares(people, pdus, scratch, regime, dials, p, t):
    """Phase 4, third part, by the rival theory: move every practitioner's shares and total."""
    held, first = hold(p), 0
    while first < len(people.uid):
        last = stretch_end(people.pdu, first)
        choose_shares(people, first, last, unit_pulls(pdus, people.pdu[first], regime, dials, p), held, p, t)
        first = last

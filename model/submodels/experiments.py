"""Experiments: units try things and keep some, and act on reports.

Purpose      Originate local practice, rightly or wrongly, from improvement work, freedom, support and curiosity.
Equation     chance to try = rate*improvement*(1 + support)*(1 + autonomy)*(1 - conformity*mutuality)
             kept if right: accuracy - small sample*autonomy; if wrong: 1 - that + comfort*staff weight; lasts: survival
Units        chances per element a month
Reads        pdus: effort, practice, departs, learning.  centre: reality, code.  dials
Writes       pdus: practice, origin, experiments, innovations
Source       March 1991; Kane & Staiger 2002; Walfish et al. 2012; Sarre et al. 2020
Assumptions  the noisy local signal is made from reality with error: no one reads reality itself. An innovation is a
             kept element that departs from the national code. A report puts an element right where inspectors saw what
             works here, and standardises it where they did not
"""

from numba import njit

from model.entities.state import FROM_CODE, FROM_TRIAL
from model.numerics import unit
from model.randomness import STREAM_FORGETTING, STREAM_TRIALS, bits, high_half, low_half, stream_key, uniform
from model.submodels.effort import IMPROVEMENT
from model.submodels.forgetting import other_value
from model.submodels.reality import local_reality

TWICE = 2
"""Draws of an element: its number, its number past one count of elements, past twice that."""


@njit(cache=True)
def trial_chance(improvement, dials, p):
    """Return the chance that an element is tried otherwise this month."""
    lift = (1.0 + p.support_trials * dials.innovation_support) * (1.0 + p.autonomy_exploration * dials.autonomy)
    return unit(p.trial_rate * improvement * lift * (1.0 - p.peer_conformity * dials.mutuality))


@njit(cache=True)
def keep_chance(right, dials, p):
    """Return the chance that a tried element is kept on its noisy local signal."""
    accuracy = p.trial_accuracy - p.small_sample * dials.autonomy
    return accuracy if right else unit(1.0 - accuracy + p.comfort_bias * dials.learning_staff)


@njit(cache=True)
def survival_chance(dials, p):
    """Return the chance that a kept element lasts."""
    return unit(p.survival + p.support_survival * dials.innovation_support)


@njit(cache=True)
def put_right(pdus, centre, i, j, reality, insight, key):
    """Act on a report: do what works here where inspectors saw it, and what the code says where they did not."""
    seen = uniform(key, pdus.uid[i], TWICE * pdus.practice.shape[1] + j) < insight
    pdus.practice[i, j] = reality if seen else centre.code[0, j]
    pdus.origin[i, j] = FROM_CODE


@njit(cache=True)
def try_out(pdus, centre, i, j, reality, dials, lasts, toss, p, key):
    """Try an element otherwise and keep it where its noisy signal is good and it lasts."""
    pdus.experiments[i] += 1
    tried = other_value(pdus.practice[i, j], toss)
    kept = keep_chance(tried == reality, dials, p)
    luck = bits(key, pdus.uid[i], pdus.practice.shape[1] + j)
    if high_half(luck) < kept and low_half(luck) < lasts:
        departs = tried != centre.code[0, j]
        pdus.practice[i, j] = tried
        pdus.origin[i, j] = FROM_TRIAL if departs else FROM_CODE
        pdus.innovations[i] += departs


@njit(cache=True)
def experiments(centre, pdus, dials, p, insight, seed, t):
    """Phase 7, fourth part: act on a report, try and keep."""
    key_trial = stream_key(seed, STREAM_TRIALS, t)
    key_loss = stream_key(seed, STREAM_FORGETTING, t)
    lasts = survival_chance(dials, p)
    pdus.experiments[:] = 0
    pdus.innovations[:] = 0
    for i in range(len(pdus.uid)):
        chance = trial_chance(pdus.effort[i, IMPROVEMENT], dials, p)
        for j in range(centre.code.shape[1]):
            reality = local_reality(centre.reality[0, j], pdus.departs[i, j])
            word = bits(key_trial, pdus.uid[i], j)
            if low_half(word) < pdus.learning[i]:
                put_right(pdus, centre, i, j, reality, insight, key_loss)
            elif high_half(word) < chance:
                toss = uniform(key_trial, pdus.uid[i], TWICE * centre.code.shape[1] + j)
                try_out(pdus, centre, i, j, reality, dials, lasts, toss, p, key_trial)

"""Message: what a report says, who attends, and what is learned from it.

Purpose      Compute information, attention and room, whose product drives learning; set the blow to esteem.
Equation     information = (narrative + standards + uncertainty)*(1 - crowding*word)*n/(n + half)*(1 - loss)^repeats
             attention = base + publication + word*(1 + failing where Inadequate, else 1 - failing) + follow-up,
             less excuse by context and doubt by uncertainty
             learning chance = scale*information*attention*room;  sting = size*steps*(1 + word)*(1 - sharing)
             *(1 + fair*(L - 1/2))
             short = max(0, 1 - interval/short interval): learning*(1 + kc*short), sting + kw*short
Units        shares; steps below Good; sting in esteem; months
Reads        pdus: published_at, interval, overall, workload, repeats, found_at, helped, legitimacy.
             centre: published_at, overall, named.  regime, dials
Writes       pdus: sting, validation, learning, helped, repeats, found_at
Source       Butler & Nisan 1986; Lipnevich & Smith 2008; Kluger & DeNisi 1996; Allen & Burgess 2012; submission Q2, Q9
Assumptions  information is never set for a regime; an unpublished report is felt by those inspected, at its detail
             only; a national report below Good names causes above, and validates
"""

import math

from numba import njit

from model.numerics import unit
from model.parameters.units import MIDDLE

INADEQUATE, GOOD = 0, 2
HALVES = math.log(2.0)
"""A half-life h is a monthly fading of exp(-log(2)/h)."""
REPEAT_MONTHS = 24
"""Findings within this many months count as consecutive (definition of legitimacy)."""


@njit(cache=True)
def faded(value, half_life):
    """Return a value a month later."""
    return value * math.exp(-HALVES / half_life)


@njit(cache=True)
def information(regime, repeats, p):
    """Return how much a report tells, computed from its message and its sample."""
    detail = p.narrative_information * regime.narrative * (1.0 - p.word_crowds * regime.overall_word)
    detail += p.standards_information * regime.rates_standards + p.uncertainty_information * regime.uncertainty
    precision = regime.sample_cases / (regime.sample_cases + p.sample_half)
    return unit(detail * precision) * (1.0 - p.novelty_loss) ** repeats


@njit(cache=True)
def attention_paid(regime, inadequate, p):
    """Return the share of a unit's attention that a report gets; the lowest word draws more than any other."""
    tilt = 1.0 + p.failing_attention if inadequate else 1.0 - p.failing_attention
    gained = p.attention + p.publication_attention * regime.publishes
    gained += p.word_attention * regime.overall_word * regime.publishes * tilt
    gained += p.follow_up_attention * regime.follow_up
    return unit(gained * (1.0 - p.context_excuse * regime.context) * (1.0 - p.uncertainty_weakens * regime.uncertainty))


@njit(cache=True)
def room_to_act(workload, notice, p):
    """Return the share of a report a unit has room to act on: less when overloaded, more with months of notice."""
    return unit(1.0 - p.room * max(0.0, workload - 1.0) + p.notice_room * notice)


@njit(cache=True)
def own_blow(steps, publishes, word, blame_sharing, legitimacy, p):
    """Return the loss of esteem from a unit's own published report; a gain where it is above Requires improvement."""
    size = steps if steps > 0 else p.good_news * (steps - 1.0)
    fair = 1.0 + p.legitimacy_sting * (legitimacy - MIDDLE)
    return p.own_sting * size * publishes * (1.0 + p.word_sting * word) * (1.0 - p.shared_blame * blame_sharing) * fair


@njit(cache=True)
def shortness(interval, p):
    """Return how short the time between two visits was: 0 where long enough or where there was but one."""
    return max(0.0, 1.0 - interval / p.short_interval) if interval > 0 else 0.0


@njit(cache=True)
def beyond_control(workload, estate):
    """Return 1 where a poor finding has causes the unit does not control: overload or premises below the middle."""
    return workload > 1.0 or estate < MIDDLE


@njit(cache=True)
def message(pdus, centre, regime, dials, p, esteem, t):
    """Phase 9, first part: what this month's reports do to those they are about."""
    worded = regime.publishes * regime.overall_word
    for i in range(len(pdus.uid)):
        pdus.learning[i] = faded(pdus.learning[i], p.learning_half_life)
        pdus.helped[i] = faded(pdus.helped[i], p.help_half_life)
        pdus.sting[i], pdus.validation[i] = 0.0, 0.0
        if t - pdus.found_at[i] > REPEAT_MONTHS:
            pdus.repeats[i] = 0
        if pdus.published_at[i] != t:
            continue
        steps = GOOD - pdus.overall[i]
        short = shortness(pdus.interval[i], p)
        pdus.sting[i] = own_blow(float(steps), regime.publishes, worded, dials.blame_sharing, pdus.legitimacy[i],
                                 esteem) + p.cycle_wears * short
        poor = steps > 0
        above = poor and beyond_control(pdus.workload[i], pdus.estate[i])
        pdus.validation[i] = esteem.validation * max(regime.context, centre.named[0]) if above else 0.0
        told = information(regime, float(pdus.repeats[i]), p)
        room = room_to_act(pdus.workload[i], regime.notice_months, p)
        gain = p.learning_scale * told * attention_paid(regime, pdus.overall[i] == INADEQUATE, p) * room \
            * (1.0 + p.cycle_corrects * short)
        pdus.learning[i] += gain if poor else gain * MIDDLE
        pdus.helped[i] = 1.0 if poor else pdus.helped[i]
        pdus.repeats[i] = pdus.repeats[i] + 1 if above else 0
        pdus.found_at[i] = t if above else pdus.found_at[i]
    if centre.published_at[0] == t and centre.overall[0] < GOOD:
        pdus.validation[:] += esteem.validation

"""Instrument: the prompts on national leadership as items that load on the centre's own state.

Purpose      Judge the centre's leadership by the questions asked, in the wording in which they are asked.
Equation     item = sum over constructs of (prior + coding*(coded - prior))*state, held in [0, 1]
             key question = mean of its prompts, a prompt the mean of its items
             N1 = mean of key questions + weakest*(lowest - mean)
             score = (1 - wording)*N1(as drafted) + wording*N1(as suggested)
Units        states, loadings and scores in [0, 1]; learning in a form counts 1 at an even share of three forms
Reads        centre: control, culture, understanding, communication, engagement, attention, reflection, agreement.
             dials.  pdus: change, belonging, culture, estate, ict, conformity
Writes       nothing: callers do
Source       national_instrument.csv (submission Q6 and on the implicit vision)
Assumptions  both wordings of a prompt share their prior loadings; how far the text moves them is one parameter; a
             prompt counts once, split or not; a culture is strong where it is clear, whichever way, and shared;
             openness about rejected alternatives comes of hearing others, of learning in several forms and of
             attention to spare
"""

import numpy as np
from numba import njit

from model.entities.state import N_ELEMENTS
from model.numerics import fixed, fixed_mean, unit
from model.parameters.constructs import AS_DRAFTED, AS_SUGGESTED, N_CONSTRUCTS, N_KEY_QUESTIONS
from model.parameters.units import MIDDLE

N_MEANS = 6
AGREEMENT, REFLECTION, CHANGE, OCCUPATIONAL, INFRASTRUCTURE, CONFORMITY = range(N_MEANS)
"""The centre's own time and agreement, and means over PDUs: what constructs are made of beside its other states."""
N_FORMS = 3.0
"""Forms of learning: research-, theory- and staff-led."""


@njit(cache=True)
def service_means(pdus, centre):
    """Return the centre's agreement and reflection and plain means over PDUs, in the order AGREEMENT to CONFORMITY."""
    totals = np.zeros(N_MEANS, np.int64)
    for i in range(len(pdus.uid)):
        totals[CHANGE] += fixed(pdus.change[i])
        totals[OCCUPATIONAL] += fixed(MIDDLE * (pdus.belonging[i] + 1.0 - pdus.culture[i]))
        totals[INFRASTRUCTURE] += fixed(MIDDLE * (pdus.estate[i] + pdus.ict[i]))
        totals[CONFORMITY] += fixed(pdus.conformity[i])
    means = np.empty(N_MEANS)
    for k in range(N_MEANS):
        means[k] = fixed_mean(totals[k], len(pdus.uid))
    means[AGREEMENT], means[REFLECTION] = centre.agreement[0], centre.reflection[0]
    return means


@njit(cache=True)
def culture_strength(culture, agreement):
    """Return how strong an organisational culture is: clear, be it command or enabling, and agreed on."""
    return MIDDLE * (abs(culture - MIDDLE) / MIDDLE + agreement)


@njit(cache=True)
def openness(attention, engagement, research, theory, staff):
    """Return how well leaders can say what they rejected and why: attention, voices heard and several forms learnt."""
    evenness = (1.0 - research * research - theory * theory - staff * staff) / (1.0 - 1.0 / N_FORMS)
    return (attention + engagement + evenness) / N_FORMS


@njit(cache=True)
def construct_states(error, control, culture, communication, engagement, attention, dials, means):
    """Return the state of every construct, in the order of CONSTRUCTS."""
    research, theory, staff = dials.learning_research, dials.learning_theory, dials.learning_staff
    return (control, culture, 1.0 - unit(error), communication, engagement,
            culture_strength(culture, means[AGREEMENT]), means[OCCUPATIONAL], dials.innovation_support,
            dials.autonomy, means[INFRASTRUCTURE], MIDDLE * (attention + engagement),
            1.0 - unit(means[CHANGE] / N_ELEMENTS), N_FORMS * research * attention, N_FORMS * theory * attention,
            N_FORMS * staff * attention, means[REFLECTION], means[AGREEMENT],
            openness(attention, engagement, research, theory, staff))


@njit(cache=True)
def loading(prior, coded, coding):
    """Return a loading: the prior that both wordings share, moved towards what the text alone names."""
    return prior + coding * (coded - prior)


@njit(cache=True)
def item_score(prior, coded, states, coding):
    """Return what an item finds: its loadings over the states."""
    total = 0.0
    for c in range(N_CONSTRUCTS):
        total += loading(prior[c], coded[c], coding) * states[c]
    return unit(total)


@njit(cache=True)
def standard_score(mean, lowest, weakest):
    """Return a standard's score from its key questions: on balance, or as far as `weakest` by the lowest."""
    return mean + weakest * (lowest - mean)


@njit(cache=True)
def wording_score(items, states, wording, counterfactual, p):
    """Return the score of leadership by the items of one wording."""
    found, asked = np.zeros(N_KEY_QUESTIONS), np.zeros(N_KEY_QUESTIONS)
    for j in range(len(items.wording)):
        if items.wording[j] == wording:
            weight = items.weight[j] * (counterfactual if items.counterfactual[j] == 1 else 1.0)
            asked[items.key_question[j]] += weight
            found[items.key_question[j]] += weight * item_score(items.prior[j], items.coded[j], states, p.coding)
    total, lowest = 0.0, 1.0
    for k in range(N_KEY_QUESTIONS):
        total += found[k] / asked[k]
        lowest = min(lowest, found[k] / asked[k])
    return standard_score(total / N_KEY_QUESTIONS, lowest, p.weakest)


@njit(cache=True)
def leadership_score(items, states, regime, p):
    """Return the score of national leadership as the regime asks about it."""
    drafted = wording_score(items, states, AS_DRAFTED, regime.counterfactual_item, p)
    suggested = wording_score(items, states, AS_SUGGESTED, regime.counterfactual_item, p)
    return (1.0 - regime.wording) * drafted + regime.wording * suggested

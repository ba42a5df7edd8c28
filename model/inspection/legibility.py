"""Legibility: success under hierarchy is easier to evidence, at national and regional leadership items.

Purpose      Let one way of governing look better, more clearly and more cheaply than another equally good one.
Equation     bias = k*((conformity + control)/2 - 1/2)*(1 - asked);  spread += ks*(1 - conformity)
             days *= 1 + kd*(1 - conformity);  asked = u*counter-factual item
Units        log-odds; standard deviations of log-odds; shares of inspector-days; conformity, control in [0, 1]
Reads        callers' means of conformity and control
Writes       nothing: callers do
Source       submission, implicit vision (signs only); pathway_documentation
Assumptions  three routes, each with its own switch: bias, precision, cost of producing evidence; asking which
             alternative was rejected takes away part of the bias and nothing of the other two
"""

from numba import njit

from model.parameters.units import MIDDLE


@njit(cache=True)
def legible_bias(conformity, control, counterfactual, p):
    """Return the log-odds by which uniform, tightly held practice looks better than it is."""
    asked = p.counterfactual_unbias * counterfactual
    return p.leader_legibility * (MIDDLE * (conformity + control) - MIDDLE) * (1.0 - asked)


@njit(cache=True)
def scattered(conformity, p):
    """Return the spread that plural practice adds to a judgement."""
    return p.plural_noise * (1.0 - conformity)


@njit(cache=True)
def evidence_days(days, conformity, p):
    """Return the inspector-days that evidence takes: more where practice is plural."""
    return days * (1.0 + p.plural_cost * (1.0 - conformity))

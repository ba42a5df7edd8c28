"""Demand: people on probation arrive and leave, and make work.

Purpose      Give each PDU a caseload that stays near its usual level, with shocks from the scenario.
Equation     usual = base*(1 + recovery)*(1 + trend*t/12)*(1 + shock)
             dc = reversion*(usual - c) + noise*usual*luck;  demand = c*mix*weight
Units        c persons; demand full-time equivalents; t months
Reads        pdus: base_caseload, mix, caseload
Writes       pdus: caseload, demand
Source       outcomes.csv caseload; workforce.csv cases an officer, workload
Assumptions  departures from the usual caseload fade at one rate everywhere; a shock lifts what is usual; the caseload
             of month 0 is that of the pandemic's first summer, from which it recovers
"""

from numba import njit

from model.parameters.units import MONTHS_A_YEAR
from model.randomness import STREAM_DEMAND, bell, stream_key


@njit(cache=True)
def caseload_change(caseload, usual, luck, p):
    """Return a month's change of a PDU's caseload, in persons."""
    return p.reversion * (usual - caseload) + p.noise * usual * luck


@njit(cache=True)
def usual_caseload(base, shock, t, p):
    """Return the caseload a PDU tends to in month t, in persons."""
    return base * (1.0 + p.recovery) * (1.0 + p.trend * t / MONTHS_A_YEAR) * (1.0 + shock)


@njit(cache=True)
def demand(pdus, p, seed, t, shock):
    """Phase 1: move every PDU's caseload and the work it asks for."""
    key = stream_key(seed, STREAM_DEMAND, t)
    for i in range(len(pdus.uid)):
        usual = usual_caseload(pdus.base_caseload[i], shock, t, p)
        luck = bell(key, pdus.uid[i], 0)
        pdus.caseload[i] = max(0.0, pdus.caseload[i] + caseload_change(pdus.caseload[i], usual, luck, p))
        pdus.demand[i] = pdus.caseload[i] * pdus.mix[i] * p.case_weight

"""Record of the workforce: what is published of grades, cases and targets.

Purpose      Write the nation's columns that published workforce and performance figures are held to.
Equation     leaving = 1200*leavers/(staff + leavers) by grade;  cases an officer = officers' cases / officers
             targets met = mean over PDUs of the share of measures at or above target
Units        as observation.columns says
Reads        pdus: pso_leavers, psos, spo_leavers, spos, officer_cases, officers, targets_met
Writes       the recorded table only
Source       workforce.csv; outcomes.csv
Assumptions  none beyond those of the parts
"""

from numba import njit

from model.numerics import fixed, fixed_mean
from model.parameters.units import PERCENT
from model.submodels.record_parts import plain, put, yearly_percent


@njit(cache=True)
def record_workforce(out, k, pdus):
    """Write staff and leaving by grade, cases an officer and targets met from position k; return the next position."""
    psos_gone, psos, spos_gone, spos, officers, cases = 0, 0, 0, 0, 0, 0
    for i in range(len(pdus.uid)):
        psos_gone += pdus.pso_leavers[i]
        psos += pdus.psos[i]
        spos_gone += pdus.spo_leavers[i]
        spos += pdus.spos[i]
        officers += pdus.officers[i]
        cases += fixed(pdus.officer_cases[i])
    return put(out, k, (
        float(psos), yearly_percent(psos_gone, psos), yearly_percent(spos_gone, spos),
        fixed_mean(cases, max(officers, 1)), PERCENT * plain(pdus.targets_met)))

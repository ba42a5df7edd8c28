"""Leaving: who goes, by grade, mood, service and what goes on in the unit.

Purpose      Let wellbeing, esteem, change and colleagues who go move who stays.
Equation     leave = base(grade)*exp(-kw*(w - 1/2) - ke*(e - 1/2))*unit*(1 + early/(1 + years))
             unit = exp(kc*change + kl*leavers/staff + ki*inadequate - kv*voice)
Units        hazards per month; w wellbeing, e esteem in [0, 1]
Reads        practitioners: grade, wellbeing, esteem, tenure.  pdus: published_at, overall, worded.  dials
Writes       nothing: workforce lets people leave by it
Source       workforce.csv; Swider & Zimmerman 2010; Jensen et al.; Sims 2016; Hancock et al. 2017
Assumptions  effects multiply; a published Inadequate counts for a year
"""

import math

from numba import njit

from model.entities.state import PO, PSO, SPO, TRAINEE
from model.numerics import unit
from model.parameters.units import MIDDLE, MONTHS_A_YEAR

INADEQUATE = 0


@njit(cache=True)
def base_leaving(grade, p):
    """Return the monthly leaving hazard of a grade at middling mood."""
    if grade == PO:
        return p.leaving_po
    if grade == PSO:
        return p.leaving_pso
    if grade == SPO:
        return p.leaving_spo
    if grade == TRAINEE:
        return p.leaving_trainee
    return p.leaving_other


@njit(cache=True)
def unit_leaving(change, leavers, staff, inadequate, voice, p):
    """Return the factor that a PDU's circumstances put on its people's leaving."""
    gone = leavers / staff if staff > 0 else 0.0
    return math.exp(p.change_leaving * change + p.contagion_leaving * gone + p.inadequate_leaving * inadequate
                    - p.voice_leaving * voice)


@njit(cache=True)
def mood_leaving(wellbeing, esteem, p):
    """Return the factor that a person's moods put on leaving."""
    return math.exp(-p.wellbeing_leaving * (wellbeing - MIDDLE) - p.esteem_leaving * (esteem - MIDDLE))


@njit(cache=True, error_model="numpy")
def leaving_hazard(base, factor, mood, tenure, p):
    """Return a person's chance of leaving this month."""
    return unit(base * factor * mood * (1.0 + p.early_leaving / (1.0 + tenure / MONTHS_A_YEAR)))


@njit(cache=True)
def recently_inadequate(pdus, i, t):
    """Return 1 where the PDU was publicly called Inadequate in the last 12 months."""
    recent = t - pdus.published_at[i] <= MONTHS_A_YEAR
    return pdus.worded[i] if recent and pdus.overall[i] == INADEQUATE else 0.0

"""Outcomes: what practice does for people on probation, partners and the public.

Purpose      Turn work and quality into practice qualities, progress, defensive practice and serious incidents.
Equation     dprogress = (sigma(a + kq*(Q_implementation - 1/2) + kc*continuity) - progress) / months
             incidents ~ Poisson(rate*caseload*exp(-kq*(Q_safety - 1/2) - kr*mutuality))
Units        progress an index in [0, 1]; incidents a month; defensive practice a share of cases
Reads        pdus: true, work, leavers, absent, confidence, culture, pressure, caseload.  centre: headlines.  dials
Writes       pdus: practices, progress, incidents, defensive, culture
Source       Clark-Miller & Stevens 2011; Kennealy et al. 2012; Cafcass; outcomes.csv incidents
Assumptions  progress is not reoffending; practice qualities are means of what the work and its quality show
"""

import math

from numba import njit

from model.entities.state import N_STAGES, N_THEMES, VICTIM
from model.numerics import logistic, unit
from model.parameters.units import MIDDLE
from model.randomness import STREAM_INCIDENTS, poisson, stream_key, uniform
from model.submodels.quality import cooperation

IMPLEMENTATION_STAGE = 2
SAFETY_THEME = N_THEMES - 1


@njit(cache=True)
def theme_mean(true, i, theme):
    """Return PDU i's true quality in a theme, over the four stages."""
    total = 0.0
    for stage in range(N_STAGES):
        total += true[i, stage * N_THEMES + theme]
    return total / N_STAGES


@njit(cache=True)
def stage_mean(true, i, stage):
    """Return PDU i's true quality in a stage, over the three themes."""
    total = 0.0
    for theme in range(N_THEMES):
        total += true[i, stage * N_THEMES + theme]
    return total / N_THEMES


@njit(cache=True)
def continuity(leavers, absent, staff):
    """Return the share of people who kept their practitioner, were this month a year's pace."""
    return unit(1.0 - (leavers + absent) / staff) if staff > 0 else 0.0


@njit(cache=True)
def progress_change(progress, implemented, kept, p):
    """Return a month's change of the progress of people on probation."""
    target = logistic(p.progress + p.progress_quality * (implemented - MIDDLE) + p.progress_continuity * (kept - 1.0))
    return (target - progress) / p.progress_months


@njit(cache=True)
def incident_rate(caseload, safety, mutuality, p):
    """Return the expected number of serious incidents in a month."""
    return p.incidents * caseload * math.exp(-p.incident_quality * (safety - MIDDLE) - p.incident_review * mutuality)


@njit(cache=True)
def defensive_share(headlines, blame_sharing, culture, p):
    """Return the share of cases with breach or recall beyond what risk warrants."""
    return unit(p.defensive * headlines * (1.0 - blame_sharing) + p.defensive_culture * culture)


@njit(cache=True)
def culture_change(culture, pressure, blame_sharing, mutuality, p):
    """Return a month's change of occupational culture towards closed (1) or open (0)."""
    target = unit(p.culture_pressure * pressure * (1.0 - blame_sharing) + p.culture_cosy * mutuality)
    return (target - culture) / p.culture_months


@njit(cache=True)
def practice_qualities(pdus, i, kept, enforced):
    """Set the seven practice qualities of PDU i."""
    relation = theme_mean(pdus.true, i, 0)
    safety = theme_mean(pdus.true, i, SAFETY_THEME)
    working = cooperation(pdus.confidence, pdus.ties, i)
    pdus.practices[i, 0] = relation
    pdus.practices[i, 1] = kept
    pdus.practices[i, 2] = unit(MIDDLE * (relation + pdus.climate[i] * (1.0 - pdus.culture[i])))
    pdus.practices[i, 3] = MIDDLE * (working + theme_mean(pdus.true, i, 1))
    pdus.practices[i, 4] = unit(MIDDLE * (safety + stage_mean(pdus.true, i, N_STAGES - 1)) + enforced)
    pdus.practices[i, 5] = MIDDLE * (working + safety)
    pdus.practices[i, 6] = pdus.true[i, VICTIM]


@njit(cache=True)
def outcomes(pdus, centre, dials, p, seed, t):
    """Phase 5, last part: set practice qualities, progress, defensive practice and incidents."""
    key = stream_key(seed, STREAM_INCIDENTS, t)
    for i in range(len(pdus.uid)):
        kept = continuity(pdus.leavers[i], pdus.absent[i], pdus.staff[i])
        pdus.culture[i] += culture_change(pdus.culture[i], pdus.pressure[i], dials.blame_sharing, dials.mutuality, p)
        pdus.defensive[i] = defensive_share(centre.headlines[0], dials.blame_sharing, pdus.culture[i], p)
        pdus.progress[i] += progress_change(pdus.progress[i], stage_mean(pdus.true, i, IMPLEMENTATION_STAGE), kept, p)
        practice_qualities(pdus, i, kept, pdus.defensive[i])
        rate = incident_rate(pdus.caseload[i], theme_mean(pdus.true, i, SAFETY_THEME), dials.mutuality, p)
        pdus.incidents[i] = poisson(rate, uniform(key, pdus.uid[i], 0))

"""Partners: courts, police, commissioners, prisons and local authorities lose and regain confidence.

Purpose      Let reports shake partners, less where ties are strong, and let visibility help.
Equation     dc = recovery*(resting + kb*(B_partners - 1/2) - c) + visibility - shock*steps*(1 - tie)
             - drawn*reports beside
Units        confidence and ties in [0, 1]; steps below Good; reports beside for each other unit of the region
Reads        pdus: published_at, overall, region, ties, believed_partners.  centre: published_at.  regimes
Writes       pdus: confidence
Source       submission Q9 (65 interviews with partners): signs only
Assumptions  kinds of partner differ only in their ties; partners' attention is limited, so that a report on one unit
             may draw them away from the others of its region, each alike (off until shown)
"""

from numba import njit

from model.numerics import unit
from model.parameters.units import MIDDLE
from model.submodels.public import negative_weight


@njit(cache=True)
def confidence_change(confidence, tie, believed, negative, seen, national_seen, drawn, p):
    """Return a month's change of one partner's confidence."""
    target = unit(p.partner_resting + p.partner_belief * (believed - MIDDLE))
    return p.partner_recovery * (target - confidence) + p.partner_visibility * seen \
        + p.national_visibility * national_seen - p.partner_shock * negative * (1.0 - tie) - p.partner_drawn * drawn


@njit(cache=True)
def reports_beside(pdus, i, t):
    """Return this month's reports about other units of PDU i's region, for each unit that they draw partners from."""
    reports, others = 0, 0
    for q in range(len(pdus.uid)):
        if q != i and pdus.region[q] == pdus.region[i]:
            others += 1
            reports += pdus.published_at[q] == t
    return reports / others if others > 0 else 0.0


@njit(cache=True)
def partners(pdus, centre, regime, national, p, t):
    """Phase 9, fourth part: move every partner's confidence in every PDU."""
    national_seen = national.publishes if centre.published_at[0] == t else 0.0
    drawn = 0.0
    for i in range(len(pdus.uid)):
        reported = pdus.published_at[i] == t
        negative = negative_weight(pdus.overall[i], regime.publishes) if reported else 0.0
        seen = regime.publishes if reported else 0.0
        if p.partner_drawn > 0.0:
            drawn = regime.publishes * reports_beside(pdus, i, t)
        for k in range(pdus.confidence.shape[1]):
            change = confidence_change(pdus.confidence[i, k], pdus.ties[i, k], pdus.believed_partners[i], negative,
                                       seen, national_seen, drawn, p)
            pdus.confidence[i, k] = unit(pdus.confidence[i, k] + change)

"""Pressure: what a PDU feels from the next inspection and from the line above it.

Purpose      Keep pressure from inspection apart from pressure that is there under every regime.
Equation     P_inspection = k*stakes*(far + (1 - far)*exp(-months/tau))*(1 + boundary bump)
             *(1 + line*(felt control - 1/2))
             P_internal = ki*felt control*(1 + kt*(1/2 - targets met)) + ks*headlines;  P = P_inspection + P_internal
Units        pressure as an index, about 1 when strong
Reads        pdus: felt_control, due_at, fieldwork_at, believed_own, targets_met.  centre: headlines.  regime
Writes       pdus: pressure_inspection, pressure_internal, pressure, months_ahead, false_records
Source       inspection_effects.csv; Norfolk 2024; Jacob & Levitt 2003; HMIC 2014; sizes mostly grade C and D
Assumptions  managers pass the weight of inspection on as they do control, after the region's buffering; the next
             inspection is expected one round of visits after the last; those never inspected expect one in half a
             round; where visits go by lot nobody can count down to them
"""

import math

from numba import njit

from model.entities.state import NEVER
from model.numerics import unit
from model.parameters.units import MIDDLE


@njit(cache=True)
def months_to_inspection(due, last, cycle, t):
    """Return the months to the next inspection as a PDU believes: it knows one that is announced."""
    if due != NEVER:
        return max(0.0, float(due - t))
    if last == NEVER:
        return MIDDLE * cycle
    return max(0.0, last + cycle - t)


@njit(cache=True)
def foreseen_months(months, due, cycle, random_visits, p):
    """Return months to the next inspection as far as it can be counted down to: not where visits go by lot."""
    if due != NEVER:
        return months
    return months + p.unforeseen * random_visits * max(0.0, cycle - months)


@njit(cache=True)
def boundary_bump(believed, boundaries, p):
    """Return 1 at a rating boundary, falling to 0 at one width from the nearest."""
    nearest = 1.0
    for boundary in boundaries:
        nearest = min(nearest, abs(believed - boundary))
    return max(0.0, 1.0 - nearest / p.boundary_width)


@njit(cache=True)
def inspection_pressure(stakes, months, bump, felt_control, p):
    """Return pressure from the expected inspection."""
    nearness = p.distant_share + (1.0 - p.distant_share) * math.exp(-months / p.proximity_months)
    passed_on = 1.0 + p.line_pressure * (felt_control - MIDDLE)
    return p.inspection_pressure * stakes * nearness * (1.0 + p.boundary_pressure * bump) * passed_on


@njit(cache=True)
def internal_pressure(felt_control, targets_met, headlines, p):
    """Return pressure from targets and scrutiny: there under every regime, none included."""
    missed = 1.0 + p.target_pressure * (MIDDLE - targets_met)
    return p.internal_pressure * felt_control * missed + p.sfo_scrutiny * headlines


@njit(cache=True)
def false_share(pressure, blame_sharing, p):
    """Return the share of records that are false."""
    return unit(p.false_records * max(0.0, pressure - p.false_threshold) * (1.0 - MIDDLE * blame_sharing))


@njit(cache=True)
def pressure(pdus, centre, regime, dials, boundaries, cycle, p, t):
    """Phase 4, first part: set the pressure every PDU feels; `cycle` is the months a round of visits takes."""
    bright = regime.inspects * regime.publishes * regime.overall_word
    for i in range(len(pdus.uid)):
        months = months_to_inspection(pdus.due_at[i], pdus.fieldwork_at[i], cycle, t)
        months = foreseen_months(months, pdus.due_at[i], cycle, regime.random_visits, p)
        pdus.months_ahead[i] = regime.inspects * months
        bump = bright * boundary_bump(pdus.believed_own[i], boundaries, p)
        felt = inspection_pressure(regime.stakes, months, bump, pdus.felt_control[i], p)
        pdus.pressure_inspection[i] = regime.inspects * felt
        pdus.pressure_internal[i] = internal_pressure(pdus.felt_control[i], pdus.targets_met[i], centre.headlines[0], p)
        pdus.pressure[i] = pdus.pressure_inspection[i] + pdus.pressure_internal[i]
        pdus.false_records[i] = false_share(pdus.pressure[i], dials.blame_sharing, p)

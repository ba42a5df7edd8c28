"""The rated centre: what its own rating makes of it.

Purpose      Let a poor national rating make the centre grip and push harder, or ease off and support, for a while;
             and, where its report found something wanting, be named as a cause.
Equation     drift += size*steps below Good at publication, fading with a half-life; grip: (grip drift - easing)*steps
             support as practised = dial + its drift, in [0, 1], with what support gives and the hours it takes
             named = 1 at a report below Good, rated or in words, and fading
             repairs named = steps below Good of ICT and facilities at publication, fading as drift does
Units        dial units; steps below Good
Reads        centre: published_at, overall, infrastructure, support_drift.  national regime, dials
Writes       centre: grip_drift, mandate_drift, support_drift, enacted_support, named, repairs_named.  dials
             as practised
Source       submission Q8 and Q9 against each other; sizes grade D
Assumptions  drift answers to a rating, not to an account in words; steps count the same at every level of control;
             repairs answer to any report that finds ICT and facilities wanting
"""

from numba import njit

from model.numerics import clamp
from model.submodels.direction import enacted
from model.submodels.message import GOOD, faded


@njit(cache=True)
def rated_word(national):
    """Return how far a national report is a rating: 1 with a word, for the whole or for standards."""
    return max(national.overall_word, national.rates_standards) * national.publishes


@njit(cache=True)
def repairs_asked(infrastructure):
    """Return the steps below Good of ICT and facilities in a report; 0 where they are not among its standards."""
    return float(max(0, GOOD - infrastructure)) if infrastructure >= 0 else 0.0


@njit(cache=True)
def practised(dials, centre, room):
    """Return the dials as practised this month, in `room`: as chosen, but for support, which the centre's drift moves.

    Grip and mandates, which their own rules move, stay as chosen.
    """
    room[0] = dials
    room[0].innovation_support = enacted(dials.innovation_support, centre.support_drift[0])
    centre.enacted_support[0] = room[0].innovation_support
    return room[0]


@njit(cache=True)
def rated_centre(centre, national, p, t):
    """Phase 9, last part: fade and renew the centre's drift."""
    centre.grip_drift[0] = faded(centre.grip_drift[0], p.drift_half_life)
    centre.mandate_drift[0] = faded(centre.mandate_drift[0], p.drift_half_life)
    centre.support_drift[0] = faded(centre.support_drift[0], p.drift_half_life)
    centre.named[0] = faded(centre.named[0], p.named_half_life)
    centre.repairs_named[0] = faded(centre.repairs_named[0], p.drift_half_life)
    if centre.published_at[0] == t:
        short = float(GOOD - centre.overall[0])
        steps = short * rated_word(national) * national.stakes
        centre.grip_drift[0] = clamp(centre.grip_drift[0] + (p.grip_drift - p.grip_easing) * steps, -1.0, 1.0)
        centre.mandate_drift[0] = clamp(centre.mandate_drift[0] + p.mandate_drift * steps, -1.0, 1.0)
        centre.support_drift[0] = clamp(centre.support_drift[0] + p.support_drift * steps, -1.0, 1.0)
        centre.named[0] = 1.0 if short > 0.0 else centre.named[0]
        centre.repairs_named[0] = max(centre.repairs_named[0], repairs_asked(centre.infrastructure[0]))

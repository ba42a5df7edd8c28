"""Settings in which a single channel acts: pulls on effort, hours, moods, beliefs, and months of learning alone."""

from typing import NamedTuple

import numpy as np

from model.month import learning_phase
from model.simulation import prepare
from model.specification.dials import DIALS, Governance, seal_governance
from model.specification.regime import Regime, seal_regime
from model.specification.specification import ServiceSpecification, Specification
from model.submodels.belief import learn_centre
from model.submodels.capacity import claims
from model.submodels.direction import attention, regional_direction
from model.submodels.effort import unit_pulls
from model.submodels.infrastructure import done
from model.submodels.wellbeing import unit_target

LITTLE, MUCH = 0.1, 0.9
TOY = Specification(service=ServiceSpecification(regions=2, pdus_per_region=3, staff_scale=0.02))
REGIME = seal_regime(Regime(inspects=0.0))
PULLS = ("freedom", "answerable", "mobilised", "relational", "recorded", "presentational", "improvement")


class Side(NamedTuple):
    """A channel's target: which way is good, the rule, and channels that must be on for it to act."""

    better: int
    rule: object
    needs: tuple[str, ...] = ()


def dials(**values):
    """Return dials at the middle of their ranges but for those given; learning weights that are given are alone."""
    if any(name.startswith("learning") for name in values):
        values = {f"learning_{kind}": 0.0 for kind in ("research", "theory", "staff")} | values
    return seal_governance(Governance(**(dict.fromkeys(DIALS, 0.5) | values)))


def learn_more(rate, rest="research"):
    """Return dials with a weight of learning, the remainder on another kind."""
    return lambda kind: dials(**{f"learning_{kind}": rate, f"learning_{rest}": 1.0 - rate})


def pull(name, **fixed):
    """Return the rule of one pull of a PDU's effort under pressure; x is pressure, or the dial named 'x' in `fixed`."""
    def rule(w, x):
        state, _ = prepare(TOY)
        state.pdus.pressure[:] = state.pdus.pressure_internal[:] = 1.5 if "x" in fixed else x
        chosen = {fixed["x"]: x} if "x" in fixed else {"blame_sharing": 0.0}
        return unit_pulls(state.pdus, 0, REGIME, dials(**chosen), w.effort)[PULLS.index(name)]
    return rule


def hours(**fixed):
    """Return the rule of hours taken from cases by a dial, or by mandates in flight ('change')."""
    def rule(w, x):
        chosen = dials(**{fixed["x"]: x}) if fixed["x"] != "change" else dials()
        return claims(10 * x if fixed["x"] == "change" else 0.0, 0.0, 1.0, 0.0, 0.0, REGIME, chosen, w.service)
    return rule


def mood(**fixed):
    """Return the rule of a PDU's wellbeing target by a dial, or by pressure or change in a unit."""
    def rule(w, x):
        state, _ = prepare(TOY)
        name = fixed["x"]
        if name in DIALS:
            return unit_target(state.pdus, 0, dials(**{name: x}), w.wellbeing)
        state.pdus[name][:] = 5 * x
        return unit_target(state.pdus, 0, dials(), w.wellbeing)
    return rule


def centre_error(arrange, **fixed):
    """Return the rule of how wrong the centre's belief is after what it is told in a month."""
    def rule(w, x):
        state, _ = prepare(TOY)
        pdus = state.pdus
        pdus.true[:] = pdus.evidenced[:] = 0.5
        pdus.signal_voice[:] = 0.5
        arrange(pdus, x)
        learn_centre(pdus, 0, dials(**{name: x if value == "x" else value for name, value in fixed.items()}), w.belief)
        return abs(pdus.believed_centre[0] - 0.5)
    return rule


def believed_high(pdus, x):
    pdus.believed_centre[:] = 0.7


def told_well(pdus, x):
    pdus.believed_centre[:] = 0.5
    pdus.felt_control[:] = x


def learned(arrange, look, months=24, **fixed):
    """Return the rule of what months of learning alone leave: `look` at the state; dials at nought but those given."""
    def rule(w, x):
        state, inputs = prepare(TOY)
        w = w.copy()
        w.practice.turbulence = w.practice.forgetting = w.practice.trial_rate = 0.0
        arrange(state, w)
        chosen = dict.fromkeys(DIALS, 0.0) | {"learning_research": 1.0}
        chosen |= {name: x if value == "x" else value for name, value in fixed.items()}
        chosen = inputs.after._replace(dials=seal_governance(Governance(**chosen)))
        inputs = inputs._replace(world=w)
        for t in range(months):
            learning_phase(state, inputs, chosen, t)
        return look(state)
    return rule


def code_right(state):
    return (state.centre.code[0] == state.centre.reality[0]).mean()


def fits(state):
    return state.pdus.fit.mean()


def code_wrong(state, w):
    state.centre.code[0] = -state.centre.reality[0]


def found_locally(state, w):
    """Every unit does what works there and found it itself; the code is the national reality."""
    pdus, centre = state.pdus, state.centre
    pdus.practice[:] = np.where(pdus.departs == 1, -centre.reality[0], centre.reality[0])
    pdus.origin[:] = 1
    state.regions.code[:] = centre.code[0] = centre.reality[0]
    w.practice.mandate_share = 0.15


def few_are_right(state, w):
    """One unit of six is right, and believed to be good; the others do the opposite."""
    pdus, centre = state.pdus, state.centre
    pdus.practice[:] = -centre.reality[0]
    pdus.practice[0] = centre.reality[0]
    pdus.believed_centre[:], pdus.believed_centre[0] = 0.3, 0.9
    centre.code[0] = 0
    w.practice.staff_rate, w.practice.copying = 0.1, 0.06


def rated_by_mistake(state, w):
    """As above, and those that are wrong are rated well."""
    few_are_right(state, w)
    state.pdus.points[:], state.pdus.maximum[:] = 20, 21
    state.pdus.points[0] = 0
    state.pdus.departs[:] = 0


def drifting(w, x):
    """Return the share of elements still right after months of loosening."""
    return learned(found_locally, fits, months=48, autonomy="x")(w, x)


def steady(w, x):
    """Return how much control reaches units in the first month of a region's buffering."""
    state, _ = prepare(TOY)
    state.centre.control[0] = 0.8
    for _ in range(12):
        regional_direction(state.regions, state.pdus, state.centre, dials(regional_buffer=x), w.direction)
    state.centre.control[0] = 0.1
    regional_direction(state.regions, state.pdus, state.centre, dials(regional_buffer=x), w.direction)
    return state.pdus.felt_control[0]


def slack(w, x):
    """Return a region's slack after a year of buffering."""
    state, _ = prepare(TOY)
    state.centre.control[0] = 0.8
    for _ in range(12):
        regional_direction(state.regions, state.pdus, state.centre, dials(regional_buffer=x), w.direction)
    return state.regions.slack[0]


def central_repairs(w, x):
    """Return the central repairs of a month when the centre's report puts ICT and facilities 2x steps below Good."""
    return done(1.0, 0.0, 1.0, 2 * x, w.infrastructure)[0]


def attention_left(w, x):
    """Return the attention the centre has left when its report asks for repairs, 2x steps below Good."""
    return attention(0.2, 0.2, 2 * x, w.direction)

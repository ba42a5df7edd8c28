"""Governance in the oracle: demand, direction, pressure and infrastructure."""

from types import SimpleNamespace

from plain_mesa.rules import Luck, exact_mean, pure, unit

from model.inspection import selection
from model.parameters.units import MIDDLE
from model.randomness import STREAM_DEMAND, STREAM_INFRASTRUCTURE
from model.submodels import demand, direction, espoused, infrastructure, pressure, ratchet

caseload_change, usual_caseload = pure(demand.caseload_change), pure(demand.usual_caseload)
concern, control_change, attention = pure(direction.concern), pure(direction.control_change), pure(direction.attention)
absorbed_pressure, enacted = pure(direction.absorbed_pressure), pure(direction.enacted)
director_change, recovered_slack = pure(direction.director_change), pure(direction.recovered_slack)
months_to_inspection, boundary_bump = pure(pressure.months_to_inspection), pure(pressure.boundary_bump)
foreseen_months = pure(pressure.foreseen_months)
inspection_pressure, internal_pressure = pure(pressure.inspection_pressure), pure(pressure.internal_pressure)
espoused_distance = pure(espoused.espoused_distance)
false_share, round_months = pure(pressure.false_share), pure(selection.round_months)
months_left, delivered = pure(ratchet.months_left), pure(ratchet.delivered)
share_held_back, share_lifted = pure(ratchet.share_held_back), pure(ratchet.share_lifted)
ordered, done, local_worth = pure(infrastructure.ordered), pure(infrastructure.done), pure(infrastructure.local_worth)


def in_shock(what: str, model, t: int) -> float:
    """Return the size of a shock in month t: nought before it and after it."""
    shock = model.specification.shock
    return getattr(shock, what) if shock.start <= t < shock.start + shock.months else 0.0


def take_cases(model, t: int) -> None:
    """Move every PDU's caseload and the work it asks for."""
    p, luck = model.world.demand, Luck(model.seed, STREAM_DEMAND, t)
    share = in_shock("share", model, t)
    for place in model.units:
        usual = usual_caseload(place.base_caseload, share, t, p)
        change = caseload_change(place.caseload, usual, luck.bell(place.uid, 0), p)
        place.caseload = max(0.0, place.caseload + change)
        place.demand = place.caseload * place.mix * p.case_weight


def practised(chosen, centre):
    """Return dials as the centre practises them: support moved by its drift."""
    centre.enacted_support = enacted(chosen.innovation_support, centre.support_drift)
    return SimpleNamespace(**vars(chosen) | {"innovation_support": centre.enacted_support})


def direct(model) -> None:
    """Turn concern into control, absorb some of it in regions, and pass on the rest."""
    p, dials, centre = model.world.direction, model.dials, model.centre
    believed = exact_mean([place.believed_centre for place in model.units])
    centre.ministers += (centre.headlines - centre.ministers) / p.minister_months
    centre.concern = concern(believed, centre.headlines, centre.ministers, p)
    centre.enacted_grip = grip = enacted(dials.grip, centre.grip_drift)
    centre.enacted_mandates = enacted(dials.mandate_rate, centre.mandate_drift)
    centre.control = unit(centre.control + control_change(centre.control, centre.concern, grip, dials.voice, p))
    centre.attention = attention(centre.enacted_mandates, centre.headlines, centre.repairs_named, p)
    enabling = MIDDLE * (dials.autonomy + dials.innovation_support)
    centre.culture += (enabling - centre.culture) / p.culture_months
    centre.communication += (centre.control - centre.communication) / p.culture_months
    centre.engagement += (dials.voice - centre.engagement) / p.culture_months
    for region in model.regions:
        buffer(region, centre.control, dials, p)
        for place in region.units:
            place.felt_control = region.felt_control
    centre.espoused_distance = espoused_distance(dials, model.espoused, centre.enacted_grip, centre.enacted_mandates)


def buffer(region, control: float, dials, p) -> None:
    """Absorb control in a region, release some that was stored, and use up slack."""
    absorbed = absorbed_pressure(control, dials.regional_buffer, region.slack, p)
    released = p.buffer_release * region.stored
    region.stored += absorbed - released - p.buffer_dissipation * region.stored
    region.felt_control = max(0.0, control - absorbed + released)
    regained = recovered_slack(region.slack, region.director_morale, p)
    region.slack = unit(region.slack + regained - p.buffer_slack * absorbed)
    reports = region.negative / max(len(region.units), 1)
    change = director_change(region.director_morale, control, absorbed, reports, p)
    region.director_morale = unit(region.director_morale + change)


def press(model, t: int) -> None:
    """Set what every PDU feels from inspection and from the line."""
    p, regime, inspection = model.world.effort, model.regime, model.world.inspection
    boundaries = (inspection.band_low, inspection.band_middle, inspection.band_high)
    cycle = round_months(regime, inspection)
    bright = regime.inspects * regime.publishes * regime.overall_word
    for place in model.units:
        months = months_to_inspection(place.due_at, place.fieldwork_at, cycle, t)
        months = foreseen_months(months, place.due_at, cycle, regime.random_visits, p)
        place.months_ahead = regime.inspects * months
        bump = bright * boundary_bump(place.believed_own, boundaries, p)
        felt = inspection_pressure(regime.stakes, months, bump, place.felt_control, p)
        place.pressure_inspection = regime.inspects * felt
        place.pressure_internal = internal_pressure(place.felt_control, place.targets_met, model.centre.headlines, p)
        place.pressure = place.pressure_inspection + place.pressure_internal
        place.false_records = false_share(place.pressure, model.dials.blame_sharing, p)


def set_targets(model, t: int) -> None:
    """Reset targets when due; hold back output before, and lift it where a target is missed."""
    p = model.world.effort
    left = months_left(p.target_months, t)
    for place in model.units:
        shown = place.work[1]
        if t > 0 and left == int(p.target_months):
            place.target = shown
        able = shown / delivered(place.held_back, place.lifted)
        place.held_back = share_held_back(able, place.target, place.pressure, left, p)
        place.lifted = share_lifted(able, place.target, place.felt_control, p)


def mend(model, t: int) -> None:
    """Wear, order and mend premises and ICT."""
    p, luck = model.world.infrastructure, Luck(model.seed, STREAM_INFRASTRUCTURE, t)
    devolved = model.dials.infrastructure_devolution
    for place in model.units:
        worn = 1.0 - MIDDLE * (place.estate + place.ict)
        place.backlog += ordered(place.backlog, worn, devolved, p)
        central, local = done(place.backlog, devolved, model.centre.attention, model.centre.repairs_named, p)
        place.backlog = max(0.0, place.backlog - central - local)
        gain = central + local * local_worth(place.local_skill_repairs, p)
        place.estate = unit(place.estate * (1.0 - p.decay) + gain + p.request_luck * luck.bell(place.uid, 0))
        place.ict = unit(place.ict * (1.0 - p.decay) + gain + p.request_luck * luck.bell(place.uid, 1))

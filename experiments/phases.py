"""A month phase by phase, for those who stop between two phases or time them: in the order of `model.month.month`."""

from collections.abc import Callable

from model import month as months
from model.specification.settings import Settings
from model.submodels.infrastructure import infrastructure
from model.submodels.rated_centre import practised


def in_force(state, inputs, t: int) -> Settings:
    """Return what is in force in month t, at its start, with the dials as the centre practises them."""
    chosen = inputs.before if t < inputs.switch else inputs.after
    return chosen._replace(dials=practised(chosen.dials, state.centre, state.scratch.dials))


def calls(state, inputs, t: int) -> dict[str, Callable[[], object]]:
    """Return the calls that make month t, phase by phase; a test holds them to the month itself."""
    chosen = in_force(state, inputs, t)
    return {
        "demand": lambda: months.demand_phase(state, inputs, t),
        "workforce": lambda: months.workforce_phase(state, inputs, chosen, t),
        "direction": lambda: months.direction_phase(state, inputs, chosen),
        "effort": lambda: months.effort_phase(state, inputs, chosen, t),
        "service": lambda: months.service_phase(state, inputs, chosen, t),
        "wellbeing": lambda: months.wellbeing_phase(state, inputs, chosen, t),
        "learning": lambda: months.learning_phase(state, inputs, chosen, t),
        "inspection": lambda: months.inspection_phase(state, inputs, chosen, t),
        "consequence": lambda: months.consequence_phase(state, inputs, chosen, t),
        "infrastructure": lambda: infrastructure(state.pdus, state.centre, chosen.dials, inputs.world.infrastructure,
                                                 inputs.seed, t)}

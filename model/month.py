"""One month, in order: the list that the model is.

`month` is the one place where phases are called; a whole run loops over it and
`ProbationModel.step` calls it. PHASES says, for each, what it reads and writes.
"""

from typing import NamedTuple

import numpy as np
from numba import njit

from model.inspection.national import national_inspection
from model.inspection.publication import fieldwork, publish
from model.inspection.regional import rate_regions
from model.inspection.selection import NATIONAL_PDUS, round_months, selection
from model.specification.settings import Settings
from model.specification.theory import place
from model.stretches import BLOCK, block
from model.submodels.belief import beliefs
from model.submodels.capacity import capacity, gather
from model.submodels.code import code
from model.submodels.copying import copying
from model.submodels.demand import demand
from model.submodels.direction import centre_direction, regional_direction
from model.submodels.effort import effort
from model.submodels.effort_shares import effort_shares
from model.submodels.espoused import word_and_deed
from model.submodels.esteem import esteem
from model.submodels.experiments import experiments
from model.submodels.forgetting import forgetting
from model.submodels.infrastructure import infrastructure
from model.submodels.legitimacy import legitimacy
from model.submodels.likeness import exposure_by_likeness, moods_heard
from model.submodels.mandates import mandates
from model.submodels.message import message
from model.submodels.national_message import told_to_centre
from model.submodels.outcomes import outcomes
from model.submodels.partners import partners
from model.submodels.passed_over import passed_over
from model.submodels.poaching import poaching
from model.submodels.pressure import pressure
from model.submodels.promotion import promotion
from model.submodels.public import exposure_by_distance, public_sphere
from model.submodels.quality import quality
from model.submodels.ratchet import ratchet
from model.submodels.rated_centre import practised, rated_centre
from model.submodels.reality import appraise, drift
from model.submodels.reflection import reflection
from model.submodels.scorecard import scorecard
from model.submodels.signals import misjudge, signals
from model.submodels.wellbeing import wellbeing
from model.submodels.workforce import workforce

IN_SHARES = place("effort", "logit")
AMONG_ALIKE = place("contagion", "bounded_confidence")
NOBODY = np.empty(0)
"""No rows: everyone hears the climate of the whole unit."""


class Phase(NamedTuple):
    """A phase of the month: its rules, by the files of submodels and inspection that hold them."""

    name: str
    does: str
    rules: tuple[str, ...]


PHASES = (
    Phase("demand", "caseload arrives, with shocks from the scenario", ("demand",)),
    Phase("workforce", "absences end, leavers leave, recruits arrive but for a freeze, trainees qualify, officers rise",
          ("workforce", "leaving", "promotion", "poaching")),
    Phase("direction", "the centre sets control and attention; regions absorb or pass on", ("direction", "espoused")),
    Phase("effort", "every practitioner divides effort between four tasks",
          ("pressure", "ratchet", "effort", "effort_shares")),
    Phase("service", "time, fit and effort make true and evidenced quality, outcomes and incidents",
          ("capacity", "quality", "scorecard", "outcomes")),
    Phase("wellbeing", "wellbeing, esteem, belonging and curiosity move", ("esteem", "wellbeing")),
    Phase("learning", "realities drift, mandates, forgetting, experiments, copying, the code, reflection",
          ("reality", "mandates", "socialising", "forgetting", "passed_over", "experiments", "copying",
           "clique_copying", "code", "superior", "reflection")),
    Phase("inspection", "who is due, what is read, how it is judged, what is published",
          ("selection", "judgement", "aggregation", "publication", "regional", "instrument", "legibility", "national")),
    Phase("consequence", "messages, public sphere, partners, legitimacy, signals, beliefs, the rated centre",
          ("message", "national_message", "public", "likeness", "partners", "legitimacy", "signals", "belief",
           "rated_centre")),
    Phase("infrastructure", "premises and ICT wear, wait and are mended", ("infrastructure",)),
    Phase("record", "the month is written down", ("record", "record_behaviours", "record_workforce", "record_units")),
)


@njit(cache=True)
def in_shock(size, inputs, t):
    """Return the size of a shock in month t: nought before it and after it."""
    return size if inputs.shock_start <= t < inputs.shock_start + inputs.shock_months else 0.0


@njit(cache=True)
def demand_phase(state, inputs, t):
    """Phase 1."""
    demand(state.pdus, inputs.world.demand, inputs.seed, t, in_shock(inputs.shock_share, inputs, t))


@njit(cache=True)
def workforce_phase(state, inputs, chosen, t):
    """Phase 2."""
    workforce(state.practitioners, state.pdus, state.scratch, chosen.dials, inputs.world.workforce,
              in_shock(inputs.shock_freeze, inputs, t), inputs.seed, t)
    promotion(state.practitioners, state.pdus, state.scratch, inputs.world.workforce, inputs.seed, t)
    poaching(state.practitioners, state.pdus, state.scratch, inputs.world.workforce, inputs.seed, t)


@njit(cache=True)
def direction_phase(state, inputs, chosen):
    """Phase 3."""
    centre_direction(state.centre, state.pdus, chosen.dials, inputs.world.direction)
    regional_direction(state.regions, state.pdus, state.centre, chosen.dials, inputs.world.direction)
    word_and_deed(state.centre, chosen.dials, inputs.espoused)


@njit(cache=True)
def effort_phase(state, inputs, chosen, t):
    """Phase 4; what is given is summed for phase 5 block by block, while it is at hand."""
    world = inputs.world
    boundaries = (world.inspection.band_low, world.inspection.band_middle, world.inspection.band_high)
    pressure(state.pdus, state.centre, chosen.regime, chosen.dials, boundaries,
             round_months(chosen.regime, world.inspection), world.effort, t)
    ratchet(state.pdus, world.effort, t)
    state.scratch.sums[:, :] = 0
    for first in range(0, len(state.practitioners.uid), BLOCK):
        people = block(state.practitioners, first)
        if inputs.theory.effort == IN_SHARES:
            effort_shares(people, state.pdus, state.scratch, chosen.regime, chosen.dials, world.effort, t)
        else:
            effort(people, state.pdus, state.scratch, chosen.regime, chosen.dials, world.effort, t)
        gather(people, state.scratch, world.service)


@njit(cache=True)
def service_phase(state, inputs, chosen, t):
    """Phase 5."""
    world = inputs.world
    capacity(state.pdus, state.scratch, chosen.regime, chosen.dials, world.service, t)
    quality(state.pdus, state.centre, state.scratch, chosen.dials, world.quality, t)
    scorecard(state.pdus, state.centre, world.outcomes, t)
    outcomes(state.pdus, state.centre, chosen.dials, world.outcomes, inputs.seed, t)


@njit(cache=True)
def wellbeing_phase(state, inputs, chosen, t):
    """Phase 6."""
    world = inputs.world
    esteem(state.practitioners, state.pdus, state.scratch, world.esteem, inputs.seed, t)
    heard = NOBODY
    if inputs.theory.contagion == AMONG_ALIKE:
        heard = moods_heard(state.practitioners, len(state.pdus.uid), world.wellbeing.mood_bound)
    wellbeing(state.practitioners, state.pdus, state.scratch, heard, chosen.dials, world.wellbeing, inputs.seed, t)


@njit(cache=True)
def learning_phase(state, inputs, chosen, t):
    """Phase 7."""
    p, seed, learning = inputs.world.practice, inputs.seed, inputs.theory.learning
    insight = inputs.world.inspection.insight
    known = insight + (1.0 - insight) * state.inspectorate.knowledge[0]
    drift(state.centre, state.pdus, p, seed, t)
    mandates(state.centre, state.regions, state.pdus, chosen.dials, p, learning, seed, t)
    forgetting(state.pdus, chosen.dials, p, seed, t)
    passed_over(state.pdus, chosen.regime, p, seed, t)
    experiments(state.centre, state.pdus, chosen.dials, p, known, seed, t)
    copying(state.centre, state.pdus, state.regions, chosen.dials, state.scratch, p, learning, seed, t)
    code(state.centre, state.pdus, chosen.dials, state.scratch, p, learning, seed, t)
    appraise(state.centre, state.pdus)
    reflection(state.centre, state.regions, state.pdus, chosen.dials, p)


@njit(cache=True)
def inspection_phase(state, inputs, chosen, t):
    """Phase 8."""
    p, seed = inputs.world.inspection, inputs.seed
    national_inspection(state.centre, state.pdus, state.inspectorate, inputs.items, chosen.dials, chosen.national, p,
                        inputs.n_posts, inputs.switch, seed, t)
    selection(state.inspectorate, state.pdus, state.regions, chosen.regime, p, seed, t)
    fieldwork(state.pdus, state.inspectorate, state.scratch, chosen.regime, p, seed, t)
    publish(state.pdus, state.inspectorate, chosen.regime, t)
    rate_regions(state.pdus, state.regions, state.inspectorate, state.scratch, chosen.regime, p, seed, t)


@njit(cache=True)
def consequence_phase(state, inputs, chosen, t):
    """Phase 9."""
    world, p = inputs.world, inputs.world.consequence
    pdus, regions, centre = state.pdus, state.regions, state.centre
    scale = len(pdus.uid) / NATIONAL_PDUS
    message(pdus, centre, chosen.regime, chosen.dials, p, world.esteem, t)
    public_sphere(pdus, regions, centre, chosen.regime, chosen.national, in_shock(inputs.shock_news, inputs, t), p,
                  scale, t)
    if inputs.theory.contagion == AMONG_ALIKE:
        exposure_by_likeness(pdus, centre, state.scratch.sums, chosen.regime, chosen.national, world.esteem, scale, t)
    else:
        exposure_by_distance(pdus, regions, centre, state.scratch.steps, chosen.regime, chosen.national, world.esteem,
                             scale, t)
    partners(pdus, centre, chosen.regime, chosen.national, p, t)
    legitimacy(pdus, chosen.regime, chosen.national, chosen.dials, p, world.belief)
    signals(pdus, chosen.dials, world.belief, inputs.seed, t)
    beliefs(pdus, centre, chosen.regime, chosen.national, chosen.dials, world.belief,
            told_to_centre(chosen.national, p), t)
    misjudge(pdus, centre)
    rated_centre(centre, chosen.national, p, t)


@njit(cache=True, nogil=True)
def month(state, inputs, t):
    """Move the world by month t (0 is June 2021): phases 1 to 10; recording is the caller's."""
    chosen = inputs.before if t < inputs.switch else inputs.after
    dials = practised(chosen.dials, state.centre, state.scratch.dials)
    chosen = Settings(dials, chosen.regime, chosen.national)
    demand_phase(state, inputs, t)
    workforce_phase(state, inputs, chosen, t)
    direction_phase(state, inputs, chosen)
    effort_phase(state, inputs, chosen, t)
    service_phase(state, inputs, chosen, t)
    wellbeing_phase(state, inputs, chosen, t)
    learning_phase(state, inputs, chosen, t)
    inspection_phase(state, inputs, chosen, t)
    consequence_phase(state, inputs, chosen, t)
    infrastructure(state.pdus, state.centre, chosen.dials, inputs.world.infrastructure, inputs.seed, t)

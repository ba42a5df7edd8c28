"""For every channel of a dial: alone on, more of the dial does its immediate target good, or harm, as declared.

A rule below is the channel's own, at a setting where it acts, as a function of how much of the dial there is (or of
what the dial works through, such as control felt). `better` says which way is good for what it returns.
"""

import pytest
from sides.rules import (
    LITTLE,
    MUCH,
    Side,
    believed_high,
    centre_error,
    code_right,
    code_wrong,
    dials,
    drifting,
    few_are_right,
    fits,
    found_locally,
    hours,
    learn_more,
    learned,
    mood,
    pull,
    rated_by_mistake,
    slack,
    steady,
    told_well,
)

from model.parameters.register import register
from model.specification.dials import DIALS
from model.submodels.code import learning_chances
from model.submodels.copying import copy_chance
from model.submodels.direction import absorbed_pressure, attention, control_change
from model.submodels.effort import accountability, autonomy_gain
from model.submodels.experiments import keep_chance, survival_chance, trial_chance
from model.submodels.infrastructure import done, local_worth, ordered
from model.submodels.mandates import change_flow, push
from model.submodels.message import own_blow
from model.submodels.outcomes import culture_change, defensive_share, incident_rate
from model.submodels.pressure import false_share, inspection_pressure, internal_pressure
from model.submodels.quality import governed_part
from model.submodels.ratchet import share_held_back, share_lifted
from model.submodels.reflection import agreement_change, reflection_change, room_to_learn
from model.submodels.signals import told_signal
from model.submodels.wellbeing import autonomy_resource
from model.submodels.workforce import sickness_hazard, unit_leaving

CHANNELS = {r.declaration.channel.name: r.declaration.channel for r in register()
            if r.declaration.channel and r.declaration.channel.of in DIALS}

SIDES = {
    "mandate_spreads": Side(1, lambda w, x: push(x, 0.3, w.practice)),
    "mandate_consistency": Side(1, lambda w, x: governed_part(x - 0.5, 0.5, dials(), w.quality)),
    "mandate_agreement": Side(1, lambda w, x: agreement_change(0.5, 0.5, 0.0, x, w.practice)),
    "mandate_misfit": Side(1, learned(found_locally, fits, mandate_rate="x"), ("mandate_spreads",)),
    "mandate_traffic": Side(-1, lambda w, x: change_flow(0.0, x, 0.0, 0.0, w.practice)),
    "mandate_reflection": Side(1, lambda w, x: reflection_change(0.5, 0.0, 10 * x, w.practice)),
    "mandate_learning": Side(1, lambda w, x: room_to_learn(0.5 + reflection_change(0.5, 0.0, 10 * x, w.practice), 0.5,
                                                           w.practice), ("mandate_reflection",)),
    "mandate_hours": Side(-1, hours(x="change")),
    "mandate_strain": Side(1, mood(x="change")),
    "mandate_leaving": Side(-1, lambda w, x: unit_leaving(10 * x, 0, 20, 0.0, 0.0, w.workforce)),
    "mandate_sickness": Side(-1, lambda w, x: sickness_hazard(0.5, 0.0, 10 * x, w.workforce)),
    "mandate_attention": Side(1, lambda w, x: attention(x, 0.0, 0.0, w.direction)),
    "grip_accountability": Side(1, lambda w, x: accountability(x, 0.0, 0.0, w.effort)),
    "grip_mobilises": Side(1, pull("mobilised")),
    "grip_recorded": Side(1, pull("recorded")),
    "grip_pressure": Side(-1, lambda w, x: internal_pressure(x, 0.5, 0.0, w.effort)),
    "grip_passes_inspection": Side(-1, lambda w, x: inspection_pressure(0.8, 3.0, 0.0, x, w.effort),
                                   ("stakes_pressure",)),
    "grip_crowding": Side(1, lambda w, x: autonomy_gain(0.9, x, w.effort), ("autonomy_motivation",)),
    "grip_relational_loss": Side(1, pull("relational")),
    "grip_presentational": Side(-1, pull("presentational")),
    "grip_hiding": Side(1, pull("improvement")),
    "grip_false_records": Side(-1, lambda w, x: false_share(2 * x, 0.0, w.effort)),
    "grip_stress": Side(1, mood(x="pressure")),
    "grip_good_news": Side(-1, centre_error(told_well, voice=0.0)),
    "targets_lift": Side(1, lambda w, x: share_lifted(0.5, 1.0, x, w.effort)),
    "targets_ratchet": Side(-1, lambda w, x: share_held_back(2.0, 1.0, x, 1, w.effort)),
    "voice_informs": Side(1, lambda w, x: learning_chances(dials(voice=x), 1.0, w.practice)[2]),
    "voice_belief": Side(-1, centre_error(believed_high, voice="x", regional_buffer=0.0)),
    "voice_agreement": Side(1, lambda w, x: agreement_change(0.5, 0.5, x, 0.5, w.practice)),
    "agreement_learns": Side(1, lambda w, x: room_to_learn(0.5, 0.5 + agreement_change(0.5, 0.5, x, 0.5, w.practice),
                                                           w.practice), ("voice_agreement",)),
    "voice_retention": Side(-1, lambda w, x: unit_leaving(0.0, 0, 20, 0.0, x, w.workforce)),
    "voice_wellbeing": Side(1, mood(x="voice")),
    "voice_hours": Side(-1, hours(x="voice")),
    "voice_latency": Side(1, lambda w, x: abs(control_change(0.2, 0.0, 1.0, x, w.direction))),
    "voice_popularity": Side(1, learned(few_are_right, code_right, voice="x", learning_theory=1.0,
                                        learning_research=0.0), ("voice_informs",)),
    "mutuality_accountability": Side(1, lambda w, x: accountability(0.0, x, 0.0, w.effort)),
    "mutuality_review": Side(1, lambda w, x: governed_part(0.0, 0.5, dials(mutuality=x), w.quality)),
    "mutuality_catches": Side(-1, lambda w, x: incident_rate(2000.0, 0.5, x, w.outcomes)),
    "mutuality_support": Side(1, mood(x="mutuality")),
    "mutuality_hours": Side(-1, hours(x="mutuality")),
    "mutuality_conformity": Side(1, lambda w, x: trial_chance(1.0, dials(mutuality=x), w.practice)),
    "mutuality_cosy": Side(-1, lambda w, x: culture_change(0.3, 0.0, 0.5, x, w.outcomes)),
    "mutuality_silence": Side(-1, lambda w, x: abs(told_signal(0.5, x, 0.0, w.belief) - 0.5)),
    "autonomy_motivation": Side(1, lambda w, x: autonomy_gain(x, 0.0, w.effort)),
    "autonomy_explores": Side(1, lambda w, x: trial_chance(1.0, dials(autonomy=x), w.practice)),
    "autonomy_refuses": Side(-1, lambda w, x: push(0.5, x, w.practice), ("mandate_spreads",)),
    "autonomy_wellbeing": Side(1, lambda w, x: autonomy_resource(x, 0.5, w.wellbeing)),
    "autonomy_strain": Side(1, lambda w, x: autonomy_resource(x, 0.0, w.wellbeing)),
    "autonomy_search": Side(-1, hours(x="autonomy")),
    "autonomy_discretion": Side(1, lambda w, x: governed_part(0.0, 0.3, dials(autonomy=x), w.quality)),
    "autonomy_false_learning": Side(1, lambda w, x: keep_chance(True, dials(autonomy=x), w.practice)),
    "autonomy_drift": Side(1, drifting),
    "support_trials": Side(1, lambda w, x: trial_chance(1.0, dials(innovation_support=x), w.practice)),
    "support_survival": Side(1, lambda w, x: survival_chance(dials(innovation_support=x), w.practice)),
    "support_improvement": Side(1, pull("improvement", x="innovation_support")),
    "innovation_hours": Side(-1, hours(x="innovation_support")),
    "sharing_diffuses": Side(1, lambda w, x: copy_chance(x, True, 0.4, w.practice)),
    "sharing_herds": Side(1, learned(rated_by_mistake, fits, lateral_sharing="x"), ("sharing_diffuses",)),
    "sharing_hours": Side(-1, hours(x="lateral_sharing")),
    "buffer_absorbs": Side(1, lambda w, x: absorbed_pressure(0.8, x, 1.0, w.direction)),
    "buffer_slack": Side(1, slack, ("buffer_absorbs",)),
    "buffer_delay": Side(-1, steady, ("buffer_absorbs",)),
    "buffer_dulls": Side(-1, centre_error(believed_high, voice=0.9, regional_buffer="x"), ("voice_belief",)),
    "local_speed": Side(1, lambda w, x: sum(done(1.0, x, 1.0, 0.0, w.infrastructure))),
    "local_order": Side(1, lambda w, x: x * local_worth(0.0, w.infrastructure)),
    "local_price": Side(1, lambda w, x: ordered(0.0, 1.0, x, w.infrastructure)),
    "local_uneven": Side(-1, lambda w, x: x * (local_worth(1, w.infrastructure) - local_worth(-1, w.infrastructure))),
    "blame_defensive": Side(-1, pull("presentational", x="blame_sharing")),
    "headline_defensive": Side(-1, lambda w, x: defensive_share(0.5, x, 0.3, w.outcomes)),
    "blame_relief": Side(1, mood(x="blame_sharing")),
    "blame_softens": Side(-1, lambda w, x: own_blow(2.0, 1.0, 1.0, x, 0.5, w.esteem), ("publication_sting",)),
    "blame_slack": Side(1, lambda w, x: accountability(0.8, 0.0, x, w.effort), ("grip_accountability",)),
    "research_learns": Side(1, lambda w, x: learning_chances(learn_more(x, "staff")("research"), 1.0, w.practice)[0]),
    "research_doubt": Side(1, learned(code_wrong, code_right, months=400, learning_research=1.0), ("research_learns",)),
    "theory_learns": Side(1, lambda w, x: learning_chances(learn_more(x)("theory"), 1.0, w.practice)[1]),
    "theory_harms": Side(1, learned(code_wrong, code_right, months=400, learning_theory=1.0, learning_research=0.0),
                         ("theory_learns",)),
    "staff_learns": Side(1, lambda w, x: learning_chances(learn_more(x)("staff"), 1.0, w.practice)[2]),
    "staff_comfort": Side(-1, lambda w, x: keep_chance(False, learn_more(x)("staff"), w.practice)),
}
"""Channel -> its target. Those of the last group that take months of learning compare the channel on with it off."""
LEVELS = {"research_doubt", "theory_harms", "local_order", "autonomy_refuses"}


def test_every_channel_of_a_dial_has_a_target():
    assert set(SIDES) == set(CHANNELS)


@pytest.mark.parametrize("name", sorted(SIDES))
def test_a_benefit_alone_does_good_and_a_cost_alone_does_harm(only, name):
    side, declared = SIDES[name], CHANNELS[name]
    on, off = only(name, *side.needs), only(*side.needs)
    gain = [side.better * (side.rule(w, MUCH) - side.rule(w, LITTLE)) for w in (on, off)]
    if name in LEVELS:
        gain = [side.better * side.rule(w, MUCH) for w in (on, off)]
    wanted = 1 if declared.side == "benefit" else -1
    assert wanted * (gain[0] - gain[1]) > 1e-9, gain

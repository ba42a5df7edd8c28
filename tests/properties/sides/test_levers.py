"""For every channel of a lever of inspection: alone on, more of the lever does its immediate target good or harm.

As for dials: a rule is the channel's own, at a setting where it acts, as a function of how much of the lever there is.
"""

from statistics import pstdev

import pytest
from sides.rules import TOY, Side, attention_left, central_repairs, dials

from model.entities.state import NEVER
from model.inspection.judgement import seen_share, visit_severity
from model.inspection.legibility import evidence_days, legible_bias, scattered
from model.inspection.national import leadership_spread, national_days
from model.inspection.selection import risk_score, visit_days
from model.month import consequence_phase, inspection_phase
from model.parameters.register import register
from model.simulation import prepare
from model.specification.dials import DIALS
from model.specification.regime import NationalRegime, Regime, seal_national, seal_regime
from model.submodels.belief import learn_report
from model.submodels.capacity import capacity, claims, diverted_share, gather, lent_share
from model.submodels.effort import unit_pulls
from model.submodels.esteem import unit_blow
from model.submodels.legitimacy import legitimacy_change
from model.submodels.message import attention_paid, information, own_blow, room_to_act
from model.submodels.national_message import national_information, told_to_centre
from model.submodels.partners import confidence_change
from model.submodels.passed_over import slip_chance
from model.submodels.pressure import foreseen_months, inspection_pressure
from model.submodels.public import headline_change
from model.submodels.workforce import unit_leaving

CHANNELS = {r.declaration.channel.name: r.declaration.channel for r in register()
            if r.declaration.channel and r.declaration.channel.of not in DIALS}
NOUGHT = {"inspects": 1.0, "publishes": 0.0, "overall_word": 0.0, "rates_standards": 0.0, "narrative": 0.0,
          "stakes": 0.0, "follow_up": 0.0, "support": 0.0, "notice_months": 0.0, "sample_cases": 54.0}


def regime(**levers):
    """Return a regime that inspects and does nothing else but what is given."""
    return seal_regime(Regime(**(NOUGHT | levers)))


def at(x, levers):
    """Return a regime with levers as given, those given as 'x' at x."""
    return regime(**{name: x if value == "x" else value for name, value in levers.items()})


def national(**levers):
    """Return a national regime that inspects and publishes, and what is given."""
    return seal_national(NationalRegime(inspects=1.0, publishes=1.0, **levers))


def hours(**levers):
    """Return the rule of hours taken from cases where the lever named 'x' is."""
    return lambda w, x: claims(0.0, 0.0, 1.0, 1.0, x, at(x, levers), dials(), w.service)


def days(**levers):
    """Return the rule of inspector-days a visit takes."""
    return lambda w, x: visit_days(regime(**{name: scale * x for name, scale in levers.items()}), w.inspection)


def told(**levers):
    """Return the rule of how much a report tells."""
    return lambda w, x: information(at(x, levers), 0.0, w.consequence)


def heeded(**levers):
    """Return the rule of the attention a report is paid."""
    return lambda w, x: attention_paid(at(x, levers), True, w.consequence)


def after_a_report(look, visits=None, above=0):
    """Return the rule of what the months of consequence alone make of a poor report, on every unit or on the centre."""
    def rule(w, x):
        state, inputs = prepare(TOY)
        pdus, centre = state.pdus, state.centre
        pdus.points[:], pdus.maximum[:], pdus.judgements[:] = 3, 21, 2
        pdus.overall[:], pdus.published_at[:] = 0, 50
        pdus.workload[:], pdus.interval[:] = 1.2, visits(x) if visits else 60
        if above:
            centre.overall[0], centre.published_at[0], pdus.published_at[:] = 0, 50 if x > 0 else 49, 0
        chosen = inputs.after._replace(
            regime=regime(publishes=1.0, rates_standards=1.0, narrative=1.0), dials=dials(),
            national=national(overall_word=1.0, stakes=x))
        consequence_phase(state, inputs._replace(world=w), chosen, 50)
        return look(state)
    return rule


def believed(w, x):
    """Return how wrong a unit's belief is once it has read a report that is right; x is whether it had one."""
    state, _ = prepare(TOY)
    p, pdus = w.belief, state.pdus
    pdus.believed_centre[:] = 0.9
    pdus.points[:], pdus.maximum[:] = 7, 21
    right = p.report_floor + p.report_span * 7 / 21
    if x > 0:
        learn_report(pdus, 0, regime(), p)
    return abs(pdus.believed_centre[0] - right)


def severities(w, x):
    """Return the spread of severity between visits by panels of 1 (x = 0) or 4 (x = 1)."""
    state, _ = prepare(TOY)
    severity = state.inspectorate.severity
    return pstdev(visit_severity(severity, 1.0 + 3.0 * x, who, 3, 9, w.inspection) for who in range(400))


def knows(w, x):
    """Return what the inspectorate knows after national inspections, x = 1, or none."""
    state, inputs = prepare(TOY)
    chosen = inputs.after._replace(national=seal_national(NationalRegime(inspects=x, first_month=0.0)))
    inputs = inputs._replace(world=w, switch=0)
    inspection_phase(state, inputs, chosen, 0)
    return state.inspectorate.knowledge[0]


def pulled(w, x):
    """Return the pull of presentational work in a unit that awaits a visit announced x months ahead."""
    state, _ = prepare(TOY)
    state.pdus.pressure_inspection[:] = 1.0
    return unit_pulls(state.pdus, 0, regime(notice_months=x), dials(), w.effort)[5]


def mobilised(w, x):
    """Return how far a unit's people are mobilised by pressure from inspection."""
    state, _ = prepare(TOY)
    state.pdus.pressure_inspection[:] = x
    return unit_pulls(state.pdus, 0, regime(), dials(), w.effort)[2]


def workload_when_helped(w, x):
    """Return the workload of the one unit that is helped."""
    state, _ = prepare(TOY)
    state.pdus.helped[0] = 1.0
    gather(state.practitioners, state.scratch, w.service)
    capacity(state.pdus, state.scratch, regime(support=x), dials(), w.service, 0)
    return state.pdus.workload[0]


def lent(w, x):
    """Return the hours every unit lends where all are helped."""
    state, _ = prepare(TOY)
    state.pdus.helped[:] = 1.0
    return lent_share(state.pdus, regime(support=x), w.service)


def confidence(**means):
    """Return the rule of a month's change of a partner's confidence after reports (0 where nothing is named)."""
    parts = ("negative", "seen", "national_seen", "drawn")
    return lambda w, x: confidence_change(0.5, 0.5, 0.5, *(means.get(name, 0.0) * x for name in parts), w.consequence)


def error_left(w, x):
    """Return the share of the error of its beliefs that the centre keeps after a national report (x = 1) or none."""
    return 1.0 - x * told_to_centre(national(narrative=1.0, rates_standards=1.0), w.consequence)


SIDES = {
    "narrative_informs": Side(1, told(narrative="x")),
    "narrative_hours": Side(-1, hours(narrative="x")),
    "narrative_days": Side(-1, days(narrative=1.0)),
    "standards_inform": Side(1, told(rates_standards="x")),
    "standards_recording": Side(-1, hours(rates_standards="x")),
    "uncertainty_informs": Side(1, told(uncertainty="x")),
    "uncertainty_weakens": Side(1, heeded(uncertainty="x")),
    "sample_precision": Side(1, lambda w, x: information(regime(narrative=1.0, sample_cases=6 + 100 * x), 0.0,
                                                         w.consequence), ("narrative_informs",)),
    "sample_days": Side(-1, lambda w, x: visit_days(regime(sample_cases=6 + 100 * x), w.inspection)),
    "word_attention": Side(1, heeded(overall_word="x", publishes=1.0)),
    "word_crowds_detail": Side(1, told(narrative=1.0, overall_word="x"), ("narrative_informs",)),
    "word_sting": Side(-1, lambda w, x: own_blow(2.0, 1.0, x, 0.0, 0.5, w.esteem), ("publication_sting",)),
    "word_leaving": Side(-1, lambda w, x: unit_leaving(0.0, 0, 20, x, 0.0, w.workforce)),
    "word_boundary": Side(-1, lambda w, x: inspection_pressure(0.8, 3.0, x, 0.5, w.effort), ("stakes_pressure",)),
    "publication_attention": Side(1, heeded(publishes="x")),
    "publication_praise": Side(-1, lambda w, x: own_blow(-1.0, x, 0.0, 0.0, 0.5, w.esteem), ("publication_sting",)),
    "publication_sting": Side(-1, lambda w, x: own_blow(2.0, x, 0.0, 0.0, 0.5, w.esteem)),
    "publication_contagion": Side(1, lambda w, x: unit_blow(0.0, 0.0, 3 * x, 0.0, w.esteem)),
    "publication_headlines": Side(-1, lambda w, x: headline_change(0.2, 2 * x, 0.0, 0.0, 0.0, 0.0, 1.0, w.consequence)),
    "regional_headlines": Side(-1, lambda w, x: headline_change(0.2, 0.0, 2 * x, 0.0, 0.0, 0.0, 1.0, w.consequence)),
    "publication_partners": Side(1, confidence(negative=2.0)),
    "publication_visibility": Side(1, confidence(seen=1.0)),
    "publication_draws": Side(1, confidence(drawn=1.0)),
    "context_fair": Side(1, lambda w, x: seen_share(0.5, 0.0, w.inspection.context_relief * x * 0.3)),
    "context_legitimacy": Side(1, lambda w, x: legitimacy_change(0.5, 0.5, x, 0.5, 0.0, 0.0, w.consequence)),
    "context_excuses": Side(1, heeded(context="x")),
    "follow_up_learns": Side(1, heeded(follow_up="x")),
    "follow_up_hours": Side(-1, hours(follow_up="x")),
    "follow_up_days": Side(-1, days(follow_up=1.0)),
    "support_help": Side(-1, workload_when_helped),
    "support_cost": Side(-1, lent, ("support_help",)),
    "notice_plans": Side(1, lambda w, x: room_to_act(1.2, x, w.consequence)),
    "notice_preparation": Side(-1, hours(notice_months="x")),
    "notice_theatre": Side(-1, pulled),
    "stakes_mobilise": Side(1, mobilised),
    "stakes_pressure": Side(-1, lambda w, x: inspection_pressure(x, 3.0, 0.0, 0.5, w.effort)),
    "stakes_diversion": Side(-1, lambda w, x: diverted_share(x, w.service)),
    "stakes_diverts_to_cases": Side(1, lambda w, x: w.service.diverted_worth * diverted_share(x, w.service),
                                    ("stakes_diversion",)),
    "cycle_corrects": Side(1, after_a_report(lambda s: s.pdus.learning[0], lambda x: 60 - 52 * x),
                           ("narrative_informs", "standards_inform")),
    "cycle_wears": Side(-1, after_a_report(lambda s: s.pdus.sting[0], lambda x: 60 - 52 * x)),
    "panel_agrees": Side(-1, severities),
    "panel_days": Side(-1, lambda w, x: visit_days(regime(panel_size=1.0 + 3 * x), w.inspection)),
    "risk_finds_weak": Side(1, lambda w, x: risk_score(0.7, 0.5, x, p := w.inspection) - risk_score(0.4, 0.5, x, p)),
    "risk_days": Side(-1, days(risk_based=1.0)),
    "risk_passes_over": Side(-1, lambda w, x: slip_chance(1.0, regime(risk_based=x), w.practice)),
    "random_unforeseen": Side(1, lambda w, x: foreseen_months(6.0, NEVER, 36.0, x, w.effort)),
    "random_travel": Side(-1, days(random_visits=1.0)),
    "reports_believed": Side(-1, believed),
    "symmetry_legitimacy": Side(1, lambda w, x: legitimacy_change(0.5, x, 0.0, 0.5, 0.0, 0.0, w.consequence)),
    "national_learns": Side(-1, error_left, ("narrative_informs", "standards_inform")),
    "national_knowledge": Side(1, knows),
    "national_validation": Side(1, after_a_report(lambda s: s.pdus.validation[0], above=1)),
    "national_visibility": Side(1, confidence(national_seen=1.0)),
    "national_headlines": Side(-1, lambda w, x: headline_change(0.2, 0.0, 0.0, 2 * x, 0.0, 0.0, 1.0, w.consequence)),
    "national_grip": Side(-1, after_a_report(lambda s: s.centre.grip_drift[0], above=1)),
    "national_eases": Side(-1, after_a_report(lambda s: s.centre.grip_drift[0], above=1)),
    "national_supports": Side(1, after_a_report(lambda s: s.centre.support_drift[0], above=1)),
    "national_mandates": Side(-1, after_a_report(lambda s: s.centre.mandate_drift[0], above=1)),
    "legible_bias": Side(-1, lambda w, x: abs(legible_bias(0.8, 0.5 + 0.5 * x, 0.0, w.inspection)
                                              - legible_bias(0.8, 0.5, 0.0, w.inspection))),
    "legible_precision": Side(-1, lambda w, x: scattered(1.0 - x, w.inspection)),
    "legible_days": Side(-1, lambda w, x: evidence_days(600.0, 1.0 - x, w.inspection)),
    "wording_learns": Side(1, lambda w, x: national_information(national(narrative=1.0, wording=x), w.consequence),
                           ("narrative_informs",)),
    "wording_scatters": Side(-1, lambda w, x: leadership_spread(0.5, national(wording=x), w.inspection)),
    "wording_days": Side(-1, lambda w, x: national_days(national(wording=x), 0.5, w.inspection)),
    "counterfactual_unbias": Side(-1, lambda w, x: abs(legible_bias(0.9, 0.9, x, w.inspection)), ("legible_bias",)),
    "infrastructure_named": Side(1, central_repairs),
    "infrastructure_attention": Side(1, attention_left),
    "counterfactual_days": Side(-1, lambda w, x: national_days(national(counterfactual_item=x), 0.5, w.inspection)),
}
"""Channel -> its target. Of national and legible ones x is whether there is a report, or how plural practice is."""


def test_every_channel_of_a_lever_has_a_target():
    assert set(SIDES) == set(CHANNELS)


@pytest.mark.parametrize("name", sorted(SIDES))
def test_a_benefit_alone_does_good_and_a_cost_alone_does_harm(only, name):
    side, declared = SIDES[name], CHANNELS[name]
    gains = [side.better * (side.rule(w, 1.0) - side.rule(w, 0.0))
             for w in (only(name, *side.needs), only(*side.needs))]
    wanted = 1 if declared.side == "benefit" else -1
    assert wanted * (gains[0] - gains[1]) > 1e-9, gains

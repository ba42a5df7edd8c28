"""Undesirable behaviours: an index for each, nought without its cause though inspected, and of either sign."""

import pytest

from experiments.arms import ARMS, INSPECTED, Arms
from experiments.behaviours import (
    BEHAVIOURS,
    BY_NAME,
    LESSONS,
    arms_of,
    audit,
    indexed,
    listed,
    measure,
    off,
)
from experiments.errors import UserError
from model.simulation import simulate

DEFINED = {"tunnel_vision", "suboptimisation", "myopia", "measure_fixation", "misrepresentation", "misinterpretation",
           "gaming", "ossification", "loss_of_esteem", "contagion", "lost_confidence", "defensive_practice",
           "top_down_drift", "misplaced_responsibility", "favouring_the_legible", "flight"}
"""The rows of the definitions; esteem lost in reported and in other units are two indices."""
BOUNDED = {"tunnel_vision", "misrepresentation", "misplaced_responsibility"}
SHOWING = ("world.effort.ratchet=0.05", "world.consequence.partner_drawn=0.03", "world.workforce.poaching=0.05",
           "world.belief.report_floor=0.2", "world.belief.report_precision=0.17",
           "world.quality.leadership_legibility=1")
"""What is off by default is on, and reports are misread, so that every cause has something to show."""
CALM = ("world.effort.inspection_pressure=0", "world.consequence.headline_report=0",
        "world.consequence.headline_region=0", "world.service.recording_hours=0",
        "world.service.narrative_hours=0", "world.service.follow_up_hours=0", "world.service.preparation_hours=0")
TRUSTED = ("world.belief.report_floor=0.5", "world.belief.report_span=0.7", "world.belief.report_precision=0.17",
           "governance.grip=1", "governance.voice=0", "world.belief.target_weight=0.02")
"""Reports are read as good news by a centre that grips: they lower its concern, and so pressure."""
GOOD = ("world.quality.safety=0.8", "world.quality.engagement=1.5", "world.quality.desistance=1",
        "world.quality.planning=0.5", "world.quality.implementation=0.3", "world.quality.reviewing=0.3",
        "world.quality.staffing=1", "world.quality.services=1", "world.quality.leadership=1.5",
        "world.inspection.band_low=0.45", "world.inspection.band_middle=0.6", "world.inspection.band_high=0.75",
        "world.inspection.case_correlation=0.7", "world.inspection.good_total=0.78",
        "world.inspection.discretion_share=1", "world.inspection.discretion_width=0.06")
ONE_WAY = {"suboptimisation": (*BY_NAME["suboptimisation"].beside, "world.workforce.poaching=0",
                               "world.consequence.partner_drawn=0.03", "world.consequence.partner_visibility=0.06",
                               "world.quality.partners=1.2")}
"""Where SHOWING tells too little: what makes the sign of most worlds."""
OTHER_WAY = {
    "suboptimisation": (*LESSONS, *off("publication_visibility", "publication_partners", "publication_draws"),
                        "world.workforce.poaching=0.1", "world.esteem.own_sting=0.15",
                        "world.esteem.elsewhere_sting=0"),
    "myopia": (*CALM, *TRUSTED, "world.effort.hiding=0.4"),
    "measure_fixation": (*CALM, *TRUSTED, "world.effort.presentational_pull=0.8", "world.effort.internal_pressure=1.5",
                         "world.quality.presentational=3"),
    "misinterpretation": ("world.belief.target_weight=0", "governance.voice=0", "world.belief.start_error=0.2"),
    "gaming": (*CALM, *TRUSTED, "world.effort.ratchet=0.15"),
    "ossification": (*CALM, *TRUSTED, "world.effort.hiding=0.4"),
    "loss_of_esteem": (*GOOD, "world.esteem.good_news=1", "world.esteem.own_sting=0.15",
                       "world.esteem.elsewhere_sting=0"),
    "contagion": ("world.esteem.elsewhere_sting=0", "world.service.diversion=0.4", "world.service.diverted_worth=0.6",
                  *CALM[2:], "world.esteem.strain=0.02"),
    "lost_confidence": ("world.consequence.partner_shock=0", "world.consequence.partner_visibility=0.06"),
    "defensive_practice": (*CALM, *TRUSTED, "world.effort.internal_pressure=1.5", "world.outcomes.culture_pressure=1",
                           "world.outcomes.defensive_culture=0.08", "world.outcomes.culture_months=6",
                           "governance.blame_sharing=0"),
    "top_down_drift": (
        "national=overall", "national.first_month=24", *GOOD, "world.inspection.national_slope=4",
        "world.inspection.leader_legibility=3", "world.consequence.partner_resting=0.6",
        "world.consequence.partner_belief=0.8", "world.belief.report_floor=0.5", "world.belief.report_span=0.7",
        "world.workforce.filling=0.2", "world.infrastructure.decay=0.005",
        "world.infrastructure.budget=0.025", "world.infrastructure.central_wait=4",
        "world.direction.aspiration=0.95", "world.direction.belief_concern=3", "governance.grip=1",
        "governance.voice=1", "governance.autonomy=1", "governance.innovation_support=1",
        "world.demand.case_weight=0.02"),
    "favouring_the_legible": (
        "world.practice.mandate_share=0", "world.practice.copying=0.06", "world.practice.staff_rate=0.1",
        "world.practice.theory_rate=0.08", "world.practice.popularity=0.4", "world.practice.staff_local=0.06",
        "world.quality.leadership_legibility=3", "world.practice.freedom=0.3", "world.practice.starting_code=0.4",
        "world.practice.starting_fit=0.8", "world.practice.starting_doubt=0", "world.practice.heterogeneity=0.05",
        "world.practice.autonomy_drift=0"),
    "flight": ("world.workforce.inadequate_leaving=0", "world.esteem.own_sting=0", "world.esteem.elsewhere_sting=0",
               "world.service.help_hours=0.15", "world.service.help_cost=0.5", "regime.support=1",
               "world.workforce.wellbeing_leaving=6", "world.wellbeing.overload=0.4", *CALM),
}
"""For each index not bounded by definition: choices, and parameters within their ranges, that turn its sign."""


def index(name: str, words, replicates: int) -> dict:
    """Return the row of the index itself."""
    return next(row for row in audit(tuple(words), [name], replicates=replicates) if not row["part"])


def cause_on_and_off(name: str, replicates: int) -> tuple[dict, dict]:
    """Return the index with its cause on, and off: other routes to the same quantity are off in both."""
    behaviour = BY_NAME[name]
    found = []
    for words in (behaviour.beside, (*behaviour.beside, *behaviour.causes)):
        chosen = {word.partition("=")[0] for word in words}
        found.append(index(name, (*(w for w in SHOWING if w.partition("=")[0] not in chosen), *words), replicates))
    return found[0], found[1]


def test_every_behaviour_of_the_definitions_has_an_index():
    assert set(BY_NAME) == DEFINED
    assert {behaviour.name for behaviour in BEHAVIOURS if behaviour.bounded} == BOUNDED
    assert set(OTHER_WAY) == DEFINED - BOUNDED
    assert all(row["definition"] and row["unit"] for row in listed())


def test_an_arm_replaces_the_part_it_is_about():
    sides = arms_of(["service=toy", "regime=narrative", "regime.stakes=0.9", "national=overall"])
    assert set(sides) == set(ARMS)
    assert sides["none"].specification.regime.inspects == 0
    assert sides["inspected"].specification.regime.stakes == 0.9
    assert sides["rated centre"].specification.national.inspects == 1
    assert sides["centre not inspected"].specification.national.inspects == 0
    with pytest.raises(UserError):
        arms_of(["regime=narrativ"])


def test_pairs_share_their_history_and_reports_are_those_of_the_period():
    arms = Arms(arms_of(["service=toy", "world.inspection.days_a_month=400"]), 0, 3)
    switch = arms.specification(INSPECTED).run.switch
    on, off = arms.result(INSPECTED), arms.result("none")
    assert on.nation[:switch].tobytes() == off.nation[:switch].tobytes()
    assert len(arms.pair.reports) > 0
    assert arms.pair.reports[:, 0].min() >= 0
    assert len(arms.pair.on["esteem"]) == 36


@pytest.mark.parametrize("name", ["misrepresentation", "gaming", "top_down_drift", "favouring_the_legible"])
def test_without_its_cause_and_with_inspection_on_an_index_is_nought(name):
    words = ("service=toy", "world.inspection.days_a_month=400")
    causes = BY_NAME[name].causes
    on = ("world.effort.ratchet=0.1", "world.quality.leadership_legibility=1")
    assert index(name, (*words, *on), 2)["index"] != 0
    row = index(name, (*words, *causes), 2)
    assert (row["index"], row["low"], row["high"]) == (0, 0, 0)
    reports = Arms(arms_of((*words, *causes)), 0, 1).pair.reports
    assert len(reports) > 0, "inspection is on"


def test_responsibility_is_placed_where_it_lies_only_by_chance():
    found = measure(["service=toy", "world.inspection.days_a_month=400", "regime.context=0",
                     "governance.blame_sharing=0"], ["misplaced_responsibility"])[0][0]
    assert 0 <= found[""] <= 1
    assert found["blame less control, PDUs"] > 0, "the unit is blamed for all and controls a part"
    assert sum(value for part, value in found.items() if part.startswith("control")) == pytest.approx(1)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(DEFINED - {"misplaced_responsibility"}))
def test_an_index_is_there_with_its_cause_and_inside_noise_without(name):
    on, off = cause_on_and_off(name, 6)
    assert on["low"] > 0 or on["high"] < 0, on
    inside_noise = off["low"] <= 0 <= off["high"]
    assert inside_noise or abs(off["index"]) < 0.02 * abs(on["index"]), (on, off)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(OTHER_WAY))
def test_an_index_that_is_not_bounded_can_have_either_sign(name):
    usual, other = index(name, ONE_WAY.get(name, SHOWING), 6), index(name, OTHER_WAY[name], 6)
    assert usual["low"] > 0, usual
    runs = [one[0][""] for one in measure(OTHER_WAY[name], [name], replicates=6)]
    never_above = min(runs) < 0 and max(runs) <= 0
    assert other["high"] < 0 or never_above, (other, runs)


def test_a_run_that_several_ways_of_inspecting_need_is_run_once_and_changes_no_index(monkeypatch):
    words = ["service=toy", "months=78", "governance=observed", "national=both"]
    sides = {regime: arms_of([*words, f"regime={regime}"]) for regime in ("narrative", "overall")}
    alone = {regime: indexed(Arms(arms, 0, 3), ("measure_fixation",)) for regime, arms in sides.items()}
    ran = []
    monkeypatch.setattr("experiments.arms.simulate",
                        lambda own, record: ran.append(own) or simulate(own, record))
    known: dict = {}
    together = {regime: indexed(Arms(arms, 0, 3, known), ("measure_fixation",)) for regime, arms in sides.items()}
    assert together == alone
    assert alone["narrative"] != alone["overall"]
    assert len(ran) == 3, "each inspected, and the uninspected one once for both"

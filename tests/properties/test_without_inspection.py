"""With nothing inspected there are no ratings and nothing that only ratings do; pressure from the line remains."""

import numpy as np
import pytest

from model.entities.state import NEVER
from model.month import month
from model.parameters.register import register
from model.simulation import prepare
from model.specification.regime import NationalRegime

RATING_ONLY = {
    "inspection": {r.name for r in register() if r.block == "inspection"},
    "esteem": {"own_sting", "word_sting", "good_news", "shared_blame", "elsewhere_sting", "exposure_half_life",
               "distance_decay", "validation", "legitimacy_sting"},
    "consequence": {"narrative_information", "standards_information", "uncertainty_information", "uncertainty_weakens",
                    "word_crowds", "sample_half", "novelty_loss", "attention", "publication_attention",
                    "word_attention", "failing_attention", "follow_up_attention", "room", "learning_scale",
                    "learning_half_life",
                    "help_half_life", "headline_report", "headline_region", "headline_national", "partner_shock",
                    "partner_visibility", "partner_drawn", "national_visibility", "surprise", "repeats",
                    "grip_drift", "grip_easing", "mandate_drift", "support_drift", "drift_half_life",
                    "national_learning", "named_half_life", "context_excuse", "notice_room"},
    "effort": {"inspection_pressure", "proximity_months", "distant_share", "boundary_pressure", "boundary_width",
               "line_pressure",
               "stakes_mobilisation", "notice_theatre"},
    "service": {"preparation_hours", "recording_hours", "narrative_hours", "follow_up_hours", "help_hours", "help_cost",
                "diversion", "diverted_worth"},
    "practice": {"passed_over"},
    "belief": {"report_precision", "report_floor", "report_span"},
    "workforce": {"inadequate_leaving"},
}
DECLARED = {(r.block, r.name): r.declaration for r in register()}


def uninspected_world(drawn, uninspected, seed):
    """Return a drawn world in which nothing is inspected, before or after the switch."""
    s = drawn(seed)
    s.regime, s.history_regime = uninspected(), uninspected()
    s.national, s.history_national = NationalRegime(), NationalRegime()
    return s


@pytest.mark.parametrize("world", range(4))
def test_there_is_no_rating_and_none_of_its_traces(drawn, uninspected, world):
    state, inputs = prepare(uninspected_world(drawn, uninspected, world))
    for t in range(30):
        month(state, inputs, t)
        pdus = state.pdus
        for name in ("pressure_inspection", "sting", "validation", "exposure", "learning", "helped", "judgements",
                     "repeats", "worded"):
            assert (pdus[name] == 0).all(), (t, name)
        assert (pdus.due_at == NEVER).all()
        assert (pdus.overall == -1).all()
        assert (pdus.pressure == pdus.pressure_internal).all()
        assert (pdus.pressure_internal > 0).all()
    assert state.inspectorate.n_events[0] == 0
    assert (state.regions.overall == -1).all()
    assert state.centre.overall[0] == -1


@pytest.mark.parametrize("world", range(3))
def test_no_parameter_of_ratings_moves_anything_bit_for_bit(drawn, uninspected, run, same, world):
    one, other = (uninspected_world(drawn, uninspected, world) for _ in range(2))
    rng = np.random.default_rng(world)
    for block, names in RATING_ONLY.items():
        for name in sorted(names):
            declared = DECLARED[block, name]
            setattr(getattr(other.world, block), name, float(rng.uniform(declared.low, declared.high)))
    assert same(run(one), run(other))


@pytest.mark.parametrize("block", sorted(RATING_ONLY))
def test_where_there_is_inspection_they_do(drawn, run, same, block):
    moved = False
    for seed in range(7, 20):
        one, other = drawn(seed), drawn(seed)
        for s in (one, other):
            s.service.staff_scale, s.run.months = 0.3, 60
            s.world.quality.safety, s.world.quality.leadership, s.world.quality.services = -1.5, -0.5, -1.0
        for name in RATING_ONLY[block]:
            setattr(getattr(one.world, block), name, DECLARED[block, name].low)
            setattr(getattr(other.world, block), name, DECLARED[block, name].high)
        moved = moved or not same(run(one), run(other))
    assert moved


def test_luck_before_the_first_report_is_that_of_a_world_without_reports(toy, run, uninspected):
    """Whoever is inspected, months before anything is announced differ only in what was expected."""
    one, other = toy(), toy()
    other.history_regime = uninspected()
    first = int(one.world.inspection.first_month)
    a, b = run(one), run(other)
    assert np.array_equal(a.nation[:first, 9], b.nation[:first, 9]), "people on probation are not moved by inspection"
    assert not np.array_equal(a.nation, b.nation, equal_nan=True)

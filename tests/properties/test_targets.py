"""What is off by default does nothing, and what is drawn from some is drawn from those named."""

import numpy as np
import pytest

from model.entities.state import COURT, INFORMATION, N_CASE_CELLS, N_STAGES, N_THEMES
from model.simulation import prepare
from model.submodels.partners import confidence_change, reports_beside
from model.submodels.quality import intercept


def with_targets(specification, **effort):
    for name, value in effort.items():
        setattr(specification.world.effort, name, value)
    return specification


def test_off_by_default_nothing_is_held_back_or_lifted(toy, run):
    pdus = run(toy()).state.pdus
    assert (pdus.held_back == 0).all()
    assert (pdus.lifted == 0).all()
    assert (pdus.target > 0).all()


def test_targets_matter_from_their_first_reset_on(toy, run, same):
    plain, reset = toy(), with_targets(toy(), ratchet=0.15, target_lift=0.5, target_months=24.0)
    assert not same(run(plain), run(reset))
    plain.run.months = reset.run.months = 24
    assert same(run(plain), run(reset))


def test_inputs_held_at_their_reference_leave_a_unit_at_its_intercepts(toy, run_state):
    state, inputs = prepare(toy())
    state.pdus.at_reference[:] = 1.0
    after = run_state(state, inputs, 30).state
    p, dials = inputs.world.quality, inputs.after.dials
    for i, unit in enumerate(after.pdus):
        governed = p.peer_review * dials.mutuality - p.discretion * dials.autonomy * (1 - unit.skill)
        for cell in range(N_CASE_CELLS):
            stage, theme = divmod(cell, N_THEMES)
            assert stage < N_STAGES
            base = intercept(stage, theme, p) + unit.local_effect + governed
            assert unit.true[cell] == pytest.approx(1 / (1 + np.exp(-base)), abs=1e-12), i
        assert unit.true[COURT] == pytest.approx(1 / (1 + np.exp(-p.court - unit.local_effect)))
        assert unit.true[INFORMATION] == pytest.approx(1 / (1 + np.exp(-p.information)))


def test_half_held_is_half_the_departure(toy):
    logits = []
    for share in (0.0, 0.5, 1.0):
        state, inputs = prepare(toy())
        from model.month import month

        month(state, inputs, 0)
        state.pdus.at_reference[:] = share
        month(state, inputs, 1)
        logits.append(np.log(state.pdus.true / (1 - state.pdus.true)))
    assert np.allclose(logits[1], (logits[0] + logits[2]) / 2, atol=1e-9)
    assert abs(logits[0] - logits[2]).max() > 0.05


def test_a_report_draws_from_the_others_of_its_region_what_it_says_in_all(toy):
    state, inputs = prepare(toy())
    pdus, p = state.pdus, inputs.world.consequence.copy()
    pdus.published_at[1] = 7
    beside = [reports_beside(pdus, i, 7) for i in range(6)]
    assert beside == [0.5, 0.0, 0.5, 0.0, 0.0, 0.0]
    p["partner_drawn"] = 0.02
    kept, drawn = (confidence_change(0.5, 0.5, 0.55, 0.0, 0.0, 0.0, share, p) for share in (0.0, 0.5))
    assert kept - drawn == pytest.approx(0.01)
    assert sum(beside) * 0.02 == pytest.approx(0.02)

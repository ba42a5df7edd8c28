"""Effort in shares: its own arithmetic, and where it says otherwise than levels."""

import numpy as np
import pytest

from model.submodels.effort import accountability, autonomy_gain, drive, levels
from model.submodels.effort_shares import chosen_shares, effort_shares, kept_share

PULLS = (0.56, 0.64, 0.1, 0.26)
TASKS = ("relational", "recorded", "presentational", "improvement")


@pytest.mark.parametrize("sharpness", [0.5, 3.0, 8.0])
def test_log_odds_of_two_tasks_are_the_difference_of_their_pulls(sharpness):
    shares = np.array(chosen_shares(*PULLS, sharpness))
    assert shares.sum() == pytest.approx(1.0, abs=1e-12)
    assert np.subtract.outer(np.log(shares), np.log(shares)) == pytest.approx(
        sharpness * np.subtract.outer(PULLS, PULLS), abs=1e-12)


def test_no_sharpness_divides_alike_and_great_sharpness_gives_all_to_the_best():
    assert chosen_shares(*PULLS, 0.0) == pytest.approx([0.25] * 4)
    assert chosen_shares(*PULLS, 400.0) == pytest.approx([0.0, 1.0, 0.0, 0.0], abs=1e-9)


def test_habit_fades_as_its_closed_form():
    share, keep, chosen = 0.7, 0.6, 0.2
    for n in range(1, 20):
        share = kept_share(3.0 * share, 3.0, chosen, keep)
        assert share == pytest.approx(chosen + keep**n * (0.7 - chosen), abs=1e-12)
    assert kept_share(0.0, 0.0, chosen, keep) == chosen


@pytest.mark.parametrize("g, sign", [(0.3, -1), (0.0, 0), (-0.2, 1)])
def test_more_pull_on_records_lowers_the_unseen_by_arithmetic_where_levels_ask_for_the_sign_of_substitution(g, sign):
    pushed = (PULLS[0], PULLS[1] + 0.1, *PULLS[2:])
    shares = [chosen_shares(*pulls, 3.0)[0] for pulls in (PULLS, pushed)]
    assert shares[1] < shares[0]
    change = levels(*pushed, g)[0] - levels(*PULLS, g)[0]
    assert np.sign(round(change, 12)) == sign


def one_month(s, pressure):
    """Let everyone choose once under a pressure from inspection, without habits."""
    s.pdus.pressure_inspection[:] = s.pdus.pressure[:] = pressure
    s.pdus.pressure_internal[:] = 0.0
    p, dials = s.world.effort, s.chosen.dials
    effort_shares(s.people, s.pdus, s.scratch, s.chosen.regime, dials, p, 0)
    here = s.people.in_post == 1
    return np.stack([getattr(s.people, task)[here] for task in TASKS]), here


def test_the_total_is_drive_alone(place):
    s = place(1)
    done, here = one_month(s, 0.5)
    p, dials = s.world.effort, s.chosen.dials
    for k, i in enumerate(np.flatnonzero(here)):
        control = s.pdus.felt_control[s.people.pdu[i]]
        given = drive(s.people.intrinsic[i], autonomy_gain(dials.autonomy, control, p), s.people.esteem[i],
                      s.people.wellbeing[i], accountability(control, dials.mutuality, dials.blame_sharing, p),
                      1.0 + p.stakes_mobilisation * 0.5, p)
        assert done[:, k].sum() == pytest.approx(p.full_effort * given, abs=1e-12)


def test_pressure_moves_shares_to_what_is_seen(place):
    calm, pressed = (one_month(place(1), pressure)[0] for pressure in (0.0, 1.0))
    calm, pressed = calm / calm.sum(axis=0), pressed / pressed.sum(axis=0)
    assert (pressed[2] > calm[2]).all()
    assert (pressed[0] < calm[0]).all()
    assert (pressed[3] < calm[3]).all()


def test_newcomers_have_no_habits_and_others_keep_some(place):
    s = place(2)
    for task, level in zip(TASKS, (2.0, 0.0, 0.0, 0.0)):
        getattr(s.people, task)[:] = level
    s.people.tenure[:] = np.arange(len(s.people.uid)) % 2
    fresh, _ = one_month(place(2), 0.0)
    p = s.world.effort
    s.pdus.pressure_internal[:] = 0.0
    effort_shares(s.people, s.pdus, s.scratch, s.chosen.regime, s.chosen.dials, p, 5)
    here = s.people.in_post == 1
    share = s.people.relational[here] / sum(getattr(s.people, task)[here] for task in TASKS)
    chosen = fresh[0] / fresh.sum(axis=0)
    assert share == pytest.approx(np.where(s.people.tenure[here] > 0, p.inertia + (1 - p.inertia) * chosen, chosen))

"""The rated centre: what its drift of support is worth and costs, how it fades, and when it is named as a cause."""

import pytest

from model.month import effort_phase, service_phase
from model.specification.dials import DIALS
from model.specification.regime import NationalRegime, seal_national
from model.submodels.rated_centre import practised, rated_centre

WORDED = {"publishes": 1.0, "overall_word": 1.0, "stakes": 1.0}
IN_WORDS = {"publishes": 1.0, "narrative": 1.0, "stakes": 1.0}
INADEQUATE, REQUIRES_IMPROVEMENT, GOOD, OUTSTANDING = range(4)


def rated(s, band, levers, months=1):
    """Let a report of a band appear in month 10, and months go by; return the centre."""
    s.centre.published_at[0], s.centre.overall[0] = 10, band
    national = seal_national(NationalRegime(inspects=1.0, **levers))
    for t in range(10, 10 + months):
        rated_centre(s.centre, national, s.world.consequence, t)
    return s.centre


def enact(s):
    """Return what is chosen, with the dials as the centre practises them."""
    return s.chosen._replace(dials=practised(s.chosen.dials, s.centre, s.scratch.dials))


@pytest.mark.parametrize("band, steps", [(INADEQUATE, 2), (REQUIRES_IMPROVEMENT, 1), (GOOD, 0), (OUTSTANDING, -1)])
def test_support_moves_by_the_steps_below_good_and_halves_in_the_half_life(place, band, steps):
    s = place(1)
    p = s.world.consequence
    assert rated(s, band, WORDED).support_drift[0] == pytest.approx(p.support_drift * steps)
    later = rated(place(1), band, WORDED, months=1 + int(p.drift_half_life))
    assert later.support_drift[0] == pytest.approx(p.support_drift * steps / 2)


def test_by_default_harder_and_easier_are_on_an_equal_footing(place):
    p = place(1).world.consequence
    assert p.grip_drift + p.mandate_drift == pytest.approx(p.grip_easing + p.support_drift)


def test_an_account_in_words_names_the_centre_and_moves_no_dial(place):
    centre = rated(place(1), INADEQUATE, IN_WORDS)
    assert (centre.support_drift[0], centre.grip_drift[0], centre.named[0]) == (0.0, 0.0, 1.0)


@pytest.mark.parametrize("levers", [WORDED, IN_WORDS])
@pytest.mark.parametrize("band", [GOOD, OUTSTANDING])
def test_a_report_that_finds_nothing_wanting_names_nobody_and_lets_an_older_one_fade(place, band, levers):
    s = place(1)
    assert rated(s, band, levers).named[0] == 0.0
    s.centre.named[0] = 0.8
    assert 0.0 < rated(s, band, levers).named[0] < 0.8


def test_support_as_practised_is_the_dial_moved_and_no_other_dial_is(place):
    s = place(2)
    s.centre.support_drift[0] = 0.2
    now = enact(s)
    changed = {name for name in DIALS if now.dials[name] != s.chosen.dials[name]}
    assert changed == {"innovation_support"}
    assert now.dials.innovation_support == pytest.approx(s.chosen.dials.innovation_support + 0.2)
    assert s.centre.enacted_support[0] == now.dials.innovation_support
    s.centre.support_drift[0] = -1.0
    assert enact(s).dials.innovation_support == 0.0


def test_support_that_a_rated_centre_adds_takes_hours_from_cases_and_gives_improvement(place):
    hours, improving = [], []
    for drift in (0.0, 0.3):
        s = place(2)
        s.centre.support_drift[0] = drift
        now = enact(s)
        effort_phase(s.state, s.inputs, now, 0)
        service_phase(s.state, s.inputs, now, 0)
        hours.append(s.pdus.debited.mean())
        improving.append(s.people.improvement[s.people.in_post == 1].mean())
    assert hours[1] - hours[0] == pytest.approx(0.3 * s.world.service.innovation_hours)
    assert improving[1] > improving[0]

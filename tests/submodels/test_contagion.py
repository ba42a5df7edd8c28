"""Contagion near and far: it exists, it adds up, it fades, and it reaches people who were not inspected."""

import numpy as np
import pytest

from model.submodels.esteem import esteem
from model.submodels.public import exposure_by_distance, public_sphere


def month_of_reports(s, reported, t):
    """Publish an Inadequate of each unit named, and let it be heard."""
    s.pdus.published_at[reported], s.pdus.overall[reported] = t, 0
    public_sphere(s.pdus, s.regions, s.centre, s.chosen.regime, s.chosen.national, 0.0, s.world.consequence, 1.0, t)
    exposure_by_distance(s.pdus, s.regions, s.centre, s.scratch.steps, s.chosen.regime, s.chosen.national,
                         s.world.esteem, 1.0, t)


def test_a_report_is_heard_less_by_one_share_for_each_step_away(place):
    s = place(1)
    month_of_reports(s, [0], 0)
    steps = s.scratch.steps[s.pdus.region, s.pdus.region[0]]
    expected = 2.0 * s.world.esteem.distance_decay ** steps
    assert s.pdus.exposure[1:] == pytest.approx(expected[1:])
    assert s.pdus.exposure[0] == 0.0
    assert len(set(steps.tolist())) > 1


def test_what_is_heard_adds_up_with_frequency_and_fades_with_its_half_life(place):
    s = place(2)
    kept = 0.5 ** (1.0 / s.world.esteem.exposure_half_life)
    for t in range(8):
        month_of_reports(s, [0], t)
    assert s.pdus.exposure[1] == pytest.approx(2.0 * sum(kept**k for k in range(8)))
    half_life = s.world.esteem.exposure_half_life = 4.0
    before = s.pdus.exposure[1]
    for t in range(8, 8 + int(half_life)):
        month_of_reports(s, [], t)
    assert s.pdus.exposure[1] == pytest.approx(before / 2.0)


def test_esteem_falls_where_nobody_was_inspected_and_more_so_nearby_and_with_more_reports(place):
    def fall(times):
        s = place(3)
        p, mean = s.world.esteem, []
        p.luck, p.recovery, p.strain = 0.0, 0.0, 0.0
        s.people.esteem[:] = 0.6
        for t in range(12):
            month_of_reports(s, [0] if t < times else [], t)
            s.pdus.sting[:] = 0.0
            esteem(s.people, s.pdus, s.scratch, p, 1, t)
        here = s.people.in_post == 1
        for u in (1, len(s.pdus) - 1):
            mean.append(0.6 - s.people.esteem[here & (s.people.pdu == u)].mean())
        return np.array(mean), s.world.esteem.distance_decay ** s.scratch.steps[0, -1]

    (once, share), (often, _) = fall(1), fall(6)
    assert once[0] > once[1] > 0.0
    assert once[1] == pytest.approx(share * once[0])
    assert (often > 2.0 * once).all()


@pytest.mark.parametrize("band, published, month, steps", [(0, 1.0, 5, 2), (1, 1.0, 5, 1), (3, 1.0, 5, 0),
                                                           (0, 0.0, 5, 0), (0, 1.0, 4, 0)])
def test_a_published_report_on_a_region_makes_headlines_in_its_month_by_its_steps_below_good(
        place, band, published, month, steps):
    s = place(4)
    s.regions.judged_at[1], s.regions.overall[1] = month, band
    s.chosen.regime.publishes = published
    s.centre.headlines[0] = 0.0
    s.pdus.incidents[:] = 0
    public_sphere(s.pdus, s.regions, s.centre, s.chosen.regime, s.chosen.national, 0.0, s.world.consequence, 1.0, 5)
    assert s.centre.headlines[0] == pytest.approx(s.world.consequence.headline_region * steps)
    assert s.world.consequence.headline_region > 0.0

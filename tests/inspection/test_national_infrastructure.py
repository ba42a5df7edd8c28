"""Infrastructure in or out of the national standards: points, and what a poor finding sets in motion."""

import pytest

from model.entities.state import NEVER
from model.month import month
from model.simulation import prepare
from model.specification.regime import NationalRegime
from model.specification.specification import RunSettings, ServiceSpecification, Specification
from model.submodels.rated_centre import repairs_asked

SWITCH, LAST = 6, 14


def run(rated: float, **world):
    """Return the state after the centre's first report, with premises and ICT worn to nothing before it."""
    national = NationalRegime(inspects=1.0, publishes=1.0, rates_standards=1.0, overall_word=1.0, stakes=0.6,
                              narrative=0.5, first_month=0.0, infrastructure=rated)
    s = Specification(service=ServiceSpecification(regions=2, pdus_per_region=3, staff_scale=0.02), national=national,
                      run=RunSettings(months=LAST, seed=4, switch=SWITCH))
    s.world.inspection.national_noise, s.world.inspection.plural_noise = 0.1, 0.0
    for key, value in world.items():
        block, name = key.split("__")
        setattr(getattr(s.world, block), name, value)
    state, inputs = prepare(s)
    for t in range(LAST):
        if t == SWITCH:
            state.pdus.estate[:] = state.pdus.ict[:] = 0.0
        month(state, inputs, t)
    assert state.centre.published_at[0] != NEVER
    return state


def test_left_out_it_is_not_judged_and_the_others_keep_their_luck():
    rated, left_out = run(1.0), run(0.0)
    assert (rated.centre.infrastructure[0], left_out.centre.infrastructure[0]) == (0, -1)
    assert rated.centre.points[0] * 12 == pytest.approx(left_out.centre.points[0] * 9), "the worst band adds no point"
    maxima = [int(s.inspectorate.events[s.inspectorate.events[:, 3 - 1] == 2][0, 6]) for s in (rated, left_out)]
    assert maxima == [12, 9]


def test_a_poor_finding_quickens_central_repairs_and_takes_attention_only_where_it_is_a_standard():
    spurred = {"infrastructure__named_quickens": 0.5}
    slow, quick, unasked = run(1.0), run(1.0, **spurred), run(0.0, **spurred)
    assert quick.pdus.estate.mean() > slow.pdus.estate.mean()
    assert (unasked.pdus.estate == run(0.0).pdus.estate).all()
    busy = run(1.0, direction__attention_repairs=0.1)
    assert busy.centre.attention[0] < slow.centre.attention[0]


@pytest.mark.parametrize("band, steps", [(-1, 0), (0, 2), (1, 1), (2, 0), (3, 0)])
def test_steps_below_good(band, steps):
    assert repairs_asked(band) == steps

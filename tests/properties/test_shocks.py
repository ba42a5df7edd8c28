"""What comes from outside does what it says while it lasts, nothing before it, and nothing where its size is nought."""

import numpy as np
import pytest

from model.month import month
from model.simulation import prepare, simulate
from model.specification.specification import RunSettings, ServiceSpecification, Shock, Specification

START, MONTHS = 8, 6
TOY = ServiceSpecification(regions=2, pdus_per_region=3, staff_scale=0.3)


def run(**sizes: float) -> Specification:
    """Return a run of the toy service with a shock of these sizes."""
    return Specification(service=TOY, shock=Shock(start=START, months=MONTHS, **sizes),
                         run=RunSettings(months=START + MONTHS + 6, seed=4, switch=3))


def joiners_and_headlines(specification: Specification) -> tuple[np.ndarray, np.ndarray]:
    """Return the number of joiners and the headlines of every month."""
    state, inputs = prepare(specification)
    joiners, headlines = [], []
    for t in range(specification.run.months):
        month(state, inputs, t)
        joiners.append(state.pdus.joiners.sum())
        headlines.append(state.centre.headlines[0])
    return np.array(joiners), np.array(headlines)


def test_nobody_joins_during_a_full_freeze_and_people_do_before_and_after_it():
    during = slice(START, START + MONTHS)
    frozen, _ = joiners_and_headlines(run(freeze=1.0))
    open_, _ = joiners_and_headlines(run())
    assert open_[during].sum() > 0
    assert frozen[during].sum() == 0
    assert (frozen[:START] == open_[:START]).all()
    assert frozen[START + MONTHS:].sum() > open_[START + MONTHS:].sum(), "vacancies kept open are filled afterwards"


def test_half_a_freeze_lets_in_some_of_those_who_would_have_come():
    during = slice(START, START + MONTHS)
    half, none = (joiners_and_headlines(run(freeze=size))[0][during].sum() for size in (0.5, 0.0))
    assert 0 < half < none


def test_below_nought_a_freeze_is_a_drive_that_fills_posts_sooner():
    during = slice(START, START + MONTHS)
    driven, none = (joiners_and_headlines(run(freeze=size))[0] for size in (-2.0, 0.0))
    assert (driven[:START] == none[:START]).all()
    assert driven[during].sum() > none[during].sum()


def test_bad_news_adds_its_size_to_what_headlines_leave_free():
    _, plain = joiners_and_headlines(run())
    _, shocked = joiners_and_headlines(run(news=0.25))
    assert (shocked[:START] == plain[:START]).all()
    assert shocked[START] - plain[START] == pytest.approx(0.25 * (1.0 - plain[START - 1]))
    assert shocked.max() <= 1.0


@pytest.mark.parametrize("size", ["share", "freeze", "news"])
def test_a_shock_that_lasts_no_month_changes_nothing(size):
    shocked, plain = run(**{size: 0.5}), run()
    shocked.shock.months = 0
    np.testing.assert_array_equal(simulate(shocked).nation, simulate(plain).nation)

"""The chance of the same word again, against exact sums and certainties."""

import numpy as np
import pytest

from experiments.composition import compose
from experiments.two_worlds.rejudging import AGAIN, other_seeds, word_chances
from experiments.two_worlds.session import Session
from experiments.two_worlds.world import World
from model.inspection.publication import LEVEL_PDU
from model.simulation import simulate
from model.specification.specification import LARGEST_SEED


@pytest.fixture
def visit():
    """A visit to a PDU of the toy service, whose circumstances may be set."""
    session = Session(["service=toy", "seed=5", "months=80", "view.month=60"])
    found = next(r.visit for r in reversed(session.a.reports.published) if r.level == LEVEL_PDU)
    return found._replace(pdus=found.pdus.copy())


def test_work_that_is_all_good_or_all_bad_is_always_called_so(visit):
    for share, band in ((1.0, 3), (0.0, 0)):
        visit.pdus.evidenced[:] = share
        assert word_chances(visit, LEVEL_PDU, 20)[band] == 1.0


def test_chances_sum_to_one_and_a_visit_near_a_boundary_is_a_lottery(visit):
    visit.pdus.evidenced[:] = 0.62
    chances = word_chances(visit, LEVEL_PDU)
    assert chances.sum() == pytest.approx(1.0)
    assert chances.max() < 0.95


@pytest.fixture(scope="module")
def busy():
    """Two worlds in which PDUs, and regions or the centre, are reported on."""
    return [World(["service=toy", "seed=5", "months=110", *words]).run_to(110)
            for words in ((), ("national=both", "national.cycle_months=12"))]


def test_every_visit_made_again_with_its_own_luck_ends_as_it_did(busy):
    reports = [report for world in busy for report in world.reports.published]
    assert {report.level for report in reports} == set(AGAIN)
    for report in reports:
        assert AGAIN[report.level](report.visit)(report.visit.inputs.seed) == report.overall


def test_taking_note_of_visits_changes_no_number():
    words = ["service=toy", "seed=5", "months=80", "national=both"]
    noted, run = World(words).run_to(80), simulate(compose(words))
    np.testing.assert_array_equal(noted.tables.nation, run.nation)


@pytest.mark.parametrize("level", AGAIN)
def test_making_visits_again_leaves_world_and_visit_as_they_were(level, busy):
    report, s = next((r, world.state) for world in busy for r in world.reports.published if r.level == level)
    now = (s.pdus, s.regions, s.centre, s.inspectorate.days, s.inspectorate.knowledge, report.visit.pdus)
    kept = [part.copy() for part in now]
    word_chances(report.visit, level, 5)
    assert all((before == after).all() for before, after in zip(kept, now))


def test_other_seeds_are_others_and_stay_in_range():
    assert list(other_seeds(7, 3)) == [8, 9, 10]
    assert all(0 <= seed <= LARGEST_SEED and seed != LARGEST_SEED for seed in other_seeds(LARGEST_SEED, 5))

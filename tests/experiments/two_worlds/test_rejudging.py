"""The chance of the same word again, against exact sums and certainties."""

import numpy as np
import pytest

from experiments.two_worlds.rejudging import other_seeds, word_chances
from experiments.two_worlds.session import Session
from model.inspection.publication import LEVEL_PDU
from model.specification.specification import LARGEST_SEED


@pytest.fixture
def visit():
    """A visit to a PDU of the toy service, whose circumstances may be set."""
    session = Session(["service=toy", "seed=5", "months=80", "view.month=60"])
    found = next(r.visit for r in reversed(session.a.reports.published) if r.level == LEVEL_PDU)
    p = found.inputs.world.inspection.copy()
    return found._replace(unit=found.unit.copy(), inputs=found.inputs._replace(
        world=_with(found.inputs.world, "inspection", p)))


def _with(world, block, values):
    changed = world.copy()
    changed[block] = values
    return changed


def test_work_that_is_all_good_or_all_bad_is_always_called_so(visit):
    for share, band in ((1.0, 3), (0.0, 0)):
        visit.unit.evidenced[:] = share
        assert word_chances(visit, 20)[band] == 1.0


def test_chances_sum_to_one_and_a_visit_near_a_boundary_is_a_lottery(visit):
    visit.unit.evidenced[:] = 0.62
    chances = word_chances(visit)
    assert chances.sum() == pytest.approx(1.0)
    assert chances.max() < 0.95


def test_the_visit_itself_is_made_again_exactly_with_its_own_luck(visit):
    from model.inspection.judgement import judge

    unit = visit.unit.copy()
    judge(unit, 0, visit.inspectorate, visit.regime, np.zeros(13), np.zeros(13, np.int64), visit.inputs.seed,
          visit.month, visit.inputs.world.inspection)
    assert (unit.pending_standards == visit.unit.pending_standards).all()
    assert (unit.case_counts == visit.unit.case_counts).all()


def test_making_visits_again_leaves_the_visit_as_it_was(visit):
    before = visit.unit.copy()
    word_chances(visit, 5)
    assert (visit.unit == before).all()


def test_other_seeds_are_others_and_stay_in_range():
    assert list(other_seeds(7, 3)) == [8, 9, 10]
    assert all(0 <= seed <= LARGEST_SEED and seed != LARGEST_SEED for seed in other_seeds(LARGEST_SEED, 5))

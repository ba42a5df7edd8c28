"""What was run is kept in parts, found again, and run anew only where it is lost."""

import numpy as np
import pytest

from experiments.calibration.bank import Bank
from experiments.calibration.space import COMBINATIONS, defaults, inputs, prior, specification
from experiments.composition import compose_run
from experiments.worlds import draw
from model.simulation import RunError
from model.specification.specification import Specification

DRAWS = prior(10)


@pytest.fixture
def counted(tmp_path):
    """Return a bank that reads two numbers off a specification without running it, and the seeds it was asked for."""
    seen: list[int] = []

    def read(one: Specification) -> list[float]:
        seen.append(one.run.seed)
        if one.run.seed == 3:
            raise RunError(1, "effort", "drive")
        return [one.world.effort.inertia, one.history_governance.grip]

    composed = compose_run(["service=toy", "months=1", "workers=2"])
    return Bank(tmp_path, composed, ("inertia", "grip"), read, block=4, quiet=True), seen, tmp_path


def test_numbers_come_in_the_order_of_the_draws_and_bad_runs_are_gaps(counted):
    found = counted[0](DRAWS)
    for row in (0, 9):
        assert found[row, 0] == pytest.approx(draw("wide", row)["world.effort.inertia"], abs=1e-5)
    assert np.isnan(found[2]).all()
    assert np.isfinite(np.delete(found, 2, axis=0)).all()


def test_nothing_is_run_twice_and_only_what_is_lost_is_run_again(counted):
    bank, seen, folder = counted
    first = bank(DRAWS)
    assert len(seen) == 10
    assert np.array_equal(bank(DRAWS), first, equal_nan=True)
    assert len(seen) == 10
    lost = sorted(folder.glob("part-*"))[0]
    lost.unlink()
    assert np.array_equal(bank(DRAWS), first, equal_nan=True)
    assert len(seen) in (12, 14)


def test_an_interruption_keeps_the_parts_that_were_whole(counted, monkeypatch):
    bank, seen, folder = counted
    keep, kept = bank._keep, []

    def broken_after_one(file, found):
        if kept:
            raise KeyboardInterrupt
        kept.append(file)
        keep(file, found)

    monkeypatch.setattr(bank, "_keep", broken_after_one)
    with pytest.raises(KeyboardInterrupt):
        bank(DRAWS)
    assert [file.name for file in folder.glob("part-*")] == [kept[0].name]
    monkeypatch.setattr(bank, "_keep", keep)
    before = len(seen)
    assert len(bank(DRAWS)) == 10
    assert len(seen) == before + 6


def test_other_draws_are_other_parts(counted):
    bank, seen, _ = counted
    bank(DRAWS)
    bank(prior(10, 1))
    assert len(seen) == 20


def test_the_prior_goes_through_every_combination_of_theories_and_through_worlds_of_wide():
    found = prior(2 * len(COMBINATIONS))
    assert np.bincount(found.theory).tolist() == [2] * len(COMBINATIONS)
    assert abs(np.corrcoef(found.theory, np.arange(len(found)))[0, 1]) < 0.3
    composed = compose_run(["service=toy", "months=1"])
    one = specification(composed, found, 5)
    assert one.world.esteem.own_sting == pytest.approx(draw("wide", 5)["world.esteem.own_sting"], abs=1e-5)
    assert one.governance == one.history_governance


def test_defaults_are_places_of_the_default_world():
    at = dict(zip(inputs(), defaults()))
    assert all(-1e-9 <= place <= 1 + 1e-9 for place in at.values())

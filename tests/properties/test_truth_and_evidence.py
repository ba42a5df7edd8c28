"""Evidenced equals true quality exactly where nothing separates them, and an unlimited sample finds its order."""

from types import SimpleNamespace

import numpy as np
import pytest

from model.entities.state import LEADERSHIP, N_CASE_CELLS, N_CELLS
from model.inspection.judgement import CELLS_READ, judge
from model.month import month
from model.simulation import prepare

SEPARATORS = ("evidence_relational", "evidence_recorded", "presentational", "casework_legibility")


def without_separators(specification):
    for name in SEPARATORS:
        setattr(specification.world.quality, name, 0.0)
    return specification


@pytest.mark.parametrize("world", range(6))
def test_evidence_is_the_truth_bit_for_bit_where_nothing_separates_them(drawn, world):
    specification = without_separators(drawn(world))
    specification.world.effort.presentational, specification.world.effort.substitution = 0.1, 0.0
    state, inputs = prepare(specification)
    others = [c for c in range(N_CELLS) if c != LEADERSHIP]
    for t in range(12):
        month(state, inputs, t)
        assert np.array_equal(state.pdus.true[:, others], state.pdus.evidenced[:, others])
    assert state.pdus.effort[:, 2].max() > 0, "there must be presentational work that could have shown"


@pytest.mark.parametrize("name", SEPARATORS)
def test_each_separator_alone_parts_them(drawn, name):
    specification = without_separators(drawn(2))
    specification.world.effort.presentational, specification.world.effort.substitution = 0.1, 0.0
    setattr(specification.world.quality, name, -0.3 if name == "evidence_relational" else 0.5)
    state, inputs = prepare(specification)
    for t in range(6):
        month(state, inputs, t)
    cells = slice(0, N_CASE_CELLS)
    assert not np.array_equal(state.pdus.true[:, cells], state.pdus.evidenced[:, cells])


@pytest.fixture
def fair_visits(toy):
    """Return a function that judges PDUs of given qualities with no severity, luck of the day or panel."""
    def judged(qualities: np.ndarray, cases: float, seed: int) -> SimpleNamespace:
        state, inputs = prepare(toy())
        p, regime = inputs.world.inspection, inputs.before.regime
        for name in ("severity_spread", "inconsistency", "organisation_noise", "discretion_share"):
            setattr(p, name, 0.0)
        regime.sample_cases = cases
        thresholds, counts = np.zeros(CELLS_READ), np.zeros(CELLS_READ, np.int64)
        standards = []
        for quality in qualities:
            state.pdus.evidenced[0] = quality
            judge(state.pdus, 0, state.inspectorate, regime, thresholds, counts, seed, len(standards), p)
            standards.append(state.pdus.pending_standards[0].copy())
        return SimpleNamespace(standards=np.array(standards), boundaries=(p.band_low, p.band_middle, p.band_high))

    return judged


def test_a_sample_without_limit_gives_every_standard_the_band_of_its_lowest_question(fair_visits):
    rng = np.random.default_rng(5)
    qualities = rng.uniform(0.2, 0.98, (60, N_CELLS))
    seen = fair_visits(qualities, 20_000, 1)
    lowest = qualities[:, :12].reshape(60, 4, 3).min(axis=2)
    clear = np.abs(lowest[..., None] - np.array(seen.boundaries)).min(axis=2) > 5 * 0.5 / np.sqrt(20_000)
    assert clear.mean() > 0.7
    assert np.array_equal(seen.standards[:, 3:7][clear], np.digitize(lowest, seen.boundaries)[clear])


def test_the_rated_order_follows_the_evidenced_order_at_400_cases(fair_visits):
    """Apart by more than 0.15, five standard errors of 400 cases each: a wrong order has less than 1e-5 of luck."""
    qualities = np.random.default_rng(6).uniform(0.2, 0.98, 60)
    points = fair_visits(np.repeat(qualities[:, None], N_CELLS, axis=1), 400, 2).standards.sum(axis=1)
    better = qualities[:, None] > qualities[None, :] + 0.15
    assert (points[:, None] - points[None, :])[better].min() >= 0
    assert np.corrcoef(points, qualities)[0, 1] > 0.9


def test_six_cases_do_not_keep_the_order(fair_visits):
    qualities = np.random.default_rng(6).uniform(0.2, 0.98, 60)
    points = fair_visits(np.repeat(qualities[:, None], N_CELLS, axis=1), 6, 2).standards.sum(axis=1)
    better = qualities[:, None] > qualities[None, :]
    assert (points[:, None] - points[None, :])[better].min() < 0

"""The whole method on the toy service: a known draw is run, and its figures alone lead back towards it."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from analysis.measures.weighing import worth
from experiments.calibration.calibrate import Calibration, Size, calibrate
from experiments.calibration.likelihood import Likelihood
from experiments.calibration.observe import observe
from experiments.calibration.record import narrowed, save, theory_weights
from experiments.calibration.space import inputs, prior, specification
from experiments.calibration.stored import contraction, draws
from experiments.calibration.targets import misses, read_all, targets
from experiments.calibration.waves import Wave
from experiments.composition import compose_run
from experiments.patterns.pattern import UNSEEN

WORDS = ["service=toy", "workers=2"]
SIZE = Size(prior=160, wave=96, waves=1, last=224, central=32, worlds=4, checks=4, kept=64)
KNOWN = prior(1, 777)
"""One known draw. Others narrow the parameter less (draw 778 by 0.26): six PDUs over 42 months say little."""
LOAD = inputs().index("world.demand.case_weight")


def synthetic():
    """Return figures of a known draw in place of published ones, ratings left out: six PDUs have few reports."""
    wanted = [target for target in targets() if not target.id.startswith(("1.", "P5"))]
    seen = read_all(wanted, observe(specification(compose_run(["months=42", *WORDS]), KNOWN, 0)))
    return tuple(replace(target, observed=float(value), scale=max(target.scale, abs(value) * 0.03)
                         if not target.ratio else 0.1 * float(value)) for target, value in zip(wanted, seen)
                 if np.isfinite(value) and (value > 0 or not target.ratio))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Calibration:
    return calibrate(WORDS, SIZE, tmp_path_factory.mktemp("toy"), quiet=True, extras=False, held_to=synthetic())


def missed(made: Calibration, wave: Wave) -> float:
    """Return the middle root mean square miss of a wave from the figures of the known draw."""
    gap = misses(made.likelihood.targets, wave.figures)
    return float(np.median(np.sqrt(np.nanmean(gap**2, axis=1))))


def test_each_wave_comes_nearer_to_what_was_observed(made):
    assert missed(made, made.last) < missed(made, made.waves[1]) < missed(made, made.waves[0])


def test_the_parameter_that_moves_workload_is_free_and_is_found_again(made):
    assert LOAD in made.found.free
    at, weights = made.last.draws.at[:, LOAD], made.weights
    middle = weights @ at
    spread = np.sqrt(weights @ (at - middle)**2)
    assert abs(middle - KNOWN.at[0, LOAD]) < 2.5 * spread
    row = next(row for row in narrowed(made) if row.key == inputs()[LOAD])
    assert row.contraction > 0.3
    assert row.identified


def test_most_inputs_are_not_identified(made):
    assert np.mean([row.identified for row in narrowed(made)]) < 0.3


def test_the_nearest_half_is_accepted_and_goes_into_the_record(made, tmp_path):
    near = made.likelihood(made.last.figures)
    assert near[made.weights > 0].min() >= near[made.weights == 0].max()
    assert worth(made.weights) == pytest.approx(SIZE.last / 2, abs=1)
    save(tmp_path, made, "probgov calibrate", 1.0)
    kept = draws(tmp_path)
    assert len(kept) == SIZE.kept
    assert set(contraction(tmp_path)) == set(inputs())
    assert sum(row["after"] for row in theory_weights(made)) == pytest.approx(4)


def test_the_published_total_is_the_likelihood_of_ratings():
    """15, 15 and 1 of 31: the likelihood is highest where simulated shares are those, and its ratio is a binomial's."""
    likelihood = Likelihood(targets())
    figures = np.array([[target.observed for target in likelihood.targets]] * 2)
    names = likelihood.names
    worse, better = names.index("1.first.inadequate"), names.index("1.first.good")
    figures[1, worse] = 90.0
    assert likelihood.total == [15, 15, 1]
    first, second = likelihood(figures)
    assert first > second + 5
    p, q = likelihood.shares(figures, "1.first", 31)
    ratio = 15 * np.log(p[0] / q[0]) + 15 * np.log(p[1] / q[1]) + np.log(p[2] / q[2])
    later = {"inadequate": 1, "requires": 2}
    lean = later["inadequate"] * np.log(p[0] / q[0]) + later["requires"] * np.log(p[1] / q[1])
    assert first - second == pytest.approx(ratio + lean, abs=1.5)
    figures[1] = figures[0]
    figures[1, better] = 40.0
    assert likelihood(figures)[0] > likelihood(figures)[1] + 3


def test_a_figure_that_is_not_shown_counts_as_missed():
    likelihood = Likelihood(targets())
    figures = np.array([[target.observed for target in likelihood.targets]] * 2)
    figures[1, likelihood.names.index("8.caseload.2024-03")] = np.nan
    first, second = likelihood(figures)
    assert first - second == pytest.approx(UNSEEN**2 / 2)


def test_nothing_later_than_a_hold_out_is_asked_for():
    early = targets(date(2023, 12, 31))
    assert not [target.id for target in early if "2024" in target.id or target.id.startswith(("1.second", "P5"))]
    assert {"1.first.inadequate", "6.2023-12", "7.engagement_index.change"} <= {target.id for target in early}
    assert len(early) < len(targets())
    assert Likelihood(early, date(2023, 12, 31)).second == [0, 0, 0]

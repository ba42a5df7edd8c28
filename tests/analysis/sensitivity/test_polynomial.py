"""The emulator: exact on polynomials, honest on noise, and Sobol' indices in closed form."""

import numpy as np
import pytest

from analysis.sensitivity.indices import sobol_indices
from analysis.sensitivity.polynomial import build_basis, discrete_polynomials, fit, held_out


def drawn(n, causes, seed=0):
    return np.random.default_rng(seed).random((n, causes)), np.arange(n) // 4


def bent(places):
    u = 2 * places - 1
    return 1 + 2 * u[:, 0] + u[:, 1] * u[:, 2] + 3 * u[:, 3] ** 2


BENT = build_basis([0] * 6, curved=range(6), paired=range(6))
VARIANCES = {"0": 4 / 3, "1": 1 / 9, "2": 1 / 9, "3": 9 * 4 / 45, "4": 0, "5": 0}
WHOLE = 4 / 3 + 1 / 9 + 9 * 4 / 45


def test_basis_functions_are_orthonormal():
    places = (np.indices((30, 30)).reshape(2, -1).T + 0.5) / 30
    grid = np.column_stack([places, places[:, :1]])
    columns = build_basis([0, 0, 3], curved=[0, 1], paired=[0, 1]).values(grid)[:, :4]
    assert columns.T @ columns / len(grid) == pytest.approx(np.eye(4), abs=0.01)


@pytest.mark.parametrize("kinds", [2, 3, 4])
def test_discrete_functions_are_orthonormal_on_equally_likely_kinds(kinds):
    table = discrete_polynomials(kinds)
    assert table.T @ table / kinds == pytest.approx(np.eye(kinds), abs=1e-9)


def test_a_polynomial_is_emulated_exactly():
    places, clusters = drawn(200, 6)
    found = fit(BENT, places, bent(places), clusters)
    elsewhere = drawn(50, 6, 1)[0]
    assert found.predict(elsewhere) == pytest.approx(bent(elsewhere), abs=1e-6)


def test_what_is_expected_knowing_one_cause_leaves_the_rest_out():
    places, clusters = drawn(200, 6)
    found = fit(BENT, places, bent(places), clusters)
    assert found.expected(places, {0}) == pytest.approx(2 + 2 * (2 * places[:, 0] - 1), abs=1e-6)
    assert np.ptp(found.expected(places, {1})) == pytest.approx(0, abs=1e-6)


def test_sobol_indices_are_those_of_the_polynomial():
    places, clusters = drawn(4000, 6)
    table = sobol_indices(BENT, list("012345"), places, bent(places), clusters, resamples=10).set_index("cause")
    expected = {name: value / WHOLE for name, value in VARIANCES.items()}
    assert table["total"].to_dict() == pytest.approx(expected, abs=0.02)
    assert table.loc[["1", "2"], "alone"].tolist() == pytest.approx([0, 0], abs=1e-3)
    assert (table["total_low"] <= table["total"] + 0.01).all()
    assert (table["total"] <= table["total_high"] + 0.01).all()


def test_shares_are_of_all_that_varies_so_luck_stays_unexplained():
    places, clusters = drawn(1200, 6)
    noisy = bent(places) + np.random.default_rng(1).normal(0, np.sqrt(WHOLE), len(places))
    table = sobol_indices(BENT, list("012345"), places, noisy, clusters, resamples=2)
    assert table["alone"].sum() + 1 / 9 / WHOLE / 2 == pytest.approx(0.5, abs=0.06)
    assert held_out(BENT, places, noisy, clusters) == pytest.approx(0.5, abs=0.06)


def test_rival_theories_count_as_one_cause():
    places, clusters = drawn(6000, 2)
    kinds = np.array([0.0, 1.0, 5.0])[(places[:, 0] * 3).astype(int)]
    table = sobol_indices(build_basis([3, 0]), ["theory", "number"], places, kinds, clusters, resamples=5)
    assert table.iloc[0][["cause", "alone"]].tolist() == ["theory", pytest.approx(1, abs=0.02)]


def test_noise_alone_is_not_explained():
    places, clusters = drawn(400, 30)
    noise = np.random.default_rng(2).normal(size=400)
    assert held_out(build_basis([0] * 30), places, noise, clusters) < 0.05
    assert len(fit(build_basis([0] * 30), places, noise, clusters).terms) <= 3


def test_too_few_paths_are_refused():
    places, _ = drawn(12, 2)
    with pytest.raises(ValueError, match="at least 5"):
        fit(build_basis([0, 0]), places, places[:, 0], np.arange(12) // 4)

"""The rating lottery: simulated visits against exact binomial sums, and judgements that go together in a case.

Tolerances are 4.4 standard errors: one false alarm in a hundred thousand, once, for the seed is fixed.
"""

from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from model.inspection.judgement import band, seen_share

ERRORS = 4.4
VISITS = 40_000


def band_chances(share: float, n: int) -> np.ndarray:
    """Return the exact chance of each band for n cases, each sufficient with chance `share`."""
    first = [0, *(-(-edge * n // 100) for edge in (50, 65, 80)), n + 1]
    below = stats.binom.cdf(np.array(first) - 1, n, share)
    return np.diff(below)


def bands_of(counts: np.ndarray, n: int, p) -> np.ndarray:
    """Return the band of every count by the model's own rule."""
    by_count = np.array([band(k / n, p) for k in range(n + 1)])
    return by_count[counts]


@pytest.mark.parametrize("share, n, known", [(0.50, 60, 0.49), (0.55, 60, 0.59), (0.64, 60, 0.49), (0.50, 30, 0.46)])
def test_the_same_band_twice_is_as_likely_as_the_exact_sum_says(visits, p, share, n, known):
    exact = (band_chances(share, n) ** 2).sum()
    assert round(exact, 2) == known
    bands = bands_of(visits([share], n, 0.0, VISITS)[:, 0], n, p)
    again = (bands[0::2] == bands[1::2]).mean()
    assert abs(again - exact) < ERRORS * np.sqrt(exact * (1 - exact) / (VISITS / 2))


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.64, 0.8, 0.97])
@pytest.mark.parametrize("n", [6, 30, 54])
def test_counts_of_sufficient_cases_are_binomial(visits, p, share, n):
    counts = visits([share], n, 0.0, VISITS, seed=n)[:, 0]
    expected = stats.binom.pmf(np.arange(n + 1), n, share) * VISITS
    common = expected > 20
    seen = np.bincount(counts, minlength=n + 1)
    groups = np.append(seen[common], seen[~common].sum()), np.append(expected[common], expected[~common].sum())
    if groups[1][-1] < 5:
        groups = groups[0][:-1], groups[1][:-1] * groups[0][:-1].sum() / groups[1][:-1].sum()
    assert stats.chisquare(*groups).pvalue > 1e-5
    assert bands_of(counts, n, p).mean() == pytest.approx(band_chances(share, n) @ range(4), abs=0.03)


def test_correlation_leaves_each_question_binomial_and_ties_two_questions_by_the_exact_amount(visits):
    rho, shares, n = 0.3, [0.64, 0.5], 54
    counts = visits(shares, n, rho, VISITS, seed=3)
    both = stats.multivariate_normal(cov=[[1, rho], [rho, 1]]).cdf(stats.norm.ppf(shares))
    for q, share in enumerate(shares):
        assert abs(counts[:, q].mean() / n - share) < ERRORS * np.sqrt(share * (1 - share) / n / VISITS)
        assert counts[:, q].var() == pytest.approx(n * share * (1 - share), rel=0.04)
    covariance = n * (both - shares[0] * shares[1])
    assert np.cov(counts.T)[0, 1] == pytest.approx(covariance, rel=0.06)


def test_without_correlation_questions_of_a_case_are_independent(visits):
    counts = visits([0.6, 0.6], 54, 0.0, VISITS, seed=4)
    assert abs(np.corrcoef(counts.T)[0, 1]) < ERRORS / np.sqrt(VISITS)


def test_full_correlation_makes_one_question_of_two(visits):
    counts = visits([0.6, 0.6], 54, 1.0, 1000, seed=5)
    assert (counts[:, 0] == counts[:, 1]).all()


def test_the_lowest_of_three_questions_is_likelier_to_be_the_same_band_again(visits, p):
    """Docking: 60 cases, truth .64, within-case correlation .5 gives about .64; independent questions are exact."""
    known = {0.5: 0.64}
    for rho in (0.0, 0.5):
        bands = bands_of(visits([0.64] * 3, 60, rho, VISITS, seed=6), 60, p).min(axis=1)
        again = (bands[0::2] == bands[1::2]).mean()
        if rho == 0.0:
            at_least = band_chances(0.64, 60)[::-1].cumsum()[::-1] ** 3
            known[rho] = (np.append(-np.diff(at_least), at_least[-1]) ** 2).sum()
        assert again == pytest.approx(known[rho], abs=0.015), rho


def test_luck_of_a_visit_is_the_units_and_the_months_not_the_samples(visits):
    """A larger sample begins with the same cases: samples are nested, so regimes stay paired."""
    for small, large in pairwise((6, 20, 54)):
        few, many = (visits([0.5, 0.7], n, 0.3, 500, seed=7) for n in (small, large))
        assert (few <= many).all()
        assert (many - few <= large - small).all()


def test_severity_lowers_and_relief_lifts_what_is_seen():
    assert seen_share(0.6, 0.0, 0.0) == pytest.approx(0.6, abs=1e-12)
    assert seen_share(0.6, 0.5, 0.0) < 0.6 < seen_share(0.6, 0.0, 0.5)
    assert seen_share(0.6, 0.4, 0.4) == pytest.approx(0.6, abs=1e-12)
    for total in (0.0, 1.0):
        assert 0 < seen_share(total, 0.3, 0.0) < 1

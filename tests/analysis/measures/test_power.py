"""Power against simulated comparisons, and pairs as the inverse of power."""

import numpy as np
import pytest
from scipy import stats

from analysis.measures.paired import verdict
from analysis.measures.power import pairs_for, power_to_dismiss, power_to_tell


def verdicts(effect, spread, pairs, sesoi, sets=4000):
    data = np.random.default_rng(3).normal(effect, spread, (sets, pairs))
    half = stats.t.ppf(0.975, pairs - 1) * data.std(axis=1, ddof=1) / np.sqrt(pairs)
    means = data.mean(axis=1)
    return [verdict(mean - width, mean + width, sesoi, 1) for mean, width in zip(means, half)]


@pytest.mark.parametrize("spread, pairs", [(1.0, 20), (2.0, 50), (3.0, 50)])
def test_power_is_the_share_of_verdicts(spread, pairs):
    """4,000 simulated comparisons: within three standard errors, 0.024."""
    told = np.mean([word == "better" for word in verdicts(2.0, spread, pairs, 1.0)])
    assert power_to_tell(2.0, 1.0, spread, pairs) == pytest.approx(told, abs=0.024)
    dismissed = np.mean([word == "negligible" for word in verdicts(0.0, spread, pairs, 1.0)])
    assert power_to_dismiss(1.0, spread, pairs) == pytest.approx(dismissed, abs=0.024)


@pytest.mark.parametrize("wanted", [0.5, 0.9, 0.99])
def test_pairs_needed_are_the_fewest_that_give_the_power(wanted):
    def power(pairs):
        return power_to_tell(1.5, 1.0, 2.0, pairs)

    found = pairs_for(power, wanted)
    assert power(found) >= wanted > power(found - 1)


def test_no_spread_is_certain_and_one_pair_is_nothing():
    assert power_to_tell(2.0, 1.0, 0.0, 5) == 1.0
    assert power_to_dismiss(1.0, 0.0, 5) == 1.0
    assert np.isnan(power_to_tell(2.0, 1.0, 1.0, 1))
    assert pairs_for(lambda pairs: 0.0, 0.9) is None
    assert pairs_for(lambda pairs: 1.0, 0.9) == 2

"""Pairs meet in the same world and seed, and nothing is lost in silence."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures.declared import better_of, declared, sesoi_of
from analysis.measures.pairing import pair_differences


def runs():
    rows = [("a", 0, 1, 3.0), ("a", 0, 2, 5.0), ("a", 1, 1, 7.0), ("b", 0, 2, 1.0), ("b", 0, 1, 1.0), ("b", 1, 2, 9.0)]
    return pd.DataFrame(rows, columns=["scenario", "world_index", "seed", "y"])


def test_differences_meet_by_world_and_seed_and_keep_the_one_sided():
    found = pair_differences(runs(), "a", "b", ["y"]).set_index(["world", "replicate"])["y"]
    assert found.loc[(0, 1)] == 2.0
    assert found.loc[(0, 2)] == 4.0
    assert np.isnan(found.loc[(1, 1)])
    assert np.isnan(found.loc[(1, 2)])


def test_unknown_and_repeated_scenarios_are_refused():
    with pytest.raises(ValueError, match="scenario=c has no run here; there are: a, b"):
        pair_differences(runs(), "a", "c", ["y"])
    with pytest.raises(ValueError, match="more than once"):
        pair_differences(pd.concat([runs(), runs()]), "a", "b", ["y"])


def test_every_horizon_has_its_outcomes_declaration():
    assert declared("leaving_rate_at_12") == declared("leaving_rate_at_78") == declared("leaving_rate")
    assert sesoi_of(["true_quality_at_12"]) == {"true_quality_at_12": 0.02}
    assert better_of(["leaving_rate", "diversity"]) == {"leaving_rate": -1, "diversity": 0}


def test_an_unknown_outcome_is_named_with_its_nearest():
    with pytest.raises(KeyError, match="nearest is true_quality"):
        declared("true_qualty")

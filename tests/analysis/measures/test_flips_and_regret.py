"""Where an effect flips, and what choosing one of two costs: against closed forms."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures.flips import flips, line
from analysis.measures.regret import regrets

RNG = np.random.default_rng(3)
PARAMETERS = pd.DataFrame(RNG.uniform(size=(120, 3)), columns=["turns", "shifts", "idle"])


def test_a_line_is_that_of_least_squares():
    x, y = RNG.normal(size=30), RNG.normal(size=30)
    assert line(x, y) == pytest.approx(tuple(np.polyfit(x, y, 1)))
    assert line(np.ones(4), np.arange(4.0)) == (0.0, 1.5)


def test_the_flip_is_where_it_was_put_and_is_not_told_where_there_is_none():
    effect = 2 * (PARAMETERS["turns"] - 0.3) + RNG.normal(scale=0.05, size=120)
    found = flips(PARAMETERS, effect, ["turns", "idle"]).set_index("parameter")
    assert found.at["turns", "flips_at"] == pytest.approx(0.3, abs=0.03)
    assert found.at["turns", "flips_low"] < 0.3 < found.at["turns", "flips_high"]
    assert found.at["turns", "effect_at_low"] < 0 < found.at["turns", "effect_at_high"]
    assert np.isnan(found.at["idle", "flips_at"])
    always = flips(PARAMETERS, 5 + PARAMETERS["shifts"], ["shifts"])
    assert np.isnan(always["flips_at"].iloc[0])


def test_regret_is_what_the_other_side_would_have_gained():
    effects = np.array([3.0, -1.0, 0.0, 2.0])
    found = regrets(effects, 1, "a", "b").set_index("side")
    assert found["mean"].to_dict() == {"a": 0.25, "b": 1.25}
    assert found["largest"].to_dict() == {"a": 1.0, "b": 3.0}
    turned = regrets(effects, -1, "a", "b").set_index("side")
    assert turned["mean"].to_dict() == {"a": 1.25, "b": 0.25}
    assert found.at["b", "mean"] - found.at["a", "mean"] == pytest.approx(effects.mean())
    with pytest.raises(ValueError, match="better"):
        regrets(effects, 0, "a", "b")

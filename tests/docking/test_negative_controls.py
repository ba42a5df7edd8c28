"""Negative controls: the model can say the opposite, inside its declared ranges."""

import numpy as np
import pytest

from experiments.composition import compose
from model.simulation import simulate

SESOI = 0.02
SEEDS = (1, 2, 3)


def difference(*words: str) -> float:
    """Return hierarchical less egalitarian true quality over the 36 months after the switch, over paired seeds."""
    pairs = []
    for seed in SEEDS:
        sides = [simulate(compose([f"governance={side}", f"seed={seed}", "months=78", *words])).outcomes["true_quality"]
                 for side in ("hierarchical", "egalitarian")]
        pairs.append(sides[0] - sides[1])
    return float(np.mean(pairs))


def test_a_world_inside_the_ranges_favours_hierarchical_governance():
    assert difference("world=hierarchy_favoured") > SESOI


def test_the_default_world_favours_egalitarian_governance():
    assert difference() < -SESOI


@pytest.mark.parametrize("side", ["hierarchical", "egalitarian"])
def test_the_name_of_an_archetype_decides_nothing(side):
    named = simulate(compose(["service=toy", f"governance={side}", "months=60"]))
    renamed = compose(["service=toy", f"governance={side}", "months=60"])
    renamed.names["governance"] = "another name"
    assert np.array_equal(named.nation, simulate(renamed).nation, equal_nan=True)

"""Attribution: Shapley's axioms, and errors in closed form."""

import numpy as np
import pytest

from analysis.measures.attribution import (
    LEVELS,
    attribution_error,
    blame_placed,
    coalitions,
    control_shares,
    shapley,
    signed_error,
)

NOBODY = dict.fromkeys(LEVELS, 0.0)


def worth(value):
    return {chosen: value(chosen) for chosen in coalitions()}


def test_levels_that_add_up_get_what_they_add():
    sizes = dict(zip(LEVELS, (1.0, 2.0, 0.0, -1.0, 4.0)))
    assert shapley(worth(lambda s: 7 + sum(sizes[level] for level in s))) == pytest.approx(sizes)


def test_what_needs_two_is_shared_between_them():
    found = shapley(worth(lambda s: float({"nation", "pdu"} <= s)))
    assert found == pytest.approx(NOBODY | {"nation": 0.5, "pdu": 0.5})


def test_values_sum_to_what_all_together_change():
    rng = np.random.default_rng(1)
    random = worth(lambda s: rng.normal(size=3))
    total = sum(shapley(random).values())
    assert np.allclose(total, random[frozenset(LEVELS)] - random[frozenset()])


def test_there_are_32_sets_of_five_levels():
    assert len(set(coalitions())) == 32


def test_blame_that_falls_as_control_lies_has_no_error():
    values = NOBODY | {"nation": 3.0, "pdu": 1.0}
    assert attribution_error(values, control_shares(values)) == 0.0
    assert signed_error(values, control_shares(values)) == 0.0


def test_blame_on_a_level_that_controls_nothing_is_all_error():
    values, blame = NOBODY | {"nation": 0.02, "practitioner": -1.0}, NOBODY | {"pdu": 1.0}
    assert attribution_error(values, blame) == 1.0
    assert signed_error(values, blame) == 1.0
    assert signed_error(NOBODY | {"pdu": 1.0}, NOBODY | {"nation": 1.0}) == -1.0


def test_nothing_to_mend_gives_no_error():
    assert np.isnan(attribution_error(NOBODY, NOBODY | {"pdu": 1.0}))


@pytest.mark.parametrize("sharing, context, named, expected", [
    (0.0, 0.0, 0.0, {"pdu": 1.0}), (1.0, 0.0, 0.0, {"region": 0.5, "nation": 0.5}), (0.0, 0.0, 1.0, {"nation": 1.0}),
    (0.5, 0.5, 0.0, {"exogenous": 0.5, "pdu": 0.25, "nation": 0.125, "region": 0.125})])
def test_blame_is_placed_on_someone_and_sums_to_one(sharing, context, named, expected):
    blame = blame_placed(sharing, context, named)
    assert blame == pytest.approx(NOBODY | expected)
    assert sum(blame.values()) == pytest.approx(1.0)

"""Factorial contrasts against sums laid down by hand, and the value at which an effect changes sign."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures.break_even import break_even, crossing
from analysis.measures.factorial import contrast, contrasts, settings

FACTORS = ("a", "b", "c")


def cells(value):
    return {s: pd.DataFrame({"y": [value(*s), value(*s) + 1.0]}) for s in settings(FACTORS)}


def test_a_sum_has_main_effects_and_no_interaction():
    made = cells(lambda a, b, c: 5 + 2 * a - 3 * b + 0.5 * c)
    found = {chosen: contrast(made, FACTORS, chosen)["y"].tolist() for chosen in contrasts(FACTORS, 3)}
    assert found["a",] == [2, 2]
    assert found["b",] == [-3, -3]
    assert found["c",] == [0.5, 0.5]
    assert all(found[chosen] == [0, 0] for chosen in found if len(chosen) > 1)


def test_a_product_is_an_interaction_of_its_own_size():
    made = cells(lambda a, b, c: 4 * a * b)
    assert contrast(made, FACTORS, ("a", "b"))["y"].tolist() == [4, 4]
    assert contrast(made, FACTORS, ("a",))["y"].tolist() == [2, 2], "averaged over the other's settings"
    assert contrast(cells(lambda a, b, c: 8 * a * b * c), FACTORS, FACTORS)["y"].tolist() == [8, 8]


def test_cells_that_are_missing_or_do_not_match_are_refused():
    made = cells(lambda a, b, c: a)
    with pytest.raises(ValueError, match="8 cells"):
        contrast({k: made[k] for k in list(made)[1:]}, FACTORS, ("a",))
    with pytest.raises(ValueError, match="same pairs"):
        contrast(made | {(0, 0, 0): made[0, 0, 0].iloc[::-1]}, FACTORS, ("a",))


@pytest.mark.parametrize("effects, size, place", [
    ([-1.0, 1.0, 3.0], 0.0, 0.5), ([-1.0, 1.0, 3.0], 2.0, 1.5), ([1.0, 2.0, 3.0], 0.0, np.nan),
    ([3.0, 1.0, -1.0], 0.0, 1.5), ([0.0, 1.0, 2.0], 0.0, 0.0)])
def test_where_lines_cross(effects, size, place):
    assert crossing(np.arange(3.0), np.array(effects), size) == pytest.approx(place, nan_ok=True)


def test_the_interval_of_a_break_even_holds_it_and_narrows_with_pairs():
    rng, values = np.random.default_rng(1), np.linspace(-1, 1, 5)
    widths = []
    for pairs in (40, 640):
        luck = rng.normal(0, 0.5, size=(pairs, 1))
        found = break_even(values, values - 0.3 + luck, np.arange(pairs))
        assert found.low < 0.3 < found.high
        assert found.share > 0.99
        widths.append(found.high - found.low)
    assert widths[1] < widths[0] / 2
    none = break_even(values, values + 5.0 + rng.normal(size=(20, 1)), np.arange(20))
    assert np.isnan(none.value)
    assert np.isnan(none.low)
    assert none.share < 0.5

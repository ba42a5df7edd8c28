"""Negative controls: the model can say each of them, and its opposite, inside its declared ranges."""

import numpy as np
import pytest

from experiments import worlds
from experiments.composition import compose
from experiments.controls.control import CONTROLS, LETTERS, find_control, margin
from experiments.controls.page import COLUMNS, rows
from experiments.controls.search import ends, margins_in, search
from experiments.errors import UserError
from experiments.options import option_files
from model.parameters.register import register
from model.simulation import simulate

SEEDS = (1, 2)
KEPT = {control.letter: control.world for control in CONTROLS}


@pytest.mark.parametrize("control", CONTROLS, ids=LETTERS)
def test_a_kept_world_inside_the_ranges_meets_the_control(control):
    assert margin(control, SEEDS) >= 0.0


@pytest.mark.parametrize("control", [c for c in CONTROLS if c.world != "default"], ids=lambda c: c.letter)
def test_the_default_world_does_not_meet_what_had_to_be_searched_for(control):
    assert margin(control, (1,), ("world=default",)) < 0.0


def test_hierarchical_and_egalitarian_cannot_both_do_better_in_one_world():
    for world in ("default", KEPT["e"]):
        assert min(margin(find_control(letter), (1,), (f"world={world}",)) for letter in "ef") < 0.0


@pytest.mark.parametrize("letter, fine, spoilt", [
    ("a", ({"true_quality": 0.5, "debited_share": 0.16}, {"true_quality": 0.505, "debited_share": 0.10}),
     ({"true_quality": 0.5, "debited_share": 0.14}, {"true_quality": 0.505, "debited_share": 0.10})),
    ("a", ({"true_quality": 0.5, "debited_share": 0.16}, {"true_quality": 0.495, "debited_share": 0.10}),
     ({"true_quality": 0.5, "debited_share": 0.16}, {"true_quality": 0.489, "debited_share": 0.10})),
    ("b", ({"true_quality": 0.53, "reported_gap": 0.01}, {"true_quality": 0.50}),
     ({"true_quality": 0.53, "reported_gap": 0.03}, {"true_quality": 0.50})),
    ("c", ({"true_quality": 0.53, "progress": 0.52}, {"true_quality": 0.50, "progress": 0.5}),
     ({"true_quality": 0.53, "progress": 0.505}, {"true_quality": 0.50, "progress": 0.5})),
    ("d", ({"reported_gap": 0.21}, {}), ({"reported_gap": 0.19}, {})),
    ("e", ({"true_quality": 0.53}, {"true_quality": 0.50}), ({"true_quality": 0.51}, {"true_quality": 0.50})),
    ("f", ({"true_quality": 0.50}, {"true_quality": 0.53}), ({"true_quality": 0.53}, {"true_quality": 0.50})),
])
def test_a_margin_tells_what_meets_the_criterion_from_what_does_not(letter, fine, spoilt):
    found = [find_control(letter).margin(one | {"quality_spread": 0.1}, other | {"quality_spread": 0.1})
             for one, other in (fine, spoilt)]
    assert found[0] >= 0.0 > found[1]


def test_worlds_that_are_kept_stay_inside_the_ranges_and_say_that_they_were_searched_for():
    for world in set(KEPT.values()) - {"default"}:
        compose([f"world={world}"]).check()
        assert "negative control" in option_files("world")[world].read_text(encoding="utf-8").lower()


def test_a_control_that_is_not_there_is_named():
    with pytest.raises(UserError, match="control"):
        find_control("g")


def test_the_share_of_wide_worlds_is_counted_by_control_and_repeats_itself():
    margins = margins_in("wide", 2)
    assert set(margins) == set(LETTERS)
    assert all(len(found) == 2 for found in margins.values())
    f = find_control("f")
    assert margins["f"][1] == margin(f, (1,), ("world=wide", "world.index=1"))
    row = rows({"f": np.array([0.1, -0.2, np.nan, 0.0])}, {"f": np.array([0.1, 0.2])}, (1,), [f])[0]
    assert set(row) == set(COLUMNS)
    assert (row["calibrated_met_in"], row["calibrated_worlds"], row["calibrated_share"]) == (2, 2, 1.0)
    assert (row["met_in"], row["worlds"], row["share"]) == (2, 4, 0.5)
    assert row["low"] < 0.5 < row["high"]


def test_a_search_ends_inside_the_ranges_and_meets_what_it_searched_for(monkeypatch):
    c = find_control("c")
    few = [e for e in worlds.swept() if e.key in ("world.workforce.intrinsic", "world.effort.accountability")]
    monkeypatch.setattr(worlds, "swept", lambda: few)
    values = search(c, seeds=(1,))
    declared = {entry.key: entry.declaration for entry in register()}
    assert values
    assert all(declared[key].low <= value <= declared[key].high and value in ends(key) for key, value in values.items())
    assert margin(c, (1,), tuple(f"{key}={value}" for key, value in values.items())) >= 0.0


@pytest.mark.parametrize("side", ["hierarchical", "egalitarian"])
def test_the_name_of_an_archetype_decides_nothing(side):
    named = simulate(compose(["service=toy", f"governance={side}", "months=60"]))
    renamed = compose(["service=toy", f"governance={side}", "months=60"])
    renamed.names["governance"] = "another name"
    assert np.array_equal(named.nation, simulate(renamed).nation, equal_nan=True)

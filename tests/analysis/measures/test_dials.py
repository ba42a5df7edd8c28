"""Verdicts on moves of dials: from made-up worlds whose answers are known."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures.dials import BASE, dial_table, leanings, null_holds, scenario, world_verdicts

SESOI, BETTER = {"q": 0.02}, {"q": 1}
RNG = np.random.default_rng(5)


def runs(effects, worlds=40, replicates=3, noise=0.002):
    """Return runs in which moving a dial adds an effect of the world's number: effects[dial](world, sign)."""
    rows = []
    for world in range(worlds):
        for seed in range(replicates):
            level = RNG.normal(0.5, 0.2)
            rows.append((BASE, world, seed, level))
            for dial, effect in effects.items():
                for move, sign in (("raised", 1), ("lowered", -1)):
                    rows.append((scenario(dial, move), world, seed, level + effect(world, sign) + RNG.normal(0, noise)))
    return pd.DataFrame(rows, columns=["scenario", "world_index", "seed", "q"])


EFFECTS = {"helps": lambda world, sign: 0.05 * sign,
           "splits": lambda world, sign: 0.05 * sign * (1 if world % 2 else -1),
           "peaks": lambda world, sign: -0.05, "small": lambda world, sign: 0.004 * sign}
TABLE = dial_table(runs(EFFECTS), list(EFFECTS), ["q"], SESOI, BETTER)


def row(dial, move):
    return TABLE[(TABLE["dial"] == dial) & (TABLE["move"] == move)].iloc[0]


@pytest.mark.parametrize("dial, move, beneficial, harmful, negligible", [
    ("helps", "raised", 1.0, 0.0, 0.0), ("helps", "lowered", 0.0, 1.0, 0.0), ("splits", "raised", 0.5, 0.5, 0.0),
    ("peaks", "raised", 0.0, 1.0, 0.0), ("peaks", "lowered", 0.0, 1.0, 0.0), ("small", "raised", 0.0, 0.0, 1.0)])
def test_shares_are_those_of_the_worlds_made(dial, move, beneficial, harmful, negligible):
    found = row(dial, move)
    assert (found["beneficial"], found["harmful"], found["negligible"]) == (beneficial, harmful, negligible)
    assert found["low"] < max(beneficial, harmful, negligible) <= found["high"] + 1e-12


def test_only_what_points_one_way_is_one_sided():
    assert dict(zip(*leanings(TABLE)[["dial", "one_sided"]].to_numpy().T)) == {
        "helps": "more", "splits": "", "peaks": "", "small": ""}


def test_too_much_luck_is_unresolved_and_never_a_side():
    noisy = dial_table(runs({"helps": EFFECTS["helps"]}, worlds=30, replicates=2, noise=0.2), ["helps"], ["q"], SESOI,
                       BETTER)
    assert (noisy["unresolved"] > 0.6).all()
    assert world_verdicts(np.array([0.1, 0.2]), np.array([0, 1]), 0.02, 1) == ["unresolved", "unresolved"]


def test_verdicts_turn_round_where_less_is_better():
    table = dial_table(runs({"helps": EFFECTS["helps"]}), ["helps"], ["q"], SESOI, {"q": -1})
    assert table.set_index("move").at["raised", "harmful"] == 1.0


def test_a_dial_that_does_nothing_is_negligible_by_luck_shared_or_not():
    shared = dial_table(runs({"null": lambda world, sign: 0.0}, noise=0.0), ["null"], ["q"], SESOI, BETTER)
    assert null_holds(shared, "null")
    assert (shared["negligible"] == 1).all()
    assert not null_holds(TABLE, "helps")
    assert not null_holds(TABLE, "absent")


def test_luck_alone_is_seldom_called_good_or_harm():
    """Differences of pure luck, as large as the SESOI: beneficial and harmful together in few worlds."""
    table = dial_table(runs({"null": lambda world, sign: 0.0}, worlds=400, replicates=2, noise=0.02), ["null"], ["q"],
                       SESOI, BETTER)
    assert ((table["beneficial"] + table["harmful"]) < 0.02).all()

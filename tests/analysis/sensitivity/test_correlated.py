"""Shapley shares under dependence, against the closed form for two correlated causes (Owen & Prieur 2017)."""

import numpy as np
import pandas as pd
import pytest

from analysis.sensitivity.correlated import chance_share, shapley_shares, strongest


def normal(rho, n=20000, seed=0):
    return np.random.default_rng(seed).multivariate_normal([0, 0], [[1, rho], [rho, 1]], n)


@pytest.mark.parametrize("rho", [0.0, 0.5, -0.8])
def test_two_correlated_causes_share_as_in_closed_form(rho):
    x, (a, b) = normal(rho), (2.0, 1.0)
    whole = a**2 + b**2 + 2 * rho * a * b
    first = (a**2 * (1 - rho**2 / 2) + rho * a * b + b**2 * rho**2 / 2) / whole
    table = shapley_shares(["a", "b"], x, x @ [a, b], resamples=2).set_index("cause")
    assert table["share"].to_dict() == pytest.approx({"a": first, "b": 1 - first}, abs=0.02)


def test_a_stand_in_shares_the_worth_of_what_it_stands_for():
    x = normal(0)[:, 0]
    table = shapley_shares(["real", "copy"], np.column_stack([x, x]), x, resamples=2)
    assert table["share"].tolist() == pytest.approx([0.5, 0.5], abs=1e-6)


def test_a_cause_of_no_importance_has_none_beyond_its_interval():
    rng = np.random.default_rng(4)
    x, noise = rng.normal(size=(300, 3)), rng.normal(size=300)
    table = shapley_shares(["a", "b", "null"], x, x[:, 0] + x[:, 1] ** 2 + noise).set_index("cause")
    assert table.loc["null", "low"] <= 0 <= table.loc["null", "high"] < 0.05
    assert table["share"].sum() == pytest.approx(3 / 4, abs=0.1)
    assert table.loc["b", "share"] > 0.3


def test_the_strongest_of_many_that_do_not_matter_pass_chance_about_as_seldom_as_it_says():
    rng = np.random.default_rng(6)
    table = pd.DataFrame(rng.normal(size=(60, 200)), columns=[f"p{k}" for k in range(200)])

    def largest(outcome):
        chosen = strongest(table, outcome, 4)
        return shapley_shares(chosen, table[chosen].to_numpy(), outcome, resamples=2).iloc[0]

    floor = chance_share(table, rng.normal(size=60), 4)
    assert floor > 0.1
    assert sum(largest(rng.normal(size=60))["share"] > floor for _ in range(30)) <= 5
    real = largest(rng.normal(size=60) + 2 * table["p7"].to_numpy())
    assert real["cause"] == "p7"
    assert real["share"] > floor


def test_too_many_causes_for_the_runs_are_refused():
    with pytest.raises(ValueError, match="6 runs a cause"):
        shapley_shares(list("abc"), np.ones((10, 3)), np.ones(10))


def test_the_strongest_are_those_that_go_with_the_outcome():
    x = np.random.default_rng(5).normal(size=(200, 4))
    table = pd.DataFrame(x, columns=list("abcd")).assign(fixed=1.0)
    assert strongest(table, x[:, 2] - 0.5 * x[:, 1], most=2) == ["c", "b"]

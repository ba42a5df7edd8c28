"""Forks: one history until the month of the choice, whatever is chosen, and another after it."""

import numpy as np
import pytest

from experiments import run, run_study
from experiments.forking import fork

ALTERNATIVES = [("governance=egalitarian",), ("governance=hierarchical",), ("regime=narrative",), ("national=overall",)]


@pytest.mark.parametrize("words", ALTERNATIVES, ids=lambda words: words[0])
def test_runs_are_one_until_the_month_of_the_choice_bit_for_bit(words):
    plain = run("service=toy", "months=60", "seed=5", "governance=observed").nation
    governed = () if words[0].startswith("governance") else ("governance=observed",)
    other = run("service=toy", "months=60", "seed=5", *governed, *words, *fork(24)).nation
    assert np.array_equal(plain[:24], other[:24], equal_nan=True)
    assert not np.array_equal(plain[24:], other[24:], equal_nan=True)


def test_the_observed_way_continued_is_one_run_wherever_it_is_forked():
    runs = [run("service=toy", "months=60", "governance=observed", *fork(month)).nation for month in (12, 42)]
    assert np.array_equal(*runs, equal_nan=True)


def test_trajectories_begin_at_the_fork_and_end_with_the_run(tmp_path):
    found = run_study("counterfactual", run="smoke", output=tmp_path / "s")
    table = found.tables["trajectories"]
    for (_, switch), own in table.groupby(["comparison", "switch"]):
        assert own["month"].min() == switch
        assert own["month"].max() == 77
    assert (table["low"] <= table["effect"] + 1e-12).all()
    own = table[(table["comparison"] == "egalitarian, June 2022") & (table["outcome"] == "true_quality")
                & (table["measure"] == "default") & table["month"].between(12, 47)]
    effects = found.findings.query("comparison == 'egalitarian, June 2022' and measure == 'default'")
    assert own["effect"].mean() == pytest.approx(
        float(effects.loc[effects["outcome"] == "true_quality", "effect"].iloc[0]), abs=1e-6)

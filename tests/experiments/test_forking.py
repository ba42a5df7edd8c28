"""Forks: one history until the month of the choice, whatever is chosen, and another after it."""

import numpy as np
import pytest

from experiments import UserError, run, run_study
from experiments.composition import compose_run
from experiments.execute import execute
from experiments.forking import fork, fork_run
from experiments.runspec import Asked, RunSpec
from experiments.store.provenance import provenance
from experiments.store.read import open_store
from experiments.store.write import StoreWriter

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


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """Return a store with one run of five years, its run_id, and its nation's table."""
    folder = tmp_path_factory.mktemp("fork") / "s"
    composed = compose_run(["service=toy", "months=60", "seed=3", "governance=hierarchical",
                            "world.effort.inertia=0.4"])
    row = Asked(RunSpec(composed.specification), "one", "default", 0, "probgov run")
    with StoreWriter(folder, provenance("probgov run")) as writer:
        execute([row], writer)
    table = open_store(folder).table("nation").drop(columns=["run_id", "month"])
    return folder, row.spec.id, table


def test_a_stored_run_gone_over_again_is_itself_and_its_fork_is_itself_until_the_month(stored):
    folder, run_id, table = stored
    both = fork_run(folder, run_id, 50, "governance=egalitarian")
    assert np.allclose(both["as it was"][table.columns], table, equal_nan=True, rtol=1e-6)
    changed = (both["as it was"] != both["forked"]) & both["as it was"].notna()
    assert not changed[:50].any().any()
    assert changed[50:].any().any()


def test_a_fork_before_the_switch_is_the_run_that_switches_then(stored):
    folder, run_id, _ = stored
    forked = fork_run(folder, run_id, 24, "governance=egalitarian")["forked"].to_numpy()
    direct = run("service=toy", "months=60", "seed=3", "governance=egalitarian", "world.effort.inertia=0.4", *fork(24))
    assert np.array_equal(forked, direct.nation, equal_nan=True)


def test_a_fork_that_changes_nothing_is_the_run(stored):
    folder, run_id, _ = stored
    both = fork_run(folder, run_id, 50, "governance=hierarchical")
    assert both["as it was"].equals(both["forked"])


@pytest.mark.parametrize("month, words, says", [
    (60, ("governance=egalitarian",), "0 to 59"),
    (10, ("world.effort.inertia=0.1",), "governance, regime and national"),
    (10, ("governance=egalitrian",), "egalitarian")])
def test_a_fork_that_cannot_be_is_refused(stored, month, words, says):
    with pytest.raises(UserError, match=says):
        fork_run(*stored[:2], month, *words)


def test_a_run_that_is_not_stored_is_refused(stored):
    with pytest.raises(UserError, match="is not in"):
        fork_run(stored[0], "0" * 64, 10, "governance=egalitarian")

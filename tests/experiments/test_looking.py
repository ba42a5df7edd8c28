"""The size that stops once precise: how far it goes, what it then says, and that the same store decides alike."""

import pandas as pd
import pytest

from analysis.measures.stopping import DRAWN_LEVEL, LEVEL, half_widths
from experiments.answering import run_study
from experiments.findings import rows_of
from experiments.inquiry import Inquiry
from experiments.looking import looks_at
from experiments.study import TOY, Comparison, Scenario, Size, Study

SHORT = (*TOY, "service.regions=2", "service.pdus_per_region=2", "months=54", "switch=18")
"""Four PDUs, to the primary horizon."""


def study(first=("governance=egalitarian",), second=("governance=hierarchical",)):
    """Return a study of two scenarios that may go to 80 replicates and to 60 worlds."""
    return Study(
        name="looked_at", title="t", question="q", expectations=(), reference="",
        scenarios=(Scenario("a", first), Scenario("b", second)), comparisons=(Comparison("a-b", "a", "b"),),
        primary="true_quality", outcomes=(), limits=(), overturned_if="", measures=("default", "wide"),
        sizes={"full": Size(80, 60, 1, SHORT), "laptop": Size(3, 2, 1, SHORT)})


@pytest.fixture(scope="module")
def alike(tmp_path_factory):
    """Return what is found of two scenarios that differ by next to nothing, and its store."""
    path = tmp_path_factory.mktemp("looks") / "alike"
    near = study(("governance.voice=0.5",), ("governance.voice=0.500001",))
    return near, run_study(near, "full", output=path)


def test_looks_are_those_of_a_comparison_and_end_at_the_most():
    inquiry = Inquiry(study(), "full")
    assert looks_at(inquiry, "default") == [50, 75, 80]
    assert looks_at(inquiry, "wide") == [50, 60]


def test_it_stops_at_the_first_look_where_that_is_enough(alike):
    _, found = alike
    assert dict(zip(found.findings["measure"], found.findings["pairs"])) == {"default": 50, "wide": 50}
    assert len(found.store.runs()) == 2 * (50 + 50)
    assert sum("precise enough for" in note and "yet" not in note for note in found.notes) == 2


def test_the_same_store_takes_the_same_decisions(alike):
    near, found = alike
    again = run_study(near, "full", output=found.path)
    assert again.tally.done == 0
    assert again.findings.equals(found.findings)
    assert again.notes == found.notes


@pytest.fixture(scope="module")
def apart(tmp_path_factory):
    """Return what is found of two ways of governing, few PDUs each: noisy."""
    return run_study(study(), "full", output=tmp_path_factory.mktemp("looks") / "apart")


def differences(found, measure):
    """Return a minus b of the stored runs of a measure, one row a pair in the order of asking."""
    runs = found.store.runs()
    own = runs[runs["world"] == measure].pivot_table(index=["world_index", "seed"], columns="scenario",
                                                     values="true_quality")
    return (own["a"] - own["b"]).to_numpy()[:, None]


@pytest.mark.parametrize(("measure", "most"), [("default", 80), ("wide", 60)])
def test_it_goes_on_while_intervals_stay_wide_and_says_whether_it_got_there(apart, measure, most):
    drawn, wanted = differences(apart, measure), apart.study["sesoi"] / 2
    at = looks_at(Inquiry(study(), "full"), measure)
    expected = next((look for look in at if half_widths(drawn[:look])[0] <= wanted), most)
    assert len(drawn) == expected
    assert expected > at[0] or measure == "default", "worlds must differ enough to need a second look"
    assert dict(zip(apart.findings["measure"], apart.findings["pairs"]))[measure] == expected
    said = [note for note in apart.notes if note.startswith(f"world={measure}: {expected} of at most {most}")]
    assert len(said) == 1
    assert ("yet" in said[0]) == bool(half_widths(drawn)[0] > wanted)


def test_intervals_after_looking_are_drawn_above_their_own_level(apart):
    inquiry = Inquiry(study(), "full")
    own = apart.findings[apart.findings["measure"] == "default"].iloc[0]
    pairs = pd.DataFrame({"world": 0, "replicate": range(1, own["pairs"] + 1),
                          "true_quality": differences(apart, "default")[:, 0]})
    looked, plain = (rows_of(Comparison("a-b", "a", "b"), "default", pairs, inquiry.study.declared, level)[0]
                     for level in (DRAWN_LEVEL, LEVEL))
    assert own["low"] == pytest.approx(looked["low"], abs=1e-12)
    assert looked["high"] - looked["low"] > plain["high"] - plain["low"]
    assert own["level"] == LEVEL

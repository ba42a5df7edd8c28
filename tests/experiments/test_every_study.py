"""Every study runs at smoke size, to a stored result that is whole and says something of each of its expectations."""

import dataclasses
import weakref

import pytest

from experiments import read_found, run_study
from experiments.findings import COLUMNS, NEVER, NOT_TESTED, SOMEWHERE, concerned, table
from experiments.store.write import ASKED_AT_ONCE
from experiments.studies import find_study, study_names
from experiments.study import SCENARIOS, Answer, Stage

VERDICTS = {"better", "worse", "negligible", "unresolved"}


@pytest.mark.parametrize("name", study_names())
def test_a_study_runs_to_a_stored_and_checked_result(name, tmp_path):
    study = find_study(name)
    assert study.name == name
    assert set(study.sizes) >= {"smoke", "laptop", "full"}
    assert len(study.expectations) >= 2
    assert all(e.by for e in study.expectations)
    assert study.open_by, "a study says how it is known that no answer is fixed by construction"
    assert study.limits
    assert study.overturned_if
    found = run_study(name, run="smoke", output=tmp_path / "s")
    assert list(found.findings.columns) == list(COLUMNS)
    assert study.primary in set(found.findings["outcome"])
    assert set(found.findings["verdict"]) <= VERDICTS
    told = found.findings.dropna(subset=["low", "high"])
    assert not told.empty
    assert (told["low"] <= told["effect"] + 1e-12).all()
    assert (told["effect"] <= told["high"] + 1e-12).all()
    assert {e["held"] for e in found.expectations} <= {SOMEWHERE, NEVER, NOT_TESTED}
    counts = found.store.counts()
    assert counts["failed"] == 0
    assert found.store.missing().empty
    assert len(found.store.runs()) <= study.count(study.sizes["smoke"]), "a study costs no more than it says"
    for expected in study.expectations:
        assert expected.holds or expected.outcome in study.declared
        if expected.outcome in set(found.findings["outcome"]):
            assert not concerned(expected, Answer(found.findings)).empty, f"no finding could tell: {expected.text}"
    again = read_found(tmp_path / "s")
    assert again.expectations == found.expectations
    assert set(again.tables) == set(found.tables)
    assert len(again.findings) == len(found.findings)
    assert again.verdicts.equals(found.verdicts)


def test_repeating_a_study_runs_nothing_and_finds_the_same(tmp_path):
    study = dataclasses.replace(find_study("governance"), stages=(SCENARIOS,), analyse=None)
    first = run_study(study, run="smoke", output=tmp_path / "s")
    second = run_study(study, run="smoke", output=tmp_path / "s")
    assert first.tally.done > 0
    assert second.tally.done == 0
    assert first.findings.equals(second.findings)


def test_what_a_stage_asks_for_is_not_held_in_memory_once_it_has_been_run(tmp_path):
    """A thousand rows that are one run: by the last of them only those entered last are alive."""
    alive: list[weakref.ref] = []
    most = []

    def asked(inquiry):
        composed = inquiry.sides("default")["hierarchical"]
        for number in range(1000):
            row = inquiry.row(f"row {number}", composed, 0, inquiry.seed)
            alive.append(weakref.ref(row.spec))
            yield row
            del row
        most.append(sum(spec() is not None for spec in alive))

    study = dataclasses.replace(find_study("governance"), stages=(Stage(asked, lambda size: 1000),),
                                analyse=lambda inquiry: Answer(table([])))
    found = run_study(study, run="smoke", output=tmp_path / "s")
    assert found.tally.done == 1
    assert found.tally.skipped == 999
    assert most[0] <= 2 * ASKED_AT_ONCE


def test_a_study_asked_for_at_no_size_it_has_or_in_a_world_of_ones_own_is_refused(probgov):
    for words, says in ((("governance", "run=huge"), "laptop or full"), (("goverance",), "governance"),
                        (("governance", "world=wide"), "draws its worlds itself"), ((), "needs one name"),
                        (("governance", "outcome=esteme"), "esteem")):
        answer = probgov("study", *words)
        assert answer.code == 2
        assert says in answer.err
        assert not answer.out
        assert len(answer.err.splitlines()) <= 3

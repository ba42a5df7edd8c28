"""Runs of one history: carried out together, once the history, bit for bit as each alone."""

import importlib
from dataclasses import replace

import numpy as np
import pytest

from experiments.design import paired
from experiments.perform import MOST_TOGETHER, perform, perform_all, pieces, together
from experiments.runspec import RunSpec

simulation = importlib.import_module("model.simulation")


@pytest.fixture
def specs(toy):
    """Return a function from seeds to the runs of three scenarios in one world, seed by seed."""
    scenarios = {name: toy(f"governance={name}") for name in ("hierarchical", "egalitarian", "observed")}
    return lambda seeds, record="nation": [row.spec for row in paired(scenarios, [0], seeds, record)]


def same(one, other):
    pairs = [(list(one.outcomes.values()), list(other.outcomes.values())),
             *((one.series[level], other.series[level]) for level in other.series),
             *((one.events[name], other.events[name]) for name in other.events or ())]
    return one.spec is other.spec and one.message == other.message \
        and all(np.array_equal(left, right, equal_nan=True) for left, right in pairs)


@pytest.mark.parametrize("record", ["nation", "pdu,events"])
def test_together_is_as_alone(specs, record):
    asked = specs([1, 2, 3], record)
    for one, alone in zip(perform_all(asked), map(perform, asked), strict=True):
        assert same(one, alone)


def test_a_history_is_run_once(specs, monkeypatch):
    months, real = [], simulation.run_months
    monkeypatch.setattr(simulation, "run_months", lambda *words: months.append(words[-1] - words[-2]) or real(*words))
    perform_all(specs([1, 2]))
    assert months == 2 * [4, 8, 8, 8]


def test_neighbours_of_one_history_go_together_and_no_others(specs):
    asked = specs([1, 2])
    assert [len(alike) for alike in together(asked)] == [3, 3]
    assert [len(alike) for alike in together([asked[0], asked[3], asked[1]])] == [1, 1, 1]
    wider = RunSpec(asked[1].specification, "pdu")
    assert [len(alike) for alike in together([asked[0], wider])] == [1, 1]
    assert [len(alike) for alike in together(asked[:1] * (MOST_TOGETHER + 2))] == [MOST_TOGETHER, 2]


@pytest.mark.parametrize(("least", "sizes"), [(1, [3, 3, 3]), (3, [3, 3, 3]), (4, [6, 3]), (32, [9])])
def test_work_is_cut_between_histories_only(specs, least, sizes):
    asked = specs([1, 2, 3])
    cut = list(pieces(asked, least))
    assert [len(piece) for piece in cut] == sizes
    assert [spec for piece in cut for spec in piece] == asked


def test_what_goes_bad_in_the_history_is_told_of_every_run(specs, monkeypatch):
    real = simulation.run_months

    def breaking(*words):
        first, end = words[-2:]
        return (3, 1) if first <= 2 < end and words[1].seed == 1 else real(*words)

    monkeypatch.setattr(simulation, "run_months", breaking)
    finished = perform_all(specs([1, 2]))
    assert [run.status for run in finished] == ["failed"] * 3 + ["done"] * 3
    assert {run.message for run in finished[:3]} == {str(simulation.RunError(2, *simulation.FIELDS[0]))}


def test_what_goes_bad_after_the_switch_is_told_of_its_run_alone(specs, monkeypatch):
    real = simulation.run_months

    def breaking(*words):
        grips = words[1].after.dials.grip == asked[1].specification.governance.grip
        return (9, 1) if words[-1] > 8 and grips else real(*words)

    asked = specs([1])
    monkeypatch.setattr(simulation, "run_months", breaking)
    assert [run.status for run in perform_all(asked)] == ["done", "failed", "done"]


def test_a_specification_that_is_not_allowed_is_a_failed_row_beside_others(specs):
    good = specs([1])[:2]
    bad = RunSpec(replace(good[0].specification, governance=replace(good[0].specification.governance, grip=7.0)))
    assert [run.status for run in perform_all([bad, *good])] == ["failed", "done", "done"]

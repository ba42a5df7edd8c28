"""The month built a second time from the docstrings, in plain Python, moves the same world to the same place.

Every field of the state is compared after every month: floats to 1e-9, counts and choices exactly. The
plain rules share nothing with the kernels but the draws, the sums and the values of parameters.
"""

import ast
from pathlib import Path

import numpy as np
import pytest

from model.month import month
from model.observation.columns import NATION
from model.simulation import prepare
from model.submodels.record import record_nation

RULES = sorted((Path(__file__).parent / "rules").glob("*.py"))
SHARED = {"model.randomness", "model.numerics"}
COMMON_IMPORTS = {"math", "statistics", "itertools", "types", "numpy"}


def first_difference(anew, specification):
    """Run kernels and plain rules side by side; return what first differs, and the kernels' last state."""
    state, inputs = prepare(specification)
    world, plain = anew.world_of(state), anew.plain_inputs(inputs)
    row = np.zeros(len(NATION))
    for t in range(specification.run.months):
        month(state, inputs, t)
        anew.month(world, plain, t)
        found = anew.differences(world, state)
        record_nation(row, state.pdus, state.centre, inputs.profiles, inputs.world.survey, t)
        ours = anew.record(world, inputs.profiles, plain.world.survey, t)
        found += [f"{c.name}: {ours[c.name]} here, {there} there" for c, there in zip(NATION, row)
                  if not np.isclose(ours[c.name], there, rtol=1e-9, atol=1e-8, equal_nan=True)]
        if found:
            return [f"month {t}", *found], state
    return [], state


def test_the_toy_service_goes_the_same_way(anew, as_now):
    found, state = first_difference(anew, as_now)
    assert found == []
    assert state.inspectorate.n_events[0] > 0


@pytest.mark.parametrize("seed", range(5))
def test_so_does_a_service_in_a_world_drawn_from_the_ranges(anew, wide, seed):
    found, state = first_difference(anew, wide(seed))
    assert found == []
    levels = state.inspectorate.events[:state.inspectorate.n_events[0], 2]
    assert {0, 1, 2} <= set(levels), "the comparison must cover reports on units, regions and the centre"
    assert state.pdus.experiments.sum() + state.pdus.diffusions.sum() + state.pdus.judgements.sum() > 0


def test_a_rule_gone_wrong_would_be_seen(anew, as_now, monkeypatch):
    as_now.run.months = 6
    rule = anew.rules.moods.esteem
    monkeypatch.setattr(anew.rules.moods, "esteem",
                        lambda world, p, seed, t: rule(world, _nudged(p, "strain"), seed, t))
    found, _ = first_difference(anew, as_now)
    assert any("post.esteem" in line for line in found)


def _nudged(block, name: str):
    changed = type(block)(**vars(block))
    setattr(changed, name, getattr(block, name) * 1.001)
    return changed


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_no_rule_of_the_model_is_used(path):
    modules = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            modules |= set(inside) if node.module == "model" else {node.module}
    assert modules <= SHARED | COMMON_IMPORTS

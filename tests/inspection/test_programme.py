"""The programme: a third of every region's PDUs under the first framework, every PDU of a region under the second."""

from collections import Counter

import numpy as np
import pytest

from model.entities.state import NEVER
from model.inspection.selection import selection, visits_in_turn
from model.simulation import prepare
from model.specification.specification import RunSettings, ServiceSpecification, Specification


def visits(months, regions=4):
    """Return (month, region, PDU) of every visit announced, in order, where each is made at once."""
    specification = Specification(service=ServiceSpecification(regions=regions, staff_scale=0.01),
                                  run=RunSettings(months=months, seed=3))
    state, inputs = prepare(specification)
    found = []
    for t in range(months):
        selection(state.inspectorate, state.pdus, state.regions, inputs.before.regime, inputs.world.inspection, 3, t)
        for i in np.flatnonzero(state.pdus.due_at != NEVER):
            found.append((t, int(state.pdus.region[i]), int(i)))
            state.pdus.due_at[i], state.pdus.fieldwork_at[i] = NEVER, t
    return found, state, inputs.world.inspection


@pytest.mark.parametrize("members, first, second", [(1, 1, 1), (6, 2, 6), (8, 3, 8), (18, 6, 18)])
def test_a_region_gets_a_third_of_its_pdus_and_later_all(members, first, second):
    _, _, p = visits(1, 1)
    assert visits_in_turn.py_func(members, 27, p) == first
    assert visits_in_turn.py_func(members, 28, p) == second


def test_every_region_is_seen_before_any_is_seen_again_and_by_its_share():
    found, state, p = visits(28)
    sizes = np.bincount(state.pdus.region)
    turns = []
    for _, region, _ in found:
        if not turns or turns[-1][0] != region:
            turns.append([region, 0])
        turns[-1][1] += 1
    first_round = turns[:len(sizes)]
    assert sorted(region for region, _ in first_round) == list(range(len(sizes)))
    for region, count in first_round[:-1]:
        assert count == visits_in_turn.py_func(int(sizes[region]), 0, p)


def test_the_second_framework_starts_where_nobody_was_for_longest_and_comes_back_to_some():
    found, state, _ = visits(60)
    before, after = [v for v in found if v[0] < 28], [v for v in found if v[0] >= 28]
    last = {region: max(t for t, r, _ in before if r == region) for region in set(state.pdus.region.tolist())}
    assert after[0][1] == min(last, key=lambda region: last[region])
    again = Counter(i for _, _, i in found)
    assert max(again.values()) == 2
    seen = {i: t for t, _, i in before}
    assert min(t - seen[i] for t, _, i in after if i in seen) >= 24

"""Channels: switching one off is its parameter at its off value, and each one matters somewhere."""

import numpy as np
import pytest

from model.parameters.register import WORLD_TYPE, register, seal_world
from model.simulation import prepare
from model.specification.theory import rivals_of

OF_ENGAGEMENT = {"engagement", "wellbeing_slope", "esteem_slope", "belonging_slope"}
"""What a run reads of the survey; the other items are answered after it: tests/observation moves each of them."""
CHANNELS = {r.declaration.channel.name: r for r in register() if r.declaration.channel}
BUSY = range(3, 40)


def test_a_name_stands_for_one_parameter():
    assert len(CHANNELS) == sum(r.declaration.channel is not None for r in register())


@pytest.mark.parametrize("name", sorted(CHANNELS))
def test_off_is_the_parameter_at_its_off_value_and_no_other(toy, name):
    r, world = CHANNELS[name], toy().world
    on, off = seal_world(world), seal_world(world, (name,))
    assert off[r.block][r.name] == r.declaration.channel.off
    changed = [(block, key) for block in WORLD_TYPE.names for key in on[block].dtype.names
               if on[block][key] != off[block][key]]
    assert set(changed) <= {(r.block, r.name)}


@pytest.mark.parametrize("name", ["grip_accountability", "local_speed", "word_sting", "national_grip"])
def test_a_run_with_a_channel_off_is_the_run_at_that_value(drawn, run_state, same, name):
    switched, by_hand = drawn(4), drawn(4)
    switched.switched_off = (name,)
    state, inputs = prepare(by_hand)
    inputs.world[CHANNELS[name].block][CHANNELS[name].name] = CHANNELS[name].declaration.channel.off
    months = by_hand.run.months
    assert same(run_state(*prepare(switched), months), run_state(state, inputs, months))


def busy(drawn, seed):
    """Return a drawn world in which reports are frequent and poor, read and acted on, and much is diverted."""
    s = drawn(seed)
    s.theory.learning = rivals_of("learning")[seed % len(rivals_of("learning"))]
    s.service.staff_scale, s.run.months, s.run.switch = 0.2, 60, 15
    s.regime.cycle_months, s.regime.context, s.regime.notice_months = 6.0, 0.6, 2.0
    for name in ("follow_up", "support", "stakes", "overall_word", "rates_standards", "narrative"):
        setattr(s.regime, name, 0.9)
    s.national.inspects, s.national.inspector_days, s.national.stakes = 1.0, 10.0, 0.9
    s.national.wording, s.national.counterfactual_item, s.national.narrative = 1.0, 1.0, 0.9
    s.national.infrastructure = 1.0
    s.regime.panel_size, s.regime.risk_based, s.regime.random_visits = 2.0, 0.3, 0.3
    s.world.consequence.learning_scale, s.world.consequence.room = 0.12, 0.3
    s.world.quality.safety, s.world.workforce.filling = -1.0, 0.15
    return s


def test_every_channel_moves_some_world(drawn, run, same):
    unmoved = set(CHANNELS)
    for seed in BUSY:
        if not unmoved:
            break
        base = run(busy(drawn, seed))
        for name in sorted(unmoved):
            s = busy(drawn, seed)
            s.switched_off = (name,)
            if not same(base, run(s)):
                unmoved.discard(name)
    assert sorted(unmoved) == []


def test_every_parameter_is_read_by_some_rule(drawn, run, same):
    """Moved from one end of its range to the other, every parameter moves some world."""
    unread = {(r.block, r.name): r.declaration for r in register() if r.declaration.low < r.declaration.high
              and (r.block != "survey" or r.name in OF_ENGAGEMENT)}
    for seed in BUSY:
        for (block, name), declared in sorted(unread.items()):
            results = []
            for value in (declared.low, declared.high):
                s = busy(drawn, seed)
                setattr(getattr(s.world, block), name, value)
                results.append(run(s))
            if not same(*results):
                del unread[block, name]
    assert sorted(unread) == []


def test_two_channels_off_are_two_parameters_off(toy):
    names = ("grip_stress", "grip_pressure")
    both = seal_world(toy().world, names)
    assert [float(both[CHANNELS[n].block][CHANNELS[n].name]) for n in names] == [0.0, 0.0]
    assert np.isfinite(float(both["quality"]["fit"]))

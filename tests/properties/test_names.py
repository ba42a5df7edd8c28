"""Placebo: what nothing reads changes nothing."""

import copy


def test_other_names_give_the_same_run_bit_for_bit(toy, run, same):
    one, other = toy(), toy()
    one.names = {"governance": "hierarchical", "regime": "observed"}
    other.names = {"governance": "egalitarian", "regime": "none"}
    other.service.name = "another service"
    assert same(run(one), run(other))


def test_the_dial_that_no_rule_reads_moves_nothing(toy, run, same):
    one, other = toy(), toy()
    other.governance.null_dial, other.history_governance.null_dial = 0.0, 1.0
    assert same(run(one), run(other))


def test_every_other_dial_moves_something(toy, run, same):
    base = run(toy())
    unmoved = []
    for name in vars(toy().governance):
        s = toy()
        setattr(s.governance, name, 1.0 - 0.5 * getattr(s.governance, name))
        if name != "null_dial" and same(base, run(s)):
            unmoved.append(name)
    assert unmoved == []


def test_a_run_leaves_its_specification_alone_and_repeats_itself(toy, run, same):
    s = toy()
    before = copy.deepcopy(s)
    assert same(run(s), run(s))
    assert s == before

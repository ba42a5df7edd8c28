"""Comparisons: both sides in the same worlds with the same luck, a minus b."""

import pytest

from experiments import UserError, compare, open_store
from experiments.comparison import plan, split_sides

BASE = ("service=toy", "months=60", "switch=6")
SIDES = ("a.governance=egalitarian", "b.governance=hierarchical")


def test_words_go_to_their_side():
    assert split_sides(["a.x=1", "y=2", "b.x.z=3"]) == (["x=1"], ["x.z=3"], ["y=2"])


def test_both_sides_meet_the_same_worlds_and_seeds():
    planned = plan([*BASE, *SIDES, "world=wide", "world.index=2", "seed=10"], worlds=3, replicates=4)
    rows = list(planned.design())
    sides = {side: [(row.index, row.spec.specification.run.seed) for row in rows if row.scenario == side]
             for side in "ab"}
    assert sides["a"] == sides["b"]
    assert set(sides["a"]) == {(index, seed) for index in (2, 3, 4) for seed in (10, 11, 12, 13)}
    by_pair = {}
    for row in rows:
        content = row.spec.specification.content()
        by_pair.setdefault((row.index, content["run"]["seed"]), []).append(content)
    for a, b in by_pair.values():
        assert a["world"] == b["world"]
        assert a["governance"] != b["governance"]
        assert {key for key in a if a[key] != b[key]} == {"governance"}


def test_effects_are_a_minus_b_over_the_pairs(tmp_path):
    found = compare(*BASE, *SIDES, replicates=12, on=["true_quality", "esteem_at_12"], output=tmp_path / "s")
    runs = open_store(tmp_path / "s").runs()
    means = runs.groupby("scenario")[["true_quality", "esteem_at_12"]].mean()
    assert [effect.outcome for effect in found.effects] == ["true_quality", "esteem_at_12"]
    for effect in found.effects:
        assert effect.pairs == 12
        of_side = means[effect.outcome]
        assert effect.effect == pytest.approx(of_side["a"] - of_side["b"], abs=1e-12)
        assert effect.low <= effect.effect <= effect.high


def test_swapping_sides_turns_the_sign(tmp_path):
    one = compare(*BASE, *SIDES, replicates=6, on=["esteem"], output=tmp_path / "one").effects[0]
    other = compare(*BASE, "b.governance=egalitarian", "a.governance=hierarchical", replicates=6, on=["esteem"],
                    output=tmp_path / "two").effects[0]
    assert one.effect == pytest.approx(-other.effect, abs=1e-12)


def test_more_replicates_keep_the_stored_ones_and_fewer_read_only_theirs(tmp_path):
    few = compare(*BASE, *SIDES, replicates=4, on=["esteem"], output=tmp_path / "s")
    more = compare(*BASE, *SIDES, replicates=9, on=["esteem"], output=tmp_path / "s")
    again = compare(*BASE, *SIDES, replicates=4, on=["esteem"], output=tmp_path / "s")
    assert (few.tally.done, more.tally.done, again.tally.done) == (8, 10, 0)
    assert again.effects == few.effects


def test_comparisons_share_a_store_and_each_reads_its_own_runs(tmp_path):
    """The same names a and b, the same seeds, and even the same run on another side."""
    other = ("a.governance=observed", "b.governance=egalitarian")
    alone = [compare(*BASE, *sides, replicates=4, on=["esteem"], output=tmp_path / f"alone-{k}")
             for k, sides in enumerate((SIDES, other))]
    together = [compare(*BASE, *sides, replicates=4, on=["esteem"], output=tmp_path / "s") for sides in (SIDES, other)]
    again = compare(*BASE, *SIDES, replicates=4, on=["esteem"], output=tmp_path / "s")
    assert [found.effects for found in together] == [found.effects for found in alone]
    assert [repr(found.shared_luck) for found in together] == [repr(found.shared_luck) for found in alone]
    assert (again.effects, again.tally.done) == (alone[0].effects, 0)


def test_worlds_and_precision_share_a_store(tmp_path):
    """A sequential comparison in wide worlds, beside replicates of the same worlds and of the default one."""
    wide = (*BASE, *SIDES, "world=wide")
    alone = compare(*wide, precision="10", on=["esteem"], output=tmp_path / "alone")
    compare(*BASE, *SIDES, replicates=3, on=["esteem"], output=tmp_path / "s")
    nested = compare(*wide, worlds=3, replicates=2, on=["esteem"], output=tmp_path / "s")
    found = compare(*wide, precision="10", on=["esteem"], output=tmp_path / "s")
    assert found.effects == alone.effects
    assert repr(found.shared_luck) == repr(alone.shared_luck)
    assert nested.effects[0].pairs == 6


MISTAKES = [
    ((), {}, "side a"), (("a.seed=1",), {}, "both sides"), (("a.governance=observed",), {}, "side b"),
    (("b.governance=observed",), {}, "side a"), (("a.governance=observed", "b.governance=observed"), {}, "same run"),
    (("a.world=wide", "b.regime=none"), {}, "both sides"), ((*SIDES, "governance=observed"), {}, "twice"),
    (SIDES, {"replicates": 0}, "replicates"), (SIDES, {"worlds": 2}, "world=wide"),
    (SIDES, {"on": ["true_qualty"]}, "true_quality"), (("a.governnace=observed", "b.regime=none"), {}, "governance"),
]


@pytest.mark.parametrize("words, more, said", MISTAKES)
def test_mistakes_are_named_before_anything_is_run(tmp_path, monkeypatch, words, more, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError, match=said) as caught:
        compare(*words, **more)
    assert len(str(caught.value).splitlines()) <= 3
    assert list(tmp_path.iterdir()) == []

"""What can be varied, between which values; mistakes named."""

import dataclasses

import numpy as np
import pytest

from experiments import UserError, worlds
from experiments.designs.axes import Axis, declared, read_axes, uncertain
from experiments.designs.design import build_design
from model.parameters.register import register
from model.specification.dials import DIALS
from model.specification.regime import Regime


def test_everything_with_a_range_is_an_axis_within_it():
    axes = declared()
    for entry in register():
        if entry.declaration.low < entry.declaration.high:
            assert axes[entry.key][1:3] == (entry.declaration.low, entry.declaration.high)
    assert {f"governance.{dial}" for dial in DIALS} <= set(axes)
    for field in dataclasses.fields(Regime):
        assert axes[f"regime.{field.name}"][1:3] == (field.metadata["low"], field.metadata["high"])
    assert axes["regime.publishes"].kind == "flag"


def test_without_a_word_it_is_what_the_register_calls_uncertain():
    ranged = {entry.key for entry in worlds.swept() if entry.declaration.low < entry.declaration.high}
    assert {axis.key for axis in uncertain()} == ranged
    assert build_design("lhs").axes == uncertain()


def test_ranges_by_hand_patterns_and_flags():
    axes = {axis.key: axis for axis in read_axes("[governance.grip=0.2:0.4, regime.publishes,shock.months=1:12]")}
    assert axes["governance.grip"] == Axis("governance.grip", 0.2, 0.4, "number")
    assert axes["shock.months"] == Axis("shock.months", 1, 12, "whole")
    assert [axis.key for axis in read_axes("governance.*")] == [f"governance.{dial}" for dial in DIALS]
    assert read_axes("regime.publishes")[0].values(np.array([0.0, 0.49, 0.5, 1.0])) == [0.0, 0.0, 1.0, 1.0]
    assert axes["shock.months"].values(np.array([0.0, 0.5, 1.0])) == [1, 7, 12]
    assert axes["governance.grip"].values(np.array([0.0, 0.5, 1.0])) == pytest.approx([0.2, 0.3, 0.4])


def test_a_whole_number_s_values_are_equally_likely():
    values = Axis("shock.months", 1, 4, "whole").values(np.linspace(0, 1, 4001))
    assert {value: values.count(value) for value in (1, 2, 3)} == {1: 1000, 2: 1000, 3: 1000}


@pytest.mark.parametrize("text, said", [
    ("[]", "names nothing"), ("[governance.gripp]", "governance.grip"), ("[governance]", "-m governance="),
    ("[governance.grip,governance.grip]", "twice"), ("[governance.grip=0.5]", "LOW:HIGH"),
    ("[governance.grip=0.5:0.2]", "LOW:HIGH"), ("[governance.grip=0:2]", "within 0 to 1"),
    ("[governance.grip=nan:1]", "finite"), ("[shock.months]", "LOW:HIGH"), ("[seed]", "cannot be varied"),
    ("[nothing.*]", "matches nothing"), ("[shock.months=1.5:3]", "whole"),
])
def test_a_mistake_is_named_in_at_most_three_lines(text, said):
    with pytest.raises(UserError, match=said.replace("*", ".")) as caught:
        read_axes(text)
    assert len(str(caught.value).splitlines()) <= 3


def test_a_file_s_points_are_read_as_they_stand(tmp_path):
    (tmp_path / "points.csv").write_text("governance.grip,regime.publishes\n0.25,true\n1,0\n")
    design = build_design("file", file=tmp_path / "points.csv")
    assert list(design.points()) == [{"governance.grip": 0.25, "regime.publishes": 1.0},
                                     {"governance.grip": 1.0, "regime.publishes": 0.0}]
    assert list(design.points(1, 2)) == [{"governance.grip": 1.0, "regime.publishes": 0.0}]


@pytest.mark.parametrize("text, said", [
    ("", "no points"), ("governance.grip\n", "no points"), ("grip\n0.1\n", "governance.grip"),
    ("governance.grip\n1.5\n", "0 to 1"), ("governance.grip\nx\n", "number"),
    ("governance.grip\n0.1,0.2\n", "2 values"),
    ("governance.grip,governance.grip\n0.1,0.2\n", "twice"),
])
def test_a_bad_file_is_refused(tmp_path, text, said):
    (tmp_path / "points.csv").write_text(text)
    with pytest.raises(UserError, match=said):
        build_design("file", file=tmp_path / "points.csv")


@pytest.mark.parametrize("arguments, said", [
    ({"kind": "sobol", "size": 12}, "power of two"), ({"kind": "grid", "size": 5}, "Vary fewer"),
    ({"kind": "file"}, "needs file"), ({"kind": "lhs", "file": "x"}, "design=file"),
])
def test_designs_that_cannot_be_are_refused(arguments, said):
    with pytest.raises(UserError, match=said):
        build_design(**arguments)


def test_the_label_tells_designs_apart_and_keeps_what_grows():
    kinds = ("lhs", "random", "grid", "sobol", "morris")
    label = {kind: build_design(kind, "governance.grip", 8).label for kind in kinds}
    assert len(set(label.values())) == 5
    for kind, kept in (("random", True), ("sobol", True), ("morris", True), ("lhs", False), ("grid", False)):
        assert (build_design(kind, "governance.grip", 16).label == label[kind]) == kept
    assert build_design("lhs", "governance.grip=0:0.5", 8).label != label["lhs"]

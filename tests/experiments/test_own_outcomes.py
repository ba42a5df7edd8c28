"""What a study measures itself on runs gone over again: as many as asked for, and not in silence."""

import pytest

from experiments.answering import run_study
from experiments.inquiry import Inquiry
from experiments.own_outcomes import add_measured
from experiments.study import TOY, Comparison, Scenario, Size, Study

STUDY = Study(
    name="measured", title="t", question="q", expectations=(), reference="", primary="true_quality", outcomes=(),
    scenarios=(Scenario("a", ("governance=egalitarian",)), Scenario("b", ("governance=hierarchical",))),
    comparisons=(Comparison("a-b", "a", "b"),), limits=(), overturned_if="", measures=("default", "wide"),
    sizes={"smoke": Size(3, 2, 2, TOY)})


@pytest.mark.parametrize("quiet", [False, True])
def test_measuring_says_how_far_it_is_unless_told_not_to(tmp_path, capsys, quiet):
    run_study(STUDY, "smoke", output=tmp_path / "s")
    inquiry = Inquiry(STUDY, "smoke", path=tmp_path / "s", quiet=quiet)
    inquiry.note([(row.scenario, row.index, row.spec.specification.run.seed, row.spec.id)
                  for row in inquiry.scenarios()])
    add_measured(inquiry, lambda specification: {"seed_seen": float(specification.run.seed)}, 2, 1)
    said = capsys.readouterr().err
    assert ("runs gone over again: 6 of 6" in said) != quiet
    seen = inquiry.runs[inquiry.runs["seed_seen"].notna()]
    assert (seen["seed_seen"] == seen["seed"]).all()
    assert seen.groupby("world").size().to_dict() == {"default": 4, "wide": 2}

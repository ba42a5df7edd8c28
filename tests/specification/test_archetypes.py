"""Boxes of archetypes: what the evidence gives, what is read by us, and nothing else."""

import csv

import pytest

from model.evidence.schema import FOLDER
from model.specification.archetypes import BOXED, archetypes, boxes, centres
from model.specification.errors import SpecificationError


def main_rows():
    """Return the main rows of the evidence as they stand in the file, read without the reader under test."""
    with (FOLDER / "archetype_sources.csv").open(newline="", encoding="utf-8") as stream:
        return [row for row in csv.DictReader(stream) if row["row_role"] == "main"]


def test_every_box_of_the_evidence_is_used_as_it_stands():
    rows = main_rows()
    assert len(rows) == 6 * 12
    for row in rows:
        box = boxes(row["archetype"])[row["dial"].replace("learning_mix_", "learning_")]
        assert (box.low, box.high, box.grade, box.reason) == (float(row["low"]), float(row["high"]), "C", row["reason"])


def test_a_centre_is_the_middle_of_its_box_but_for_the_one_held_at_its_end():
    off = {(a, d) for a in archetypes() for d, box in boxes(a).items()
           if box.centre != pytest.approx((box.low + box.high) / 2, abs=1e-6)}
    assert off == {("observed", "infrastructure_devolution")}
    assert boxes("observed")["infrastructure_devolution"].centre == 0.0


def test_our_own_readings_are_of_grade_d_with_a_reason_each():
    ours = {(a, d) for a in archetypes() for d, box in boxes(a).items() if box.grade == "D"}
    assert ours == {(a, "mutuality") for a in archetypes()} | {("hybrid", dial) for dial in BOXED}
    assert all(len(boxes(a)[d].reason) > 40 for a, d in ours)
    assert len({boxes(a)["mutuality"].reason for a in archetypes()}) == len(archetypes())


def test_the_hybrid_runs_from_one_centre_to_the_other_on_every_dial():
    one, other = centres("hierarchical"), centres("egalitarian")
    for dial, box in boxes("hybrid").items():
        assert (box.low, box.high) == (min(one[dial], other[dial]), max(one[dial], other[dial]))


def test_every_box_lies_on_its_dial_and_holds_its_centre():
    for archetype in archetypes():
        assert tuple(boxes(archetype)) == BOXED
        assert all(0.0 <= box.low <= box.centre <= box.high <= 1.0 for box in boxes(archetype).values())


def test_an_archetype_without_boxes_is_refused_by_name():
    with pytest.raises(SpecificationError, match="egaltarian"):
        boxes("egaltarian")

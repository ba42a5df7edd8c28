"""Searching boxes: the points lie in them, what is chosen is what did best in training, and is judged elsewhere."""

import pandas as pd
import pytest

from experiments import run_study
from experiments.inquiry import Inquiry
from experiments.studies import find_study
from experiments.tuning import AVERAGE, CENTRE, TUNED, best, box_point, judged, point_name, trained, unseen
from model.specification.archetypes import boxes, centres

AIMS = ("true_quality", "value_public_protection")


@pytest.mark.parametrize("archetype", ["hierarchical", "egalitarian"])
def test_points_lie_in_the_box_fill_it_and_begin_with_its_centre(archetype):
    box = boxes(archetype)
    assert box_point(archetype, CENTRE) == {f"governance.{dial}": at for dial, at in centres(archetype).items()}
    points = pd.DataFrame([box_point(archetype, number) for number in range(1, 17)])
    for dial, place in box.items():
        strata = ((points[f"governance.{dial}"] - place.low) / (place.high - place.low) * 16).astype(int)
        assert sorted(strata) == list(range(16))


def test_what_is_chosen_did_best_in_training_and_is_judged_in_other_worlds(tmp_path):
    study = find_study("governance")
    found = run_study(study, run="smoke", output=tmp_path / "s")
    inquiry = Inquiry(study, "smoke", path=tmp_path / "s")
    runs = found.store.runs()
    inquiry.keys = list(runs[["scenario", "world_index", "seed", "run_id"]].itertuples(index=False, name=None))
    training = inquiry.worlds("wide", inquiry.size.more["training"])
    assert not set(training) & set(unseen(inquiry, "wide"))
    means = trained(inquiry, "wide", "hierarchical", AIMS)
    chosen = best(inquiry, "wide", "hierarchical", AIMS)
    for aim in AIMS:
        assert means.at[chosen[aim], aim] == means[aim].max()
    own = runs[(runs["scenario"] == point_name("hierarchical", 1)) & runs["world_index"].isin(training)]
    assert means.at[1, "true_quality"] == pytest.approx(own["true_quality"].mean())
    rows, tuning = judged(inquiry, "hierarchical", "egalitarian", AIMS)
    assert set(rows["comparison"]) == {TUNED, AVERAGE}
    assert set(rows["worlds"]) == {inquiry.size.more["unseen"]}
    by_aim = tuning[tuning["aim"] == "true_quality"].set_index("side")
    effect = rows[(rows["comparison"] == TUNED) & (rows["outcome"] == "true_quality")]["effect"].iloc[0]
    assert effect == pytest.approx(by_aim.at["hierarchical", "unseen"] - by_aim.at["egalitarian", "unseen"])


def test_the_centre_of_a_box_is_the_archetype_itself():
    """A point laid over a scenario gives the same run as the archetype's own file."""
    inquiry = Inquiry(find_study("governance"), "smoke")
    composed = inquiry.sides("default")["hierarchical"]
    laid = inquiry.row("x", composed, 0, 1, box_point("hierarchical", CENTRE))
    assert laid.spec.id == inquiry.row("x", composed, 0, 1).spec.id
    assert "governance.voice=0.175" in laid.command

"""The headline study's own stages: searching boxes, swapping dials, laying a grid over worlds."""

import pandas as pd
import pytest

from experiments import run_study
from experiments.inquiry import Inquiry
from experiments.stages import grid_points, moves, surface
from experiments.studies import find_study
from experiments.studies.governance import AXES
from experiments.swaps import GROUPS, mixed, swaps
from experiments.tuning import AVERAGE, CENTRE, TUNED, best, box_point, judged, point_name, trained, unseen
from model.specification.archetypes import boxes, centres

AIMS = ("true_quality", "value_public_protection")
TWO = ("hierarchical", "egalitarian")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The headline study at smoke size."""
    return run_study("governance", run="smoke", output=tmp_path_factory.mktemp("study") / "s")


@pytest.fixture(scope="module")
def inquiry(found):
    """The same, as its analysis sees it."""
    own = Inquiry(find_study("governance"), "smoke", path=found.path)
    labels = found.store.runs()[["scenario", "world_index", "seed", "run_id"]]
    own.keys = list(labels.itertuples(index=False, name=None))
    return own


@pytest.mark.parametrize("archetype", TWO)
def test_points_lie_in_the_box_fill_it_and_begin_with_its_centre(archetype):
    box = boxes(archetype)
    assert box_point(archetype, CENTRE) == {f"governance.{dial}": at for dial, at in centres(archetype).items()}
    points = pd.DataFrame([box_point(archetype, number) for number in range(1, 17)])
    for dial, place in box.items():
        strata = ((points[f"governance.{dial}"] - place.low) / (place.high - place.low) * 16).astype(int)
        assert sorted(strata) == list(range(16))


def test_what_is_chosen_did_best_in_training_and_is_judged_in_other_worlds(found, inquiry):
    runs = found.store.runs()
    runs = runs[runs["world"] == "wide"]
    training = inquiry.worlds("wide", inquiry.size.more["training"])
    assert not set(training) & set(unseen(inquiry, "wide"))
    means = trained(inquiry, "wide", "hierarchical", AIMS)
    chosen = best(inquiry, "wide", "hierarchical", AIMS)
    for aim in AIMS:
        assert means.at[chosen[aim], aim] == means[aim].max()
    own = runs[(runs["scenario"] == point_name("hierarchical", 1)) & runs["world_index"].isin(training)]
    assert means.at[1, "true_quality"] == pytest.approx(own["true_quality"].mean())
    rows, tuning = judged(inquiry, *TWO, AIMS)
    assert set(rows["comparison"]) == {TUNED, AVERAGE}
    assert set(rows["worlds"]) == {inquiry.size.more["unseen"]}
    rows, tuning = (table[table["measure"] == "wide"] for table in (rows, tuning))
    by_aim = tuning[tuning["aim"] == "true_quality"].set_index("side")
    effect = rows[(rows["comparison"] == TUNED) & (rows["outcome"] == "true_quality")]["effect"].iloc[0]
    assert effect == pytest.approx(by_aim.at["hierarchical", "unseen"] - by_aim.at["egalitarian", "unseen"])


def test_the_centre_of_a_box_is_the_archetype_itself(inquiry):
    """A point laid over a scenario gives the same run as the archetype's own file."""
    composed = inquiry.sides("default")["hierarchical"]
    laid = inquiry.row("x", composed, 0, 1, box_point("hierarchical", CENTRE))
    assert laid.spec.id == inquiry.row("x", composed, 0, 1).spec.id
    assert "governance.voice=0.175" in laid.command


def test_swapping_every_dial_turns_one_archetype_into_the_other():
    assert sum(len(dials) for dials in GROUPS.values()) == len(centres("hierarchical"))
    assert len(GROUPS) == 11
    dials = {**centres("hierarchical"), **{dial: centres("egalitarian")[dial] for g in GROUPS.values() for dial in g}}
    assert dials == centres("egalitarian")
    only = mixed("hierarchical", "egalitarian", "voice")
    assert {key for key in only if only[key] != centres("hierarchical")[key.partition(".")[2]]} == {"governance.voice"}


def test_a_swap_is_the_difference_of_the_two_runs_that_it_names(found, inquiry):
    runs = found.store.runs().query("world == 'default'").groupby("scenario")["true_quality"].mean()
    rows = swaps(inquiry, *TWO, "true_quality").query("dial == 'grip'").set_index("way")["effect"]
    alone = runs["egalitarian but for grip"] - runs["egalitarian but for nothing"]
    last = runs["hierarchical but for nothing"] - runs["hierarchical but for grip"]
    assert rows["first in"] == pytest.approx(alone)
    assert rows["last in"] == pytest.approx(last)
    assert rows["mean"] == pytest.approx((alone + last) / 2)


def test_what_an_axis_moves_is_the_top_of_the_surface_less_its_foot(inquiry):
    table = surface(inquiry, AXES, *TWO, "true_quality")
    assert len(table) == len(grid_points(AXES))
    moved = moves(inquiry, AXES, *TWO, "true_quality").set_index("comparison")["effect"]
    for name in ("heterogeneity", "turbulence"):
        means = table.groupby(name)["effect"].mean()
        assert moved[f"what {name} moves"] == pytest.approx(means.iloc[-1] - means.iloc[0])


def test_figures_are_drawn_of_what_the_study_stored(found, probgov):
    answer = probgov("figure", "response_surface", "swaps", f"results={found.path}", "output=figures")
    assert answer.code == 0, answer.err
    drawn = pd.read_csv("figures/swaps.csv")
    stored = found.tables["dials"].set_index(["dial", "measure", "way"])["effect"]
    for row in drawn.itertuples():
        assert row.effect == pytest.approx(1000 * stored[(row.dial, row.measure, row.way)])

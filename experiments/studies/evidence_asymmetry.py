"""Is success easier to evidence under hierarchy: the rated gap at equal true quality, and what rewording removes."""

from collections.abc import Callable, Mapping
from itertools import product

import numpy as np

from experiments.findings import resting, table
from experiments.inquiry import Inquiry
from experiments.leadership import WORDED, meet
from experiments.limits import EVERYWHERE, OPPOSITE
from experiments.many_services import (
    CONDITIONS,
    EGALITARIAN,
    HIERARCHICAL,
    NO_COMPARATOR,
    WORLDS_OF_SERVICES,
    asked,
    count,
    gap,
    in_turn,
    measured,
    resampled,
    statistic_row,
)
from experiments.study import TOY, Answer, Expectation, Scenario, Size, Stage, Study
from model.observation.outcomes import Outcome
from model.specification.specification import Specification

LOADINGS = (0.0, 1.0, 2.0, 3.0)
"""Legibility of leadership, over the register's range."""
ASKS = {"as drafted": ("as drafted", 0.0), "reworded": ("as suggested", 0.0),
        "counter-factual asked": ("as drafted", 1.0), "asked and reworded": ("as suggested", 1.0)}
GAP = Outcome("rated_gap", "", 2.0, 0, "two points of a hundred: one case in a sample of 54")
REMOVED = Outcome("gap_removed", "", 2.0, 1, "as the gap")


def shown(specification: Specification) -> dict[str, float]:
    """Return the service's true quality, and leadership's evidenced share by legibility and by what is asked."""
    found = meet(specification)
    return {"truth": found.truth[0], **{f"{ask}, {k:g}": found.evidenced(WORDED[wording], asked_for, k)
                                        for k, (ask, (wording, asked_for)) in product(LOADINGS, ASKS.items())}}


def analyse(inquiry: Inquiry) -> Answer:
    """Return gaps by legibility and what is asked, and how much of each the other ways of asking take away."""
    services = measured(inquiry, shown)
    rows = []
    for measure, part in services.groupby("measure", sort=False):
        known = (str(measure), part["world"].to_numpy(), inquiry.size.more["resamples"])
        side, truth = part["scenario"].to_numpy(), part["truth"].to_numpy()
        for k in LOADINGS:
            gaps = {ask: gap(side, truth, part[f"{ask}, {k:g}"].to_numpy()) for ask in ASKS}
            rows += of_legibility(k, gaps, *known)
    rests = dict.fromkeys((GAP.name, REMOVED.name), ("world.inspection.leader_legibility", "world.inspection.coding"))
    return Answer(resting(table(rows), rests), {"services": services[["measure", "scenario", "world", "truth"]]})


def of_legibility(k: float, gaps: Mapping[str, Callable[[np.ndarray], float]], measure: str, worlds: np.ndarray,
                  resamples: int) -> list[dict]:
    """Return the finding on the gap under each way of asking and, where it is not the draft, on what it takes away."""
    found = dict(zip(gaps, resampled(worlds, in_turn(list(gaps.values())), resamples)))
    drafted = found["as drafted"].size()
    return [row for ask, own in found.items() for row in [
        statistic_row(f"legibility {k:g}, {ask}", measure, GAP, own),
        statistic_row(f"legibility {k:g}, taken away: {ask}", measure, REMOVED, drafted.less(own.size()))]
        if ask != "as drafted" or row["outcome"] == GAP.name]


def _drafted(*loadings: float) -> tuple[str, ...]:
    """Return the comparisons on what the prompts as drafted show at some legibilities."""
    return tuple(f"legibility {k:g}, as drafted" for k in loadings)


def _taken_away(ask: str, *loadings: float) -> tuple[str, ...]:
    """Return the comparisons on what a way of asking takes away at some legibilities."""
    return tuple(f"legibility {k:g}, taken away: {ask}" for k in loadings)


STUDY = Study(
    name="evidence_asymmetry",
    title="Is success easier to evidence under hierarchy?",
    question="Is success easier to evidence under hierarchical governance, where the work is equally good, and how "
             "much of that would other wording take away?",
    expectations=(
        Expectation("hierarchy shows more than equally good egalitarian governance", "submission, implicit vision",
                    GAP.name, "better", _drafted(1, 2, 3)),
        Expectation("so it is even with no bias of legibility: the prompts alone favour it", "submission Q6",
                    GAP.name, "better", _drafted(0)),
        Expectation("egalitarian governance shows more: the prompts ask for what it has", OPPOSITE,
                    GAP.name, "worse", _drafted(0)),
        Expectation("neither shows more by enough to matter", OPPOSITE, GAP.name, "negligible",
                    _drafted(*LOADINGS)),
        Expectation("the rewordings take some of the gap away", "submission Q6", "gap_removed", "better",
                    _taken_away("reworded", 1, 2, 3)),
        Expectation("they take away too little to matter", "docs/instrument.md: priors are shared", "gap_removed",
                    "negligible", _taken_away("reworded", 1, 2, 3)),
        Expectation("asking what was rejected takes some away", "submission, implicit vision", "gap_removed", "better",
                    _taken_away("counter-factual asked", 1, 2, 3)),
        Expectation("rewording makes it worse: it favours the other side", OPPOSITE, "gap_removed",
                    "worse", _taken_away("reworded", *LOADINGS)),
    ),
    scenarios=(Scenario(HIERARCHICAL, ("governance=hierarchical",)),
               Scenario(EGALITARIAN, ("governance=egalitarian",))),
    comparisons=(),
    reference="",
    primary=GAP.name,
    outcomes=(),
    own=(GAP, REMOVED),
    words=("national=both", "national.first_month=24", "months=78", "regime=standards_and_overall", *CONDITIONS),
    estimand="evidenced less true share of leadership at equal true quality, hierarchical less egalitarian",
    stages=(Stage(asked, lambda size: count(size, 2, 3)),),
    analyse=analyse,
    limits=(*EVERYWHERE,
            "That legibility favours hierarchy is put into the model by sign (inspection.leader_legibility); the study "
            "says how much comes of it and of the prompts, not that it is so. At nought only the prompts speak.",
            "The centre's leadership is held against the true casework of its service; no other truth of it is there.",
            "No gap is given where the two kinds of governance have no true quality in common; so that they have some "
            "in the default world, services differ there in luck and in caseload, by up to a fifth.",
            WORLDS_OF_SERVICES, NO_COMPARATOR),
    overturned_if="raters blind to source and hypothesis code the two wordings alike",
    open_by="legibility is swept from nought; the prompts' priors are shared between wordings",
    figures=("instrument_comparison",),
    sizes={"smoke": Size(2, 2, 2, TOY, {"services": 32, "resamples": 40}),
           "laptop": Size(2, 2, 2, (), {"services": 320, "resamples": 500}),
           "full": Size(2, 2, 2, (), {"services": 4096, "resamples": 1000})},
)

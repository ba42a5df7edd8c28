"""Is success easier to evidence under hierarchy: the rated gap at equal true quality, and what rewording removes."""

from collections.abc import Callable
from itertools import product

import numpy as np
import pandas as pd

from analysis.measures.legibility import legibility_gap
from experiments.findings import resting, table
from experiments.inquiry import Inquiry
from experiments.leadership import WORDED, meet
from experiments.limits import EVERYWHERE
from experiments.many_services import asked, count, measured, statistic_row
from experiments.study import TOY, Answer, Expectation, Scenario, Size, Stage, Study
from model.observation.outcomes import Outcome
from model.specification.specification import Specification

LOADINGS = (0.0, 1.0, 2.0, 3.0)
"""Legibility of leadership, over the register's range."""
ASKS = {"as drafted": ("as drafted", 0.0), "reworded": ("as suggested", 0.0),
        "counter-factual asked": ("as drafted", 1.0), "reworded and asked": ("as suggested", 1.0)}
GAP = Outcome("rated_gap", "", 2.0, 0, "two points of a hundred: one case in a sample of 54")
REMOVED = Outcome("gap_removed", "", 2.0, 1, "as the gap")
BINS, A_CLASS = 4, 12
"""Most classes of equal true quality, and services a side that one of them should hold."""
HIERARCHICAL, EGALITARIAN = "hierarchical", "egalitarian"


def shown(specification: Specification) -> dict[str, float]:
    """Return the service's true quality, and leadership's evidenced share by legibility and by what is asked."""
    found = meet(specification)
    return {"truth": found.truth[0], **{f"{ask}, {k:g}": found.evidenced(WORDED[wording], asked_for, k)
                                        for k, (ask, (wording, asked_for)) in product(LOADINGS, ASKS.items())}}


def gap(services: pd.DataFrame, column: str) -> Callable[[np.ndarray], float]:
    """Return the gap of rows of services: evidenced less true at equal true quality, hierarchical less egalitarian.

    In percentage points. There are as many classes of equal quality as services allow, at most BINS.
    """
    first = (services["scenario"] == HIERARCHICAL).to_numpy()
    truth, seen = services["truth"].to_numpy(), services[column].to_numpy()
    bins = max(1, min(BINS, len(services) // (2 * A_CLASS)))

    def of(rows: np.ndarray) -> float:
        a, b = rows[first[rows]], rows[~first[rows]]
        return legibility_gap(truth[a], seen[a], truth[b], seen[b], bins) if len(a) and len(b) else float("nan")

    return of


def analyse(inquiry: Inquiry) -> Answer:
    """Return gaps by legibility and what is asked, and how much of each the other ways of asking take away."""
    services = measured(inquiry, shown)
    rows = []
    for measure, part in services.groupby("measure", sort=False):
        known = (str(measure), part["world"].to_numpy(), inquiry.size.more["resamples"])
        for k in LOADINGS:
            drafted = gap(part, f"as drafted, {k:g}")
            for ask in ASKS:
                rows += of_ask(k, ask, drafted, gap(part, f"{ask}, {k:g}"), *known)
    rests = dict.fromkeys((GAP.name, REMOVED.name), ("world.inspection.leader_legibility", "world.inspection.coding"))
    return Answer(resting(table(rows), rests), {"services": services[["measure", "scenario", "world", "truth"]]})


def of_ask(k: float, ask: str, drafted, own, measure: str, worlds: np.ndarray, resamples: int) -> list[dict]:
    """Return the finding on the gap under one way of asking and, where it is not the draft, on what it takes away."""
    rows = [statistic_row(f"legibility {k:g}, {ask}", measure, GAP, worlds, own, resamples)]
    if ask != "as drafted":
        rows.append(statistic_row(f"legibility {k:g}, taken away: {ask}", measure, REMOVED, worlds,
                                  lambda picked: abs(drafted(picked)) - abs(own(picked)), resamples))
    return rows


def _at(k: float, verdict: str, ask: str = "as drafted"):
    return lambda findings, tables: _verdicts(findings, GAP.name, f"legibility {k:g}, {ask}", verdict)


def _verdicts(findings: pd.DataFrame, outcome: str, comparison: str, verdict: str) -> bool | None:
    own = findings[(findings["outcome"] == outcome) & (findings["comparison"] == comparison)]
    told = own[own["verdict"] != "unresolved"]
    return bool((told["verdict"] == verdict).any()) if not told.empty else None


STUDY = Study(
    name="evidence_asymmetry",
    title="Is success easier to evidence under hierarchy?",
    question="Is success easier to evidence under hierarchical governance, where the work is equally good, and how "
             "much of that would other wording take away?",
    expectations=(
        Expectation("hierarchy shows more than equally good egalitarian governance", "submission, implicit vision",
                    holds=_at(1.0, "better")),
        Expectation("so it is even with no bias of legibility: the prompts alone favour it", "submission Q6",
                    holds=_at(0.0, "better")),
        Expectation("egalitarian governance shows more: the prompts ask for what it has", "rival to the submission",
                    holds=_at(0.0, "worse")),
        Expectation("the rewordings take some of the gap away", "submission Q6", "gap_removed", "better",
                    "legibility 1, taken away: reworded"),
        Expectation("they take away too little to matter", "docs/instrument.md: priors are shared", "gap_removed",
                    "negligible", "legibility 1, taken away: reworded"),
        Expectation("asking what was rejected takes some away", "submission, implicit vision", "gap_removed", "better",
                    "legibility 1, taken away: counter-factual"),
        Expectation("rewording makes it worse: it favours the other side", "rival to the submission", "gap_removed",
                    "worse", "legibility 0, taken away: reworded"),
    ),
    scenarios=(Scenario(HIERARCHICAL, ("governance=hierarchical",)),
               Scenario(EGALITARIAN, ("governance=egalitarian",))),
    comparisons=(),
    reference="",
    primary=GAP.name,
    outcomes=(),
    own=(GAP, REMOVED),
    words=("national=both", "national.first_month=24", "months=78", "regime=standards_and_overall"),
    estimand="evidenced less true share of leadership at equal true quality, hierarchical less egalitarian",
    stages=(Stage(asked, lambda size: count(size, 2, 3)),),
    analyse=analyse,
    limits=(*EVERYWHERE,
            "That legibility favours hierarchy is put into the model by sign (inspection.leader_legibility); the study "
            "says how much comes of it and of the prompts, not that it is so. At nought only the prompts speak.",
            "The centre's leadership is held against the true casework of its service; no other truth of it is there.",
            "No gap is given where the two kinds of governance have no true quality in common."),
    overturned_if="raters blind to source and hypothesis code the two wordings alike",
    open_by="legibility is swept from nought; the prompts' priors are shared between wordings",
    figures=("instrument_comparison",),
    sizes={"smoke": Size(2, 2, 2, TOY, {"services": 32, "resamples": 40}),
           "laptop": Size(2, 2, 2, (), {"services": 64, "resamples": 300}),
           "full": Size(2, 2, 2, (), {"services": 512, "resamples": 1000})},
)

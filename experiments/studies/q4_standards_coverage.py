"""Question 4: does the framework cover what matters: validity with one standard dropped or added, and coverage."""

import numpy as np
import pandas as pd

from analysis.measures.validity import covered_share, rank_validity, validity_without
from experiments.findings import all_have, rows_of, table
from experiments.inquiry import Inquiry
from experiments.leadership import STANDARDS as NATIONAL
from experiments.leadership import truths
from experiments.limits import EVERYWHERE
from experiments.own_outcomes import KEYS, add_measured
from experiments.study import TOY, Answer, Comparison, Expectation, Scenario, Size, Study
from experiments.visits import at_end, counted, visit_all
from model.entities.state import N_CASE_CELLS, PRACTICES, PROFILES, STAGES, STANDARDS, THEMES
from model.initialisation.values import profile_weights
from model.observation.outcomes import Outcome
from model.parameters.constructs import CONSTRUCTS, KEY_QUESTIONS
from model.specification.instrument import national_items
from model.specification.specification import Specification

TIMES = 8
TRUTHS = ("casework", *PROFILES)
OWN = tuple(Outcome(f"validity_{truth}", "", 0.05, 1, "a twentieth of a perfect ranking") for truth in TRUTHS)
STATES = {"staffing": "posts filled and workload", "services": "partners' confidence",
          "infrastructure": "premises and ICT"}
"""What each national standard but leadership is judged on."""


def validities(specification: Specification) -> dict[str, float]:
    """Return how well the points of PDUs rank what is true of them, all standards counted and with each dropped or
    added: visits to every PDU at one moment, so that neither time nor who was visited comes in.
    """
    state, inputs = at_end(specification)
    n, true = counted(inputs), truths(state.pdus)
    found: dict[str, list[float]] = {}
    for points in visit_all(state, inputs, TIMES):
        for t, truth in enumerate(TRUTHS):
            found.setdefault(f"all, {truth}", []).append(rank_validity(points[:, :n].sum(axis=1), true[:, t]))
            for part, value in validity_without(points, range(n), true[:, t]).items():
                found.setdefault(f"{change(part, n)}, {truth}", []).append(value)
    return {name: float(np.mean(values)) for name, values in found.items()}


def change(part: int, n: int) -> str:
    """Return the name of a framework in which one standard is dropped, or one added."""
    return f"{'without' if part < n else 'with'} {STANDARDS[part]}"


def analyse(inquiry: Inquiry) -> Answer:
    """Return validity lost or won by each standard, and what standards and prompts read of what matters."""
    add_measured(inquiry, validities, inquiry.size.more["measured"], inquiry.size.more["measured_worlds"])
    runs = inquiry.runs
    columns = [name for name in runs.columns if name.endswith(f", {TRUTHS[0]}")]
    frameworks = [name.rpartition(", ")[0] for name in columns if not name.startswith("all")]
    rows = []
    for measure in inquiry.measures:
        own = runs[(runs["world"] == measure) & runs[f"all, {TRUTHS[0]}"].notna()]
        base = _framed(own, "all")
        for framework in frameworks:
            rows += rows_of(Comparison(f"{framework}, less all seven", framework, "all"), measure,
                            (_framed(own, framework) - base).reset_index(), inquiry.study.declared)
        rows += rows_of(Comparison("all seven, as they are", "all", ""), measure, base.reset_index(),
                        inquiry.study.declared)
    return Answer(table(rows), {"coverage": coverage(), "constructs": constructs(), "validity": runs[
        [*KEYS, *(f"all, {truth}" for truth in TRUTHS)]].dropna()})


def _framed(runs: pd.DataFrame, framework: str) -> pd.DataFrame:
    """Return the validities of a framework by pair."""
    wanted = {f"{framework}, {truth}": f"validity_{truth}" for truth in TRUTHS}
    keyed = runs.drop(columns="world").rename(columns={"world_index": "world", "seed": "replicate"})
    return keyed.set_index(["world", "replicate"])[list(wanted)].rename(columns=wanted)


def coverage() -> pd.DataFrame:
    """Return the share of what each value profile weighs that PDU inspection reads: casework by stage, and no practice.

    A practice quality (a relationship, continuity, a fair hearing) is read by no standard of its own; casework that
    rests on it is.
    """
    weights = profile_weights()
    things = [f"{stage}, {theme}" for stage in STAGES for theme in THEMES] + list(PRACTICES)
    read = np.array([1.0] * N_CASE_CELLS + [0.0] * len(PRACTICES))
    rows = [{"profile": profile, "read_by_a_standard": share} for profile, share in
            zip(PROFILES, covered_share(weights, read))]
    for row, own in zip(rows, weights):
        row |= {"heaviest_not_read": things[N_CASE_CELLS + int(np.argmax(own[N_CASE_CELLS:]))],
                "its_weight": float(own[N_CASE_CELLS:].max())}
    return pd.DataFrame(rows)


def constructs() -> pd.DataFrame:
    """Return the construct coverage matrix: loading of each national key question or standard on each construct.

    Leadership's loadings are those of the prompts as drafted, coded, the counter-factual item left out; the other
    standards load on one state each.
    """
    items = national_items()
    kept = (items.wording == 0) & (items.counterfactual == 0)
    rows = []
    for k, question in enumerate(KEY_QUESTIONS):
        own = kept & (items.key_question == k)
        weight = items.weight[own][:, None]
        loads = (weight * items.coded[own]).sum(axis=0) / weight.sum()
        rows.append({"standard": f"{NATIONAL[0]}, {question}", **dict(zip(CONSTRUCTS, loads))})
    for standard in NATIONAL[1:]:
        rows.append({"standard": standard, **dict.fromkeys(CONSTRUCTS, 0.0), STATES[standard]: 1.0})
    return pd.DataFrame(rows).fillna(0.0)


def _none_spared(findings: pd.DataFrame) -> bool | None:
    """Return whether in some measure PDUs are ranked worse without any one of the standards."""
    names = findings.loc[findings["comparison"].str.startswith("without"), "comparison"]
    return all_have(findings, "validity_casework", list(names.unique()), "worse")


def _uncovered(_findings, tables) -> bool:
    """Return whether some profile puts a quarter of its weight or more on what no standard reads."""
    return bool((tables["coverage"]["read_by_a_standard"] <= 0.75).any())


STUDY = Study(
    name="q4_standards_coverage",
    title="Does the standards framework cover what matters?",
    question="Does the standards framework cover what contributes to effective delivery, and what is missing?",
    expectations=(
        Expectation("it is comprehensive: no standard can be spared", "submission Q4",
                    holds=lambda findings, tables: _none_spared(findings)),
        Expectation("some standard cannot be spared", "submission Q4, in its weaker sense", "validity_casework",
                    "worse", "without"),
        Expectation("some standards can be spared: they say nothing of casework that the rest do not",
                    "inspection_effects.csv, Emergency Medicine Journal 2019: no link of rating with performance",
                    "validity_casework", "negligible", "without"),
        Expectation("some standards blur it: without them PDUs are ranked better",
                    "inspection_effects.csv, Griffiths et al. 2016: ratings measure something else",
                    "validity_casework", "better", "without"),
        Expectation("something is missing: another standard ranks PDUs better", "consultation Q4", "validity_casework",
                    "better", "with "),
        Expectation("what matters to people on probation is not covered", "value_profiles.csv", holds=_uncovered),
    ),
    scenarios=(Scenario("as observed", ("governance=observed",), "The service as seen, continued"),),
    comparisons=(),
    reference="",
    primary="validity_casework",
    outcomes=("true_quality",),
    own=OWN,
    words=("regime=standards_and_overall", "national=off", "months=78"),
    estimand="rank correlation, over PDUs visited at one moment 36 months after the switch, of points with what is "
             "true of them; and its change when a standard is dropped from the points or added to them, same visits",
    analyse=analyse,
    limits=(*EVERYWHERE,
            "A standard is dropped from the sum, not from what units attend to: nobody answers to its absence.",
            "Validity is that of ranking PDUs on true casework; a standard may be worth having for another reason.",
            "Nothing is compared with the observed service: it is the service that is visited, continued.",
            "Constructs are read from a coding of the prompts by one reader who knew the source."),
    overturned_if="standards of leadership and staffing are shown to foretell casework years later",
    open_by="each standard is judged from states of its own; which of them go with true casework is not put in",
    figures=("standards_counted",),
    sizes={"smoke": Size(2, 2, 2, TOY, {"measured": 2, "measured_worlds": 2}),
           "laptop": Size(24, 64, 1, (), {"measured": 24, "measured_worlds": 64}),
           "full": Size(100, 256, 2, (), {"measured": 100, "measured_worlds": 256})},
)

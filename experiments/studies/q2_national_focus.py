"""Question 2: is the national level the right focus: where causes lie, by what level is inspected."""

from experiments.attribution import attribution
from experiments.findings import paired_answer
from experiments.inquiry import Inquiry
from experiments.limits import EVERYWHERE, OPPOSITE
from experiments.own_outcomes import KEYS, add_measured
from experiments.study import TOY, Answer, Comparison, Expectation, Scenario, Size, Study
from model.observation.outcomes import Outcome
from model.specification.specification import Specification

LEVELS = ("nation", "region", "pdu", "practitioner", "exogenous")
CAUSES = {
    "as they are": (),
    "more at the centre": ("world.workforce.filling=0.02", "world.infrastructure.budget=0.004",
                           "world.infrastructure.decay=0.03", "governance.autonomy=0.1"),
    "more in units": ("world.practice.turbulence=0.015", "world.practice.autonomy_drift=0.015",
                      "governance.autonomy=0.9"),
    "more with practitioners": ("world.workforce.leaving_po=0.01", "world.workforce.leaving_pso=0.014",
                                "world.workforce.starting_skill=0.05", "world.workforce.skill_months=60",
                                "world.workforce.filling=0.15"),
    "more outside": ("shock.start=42", "shock.months=36", "shock.share=0.2"),
}
"""Where what has gone wrong since 2021 lies: posts unfilled and premises worn; practice that strays; skill; cases."""
INSPECTED = {"units alone": ("regime=standards_and_overall", "national=off"),
             "units and centre": ("regime=standards_and_overall", "national=both"),
             "units in context": ("regime=contextual", "national=off")}


def placed(specification: Specification) -> dict[str, float]:
    """Return the attribution error over units judged below Good, blame on units beyond control, and who controls."""
    found = attribution(specification)
    return {"attribution_error": found["error"], "blame_on_units": found["signed"],
            **{f"control_{level}": found[f"control: {level}"] for level in LEVELS}}


def analyse(inquiry: Inquiry) -> Answer:
    """Add attribution to the runs; then paired comparisons, and who controls what under each of the causes."""
    add_measured(inquiry, placed, inquiry.size.more["attributed"], inquiry.size.more["attributed_worlds"])
    control = [f"control_{level}" for level in LEVELS]
    known = inquiry.runs.dropna(subset=["attribution_error"])
    table = known[[*KEYS, "attribution_error", "blame_on_units", *control]]
    return Answer(paired_answer(inquiry).findings, {"control": table.groupby(["world", "scenario"], as_index=False)[
        ["attribution_error", "blame_on_units", *control]].mean()})


STUDY = Study(
    name="q2_national_focus",
    title="Is the national level the right thing to inspect?",
    question="Is a focus on how national arrangements enable delivery the right approach: does blame then lie where "
             "control does, at the same inspector-days?",
    expectations=(
        Expectation("inspecting the centre places responsibility better", "submission Q2", "attribution_error",
                    "better", "centre too"),
        Expectation("where causes lie in units it places it worse", OPPOSITE, "attribution_error", "worse",
                    "centre too, more in units"),
        Expectation("where causes lie with practitioners or outside it places it worse", OPPOSITE, "attribution_error",
                    "worse", ("centre too, more with practitioners", "centre too, more outside")),
        Expectation("judging units in context places it better", "submission Q2: a contextualised analysis",
                    "attribution_error", "better", "in context"),
        Expectation("judging units in context places it worse", "context_excuse", "attribution_error", "worse",
                    "in context"),
        Expectation("context does as much as inspecting the centre", "submission Q2: a contextualised analysis",
                    "attribution_error", "negligible", "centre or context"),
        Expectation("units bear less blame for what they do not control", "submission Q2", "blame_on_units", "better",
                    "centre too"),
        Expectation("blame stays with units", OPPOSITE, "blame_on_units", "negligible", "centre too"),
        Expectation("the work is no worse for the inspector-days", "inspection_cost_share: under a hundredth of "
                    "running cost", "true_quality", "negligible", "centre too"),
        Expectation("the work is worse for the inspector-days", "fixed inspector-days", "true_quality", "worse",
                    "centre too"),
    ),
    scenarios=tuple(Scenario(name, words) for name, words in INSPECTED.items()),
    across={"causes": CAUSES},
    comparisons=(Comparison("centre too", "units and centre", "units alone"),
                 Comparison("in context", "units in context", "units alone"),
                 Comparison("centre or context", "units and centre", "units in context")),
    reference="",
    primary="attribution_error",
    outcomes=("blame_on_units", "true_quality", "esteem", "legitimacy", "practice_fit"),
    own=(Outcome("attribution_error", "", 0.05, -1, "one part in twenty of the blame"),
         Outcome("blame_on_units", "", 0.05, -1, "one part in twenty of the blame")),
    words=("governance=observed", "months=78"),
    estimand="share of the blame that lies where control does not, over PDUs judged below Good and 24 months from a "
             "fork a year after the switch: mean paired difference, same world and same luck; of the other outcomes, "
             "in the 36 months after the switch",
    analyse=analyse,
    limits=(*EVERYWHERE,
            "Blame follows a rule: a centre that has been reported on as below Good is named, and context "
            "takes a share of the blame off everyone.",
            "Causes are set in the whole history, and autonomy from the switch: five services, not five policies.",
            "What a level controls is read from who may change an input of quality; no source measures it.",
            "The observed service, continued and inspected as now, is 'units alone' where causes are as they are."),
    overturned_if="readers of a national report are shown to go on blaming the PDU",
    open_by="control is found by forked runs (Shapley) and blame by rule; either may lie further from the other",
    figures=("paired_differences",),
    sizes={"smoke": Size(2, 2, 1, TOY, {"attributed": 2, "attributed_worlds": 0}),
           "laptop": Size(20, 20, 1, (), {"attributed": 20, "attributed_worlds": 10}),
           "full": Size(60, 64, 2, (), {"attributed": 60, "attributed_worlds": 64})},
)

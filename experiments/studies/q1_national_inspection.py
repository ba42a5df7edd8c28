"""Question 1: a national inspection, none, in words or rated, under two ways of governing and the service as it is."""

from experiments.attribution import attribution
from experiments.findings import paired_answer
from experiments.inquiry import Inquiry
from experiments.limits import EVERYWHERE, OPPOSITE
from experiments.own_outcomes import add_measured, add_recorded
from experiments.study import TOY, Answer, Comparison, Expectation, Scenario, Size, Study
from model.observation.outcomes import Outcome
from model.specification.specification import Specification

RECORDED = ("attention", "belief_error")
INSPECTED = ("words, no rating, against none", "rated against none")
"""What inspecting the centre does; scenarios against the reference differ in how the service is governed too."""
RATED = "rated against words"


def blamed(specification: Specification) -> dict[str, float]:
    """Return the attribution error over units judged below Good, and by how much they are blamed beyond control."""
    found = attribution(specification)
    return {"attribution_error": found["error"], "blame_on_units": found["signed"]}


def analyse(inquiry: Inquiry) -> Answer:
    """Add attention, beliefs and attribution to the runs; then paired comparisons."""
    add_recorded(inquiry, RECORDED)
    add_measured(inquiry, blamed, inquiry.size.more["attributed"], inquiry.size.more["attributed_worlds"])
    return paired_answer(inquiry)


STUDY = Study(
    name="q1_national_inspection",
    title="A national inspection: none, in words, or rated",
    question="Should there be a national inspection of the Probation Service: none, one that gives its account in "
             "words, or one that rates the centre?",
    expectations=(
        Expectation("the work gains: what stands in its way is brought out", "submission Q1", "true_quality", "better",
                    INSPECTED),
        Expectation("the work loses: days go from PDUs, and bad news travels", "public_report_reach; fixed days",
                    "true_quality", "worse", INSPECTED),
        Expectation("it moves the work too little to matter", "inspection_effects.csv: hospital inspection null",
                    "true_quality", "negligible", INSPECTED),
        Expectation("staff take heart from a report that names what is above them", "submission Q9", "esteem",
                    "better", INSPECTED),
        Expectation("one more negative report wears them down", "submission Q2, cumulative impact", "esteem", "worse",
                    INSPECTED),
        Expectation("responsibility is placed better", "submission Q2", "attribution_error", "better", INSPECTED),
        Expectation("blame only moves up, beyond what the centre controls", OPPOSITE, "attribution_error",
                    "worse", INSPECTED),
        Expectation("the centre is distracted by its own report", "assumed: direction.attention_headlines", "attention",
                    "worse", INSPECTED),
        Expectation("it turns to the work, having been told what stands in its way", "inspection_effects.csv, HM "
                    "Inspectorate of Probation 2021: a poor rating can lever resources", "attention", "better",
                    INSPECTED),
        Expectation("a rating adds harm to what the words say", "inspection_effects.csv, Sims 2016: turnover rises "
                    "after the lowest rating", "esteem", "worse", RATED),
        Expectation("a rating adds good to what the words say", "submission Q8", "esteem", "better", RATED),
    ),
    scenarios=(
        Scenario("none", ("national=off",), "The centre is not inspected"),
        Scenario("words", ("national=narrative",), "The centre is inspected; its report is an account in words"),
        Scenario("rated", ("national=both",), "The centre is inspected; standards and the whole are rated"),
    ),
    across={"governance": ("observed", "hierarchical", "egalitarian")},
    comparisons=(
        Comparison(INSPECTED[0], "words", "none"),
        Comparison(INSPECTED[1], "rated", "none"),
        Comparison(RATED, "rated", "words"),
    ),
    reference="none, observed",
    primary="true_quality",
    outcomes=("true_quality", "wellbeing", "esteem", "legitimacy", "confidence", "leaving_rate", "practice_fit",
              "attention", "belief_error", "attribution_error", "blame_on_units"),
    own=(
        Outcome("attention", "attention", 0.02, 1, "a week of a year"),
        Outcome("belief_error", "belief_error", 0.01, -1, "half the smallest effect on quality"),
        Outcome("attribution_error", "", 0.05, -1, "one part in twenty of the blame"),
        Outcome("blame_on_units", "", 0.05, -1, "one part in twenty of the blame"),
    ),
    words=("regime=standards_and_overall", "months=78"),
    estimand="mean paired difference in the 36 months after the switch, same world and same luck; of attribution, over "
             "PDUs judged below Good and 24 months from a fork a year after the switch",
    analyse=analyse,
    limits=(*EVERYWHERE,
            "Once a report on the centre is below Good it counts as named: blame then moves up by rule.",
            "Attribution is measured in fewer runs than the rest, at one fork a year after the switch."),
    overturned_if="hospitals' null result holds here too: the effect on quality is too small to matter everywhere",
    open_by="every route of a national report has a switch, with benefit and cost (probgov list channels)",
    figures=("paired_differences",),
    sizes={"smoke": Size(2, 2, 2, TOY, {"attributed": 2, "attributed_worlds": 0}),
           "laptop": Size(16, 24, 2, (), {"attributed": 12, "attributed_worlds": 10}),
           "full": Size(200, 128, 4, (), {"attributed": 40, "attributed_worlds": 64})},
)

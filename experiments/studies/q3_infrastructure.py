"""Question 3: ICT and facilities in or out of the national standards, by who may mend them and how they stand."""

from experiments.findings import paired_answer, resting
from experiments.inquiry import Inquiry
from experiments.limits import EVERYWHERE, OPPOSITE
from experiments.own_outcomes import add_recorded
from experiments.study import TOY, Answer, Comparison, Expectation, Interaction, Scenario, Size, Study
from model.observation.outcomes import Outcome

RECORDED = ("backlog", "estate", "ict", "belonging")
WORN = ("world.infrastructure.starting_estate=0.3", "world.infrastructure.starting_ict=0.3")
SOUND = ("world.infrastructure.starting_estate=0.7", "world.infrastructure.starting_ict=0.7")


def analyse(inquiry: Inquiry) -> Answer:
    """Add condition, repairs waiting and belonging to the runs; then paired comparisons."""
    add_recorded(inquiry, RECORDED)
    rests = tuple(f"world.infrastructure.{name}" for name in ("named_quickens", "central_wait", "local_wait"))
    return Answer(resting(paired_answer(inquiry).findings, dict.fromkeys(("estate", "ict", "backlog"), rests)))


def setting(rated: str, held: str) -> tuple[str, ...]:
    """Return the words of a standard in or out, with the centre or the units in charge of repairs."""
    return (f"national.infrastructure={int(rated == 'in')}",
            f"governance.infrastructure_devolution={0.9 if held == 'units' else 0.0}")


STUDY = Study(
    name="q3_infrastructure",
    title="ICT and facilities: in the standards or out, mended by the centre or by units",
    question="Are ICT and facilities the right elements of infrastructure to inspect, where responsibility for them "
             "lies beyond the PDU and the region?",
    expectations=(
        Expectation("inspected, they are mended", "submission Q3: responsibility sits beyond the PDU", "estate",
                    "better", "in the standards"),
        Expectation("a standard mends nothing: the condition is as it would have been", "equal money for repairs",
                    "estate", "negligible", "in the standards"),
        Expectation("repairs cost the centre attention that the work needed", "assumed: direction.attention_repairs",
                    "true_quality", "worse", "in the standards"),
        Expectation("what is mended helps the work", "submission Q3", "true_quality", "better", "in the standards"),
        Expectation("units mend better what they know", "local_authority_price", "estate", "better", "units mend"),
        Expectation("the centre buys cheaper and evenly", "central_purchase_saving", "estate", "worse", "units mend"),
        Expectation("work spaces matter to identity and belonging", "submission Q3", "belonging", "better", "sound"),
        Expectation("and too little for anyone to notice", OPPOSITE, "belonging", "negligible", "sound"),
    ),
    scenarios=tuple(Scenario(f"{rated}, {held} mend", setting(rated, held)) for rated in ("in", "out")
                    for held in ("centre", "units")),
    across={"condition in 2021": {"worn": WORN, "sound": SOUND}},
    comparisons=(
        Comparison("in the standards, centre mends", "in, centre mend", "out, centre mend"),
        Comparison("in the standards, units mend", "in, units mend", "out, units mend"),
        Comparison("units mend, not the centre", "in, units mend", "in, centre mend"),
        Comparison("sound, not worn, centre mends", "in, centre mend, sound", "in, centre mend, worn"),
        Comparison("sound, not worn, units mend", "in, units mend, sound", "in, units mend, worn"),
    ),
    interactions=(
        Interaction("being in the standards, by who mends", "in the standards, centre mends, worn",
                    "in the standards, units mend, worn"),
        Interaction("who mends, by condition", "units mend, not the centre, worn", "units mend, not the centre, sound"),
    ),
    reference="",
    primary="estate",
    outcomes=("estate", "ict", "backlog", "belonging", "esteem", "wellbeing", "true_quality", "workload"),
    own=(
        Outcome("estate", "estate", 0.02, 1, "two points of a hundred of condition"),
        Outcome("ict", "ict", 0.02, 1, "as premises"),
        Outcome("backlog", "backlog", 0.02, -1, "as premises"),
        Outcome("belonging", "belonging", 0.02, 1, "as wellbeing"),
    ),
    words=("governance=observed", "regime=standards_and_overall", "national=both", "months=78"),
    analyse=analyse,
    limits=(*EVERYWHERE,
            "Nothing read says that a standard speeds repairs: in the default world it does not "
            "(infrastructure.named_quickens is nought); in wide worlds it may, and the finding is that assumption's.",
            "Condition in 2021 is set in the whole history: worn and sound are two services, not a change of policy. "
            "Quality takes the national mean of 2021 for its nought, so that between them true quality says only how "
            "far each has fallen since: read belonging and condition there, and quality within one of them."),
    overturned_if="repairs are shown to follow, or not to follow, from a standard that names them",
    open_by="both routes of the standard are nought by default and drawn from nought upwards in wide worlds",
    figures=("paired_differences",),
    sizes={"smoke": Size(2, 2, 2, TOY), "laptop": Size(16, 32, 2), "full": Size(200, 256, 4)},
)

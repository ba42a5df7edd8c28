"""Why was this approach preferred over another? What would have followed, had another been chosen in a given month.

Every alternative is the observed history up to a month, and then another way of governing or inspecting, with the
same world and the same luck: before that month the runs are one, bit for bit. Table `trajectories`: the paired
difference from the observed way, month by month.
"""

from experiments.forking import answer, fork
from experiments.limits import SIZED
from experiments.study import TOY, Comparison, Expectation, Scenario, Size, Study

FORKS = {"June 2022": fork(12), "June 2023": fork(24), "December 2024": fork(42)}
EARLY = {name: tuple(f"{name}, {month}" for month in list(FORKS)[:2]) for name in ("egalitarian", "hierarchical")}
"""Comparisons of a way of governing chosen well before the end of what was observed."""

STUDY = Study(
    name="counterfactual",
    title="Had another way been chosen",
    question="Why was this approach preferred over another: what would have followed, had the service been governed or "
             "inspected otherwise from a given month on?",
    expectations=(
        Expectation("more empowered from early on, the service would have worked better", "Target Operating Model "
                    "2021, as the submission reads it", "true_quality", "better", EARLY["egalitarian"]),
        Expectation("held more tightly from early on, the service would have worked better", "the inspectorate's "
                    "questions, which the submission finds to presume it", "true_quality", "better",
                    EARLY["hierarchical"]),
        Expectation("held more tightly from early on, it would have worked worse", "control_delivery", "true_quality",
                    "worse", EARLY["hierarchical"]),
        Expectation("without ratings esteem would have been kept", "submission, questions 2 and 9", "esteem", "better",
                    "no ratings"),
        Expectation("without ratings esteem would have fared no better by enough to matter", "public_release_cochrane: "
                    "nothing found on staff morale", "esteem", "negligible", "no ratings"),
        Expectation("without ratings the work would have suffered", "Allen and Burgess 2012: failing an inspection "
                    "raised results", "true_quality", "worse", "no ratings"),
        Expectation("without ratings the work would have gained", "Hood 2006 on targets", "true_quality", "better",
                    "no ratings"),
        Expectation("how it was inspected would have made no difference large enough to matter",
                    "hospital inspections: no effect found", "true_quality", "negligible",
                    ("no ratings", "centre rated")),
    ),
    scenarios=(
        Scenario("as it was", ("governance=observed", "regime=standards_and_overall", "national=off"),
                 "Governed and inspected as seen"),
        Scenario("egalitarian", ("governance=egalitarian", "regime=standards_and_overall", "national=off"),
                 "Empowered regions, units and practitioners"),
        Scenario("hierarchical", ("governance=hierarchical", "regime=standards_and_overall", "national=off"),
                 "Direction and control from the centre"),
        Scenario("no ratings", ("governance=observed", "regime=narrative", "national=off"),
                 "Inspected, and told in words alone"),
        Scenario("centre rated", ("governance=observed", "regime=standards_and_overall", "national=overall"),
                 "The centre is inspected and rated too"),
    ),
    comparisons=tuple(Comparison(name, name, "as it was")
                      for name in ("egalitarian", "hierarchical", "no ratings", "centre rated")),
    across={"month": FORKS},
    reference="",
    primary="true_quality",
    outcomes=("true_quality", "value_inspectorate_standards", "value_public_protection", "value_relational_desistance",
              "value_people_on_probation", "wellbeing", "esteem", "engagement", "leaving_rate", "innovations",
              "confidence", "legitimacy"),
    limits=(
        "A different beginning in this model, not in 2022: what else would have been done differently is not in it.",
        "The observed way is a reading of cited text, and so are the alternatives.",
        "Nothing here says what anyone could have known at the time.",
        SIZED,
    ),
    overturned_if="the differences from June 2023 are too small to matter under the settings that the evidence allows",
    words=("months=78",),
    sizes={"smoke": Size(2, 2, 2, TOY), "laptop": Size(12, 40, 1), "full": Size(200, 256, 4)},
    estimand="mean paired difference from the way it was, in the 36 months after the month of the choice",
    figures=("fork",),
    analyse=answer,
    open_by="runs are one until the month of the choice, whatever is chosen: a test holds them to it bit for bit",
)

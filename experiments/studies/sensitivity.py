"""What drives the difference between ways of governing, and what would be worth finding out?

Tables: `screening` (Morris), `variance` (split by evidence grade, theories and luck), `indices` (Sobol' on an
emulator of ranks, with its held-out R2), `learning` (what knowing a cause before choosing would be worth, by value
profile) and `learning_by_grade`, and over calibrated worlds `calibrated_shares` (Shapley) and `calibrated_learning`.
"""

from experiments.limits import SIZED
from experiments.sensitivity.analysis import answer
from experiments.sensitivity.designs import stages
from experiments.sensitivity.expected import assumptions_rule, luck_rules, one_cause_rules, theories_rule
from experiments.studies.governance import NOW
from experiments.study import SCENARIOS, TOY, Comparison, Expectation, Scenario, Size, Study

PART = ("service.regions=6", "service.pdus_per_region=4", "service.staff_scale=0.25")
"""A part of the service, for laptops: a tenth of the cost, with differences much the same and luck larger."""

STUDY = Study(
    name="sensitivity",
    title="What drives the results, and what is worth learning",
    question="What drives the difference between hierarchical and egalitarian governance, how much of it rests on "
             "assumption, and what would it be worth to learn before choosing?",
    expectations=(
        Expectation("most of the uncertainty rests on assumptions, not on luck", "the evidence grades of the register",
                    holds=assumptions_rule),
        Expectation("which theory is right matters more than the size of any parameter", "rival theories of "
                    "one mechanism stand side by side in the literature", holds=theories_rule),
        Expectation("a handful of causes carries most of what can be explained", "screening (Morris 1991) supposes so",
                    holds=one_cause_rules),
        Expectation("what happens is mostly luck", "small_sample_noise: half of the "
                    "variance between units does not persist", holds=luck_rules),
    ),
    scenarios=(
        Scenario("hierarchical", ("governance=hierarchical", *NOW), "Direction and control from the centre"),
        Scenario("egalitarian", ("governance=egalitarian", *NOW), "Empowered regions, units and practitioners"),
        Scenario("hybrid", ("governance=hybrid", *NOW), "Some of each"),
        Scenario("observed continued", ("governance=observed", *NOW), "The service as seen, continued"),
    ),
    comparisons=(Comparison("hierarchical or egalitarian", "hierarchical", "egalitarian"),),
    reference="observed continued",
    primary="true_quality",
    outcomes=("true_quality", "value_inspectorate_standards", "value_public_protection", "value_relational_desistance",
              "value_people_on_probation", "wellbeing", "innovations"),
    limits=(
        "Every assumed number moves over its whole range, independently: that is more than anyone doubts of some of "
        "them, and says nothing on how likely a value is.",
        "What a number is worth learning is reckoned within this model: what the model lacks has no value in it.",
        "At run=laptop a part of the service is run (24 PDUs, a quarter of their staff): there luck weighs more "
        "than in the nation, and its share is an upper bound.",
        "The statistical summary of the runs leaves a part of the differences unexplained; shares are of the whole, "
        "and what it does not follow is in none of them.",
        SIZED,
    ),
    overturned_if="under the settings that the evidence allows, other assumptions lead",
    measures=("default", "calibrated"),
    words=("months=78",),
    sizes={"smoke": Size(0, 24, 1, TOY, {"trajectories": 2, "paths": 6, "points": 24, "causes": 16}),
           "laptop": Size(0, 64, 1, PART, {"trajectories": 4, "paths": 80, "points": 480, "causes": 0}),
           "full": Size(0, 512, 2, (), {"trajectories": 20, "paths": 1024, "points": 8192, "causes": 0})},
    estimand="shares of the variance of the paired difference over random worlds, theories and luck; gain in expected "
             "benefit from choosing after learning",
    figures=("drivers", "variance_split", "value_of_learning"),
    stages=(*stages(4), SCENARIOS),
    analyse=answer,
    open_by="the causes are all that the register holds, whatever their grade; a cause that nothing reads rides along "
            "and must come out at nought, and luck is one of the causes",
)

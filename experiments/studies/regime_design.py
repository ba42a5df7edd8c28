"""Which way of inspecting is robustly best, for what one values?

A search over all levers of the inspection of PDUs and of the centre in training worlds; what came out best, and every
regime that has a name, judged in worlds not searched, wide and calibrated. Tables, by measure: `front` (what nothing
dominates, satisficing, each regime in plain words), `regret` by value profile; and `levers`.
"""

from experiments.findings import all_have
from experiments.limits import OPPOSITE, SIZED
from experiments.regime_design.analysis import answer
from experiments.regime_design.search import AS_NOW, generations, judge
from experiments.studies.sensitivity import PART
from experiments.study import TOY, Expectation, Scenario, Size, Study

STUDY = Study(
    name="regime_design",
    title="Which way of inspecting is robustly best",
    question="Which way of inspecting probation does most good and least harm whatever the world turns out to be, for "
             "what one values?",
    expectations=(
        Expectation("no regime is best by everything: what is valued decides", "the submission: what good probation is "
                    "remains open", holds=lambda findings, tables: bool(
                        (tables["front"].groupby("measure")["on_front"].sum() > 1).any())),
        Expectation("one regime is best whatever one values", OPPOSITE, holds=lambda findings, tables: bool(
                        (tables["regret"].query("least").groupby("measure")["regime"].nunique() == 1).any())),
        Expectation("some regime does work better than inspection as now, by enough to matter",
                    "Allen and Burgess 2012; Hood 2006 on targets", "true_quality", "better"),
        Expectation("no way of inspecting moves the quality of work by enough to matter",
                    "hospital inspections: no effect found", holds=lambda findings, tables: all_have(
                        findings, "true_quality", list(findings["comparison"].unique()), "negligible")),
        Expectation("some way of inspecting does harm", "submission, question 9", "esteem", "worse"),
        Expectation("some way of inspecting does good to those inspected", "inspection_effects.csv, Phillips "
                    "2021: case interviews are valued", "esteem", "better"),
    ),
    scenarios=(Scenario(AS_NOW, ("governance=observed", "regime=standards_and_overall", "national=off"),
                        "The service as seen, inspected as now, continued"),),
    comparisons=(),
    reference=AS_NOW,
    primary="true_quality",
    outcomes=("value_inspectorate_standards", "value_public_protection", "value_relational_desistance",
              "value_people_on_probation", "esteem", "legitimacy", "confidence", "reported_gap"),
    limits=(
        "A search finds what this model rewards: a regime that exploits a gap of the model looks as good as one that "
        "works.",
        "Governance is held as observed; under another way of governing the front may differ (add governance=...).",
        "That PDUs are inspected is given in the search; not to inspect them is judged beside, by its name.",
        "What inspection is for beside better work (assurance, a public account) is in no outcome.",
        "Days of inspectors are fixed, so that more of one thing is less of another; money is not in it.",
        "At run=laptop a part of the service is run: 24 PDUs, a quarter of their staff.",
        "Means over few training worlds choose what is judged; only unseen worlds count in what is said of it.",
        "The search is in wide worlds alone; what it found is judged in calibrated ones too, where another search "
        "might have found something better.",
        SIZED,
    ),
    overturned_if="other regimes come out ahead in other settings, or once searched for in those that the evidence "
                  "allows",
    sizes={"smoke": Size(0, 0, 0, TOY, {"regimes": 8, "generations": 2, "training": 2, "judged": 3, "unseen": 3}),
           "laptop": Size(0, 0, 0, PART, {"regimes": 24, "generations": 6, "training": 12, "judged": 10, "unseen": 48}),
           "full": Size(0, 0, 0, (), {"regimes": 64, "generations": 12, "training": 24, "judged": 24, "unseen": 256})},
    estimand="mean paired gain on inspection as now over worlds not searched, in the 36 months after the switch",
    figures=("front",),
    stages=(*generations(12), judge()),
    analyse=answer,
    open_by="the search knows levers and outcomes, no names; inspection as now is among the regimes that it "
            "may come back to",
)

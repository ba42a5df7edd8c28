"""Is it governance, or is it caseload: relief and recruitment held against a change of archetype."""

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import resampled_means
from experiments.findings import paired_answer
from experiments.inquiry import Inquiry
from experiments.limits import EVERYWHERE
from experiments.own_outcomes import add_recorded
from experiments.study import TOY, Answer, Comparison, Expectation, Scenario, Size, Study
from model.observation.outcomes import Outcome

RELIEF = ("governance=observed", "shock.start=42", "shock.months=600")
DRIVE, THOUSAND = "more officers", 1000.0
BESIDE = {"relief": "a tenth fewer cases", "recruits": DRIVE}
"""What is held against a change of archetype, in the same world and luck."""
CHANGES = ("a twentieth fewer cases", "a tenth fewer cases", DRIVE, "hierarchical", "egalitarian", "hybrid")
WORTH = ("true_quality", "value_inspectorate_standards", "value_public_protection", "value_relational_desistance",
         "value_people_on_probation", "wellbeing")
RESAMPLES = 2000


def analyse(inquiry: Inquiry) -> Answer:
    """Paired comparisons, and each change in staff-equivalents."""
    add_recorded(inquiry, ("officers", "staff"))
    return Answer(paired_answer(inquiry).findings, {"staff_equivalents": equivalents(inquiry)})


def equivalents(inquiry: Inquiry) -> pd.DataFrame:
    """Return, for each change, measure and outcome, how many more staff in post would have moved it as far.

    The rate is that of the recruitment drive: its effect over the staff it brought, trainees
    and other grades with officers, in the same worlds. No number is given where the drive's own
    effect cannot be told from nought.
    """
    rows = []
    for measure in inquiry.measures:
        drive = inquiry.differences(DRIVE, "as observed", measure, ("staff", *WORTH))
        for change in CHANGES:
            own = inquiry.differences(change, "as observed", measure, WORTH)
            for outcome in WORTH:
                both = pd.DataFrame({"world": drive["world"], "staff": drive["staff"], "drive": drive[outcome],
                                     "own": own[outcome]}).dropna().sort_values("world", kind="stable")
                rows.append({"change": change, "measure": measure, "outcome": outcome, "pairs": len(both),
                             **exchange(both)})
    return pd.DataFrame(rows)


def exchange(both: pd.DataFrame) -> dict[str, float]:
    """Return staff brought, effect for each 1,000 of them, and a change's worth in staff with its interval."""
    values = both[["staff", "drive", "own"]].to_numpy(float)
    codes = pd.factorize(both["world"])[0]
    staff, drive, own = values.mean(axis=0)
    draws = resampled_means(values, codes, RESAMPLES, 0)
    low, high = np.quantile(draws[:, 1], [0.025, 0.975])
    found = {"staff": staff, "effect_of_thousand": THOUSAND * drive / staff if staff else np.nan,
             "equivalent": np.nan, "low": np.nan, "high": np.nan}
    if (low > 0 or high < 0) and staff > 0:
        ratios = draws[:, 2] * draws[:, 0] / draws[:, 1]
        found["equivalent"] = own * staff / drive
        found["low"], found["high"] = np.quantile(ratios, [0.025, 0.975])
    return found


STUDY = Study(
    name="resources",
    title="Is it governance, or is it caseload?",
    question="How large is a change of governance beside fewer cases, or a thousand more officers?",
    expectations=(
        Expectation("caseload comes first: relief does more for the work than empowering", "submission Q9: the lived "
                    "reality", "true_quality", "better", "relief or egalitarian"),
        Expectation("relief does more for the work than tightening", "submission Q9: the lived reality",
                    "true_quality", "better", "relief or hierarchical"),
        Expectation("governance comes first: empowering does more than relief", "autonomy_delivery", "true_quality",
                    "worse", "relief or egalitarian"),
        Expectation("governance comes first: tightening does more than relief", "targets_terror", "true_quality",
                    "worse", "relief or hierarchical"),
        Expectation("staffing is not enough: governing otherwise does more than a drive",
                    "README P4: fully staffed units still poor", "true_quality", "worse",
                    ("recruits or egalitarian", "recruits or hierarchical")),
        Expectation("staffing does more than governing otherwise", "caseload_size", "true_quality", "better",
                    ("recruits or egalitarian", "recruits or hierarchical")),
        Expectation("more officers mean better work", "workforce.csv targets", "true_quality", "better", DRIVE),
        Expectation("newcomers have to be taught first: three years are too short", "README P4, P8", "true_quality",
                    "worse", DRIVE),
        Expectation("a drive changes too little to matter", "README P8: staff up by a fifth, targets met down",
                    "true_quality", "negligible", DRIVE),
    ),
    scenarios=(
        Scenario("as observed", ("governance=observed",), "The service as seen up to November 2024, continued"),
        Scenario("a twentieth fewer cases", (*RELIEF, "shock.share=-0.05"), "Five cases in a hundred fewer, for good"),
        Scenario("a tenth fewer cases", (*RELIEF, "shock.share=-0.1"), "Ten cases in a hundred fewer, for good"),
        Scenario(DRIVE, ("governance=observed", "shock=recruitment_drive"), "Vacant posts filled three times as fast"),
        Scenario("hierarchical", ("governance=hierarchical",), "Direction and control from the centre"),
        Scenario("egalitarian", ("governance=egalitarian",), "Empowered regions, units and practitioners"),
        Scenario("hybrid", ("governance=hybrid",), "Between the two"),
    ),
    comparisons=(*(Comparison(name, name, "as observed") for name in CHANGES),
                 *(Comparison(f"{name} or {way}", change, way) for name, change in BESIDE.items()
                   for way in ("egalitarian", "hierarchical"))),
    reference="as observed",
    primary="true_quality",
    outcomes=("true_quality", "true_quality_at_78", "value_inspectorate_standards", "value_public_protection",
              "value_relational_desistance", "value_people_on_probation", "wellbeing", "workload", "leaving_rate",
              "officers", "staff"),
    own=(
        Outcome("officers", "officers", 100.0, 0, "one officer a PDU"),
        Outcome("staff", "staff", 300.0, 0, "three posts a PDU"),
        Outcome("true_quality_at_78", "true_quality", 0.02, 1, "as true quality, six and a half years on"),
    ),
    words=("regime=standards_and_overall", "national=off"),
    analyse=analyse,
    limits=(*EVERYWHERE,
            "Staff are had only by filling vacant posts sooner; how many come depends on how many posts are vacant; "
            "most new officers spend their first year and a half as trainees.",
            "Neither relief nor recruits are costed, and a change of governance is taken to cost nothing but the time "
            "its dials take."),
    overturned_if="relief of a tenth moves the quality of casework by too little to matter",
    open_by="relief and recruits act through workload and skill alone, and governance through its dials; none is set",
    figures=("paired_differences",),
    sizes={"smoke": Size(2, 2, 2, TOY), "laptop": Size(16, 40, 2), "full": Size(400, 256, 4)},
)

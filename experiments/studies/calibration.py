"""Which worlds agree with what was observed, and does that change the answer?

The calibration itself is `probgov calibrate`; its draws are stored with the model and make `world=calibrated`. This
study holds the main difference in those worlds against the same in all worlds of the register's ranges. Table
`narrowed`: how far the evidence narrowed every parameter, every dial of the history and every dial's effect.
"""

import pandas as pd

from experiments.calibration.stored import CALIBRATED, EFFECT, KINDS, about, calibrations, contraction
from experiments.findings import paired_findings
from experiments.inquiry import Inquiry
from experiments.limits import SIZED
from experiments.studies.governance import NOW
from experiments.study import TOY, Answer, Comparison, Expectation, Scenario, Size, Study

MAIN = "hierarchical or egalitarian"


def answer(inquiry: Inquiry) -> Answer:
    """Return the paired findings in wide and calibrated worlds, and how far everything was narrowed."""
    if CALIBRATED not in calibrations():
        return Answer(paired_findings(inquiry))
    rows = pd.DataFrame([row._asdict() for row in contraction().values()])
    told = [f"identified by kind ({kind}): {int(own['identified'].sum())} of {len(own)}" for kind in KINDS
            if len(own := rows[rows["kind"] == kind])]
    known = about()
    return Answer(paired_findings(inquiry), {"narrowed": rows.sort_values("contraction", ascending=False)},
                  (f"{known['draws']} draws, {known['different_draws']} of them different, by: {known['command']}; "
                   f"{', '.join(told)}",))


def effects_identified(tables) -> float | None:
    """Return the share of dial effects that the evidence identifies; None where no calibration is stored."""
    rows = tables.get("narrowed", pd.DataFrame(columns=["kind", "identified"]))
    own = rows[rows["kind"] == EFFECT]
    return float(own["identified"].mean()) if len(own) else None


def _held(tables, few: bool) -> bool | None:
    share = effects_identified(tables)
    return None if share is None else (share < 0.5 if few else share > 0)


STUDY = Study(
    name="calibration",
    title="What the evidence allows",
    question="Which sets of assumptions agree with what was observed of the service, and does it change the difference "
             "between hierarchical and egalitarian governance to look at those alone?",
    expectations=(
        Expectation("data of one nation under one history identify few effects of governance", "design of the model",
                    holds=lambda findings, tables: _held(tables, few=True)),
        Expectation("the evidence pins down what some way of governing does",
                    "docs/adr/0017-history-matching-by-an-emulator-and-hmc.md",
                    holds=lambda findings, tables: _held(tables, few=False)),
        Expectation("hierarchical governance does better, in worlds like the observed one or in others",
                    "Target Operating Model: consistency", "true_quality", "better", MAIN),
        Expectation("egalitarian governance does better, in worlds like the observed one or in others",
                    "Annison et al. 2023: empowered practice", "true_quality", "worse", MAIN),
    ),
    scenarios=(
        Scenario("hierarchical", ("governance=hierarchical", *NOW), "Direction and control from the centre"),
        Scenario("egalitarian", ("governance=egalitarian", *NOW), "Empowered regions, units and practitioners"),
        Scenario("observed continued", ("governance=observed", *NOW), "The service as seen, continued"),
    ),
    comparisons=(Comparison(MAIN, "hierarchical", "egalitarian"),),
    reference="observed continued",
    primary="true_quality",
    outcomes=("true_quality", "value_inspectorate_standards", "value_public_protection", "value_relational_desistance",
              "value_people_on_probation", "wellbeing", "engagement", "leaving_rate", "workload"),
    limits=("What was observed is few figures, of one nation; most assumptions stay as wide as they were.",
            "Agreeing with what was observed is no proof of how it came about.", SIZED),
    overturned_if="a calibration on other figures gives other verdicts",
    measures=("wide", "calibrated"),
    words=("months=78",),
    sizes={"smoke": Size(0, 2, 2, TOY), "laptop": Size(0, 160, 1), "full": Size(0, 200, 4)},
    estimand="mean paired difference in the 36 months after the switch, same world and same luck, in all worlds and "
             "in those that agree with the evidence; and the share of the variance before of each parameter and of "
             "each dial's effect that the evidence takes away",
    analyse=answer,
    figures=("paired_differences",),
    open_by="the same comparison stands beside it in worlds that were not held to any evidence",
)

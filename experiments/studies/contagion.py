"""Contagion: what negative reports elsewhere do to PDUs that are not inspected, by distance, spacing and publicity."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from analysis.measures.behaviours import FAR, GOOD, contagion
from experiments.arms import SPAN, by_column, pair_of
from experiments.findings import paired_findings, resting, rows_of, table
from experiments.inquiry import Inquiry
from experiments.limits import EVERYWHERE, OPPOSITE
from experiments.own_outcomes import add_measured
from experiments.study import TOY, Answer, Comparison, Expectation, Scenario, Size, Study
from model.observation.outcomes import Outcome
from model.simulation import prepare, simulate
from model.specification.specification import Specification

FEW, NOW, MANY = "few reports", "reports as now", "many reports"
SPACING = {FEW: ("world.inspection.days_a_month=140",), NOW: (), MANY: ("world.inspection.days_a_month=400",)}
MOODS = ("esteem", "wellbeing")
HEARD = ("world.esteem.elsewhere_sting", "world.esteem.distance_decay", "world.esteem.exposure_half_life")
"""What esteem in PDUs not reported on rests on first of all."""
PUBLISHED, OFTEN = "published, not reported on, all distances", "many reports against few, not reported on, all"
NEARER = "beside a negative report, not far from one, not reported on"
WHERE = ("", *(f"{steps} steps away" if steps < FAR else f"{FAR} steps or more" for steps in range(FAR + 1)))


def moved_by_publication(specification: Specification) -> dict[str, float]:
    """Return the change of moods that publication makes in units not yet reported on, all and by distance; and spacing.

    The other side is the same world, luck and inspections with reports that reach those inspected and the centre alone.
    """
    public = replace(specification, run=replace(specification.run, months=specification.run.switch + SPAN))
    private = replace(public, regime=replace(public.regime, publishes=0.0))
    switch = public.run.switch
    on, off = (simulate(side, ("nation", "pdu")) for side in (public, private))
    assert on.pdu is not None
    assert off.pdu is not None
    pair = pair_of(by_column(on.pdu[switch:]), by_column(off.pdu[switch:]), on.events, switch, prepare(public)[0])
    found = {f"{mood}: {where}": -value for mood in MOODS for where, value in contagion(pair, mood).items()}
    negative = int((pair.reports[:, 2] < GOOD).sum())
    return found | {"months_between": SPAN / negative if negative else float("nan")}


def analyse(inquiry: Inquiry) -> Answer:
    """Publication's effect on all PDUs by the nation's table, and on PDUs not reported on by distance."""
    findings = paired_findings(inquiry)
    size = inquiry.size.more
    add_measured(inquiry, moved_by_publication, size["measured"], size["measured_worlds"],
                 lambda scenario: scenario.startswith("public"))
    rows = [row for measure in inquiry.measures for row in by_distance(inquiry, measure)]
    told = pd.concat([findings, table(rows)], ignore_index=True)
    rests = dict.fromkeys(("quiet_esteem", "quiet_wellbeing"), HEARD)
    return Answer(resting(told[told["pairs"] > 0].reset_index(drop=True), rests), {"spacing": spacing(inquiry)})


def by_distance(inquiry: Inquiry, measure: str) -> Iterator[dict]:
    """Yield findings on PDUs without a report of their own: publication by distance, and many reports against few."""
    runs = inquiry.measure(measure).dropna(subset=["months_between"])
    parts = {name: runs[runs["scenario"] == f"public, {name}"].set_index(["world_index", "seed"]) for name in SPACING}
    for where in WHERE:
        columns = {f"{mood}: {where}": f"quiet_{mood}" for mood in MOODS}
        shown = {name: part[list(columns)].rename(columns=columns).rename_axis(["world", "replicate"])
                 for name, part in parts.items()}
        place = where or "all distances"
        for name, part in shown.items():
            yield from rows_of(Comparison(f"published, not reported on, {place}, {name}", "public", "private"), measure,
                               part.reset_index(), inquiry.study.declared)
        both = (shown[MANY] - shown[FEW]).dropna()
        yield from rows_of(Comparison(f"many reports against few, not reported on, {place}", MANY, FEW), measure,
                           both.reset_index(), inquiry.study.declared)
    quiet = [f"quiet_{mood}" for mood in MOODS]
    near, far = (parts[NOW][[f"{mood}: {where}" for mood in MOODS]].set_axis(quiet, axis=1)
                 for where in (WHERE[1], WHERE[-1]))
    yield from rows_of(Comparison(NEARER, WHERE[1], WHERE[-1]), measure,
                       (near - far).dropna().rename_axis(["world", "replicate"]).reset_index(), inquiry.study.declared)


def spacing(inquiry: Inquiry) -> pd.DataFrame:
    """Return the mean months between two negative reports in the nation at each spacing."""
    known = inquiry.runs.dropna(subset=["months_between"])
    found = known.groupby(["world", "scenario"], as_index=False)["months_between"].agg(["mean", "min", "max", "count"])
    return found.rename(columns={"world": "measure"})


STUDY = Study(
    name="contagion",
    title="Does the national picture wear down PDUs that are not inspected?",
    question="Do negative reports elsewhere wear down PDUs that are not inspected: how far away, how often, and does "
             "publicity matter?",
    expectations=(
        Expectation("negative reports elsewhere lower esteem in PDUs not inspected", "submission Q2", "quiet_esteem",
                    "worse", PUBLISHED),
        Expectation("too little to matter", "Sims 2016 finds turnover moved in the school itself", "quiet_esteem",
                    "negligible", PUBLISHED),
        Expectation("others' bad news lifts those spared", OPPOSITE, "quiet_esteem", "better",
                    PUBLISHED),
        Expectation("the more often they come the worse", "submission Q2: 'given their frequency'", "quiet_esteem",
                    "worse", OFTEN),
        Expectation("one gets used to them", OPPOSITE, "quiet_esteem", "better", OFTEN),
        Expectation("nearer reports weigh more", "assumed: esteem.distance_decay", "quiet_esteem", "worse", NEARER),
        Expectation("news is national: distance hardly matters", OPPOSITE, "quiet_esteem", "negligible", NEARER),
        Expectation("morale beyond esteem is worn down too", "submission Q2: 'morale of PDUs and Regions'",
                    "quiet_wellbeing", "worse", PUBLISHED),
        Expectation("morale beyond esteem is not", "public_release_cochrane: nothing found on staff morale",
                    "quiet_wellbeing", "negligible", PUBLISHED),
        Expectation("publicity brings attention and lessons: the work gains", "public_v_private_report",
                    "true_quality", "better", "published"),
        Expectation("publicity costs the work", "public_reporting_selection", "true_quality", "worse", "published"),
    ),
    scenarios=(Scenario("public", ("regime.publishes=1",), "Reports are public"),
               Scenario("private", ("regime.publishes=0",), "Reports reach those inspected and the centre")),
    across={"reports": SPACING},
    comparisons=(Comparison("published", "public", "private"),),
    reference="",
    primary="quiet_esteem",
    outcomes=("esteem", "esteem_uninspected", "wellbeing", "confidence", "leaving_rate", "true_quality"),
    own=(Outcome("quiet_esteem", "", 0.02, 1, "as esteem"), Outcome("quiet_wellbeing", "", 0.02, 1, "as wellbeing")),
    words=("governance=observed", "regime=standards_and_overall", "national=off", "months=78"),
    estimand="mean over PDUs and months not yet reported on, in the 36 months after the switch: reports public less "
             "private, same world, luck and inspections; many reports less few is the difference of two such effects",
    analyse=analyse,
    limits=(*EVERYWHERE,
            "How often reports come is set by inspector-days from 2021 on: few and many are two inspectorates.",
            "Reports elsewhere add up and fade at one rate, so that at an equal number of them bunching them moves "
            "nothing but when esteem falls: the model cannot ask whether it hurts more.",
            "Size and reach of what is heard elsewhere are assumed (grade C and D): the submission gives the sign."),
    overturned_if="esteem in PDUs not reported on is the same whether reports are public or not",
    open_by="esteem.elsewhere_sting ranges from nought, and distance_decay up to no decay at all",
    figures=("contagion",),
    sizes={"smoke": Size(2, 2, 2, TOY, {"measured": 2, "measured_worlds": 2}),
           "laptop": Size(20, 32, 2, (), {"measured": 20, "measured_worlds": 32}),
           "full": Size(200, 128, 4, (), {"measured": 200, "measured_worlds": 128})},
)

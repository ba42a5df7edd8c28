"""Hierarchical against egalitarian governance, under PDU inspection as now and under a rated national inspection."""

from experiments.study import TOY, Comparison, Expectation, Interaction, Scenario, Size, Study

NOW = ("regime=standards_and_overall", "national=off")
RATED = ("regime=standards_and_overall", "national=overall")

STUDY = Study(
    name="governance",
    title="Hierarchical or egalitarian governance of probation",
    question="Where does hierarchical, and where does egalitarian, governance of the Probation Service do better: "
             "with local inspection as it is now, and with a national inspection that gives the centre a rating?",
    expectations=(
        Expectation("hierarchical governance does better on true quality", "Target Operating Model: consistency",
                    "true_quality", "better"),
        Expectation("egalitarian governance does better on true quality", "Annison et al. 2023: empowered practice",
                    "true_quality", "worse"),
        Expectation("hierarchical governance shows more than it does: reports flatter it", "submission, closing pages",
                    "reported_gap", "worse"),
    ),
    scenarios=(
        Scenario("hierarchical", ("governance=hierarchical", *NOW), "Direction and control from the centre"),
        Scenario("egalitarian", ("governance=egalitarian", *NOW), "Empowered regions, units and practitioners"),
        Scenario("hierarchical, centre rated", ("governance=hierarchical", *RATED),
                 "Direction and control from a centre that is itself rated"),
        Scenario("egalitarian, centre rated", ("governance=egalitarian", *RATED),
                 "Empowered regions, units and practitioners, with a rated centre"),
        Scenario("observed continued", ("governance=observed", *NOW),
                 "The service as seen up to November 2024, continued"),
    ),
    comparisons=(
        Comparison("local inspection as now", "hierarchical", "egalitarian"),
        Comparison("centre rated too", "hierarchical, centre rated", "egalitarian, centre rated"),
    ),
    interactions=(Interaction("what rating the centre moves", "centre rated too", "local inspection as now"),),
    reference="observed continued",
    primary="true_quality",
    outcomes=(
        "true_quality", "evidenced_quality", "uninspected_quality", "value_inspectorate_standards",
        "value_public_protection", "value_relational_desistance", "value_people_on_probation", "quality_spread",
        "progress", "incidents", "workload", "wellbeing", "esteem", "engagement", "absent_share", "leaving_rate",
        "innovations", "diffusions", "practice_fit", "diversity", "rated_points", "inadequate_share", "reported_gap",
        "presentational_share", "false_records", "defensive_practice", "confidence", "legitimacy",
    ),
    limits=(
        "The evidence comes from one nation under one history; it cannot identify what most parts of governance do.",
        "True quality has never been measured directly: every statement on it rests on the model's own equations.",
        "Both kinds of governance are readings of cited text: midpoints of ranges, not measurements.",
        "The default world was set by hand near the evidence; it is not calibrated, and this is not a forecast.",
        "Dials are not yet audited one by one, nor mechanisms docked: a one-sided result is a question first.",
        "Nothing is said about any real PDU or region, nor about differences by ethnicity or sex.",
    ),
    overturned_if="the difference in true quality turns out too small to matter, "
                  "or the four views of good probation come to different readings",
    sizes={"smoke": Size(2, 2, 2, TOY), "laptop": Size(60, 32, 2), "full": Size(400, 256, 4)},
)

"""Hierarchical against egalitarian governance, under PDU inspection as now and under a rated national inspection."""

import pandas as pd

from experiments.findings import paired_findings
from experiments.inquiry import Inquiry
from experiments.limits import SIZED
from experiments.mapping import map_tables, message, profile_table, with_rests_on
from experiments.stages import grid, more_worlds, moves, surface
from experiments.study import SCENARIOS, TOY, Answer, Comparison, Expectation, Interaction, Scenario, Size, Study
from experiments.swaps import swap, swaps
from experiments.tuning import TUNED, judge, judged, search

NOW = ("regime=standards_and_overall", "national=off")
RATED = ("regime=standards_and_overall", "national=overall")
HIERARCHICAL, EGALITARIAN = "hierarchical", "egalitarian"
HEADLINE = Comparison("local inspection as now", HIERARCHICAL, EGALITARIAN)
PROFILES = {"value_inspectorate_standards": "the inspectorate's standards",
            "value_public_protection": "public protection",
            "value_relational_desistance": "relationships and desistance",
            "value_people_on_probation": "people on probation"}
AIMS = ("true_quality", *PROFILES)
AXES = {"world.practice.heterogeneity": (0.05, 0.25, 0.5),
        "world.practice.turbulence": (0.0, 0.004, 0.02)}
SIDES = {HIERARCHICAL: HIERARCHICAL, EGALITARIAN: EGALITARIAN}


def analyse(inquiry: Inquiry) -> Answer:
    """Return the paired comparisons, and the map: surface, best-tuned, what separates worlds, limits, regret."""
    findings = paired_findings(inquiry)
    two = (HIERARCHICAL, EGALITARIAN)
    tables = {"surface": surface(inquiry, AXES, *two, "true_quality"), "dials": swaps(inquiry, *two, "true_quality"),
              **map_tables(inquiry, HEADLINE, AIMS)}
    tuned, tables["tuning"] = judged(inquiry, *two, AIMS)
    tables["profiles"] = profile_table(findings, HEADLINE, tuple(PROFILES))
    if "separators" in tables:
        findings = with_rests_on(findings, tables["separators"], HEADLINE)
    notes = message(tables["profiles"], PROFILES)
    moved = moves(inquiry, AXES, *two, "true_quality")
    return Answer(pd.concat([findings, tuned, moved], ignore_index=True),
                  {name: own for name, own in tables.items() if not own.empty}, tuple(notes))


STUDY = Study(
    name="governance",
    title="Hierarchical or egalitarian governance of probation",
    question="Where does hierarchical, and where does egalitarian, governance of the Probation Service do better: "
             "with local inspection as it is now, and with a national inspection that gives the centre a rating?",
    expectations=(
        Expectation("hierarchical governance does better on true quality", "Target Operating Model: consistency",
                    "true_quality", "better", HEADLINE.name),
        Expectation("egalitarian governance does better on true quality", "Annison et al. 2023: empowered practice",
                    "true_quality", "worse", HEADLINE.name),
        Expectation("the best of hierarchy does better than the best of egalitarian governance",
                    "contingency theory: what matters is fit, not kind", "true_quality", "better", TUNED),
        Expectation("the best of egalitarian governance does better than the best of hierarchy",
                    "March 1991: exploration pays late", "true_quality", "worse", TUNED),
        Expectation("the best of either does about as well", "contingency theory: either can be made to work",
                    "true_quality", "negligible", TUNED),
        Expectation("hierarchical governance shows more than it does: reports flatter it", "submission, closing pages",
                    "reported_gap", "worse", HEADLINE.name),
        Expectation("egalitarian governance shows more than it does", "Hood 1998: cosy silence among peers",
                    "reported_gap", "better", HEADLINE.name),
    ),
    scenarios=(
        Scenario(HIERARCHICAL, ("governance=hierarchical", *NOW), "Direction and control from the centre"),
        Scenario(EGALITARIAN, ("governance=egalitarian", *NOW), "Empowered regions, units and practitioners"),
        Scenario("hierarchical, centre rated", ("governance=hierarchical", *RATED),
                 "Direction and control from a centre that is itself rated"),
        Scenario("egalitarian, centre rated", ("governance=egalitarian", *RATED),
                 "Empowered regions, units and practitioners, with a rated centre"),
        Scenario("observed continued", ("governance=observed", *NOW),
                 "The service as seen up to November 2024, continued"),
    ),
    comparisons=(HEADLINE,
                 Comparison("centre rated too", "hierarchical, centre rated", "egalitarian, centre rated")),
    interactions=(Interaction("what rating the centre moves", "centre rated too", HEADLINE.name),),
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
        "Nobody can observe the quality of work as the model knows it: what is said of it follows from the model's own "
        "rules.",
        "Both kinds of governance are readings of cited text: midpoints of ranges, not measurements.",
        "It compares what-ifs, under settings that the evidence allows but does not establish: it is not a forecast.",
        "A share of worlds depends on the ranges worlds are drawn from; it is not a probability.",
        "Nothing is said about any real PDU or region, nor about differences by ethnicity or sex.",
        SIZED,
    ),
    overturned_if="the difference in the quality of casework turns out too small to matter, "
                  "or the four views of good probation come to different readings",
    open_by="in world=hierarchy_favoured, inside the declared ranges, the sign is the other way (probgov controls); "
            "equal dials under different names give bit-identical runs; every channel can be switched off",
    figures=("values", "worlds_won", "paired_differences", "swaps", "response_surface", "trajectories",
             "separators"),
    stages=(SCENARIOS, more_worlds(HIERARCHICAL, EGALITARIAN), grid(AXES, HIERARCHICAL, EGALITARIAN), search(SIDES),
            judge(SIDES, AIMS), swap(HIERARCHICAL, EGALITARIAN)),
    analyse=analyse,
    sizes={
        "smoke": Size(2, 2, 2, TOY, {"worlds": 16, "grid_seeds": 2, "points": 2, "training": 2, "unseen": 2,
                                     "anywhere": 1, "swap_seeds": 2}),
        "page": Size(24, 24, 2),
        "laptop": Size(16, 16, 2, (), {"worlds": 200, "grid_seeds": 5, "grid_worlds": 6, "points": 8, "training": 6,
                                       "unseen": 24, "anywhere": 2, "swap_seeds": 5, "swap_worlds": 12}),
        "full": Size(200, 128, 2, (), {"worlds": 2048, "grid_seeds": 8, "grid_worlds": 32, "points": 128,
                                       "training": 32, "unseen": 128, "anywhere": 8, "swap_seeds": 8,
                                       "swap_worlds": 32}),
    },
)

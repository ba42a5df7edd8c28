"""Question 7: rating the national standards one by one, with an overall word or without one."""

from experiments.limits import OPPOSITE
from experiments.national_factorial import STANDARDS, UNITS, alone, study
from experiments.study import Expectation

STUDY = study(
    STANDARDS, "rating",
    name="q7_rate_standards",
    title="Rating individual standards in a national inspection",
    question="Should individual standards be rated in national inspections, as they are in PDUs?",
    expectations=(
        Expectation("a centre rated as PDUs are is felt as fair", "submission Q7", "legitimacy", "better",
                    f"{STANDARDS}, units rated"),
        Expectation("where PDUs get words alone, rating the centre is itself unlike", "definition of symmetry",
                    "legitimacy", "worse", f"{STANDARDS}, units in words"),
        Expectation("a rated centre grips harder, and the front line pays", "monitoring_stress", "wellbeing",
                    "worse", alone(STANDARDS)),
        Expectation("it hears that its grip is the trouble, and staff gain", OPPOSITE, "wellbeing", "better",
                    alone(STANDARDS)),
        Expectation("marks tell the centre which standard, and units learn", "feedback_average", "practice_fit",
                    "better", alone(STANDARDS)),
        Expectation("marks crowd out what the account says, and units learn less", "detail_without_grade",
                    "practice_fit", "worse", alone(STANDARDS)),
        Expectation("it moves true quality too little to matter", "inspection_effects.csv: hospital inspection null",
                    "true_quality", "negligible", alone(STANDARDS)),
        Expectation("whether it is fair depends on how PDUs are judged", "submission Q7: 'in a similar manner'",
                    "legitimacy", "better", f"{STANDARDS} by {UNITS}"),
        Expectation("it is as fair whatever is done to PDUs", OPPOSITE, "legitimacy", "negligible",
                    f"{STANDARDS} by {UNITS}"),
    ),
)

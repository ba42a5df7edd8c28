"""Question 8: an overall word for the centre, with standards rated or without, by PDU regime and archetype."""

from experiments.limits import OPPOSITE
from experiments.national_factorial import STANDARDS, WORD, alone, study
from experiments.study import Expectation

STUDY = study(
    WORD, "word",
    name="q8_overall_rating",
    title="An overall rating for a national inspection",
    question="Should an overall rating be awarded in national inspections, as it is to PDUs?",
    expectations=(
        Expectation("a centre called by one word, as PDUs are, is felt as fair", "submission Q8", "legitimacy",
                    "better", f"{WORD}, units rated"),
        Expectation("where PDUs get words alone, one word for the centre is unlike", "definition of symmetry",
                    "legitimacy", "worse", f"{WORD}, units in words"),
        Expectation("a rated centre grips harder", "assumed: no source read", "enacted_grip", "better", alone(WORD)),
        Expectation("or eases its grip", OPPOSITE, "enacted_grip", "worse", alone(WORD)),
        Expectation("it softens the blow to esteem", "submission Q8, perceived fairness", "esteem", "better",
                    alone(WORD)),
        Expectation("it is one more negative report", "submission Q2, cumulative impact", "esteem", "worse",
                    alone(WORD)),
        Expectation("it moves esteem too little to matter", "public_release_cochrane: nothing found on staff morale",
                    "esteem", "negligible", alone(WORD)),
        Expectation("a grade beside an account crowds it out: the work learns less", "detail_without_grade",
                    "practice_fit", "worse", alone(WORD)),
        Expectation("a word makes the account heard: the work learns more", OPPOSITE, "practice_fit", "better",
                    alone(WORD)),
        Expectation("once standards are rated a word adds little", "inspection_effects.csv, DfE 2024: the overall "
                    "grade went, those of standards stayed", "legitimacy", "worse",
                    f"{WORD} by {STANDARDS}, units rated"),
        Expectation("a word adds as much beside rated standards", "submission Q8", "legitimacy", "negligible",
                    f"{WORD} by {STANDARDS}, units rated"),
    ),
)

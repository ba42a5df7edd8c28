"""Question 8: an overall word for the centre, with standards rated or without, by PDU regime and archetype."""

from functools import partial

from experiments import national_factorial as factorial
from experiments.limits import EVERYWHERE
from experiments.study import Expectation, Study

STUDY = Study(
    name="q8_overall_rating",
    title="An overall rating for a national inspection",
    question="Should an overall rating be awarded in national inspections, as it is to PDUs?",
    expectations=(
        Expectation("a centre called by one word, as PDUs are, is felt as fair", "submission Q8", "legitimacy",
                    "better", f"{factorial.WORD}, units rated"),
        Expectation("where PDUs get words alone, one word for the centre is unlike", "definition of symmetry",
                    "legitimacy", "worse", f"{factorial.WORD}, units in words"),
        Expectation("a rated centre grips harder", "model design Q8", "enacted_grip", "better"),
        Expectation("or eases its grip", "the other side of it", "enacted_grip", "worse"),
        Expectation("it softens the blow to esteem", "submission Q8, perceived fairness", "esteem", "better"),
        Expectation("it is one more negative report", "submission Q2, cumulative impact", "esteem", "worse"),
        Expectation("it moves esteem too little to matter", "rival to both", "esteem", "negligible"),
        Expectation("a grade beside an account crowds it out: the work learns less", "detail_without_grade",
                    "practice_fit", "worse"),
        Expectation("once standards are rated a word adds little", "rival to the submission", "legitimacy", "worse",
                    f"{factorial.WORD} by {factorial.STANDARDS}, units rated"),
    ),
    scenarios=factorial.scenarios(),
    across=factorial.LEVELS,
    comparisons=(),
    reference="",
    primary="legitimacy",
    outcomes=factorial.OUTCOMES,
    own=factorial.OWN,
    words=("months=78",),
    estimand="factorial contrast over the 36 months after the switch, same world and same luck",
    stages=factorial.stages(factorial.WORD),
    analyse=partial(factorial.analyse, factorial.WORD),
    limits=(*EVERYWHERE,
            "Symmetry is the one route by which a national word moves legitimacy at once; its sign is the "
            "submission's, its size assumed, and its range goes from harm to good: see the break-even.",
            "The four national inspections say as much and have as much hanging on them: as packaged, a word also "
            "raises stakes (see q1_national_inspection)."),
    overturned_if="the symmetry coefficient lies below its break-even",
    open_by="the symmetry coefficient's range straddles nought, and a PDU regime in words turns its sign round",
    figures=("factorial",),
    sizes=factorial.SIZES,
)

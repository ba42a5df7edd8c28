"""Question 7: rating the national standards one by one, with an overall word or without one."""

from functools import partial

from experiments import national_factorial as factorial
from experiments.limits import EVERYWHERE
from experiments.study import Expectation, Study

STUDY = Study(
    name="q7_rate_standards",
    title="Rating individual standards in a national inspection",
    question="Should individual standards be rated in national inspections, as they are in PDUs?",
    expectations=(
        Expectation("a centre rated as PDUs are is felt as fair", "submission Q7", "legitimacy", "better",
                    f"{factorial.STANDARDS}, units rated"),
        Expectation("where PDUs get words alone, rating the centre is itself unlike", "definition of symmetry",
                    "legitimacy", "worse", f"{factorial.STANDARDS}, units in words"),
        Expectation("a rated centre grips harder, and the front line pays", "model design Q8, rival to the submission",
                    "wellbeing", "worse"),
        Expectation("it hears that its grip is the trouble, and staff gain", "the other side of it", "wellbeing",
                    "better"),
        Expectation("marks tell the centre which standard, and units learn", "feedback_average", "practice_fit",
                    "better"),
        Expectation("it moves true quality too little to matter", "inspection_effects.csv: hospital inspection null",
                    "true_quality", "negligible"),
        Expectation("whether it is fair depends on how PDUs are judged", "submission Q7: 'in a similar manner'",
                    "legitimacy", "better", f"{factorial.STANDARDS} by {factorial.UNITS}"),
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
    stages=factorial.stages(factorial.STANDARDS),
    analyse=partial(factorial.analyse, factorial.STANDARDS),
    limits=(*EVERYWHERE,
            "Symmetry is the one route by which a national rating moves legitimacy at once; its sign is the "
            "submission's, its size assumed, and its range goes from harm to good: see the break-even.",
            "The four national inspections say as much and have as much hanging on them: as packaged, a rating also "
            "raises stakes (see q1_national_inspection)."),
    overturned_if="the symmetry coefficient lies below its break-even",
    open_by="the symmetry coefficient's range straddles nought, and a PDU regime in words turns its sign round",
    figures=("factorial",),
    sizes=factorial.SIZES,
)

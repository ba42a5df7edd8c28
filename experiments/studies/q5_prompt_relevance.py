"""Question 5: are prompts linked to effective delivery: what each tells of true quality, and what it takes."""

import numpy as np
import pandas as pd

from analysis.measures.separation import correlations
from experiments.composition import compose_run
from experiments.findings import all_have, resting, table
from experiments.inquiry import Inquiry
from experiments.leadership import PROMPTS, meet, prompt_scores
from experiments.limits import EVERYWHERE, OPPOSITE
from experiments.many_services import (
    CODED,
    NO_COMPARATOR,
    RANDOM,
    WORLDS_OF_SERVICES,
    asked,
    count,
    measured,
    resampled,
    statistic_row,
)
from experiments.study import TOY, Answer, Expectation, Size, Stage, Study
from model.observation.outcomes import Outcome
from model.parameters.constructs import AS_DRAFTED, REJECTED
from model.specification.specification import Specification

TELLS = Outcome("prompt_validity", "", 0.10, 1, "a hundredth of the variance of ranks")
ALL = "all prompts"
ADDS = Outcome("validity_lost", "", 0.02, -1, "a fifth of what a prompt must tell")


def scored(specification: Specification) -> dict[str, float]:
    """Return what each prompt finds as drafted, and true casework at that moment."""
    found = meet(specification)
    return {"truth": found.truth[0], **prompt_scores(found.leadership, AS_DRAFTED)}


def analyse(inquiry: Inquiry) -> Answer:
    """Return what each prompt tells, what is lost without it, and the inspector-days it takes for what it tells."""
    services, rows = measured(inquiry, scored), []
    for measure, part in services.groupby("measure", sort=False):
        rows += of_prompts(str(measure), part, inquiry.size.more["resamples"])
    found = resting(table(rows), dict.fromkeys((TELLS.name, ADDS.name), CODED))
    national = compose_run(inquiry.study.words).specification.national
    return Answer(found, {"cost": cost(found, float(national.inspector_days))})


def of_prompts(measure: str, services: pd.DataFrame, resamples: int) -> list[dict]:
    """Return the findings on each prompt (what it tells alone, and what the rest lose without it), and on all.

    What a score tells is its rank correlation with true casework over services.
    """
    graded = list(_graded())
    scores = {**{prompt: services[prompt] for prompt in PROMPTS}, ALL: services[graded].mean(axis=1),
              **{f"without {prompt}": services[[other for other in graded if other != prompt]].mean(axis=1)
                 for prompt in graded}}
    x, truth = np.column_stack(list(scores.values())), services["truth"].to_numpy()
    found = dict(zip(scores, resampled(services["world"].to_numpy(), lambda own: correlations(x[own], truth[own]),
                                       resamples)))
    return [statistic_row(name, measure, ADDS, found[ALL].less(own)) if name.startswith("without")
            else statistic_row(name, measure, TELLS, own) for name, own in found.items()]


def _graded() -> tuple[str, ...]:
    """Return the prompts that make the score of leadership: all but the counter-factual item."""
    return tuple(prompt for prompt in PROMPTS if prompt != REJECTED)


def cost(found: pd.DataFrame, days: float) -> pd.DataFrame:
    """Return inspector-days for each prompt, and for each tenth of validity it has; none where it tells nothing."""
    own = found[(found["outcome"] == TELLS.name) & found["comparison"].isin(_graded())]
    each = days / len(_graded())
    tells = own["low"] > 0
    return pd.DataFrame({"prompt": own["comparison"], "measure": own["measure"], "days": each,
                         "validity": own["effect"], "low": own["low"], "high": own["high"],
                         "days_for_a_tenth": np.where(tells, each * 0.1 / own["effect"], np.nan),
                         "costs_more_than_it_tells": own["high"] < TELLS.sesoi}).reset_index(drop=True)


STUDY = Study(
    name="q5_prompt_relevance",
    title="Are the prompts linked to effective delivery?",
    question="Are any of the proposed prompts insufficiently linked to effective service delivery?",
    expectations=(
        Expectation("every prompt goes with better work", "consultation Q5 (the submission left it blank)",
                    holds=lambda findings, tables: all_have(findings, TELLS.name, _graded(), "better")),
        Expectation("some prompts tell nothing of the work", "inspection_effects.csv, Emergency Medicine Journal "
                    "2019: no link of rating with performance", "prompt_validity", "negligible"),
        Expectation("some prompts mislead: the centre looks better where the work is worse", OPPOSITE,
                    "prompt_validity", "worse"),
    ),
    scenarios=(RANDOM,),
    comparisons=(),
    reference="",
    primary=TELLS.name,
    outcomes=(),
    own=(TELLS, ADDS),
    words=("national=both", "national.first_month=24", "months=78", "regime=standards_and_overall"),
    estimand="rank correlation over services of a prompt's score, as drafted, with true casework at the "
             "moment of the national inspection",
    stages=(Stage(asked, lambda size: count(size, 1, 3)),),
    analyse=analyse,
    limits=(*EVERYWHERE,
            "A prompt's link to the work is a correlation over services governed at random: it is not what asking the "
            "prompt brings about.",
            "Every prompt is taken to cost alike: days are shared out evenly, and preparation by units is left out.",
            "Loadings of prompts on constructs are one reader's coding; in wide worlds how far they hold is drawn.",
            WORLDS_OF_SERVICES, NO_COMPARATOR),
    overturned_if="prompts are shown to steer what leaders do",
    open_by="constructs are states of the centre that other rules move; no prompt is told what quality is",
    figures=("prompts",),
    sizes={"smoke": Size(2, 2, 2, TOY, {"services": 12, "resamples": 40}),
           "laptop": Size(2, 2, 2, (), {"services": 1024, "resamples": 1000}),
           "full": Size(2, 2, 2, (), {"services": 8192, "resamples": 1000})},
)

"""Question 6: proposed prompts against reworded ones, at equal evidence time and number of judgements."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from scipy.special import expit, logit

from analysis.measures.agreement import icc, pairwise_kappa
from analysis.measures.validity import rank_validity
from experiments.composition import compose_run
from experiments.findings import any_has, resting, table
from experiments.inquiry import Inquiry
from experiments.instrument import loadings_needed, prompts
from experiments.instrument import met as leadership_met
from experiments.leadership import WORDED, meet, prompt_scores
from experiments.limits import EVERYWHERE, OPPOSITE
from experiments.many_services import (
    CODED,
    CONDITIONS,
    EGALITARIAN,
    HIERARCHICAL,
    NO_COMPARATOR,
    RANDOM,
    WORLDS_OF_SERVICES,
    asked,
    count,
    gap,
    in_turn,
    measured,
    resampled,
    statistic_row,
)
from experiments.study import TOY, Answer, Expectation, Scenario, Size, Stage, Study
from model.observation.outcomes import Outcome
from model.specification.specification import Specification

OWN = (Outcome("validity", "", 0.05, 1, "a twentieth of a perfect ranking"),
       Outcome("icc", "", 0.05, 1, "a twentieth of full agreement"),
       Outcome("kappa", "", 0.05, 1, "as the intraclass correlation"),
       Outcome("bias", "", 2.0, 0, "two points of a hundred: one case in a sample of 54"))
BY_NAME = {outcome.name: outcome for outcome in OWN}
DRAFTED, SUGGESTED = WORDED
REWORDED = "suggested less drafted"
OBSERVED = "observed"
INSPECTORS = 4
INSTRUMENT = ("national_slope", "severity_spread", "national_noise", "wording_noise", "band_low", "band_middle",
              "band_high")


def scored(specification: Specification) -> dict[str, float]:
    """Return what each prompt finds in both wordings, true casework, and the instrument's parameters in that world."""
    found = meet(specification)
    scores = {f"{prompt}, {name}": score for name, wording in WORDED.items()
              for prompt, score in prompt_scores(found.leadership, wording).items()}
    return {"truth": found.truth[0], **scores, **{name: float(found.leadership.p[name]) for name in INSTRUMENT}}


def judged(services: pd.DataFrame, prompt: str, wording: str, seed: int) -> np.ndarray:
    """Return what some inspectors make of a prompt in every service, in log-odds, shape (services, inspectors).

    Each prompt has the same share of the evidence and ends in one judgement, split or not: noise is that of leadership
    as a whole, spread over as many prompts. Both wordings meet the same inspectors and the same luck of the day.
    """
    rng, n = np.random.default_rng(seed), len(services)
    habits, luck = rng.normal(size=(1, INSPECTORS)), rng.normal(size=(n, INSPECTORS))
    p = {name: services[name].to_numpy()[:, None] for name in INSTRUMENT}
    own = services[f"{prompt}, {wording}"].to_numpy()[:, None]
    noise = (p["national_noise"] + p["wording_noise"] * (wording == SUGGESTED)) * np.sqrt(len(prompts()))
    return p["national_slope"] * (own - 0.5) + p["severity_spread"] * habits + noise * luck


def bands(seen: np.ndarray, services: pd.DataFrame) -> np.ndarray:
    """Return the bands of what is seen, in log-odds."""
    edges = services[["band_low", "band_middle", "band_high"]].to_numpy()
    return (seen[:, :, None] >= logit(edges)[:, None, :]).sum(axis=2)


def statistics(services: pd.DataFrame, prompt: str, wording: str) -> Mapping[str, Callable[[np.ndarray], float]]:
    """Return the four statistics of a prompt in a wording, each of rows of services."""
    score, truth = services[f"{prompt}, {wording}"].to_numpy(), services["truth"].to_numpy()
    random, side = (services["scenario"] == RANDOM.name).to_numpy(), services["scenario"].to_numpy()
    seen = judged(services, prompt, wording, seed=prompts().index(prompt))
    given, shown = bands(seen, services), expit(services["national_slope"].to_numpy() * (score - 0.5))
    return {"validity": lambda rows: rank_validity(score[rows[random[rows]]], truth[rows[random[rows]]]),
            "icc": lambda rows: icc(seen[rows[random[rows]]]),
            "kappa": lambda rows: pairwise_kappa(given[rows[random[rows]]]), "bias": gap(side, truth, shown)}


def analyse(inquiry: Inquiry) -> Answer:
    """Return each statistic of each prompt in both wordings, and suggested less drafted."""
    services, rows = measured(inquiry, scored), []
    for measure, part in services.groupby("measure", sort=False):
        part = part.reset_index(drop=True)
        known = (part["world"].to_numpy(), inquiry.size.more["resamples"])
        for prompt in prompts():
            sides = {wording: statistics(part, prompt, wording) for wording in WORDED}
            for name, outcome in BY_NAME.items():
                both = [sides[wording][name] for wording in WORDED]
                found = resampled(known[0], in_turn(both), known[1])
                rows += [statistic_row(f"{prompt}, {wording}", str(measure), outcome, own)
                         for wording, own in zip(WORDED, found)]
                rows.append(statistic_row(f"{REWORDED}: {prompt}", str(measure), outcome, found[1].less(found[0])))
    told = resting(table(rows), dict.fromkeys(BY_NAME, CODED))
    return Answer(told, {"signs": signs(told), "loading_needed": needed(inquiry)})


def signs(found: pd.DataFrame) -> pd.DataFrame:
    """Return the bias of each prompt in both wordings, whether both signs are told, and whether they differ."""
    rows = []
    for measure, own in found[found["outcome"] == "bias"].groupby("measure", sort=False):
        by_name = own.set_index("comparison")
        for prompt in prompts():
            a, b = (by_name.loc[f"{prompt}, {wording}"] for wording in WORDED)
            sides = [int(own["low"] > 0) - int(own["high"] < 0) for own in (a, b)]
            rows.append({"prompt": prompt, "measure": measure, "drafted": a["effect"], "suggested": b["effect"],
                         "told": 0 not in sides, "turned": sides[0] * sides[1] < 0})
    return pd.DataFrame(rows)


def needed(inquiry: Inquiry) -> pd.DataFrame:
    """Return the move of loading that would matter for each prompt, in the default world under each archetype."""
    rows = []
    for archetype in (OBSERVED, HIERARCHICAL, EGALITARIAN):
        centre = leadership_met(compose_run([*inquiry.study.words, *inquiry.words,
                                             f"governance={archetype}"]).specification)
        rows += [{"governance": archetype, **vars(own)} for own in loadings_needed(centre)]
    return pd.DataFrame(rows)


STUDY = Study(
    name="q6_prompt_wording",
    title="Are the prompts precise: as drafted, or as the submission suggests?",
    question="Are any of the proposed prompts insufficiently precise, and would the suggested wordings do better at "
             "equal evidence time and number of judgements?",
    expectations=(
        Expectation("the suggested wordings tell more of the work", "submission Q6", "validity", "better", REWORDED),
        Expectation("they tell less of it", OPPOSITE, "validity", "worse", REWORDED),
        Expectation("wording hardly matters to what is told", "docs/instrument.md: priors are shared", "validity",
                    "negligible", REWORDED),
        Expectation("a question about one thing is judged more alike", "submission Q6: discrete questions", "icc",
                    "better", REWORDED),
        Expectation("a question without precedent is judged less alike", "assumed: inspection.wording_noise", "icc",
                    "worse", REWORDED),
        Expectation("wording hardly matters to agreement", "inspection_effects.csv, Boyd et al. 2017: who judges "
                    "decides", "kappa", "negligible", REWORDED),
        Expectation("the drafts favour hierarchy", "submission, implicit vision",
                    holds=lambda findings, tables: _biased(findings, "better")),
        Expectation("the drafts favour the egalitarian", OPPOSITE,
                    holds=lambda findings, tables: _biased(findings, "worse")),
        Expectation("rewording turns the sign of a prompt's bias", "definition: it may change sign",
                    holds=lambda findings, tables: _turned(tables["signs"])),
    ),
    scenarios=(RANDOM, Scenario(HIERARCHICAL, ("governance=hierarchical",)),
               Scenario(EGALITARIAN, ("governance=egalitarian",))),
    comparisons=(),
    reference="",
    primary="validity",
    outcomes=(),
    own=OWN,
    words=("national=both", "national.first_month=24", "months=78", "regime=standards_and_overall", *CONDITIONS),
    estimand="over services: rank correlation with true casework, agreement of inspectors, and evidenced share at "
             "equal true quality, hierarchical less egalitarian, each suggested less drafted",
    stages=(Stage(asked, lambda size: count(size, 3, 3)),),
    analyse=analyse,
    limits=(*EVERYWHERE,
            "Loadings are one reader's coding, not blind to source and hypothesis; both wordings share their priors.",
            "A wording moves what a prompt measures and how alike it is judged; not what leaders then do.",
            "Splitting a prompt wins nothing by length: its halves share its evidence and end in one judgement.",
            "In the default world services of either kind of governance differ in luck and in caseload, by up to a "
            "fifth: otherwise they have no true quality in common.",
            WORLDS_OF_SERVICES, NO_COMPARATOR),
    overturned_if="raters blind to source and hypothesis code the two wordings alike",
    open_by="at coding nought both wordings measure the same, and it is drawn from nought upwards in wide worlds",
    figures=("instrument_comparison",),
    sizes={"smoke": Size(2, 2, 2, TOY, {"services": 24, "resamples": 20}),
           "laptop": Size(2, 2, 2, (), {"services": 320, "resamples": 500}),
           "full": Size(2, 2, 2, (), {"services": 4096, "resamples": 1000})},
)


def _biased(findings: pd.DataFrame, verdict: str) -> bool | None:
    """Return whether some prompt as drafted shows more of one side: 'better' is more of hierarchical governance."""
    return any_has(findings[(findings["outcome"] == "bias") & findings["comparison"].str.endswith(f", {DRAFTED}")],
                   verdict)


def _turned(signs: pd.DataFrame) -> bool | None:
    """Return whether rewording turns the sign of some prompt's bias; None where no bias has a sign in both wordings."""
    return bool(signs["turned"].any()) if signs["told"].any() else None

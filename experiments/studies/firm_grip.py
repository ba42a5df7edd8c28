"""A strong centre with a firm grip: where visible grip and true quality go together, apart, or neither."""

import numpy as np
import pandas as pd

from analysis.measures.paired import UNRESOLVED
from analysis.measures.separation import rank_separation
from analysis.measures.validity import rank_validity
from experiments.findings import LEAST_WORLDS, paired_answer
from experiments.inquiry import Inquiry
from experiments.limits import EVERYWHERE
from experiments.own_outcomes import add_recorded
from experiments.study import TOY, Answer, Comparison, Expectation, Scenario, Size, Study
from model.observation.outcomes import Outcome

FIRM, LOOSE = "firm", "loose"
RESAMPLES = 2000


def analyse(inquiry: Inquiry) -> Answer:
    """Paired comparisons; what a visitor to many services would see; and which parameters part the worlds."""
    add_recorded(inquiry, ("control", "pressure"))
    found = paired_answer(inquiry).findings
    tables = {"seen_across_worlds": seen(inquiry), "separators": separators(inquiry)}
    return Answer(found, {name: table for name, table in tables.items() if not table.empty})


def seen(inquiry: Inquiry) -> pd.DataFrame:
    """Return the rank correlation over worlds of visible control and true quality, at one grip: nobody moved it.

    Beside it stands what moving grip does in the same worlds: a visitor sees the first and may take it for the second.
    """
    rows = []
    for measure in inquiry.measures:
        for scenario, part in inquiry.measure(measure).groupby("scenario", sort=False):
            worlds = part.groupby("world_index")[["control", "true_quality"]].mean()
            if len(worlds) >= LEAST_WORLDS:
                values = worlds.to_numpy(float)
                low, high = resampled_validity(values)
                rows.append({"scenario": scenario, "measure": measure, "worlds": len(worlds), "low": low, "high": high,
                             "correlation": rank_validity(*values.T)})
    return pd.DataFrame(rows)


def resampled_validity(values: np.ndarray) -> tuple[float, float]:
    """Return a 95% percentile interval of the rank correlation of two columns, worlds resampled."""
    picks = np.random.default_rng(0).integers(len(values), size=(RESAMPLES, len(values)))
    draws = [rank_validity(*values[pick].T) for pick in picks]
    low, high = np.nanquantile(draws, [0.025, 0.975])
    return float(low), float(high)


def separators(inquiry: Inquiry) -> pd.DataFrame:
    """Return the parameters that most part worlds in which a firmer grip helps from those in which it hurts."""
    rows = []
    for measure in inquiry.measures:
        for pair in inquiry.study.pairs():
            own = inquiry.differences(pair.first, pair.second, measure, ("true_quality",)).groupby("world").mean()
            if measure == "default" or len(own) < LEAST_WORLDS:
                continue
            parameters = inquiry.parameters(measure).loc[own.index].dropna(axis="columns")
            ranked = rank_separation(parameters, own["true_quality"]).head(5)
            rows.append(ranked.assign(comparison=pair.name, measure=measure))
    return pd.concat(rows, ignore_index=True) if rows else pd.DataFrame()


STUDY = Study(
    name="firm_grip",
    title="A strong centre with a firm grip: a good sign, or a bad one?",
    question="Is a strong centre with a firm grip of the regions evidence of a positive or of a problematic situation, "
             "at equal resources?",
    expectations=(
        Expectation("a firm grip is a good sign: the work is better where grip is firmer", "Meier & O'Toole 2009; "
                    "targets that worked", "true_quality", "better", "firm"),
        Expectation("it is a bad sign: the work is worse where grip is firmer", "Bevan & Hood; Annison et al. 2023",
                    "true_quality", "worse", "firm"),
        Expectation("it is no sign: grip moves what is shown, not the work", "submission, closing question",
                    holds=lambda findings, tables: _shown_alone(findings)),
        Expectation("what a visitor sees points the other way: control follows poor results", "direction: concern",
                    holds=lambda findings, tables: _points_away(findings, tables)),
    ),
    scenarios=(Scenario(FIRM, ("governance.grip=0.8",), "Poor results raise control strongly"),
               Scenario(LOOSE, ("governance.grip=0.2",), "Poor results raise control little")),
    across={"governance": ("observed", "hierarchical", "egalitarian")},
    comparisons=(Comparison("firm, not loose", FIRM, LOOSE),),
    reference="",
    primary="true_quality",
    outcomes=("true_quality", "evidenced_quality", "reported_gap", "uninspected_quality",
              "value_inspectorate_standards", "value_public_protection", "value_relational_desistance",
              "value_people_on_probation", "wellbeing", "defensive_practice", "control", "pressure"),
    own=(Outcome("control", "control", 0.05, 0, "a twentieth of its range"),
         Outcome("pressure", "pressure", 0.05, 0, "a twentieth of a strong pressure")),
    words=("regime=standards_and_overall", "national=off", "months=78"),
    analyse=analyse,
    limits=(*EVERYWHERE,
            "Grip is one dial: firm is 0.8 and loose 0.2 with all else as in each archetype, at the same posts, hours, "
            "repair money and inspector-days.",
            "Correlations over worlds are of services that differ in hundreds of assumed parameters: no real ones."),
    overturned_if="firm and loose differ too little to matter in nearly all worlds",
    open_by="grip has a benefit and a cost channel, and worlds are known in which each prevails (probgov controls)",
    figures=("paired_differences", "worlds_won"),
    sizes={"smoke": Size(2, 2, 2, TOY), "laptop": Size(16, 48, 2), "full": Size(200, 256, 4)},
)


def _shown_alone(findings: pd.DataFrame) -> bool | None:
    """Return whether somewhere true quality moves too little to matter while what is shown of it does not.

    None where both can be told nowhere.
    """
    rows = findings.set_index(["comparison", "measure", "outcome"])["verdict"].unstack("outcome")
    told = rows[(rows[["true_quality", "reported_gap"]] != UNRESOLVED).all(axis=1)]
    shown = (told["true_quality"] == "negligible") & told["reported_gap"].isin(["better", "worse"])
    return bool(shown.any()) if len(told) else None


def _points_away(findings: pd.DataFrame, tables) -> bool | None:
    """Return whether somewhere the correlation seen and the effect of grip point apart, both told from nought.

    None where nowhere both are told from nought.
    """
    if "seen_across_worlds" not in tables:
        return None
    told = []
    effects = findings[findings["outcome"] == "true_quality"].set_index(["comparison", "measure"])
    for row in tables["seen_across_worlds"].itertuples():
        own = effects.loc[(f"firm, not loose, {row.scenario.partition(', ')[2]}", row.measure)]
        if (row.low > 0 or row.high < 0) and (own["low"] > 0 or own["high"] < 0):
            told.append((row.low > 0) != (own["low"] > 0))
    return any(told) if told else None

"""The rating lottery: would the same PDU get the same rating twice, and what sample would settle it."""

from itertools import product

import numpy as np
import pandas as pd

from analysis.measures.lottery import (
    EDGES,
    near_boundary,
    over_severity,
    same_twice,
    settling_sample,
    true_band,
)
from experiments.findings import paired_findings
from experiments.inquiry import Inquiry
from experiments.limits import EVERYWHERE
from experiments.own_outcomes import add_measured
from experiments.study import TOY, Answer, Expectation, Scenario, Size, Study
from experiments.visits import at_end, counted, overall_bands, visit_all
from model.entities.state import N_CASE_CELLS, N_STAGES, N_THEMES
from model.inspection.aggregation import POINTS_A_STANDARD
from model.inspection.judgement import FIRST_CASE_STANDARD
from model.observation.outcomes import Outcome
from model.parameters.inspection import InspectionParameters
from model.specification.specification import Specification

TIMES = 40
"""Visits to each PDU: with 108 of them chances of a pair are known to less than a point of a hundred."""
WIDTH = 0.05
"""Share of cases within which a unit counts as near a boundary: not three cases of 54."""
SAMPLES = (*range(10, 100, 5), *range(100, 401, 10))
TRUTHS = tuple(np.round(np.arange(0.30, 0.91, 0.02), 2))
ASKED = {1: (30, 54, 108), 3: (30, 54)}
"""Questions of which the lowest sets the band, with the samples for which their chances are summed."""
CHANCE = 0.9
AS_NOW = "as now, 54 cases"
SETTINGS = {"30 cases": 30, AS_NOW: 54, "108 cases": 108, "200 cases": 200}


def lottery(specification: Specification) -> dict[str, float]:
    """Return chances of the same and of the true rating over visits to every PDU, and who is near a boundary.

    A standard's true band is that of endless cases judged by a fair inspector. Only cases and severity are luck here:
    the service does not move.
    """
    state, inputs = at_end(specification)
    bands, p, n = visit_all(state, inputs, TIMES), inputs.world.inspection, counted(inputs)
    overall = overall_bands(bands[:, :, :n].sum(axis=2), POINTS_A_STANDARD * n, p)
    lowest = state.pdus.evidenced[:, :N_CASE_CELLS].reshape(-1, N_STAGES, N_THEMES).min(axis=2)
    edges = (p.band_low, p.band_middle, p.band_high)
    fair = np.array([[true_band(share, edges) for share in own] for own in lowest])
    case_bands = bands[:, :, FIRST_CASE_STANDARD:FIRST_CASE_STANDARD + N_STAGES]
    return {"same_overall": agree(overall), "same_standard": agree(case_bands), "right_standard": float(
        (case_bands == fair).mean()), "near_boundary": float(near_boundary(lowest, WIDTH, edges).mean())}


def agree(bands: np.ndarray) -> float:
    """Return the chance that two different visits to one unit end in the same band, over units."""
    times = len(bands)
    counts = np.stack([(bands == band).sum(axis=0) for band in range(4)])
    return float((counts * (counts - 1)).sum(axis=0).mean() / (times * (times - 1)))


def analyse(inquiry: Inquiry) -> Answer:
    """Return the simulated lottery by sample, and by exact sums the chances of a standard for every truth."""
    add_measured(inquiry, lottery, inquiry.size.more["measured"], inquiry.size.more["measured_worlds"])
    found = paired_findings(inquiry)
    values = inquiry.runs.dropna(subset=["same_overall"]).groupby(["world", "scenario"], as_index=False)[
        ["same_overall", "same_standard", "right_standard", "near_boundary"]].mean()
    return Answer(found, {"exact": exact(), "settling": settling(), "simulated": values})


def exact(spread: float | None = None) -> pd.DataFrame:
    """Return chances of each band of one question and of the lowest of three, by truth and sample, without and with
    the default spread of severity between visits.
    """
    p = InspectionParameters()
    spread = float(np.hypot(p.severity_spread, p.inconsistency)) if spread is None else spread
    rows = []
    for questions, samples in ASKED.items():
        for truth, n, severity in product(TRUTHS, samples, (0.0, spread)):
            chances = over_severity([float(truth)] * questions, n, p.case_correlation, severity, nodes=7)
            rows.append({"truth": truth, "cases": n, "questions": questions, "severity_spread": severity,
                         "same_twice": same_twice(chances), "right": chances[true_band(float(truth))],
                         **{f"band_{band}": chance for band, chance in enumerate(chances)}})
    return pd.DataFrame(rows)


def settling() -> pd.DataFrame:
    """Return the sample from which on a question's true band is found nine times in ten, by truth; 0 where none is."""
    rows = [{"truth": truth, "distance": float(np.abs(np.array(EDGES) - truth).min()),
             "cases": settling_sample(float(truth), CHANCE, SAMPLES) or 0} for truth in TRUTHS]
    return pd.DataFrame(rows)


def _hardly_moves(simulated: pd.DataFrame) -> bool:
    """Return whether somewhere, as visits are now, nine of ten PDUs would get the same overall rating twice."""
    return bool((simulated.loc[simulated["scenario"] == AS_NOW, "same_overall"] > CHANCE).any())


STUDY = Study(
    name="rating_lottery",
    title="Would the same PDU get the same rating twice?",
    question="Would the same PDU, nothing having changed, get the same rating twice; who is near a boundary; and what "
             "sample would settle it?",
    expectations=(
        Expectation("a larger sample settles it", "sampling theory", "same_overall", "better", "108 cases"),
        Expectation("a larger sample hardly helps: severity, not cases, is the luck", "inspection_effects.csv "
                    "reliability: Good 47% against 60%", "same_overall", "negligible", "108 cases"),
        Expectation("a smaller sample makes it a lottery", "sampling theory", "same_overall", "worse", "30 cases"),
        Expectation("a panel settles more than cases do", "inspection_effects.csv: panels agree more", "same_overall",
                    "better", "panel of three"),
        Expectation("overall ratings hardly move: most PDUs share two words", "README P1, floor effect",
                    holds=lambda findings, tables: _hardly_moves(tables["simulated"])),
        Expectation("a smaller sample costs little", "inspection_effects.csv, Ofsted 2017: two inspectors "
                    "agreed in 92%", "same_overall", "negligible", "30 cases"),
    ),
    scenarios=(*(Scenario(name, (f"regime.sample_cases={n}",)) for name, n in SETTINGS.items()),
               Scenario("panel of three", ("regime.panel_size=3",), "Three inspectors settle a visit's severity")),
    comparisons=(),
    reference=AS_NOW,
    primary="same_overall",
    outcomes=("same_standard", "right_standard", "near_boundary", "true_quality"),
    own=(Outcome("same_overall", "", 0.05, 1, "one PDU in twenty"),
         Outcome("same_standard", "", 0.05, 1, "as overall"), Outcome("right_standard", "", 0.05, 1, "as overall"),
         Outcome("near_boundary", "", 0.05, 0, "as overall")),
    words=("governance=observed", "regime=standards_and_overall", "national=off", "months=78"),
    estimand="chance that two visits to one PDU at one moment 36 months after the switch end in the same rating, over "
             "PDUs: mean paired difference from 54 cases, same world and same luck until then",
    analyse=analyse,
    limits=(*EVERYWHERE,
            "Bands and totals are recalled, not read at source (evidence README): the chances are theirs.",
            "The true band is that of evidenced quality, which truth may fall short of: a lottery is about luck, "
            "not about what evidence leaves out.",
            "Samples that differ also take different inspector-days, so that services have been visited differently."),
    overturned_if="the bands in force are other than those recalled",
    open_by="chances are exact sums of cases, correlation and severity; the simulated visit is held to them in docking",
    figures=("rating_lottery",),
    sizes={"smoke": Size(2, 2, 2, TOY, {"measured": 2, "measured_worlds": 2}),
           "laptop": Size(20, 48, 1, (), {"measured": 20, "measured_worlds": 48}),
           "full": Size(100, 128, 4, (), {"measured": 100, "measured_worlds": 128})},
)

"""Question 9: the audit of undesirable behaviours, every rating regime by every archetype, and where each trips."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import numpy as np
import pandas as pd

from experiments.arms import INSPECTED, Arms
from experiments.behaviours import BEHAVIOURS, arms_of, indexed
from experiments.composition import Composition, compose_run
from experiments.design import seed_range
from experiments.findings import paired_findings, rows_of, table
from experiments.inquiry import Inquiry
from experiments.limits import EVERYWHERE, OPPOSITE
from experiments.study import TOY, Answer, Comparison, Expectation, Scenario, Size, Study
from model.observation.outcomes import Outcome

REGIMES = ("narrative", "standards", "overall", "standards_and_overall", "report_card", "contextual")
ARCHETYPES = ("observed", "hierarchical", "egalitarian")
COSTLY = "misplaced_responsibility"
"""Its index takes 64 forks of a run: it is measured in fewer worlds and replicates than the others."""
BETWEEN = "favouring_the_legible"
"""Its index holds two archetypes against each other: it is measured once a regime."""
THRESHOLDS = {
    "tunnel_vision": (0.02, "the smallest effect of interest on true quality"),
    "suboptimisation": (0.02, "as tunnel vision"),
    "myopia": (0.02, "one hour in a fifty-hour fortnight"),
    "measure_fixation": (0.02, "the gap below which targets were found not gamed"),
    "misrepresentation": (0.01, "a third of the lowest proven, 3% (waiting_list_fiddles)"),
    "misinterpretation": (0.01, "half the smallest effect of interest on true quality"),
    "gaming": (0.02, "as measure fixation"),
    "ossification": (2.0, "two experiments a year for every hundred staff"),
    "loss_of_esteem": (0.02, "the smallest effect of interest on esteem"),
    "contagion": (0.02, "as loss of esteem"),
    "lost_confidence": (0.02, "the smallest effect of interest on confidence"),
    "defensive_practice": (0.005, "one case in two hundred"),
    "top_down_drift": (0.02, "a fiftieth of a dial"),
    COSTLY: (0.50, "half of the blame lies where control does not"),
    BETWEEN: (2.0, "two points of a hundred: one case in a sample of 54"),
    "flight": (0.7, "the smallest effect of interest on leaving"),
}
"""Behaviour -> the size from which it counts, and why; set before any run of this study."""
NO_GAMING = "inspection_effects.csv, Hussain 2015: no sign of gaming"
NOT_FOUND = {
    "tunnel_vision": "inspection_effects.csv, Phillips 2021: little direct effect on practice",
    "suboptimisation": "inspection_effects.csv, BMC Health Services Research 2024: gaps narrowed, no overall change",
    "measure_fixation": NO_GAMING,
    "misrepresentation": NO_GAMING,
    "gaming": NO_GAMING,
    "loss_of_esteem": "public_release_cochrane: nothing found on staff morale",
    "contagion": "inspection_effects.csv, Sims 2016: turnover moved in the school itself",
    "lost_confidence": "public_release_cochrane: little or no difference in choices",
    "flight": "inspection_effects.csv, Sims 2016: the best rating leaves turnover unchanged",
}
"""Behaviour -> who looked for it, or for what it would move, and did not find it."""
OWN = tuple(Outcome(name, "", size, -1, reason) for name, (size, reason) in THRESHOLDS.items())
CHEAP = tuple(behaviour.name for behaviour in BEHAVIOURS if behaviour.name != COSTLY)
CELLS = tuple(product(REGIMES, ARCHETYPES))


def analyse(inquiry: Inquiry) -> Answer:
    """The paired outcomes of each regime against none, and the matrix of indices with the verdict on each."""
    rows: list[dict] = []
    parts: list[dict] = []
    for measure in inquiry.measures:
        sides = {(regime, archetype): arms_of([*inquiry.words, f"regime={regime}", f"governance={archetype}",
                                               "national=both", f"world={measure}"]) for regime, archetype in CELLS}
        size = inquiry.size.more
        cheap = visited(inquiry, measure, size["worlds"], size["replicates"])
        costly = visited(inquiry, measure, size["costly"], size["costly"])
        looked = ((cheap, at_places(sides, cheap, CHEAP)), (costly, at_places(sides, costly, (COSTLY,))))
        for cell in CELLS:
            for places, measured in looked:
                for row in of_cell(cell, measure, places, measured, inquiry):
                    rows += row.pop("rows")
                    parts.append(row)
    found = pd.concat([table(rows), paired_findings(inquiry)], ignore_index=True)
    found = found[found["pairs"] > 0].reset_index(drop=True)
    return Answer(found, {"matrix": matrix(found), "parts": pd.DataFrame(parts)})


def at_places(sides: Mapping[tuple[str, str], dict[str, Composition]], places: Sequence[tuple[int, int]],
              names: Sequence[str]) -> list[dict[tuple[str, str], dict[str, dict[str, float]]]]:
    """Return, for each (world, seed), cell -> behaviour -> part -> value.

    In one place a run that several cells need is run once for all: no inspection is the same whatever the regime.
    """
    def one(place: tuple[int, int]) -> dict[tuple[str, str], dict[str, dict[str, float]]]:
        known: dict = {}
        return {cell: dict(zip(own, indexed(Arms(arms, *place, known), own)))
                for cell, arms in sides.items() for own in [asked_of(cell, names)]}

    with ThreadPoolExecutor(next(iter(sides.values()))[INSPECTED].executor.count()) as pool:
        return list(pool.map(one, places))


def asked_of(cell: tuple[str, str], names: Sequence[str]) -> tuple[str, ...]:
    """Return which behaviours are looked at in a cell."""
    return tuple(name for name in names if name != BETWEEN or cell[1] == ARCHETYPES[0])


def of_cell(cell: tuple[str, str], measure: str, places: Sequence[tuple[int, int]],
            measured: Sequence[Mapping], inquiry: Inquiry) -> Iterator[dict]:
    """Yield every part of every index in one cell: its mean, and (for the whole of an index) its findings."""
    for name in measured[0][cell] if measured else ():
        for part in measured[0][cell][name]:
            values = pd.DataFrame([{"world": w, "replicate": s, name: one[cell][name][part]}
                                   for (w, s), one in zip(places, measured)])
            pair = Comparison(", ".join(cell), cell[0], "none")
            known = values[name].notna()
            yield {"measure": measure, "regime": cell[0], "governance": cell[1], "behaviour": name, "part": part,
                   "index": float(values[name].mean()) if known.any() else np.nan, "runs": int(known.sum()),
                   "rows": rows_of(pair, measure, values, inquiry.study.declared) if not part else []}


def visited(inquiry: Inquiry, measure: str, worlds: int, replicates: int) -> list[tuple[int, int]]:
    """Return (world, seed) of each place that is measured: replicates in the default world, worlds in the others."""
    seed = compose_run(inquiry.words).specification.run.seed
    if measure == "default":
        return [(0, own) for own in seed_range(seed, replicates)]
    return [(world, seed) for world in inquiry.worlds(measure, worlds)]


def matrix(found: pd.DataFrame) -> pd.DataFrame:
    """Return one row a behaviour, regime, archetype and measure: index, interval, threshold, and whether it trips.

    `trips`: yes where the whole interval lies beyond the threshold, no where it lies within or on the good side.
    """
    own = found[found["outcome"].isin(THRESHOLDS) & found["second"].eq("none")].copy()
    own[["regime", "governance"]] = own["comparison"].str.split(", ", expand=True).to_numpy()
    own["trips"] = np.select([own["low"] > own["sesoi"], own["high"] <= own["sesoi"]], ["yes", "no"], "cannot be told")
    return own[["outcome", "regime", "governance", "measure", "effect", "low", "high", "sesoi", "trips", "pairs",
                "worlds", "worse_share"]].rename(columns={"outcome": "behaviour", "effect": "index",
                                                          "sesoi": "threshold"}).reset_index(drop=True)


def _rivals(behaviour: str) -> tuple[Expectation, Expectation]:
    """Return that a behaviour trips its threshold, and that it stays below it."""
    spoken = behaviour.replace("_", " ")
    return (Expectation(f"{spoken} trips its threshold", "consultation Q9; Smith 1995", behaviour, "worse"),
            Expectation(f"{spoken} stays below its threshold", NOT_FOUND.get(behaviour, OPPOSITE),
                        holds=lambda findings, tables: _stays_below(tables["matrix"], behaviour)))


def _stays_below(found: pd.DataFrame, behaviour: str) -> bool | None:
    """Return whether somewhere a behaviour does not trip; None where it can be told nowhere."""
    told = found.loc[found["behaviour"].eq(behaviour) & found["trips"].ne("cannot be told"), "trips"]
    return bool(told.eq("no").any()) if len(told) else None


STUDY = Study(
    name="q9_undesirable_behaviours",
    title="What could inspection and its ratings lead to?",
    question="Is there anything in the standards, or in the way ratings are made, that could lead to undesirable "
             "behaviours, outputs or outcomes?",
    expectations=(*(own for name in THRESHOLDS for own in _rivals(name)),
                  Expectation("inspection makes records truer: what is shown comes nearer to what is done",
                              "inspection_effects.csv, Hussain 2015: no sign of gaming", "measure_fixation", "better"),
                  Expectation("inspection moves what it measures without distortion", "targets_terror",
                              "measure_fixation", "negligible"),
                  Expectation("inspection corrects what the centre believes", "self_assessment_bias",
                              "misinterpretation", "better")),
    scenarios=tuple(Scenario(regime, (f"regime={regime}",)) for regime in (*REGIMES, "none")),
    across={"governance": ARCHETYPES},
    comparisons=tuple(Comparison(f"{regime} against none", regime, "none") for regime in REGIMES),
    reference="",
    primary="measure_fixation",
    outcomes=("true_quality", "esteem", "wellbeing", "leaving_rate", "false_records", "legitimacy"),
    own=OWN,
    words=("national=both", "months=78"),
    estimand="index of a behaviour: inspected less uninspected, same world and same luck, per 12 months",
    analyse=analyse,
    limits=(*EVERYWHERE,
            "An index is a contrast with no PDU inspection at all; some change by definition where anything is rated.",
            "Thresholds are smallest effects of interest, not harms that anyone has weighed.",
            "Misplaced responsibility and favouring the legible are not differences from no inspection: they are what "
            "is left under each regime."),
    overturned_if="the causes of an index are shown to be absent in probation: each has a switch",
    open_by="each index is null when its cause is off with inspection still on, and each but the bounded ones can have "
            "either sign (tests of the audit)",
    figures=("behaviour_matrix",),
    sizes={"smoke": Size(2, 2, 1, TOY, {"worlds": 2, "replicates": 2, "costly": 0}),
           "laptop": Size(12, 12, 1, (), {"worlds": 12, "replicates": 12, "costly": 3}),
           "full": Size(100, 64, 2, (), {"worlds": 64, "replicates": 100, "costly": 16})},
)

"""Questions 7 and 8 as one factorial: standards rated or not, by an overall word or not, by PDU regime and archetype.

All four national inspections say as much in words and have the same hanging on them, so that a
rating is all that differs. The break-even of the symmetry coefficient is found by running the
national inspections of one factor at several of its values, within the register's range.
"""

from collections.abc import Iterator, Mapping
from functools import partial

import numpy as np
import pandas as pd

from analysis.measures.break_even import break_even
from analysis.measures.factorial import contrast, contrasts, settings
from analysis.measures.pairing import PAIR_KEYS
from experiments.design import seed_range
from experiments.findings import resting, rows_of, table
from experiments.inquiry import Inquiry
from experiments.limits import EVERYWHERE
from experiments.own_outcomes import add_recorded
from experiments.runspec import Asked
from experiments.study import Answer, Comparison, Expectation, Scenario, Size, Stage, Study
from model.observation.outcomes import Outcome
from model.parameters.register import register

STANDARDS, WORD, UNITS, GOVERNANCE = "rating standards", "an overall word", "units rated", "egalitarian"
OVERALL = "over all settings"
FACTORS = (STANDARDS, WORD, UNITS, GOVERNANCE)
NATIONAL = {(0, 0): "neither", (1, 0): "standards", (0, 1): "word", (1, 1): "both"}
LEVELS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "PDUs": {"units in words": ("regime=narrative",), "units rated": ("regime=standards_and_overall",)},
    "governance": {"hierarchical": ("governance=hierarchical",), "egalitarian": ("governance=egalitarian",)},
}
SYMMETRY = "world.consequence.symmetry"
RECORDED = ("enacted_grip", "enacted_mandates", "attention", "control")
OWN = (Outcome("enacted_grip", "enacted_grip", 0.02, 0, "a fiftieth of its range"),
       Outcome("enacted_mandates", "enacted_mandates", 0.02, 0, "as grip"),
       Outcome("attention", "attention", 0.02, 1, "a week of a year"),
       Outcome("control", "control", 0.05, 0, "a twentieth of its range"))
OUTCOMES = ("legitimacy", "esteem", "esteem_uninspected", "wellbeing", "practice_fit", "true_quality", "confidence",
            "defensive_practice", *RECORDED)
SIZES = {"smoke": Size(2, 2, 2, ("service=toy",), {"break_even": 2}),
         "laptop": Size(8, 24, 2, (), {"break_even": 4}), "full": Size(200, 128, 4, (), {"break_even": 60})}


def study(factor: str, called: str, name: str, title: str, question: str,
          expectations: tuple[Expectation, ...]) -> Study:
    """Return the study of one national factor, which its limits speak of as it is called."""
    return Study(
        name=name, title=title, question=question, expectations=expectations, scenarios=scenarios(), across=LEVELS,
        comparisons=(), reference="", primary="legitimacy", outcomes=OUTCOMES, own=OWN, words=("months=78",),
        estimand="factorial contrast over the 36 months after the switch, same world and same luck",
        stages=stages(factor), analyse=partial(analyse, factor),
        limits=(*EVERYWHERE,
                f"Symmetry is the one route by which a national {called} moves legitimacy at once; its sign is the "
                "submission's, its size assumed, and its range goes from harm to good: see the break-even.",
                "The four national inspections say as much and have as much hanging on them: as packaged, a "
                f"{called} also raises stakes (see q1_national_inspection).",
                "The observed way of governing, continued, is not in the factorial, which takes the two archetypes; "
                "'neither' stands for it within each: a national inspection that rates nothing (see "
                "q1_national_inspection for the observed way)."),
        overturned_if="the symmetry coefficient lies below its break-even",
        open_by="the symmetry coefficient's range straddles nought, and a PDU regime in words turns its sign round",
        figures=("factorial",), sizes=SIZES)


def alone(factor: str) -> str:
    """Return what the comparisons begin with that tell what a factor moves, and not how that depends on another."""
    return f"{factor}, "


def scenarios() -> tuple[Scenario, ...]:
    """Return the four national inspections, alike but for what they rate."""
    return tuple(Scenario(name, ("national=narrative", "national.narrative=0.5", "national.stakes=0.45",
                                 f"national.rates_standards={standards}", f"national.overall_word={word}"))
                 for (standards, word), name in NATIONAL.items())


def scenario_name(setting: tuple[int, ...]) -> str:
    """Return the crossed scenario at a setting of the four factors."""
    standards, word, units, governance = setting
    chosen = [list(levels)[level] for levels, level in zip(LEVELS.values(), (units, governance))]
    return ", ".join([NATIONAL[standards, word], *chosen])


def stages(factor: str) -> tuple[Stage, ...]:
    """Return the factorial, then the two inspections of one factor at values of the symmetry coefficient."""
    def at_values(inquiry: Inquiry) -> Iterator[Asked]:
        composed = inquiry.sides("default")
        seed = next(iter(composed.values())).specification.run.seed
        for own in seed_range(seed, inquiry.size.more["break_even"]):
            for value in values():
                for setting in sides_of(factor):
                    name = scenario_name(setting)
                    yield inquiry.row(at_value(name, value), composed[name], 0, own, {SYMMETRY: value})

    cells = len(settings(FACTORS))
    visited = 2  # wide and calibrated worlds
    return (Stage(Inquiry.scenarios,
                  lambda size: cells * (size.replicates + visited * size.worlds * size.replicates_per_world)),
            Stage(at_values, lambda size: size.more["break_even"] * len(values()) * cells // 2))


def values() -> list[float]:
    """Return the ends of the symmetry coefficient's range, nought and a value between."""
    declared = next(entry.declaration for entry in register() if entry.key == SYMMETRY)
    return sorted({declared.low, 0.0, declared.default, declared.high})


def at_value(name: str, value: float) -> str:
    """Return the name of a scenario with the symmetry coefficient at a value."""
    return f"{name}, symmetry {value:g}"


def sides_of(factor: str) -> list[tuple[int, ...]]:
    """Return the settings in which a national factor is off or on and the other off."""
    other = WORD if factor == STANDARDS else STANDARDS
    return [setting for setting in settings(FACTORS) if setting[FACTORS.index(other)] == 0]


def analyse(factor: str, inquiry: Inquiry) -> Answer:
    """Return what the factor moves, in each setting of the rest and over all, its interactions, and its break-evens."""
    add_recorded(inquiry, RECORDED)
    rows, both = [], (factor, WORD if factor == STANDARDS else STANDARDS)
    for measure in inquiry.measures:
        cells = cells_of(inquiry, measure)
        for chosen in contrasts(FACTORS, 2):
            if factor in chosen:
                name = f"{factor}, {OVERALL}" if len(chosen) == 1 else " by ".join(
                    [factor, *(c for c in chosen if c != factor)])
                rows += found(name, measure, contrast(cells, FACTORS, chosen), inquiry)
        for units in (0, 1):
            for governance in (0, 1):
                part = {setting[:2]: cell for setting, cell in cells.items() if setting[2:] == (units, governance)}
                place = scenario_name((0, 0, units, governance)).partition(", ")[2]
                rows += found(f"{factor}, {place}", measure, contrast(part, FACTORS[:2], (factor,)), inquiry)
                rows += found(f"{' by '.join(both)}, {place}", measure, contrast(part, FACTORS[:2], both), inquiry)
    return Answer(resting(table(rows), {"legitimacy": (SYMMETRY,)}), {"break_even": break_evens(factor, inquiry)})


def cells_of(inquiry: Inquiry, measure: str) -> dict[tuple[int, ...], pd.DataFrame]:
    """Return the outcomes of every cell of the factorial, indexed by the pairs that all of them hold."""
    runs = _keyed(inquiry, measure)
    cells = {setting: runs[runs["scenario"] == scenario_name(setting)].set_index(PAIR_KEYS)[inquiry.outcomes]
             for setting in settings(FACTORS)}
    common = sorted(set.intersection(*(set(cell.index) for cell in cells.values())))
    return {setting: cell.loc[common] for setting, cell in cells.items()}


def _keyed(inquiry: Inquiry, measure: str) -> pd.DataFrame:
    """Return the runs of a measure with their world and replicate under the names that pairs have."""
    runs = inquiry.measure(measure)
    return runs.drop(columns="world").rename(columns={"world_index": "world", "seed": "replicate"})


def found(name: str, measure: str, differences: pd.DataFrame, inquiry: Inquiry) -> list[dict]:
    """Return findings of a contrast."""
    return rows_of(Comparison(name, "on", "off"), measure, differences.reset_index(), inquiry.study.declared)


def break_evens(factor: str, inquiry: Inquiry) -> pd.DataFrame:
    """Return where in the symmetry coefficient's range the factor's effect passes nought, and sizes that matter."""
    runs, rows = _keyed(inquiry, "default"), []
    place = FACTORS.index(factor)
    for setting in (s for s in sides_of(factor) if s[place] == 0):
        on = tuple(1 if k == place else level for k, level in enumerate(setting))
        for outcome in ("legitimacy", "esteem"):
            sides = [np.column_stack([_series(runs, at_value(scenario_name(side), value), outcome)
                                      for value in values()]) for side in (on, setting)]
            moved = sides[0] - sides[1]
            sesoi = inquiry.study.declared[outcome].sesoi
            for size in (0.0, sesoi, -sesoi):
                here = break_even(np.array(values()), moved, np.arange(len(moved)), size)
                rows.append({"setting": scenario_name(setting).partition(", ")[2], "outcome": outcome, "size": size,
                             "symmetry": here.value, "low": here.low, "high": here.high, "crossed": here.share,
                             "effect_at_low": moved[:, 0].mean(), "effect_at_high": moved[:, -1].mean(),
                             "pairs": len(moved)})
    return pd.DataFrame(rows)


def _series(runs: pd.DataFrame, scenario: str, outcome: str) -> np.ndarray:
    own = runs[runs["scenario"] == scenario].sort_values("replicate")
    return own[outcome].to_numpy(float)

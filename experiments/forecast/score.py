"""Scoring a forecast against later observations, beside naive forecasts made of what was known at the time."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.measures.scores import (
    clustered_interval,
    crps,
    crps_normal,
    inside,
    log_score,
    ranked_probability_score,
    share_interval,
)
from experiments.forecast.naive import Naive
from experiments.forecast.observe import Case, NotForecast

LEVELS = (50, 80, 90)
LEVEL_OF = {"pdu_ratings": "pdu", "region_ratings": "region", "national_ratings": "nation"}
NUMBERS_OF = {"workforce", "outcomes", "people_survey"}


@dataclass(frozen=True)
class Scored:
    """One case with its scores: `ours` and each naive forecast's (None where there is none), lower is better.

    Words have the ranked probability score; numbers the continuous one, divided by `scale`. `inside` holds,
    for numbers, whether each central interval held what was observed.
    """

    case: Case
    ours: float
    naive: dict[str, float | None]
    log: float | None = None
    log_naive: float | None = None
    inside: dict[int, bool] | None = None
    scale: float = 1.0


def scored(case: Case, naive: Naive) -> Scored:
    """Return a case with its scores."""
    return _word(case, naive) if case.chances else _number(case, naive)


def _word(case: Case, naive: Naive) -> Scored:
    level, band = LEVEL_OF[case.kind], int(case.observed)
    base = naive.base(level, case.framework)
    last = naive.last_word(level, case.name, case.cluster, base)
    return Scored(case, ranked_probability_score(case.chances, band),
                  {"base rates": ranked_probability_score(base, band),
                   "last value": ranked_probability_score(last, band)},
                  log_score(case.chances, band), log_score(base, band))


def _number(case: Case, naive: Naive) -> Scored:
    assert case.draws is not None
    ours, held = crps(case.draws, case.observed), {
        level: inside(case.draws, case.observed, level / 100) for level in LEVELS}
    last = naive.last(case.file, case.name, case.day) if case.kind in NUMBERS_OF else None
    if last is None:
        return Scored(case, ours, {"last value": None}, inside=held)
    scale = last.deviation or abs(last.mean) or 1.0
    return Scored(case, ours / scale, {"last value": crps_normal(last.mean, last.deviation, case.observed) / scale},
                  inside=held, scale=scale)


def report(cases: Sequence[Case], left_out: Sequence[NotForecast], naive: Naive) -> dict:
    """Return the scores as plain values: coverage, by kind, skill against naive, and what was not forecast."""
    kinds: dict[str, list[Scored]] = defaultdict(list)
    for case in cases:
        kinds[case.kind].append(scored(case, naive))
    by_kind = [_kind(kind, rows) for kind, rows in kinds.items()]
    numbers = [row for rows in kinds.values() for row in rows if row.inside is not None]
    hits = {level: sum(bool(row.inside and row.inside[level]) for row in numbers) for level in LEVELS}
    return {
        "coverage": {str(level): hits[level] / len(numbers) if numbers else None for level in LEVELS},
        "by_kind": by_kind, "skill_against_naive": _overall(by_kind),
        "coverage_intervals": {str(level): share_interval(hits[level], len(numbers)) for level in LEVELS},
        "numbers": len(numbers), "words": sum(len(rows) for rows in kinds.values()) - len(numbers),
        "rows": [_row(row) for rows in kinds.values() for row in rows],
        "not_forecast": [vars(row) for row in left_out]}


def _kind(kind: str, rows: Sequence[Scored]) -> dict:
    """Return one kind's scores, and its skill over the rows for which a naive forecast exists, against the best."""
    means: dict[str, float] = {}
    beside = [row for row in rows if all(value is not None for value in row.naive.values())]
    for name in rows[0].naive:
        if beside:
            means[name] = _mean(row.naive[name] for row in beside)
    best = min(means, key=lambda name: means[name]) if means else None
    ours = _mean(row.ours for row in beside) if beside else None
    gains = [float(row.naive[best] or 0.0) - row.ours for row in beside] if best else []
    interval = clustered_interval(gains, [row.case.cluster for row in beside]) if gains else None
    words = rows[0].inside is None
    return {
        "kind": kind, "rows": len(rows), "scored_against_naive": len(beside), "score": ours,
        "measure": "ranked probability score" if words else "CRPS over the spread of the last value",
        "naive": best, "naive_score": means[best] if best else None, "naive_scores": means,
        "skill": _skill(ours, means[best]) if best else None, "gain": _mean(gains) if gains else None,
        "gain_low": interval[0] if interval else None, "gain_high": interval[1] if interval else None,
        "clusters": len({row.case.cluster for row in beside}),
        "log_score": _mean(row.log for row in rows) if words else None,
        "log_score_base_rates": _mean(row.log_naive for row in rows) if words else None,
        "coverage": None if words else {str(level): _mean(row.inside[level] for row in rows if row.inside)
                                        for level in LEVELS}}


def _mean(values: Iterable[float | None]) -> float:
    return float(np.mean([value for value in values if value is not None]))


def _skill(ours: float | None, naive: float) -> float | None:
    """Return 1 - ours / naive: 1 is perfect, 0 no better than naive; None where naive is perfect."""
    return 1 - ours / naive if ours is not None and naive > 0 else None


def _overall(by_kind: Sequence[dict]) -> float | None:
    """Return the mean skill of kinds, each weighted by its rows; None where no kind has one."""
    parts = [(kind["skill"], kind["scored_against_naive"]) for kind in by_kind if kind["skill"] is not None]
    return sum(skill * rows for skill, rows in parts) / sum(rows for _, rows in parts) if parts else None


def _row(row: Scored) -> dict:
    case, best = row.case, [value for value in row.naive.values() if value is not None]
    middle = None if case.draws is None else [float(q) for q in np.quantile(case.draws, (0.05, 0.5, 0.95))]
    return {"kind": case.kind, "name": case.name, "day": case.day.isoformat(), "observed": case.observed,
            "chance": case.chances[int(case.observed)] if case.chances else None,
            "low": middle[0] if middle else None, "median": middle[1] if middle else None,
            "high": middle[2] if middle else None, "score": row.ours, "naive_score": min(best) if best else None,
            "inside_90": row.inside[90] if row.inside else None, "unit": case.unit, "note": case.note}


def failures(found: dict) -> list[str]:
    """Return what the score counts as failure, by the rules stated in docs/forecast.md before any was computed."""
    said = []
    for kind in found["by_kind"]:
        if kind["gain_high"] is not None and kind["gain_high"] < 0:
            said.append(f"{kind['kind']}: worse than {kind['naive']} beyond doubt")
        elif kind["skill"] is not None and kind["skill"] <= 0:
            said.append(f"{kind['kind']}: no better than {kind['naive']}")
    for level, interval in found["coverage_intervals"].items():
        if interval and not interval[0] <= int(level) / 100 <= interval[1]:
            side = "too seldom" if interval[1] < int(level) / 100 else "too often"
            said.append(f"{level}% intervals hold what was observed {side}")
    skill = found["skill_against_naive"]
    if skill is not None and not math.isnan(skill) and skill <= 0:
        said.append("taken together no better than naive forecasts")
    return said

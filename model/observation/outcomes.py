"""Scalar outcomes of a run: what comparisons, stopping and figures read.

Each outcome is a nation column averaged over a window after the switch. The primary
horizon is the mean of the 36 months after it; the secondary ones are the single months
at 12 and at 78 after it. The smallest effect of interest (SESOI) was set, with its
reason, before any comparison was run.
"""

from typing import NamedTuple

import numpy as np

from model.observation.columns import COLUMNS


class Outcome(NamedTuple):
    """One scalar outcome; better is +1 where more is better, -1 where less is, 0 where neither."""

    name: str
    column: str
    sesoi: float
    better: int
    reason: str


PRIMARY_MONTHS = 36
SECONDARY_MONTHS = (12, 78)

OUTCOMES = (
    Outcome("true_quality", "true_quality", 0.02, 1,
            "one case in a sample of 54; the gain from a national code (mandate_national_code)"),
    Outcome("evidenced_quality", "evidenced_quality", 0.02, 1, "as true quality"),
    Outcome("uninspected_quality", "uninspected_quality", 0.02, 1, "as true quality"),
    Outcome("value_inspectorate_standards", "value_inspectorate_standards", 0.02, 1, "as true quality"),
    Outcome("value_public_protection", "value_public_protection", 0.02, 1, "as true quality"),
    Outcome("value_relational_desistance", "value_relational_desistance", 0.02, 1, "as true quality"),
    Outcome("value_people_on_probation", "value_people_on_probation", 0.02, 1, "as true quality"),
    Outcome("quality_spread", "quality_spread", 0.01, -1, "half the smallest effect on quality"),
    Outcome("progress", "progress", 0.01, 1, "one person in a hundred"),
    Outcome("incidents", "incidents", 2.0, -1, "about one in twenty of the 478 a year notified in 2022/23"),
    Outcome("workload", "workload", 0.03, -1, "the fall from 120% to 117% of capacity seen from 2023 to 2024"),
    Outcome("wellbeing", "wellbeing", 0.02, 1, "two points on a 0-100 scale; the survey moved 3.4 at unification"),
    Outcome("esteem", "esteem", 0.02, 1, "as wellbeing"),
    Outcome("esteem_uninspected", "esteem_uninspected", 0.02, 1, "as wellbeing"),
    Outcome("engagement", "engagement", 1.5, 1, "half the fall of 3.4 points at unification"),
    Outcome("absent_share", "absent_share", 0.005, -1, "about one working day a person a year"),
    Outcome("leaving_rate", "leaving_rate", 0.7, -1, "half the fall and rise of 1.4 points seen from 2021 to 2022"),
    Outcome("innovations", "innovations", 0.5, 1, "about one kept innovation a PDU in 17 years"),
    Outcome("diffusions", "diffusions", 0.5, 1, "as innovations"),
    Outcome("practice_fit", "practice_fit", 0.02, 1, "as true quality"),
    Outcome("diversity", "diversity", 0.03, 0, "one practice element in 30; neither more nor less is better in itself"),
    Outcome("rated_points", "rated_points", 0.03, 1, "about half a point of 21"),
    Outcome("inadequate_share", "inadequate_share", 0.05, -1, "five PDUs of 108"),
    Outcome("reported_gap", "reported_gap", 0.02, -1, "the gap below which targets were found not gamed"),
    Outcome("presentational_share", "presentational_share", 0.02, -1, "one hour in a fifty-hour fortnight"),
    Outcome("false_records", "false_records", 0.01, -1, "a third of the lowest proven, 3% (waiting_list_fiddles)"),
    Outcome("defensive_practice", "defensive_practice", 0.005, -1, "one case in two hundred"),
    Outcome("confidence", "confidence", 0.02, 1, "as wellbeing"),
    Outcome("legitimacy", "legitimacy", 0.02, 1, "as wellbeing"),
    Outcome("espoused_distance", "espoused_distance", 0.05, 0,
            "one dial of eleven moved by a sixth of its range; nearer to the text is not better in itself"),
)
BY_NAME = {outcome.name: outcome for outcome in OUTCOMES}
_POSITION = {column.name: i for i, column in enumerate(COLUMNS["nation"])}


def outcome_names() -> list[str]:
    """Return every scalar's name: primary, then `_at_12` and `_at_78`."""
    names = [outcome.name for outcome in OUTCOMES]
    return names + [f"{name}_at_{month}" for month in SECONDARY_MONTHS for name in names]


def outcomes(nation: np.ndarray, switch_month: int) -> dict[str, float]:
    """Return name -> value from a nation table of shape (months, columns); NaN where the run is too short."""
    values = {}
    for outcome in OUTCOMES:
        series = nation[:, _POSITION[outcome.column]]
        window = series[switch_month:switch_month + PRIMARY_MONTHS]
        complete = len(window) == PRIMARY_MONTHS
        values[outcome.name] = float(np.mean(window, dtype=np.float64)) if complete else float("nan")
        for month in SECONDARY_MONTHS:
            at = switch_month + month - 1
            values[f"{outcome.name}_at_{month}"] = float(series[at]) if at < len(series) else float("nan")
    return {name: values[name] for name in outcome_names()}

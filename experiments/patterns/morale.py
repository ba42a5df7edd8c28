"""Patterns in the People Survey: 7, and the plateau after unification (P7)."""

from collections.abc import Callable
from math import nan
from statistics import fmean

from experiments.patterns.pattern import Check, Pattern
from experiments.patterns.published import SURVEY_ERROR, figure
from experiments.patterns.seen import Seen
from model.observation.survey import BY_NAME, autumn

YEARS = (2021, 2022, 2023)
BODY, LEVEL_TOLERANCE, CHANGE_TOLERANCE = "probation", 2.0, 2.0
FITTED = "the level was set near these years by hand: no test, and not in the distance"
MOVED = "the civil-service medians of these items moved by about 2 points too, by causes that the model does not hold"
NEEDS = {
    "engagement_index": "moods that hold level while reports accumulate: simulated esteem falls",
    "flourishing_index": "wellbeing that moves as little as the index did",
    "involved_in_decisions": "a centre whose engagement with staff grows faster than its culture does",
    "choice_in_how_i_work": "freedom of units that widens after the transfer: the dial of the history stands still",
    "supported_to_try_new_idea": "support for innovation that grows: the dial of the history stands still",
    "change_managed_well": "change that is felt as managed no better while its amount falls",
    "workload_acceptable": "relief that is felt only where officers arrive",
    "proud": "belonging that answers to the transfer of staff",
    "recommend_as_workplace": "moods that hold level while reports accumulate: simulated esteem falls",
    "want_to_leave_within_12_months": "intentions that ease while leaving rises",
}


def morale() -> list[Pattern | Check]:
    """Return the patterns in the survey: for each item its level over three autumns, and its change across them."""
    found: list[Pattern | Check] = []
    for name, item in BY_NAME.items():
        said = [figure("people_survey", year=year, body=BODY, item=name) for year in YEARS]
        found += [
            Pattern(f"7.{name}.level", "7", f"{item.label}, mean of autumns 2021-23", "0-100", "people_survey.csv",
                    fmean(said), SURVEY_ERROR / len(YEARS) ** 0.5, LEVEL_TOLERANCE, FITTED, "another level of the item",
                    level(name), counts=False, fitted=True),
            Pattern(f"7.{name}.change", "7", f"{item.label}, 2023 less 2021", "points", "people_survey.csv",
                    said[-1] - said[0], SURVEY_ERROR * 2**0.5, CHANGE_TOLERANCE, MOVED, NEEDS[name], change(name))]
    return [*found, _plateau()]


def level(name: str) -> Callable[[Seen], float]:
    """Return a reader of an item's mean over the three autumns."""
    return lambda seen: fmean(answered(name, year)(seen) for year in YEARS)


def change(name: str) -> Callable[[Seen], float]:
    """Return a reader of an item's change from the first autumn to the last."""
    return lambda seen: answered(name, YEARS[-1])(seen) - answered(name, YEARS[0])(seen)


def answered(name: str, year: int) -> Callable[[Seen], float]:
    """Return a reader of an item's answer in the autumn of a year."""

    def read_off(seen: Seen) -> float:
        series, month = seen.history.survey[name], autumn(year)
        return float(series[month]) if month < len(series) else nan

    return read_off


def _plateau() -> Check:
    fall = {name: figure("people_survey", year=2020, body=BODY, item=name)
            - figure("people_survey", year=2021, body=BODY, item=name)
            for name in ("engagement_index", "change_managed_well")}

    def little_recovery(seen: Seen) -> float:
        gains = [change(name)(seen) for name in fall]
        return nan if any(gain != gain for gain in gains) else float(
            all(gain < before / 2 for gain, before in zip(gains, fall.values())))

    return Check("P7", "P7", "by 2023 less than half of the fall of 2020-21 in engagement and in change managed well "
                 "has been made good", "people_survey.csv", "+0.5 of -3.4; +0.4 of -8.7", "same data as 7: a check; "
                 "the fall itself lies before the first month", "a slower recovery", little_recovery)

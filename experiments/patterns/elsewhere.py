"""What inspection was found to do elsewhere: P9. None of it is in the distance, nor was calibration held to it."""

from math import nan

import numpy as np

from experiments.patterns.pattern import Pattern
from experiments.patterns.published import PERCENT
from experiments.patterns.seen import UNINSPECTED, Seen, later

SOURCE = "inspection_effects.csv"
INADEQUATE, OUTSTANDING = 0, 3


def elsewhere() -> list[Pattern]:
    """Return the figures of P9, those that no history can show with the reason."""
    return [*_labels(), *_gains(), *_inspectors()]


def _labels() -> list[Pattern]:
    return [
        Pattern("P9.turnover", "P9", "Yearly leaving added by an Inadequate label", "points", SOURCE,
                3.4, 0.8, 1.5, "schools; leaving by PDU", "leaving by PDU in the tables",
                lambda seen: _turnover(seen, INADEQUATE), counts=False),
        Pattern("P9.outstanding", "P9", "Yearly leaving added by an Outstanding label", "points", SOURCE,
                0.0, 0.8, 1.5, "no PDU of these histories comes out Outstanding, as none was seen to",
                "PDUs good enough to be called Outstanding", lambda seen: _turnover(seen, OUTSTANDING), counts=False)]


def _gains() -> list[Pattern]:
    return [
        Pattern("P9.just_failing", "P9", "Quality a year after just failing against just passing",
                "standard deviations between PDUs", SOURCE, 0.10, 0.05, 0.10,
                "schools; few near a line", "a stronger response to failing", _just_failing, counts=False,
                tried="attention that the lowest word draws beyond any other (failing_attention, ADR 0016), and it "
                      "and learning from a report both at the top of their ranges: -0.17; without the blow to esteem "
                      "and the leaving that follow an Inadequate label it is -0.05"),
        Pattern("P9.fading", "P9", "Years until the gain of just failing is at its height, before it fades", "years",
                SOURCE, 2.0, 0.0, 1.0, "histories end less than three years after the first reports, and the gain "
                "itself is not shown (the figure at one year)", "longer histories, and a gain that could fade",
                lambda seen: nan, counts=False),
        Pattern("P9.no_gain", "P9", "True quality in the last year, less that of the same luck without inspection",
                "% of cases", SOURCE, 0.0, 0.0, 2.0, "hospitals, where falls and pressure ulcers stood for quality and "
                "no gain was found; how small a gain could have been missed was not read",
                "inspection that costs no more than it brings", _gain, counts=False)]


def _inspectors() -> list[Pattern]:
    return [
        Pattern("P9.two_inspectors", "P9", "Agreement of two inspectors on the same day", "% of judgements",
                SOURCE, 92.0, 2.0, 3.0,
                "one team visits in a run: tests/inspection/test_lottery.py holds the instrument to it",
                "two teams at one visit", lambda seen: nan, counts=False),
        Pattern("P9.severity", "P9", "Good given by one group of inspectors less that by another (47 and 60)",
                "points", SOURCE, -13.0, 0.0, 3.0, "inspectors differ in severity one by one, in no two groups, and no "
                "report says who led it", "inspectors of two kinds, and which kind led a visit in the report",
                lambda seen: nan, counts=False)]


def _gain(seen: Seen) -> float:
    if not seen.without:
        return nan
    return PERCENT * (later(seen.history, "true_quality") - later(seen.without[UNINSPECTED], "true_quality"))


def _turnover(seen: Seen, band: int) -> float:
    """Return how much more leaving rose in the year after a report in a band than after other reports, in points."""
    rates = seen.history.pdu.get("leaving_rate")
    if rates is None:
        return nan
    change: dict[bool, list[float]] = {True: [], False: []}
    for report in seen.history.of(0).itertuples():
        t = int(report.month_published)
        if 12 <= t <= len(rates) - 12:
            before, after = rates[t - 12:t, report.unit], rates[t:t + 12, report.unit]
            change[report.overall == band].append(after.mean() - before.mean())
    return float(np.mean(change[True]) - np.mean(change[False])) if change[True] and change[False] else nan


def _just_failing(seen: Seen) -> float:
    """Return the change of evidenced quality over a year of PDUs at the line less those a point above, in SDs."""
    quality = seen.history.pdu.get("evidenced_quality")
    if quality is None:
        return nan
    gains: dict[int, list[float]] = {0: [], 1: []}
    for report in seen.history.of(0).itertuples():
        t, above = int(report.month_published), int(report.points) - {27: 5, 21: 3}[int(report.max_points)] - 1
        if t + 12 < len(quality) and -2 <= above <= 1:
            gains[int(above >= 0)].append(quality[t + 12, report.unit] - quality[t, report.unit])
    if not gains[0] or not gains[1]:
        return nan
    return float((np.mean(gains[0]) - np.mean(gains[1])) / quality[0].std())

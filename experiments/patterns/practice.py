"""Ordinal patterns and figures of casework, measured elsewhere, and from the submission: 3, P2, P4, P6, P8-P12."""

from math import nan

import numpy as np
from scipy import stats

from experiments.patterns.elsewhere import elsewhere
from experiments.patterns.pattern import Check, Pattern
from experiments.patterns.published import PERCENT, row, share_error
from experiments.patterns.seen import LAST, NEITHER, UNINSPECTED, UNPRESSED, Seen, later
from experiments.patterns.workforce import RELIEF
from model.entities.state import STAGES, THEMES
from model.observation.calendar import month_of

SAFETY, IMPLEMENTATION = THEMES.index("safety"), STAGES.index("implementation")
CASES_READ = 270
"""About 54 cases in each of a region's five PDUs."""
FULLY_STAFFED = 0.98


def practice() -> list[Pattern | Check]:
    """Return the patterns of casework, the ordinal ones, and those of the submission."""
    return [*_casework(), _gap(), _staffing(), _fixation(), _stable_demand(), *elsewhere(), *_submission()]


def _casework() -> list[Pattern]:
    kss = row("region_ratings", region="Kent, Surrey and Sussex", publication_date="2024-05")
    share = float(kss["pct_implementation_keep_safe"])  # type: ignore[arg-type]
    low = row("pdu_ratings", pdu="Warwickshire", publication_date="2022-08-18")
    lowest = float(low["pct_implementation_keep_safe"])  # type: ignore[arg-type]
    assessed = row("outcomes", measure="cases with risk of harm adequately assessed", as_of="2019-03-31")
    needs = "implementation of public protection far below the rest of casework: the simulated gap is smaller"
    return [
        Pattern("3.implementation", "3", "Implementation that keeps people safe, a region's cases, early 2024",
                "% of cases", "region_ratings.csv", share, share_error(share / PERCENT, CASES_READ), 5.0,
                "one region of twelve", needs, lambda seen: _safe(seen, np.mean)),
        Pattern("3.lowest", "3", "The same, lowest PDU seen", "% of cases", "pdu_ratings.csv", lowest,
                share_error(lowest / PERCENT, 54), 5.0, "the lowest of a few that were told", needs,
                lambda seen: _safe(seen, np.min)),
        Pattern("3.assessed", "3", "Risk of harm adequately assessed, 2018-19", "% of cases", "outcomes.csv",
                float(assessed["value"]), 1.0, 5.0,  # type: ignore[arg-type]
                "predecessor bodies, before the model's first month", "a start before unification",
                lambda seen: nan, counts=False)]


def _safe(seen: Seen, statistic) -> float:
    if seen.closing is None:
        return nan
    shares = seen.closing.shares[:, IMPLEMENTATION, SAFETY]
    shares = shares[np.isfinite(shares)]
    return PERCENT * float(statistic(shares)) if len(shares) else nan


def _gap() -> Check:
    def shown(seen: Seen) -> float:
        if seen.closing is None:
            return nan
        standards = seen.closing.standards[seen.closing.standards[:, 0] >= 0].astype(float)
        if not len(standards):
            return nan
        themes = np.nanmean(seen.closing.shares, axis=(0, 1))
        return float(standards[:, 0].mean() > standards[:, 3:7].mean() and themes.argmin() == SAFETY)

    return Check("P2", "P2", "leadership is rated above casework, and keeping people safe is the weakest theme",
                 "pdu_ratings.csv", "in nearly every report", "ordinal", "leadership judged apart from casework", shown)


def _staffing() -> Check:
    def still_poor(seen: Seen) -> float:
        if seen.closing is None or not seen.history.pdu:
            return nan
        reports = seen.history.of(0)
        months, units = reports["month_fieldwork"].to_numpy(), reports["unit"].to_numpy()
        filled = seen.history.pdu["staff"][months, units] / seen.closing.posts[units]
        full = reports["overall"].to_numpy()[filled >= FULLY_STAFFED]
        return float(np.mean(full < 2) >= 0.5) if len(full) else nan

    return Check("P4", "P4", "of PDUs with 98% of posts filled, at least half are still below Good", "pdu_ratings.csv",
                 "Birmingham NES 2022, Blackburn 2023", "ordinal; all grades, since officers' posts are not "
                 "recorded by PDU", "inexperience and managers' overload weighing more than numbers", still_poor)


def _fixation() -> Check:
    def crowded_out(seen: Seen) -> float:
        if not seen.without:
            return nan
        pressed = {UNPRESSED: seen.history, NEITHER: seen.without[UNINSPECTED]}
        return float(all(later(with_, "true_quality") < later(seen.without[name], "true_quality")
                         and later(with_, "presentational_share") > later(seen.without[name], "presentational_share")
                         for name, with_ in pressed.items()))

    return Check("P6", "P6", "targets pushed down the line crowd out quality, with inspection and without",
                 "pdu_ratings.csv", "Norfolk 2024", "ordinal; the same luck with the pressure of control switched off",
                 "effort for show that costs more than pressure brings", crowded_out)


def _stable_demand() -> Check:
    def falling(seen: Seen) -> float:
        first, last = month_of(2022, 3), month_of(2024, 6)
        nation = seen.history.nation
        if len(nation["staff"]) <= last:
            return nan
        cases, staff = (nation[name][last] / nation[name][first] for name in ("caseload", "staff"))
        better = nation["evidenced_quality"][last] - nation["evidenced_quality"][first]
        return float(abs(cases - 1) <= 0.03 and staff >= 1.10 and better <= 0)

    return Check("P8", "P8", "March 2022 to June 2024: caseload within 3%, staff up by a tenth or more, and what is "
                 "evidenced no better", "outcomes.csv, workforce.csv", "caseload flat, staff +22%, targets met 50% to "
                 "35%", "ordinal; targets met have no counterpart, so what inspectors would find stands for them",
                 "a workload that falls less while staff come, or new staff who help later still: what is evidenced "
                 "rises with relief", falling, tried=RELIEF)


def _submission() -> list[Check]:
    def criticism(seen: Seen) -> float:
        legitimacy = seen.history.nation["legitimacy"]
        return float(legitimacy[28:40].mean() < legitimacy[4:16].mean()) if len(legitimacy) >= 40 else nan

    def esteem(seen: Seen) -> float:
        series = seen.history.nation["esteem_uninspected"]
        return float(series[LAST] < series[month_of(2022, 1)]) if len(series) > LAST else nan

    def confidence(seen: Seen) -> float:
        if seen.closing is None:
            return nan
        change, ties = seen.closing.confidence - seen.closing.before, seen.closing.ties
        if np.ptp(ties) == 0:
            return nan
        return float(change.mean() < 0 and stats.spearmanr(ties.ravel(), change.ravel()).statistic > 0)

    return [
        Check("P10", "P10", "inspection stands lower with staff in its third year than in its first",
              "consultation.csv", "criticism grows by the third year", "ordinal", "repetition that costs more",
              criticism),
        Check("P11", "P11", "esteem falls in PDUs not inspected as negative reports accumulate", "consultation.csv",
              "the submission's cumulative impact", "ordinal", "reports elsewhere that weigh more", esteem),
        Check("P12", "P12", "partners' confidence falls, and less where ties are strong", "consultation.csv",
              "the submission", "ordinal", "ties that protect more", confidence)]

"""Sentences with numbers, each bound to results, each hedged by its verdict.

The rule of the house: a sentence on a negligible or unresolved effect never says that one
side is better, higher or lower. The scale of hedging words stands on every page.
"""

from collections.abc import Mapping, Sequence

from analysis.briefing.everyday import digits_of, everyday, span_one, spoken
from analysis.briefing.grounds import MECHANISMS, UNCHECKED
from analysis.measures.paired import BETTER, NEGLIGIBLE, WORSE, Effect
from analysis.measures.worlds import WorldShares
from analysis.words import (
    BETWEEN,
    BETWEEN_WORDS,
    NOT_MATTER,
    NOT_TOLD,
    capital,
    clauses,
    listed,
    sorted_by_verdict,
    span,
    told,
)

SHARES = ((0.9, "nearly all"), (0.6, "most"), (0.4, "about half"), (0.1, "a minority"), (0.0, "few or none"))
NEAR_MORALE = {"esteem": "professional esteem", "absent_share": "sickness absence", "leaving_rate": "staff leaving"}
SPREAD = "how moods spread between colleagues"
"""Outcomes near morale that are held to published results, in plain words."""
WHOSE_VALUES, NO_CLAIM = "It depends on whose values are used", "No claim is made"
SCALE = (
    ("does better", "the whole 95% interval lies beyond the smallest difference that matters, on the better side"),
    ("too small to matter", "the whole interval lies within the smallest difference that matters, on both sides"),
    (BETWEEN_WORDS, "the interval reaches across one of those limits, and lies on one side of no difference at all"),
    ("cannot be told", "the interval reaches across one of those limits and across no difference: these runs do not "
                       "settle it"),
)


def share_word(share: float) -> str:
    """Return the page's word for a share of worlds: 'nearly all' from 0.9, 'most' from 0.6 and so on."""
    return next(word for least, word in SHARES if share >= least)


def share_scale() -> list[tuple[str, str]]:
    """Return the words for shares with their bounds, for the page."""
    upper = 1.0
    rows = []
    for least, word in SHARES:
        rows.append((word, f"{least:.0%} to {upper:.0%} of settings"))
        upper = least
    return rows


def values_clause(effects: Mapping[str, Effect], a: str, b: str) -> str:
    """Return who does better by whose values; where values disagree that comes first."""
    found = sorted_by_verdict(effects)
    if BETTER in found and WORSE in found:
        return f"{WHOSE_VALUES}: {clauses(effects, a, b, 'by')}"
    if len(found) == 1 and len(effects) > 1:
        return _one_voice(next(iter(found)), a, b, len(effects))
    return capital(clauses(effects, a, b, "by"))


def _one_voice(verdict: str, a: str, b: str, views: int) -> str:
    if verdict in (BETTER, WORSE):
        winner = capital(a if verdict == BETTER else b)
        return f"{winner} does better by each of the {views} views of good probation"
    if verdict == NEGLIGIBLE:
        return f"By none of the {views} views of good probation does it make a difference large enough to matter"
    if verdict == BETWEEN:
        return f"By each of the {views} views of good probation the difference lies {BETWEEN_WORDS}"
    return f"By none of the {views} views of good probation can these runs tell the two apart"


def agreement(effects: Mapping[str, Effect]) -> str:
    """Return whether the answer hangs on whose values are used."""
    found = sorted_by_verdict(effects)
    if BETTER in found and WORSE in found:
        return f"{WHOSE_VALUES}: the views of good probation disagree on which does better."
    if len(found) == 1:
        return f"Whose values count does not change it: the {len(effects)} views of good probation give one reading."
    return "Whose values count: the views of good probation do not contradict one another, but not all read alike."


def number_clause(effect: Effect, a: str, b: str) -> str:
    """Return one effect as a clause with its interval, such as 'quality is higher under a, by 12 cases ...'."""
    label, (factor, unit, _), digits = spoken(effect.outcome), everyday(effect.outcome), digits_of(effect)
    low, high = effect.low * factor, effect.high * factor
    if effect.low != effect.low:
        return f"on {label} too few pairs were run for an interval, so nothing can be told"
    interval = f"95% interval {span(low, high, digits)} {unit}"
    if effect.verdict in (BETTER, WORSE):
        higher = a if effect.effect > 0 else b
        ends = sorted((abs(low), abs(high)))
        return (f"{label} is higher under {higher}, by {abs(effect.effect) * factor:,.{digits}f} {unit} "
                f"(95% interval {ends[0]:,.{digits}f} to {ends[1]:,.{digits}f})")
    if effect.verdict == NEGLIGIBLE:
        return f"on {label} there is {NOT_MATTER} ({interval})"
    if told(effect) == BETWEEN:
        return f"on {label} the difference lies {BETWEEN_WORDS} ({interval}, {a} minus {b})"
    return f"on {label} there is {NOT_TOLD} ({interval}, {a} minus {b})"


def message(primary: Effect, a: str, b: str) -> str:
    """Return the answer in a few words, without numbers; begins with a small letter."""
    label, found = spoken(primary.outcome), told(primary)
    if primary.verdict in (BETTER, WORSE):
        return f"{label} is higher under {a if primary.effect > 0 else b}"
    if found == NEGLIGIBLE:
        return f"on {label} there is {NOT_MATTER}"
    return f"on {label} the difference lies {BETWEEN_WORDS}" if found == BETWEEN else f"on {label} there is {NOT_TOLD}"


def answer(values: Mapping[str, Effect], primary: Effect, a: str, b: str) -> str:
    """Return the answer in one sentence: by whose values, then the primary outcome with its interval."""
    return f"{values_clause(values, a, b)}; {number_clause(primary, a, b)}."


def no_claim(outcomes: Sequence[str]) -> str:
    """Return on which of a study's outcomes no claim is made and why, and what of morale is checked; '' for none."""
    resting = {name for outcome in outcomes for name in MECHANISMS.get(outcome, ())}
    silent = [words for name, words in UNCHECKED.items() if name in resting]
    if not silent:
        return ""
    text = (f"{NO_CLAIM} on {listed(silent)}: no published result was found against which the model could be checked "
            "there.")
    near = [words for outcome, words in NEAR_MORALE.items() if outcome in outcomes]
    return f"{text} It was checked on {listed([*near, SPREAD])}." if UNCHECKED["wellbeing"] in silent else text


def worlds_sentence(shares: WorldShares, a: str, b: str, what: str) -> str:
    """Return in what share of worlds each side did better, with intervals; says so where no share can be given."""
    if shares.won != shares.won:
        return (f"How often each does better across other settings cannot be told: {shares.worlds} "
                f"{'was' if shares.worlds == 1 else 'were'} tried, with too few runs in each.")
    sides = ((a, shares.won, *shares.won_interval), (b, shares.lost, *shares.lost_interval))
    parts = [f"{name} does better in {share_word(share)} ({share:.0%}, 95% interval {low:.0%} to {high:.0%})"
             for name, share, low, high in sides]
    low, high = shares.negligible_interval
    return (f"Of {shares.worlds} other settings of what is not known, on {what}, {listed(parts)}; in the "
            f"rest ({shares.negligible:.0%}, {low:.0%} to {high:.0%}) the difference is too small to matter.")


def interaction_sentence(effect: Effect, context: str, a: str, b: str) -> str:
    """Return whether the comparison comes out otherwise in the second context, such as with a rated centre."""
    label, (factor, unit, _), digits = spoken(effect.outcome), everyday(effect.outcome), digits_of(effect)
    if effect.low != effect.low:
        return f"Whether '{context}' changes the comparison cannot be told: too few pairs were run."
    size = span_one(effect.effect * factor, digits)
    found = f"({size} {unit}, 95% interval {span(effect.low * factor, effect.high * factor, digits)})"
    if effect.verdict in (BETTER, WORSE):
        towards = a if effect.verdict == BETTER else b
        return f"'{capital(context)}' moves the comparison on {label} towards {towards} {found}."
    if effect.verdict == NEGLIGIBLE:
        return f"'{capital(context)}' changes the comparison on {label} by too little to matter {found}."
    if told(effect) == BETWEEN:
        return f"'{capital(context)}' changes the comparison on {label} by {BETWEEN_WORDS} {found}."
    return f"Whether '{context}' changes the comparison on {label} cannot be told {found}."


def month_sentence(effect: Effect, month: int, a: str, b: str) -> str:
    """Return how one outcome stands in a single month after the change."""
    return f"{month} months after the change, {number_clause(effect, a, b)}."

"""The linter of claims: a sentence that its results do not bear is refused, with the reason.

Every sentence with a number or a direction is offered as a `Claim`: its text with the stored results
it rests on. What is refused is not printed on any page; `probgov brief` says what it was and why.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from analysis.briefing.grounds import Support
from analysis.briefing.sentences import SHARES, WHOSE_VALUES, share_word
from analysis.measures.paired import BETTER, UNRESOLVED, WORSE
from analysis.words import BETWEEN_WORDS, NOT_MATTER, NOT_TOLD

NEUTRAL = (NOT_MATTER, NOT_TOLD, BETWEEN_WORDS, "too little to matter", "too small to matter",
           "does it make a difference large enough to matter", "can these runs tell the two apart",
           "nothing can be told", "cannot be told", WHOSE_VALUES, WHOSE_VALUES.lower())
"""Phrases that name a comparison without claiming one: a clause with none of them claims a difference."""
DIRECTION = re.compile(
    r"\b(better|worse|best|worst|higher|lower|more|fewer|less|rais\w*|ris(?:es|ing)|rose|fall(?:s|ing)?|fell|"
    r"reduc\w+|improv\w+|increas\w+|decreas\w+|gain\w*|los(?:es|ing)|wins?|won|beats?|outperform\w*|worsen\w*|"
    r"towards|helps?|harms?|cuts?|boosts?|leads? to|causes?|superior|inferior|greater|larger|smaller|lowers?|"
    r"grow\w*|drop\w*|doubl\w+|halv\w+|twice|differs?|suffers?|damag\w+|deteriorat\w+|strengthen\w*|weaken\w*|"
    r"enhanc\w+|affects?|ahead|behind|goes (?:up|down))\b", re.IGNORECASE)
OTHER_HEDGES = re.compile(
    r"\b(probabl[ey]|likely|unlikely|may(?! 20)|might|could|perhaps|possibl[ey]|presumabl[ey]|seems?|appears?|"
    r"suggests?|expected to|usually|generally|typically|almost always|in all likelihood|good chance|"
    r"almost certain\w*|certainly|surely|undoubtedly|clearly|proves?|shows? that|tends? to)\b", re.IGNORECASE)
NUMBER = re.compile(r"[-+\u2212]?\d[\d,]*(?:\.\d+)?")
SPELLED = re.compile(
    r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozen|hundred|thousand)(?:[- ]\w+)?|"
    r"half|thirds?|quarters?|fifths?|tenths?)"
    r" (?:more |fewer |of (?:all |the |every )?)?"
    r"(?:cases|points|per cent|percent|people|officers|staff|months|years|times|units|in every|in each)\b",
    re.IGNORECASE)
"""A size in words: it cannot be held to what is stored."""
DATED = re.compile(rf"\b(?:{'|'.join(calendar.month_name[1:])}) \d{{4}}\b")
SCALED = re.compile(rf"\b({'|'.join(word for _, word in SHARES)}) \((\d+)%", re.IGNORECASE)
SHARE = re.compile(rf"\bdoes better in {SCALED.pattern}", re.IGNORECASE)
"""A share of worlds claims no difference: it is held to its number instead."""
BARE_SHARE = re.compile(rf"\bdoes better in ({'|'.join(word for _, word in SHARES)})\b", re.IGNORECASE)
CONSTANTS = frozenset({1000.0, 100.0, 95.0, 12.0, 36.0, 78.0, 4.0, 0.0})
"""Numbers that name a scale, a level of confidence, a horizon or the value profiles, and are no size of anything."""
SIZED = re.compile(r"(?:\bby|\binterval|[(\d] to) $")
"""What stands before a number that is a size or an end of an interval."""
SAID_ASSUMED = re.compile(r"(?<!not )\bon assumption\b", re.IGNORECASE)
DEPENDS = re.compile(r"\bdepends? on\b", re.IGNORECASE)
SOME_WORLDS = 0.10
"""The sign counts as changing across worlds where each side does better in at least this share of them."""


@dataclass(frozen=True)
class Claim:
    """A sentence with the results behind it."""

    text: str
    support: Support


@dataclass(frozen=True)
class Refusal:
    """A sentence that was refused, the rule it broke and why."""

    text: str
    rule: str
    reason: str

    def __str__(self) -> str:
        return f"refused ({self.rule}): \u201c{self.text}\u201d because {self.reason}"


def claims_difference(text: str) -> bool:
    """Return whether a sentence says that one side does better, or has more, than the other.

    Each clause counts as saying so unless it is known that it does not: words nobody thought of are no way round.
    """
    return any(_claims(clause) for clause in text.split(";"))


def _claims(clause: str) -> bool:
    left = SHARE.sub("", clause)
    for phrase in NEUTRAL:
        left = left.replace(phrase, "")
    return left == clause or bool(DIRECTION.search(left))


def check(claim: Claim) -> list[Refusal]:
    """Return every reason to refuse a sentence; none where its results bear it."""
    found = [(rule.__name__.strip("_"), rule(claim.text, claim.support)) for rule in RULES]
    return [Refusal(claim.text, name, reason) for name, reason in found if reason]


def first_borne(candidates: Iterable[Claim]) -> tuple[str, list[Refusal]]:
    """Return the first sentence that is not refused ('' where all are), and the refusals before it.

    Candidates come strongest first, so that a page says as much as its results bear and no more.
    """
    refused: list[Refusal] = []
    for claim in candidates:
        reasons = check(claim)
        if not reasons:
            return claim.text, refused
        refused += reasons
    return "", refused


def _no_difference(text: str, on: Support) -> str:
    if on.effect is None or not claims_difference(text) or on.effect.verdict in (BETTER, WORSE):
        return ""
    if any(effect.verdict in (BETTER, WORSE) for effect in on.values.values()):
        return "" if _names_values(text) else f"the difference it speaks of is {on.effect.verdict}"
    what = "it cannot be told from none" if on.effect.verdict == UNRESOLVED else "it is too small to matter"
    return f"it claims a difference, and the verdict is {on.effect.verdict}: {what}"


def _names_values(text: str) -> bool:
    return "does better by" in text


def _direction(text: str, on: Support) -> str:
    """Hold 'is higher under X' to the sign of the effect."""
    if on.effect is None:
        return ""
    for word, sign in (("higher", 1), ("lower", -1)):
        for side, own in ((on.a, 1), (on.b, -1)):
            if f"{word} under {side}" in text and on.effect.effect * own * sign < 0:
                return f"the stored difference has the other sign ({on.effect.effect:+.4g})"
    for side, other in ((on.a, WORSE), (on.b, BETTER)):
        named = rf"\b{re.escape(side)} does better(?! by| in)|\bbetter under {re.escape(side)}"
        if on.effect.verdict == other and re.search(named, text, re.IGNORECASE):
            return f"the verdict is {on.effect.verdict}"
    return ""


def _winners(text: str, on: Support) -> str:
    """Hold 'X does better by ...' to the verdict of every view of good probation that it names."""
    for side, verdict in ((on.a, BETTER), (on.b, WORSE)):
        for clause in re.findall(rf"{re.escape(side)} does better by ([^;.]*)", text, re.IGNORECASE):
            named = [label for label in on.values if label in clause or "each of the" in clause]
            wrong = [label for label in named if on.values[label].verdict != verdict]
            if wrong:
                return f"by {wrong[0]} the verdict is {on.values[wrong[0]].verdict}"
    return ""


def _numbers(text: str, on: Support) -> str:
    """Hold every number to the results: one that none of them rounds to is not bound."""
    for side in (on.a, on.b):
        text = text.replace(side, "")
    text = DATED.sub("", text)
    spelled = SPELLED.search(text)
    if spelled:
        return f"'{spelled.group(0)}' is a size in words, which cannot be held to the stored results: write digits"
    for match in NUMBER.finditer(text):
        word = match.group(0)
        constant = not SIZED.search(text[:match.start()]) or text[match.end():].startswith(" months")
        digits = len(word.partition(".")[2])
        value = abs(float(word.replace(",", "").replace("\u2212", "-").replace("+", "")))
        bound = any(round(abs(known), digits) == value for known in on.numbers if known == known)
        if not bound and not (constant and value in CONSTANTS):
            return f"the number {word} is not among the stored results"
    return ""


def _worlds(text: str, on: Support) -> str:
    if on.effect is None or not claims_difference(text) or DEPENDS.search(_less_values(text)):
        return ""
    verdicts = {on.effect.verdict, *(effect.verdict for effect in on.elsewhere.values())}
    if {BETTER, WORSE} <= verdicts:
        return "the sign differs between the measures over worlds, and it does not say on what it depends"
    for measure, effect in on.elsewhere.items():
        if effect.worlds_won >= SOME_WORLDS and effect.worlds_lost >= SOME_WORLDS:
            return (f"the sign changes across the {measure} worlds ({effect.worlds_won:.0%} one way, "
                    f"{effect.worlds_lost:.0%} the other), and it does not say on what it depends")
    return ""


def _less_values(text: str) -> str:
    """Return a text without its words on values: on what is taken to be so it depends besides."""
    return re.sub(WHOSE_VALUES, "", text, flags=re.IGNORECASE)


def _values(text: str, on: Support) -> str:
    verdicts = {effect.verdict for effect in on.values.values()}
    if on.values and WHOSE_VALUES.lower() in text.lower() and not {BETTER, WORSE} <= verdicts:
        return "the value profiles do not disagree, and it says that it depends on whose values are used"
    if {BETTER, WORSE} <= verdicts and claims_difference(text) and WHOSE_VALUES.lower() not in text.lower():
        return "the value profiles disagree, and it does not say that it depends on whose values are used"
    return ""


def _assumption(text: str, on: Support) -> str:
    if on.unidentified and claims_difference(text) and not SAID_ASSUMED.search(text):
        return (f"it rests on {len(on.unidentified)} parameters that the evidence does not identify "
                f"({', '.join(on.unidentified[:2])}, ...), and does not say 'on assumption'")
    return ""


def _docking(text: str, on: Support) -> str:
    if on.undocked and claims_difference(text):
        return f"it rests on a mechanism that is held to no published result: {', '.join(on.undocked)}"
    return ""


def _limits(text: str, on: Support) -> str:
    return "" if on.limits else "the study states no limits of its claim"


def _hedges(text: str, on: Support) -> str:
    """Hold words of certainty to the one scale stated on the page."""
    other = OTHER_HEDGES.search(text)
    if other:
        return f"'{other.group(0)}' is not on the page's scale of certainty"
    bare = BARE_SHARE.search(SHARE.sub("", text))
    if bare:
        return f"'{bare.group(1)}' stands without its number"
    for word, percent in SCALED.findall(text):
        if share_word(int(percent) / 100) != word.lower():
            return f"'{word}' does not go with {percent}% on the page's scale"
    return ""


RULES: Sequence[Callable[[str, Support], str]] = (_no_difference, _direction, _winners, _numbers, _worlds, _values,
                                                  _assumption, _docking, _limits, _hedges)

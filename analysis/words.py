"""Plain words for what is compared and what was found, shared by figures and pages.

A verdict that is negligible or unresolved never yields words that claim a difference.
"""

from collections.abc import Mapping, Sequence

from analysis.measures.paired import BETTER, NEGLIGIBLE, UNRESOLVED, WORSE, Effect

VALUE_PROFILES = {
    "value_inspectorate_standards": "the inspectorate's standards",
    "value_public_protection": "public protection",
    "value_relational_desistance": "relationships and desistance",
    "value_people_on_probation": "the values of people on probation",
}
FAMILIES = {
    "service": "The service", "morale": "Morale", "innovation": "Innovation", "inspection": "Inspection",
    "behaviours": "Behaviours under inspection", "relations": "Partners and legitimacy", "governance": "Governance",
}
SETTINGS = {"default": "settings chosen by hand", "calibrated": "settings the evidence allows",
            "wide": "all settings tried"}
"""Measure over worlds -> what a figure calls the settings that it is of."""
NOT_MATTER, NOT_TOLD = "no difference large enough to matter", "no difference that can be told"
BETWEEN = "between"
BETWEEN_WORDS = "between too small and enough to matter"


def listed(items: Sequence[str]) -> str:
    """Return 'x', 'x and y' or 'x, y and z'."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def reading(effect: Effect, a: str, b: str) -> str:
    """Return one effect's verdict in a few words, such as 'egalitarian better' or 'cannot be told'."""
    if effect.verdict in (BETTER, WORSE):
        name = a if effect.verdict == BETTER else b
        return f"{name} {'higher' if effect.better == 0 else 'better'}"
    return {NEGLIGIBLE: "too small to matter", BETWEEN: BETWEEN_WORDS}.get(told(effect), "cannot be told")


def told(effect: Effect) -> str:
    """Return the verdict; `BETWEEN` where an unresolved interval lies on one side of no difference."""
    one_sided = effect.low > 0 or effect.high < 0
    return BETWEEN if effect.verdict == UNRESOLVED and one_sided else effect.verdict


def sorted_by_verdict(effects: Mapping[str, Effect]) -> dict[str, list[str]]:
    """Return verdict (see `told`) -> labels of the outcomes that have it, for outcomes with a better direction."""
    found: dict[str, list[str]] = {}
    for label, effect in effects.items():
        if effect.better != 0:
            found.setdefault(told(effect), []).append(label)
    return found


def clauses(effects: Mapping[str, Effect], a: str, b: str, preposition: str) -> str:
    """Return one clause a verdict: 'hierarchical does better on quality; on morale there is no difference ...'."""
    found = sorted_by_verdict(effects)
    parts = [f"{name} does better {preposition} {listed(found[verdict])}"
             for verdict, name in ((BETTER, a), (WORSE, b)) if verdict in found]
    parts += [f"{preposition} {listed(found[verdict])} there is {words}"
              for verdict, words in ((NEGLIGIBLE, NOT_MATTER), (BETWEEN, f"a difference {BETWEEN_WORDS}"),
                                     (UNRESOLVED, NOT_TOLD)) if verdict in found]
    return "; ".join(parts)


def in_context(contexts: Sequence[str], text: str) -> str:
    """Return a title that says which of several panels it speaks of: the first."""
    several = len(dict.fromkeys(contexts)) > 1
    return f"{capital(contexts[0])}: {text[:1].lower()}{text[1:]}" if several else text


def behaviour_words(name: str) -> str:
    """Return an undesirable behaviour's name as the literature spells it: 'top-down drift'."""
    return name.replace("top_down", "top-down").replace("_", " ")


def capital(text: str) -> str:
    """Return the text with its first letter raised."""
    return text[:1].upper() + text[1:]


def signed(value: float, digits: int) -> str:
    """Return a number with its sign and a true minus; nought carries none."""
    text = f"{abs(value):,.{digits}f}"
    if float(text.replace(",", "")) == 0:
        return text
    return ("+" if value > 0 else "\u2212") + text


def span(low: float, high: float, digits: int) -> str:
    """Return an interval as 'low to high' with signs."""
    return f"{signed(low, digits)} to {signed(high, digits)}"

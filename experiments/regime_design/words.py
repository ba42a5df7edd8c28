"""A regime in plain words, from the values of its levers alone."""

from collections.abc import Mapping

from experiments.designs.axes import declared

THIRDS = ("low", "middling", "high")
DETAIL = ("hardly any account in words", "a short account in words", "a full account in words")
EXTENT = ("hardly", "partly", "largely")
MONTH = 1.0
SOME = 0.2
"""A share of visits below this is not spoken of."""


def third(key: str, value: float) -> int:
    """Return in which third of a lever's range a value lies: 0, 1 or 2."""
    axis = declared()[key]
    return min(int(3 * (value - axis.low) / (axis.high - axis.low)), 2)


def describe(point: Mapping[str, float]) -> str:
    """Return the regime of a point (lever -> value) as sentences: how PDUs are inspected, then the centre."""
    return f"{_pdus(point)} {_centre(point)}"


def _pdus(point: Mapping[str, float]) -> str:
    if point["regime.inspects"] < 0.5:
        return "PDUs are not inspected."
    own = {name.removeprefix("regime."): value for name, value in point.items() if name.startswith("regime.")}
    visit = (f"PDUs are inspected every {own['cycle_months']:.0f} months at the soonest, {_turn(own)}, "
             f"{_notice(own['notice_months'])}; {own['sample_cases']:.0f} cases are read by "
             f"{_people(own['panel_size'])}.")
    context = EXTENT[third("regime.context", own["context"])]
    message = f"The report is {_message('regime', own)}, and {context} allows for what the unit cannot control."
    after = (f"Stakes are {THIRDS[third('regime.stakes', own['stakes'])]}, follow-up "
             f"{THIRDS[third('regime.follow_up', own['follow_up'])]}, help after a poor report "
             f"{THIRDS[third('regime.support', own['support'])]}.")
    return f"{visit} {message} {after}"


def _centre(point: Mapping[str, float]) -> str:
    if point["national.inspects"] < 0.5:
        return "The centre is not inspected."
    own = {name.removeprefix("national."): value for name, value in point.items() if name.startswith("national.")}
    asked = " Its leaders are asked which alternative they rejected." if own["counterfactual_item"] >= 0.5 else ""
    return (f"The centre is inspected every {own['cycle_months']:.0f} months, with {own['inspector_days']:.0f} "
            f"inspector-days taken from PDUs; its report is {_message('national', own)}, stakes "
            f"{THIRDS[third('national.stakes', own['stakes'])]}.{asked}")


def _turn(own: Mapping[str, float]) -> str:
    parts = [f"{own[key]:.0%} of visits {where}" for key, where in
             (("risk_based", "where quality is believed worst"), ("random_visits", "by lot")) if own[key] >= SOME]
    return " and ".join(parts) if parts else "by turn"


def _notice(months: float) -> str:
    if months < MONTH / 4:
        return "unannounced"
    if months < MONTH:
        return "with some weeks' notice"
    return "with a month's notice" if round(months) == 1 else f"with {months:.0f} months' notice"


def _people(panel: float) -> str:
    return "one inspector" if round(panel) <= 1 else f"a panel of {panel:.0f}"


def _message(part: str, own: Mapping[str, float]) -> str:
    """Return whether a report is public and what it says: words, scores, an account."""
    words = [text for key, text in (("overall_word", "one overall word"), ("rates_standards", "a word a standard"),
                                    ("uncertainty", "scores with their uncertainty")) if own.get(key, 0.0) >= 0.5]
    public = "public" if own["publishes"] >= 0.5 else "not published"
    account = DETAIL[third(f"{part}.narrative", own["narrative"])]
    return f"{public}, with {', '.join(words) if words else 'no words of rating'} and {account}"

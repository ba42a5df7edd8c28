"""The page's tables, as plain words: one row header, then cells."""

from analysis.briefing.assumed_links import assumed, sourced
from analysis.briefing.everyday import column_of, difference, everyday, smallest
from analysis.briefing.figure_tables import shares_of_worlds
from analysis.briefing.grounds import claimed
from analysis.briefing.results import Comparison, Results
from analysis.documents.content import Table
from analysis.measures.paired import Effect
from analysis.measures.pairing import sides
from analysis.measures.variance_ratio import variance_ratios
from analysis.words import FAMILIES, VALUE_PROFILES, capital
from model.observation.outcomes import PRIMARY_MONTHS, SECONDARY_MONTHS

MOST_SIDE_BY_SIDE = 2
"""Comparisons that stand beside each other in one table; others follow in a table of their own."""


def _beside(results: Results) -> list[tuple[Comparison, dict[str, Effect]]]:
    """Return the comparisons that stand side by side, with their effects."""
    return [(c, results.effects(c.first, c.second)) for c in results.comparisons[:MOST_SIDE_BY_SIDE]]


def by_values(results: Results) -> Table | None:
    """Return who does better by whose values, in the first comparisons; None where the study has no value profiles."""
    effects = _beside(results)
    if not all(set(VALUE_PROFILES) <= set(found) for _, found in effects):
        return None
    rows = [(capital(words), *(_cell(found[name], c.a, c.b) for c, found in effects))
            for name, words in VALUE_PROFILES.items()]
    first = results.comparisons[0]
    unit = everyday("value_public_protection").unit
    return Table(f"Who does better, by whose values. Difference ({first.a} minus {first.b}) in {unit}, "
                 "95% interval in brackets", ("By", *(capital(c.name) for c, _ in effects)), rows)


def all_effects(results: Results) -> Table:
    """Return every reported outcome's difference, interval and reading in the first comparisons."""
    effects = _beside(results)
    names = [name for name in sourced(results.outcomes) if all(name in found for _, found in effects)]
    rows: list[tuple[str, ...]] = []
    family = ""
    for name in sorted(names, key=lambda n: _place(column_of(n).family)):
        column = column_of(name)
        if column.family != family:
            family = column.family
            rows.append((FAMILIES.get(family, capital(family)),))
        cells = [cell for c, found in effects
                 for cell in (difference(found[name]), capital(claimed(found[name], c.a, c.b)))]
        rows.append((column.label, everyday(name).unit, smallest(effects[0][1][name]), *cells))
    first = results.comparisons[0]
    heads = [f"{capital(c.name)}: {part}" for c, _ in effects for part in ("difference", "reading")]
    return Table(f"All outcomes: {first.a} minus {first.b}, mean of the first {PRIMARY_MONTHS} months after the "
                 "change, with 95% interval", ("Outcome", "Unit", "Smallest that matters", *heads), rows)


def assumed_links(results: Results) -> Table | None:
    """Return the outcomes left out elsewhere because no source gives their link; None where there is none."""
    names = [name for name in assumed() if name in results.outcomes]
    if not names:
        return None
    effects = _beside(results)
    rows = [(f"{column_of(name).label} ({everyday(name).unit})",
             *(difference(found[name]) for _, found in effects)) for name in names]
    first = results.comparisons[0]
    return Table(f"Assumed link: {first.a} minus {first.b} on what no source ties to the quality of work. It follows "
                 "from an assumed size and is no finding", ("Outcome", *(capital(c.name) for c, _ in effects)), rows)


def other_comparisons(results: Results) -> Table | None:
    """Return the primary outcome and value profiles of every further comparison; None where there is none."""
    rows: list[tuple[str, ...]] = []
    for c in results.comparisons[MOST_SIDE_BY_SIDE:]:
        found = results.effects(c.first, c.second)
        rows.append((f"{capital(c.name)}: {c.first} minus {c.second}",))
        rows += [(column_of(name).label, everyday(name).unit, difference(found[name]),
                  capital(claimed(found[name], "first", "second")))
                 for name in dict.fromkeys((results.primary, *VALUE_PROFILES)) if name in found]
    return Table("Further comparisons, mean of the primary horizon, with 95% interval",
                 ("Outcome", "Unit", "Difference", "Reading"), rows) if rows else None


def over_time(results: Results) -> Table | None:
    """Return the primary outcome and the value profiles of the first comparison at each horizon; None without any."""
    c = results.comparisons[0]
    found = results.effects(c.first, c.second)
    rows = []
    for name in dict.fromkeys((results.primary, *VALUE_PROFILES)):
        if any(f"{name}_at_{month}" not in found for month in SECONDARY_MONTHS):
            continue
        cells = [found[key] for key in (f"{name}_at_{SECONDARY_MONTHS[0]}", name, f"{name}_at_{SECONDARY_MONTHS[1]}")]
        rows.append((f"{column_of(name).label} ({everyday(name).unit})", *(_cell(e, c.a, c.b) for e in cells)))
    early, late = SECONDARY_MONTHS
    return Table(f"Does it last? {capital(c.a)} minus {c.b}, {c.name}",
                 ("Outcome", f"Month {early}", f"Mean of months 1 to {PRIMARY_MONTHS}", f"Month {late}"),
                 rows) if rows else None


def against_reference(results: Results) -> Table | None:
    """Return each side of the first comparison against the comparator; None where it was not run."""
    c = results.comparisons[0]
    if results.reference is None or not results.has(c.first, c.second, results.headline):
        return None
    pairs = [(name, results.effects(scenario, results.reference))
             for name, scenario in ((c.a, c.first), (c.b, c.second))]
    rows = [(f"{column_of(name).label} ({everyday(name).unit})",
             *(_cell(found[name], side, results.reference) for side, found in pairs))
            for name in (results.primary, *VALUE_PROFILES, "wellbeing", "leaving_rate", "innovations")]
    return Table(f"Each against the comparator: the service as observed up to November 2024, continued ({c.name})",
                 ("Outcome", *(f"{capital(side)} minus observed" for side, _ in pairs)), rows)


def across_worlds(results: Results) -> Table | None:
    """Return mean differences and shares of worlds won over the wide worlds; None where they were not run."""
    c = results.comparisons[0]
    if not results.has(c.first, c.second, "wide"):
        return None
    found, rows = results.effects(c.first, c.second, "wide"), []
    for name in (results.primary, *VALUE_PROFILES):
        share = shares_of_worlds(results, c, name)
        cells = ("not to be told",) * 3 if share is None or share.won != share.won else tuple(
            f"{value:.0%} ({low:.0%} to {high:.0%})" for value, (low, high) in (
                (share.won, share.won_interval), (share.negligible, share.negligible_interval),
                (share.lost, share.lost_interval)))
        rows.append((f"{column_of(name).label} ({everyday(name).unit})", _cell(found[name], c.a, c.b), *cells))
    return Table(f"Across {results.worlds('wide')} other settings: {c.a} minus {c.b}, {c.name}",
                 ("Outcome", "Mean over settings", f"Settings: {c.a} better", "Settings: too small to matter",
                  f"Settings: {c.b} better"), rows)


def shared_luck(results: Results) -> Table | None:
    """Return what pairing by shared luck bought, including where it cost; None without pairs of scenarios."""
    c = results.comparisons[0]
    if not results.has(c.first, c.second, results.headline):
        return None
    names = [results.primary, *VALUE_PROFILES, "wellbeing", "innovations", "rated_points"]
    found = variance_ratios(*sides(results.measure(results.headline), c.first, c.second, list(dict.fromkeys(names))))
    rows = [(column_of(row.outcome).label, f"{row.ratio:.1f}" if row.ratio == row.ratio else "not to be told")
            for row in found.itertuples()]
    return Table("How many times more unpaired runs would be needed for the same precision (below 1: pairing cost "
                 "precision)", ("Outcome", "Times"), rows)


def grades() -> Table:
    """Return how well the register's numbers are founded, by evidence grade."""
    from model.parameters.grades import MEANING
    from model.parameters.register import register

    held = [entry.declaration.grade for entry in register()]
    rows = [(grade.value, meaning, f"{held.count(grade)} of {len(held)} ({held.count(grade) / len(held):.0%})")
            for grade, meaning in MEANING.items()]
    return Table("How well the model's numbers are founded", ("Grade", "Meaning", "Share of parameters"), rows)


def _cell(effect: Effect, a: str, b: str) -> str:
    return f"{capital(claimed(effect, a, b))}: {difference(effect)}"


def _place(family: str) -> int:
    return list(FAMILIES).index(family) if family in FAMILIES else len(FAMILIES)

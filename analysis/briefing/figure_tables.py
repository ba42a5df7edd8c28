"""The tidy tables that figures draw, from stored results."""

import pandas as pd

from analysis.briefing.assumed_links import sourced
from analysis.briefing.everyday import column_of, difference, everyday
from analysis.briefing.grounds import UNCLAIMED, checked, claimed
from analysis.briefing.parameter_words import grade_of, parameter_words
from analysis.briefing.results import MEASURES, Comparison, Results
from analysis.figures.calendar import date_of
from analysis.figures.worlds_won import NEITHER
from analysis.measures.declared import declared
from analysis.measures.paired import BETTER, WORSE, Effect
from analysis.measures.separation import rank_separation
from analysis.measures.worlds import world_shares
from analysis.words import VALUE_PROFILES, capital
from model.observation.outcomes import PRIMARY_MONTHS

DRAWN = {"true_quality": "quality", "wellbeing": "morale", "innovations": "innovation"}
BANDS = {"inadequate_share": "Inadequate", "requires_improvement_share": "Requires improvement", "good_share": "Good",
         "outstanding_share": "Outstanding"}
MIDDLE = (0.025, 0.975)


def middle(grouped) -> pd.DataFrame:
    """Return mean, low and high (the middle 95%) and the number of runs of grouped values."""
    limits = grouped.quantile(list(MIDDLE)).unstack()
    return pd.DataFrame({"mean": grouped.mean(), "low": limits[MIDDLE[0]], "high": limits[MIDDLE[1]],
                         "runs": grouped.count()})


def monthly(results: Results, columns: list[str]) -> pd.DataFrame:
    """Return the headline measure's nation table with each run's scenario and governance."""
    runs = results.measure(results.headline)[["run_id", "scenario", "governance"]]
    return runs.merge(results.store.table("nation", columns).astype(dict.fromkeys(columns, float)), on="run_id")


def trajectories(results: Results) -> pd.DataFrame:
    """Return mean and middle 95% of runs by context, scenario, outcome and month, in everyday units.

    The comparator stands in every context.
    """
    table = monthly(results, list(DRAWN))
    parts = []
    for comparison in results.comparisons:
        names = {comparison.first: comparison.a, comparison.second: comparison.b}
        if results.reference:
            names[results.reference] = results.reference
        for outcome in DRAWN:
            for scenario, word in names.items():
                own = table[table["scenario"] == scenario]
                factor, unit, _ = everyday(outcome)
                summary = middle(own.groupby("month")[outcome]).reset_index()
                summary[["mean", "low", "high"]] *= factor
                parts.append(summary.assign(context=capital(comparison.name), scenario=word, outcome=outcome,
                                            label=column_of(outcome).label, unit=unit))
    found = pd.concat(parts, ignore_index=True)
    return found.assign(date=found["month"].map(date_of))


def effect_rows(
    effects: dict[str, Effect], comparison: Comparison, names: list[str], scale: float | None = None,
) -> list[dict]:
    """Return one row an outcome of a comparison's effects, times `scale` where given."""
    rows = []
    for name in names:
        effect, factor = effects[name], scale or 1.0
        verdict = effect.verdict if checked(name) else UNCLAIMED
        winner = {BETTER: comparison.a, WORSE: comparison.b}.get(verdict, "")
        rows.append({
            "context": capital(comparison.name), "outcome": name, "family": column_of(name).family,
            "label": VALUE_PROFILES.get(name) if scale else column_of(name).label,
            "effect": effect.effect * factor, "low": effect.low * factor, "high": effect.high * factor,
            "sesoi": effect.sesoi * factor, "better": effect.better, "verdict": verdict, "winner": winner,
            "reading": claimed(effect, comparison.a, comparison.b), "shown": difference(effect).split(" (")[0],
            "pairs": effect.pairs})
    return rows


def paired_differences(results: Results) -> pd.DataFrame:
    """Return every reported outcome's effect in every comparison, but those that rest on an assumed link."""
    return pd.DataFrame([row for c in results.comparisons
                         for row in effect_rows(results.effects(c.first, c.second), c, sourced(results.outcomes))])


def values(results: Results) -> pd.DataFrame:
    """Return the value profiles' effects in points of 100."""
    return pd.DataFrame([row for c in results.comparisons
                         for row in effect_rows(results.effects(c.first, c.second), c, list(VALUE_PROFILES), 100.0)])


def ratings(results: Results) -> pd.DataFrame:
    """Return the shares of PDUs at each band at the end of the primary horizon, by scenario."""
    table = monthly(results, list(BANDS))
    last = table[table["month"] == results.switch + PRIMARY_MONTHS - 1]
    order = list(dict.fromkeys([s for c in results.comparisons for s in (c.first, c.second)]
                               + ([results.reference] if results.reference else [])))
    parts = [middle(last.groupby(["scenario", "governance"])[column]).reset_index().assign(band=band)
             for column, band in BANDS.items()]
    found = pd.concat(parts, ignore_index=True)
    found = found[found["scenario"].isin(order)]
    return found.sort_values("scenario", key=lambda s: s.map(order.index), kind="stable").sort_values(
        "band", key=lambda s: s.map(list(BANDS.values()).index), kind="stable").reset_index(drop=True)


def shares_of_worlds(results: Results, comparison: Comparison, outcome: str):
    """Return the WorldShares of one outcome over the wide worlds; None where the pair was not run there."""
    if not results.has(comparison.first, comparison.second, "wide"):
        return None
    known = results.differences(comparison.first, comparison.second, "wide")[["world", outcome]].dropna()
    if known.empty:
        return None
    codes = pd.factorize(known["world"], sort=True)[0]
    stated = declared(outcome)
    return world_shares(known[outcome].to_numpy(float), codes, stated.sesoi, stated.better)


def worlds_won(results: Results) -> pd.DataFrame:
    """Return the shares of wide worlds by comparison, value profile and side; empty where none can be estimated."""
    rows = []
    for c in results.comparisons:
        for outcome, label in VALUE_PROFILES.items():
            found = shares_of_worlds(results, c, outcome)
            if found is None or found.won != found.won:
                continue
            for side, share, (low, high) in ((c.a, found.won, found.won_interval),
                                             (NEITHER, found.negligible, found.negligible_interval),
                                             (c.b, found.lost, found.lost_interval)):
                rows.append({"context": capital(c.name), "label": label, "side": side, "share": share, "low": low,
                             "high": high, "worlds": found.worlds})
    return pd.DataFrame(rows)


def separators(results: Results) -> pd.DataFrame:
    """Return rank correlations of the primary effect of the first comparison with each swept parameter.

    Empty where there are too few wide worlds.
    """
    first = results.comparisons[0]
    if not results.has(first.first, first.second, "wide"):
        return pd.DataFrame()
    effect = results.differences(first.first, first.second, "wide").groupby("world")[results.primary].mean()
    worlds = results.store.worlds().set_index("world_index")
    both = worlds.index.intersection(effect.index)
    found = rank_separation(worlds.loc[both], effect.loc[both])
    return found.assign(label=found["parameter"].map(parameter_words), grade=found["parameter"].map(grade_of))


def stored(results: Results, name: str) -> pd.DataFrame:
    """Return a table of effects on the primary outcome that the study stored, in its everyday unit; empty without."""
    found = results.table(name)
    if not {"measure", "effect", "low", "high"} <= set(found):
        return pd.DataFrame()
    scaled = [column for column in ("effect", "low", "high", "sesoi") if column in found]
    found[scaled] *= everyday(results.primary).factor
    order = {measure: place for place, measure in enumerate(MEASURES)}
    return found.sort_values("measure", key=lambda own: own.map(order), kind="stable").reset_index(drop=True)

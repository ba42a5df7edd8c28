"""Figures of single studies, from the tables that their analyses stored; each is None where there is no such table."""

import pandas as pd

from analysis.briefing.everyday import everyday, spoken
from analysis.briefing.parameter_words import grade_of, parameter_words
from analysis.briefing.results import MEASURES, Results
from analysis.figures import drivers, fork, front, value_of_learning, variance_split
from analysis.figures.calendar import date_of, period_name
from analysis.figures.style import Drawn, Facts
from analysis.measures.declared import better_of, sesoi_of
from analysis.words import SETTINGS, VALUE_PROFILES, listed
from model.observation.outcomes import PRIMARY_MONTHS

SPLIT = ("true_quality", "wellbeing", "innovations")
FORKED = ("true_quality", "wellbeing", "esteem")
MIDDLE = (0.05, 0.95)
AS_NOW = "as now"
THEORY = "theory/"


def cause_words(cause: str) -> str:
    """Return what a cause of uncertainty is: a parameter in words, or which rival theory."""
    if cause.startswith(THEORY):
        return f"Which theory of {cause.removeprefix(THEORY)} is right"
    return parameter_words(cause) if grade_of(cause) else cause


def facts_of(results: Results, runs: str, identity: str) -> Facts:
    """Return geography, runs, source and id of a figure whose study says itself how many runs were drawn."""
    known = results.store.provenance()
    source = (f"simulation model of probation governance, version {known.get('code_version', 'unknown')}, model "
              f"{known.get('model_hash', 'unknown')}. Runs, not observations.")
    return Facts(results.geography, runs, source, identity)


def draw_drivers(results: Results, identity: str) -> Drawn | None:
    """Draw which causes carry the variance of the primary difference; all of them where none carries any."""
    table = results.table("indices")
    if table.empty:
        return None
    own = table[table["outcome"] == results.primary]
    own = own[(own["total"] > 0) | ~(own["total"] > 0).any()].copy()
    own["label"], own["grade"] = own["cause"].map(cause_words), own["grade"].fillna("")
    first, runs = results.comparisons[0], f"{int(table['runs'].iloc[0])} pairs of runs."
    return drivers.draw(own, spoken(results.primary), float(own["held_out_r2"].iloc[0]),
                        facts_of(results, runs, identity), first.a, first.b) if len(own) else None


def draw_variance_split(results: Results, identity: str) -> Drawn | None:
    """Draw how the variance of differences splits by evidence grade, theories and luck."""
    table = results.table("variance")
    if table.empty:
        return None
    own = table[table["outcome"].isin(SPLIT) & (table["scale"] == "rank")].copy()
    own["label"] = own["outcome"].map(spoken)
    own["unit"] = own["outcome"].map(lambda outcome: everyday(outcome).unit)
    own["sd"] = own["sd"] * own["outcome"].map(lambda outcome: everyday(outcome).factor)
    first, paths = results.comparisons[0], int(own["paths"].iloc[0])
    return variance_split.draw(own, facts_of(results, f"{paths} paths through random worlds.",
                                             identity), first.a, first.b)


def draw_value_of_learning(results: Results, identity: str) -> Drawn | None:
    """Draw what learning each cause would be worth, by value profile; in calibrated worlds where there are any."""
    named = next((name for name in ("calibrated_learning", "learning") if not results.table(name).empty), "")
    table = results.table(named) if named else pd.DataFrame()
    if table.empty:
        return None
    ends = ["value", "low", "high", "floor", "everything"]
    own = table.assign(profile=table["outcome"].map(VALUE_PROFILES), label=table["cause"].map(cause_words),
                       grade=table["grade"].fillna(""), **{end: 1000 * table[end] for end in ends})
    options = [str(name) for name in dict.fromkeys(s["name"] for s in results.study["scenarios"])]
    runs = f"{int(table['worlds'].iloc[0])} {'calibrated' if named.startswith('calibrated') else 'random'} worlds."
    least = 1000 * sesoi_of([results.primary])[results.primary]
    return value_of_learning.draw(own, listed(options), least, facts_of(results, runs, identity))


SEARCHED = "wide"
"""The measure in whose worlds regimes are searched, and of whose other worlds the front is drawn."""


def draw_front(results: Results, identity: str) -> Drawn | None:
    """Draw the regimes that nothing dominates, lettered, with their gains over unseen worlds."""
    table, runs = results.table("front"), results.measure(SEARCHED)
    if not table.empty:
        table = table[table["measure"] == SEARCHED]
    if table.empty or AS_NOW not in set(runs["scenario"]):
        return None
    chosen = table[table["on_front"]].head(front.MOST)
    outcomes = [name.removeprefix("gain_") for name in table.columns if name.startswith("gain_")]
    better, sesoi, rows = better_of(outcomes), sesoi_of(outcomes), []
    judged = runs[runs["world_index"].isin(_judged_in(runs, chosen["regime"].iloc[0], int(table["worlds"].iloc[0])))]
    for letter, regime in zip("ABCDEFGH", chosen.itertuples(), strict=False):
        for outcome in outcomes:
            both = judged.pivot_table(index="world_index", columns="scenario", values=outcome)
            gains = (both[regime.regime] - both[AS_NOW]) * better[outcome] / sesoi[outcome]
            low, high = gains.quantile(list(MIDDLE))
            label = VALUE_PROFILES.get(outcome, ("less: " if better[outcome] < 0 else "") + spoken(outcome))
            rows.append({"letter": letter, "regime": regime.regime, "outcome": label, "gain": gains.mean(), "low": low,
                         "high": high, "satisficing": regime.satisficing, "worlds": regime.worlds})
    worlds = int(table["worlds"].iloc[0])
    return front.draw(pd.DataFrame(rows), period_name(results.switch, PRIMARY_MONTHS),
                      facts_of(results, f"{worlds} sampled worlds not searched.", identity))


def _judged_in(runs: pd.DataFrame, regime: str, worlds: int) -> list[int]:
    """Return the unseen worlds: the last of those in which a judged regime was run."""
    return sorted(runs.loc[runs["scenario"] == regime, "world_index"].unique())[-worlds:]


def draw_fork(results: Results, identity: str) -> Drawn | None:
    """Draw what would have followed from each month of choice, in calibrated worlds where there are any."""
    table = results.table("trajectories")
    if table.empty or "switch" not in table:
        return None
    measure = next(name for name in MEASURES if name in set(table["measure"]))
    own = table[(table["measure"] == measure) & table["outcome"].isin(FORKED)].copy()
    factor = own["outcome"].map(lambda outcome: everyday(outcome).factor)
    own = own.assign(alternative=own["comparison"].str.partition(",")[0], label=own["outcome"].map(spoken),
                     unit=own["outcome"].map(lambda outcome: everyday(outcome).unit),
                     date=own["month"].map(date_of), sesoi=own["outcome"].map(sesoi_of(FORKED)) * factor,
                     **{end: own[end] * factor for end in ("effect", "low", "high")})
    runs = f"{int(own['pairs'].iloc[0])} pairs of runs"
    runs += f" in {int(own['worlds'].iloc[0])} worlds." if measure != "default" else "."
    return fork.draw(own, SETTINGS[measure], facts_of(results, runs, identity))


STUDY_FIGURES = {"drivers": draw_drivers, "variance_split": draw_variance_split, "value_of_learning":
                 draw_value_of_learning, "front": draw_front, "fork": draw_fork}
"""Figure -> how it is drawn from a study's results and its id."""

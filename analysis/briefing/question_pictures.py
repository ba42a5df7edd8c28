"""Figures of the studies of the consultation's questions, drawn from their findings and tables."""

from collections.abc import Callable
from itertools import product

import pandas as pd

from analysis.briefing.everyday import EVERYDAY, OWN_UNIT, everyday, spoken
from analysis.briefing.results import Results
from analysis.figures import behaviour_matrix, dots, rating_lottery
from analysis.figures.calendar import period_name
from analysis.figures.style import Drawn, Facts
from analysis.measures.lottery import EDGES
from analysis.words import SETTINGS, capital
from model.observation.outcomes import PRIMARY_MONTHS

MOST_ROWS = 12
NAMED = {"quiet_esteem": "esteem in PDUs not reported on",
         "validity_casework": "how well points rank PDUs by true casework",
         "prompt_validity": "rank correlation with true casework"}
"""Outcomes of a study's own, as they are spoken of."""
PANELS = {1: "One question, a fair inspector", 3: "The lowest of three questions, inspectors who differ"}


def draw_rating_lottery(results: Results, facts: Facts) -> Drawn | None:
    """Draw the exact lottery of one standard: one fair question, and the lowest of three judged by who comes."""
    table = results.table("exact")
    if table.empty:
        return None
    fair, other = (table[(table["questions"] == n) & ((table["severity_spread"] > 0) == (n > 1))] for n in PANELS)
    both = pd.concat([fair, other])
    both = both.assign(panel=both["questions"].map(PANELS))
    with_edges = [both.assign(edge=edge) for edge in EDGES]
    return rating_lottery.draw(pd.concat(with_edges, ignore_index=True), facts)


def draw_behaviour_matrix(results: Results, facts: Facts) -> Drawn | None:
    """Draw which behaviours trip, in the measure over worlds that the headline is of."""
    table = results.table("matrix")
    own = table[table["measure"] == results.headline] if not table.empty else table
    return None if own.empty else behaviour_matrix.draw(own, f"mean of {_period(results)}", facts)


def draw_factorial(results: Results, facts: Facts) -> Drawn | None:
    """Draw a factorial's contrasts on the primary outcome, by measure over worlds; None where the study has none."""
    return None if not _own(results, "factorial") else _by_measure(results, facts, results.primary, "")


def draw_contagion(results: Results, facts: Facts) -> Drawn | None:
    """Draw what publication moves in PDUs not reported on, by distance and spacing, by measure over worlds."""
    return _by_measure(results, facts, results.primary, "published, not reported on, ")


def draw_standards_counted(results: Results, facts: Facts) -> Drawn | None:
    """Draw how much better or worse points rank PDUs with a standard dropped or added, by measure over worlds."""
    return _by_measure(results, facts, results.primary, ("without ", "with "), "All PDUs visited at one moment")


def draw_prompts(results: Results, facts: Facts) -> Drawn | None:
    """Draw what each prompt tells of the work, by measure over worlds; None where the study is of no prompts."""
    if not _own(results, "prompts"):
        return None
    return _by_measure(results, facts, results.primary, "", "Over services governed at random", _prompts_message)


def _own(results: Results, name: str) -> bool:
    """Return whether a study names a figure for its own; its form alone would fit the comparisons of any."""
    return name in results.study.get("figures", ())


def _prompts_message(table: pd.DataFrame, _what: str, sesoi: float) -> str:
    """Return the title: how many rows of the first kind go with better work, and with worse."""
    first = table[table["kind"] == table["kind"].iloc[0]]
    kind, each = capital(str(first["kind"].iloc[0])), first[first["label"] != "all prompts"]
    better, worse = int((each["low"] > sesoi).sum()), int((each["high"] < -sesoi).sum())
    return (f"{kind}: a higher score goes by more than matters with better work on {better} of {len(each)} prompts, "
            f"with worse on {worse}")


def draw_instrument_comparison(results: Results, facts: Facts) -> Drawn | None:
    """Draw the gap at equal true quality by what is asked: by legibility, or prompt by prompt."""
    outcome = next((name for name in ("rated_gap", "bias") if name in set(results.findings["outcome"])), None)
    if outcome is None:
        return None
    own = results.findings[(results.findings["outcome"] == outcome) & (results.findings["measure"] == results.headline)
                           & ~results.findings["comparison"].str.contains(":")]
    parts = own["comparison"].str.split(", ", n=1, expand=True)
    table = _dots(own).assign(label=parts[0].to_numpy(), kind=parts[1].to_numpy())
    if table.dropna(subset=["effect"]).empty:
        return None
    title = dots.message(table, "what hierarchical governance shows beyond its equals", float(own["sesoi"].iloc[0]))
    return dots.draw(table, title, "Evidenced less true at equal true quality, hierarchical less egalitarian, with 95% "
                     "intervals over services. Shaded: too small to matter.", "percentage points",
                     float(own["sesoi"].iloc[0]), facts)


def _by_measure(results: Results, facts: Facts, outcome: str, within: str | tuple[str, ...], over: str = "",
                message: Callable[[pd.DataFrame, str, float], str] = dots.message) -> Drawn | None:
    """Draw one outcome's findings, rows as compared and marks by measure over worlds; None where there is none.

    `over` says what an effect is taken over, where that is not the primary horizon.
    """
    found = results.findings
    own = found[(found["outcome"] == outcome) & found["comparison"].str.startswith(within)]
    if own.empty:
        return None
    labels = list(dict.fromkeys(own["comparison"]))[:MOST_ROWS]
    measures = [name for name in (results.headline, *dict.fromkeys(own["measure"])) if name in set(own["measure"])]
    order = list(product(labels, dict.fromkeys(measures)))
    indexed = own.set_index(["comparison", "measure"])
    table = _dots(indexed.loc[[key for key in order if key in indexed.index]].reset_index())
    factor, unit, _ = everyday(outcome)
    table[["effect", "low", "high"]] *= factor
    sesoi = float(own["sesoi"].iloc[0]) * factor
    what = NAMED.get(outcome) or spoken(outcome)
    subtitle = f"{over or f'Mean of {_period(results)}'}, with 95% intervals. Shaded: too small to matter."
    axis = _axis(outcome, what) + (f", {unit}" if unit != EVERYDAY[OWN_UNIT].unit else "")
    return dots.draw(table, message(table, what, sesoi), subtitle, axis, sesoi, facts)


def _axis(outcome: str, what: str) -> str:
    """Return what the axis is of: a correlation is a size of its own, all else is a difference."""
    return what if outcome == "prompt_validity" else f"difference in {what}"


def _dots(found: pd.DataFrame) -> pd.DataFrame:
    """Return findings as rows of dots, kinds being the settings of each measure."""
    return pd.DataFrame({"label": found["comparison"], "kind": found["measure"].map(SETTINGS),
                         "effect": found["effect"], "low": found["low"], "high": found["high"],
                         "runs": found["pairs"]}).reset_index(drop=True)


def _period(results: Results) -> str:
    return period_name(results.switch, PRIMARY_MONTHS)


QUESTIONS = {"rating_lottery": draw_rating_lottery, "behaviour_matrix": draw_behaviour_matrix,
             "factorial": draw_factorial, "contagion": draw_contagion,
             "instrument_comparison": draw_instrument_comparison,
             "standards_counted": draw_standards_counted, "prompts": draw_prompts}
"""Name -> how it is drawn of results, with its facts."""

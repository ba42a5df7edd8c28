"""Moves of dials from random settings in random worlds: in what share of the worlds each does good, harm, or neither.

A world's effect of a move is the mean difference of moved and unmoved runs over its
replicates, which share their luck. Its interval takes the luck left in differences as
alike in all worlds of that move and outcome (pooled within worlds, Student's t), so that
two replicates a world are enough; with one nothing can be told.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from scipy import stats

from analysis.measures.bootstrap import nested_interval
from analysis.measures.paired import BETTER, NEGLIGIBLE, UNRESOLVED, WORSE, verdict
from analysis.measures.pairing import pair_differences
from analysis.measures.worlds import noise_of_means, wilson

VERDICTS = {"beneficial": BETTER, "harmful": WORSE, "negligible": NEGLIGIBLE, "unresolved": UNRESOLVED}
BASE, RAISED, LOWERED = "as drawn", "raised", "lowered"
MOVES = (RAISED, LOWERED)
COLUMNS = ("dial", "move", "outcome", *VERDICTS, "low", "high", "effect", "effect_low", "effect_high", "worlds",
           "replicates")
LEAST_DECIDED, LESSER_WAY = 0.10, 0.05
"""One-sided: at least a tenth of all verdicts point somewhere, and at most a twentieth of those the other way."""
NULL_SHARE = 0.90


def scenario(dial: str, move: str) -> str:
    """Return the name of the runs in which a dial was moved."""
    return f"{dial} {move}"


def world_verdicts(values: np.ndarray, codes: np.ndarray, sesoi: float, better: int, level: float = 0.95) -> list[str]:
    """Return each world's verdict on differences moved - unmoved; all unresolved with one replicate everywhere."""
    means, noise = noise_of_means(values, codes)
    degrees = len(values) - len(means)
    if degrees < 1:
        return [UNRESOLVED] * len(means)
    half = stats.t.ppf((1 + level) / 2, degrees) * np.sqrt(noise)
    return [verdict(m - h, m + h, sesoi, better) for m, h in zip(means, half)]


def move_row(dial: str, move: str, outcome: str, values: np.ndarray, codes: np.ndarray, sesoi: float,
             better: int) -> dict:
    """Return one line of the table: shares of worlds by verdict, the interval of the largest, and the mean effect."""
    found = world_verdicts(values, codes, sesoi, better)
    shares = {name: found.count(word) / len(found) for name, word in VERDICTS.items()}
    low, high = wilson(max(shares.values()), len(found), 0.95)
    effect, effect_low, effect_high = (float(x[0]) for x in nested_interval(values[:, None], codes, 0.95, 2000, 0))
    return {"dial": dial, "move": move, "outcome": outcome, **shares, "low": low, "high": high, "effect": effect,
            "effect_low": effect_low, "effect_high": effect_high, "worlds": len(found),
            "replicates": len(values) // len(found)}


def dial_table(runs: pd.DataFrame, dials: Sequence[str], outcomes: Sequence[str], sesoi: Mapping[str, float],
               better: Mapping[str, int]) -> pd.DataFrame:
    """Return COLUMNS, one row a dial, move and outcome; `runs` are those of a store, failed ones left out."""
    rows = []
    for dial in dials:
        for move in MOVES:
            differences = pair_differences(runs, scenario(dial, move), BASE, outcomes)
            for outcome in outcomes:
                known = differences[["world", outcome]].dropna().sort_values("world", kind="stable")
                codes = pd.factorize(known["world"], sort=True)[0]
                rows.append(move_row(dial, move, outcome, known[outcome].to_numpy(float), codes, sesoi[outcome],
                                     better[outcome]))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def leanings(table: pd.DataFrame) -> pd.DataFrame:
    """Return dial, outcome, for_more, for_less (shares of all verdicts) and `one_sided`: 'more', 'less' or ''.

    A verdict is for more of a dial where raising it does good or lowering it harm.
    """
    rows = []
    for (dial, outcome), part in table.groupby(["dial", "outcome"], sort=False):
        by_move = part.set_index("move")
        more = (by_move.at[RAISED, "beneficial"] + by_move.at[LOWERED, "harmful"]) / 2
        less = (by_move.at[RAISED, "harmful"] + by_move.at[LOWERED, "beneficial"]) / 2
        decided = more + less >= LEAST_DECIDED
        side = "more" if less <= LESSER_WAY * (more + less) else "less" if more <= LESSER_WAY * (more + less) else ""
        rows.append((dial, outcome, more, less, side if decided else ""))
    return pd.DataFrame(rows, columns=["dial", "outcome", "for_more", "for_less", "one_sided"])


def null_holds(table: pd.DataFrame, null: str) -> bool:
    """Return whether the control is negligible in at least nine worlds of ten, in every move and outcome."""
    own = table[table["dial"] == null]
    return not own.empty and bool((own["negligible"] >= NULL_SHARE).all())

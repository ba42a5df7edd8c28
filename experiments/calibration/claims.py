"""Ordinal claims in the kept draws as they are told: what holds where, what each not met would need, what was tried."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy import stats

from experiments.calibration.ordinal import checks
from experiments.calibration.stored import ORDINAL, SHOWN, Draw, draws, table_of
from experiments.patterns.page import mending
from experiments.patterns.pattern import MET, Check
from model.specification.theory import MECHANISMS, rivals_of

CHANCE, QUARTERS, MOST = 0.05, (0.25, 0.75), 3
"""Chance that anything is named where all is luck, ends of the draws that are told apart, and inputs told."""
NEEDS = {
    "P2": "keeping people safe held below the other themes of casework: its level and theirs are inputs, and the "
          "figures calibrated to bear on one stage of it alone",
    "P6": "quality that pressure for targets crowds out however effort answers to it",
    "P7": "a slower recovery, or figures of 7 that allow less: the gain in engagement that breaks the claim lies "
          "within their tolerance",
    "P10": "repetition that costs more than a low start gains: where inspection's standing starts, and where it "
           "settles, are inputs on which no figure bears",
    "P11": "reports elsewhere that weigh under every theory: what they do to esteem is a route of `shame`",
    "P12": "news of reports that reaches partners under every theory (it is a route of `resources`), and confidence "
           "that starts above where it settles: no figure bears on either",
}
"""What the claims would need in these draws, where that is not what the default world would (docs/patterns.md)."""
UNTRIED = "nothing for these draws, which were not held to it"


def claims(record: Path) -> list[str]:
    """Return the section of a record's page on ordinal claims; nothing where none were looked at."""
    rows = table_of(record, ORDINAL)
    if not rows:
        return []
    return ["", "## Ordinal patterns in the kept draws", "",
            "What calibration was not held to (docs/patterns.md): the share of the histories that can show a claim in "
            "which it holds, of the kept draws and of the default world's with as many seeds as measure luck, and the "
            "share that is asked for.", "",
            "| | claim | seen | holds in | asked for | histories | verdict | default world | verdict there |",
            "|---|---|---|---|---|---|---|---|---|",
            *(f"| {row['group']} | {row['claim']} | {row['seen']} | {_held(row['holds'], row['histories'])} | "
              f"{float(row['needed']):.0%} | {row['histories']} | {row['verdict']} | "
              f"{_held(row['default_holds'], row['default_histories'])} | {row['default_verdict']} |" for row in rows),
            *_unmet(record, [row for row in rows if row["verdict"] != MET])]


def _held(share: str, histories: str) -> str:
    return "-" if histories == "0" else f"{float(share):.0%}"


def _unmet(record: Path, rows: Sequence[dict[str, str]]) -> list[str]:
    if not rows:
        return []
    known, shown, drawn = {check.id: check for check in checks()}, table_of(record, SHOWN), draws(record)
    names = [row["group"] for row in rows if row["default_verdict"] == MET]
    return ["", "### Not met in the kept draws, and what each would need", "",
            f"The default world meets {', '.join(names) or 'none'} of these. A draw takes a theory of each mechanism "
            "and a value of every input, and under some of them what makes a claim hold is off or weak. Told is each "
            "theory, and each input between its lowest and highest quarter of draws, with which a claim goes beyond "
            f"chance; with so many tried, anything is told by luck once in {1 / CHANCE:.0f} claims.", "",
            *(_told(row, known[row["id"]], goes_with([line[row["id"]] for line in shown], drawn)) for row in rows)]


def _told(row: Mapping[str, str], check: Check, near: Sequence[str]) -> str:
    mended = mending({"needs": NEEDS.get(check.id, check.needs), "tried": _tried(check.tried)})
    return (f"- **{row['group']}: {row['claim']}.** Goes with: {'; '.join(near) or 'no theory and no input'}. {mended}")


def _tried(tried: str) -> str:
    return f"for the default world, {tried}; {UNTRIED}" if tried else UNTRIED


def goes_with(cells: Sequence[str], drawn: Sequence[Draw]) -> list[str]:
    """Return the theories and inputs with which a claim goes, in words; `cells` are 1, 0 or nan, a draw each."""
    holds = np.array([float(cell) for cell in cells])
    seen = np.isfinite(holds)
    holds, looked = holds[seen], [draw for draw, there in zip(drawn, seen, strict=True) if there]
    if len(holds) < 3 or np.ptp(holds) == 0:
        return []
    inputs = {**{key: np.array([draw.parameters[key] for draw in looked]) for key in looked[0].parameters},
              **{f"history_governance.{key}": np.array([draw.dials[key] for draw in looked])
                 for key in looked[0].dials}}
    half = CHANCE / 2
    return [*_theories(holds, looked, half / len(MECHANISMS)), *_inputs(holds, inputs, half / len(inputs))]


def _theories(holds: np.ndarray, drawn: Sequence[Draw], least: float) -> list[str]:
    found = []
    for mechanism in MECHANISMS:
        words = np.array([draw.theories[mechanism] for draw in drawn])
        parts = {word: holds[words == word] for word in rivals_of(mechanism) if (words == word).any()}
        counts = np.array([[part.sum(), len(part) - part.sum()] for part in parts.values()])
        if len(parts) > 1 and stats.chi2_contingency(counts).pvalue < least:
            found.append(f"theory of {mechanism} ("
                         + ", ".join(f"{word} {part.mean():.0%}" for word, part in parts.items()) + ")")
    return found


def _inputs(holds: np.ndarray, inputs: dict[str, np.ndarray], least: float) -> list[str]:
    chances = {key: float(stats.pearsonr(values, holds).pvalue) for key, values in inputs.items() if np.ptp(values) > 0}
    near = sorted((key for key, chance in chances.items() if chance < least), key=lambda key: chances[key])[:MOST]
    ends = {key: np.quantile(inputs[key], QUARTERS) for key in near}
    return [f"`{key}` ({holds[inputs[key] <= low].mean():.0%} to {holds[inputs[key] >= high].mean():.0%})"
            for key, (low, high) in ends.items()]

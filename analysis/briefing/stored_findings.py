"""A study's stored findings: one row for each comparison, measure over worlds and outcome."""

import json
import math
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.measures.paired import BETTER, WORSE, Effect
from model.observation.outcomes import BY_NAME

COLUMNS = ("comparison", "first", "second", "measure", "outcome", "effect", "low", "high", "level", "superiority",
           "verdict", "sesoi", "pairs", "pairs_needed", "worlds", "better_share", "worse_share", "negligible_share",
           "unresolved_share", "rests_on")
FINDINGS, TABLES = "_findings.json", "_tables"


def read_findings(folder: Path | None) -> pd.DataFrame:
    """Return the findings stored in a study's folder; an empty frame where there are none."""
    file = Path(folder) / FINDINGS if folder is not None else None
    if file is None or not file.exists():
        return pd.DataFrame(columns=list(COLUMNS))
    return pd.DataFrame(json.loads(file.read_text(encoding="utf-8"))["findings"], columns=list(COLUMNS))


def read_notes(folder: Path | None) -> dict:
    """Return what was stored beside the findings: `expectations` and `notes` ({} where nothing was)."""
    file = Path(folder) / FINDINGS if folder is not None else None
    return json.loads(file.read_text(encoding="utf-8")) if file is not None and file.exists() else {}


def read_table(folder: Path | None, name: str) -> pd.DataFrame:
    """Return a table that the study's analysis stored (`_tables/NAME.csv`); an empty frame where it stored none."""
    file = Path(folder) / TABLES / f"{name}.csv" if folder is not None else None
    return pd.read_csv(file) if file is not None and file.exists() else pd.DataFrame()


def effect_of(row: Mapping) -> Effect:
    """Return a findings row as an effect; a number that is absent is NaN."""
    def number(key: str) -> float:
        value = row.get(key)
        return math.nan if value is None else float(value)

    needed = number("pairs_needed")
    return Effect(
        outcome=row["outcome"], effect=number("effect"), low=number("low"), high=number("high"), level=number("level"),
        superiority=number("superiority"), verdict=row["verdict"],
        pairs=0 if math.isnan(number("pairs")) else int(number("pairs")),
        pairs_needed=None if math.isnan(needed) else int(needed), dropped=0,
        worlds=0 if math.isnan(number("worlds")) else int(number("worlds")), worlds_won=number("better_share"),
        worlds_lost=number("worse_share"), worlds_negligible=number("negligible_share"), sesoi=number("sesoi"),
        better=_better(row))


def _better(row: Mapping) -> int:
    """Return the declared direction of an outcome; for a study's own, the one its verdict took."""
    base = str(row["outcome"]).split("_at_")[0]
    if base in BY_NAME:
        return BY_NAME[base].better
    effect = row.get("effect") or 0.0
    return -1 if (row["verdict"] == BETTER and effect < 0) or (row["verdict"] == WORSE and effect > 0) else 1

"""What was expected of a sensitivity study, asked of its tables."""

from collections.abc import Mapping

import pandas as pd

from experiments.sensitivity.causes import LUCK, THEORIES

Tables = Mapping[str, pd.DataFrame]
ASSUMED = ("C", "D")
HANDFUL, MOST = 5, 0.5


def _shares(tables: Tables) -> pd.DataFrame:
    """Return outcome x group shares of variance."""
    return tables["variance"].pivot_table(index="outcome", columns="group", values="share")


def assumptions_rule(findings: pd.DataFrame, tables: Tables) -> bool:
    """Return whether parameters of grade C and D carry more than half of the variance of some outcome's difference."""
    return bool((_shares(tables)[list(ASSUMED)].sum(axis=1) > MOST).any())


def theories_rule(findings: pd.DataFrame, tables: Tables) -> bool:
    """Return whether theories together carry more of some outcome's variance than the leading parameter."""
    leading = tables["indices"].groupby("outcome")["total"].max()
    return bool((_shares(tables)[THEORIES].reindex(leading.index) > leading).any())


def luck_rules(findings: pd.DataFrame, tables: Tables) -> bool:
    """Return whether luck carries more than half of the variance of some outcome's difference."""
    return bool((_shares(tables)[LUCK] > MOST).any())


def one_cause_rules(findings: pd.DataFrame, tables: Tables) -> bool:
    """Return whether the five leading causes carry more than half of what the emulator explains, for some outcome."""
    alone = tables["indices"].groupby("outcome")["alone"]
    return bool((alone.apply(lambda own: own.nlargest(HANDFUL).sum()) > MOST * alone.sum()).any())

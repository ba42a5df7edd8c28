"""Rating regimes as levers: what an inspection does, publishes and asks afterwards.

Every lever has a benefit and a cost channel in the parameter register; no rule reads
a regime's name.
"""

import dataclasses
from dataclasses import dataclass

import numpy as np

from model.parameters.declare import check_number, one_record, record_type


def lever(default: float, low: float, high: float, unit: str, meaning: str):
    """Declare a regime lever with its range, unit and meaning."""
    return dataclasses.field(default=default, metadata={"low": low, "high": high, "unit": unit, "meaning": meaning})


@dataclass
class Regime:
    """How PDUs and regions are inspected; defaults are PDU practice in 2023-25 (scoring_rules.csv)."""

    inspects: float = lever(1.0, 0, 1, "no/yes", "PDUs are inspected at all")
    publishes: float = lever(1.0, 0, 1, "no/yes", "the report is public")
    overall_word: float = lever(1.0, 0, 1, "no/yes", "one overall word is given")
    rates_standards: float = lever(1.0, 0, 1, "no/yes", "each standard is given a word")
    narrative: float = lever(0.5, 0, 1, "share", "detail of the account in words")
    context: float = lever(0.0, 0, 1, "share", "adjustment for what the unit could not control")
    uncertainty: float = lever(0.0, 0, 1, "no/yes", "scores are shown with their uncertainty, without words")
    stakes: float = lever(0.6, 0, 1, "share", "what hangs on the result for those inspected")
    sample_cases: float = lever(54.0, 6, 400, "cases", "cases read in a PDU")
    cycle_months: float = lever(24.0, 6, 120, "months", "shortest time between two inspections of a PDU")
    notice_months: float = lever(1.0, 0, 6, "months", "notice given before fieldwork")
    follow_up: float = lever(0.3, 0, 1, "share", "checking that recommendations are acted on")
    support: float = lever(0.2, 0, 1, "share", "help given after a poor report")
    panel_size: float = lever(1.0, 1, 5, "inspectors", "inspectors who settle a visit's severity together")
    risk_based: float = lever(0.0, 0, 1, "share", "visits that go where quality is believed worst, not by turn")
    random_visits: float = lever(0.0, 0, 1, "share", "visits picked by lot, not by turn")


@dataclass
class NationalRegime:
    """How the national centre is itself inspected; `off` is no national inspection."""

    inspects: float = lever(0.0, 0, 1, "no/yes", "the centre is inspected at all")
    publishes: float = lever(0.0, 0, 1, "no/yes", "the report is public")
    overall_word: float = lever(0.0, 0, 1, "no/yes", "one overall word is given")
    rates_standards: float = lever(0.0, 0, 1, "no/yes", "each national standard is given a word")
    narrative: float = lever(0.0, 0, 1, "share", "detail of the account in words")
    stakes: float = lever(0.0, 0, 1, "share", "what hangs on the result for the centre")
    first_month: float = lever(3.0, 0, 600, "months after the switch", "first national inspection")
    cycle_months: float = lever(36.0, 6, 240, "months", "time between national inspections")
    inspector_days: float = lever(600.0, 0, 5000, "inspector-days", "days taken from PDU inspection")
    wording: float = lever(0.0, 0, 1, "share", "leadership prompts asked as suggested (1) in place of as drafted (0)")
    counterfactual_item: float = lever(0.0, 0, 1, "no/yes", "leaders are asked which alternative was rejected and why")
    infrastructure: float = lever(1.0, 0, 1, "no/yes", "ICT and facilities are among the national standards")


REGIME_TYPE = record_type(f.name for f in dataclasses.fields(Regime))
NATIONAL_TYPE = record_type(f.name for f in dataclasses.fields(NationalRegime))


def _seal(regime, kind: np.dtype, prefix: str) -> np.record:
    values = []
    for f in dataclasses.fields(regime):
        value = getattr(regime, f.name)
        value = float(value) if isinstance(value, bool) else value
        check_number(f"{prefix}.{f.name}", value, f.metadata["low"], f.metadata["high"])
        values.append(float(value))
    return one_record(kind, tuple(values))


def seal_regime(regime: Regime, prefix: str = "regime") -> np.record:
    """Return the levers as a record; raise SpecificationError where one is out of range."""
    return _seal(regime, REGIME_TYPE, prefix)


def seal_national(regime: NationalRegime, prefix: str = "national") -> np.record:
    """Return the national levers as a record; raise SpecificationError where one is out of range."""
    return _seal(regime, NATIONAL_TYPE, prefix)

"""Parameters of demand: how caseload arrives and what a case asks for."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class DemandParameters(ParameterBlock):
    """How many people are on probation and how much work each is."""

    reversion: float = parameter(
        0.10, unit="share a month", low=0.02, high=0.5, source="outcomes.csv caseload", grade="C",
        note="caseload was flat for years, so departures fade; the speed is ours")
    noise: float = parameter(
        0.01, unit="share of usual caseload a month", low=0.0, high=0.05, source="assumed", grade="D",
        note="month-to-month variation of a unit's caseload was not found")
    recovery: float = parameter(
        0.06, unit="share of the caseload at month 0", low=0.0, high=0.10,
        source="workforce.csv average caseload per probation officer", grade="C",
        note="the last count is of June 2020, when courts stood still; 36.0 cases an officer to June 2022 and 37.1 to"
        " June 2023, with as many officers, are 3% more: at the speed of reversion 5 to 7% in all")
    trend: float = parameter(
        0.0, unit="share a year", low=-0.02, high=0.03, source="assumed", grade="D",
        note="no figure between June 2020 and the end of 2023 was seen: flat once recovered")
    case_weight: float = parameter(
        0.0249, unit="full-time equivalents a case", low=0.02, high=0.08, source="workforce.csv workload 120% (2023)",
        grade="C", note="set so that workload stands near 120% of capacity in 2023")
    mix_spread: float = parameter(
        0.06, unit="standard deviation of case weight between PDUs", low=0.0, high=0.25, source="assumed", grade="D",
        note="difference in case mix between PDUs was not found")

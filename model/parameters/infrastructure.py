"""Parameters of estate and ICT: decay, requests, and repair by whoever holds responsibility."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class InfrastructureParameters(ParameterBlock):
    """Premises and ICT: the centre is cheap, slow and even; units are dear, quick and uneven."""

    starting_estate: float = parameter(
        0.50, unit="index 0-1", low=0.3, high=0.7, source="pdu_ratings.csv estate notes", grade="C",
        note="condition of premises in 2021")
    starting_ict: float = parameter(
        0.50, unit="index 0-1", low=0.3, high=0.7, source="ict_time_lost", grade="C", note="condition of ICT in 2021")
    starting_spread: float = parameter(
        0.15, unit="standard deviation", low=0.0, high=0.25, source="assumed", grade="D", note="between PDUs")
    decay: float = parameter(
        0.015, unit="share a month", low=0.005, high=0.03, source="assumed", grade="D",
        note="wear of premises and ICT")
    budget: float = parameter(
        0.0080, unit="condition restored a PDU a month at central price", low=0.004, high=0.025,
        source="equal resources", grade="D", note="the same money under every governance")
    central_wait: float = parameter(
        12.0, unit="months", low=4.0, high=30.0, source="central_purchase_delay; submission Q3", grade="C",
        note="responsibility sits beyond the PDU and the region; a fifth longer is the floor")
    local_wait: float = parameter(
        4.0, unit="months", low=1.0, high=10.0, source="central_purchase_delay", grade="C", note="quick",
        channel=("local_speed", "infrastructure_devolution", "benefit", 12.0))
    local_price: float = parameter(
        1.18, unit="times the central price", low=0.95, high=1.39,
        source="central_purchase_saving; central_body_waste", grade="B",
        note="saving by central purchase 3-28%; red tape can outweigh it",
        channel=("local_price", "infrastructure_devolution", "cost", 1.0))
    local_order: float = parameter(
        0.15, unit="share of worth added", low=0.0, high=0.4, source="local_authority_price", grade="C",
        note="the unit mends what matters most to it: sign only",
        channel=("local_order", "infrastructure_devolution", "benefit"))
    local_uneven: float = parameter(
        0.25, unit="standard deviation of worth between units", low=0.0, high=0.5, source="decentral_inequality",
        grade="C", note="some units are good at it, some are not: sign only",
        channel=("local_uneven", "infrastructure_devolution", "cost"))
    named_quickens: float = parameter(
        0.0, unit="share added to central repairs a step below Good of the national standard", low=0.0, high=0.5,
        source="submission Q3", grade="D",
        note="what is inspected is attended to: nought until shown, swept",
        channel=("infrastructure_named", "infrastructure", "benefit"))
    request_luck: float = parameter(
        0.01, unit="condition a month", low=0.0, high=0.03, source="assumed", grade="D",
        note="things break by chance")

"""Parameters of direction: how the centre turns concern into control, and what regions do with it."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class DirectionParameters(ParameterBlock):
    """The centre's control, attention and latency; the regions' buffer."""

    control_floor: float = parameter(
        0.15, unit="index 0-1", low=0.0, high=0.4, source="assumed", grade="D",
        note="control that is there with no concern at all: targets, audits, line management")
    aspiration: float = parameter(
        0.75, unit="share of cases", low=0.5, high=0.95, source="outcomes.csv targets; bands of scoring_rules.csv",
        grade="D", note="quality the centre holds to be good enough")
    belief_concern: float = parameter(
        1.5, unit="concern per share short of aspiration", low=0.0, high=3.0, source="assumed", grade="D",
        note="how far believed shortfall worries the centre")
    headline_concern: float = parameter(
        0.5, unit="concern per unit of headlines", low=0.0, high=1.0, source="blame_defensive", grade="C",
        note="headlines move ministers and the centre: sign only")
    minister_concern: float = parameter(
        0.3, unit="concern per unit of ministers' pressure", low=0.0, high=1.0, source="assumed", grade="D",
        note="slow pressure after headlines")
    minister_months: float = parameter(
        6.0, unit="months", low=2.0, high=24.0, source="assumed", grade="D", note="memory of ministers for headlines")
    latency: float = parameter(
        2.0, unit="months", low=1.0, high=6.0, source="assumed", grade="D", note="time to change course at no voice")
    voice_latency: float = parameter(
        4.0, unit="months per unit of voice", low=0.0, high=12.0, source="decision_latency_voice", grade="D",
        note="no quantified source: swept", channel=("voice_latency", "voice", "cost"))
    attention_change: float = parameter(
        0.4, unit="attention per unit of mandate dial", low=0.0, high=0.8, source="merger_delay", grade="C",
        note="change at the centre uses up its attention", channel=("mandate_attention", "mandate_rate", "cost"))
    attention_headlines: float = parameter(
        0.3, unit="attention per unit of headlines", low=0.0, high=0.6, source="assumed", grade="D",
        note="bad news crowds out other business")
    attention_repairs: float = parameter(
        0.0, unit="attention a step below Good of ICT and facilities in its report", low=0.0, high=0.1,
        source="assumed", grade="D", note="repairs asked for crowd out other business: nought until shown, swept",
        channel=("infrastructure_attention", "infrastructure", "cost"))
    buffer_absorbs: float = parameter(
        0.8, unit="share of pressure at full dial", low=0.0, high=1.0, source="buffering_shock", grade="C",
        note="a middle tier can absorb a shock for about a year",
        channel=("buffer_absorbs", "regional_buffer", "benefit"))
    buffer_slack: float = parameter(
        0.10, unit="slack a month per unit absorbed", low=0.0, high=0.3, source="buffer_slack_cost", grade="C",
        note="absorbing uses up the region's slack", channel=("buffer_slack", "regional_buffer", "cost"))
    buffer_release: float = parameter(
        0.04, unit="share of stored pressure passed on a month", low=0.0, high=0.2, source="assumed", grade="D",
        note="what is held back arrives late", channel=("buffer_delay", "regional_buffer", "cost"))
    buffer_dissipation: float = parameter(
        0.15, unit="share of stored pressure that fades a month", low=0.05, high=0.5, source="buffering_shock",
        grade="C", note="most of what a middle tier absorbs never arrives: shocks were absorbed for about a year")
    slack_recovery: float = parameter(
        0.08, unit="share of missing slack a month", low=0.02, high=0.3, source="assumed", grade="D",
        note="a region recovers slack in about a year")
    culture_months: float = parameter(
        24.0, unit="months", low=6.0, high=60.0, source="assumed", grade="D",
        note="organisational culture follows how people are led slowly")
    director_strain: float = parameter(
        0.5, unit="morale per unit of control", low=0.0, high=1.0, source="archetype_sources.csv regional directors",
        grade="C", note="directors find leading hard under control from above: sign only")
    director_months: float = parameter(
        12.0, unit="months", low=3.0, high=36.0, source="assumed", grade="D",
        note="how long control and reports weigh on a director")
    director_reports: float = parameter(
        0.4, unit="morale per step below Good, for a report on every PDU", low=0.0, high=1.0, source="submission Q2",
        grade="C", note="reports on PDUs hit the morale of regions: sign only")
    director_slack: float = parameter(
        0.3, unit="share of recovery lost at no morale", low=0.0, high=0.8, source="assumed", grade="D",
        note="a worn director shields less")

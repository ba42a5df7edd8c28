"""Parameters of belief: who learns what about quality, from what, with what error."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class BeliefParameters(ParameterBlock):
    """Weights and errors of the signals from which quality is believed; nobody reads true quality."""

    start_error: float = parameter(
        0.08, unit="standard deviation, share of cases", low=0.0, high=0.2, source="assumed", grade="D",
        note="error of first beliefs")
    report_precision: float = parameter(
        0.0185, unit="precision of belief per case read", low=0.005, high=0.17, source="assumed", grade="D",
        note="54 cases read weigh as much as what was believed before",
        channel=("reports_believed", "inspects", "benefit"))
    report_floor: float = parameter(
        0.38, unit="share of cases", low=0.2, high=0.5, source="assumed", grade="D",
        note="share of cases readers take no points at all to mean")
    report_span: float = parameter(
        0.50, unit="share of cases", low=0.3, high=0.7, source="assumed", grade="D",
        note="what full points add to that")
    target_weight: float = parameter(
        0.06, unit="weight of a month's target data", low=0.0, high=0.2, source="outcomes.csv service-level targets",
        grade="D", note="figures come monthly and show what is evidenced")
    voice_weight: float = parameter(
        0.10, unit="weight of a month's voices at full voice", low=0.0, high=0.3, source="participation_small; N1.3a",
        grade="D", note="the front line's account", channel=("voice_belief", "voice", "benefit"))
    own_weight: float = parameter(
        0.10, unit="weight of a unit's own experience a month", low=0.02, high=0.3, source="assumed", grade="D",
        note="a unit sees its own work")
    signal_error: float = parameter(
        0.10, unit="standard deviation, share of cases", low=0.02, high=0.25, source="small_sample_noise", grade="B",
        note="noise of a month's account from one place")
    own_bias: float = parameter(
        0.05, unit="share of cases", low=0.0, high=0.15, source="self_assessment_bias; missed_failure", grade="B",
        note="people think better of their own work")
    good_news: float = parameter(
        0.06, unit="share of cases per unit of control felt", low=0.0, high=0.15, source="hierarchy_upward_info",
        grade="C", note="good news upward: strength depends on fear, from nought",
        channel=("grip_good_news", "grip", "cost"))
    cosy_silence: float = parameter(
        0.03, unit="share of cases at full mutuality", low=0.0, high=0.10, source="assumed", grade="D",
        note="peers do not tell on one another", channel=("mutuality_silence", "mutuality", "cost"))
    buffer_dulls: float = parameter(
        0.5, unit="share of warnings lost at full buffer", low=0.0, high=1.0, source="no source", grade="D",
        note="what shields from above also hides from above", channel=("buffer_dulls", "regional_buffer", "cost"))
    region_weight: float = parameter(
        0.08, unit="weight of a month's account to the region", low=0.02, high=0.2, source="assumed", grade="D",
        note="regions are nearer than the centre")

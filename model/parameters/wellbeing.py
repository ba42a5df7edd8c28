"""Parameters of wellbeing, belonging and curiosity."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class WellbeingParameters(ParameterBlock):
    """Job demands and resources: what wellbeing, belonging and curiosity tend to."""

    resting: float = parameter(
        0.642, unit="index 0-1", low=0.4, high=0.8, source="people_survey.csv engagement 60", grade="C",
        note="wellbeing at middling resources and no demands above the ordinary; set near the survey")
    speed: float = parameter(
        0.08, unit="share of the distance a month", low=0.02, high=0.25, source="exhaustion_lagged", grade="D",
        note="lagged effects are small; about a year to settle")
    autonomy: float = parameter(
        0.11, unit="wellbeing per unit of autonomy", low=0.0, high=0.35, source="autonomy_motivation", grade="B",
        note="r about .28 between autonomy and satisfaction at most; by the conversion of ADR 0005",
        channel=("autonomy_wellbeing", "autonomy", "benefit"))
    autonomy_flattening: float = parameter(
        0.10, unit="wellbeing lost per squared unit of autonomy above the middle without support", low=0.0, high=0.3,
        source="autonomy_curvilinear; autonomy_design_demands", grade="B",
        note="gains shrink, or turn, where work is poorly supported", channel=("autonomy_strain", "autonomy", "cost"))
    voice: float = parameter(
        0.03, unit="wellbeing per unit of voice", low=0.0, high=0.15, source="participation_small", grade="B",
        note="doubtful practical size in all 11 reviews (r about .08); by the conversion of ADR 0005",
        channel=("voice_wellbeing", "voice", "benefit"))
    peers: float = parameter(
        0.06, unit="wellbeing per unit of mutuality", low=0.0, high=0.2, source="support_turnover", grade="B",
        note="support from others, r about .15; by the conversion of ADR 0005",
        channel=("mutuality_support", "mutuality", "benefit"))
    shared_blame: float = parameter(
        0.03, unit="wellbeing at full sharing", low=0.0, high=0.15, source="shared_blame_relief", grade="B",
        note="less stress where responsibility is shared, size ours within small effects",
        channel=("blame_relief", "blame_sharing", "benefit"))
    esteem: float = parameter(
        0.25, unit="wellbeing per unit of esteem", low=0.0, high=0.6, source="bad_press_esteem", grade="C",
        note="sign only")
    belonging: float = parameter(
        0.20, unit="wellbeing per unit of belonging", low=0.0, high=0.5, source="support_turnover", grade="C",
        note="sign only")
    estate: float = parameter(
        0.12, unit="wellbeing per unit of premises' condition", low=0.0, high=0.3, source="healthy_building",
        grade="C", note="sign only")
    partners: float = parameter(
        0.08, unit="wellbeing per unit of confidence", low=0.0, high=0.2, source="submission Q9", grade="C",
        note="sign only")
    overload: float = parameter(
        0.25, unit="wellbeing lost per unit of workload above 1", low=0.05, high=0.8,
        source="people_survey.csv workload", grade="C", note="workload acceptable to 41-46%: size is ours")
    pressure: float = parameter(
        0.05, unit="wellbeing lost per unit of pressure", low=0.01, high=0.15, source="monitoring_stress", grade="B",
        note="r .11 between monitoring and stress, .15 with targets; by the conversion of ADR 0005",
        channel=("grip_stress", "grip", "cost"))
    change: float = parameter(
        0.005, unit="wellbeing lost per mandate in flight", low=0.0, high=0.03, source="change_distress", grade="B",
        note="odds of distress 1.29 (d .14) for a reorganisation, taken as three mandates; more for several",
        channel=("mandate_strain", "mandate_rate", "cost"))
    climate: float = parameter(
        0.04, unit="share of the distance to the unit's climate a month", low=0.0, high=0.12,
        source="turnover_contagion", grade="C", note="moods spread among colleagues")
    mood_bound: float = parameter(
        0.10, unit="wellbeing", low=0.02, high=0.4, source="assumed", grade="D",
        note="theory/contagion=bounded_confidence only: how near colleagues' moods are for one to move the other; "
        "0.2 is usual where opinions fill the scale, and moods here lie closer")
    luck: float = parameter(
        0.015, unit="wellbeing a month", low=0.0, high=0.05, source="assumed", grade="D",
        note="private ups and downs")
    belonging_speed: float = parameter(
        0.04, unit="share of the distance a month", low=0.01, high=0.15, source="assumed", grade="D",
        note="about two years")
    belonging_estate: float = parameter(
        0.20, unit="belonging per unit of premises' condition", low=0.0, high=0.5, source="submission Q3", grade="C",
        note="staff tie their work space to identity and belonging: sign only")
    belonging_agreement: float = parameter(
        0.25, unit="belonging per unit of agreement about purpose", low=0.0, high=0.5, source="submission Q1",
        grade="C", note="sign only")
    curiosity_speed: float = parameter(
        0.05, unit="share of the distance a month", low=0.01, high=0.15, source="assumed", grade="D",
        note="one to two years")
    curiosity_reflection: float = parameter(
        0.4, unit="curiosity per unit of reflection", low=0.0, high=0.8, source="submission Q1, Q4", grade="C",
        note="sign only")
    curiosity_overload: float = parameter(
        0.2, unit="curiosity lost per unit of workload above 1", low=0.0, high=0.5, source="submission Q1", grade="C",
        note="sign only")

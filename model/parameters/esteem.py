"""Parameters of professional esteem."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class EsteemParameters(ParameterBlock):
    """How published reports, near and far, and strain move professional esteem."""

    resting: float = parameter(
        0.65, unit="index 0-1", low=0.5, high=0.8, source="assumed", grade="D",
        note="esteem with no reports and no strain")
    recovery: float = parameter(
        0.04, unit="share of the distance a month", low=0.01, high=0.15, source="no source for esteem's half-life",
        grade="D", note="half-life about 17 months: swept")
    own_sting: float = parameter(
        0.05, unit="esteem per step below Good, at full message", low=0.0, high=0.15, source="submission Q2",
        grade="C", note="reports of Inadequate or Requires improvement hit esteem: sign only",
        channel=("publication_sting", "publishes", "cost"))
    word_sting: float = parameter(
        0.5, unit="share added by an overall word", low=0.0, high=1.5, source="f_grade_exit", grade="C",
        note="one word is what is remembered: sign only", channel=("word_sting", "overall_word", "cost"))
    legitimacy_sting: float = parameter(
        0.0, unit="share added per unit of legitimacy above the middle", low=-1.0, high=1.0, source="assumed",
        grade="D",
        note="a verdict held fair may bite more, or be borne better: not even the sign was read")
    good_news: float = parameter(
        0.3, unit="share of a step's size for a step above Requires improvement", low=0.0, high=1.0,
        source="inspection_effects.csv Outstanding leaves turnover unchanged", grade="B", note="only bad news bites",
        channel=("publication_praise", "publishes", "benefit"))
    shared_blame: float = parameter(
        0.5, unit="share of the sting taken away at full sharing", low=0.0, high=1.0, source="shared_blame_relief",
        grade="C", note="sign only", channel=("blame_softens", "blame_sharing", "benefit"))
    elsewhere_sting: float = parameter(
        0.0015, unit="esteem a month per unit of exposure", low=0.0, high=0.006,
        source="submission Q2, cumulative impact", grade="C",
        note="negative reports elsewhere resonate, more so as they are frequent: sign only",
        channel=("publication_contagion", "publishes", "cost"))
    exposure_half_life: float = parameter(
        6.0, unit="months", low=2.0, high=24.0, source="no source", grade="D",
        note="how long a report elsewhere is felt")
    distance_decay: float = parameter(
        0.6, unit="share kept for each step between regions", low=0.2, high=1.0, source="no source", grade="D",
        note="nearer reports count more")
    likeness_bound: float = parameter(
        0.10, unit="share of cases", low=0.02, high=0.4, source="assumed", grade="D",
        note="theory/contagion=bounded_confidence only: how near two units' beliefs about themselves are for a report "
        "on one to move the other; at 0.10 about as much is heard as by distance")
    validation: float = parameter(
        0.03, unit="esteem per report that names causes above", low=0.0, high=0.10, source="submission Q9", grade="C",
        note="a report that matches staff's own account validates: sign only",
        channel=("national_validation", "national", "benefit"))
    strain: float = parameter(
        0.006, unit="esteem a month per unit of workload above 1", low=0.0, high=0.02, source="submission Q9",
        grade="C", note="knowing how hard good work is in the conditions: sign only")
    luck: float = parameter(
        0.01, unit="esteem a month", low=0.0, high=0.03, source="assumed", grade="D", note="private ups and downs")

"""Parameters that link state to items of the Civil Service People Survey."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class SurveyParameters(ParameterBlock):
    """Engagement on the survey's 0-100 scale, from moods."""

    engagement: float = parameter(
        56.5, unit="index 0-100", low=50.0, high=65.0, source="people_survey.csv engagement 59.6-60.3", grade="A",
        note="engagement where wellbeing, esteem and belonging stand at the middle of their scales, plus 3")
    wellbeing_slope: float = parameter(
        45.0, unit="index points per unit", low=10.0, high=80.0, source="assumed", grade="D",
        note="link to wellbeing")
    esteem_slope: float = parameter(
        20.0, unit="index points per unit", low=0.0, high=50.0, source="assumed", grade="D", note="link to esteem")
    belonging_slope: float = parameter(
        20.0, unit="index points per unit", low=0.0, high=50.0, source="assumed", grade="D", note="link to belonging")

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

    # how much of an item is who was asked, and when
    joining_shift: float = parameter(
        2.5, unit="points at unification", low=0.0, high=9.0,
        source="people_survey.csv autumn 2020 against 2021 (-0.7 to -11.0)", grade="C",
        note="how much worse every item was answered when staff of the CRCs joined; how much of the fall was who "
             "was asked, and how much was the change itself, cannot be told")
    joining_half_life: float = parameter(
        12.0, unit="months", low=3.0, high=48.0, source="people_survey.csv 2021 to 2023", grade="D",
        note="how fast that fades")
    # levels: what the item stands at where its drivers stand at the middle of their scales, or at nought
    flourishing: float = parameter(
        71.5, unit="index 0-100", low=65.0, high=80.0, source="people_survey.csv flourishing_index 73.1-74.0",
        grade="A", note="flourishing where wellbeing is at the middle of its scale")
    flourishing_wellbeing: float = parameter(
        45.0, unit="index points per unit", low=10.0, high=80.0, source="assumed", grade="D",
        note="as engagement's link to wellbeing")
    involved: float = parameter(
        61.0, unit="percent", low=45.0, high=75.0, source="people_survey.csv involved_in_decisions 43.1-49.9",
        grade="A", note="involved in decisions where two-way engagement and agreement are middling")
    involved_voice: float = parameter(
        30.0, unit="points per unit of two-way engagement", low=0.0, high=80.0, source="assumed", grade="D",
        note="link to engagement as the centre has built it up since unification: it follows the dial of voice slowly")
    involved_agreement: float = parameter(
        15.0, unit="points per unit", low=0.0, high=50.0, source="assumed", grade="D",
        note="link to agreement about purpose")
    choice: float = parameter(
        70.0, unit="percent", low=60.0, high=80.0, source="people_survey.csv choice_in_how_i_work 64.0-66.6", grade="A",
        note="choice in how I do my work where the unit's freedom is middling")
    choice_autonomy: float = parameter(
        20.0, unit="points per unit of the dial", low=0.0, high=60.0, source="assumed", grade="D",
        note="link to the unit's freedom: a practitioner's own discretion is wider and moves less")
    new_ideas: float = parameter(
        64.5, unit="percent", low=55.0, high=80.0, source="people_survey.csv supported_to_try_new_idea 58.0-61.1",
        grade="A", note="supported to try a new idea where support and time for reflection are middling")
    new_ideas_support: float = parameter(
        20.0, unit="points per unit of the dial", low=0.0, high=60.0, source="assumed", grade="D",
        note="link to support for innovation")
    new_ideas_reflection: float = parameter(
        10.0, unit="points per unit", low=0.0, high=40.0, source="assumed", grade="D",
        note="link to time for reflection")
    change_managed: float = parameter(
        48.0, unit="percent", low=30.0, high=70.0, source="people_survey.csv change_managed_well 26.8-28.7", grade="A",
        note="change managed well where nothing is being changed and agreement is middling")
    change_managed_burden: float = parameter(
        2.5, unit="points per mandate in flight", low=0.0, high=6.0, source="assumed", grade="D",
        note="link to the change in progress")
    change_managed_agreement: float = parameter(
        15.0, unit="points per unit", low=0.0, high=50.0, source="assumed", grade="D",
        note="link to agreement about purpose")
    workload_acceptable: float = parameter(
        49.5, unit="percent", low=40.0, high=65.0, source="people_survey.csv workload_acceptable 40.3-44.2", grade="A",
        note="an acceptable workload where workload equals capacity")
    workload_slope: float = parameter(
        33.0, unit="points per unit of workload above capacity", low=0.0, high=100.0, source="assumed", grade="D",
        note="link to workload against capacity")
    proud: float = parameter(
        63.5, unit="percent", low=55.0, high=75.0, source="people_survey.csv proud 62.8-65.1", grade="A",
        note="proud to belong where belonging and esteem stand at the middle of their scales")
    proud_belonging: float = parameter(
        20.0, unit="points per unit", low=0.0, high=60.0, source="assumed", grade="D", note="link to belonging")
    proud_esteem: float = parameter(
        20.0, unit="points per unit", low=0.0, high=60.0, source="assumed", grade="D", note="link to esteem")
    recommend: float = parameter(
        37.5, unit="percent", low=30.0, high=50.0, source="people_survey.csv recommend_as_workplace 38.3-40.4",
        grade="A", note="would recommend as a workplace where wellbeing and esteem are middling")
    recommend_wellbeing: float = parameter(
        45.0, unit="points per unit", low=0.0, high=90.0, source="assumed", grade="D", note="link to wellbeing")
    recommend_esteem: float = parameter(
        20.0, unit="points per unit", low=0.0, high=60.0, source="assumed", grade="D", note="link to esteem")
    leave: float = parameter(
        1.5, unit="percent", low=0.0, high=10.0,
        source="people_survey.csv want_to_leave_within_12_months 12.8-13.4", grade="A",
        note="want to leave within a year where nobody does leave")
    leave_rate: float = parameter(
        1.0, unit="points per percent a year", low=0.2, high=3.0, source="assumed", grade="D",
        note="link to leaving over the last year")

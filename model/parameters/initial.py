"""Parameters of the state in June 2021, where the evidence is silent."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class InitialParameters(ParameterBlock):
    """How things stood at unification; all but a few are assumed and swept."""

    control: float = parameter(
        0.45, unit="index 0-1", low=0.2, high=0.7, source="archetype_sources.csv observed grip", grade="D",
        note="control exerted by the centre")
    headlines: float = parameter(
        0.20, unit="index 0-1", low=0.0, high=0.5, source="assumed", grade="D", note="salience of bad news")
    believed: float = parameter(
        0.55, unit="share of cases", low=0.4, high=0.7, source="outcomes.csv 60% of risk assessments adequate",
        grade="D", note="quality as everyone believed it")
    mood: float = parameter(
        0.54, unit="index 0-1", low=0.5, high=0.7, source="people_survey.csv 2021", grade="C",
        note="wellbeing, esteem and belonging of those in post")
    mood_spread: float = parameter(
        0.10, unit="standard deviation", low=0.0, high=0.2, source="assumed", grade="D", note="between people")
    curiosity: float = parameter(
        0.5, unit="index 0-1", low=0.3, high=0.7, source="assumed", grade="D", note="as mood")
    inexperienced_months: float = parameter(
        48.0, unit="months", low=48.0, high=48.0, source="workforce.csv 28% with 4 years or less", grade="A",
        note="what the published share counts as little experience")
    longest_months: float = parameter(
        300.0, unit="months", low=180.0, high=420.0, source="assumed", grade="D", note="longest service")
    confidence: float = parameter(
        0.50, unit="index 0-1", low=0.3, high=0.7, source="assumed", grade="D", note="partners' confidence")
    tie_low: float = parameter(
        0.2, unit="index 0-1", low=0.0, high=0.4, source="assumed", grade="D", note="weakest tie")
    tie_high: float = parameter(
        0.8, unit="index 0-1", low=0.5, high=1.0, source="assumed", grade="D", note="strongest tie")
    regional_ties: float = parameter(
        0.4, unit="index 0-1", low=0.1, high=0.8, source="assumed", grade="D", note="what is known of other regions")
    legitimacy: float = parameter(
        0.60, unit="index 0-1", low=0.4, high=0.75, source="submission Q9: criticism grew by the third year",
        grade="C", note="legitimacy of inspection before the reports came")
    reflection: float = parameter(
        0.45, unit="index 0-1", low=0.2, high=0.7, source="submission Q1", grade="C",
        note="structural reform used it up")
    agreement: float = parameter(
        0.40, unit="index 0-1", low=0.2, high=0.7, source="submission Q1", grade="C", note="two services merged")
    culture: float = parameter(
        0.35, unit="index 0-1", low=0.1, high=0.6, source="workforce.csv January 2024 review", grade="D",
        note="how closed occupational culture was")
    backlog: float = parameter(
        0.10, unit="condition waiting", low=0.0, high=0.3, source="submission Q3", grade="D", note="repairs waiting")
    aptitude: float = parameter(
        0.30, unit="index 0-1", low=0.0, high=0.6, source="assumed", grade="D", note="enabling culture of the centre")

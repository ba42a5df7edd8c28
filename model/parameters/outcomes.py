"""Parameters of what quality does for people on probation and for the public."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class OutcomeParameters(ParameterBlock):
    """Progress, serious incidents, practice qualities and defensive practice."""

    progress: float = parameter(
        0.0, unit="log-odds", low=-1.0, high=1.0, source="index", grade="D",
        note="progress is an index around one half; it is not reoffending")
    progress_quality: float = parameter(
        1.5, unit="log-odds per share of cases sufficient in implementation", low=0.0, high=3.0,
        source="relationship_rearrest", grade="C",
        note="firm, fair and caring relationships lower rearrest: sign only")
    progress_continuity: float = parameter(
        0.46, unit="log-odds of full continuity against none", low=0.0, high=0.7, source="officer_continuity",
        grade="B", note="completion 58% likelier with one officer: an upper bound, selected by time at risk")
    progress_months: float = parameter(
        12.0, unit="months", low=6.0, high=24.0, source="assumed", grade="D",
        note="progress follows practice in about a year")
    target_rise: float = parameter(
        0.0, unit="share of cases a year", low=0.0, high=0.02, source="outcomes.csv service-level targets met",
        grade="D", note="targets are said to have been raised, by how much was not seen: nought, swept")
    incidents: float = parameter(
        0.00017, unit="per person a month", low=0.0001, high=0.0003,
        source="outcomes.csv 478 in 2022/23, 770 in 2023/24", grade="A",
        note="478 a year among 239 thousand is 0.00017 a month; a later article gives 770")
    incident_quality: float = parameter(
        0.8, unit="log rate per share of cases sufficient in safety", low=0.0, high=2.0, source="assumed", grade="D",
        note="no source links inspection scores to incidents: swept, nought included")
    incident_review: float = parameter(
        0.2, unit="log rate at full mutuality", low=0.0, high=0.6, source="openness_mortality", grade="C",
        note="errors caught by peers", channel=("mutuality_catches", "mutuality", "benefit"))
    defensive: float = parameter(
        0.03, unit="share of cases at full headlines and unshared blame", low=0.0, high=0.10,
        source="blame_defensive", grade="B",
        note="care applications rose 23-113% after a blamed death, partly warranted",
        channel=("headline_defensive", "blame_sharing", "benefit"))
    defensive_culture: float = parameter(
        0.02, unit="share of cases at a fully closed culture", low=0.0, high=0.08,
        source="workforce.csv January 2024 review", grade="C", note="operational culture was described as defensive")
    culture_months: float = parameter(
        18.0, unit="months", low=6.0, high=48.0, source="assumed", grade="D",
        note="occupational culture follows slowly")
    culture_pressure: float = parameter(
        0.5, unit="closedness per unit of pressure and unshared blame", low=0.0, high=1.0, source="fear_leadership",
        grade="C", note="fear of blame is set by the levels just above")
    culture_cosy: float = parameter(
        0.3, unit="closedness at full mutuality", low=0.0, high=0.6, source="assumed", grade="D",
        note="peers who answer to one another may also keep silent together",
        channel=("mutuality_cosy", "mutuality", "cost"))

"""Parameters of capacity and of what takes time away from cases."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class ServiceParameters(ParameterBlock):
    """Hours of casework by grade, and every claim on them."""

    weight_po: float = parameter(
        1.0, unit="casework a person", low=1.0, high=1.0, source="definition", grade="A", note="the unit of capacity")
    weight_pso: float = parameter(
        0.50, unit="casework a person", low=0.3, high=1.0,
        source="workforce.csv sentence-management staff 7,236; average caseload per probation officer", grade="C",
        note="many PSOs work in courts, programmes and unpaid work: at 36 to 37 cases officers hold two thirds of all")
    weight_spo: float = parameter(
        0.15, unit="casework a person", low=0.0, high=0.4, source="assumed", grade="D",
        note="oversight and few cases")
    weight_trainee: float = parameter(
        0.15, unit="casework a person", low=0.1, high=0.7,
        source="workforce.csv, figures of up to 2023 (ADR 0015)", grade="D",
        note="reduced and protected load, which leaves officers the more cases")
    weight_other: float = parameter(
        0.05, unit="casework a person", low=0.0, high=0.2, source="assumed", grade="D",
        note="administrators, unpaid work, victims, programmes: mostly other work")
    skill_floor: float = parameter(
        0.45, unit="share of output at no skill", low=0.2, high=0.8, source="time_to_competence", grade="D",
        note="what a newcomer delivers")
    ict_hours: float = parameter(
        0.30, unit="share of hours lost with ICT at its worst", low=0.1, high=0.5, source="submission Q3", grade="C",
        note="ICT has significant effects on managing time: sign only")
    change_hours: float = parameter(
        0.006, unit="share of hours per mandate in flight", low=0.0, high=0.02,
        source="change_distress; merger_delay", grade="C",
        note="a day of each person's time over the eight months a mandate is in flight; no share was found",
        channel=("mandate_hours", "mandate_rate", "cost"))
    voice_hours: float = parameter(
        0.03, unit="share of hours at full voice", low=0.0, high=0.08, source="decision_latency_voice", grade="D",
        note="taking part takes time", channel=("voice_hours", "voice", "cost"))
    mutuality_hours: float = parameter(
        0.04, unit="share of hours at full mutuality", low=0.0, high=0.10, source="assumed", grade="D",
        note="an hour or two of peer review a week", channel=("mutuality_hours", "mutuality", "cost"))
    innovation_hours: float = parameter(
        0.06, unit="share of hours at full support", low=0.02, high=0.15, source="protected_time_dose", grade="B",
        note="15-20% nominal, a third taken up", channel=("innovation_hours", "innovation_support", "cost"))
    sharing_hours: float = parameter(
        0.02, unit="share of hours at full sharing", low=0.0, high=0.06, source="collaborative_cost", grade="D",
        note="few studies cost it", channel=("sharing_hours", "lateral_sharing", "cost"))
    search_hours: float = parameter(
        0.02, unit="share of hours at full autonomy", low=0.0, high=0.06, source="assumed", grade="D",
        note="every unit working out the same things", channel=("autonomy_search", "autonomy", "cost"))
    mentoring_hours: float = parameter(
        0.25, unit="colleagues' hours per newcomer's hours", low=0.0, high=0.5, source="turnover_clients", grade="C",
        note="newcomers take colleagues' time")
    fault_hours: float = parameter(
        0.05, unit="share of hours with premises at their worst", low=0.0, high=0.15,
        source="workforce.csv 62% of SPOs dealt with building faults", grade="C", note="mostly managers' time")
    preparation_hours: float = parameter(
        0.05, unit="share of hours in the months of notice and fieldwork", low=0.0, high=0.12,
        source="docking control (a): preparation of 5% of hours", grade="C", note="preparing for inspectors",
        channel=("notice_preparation", "notice_months", "cost"))
    recording_hours: float = parameter(
        0.02, unit="share of hours where standards are rated", low=0.0, high=0.06,
        source="admin_share_probation_1990", grade="C",
        note="contact time was no higher before national targets: small",
        channel=("standards_recording", "rates_standards", "cost"))
    narrative_hours: float = parameter(
        0.01, unit="share of hours at full narrative", low=0.0, high=0.03, source="assumed", grade="D",
        note="answering a long account in words", channel=("narrative_hours", "narrative", "cost"))
    follow_up_hours: float = parameter(
        0.02, unit="share of hours at full follow-up after a report", low=0.0, high=0.06, source="assumed", grade="D",
        note="action plans and returns", channel=("follow_up_hours", "follow_up", "cost"))
    help_hours: float = parameter(
        0.06, unit="share of hours added at full support after a poor report", low=0.0, high=0.15,
        source="inspection_effects.csv poor rating can lever resources", grade="C", note="sign only",
        channel=("support_help", "support", "benefit"))
    help_cost: float = parameter(
        1.0, unit="hours taken elsewhere per hour of help", low=0.5, high=1.5, source="equal resources", grade="D",
        note="help is lent by other units", channel=("support_cost", "support", "cost"))
    diversion: float = parameter(
        0.10, unit="share of other work's hours per unit of inspection pressure", low=0.0, high=0.4, source="assumed",
        grade="D", note="managers move people from court, victim and unpaid work to what is inspected",
        channel=("stakes_diversion", "stakes", "cost"))
    diverted_worth: float = parameter(
        0.30, unit="casework a person moved", low=0.1, high=0.6, source="assumed", grade="D",
        note="what staff of other work are worth in casework",
        channel=("stakes_diverts_to_cases", "stakes", "benefit"))
    workload_limit: float = parameter(
        4.0, unit="ratio", low=3.0, high=10.0, source="assumed", grade="D",
        note="beyond it cases are simply not held: keeps a unit without staff finite")
    debit_limit: float = parameter(
        0.5, unit="share of hours", low=0.4, high=0.7, source="assumed", grade="D",
        note="claims on time beyond this are refused")

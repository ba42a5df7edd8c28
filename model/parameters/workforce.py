"""Parameters of leaving, sickness, recruitment, training, skill and poaching."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class WorkforceParameters(ParameterBlock):
    """How people come, grow, fall ill and go."""

    leaving_po: float = parameter(
        0.0052, unit="per month", low=0.003, high=0.010, source="workforce.csv leaving rate PO 5.8-8.3% a year",
        grade="A", note="rate at middling wellbeing and esteem; 5.8% a year in 2021, 7.4% in 2023")
    leaving_pso: float = parameter(
        0.0068, unit="per month", low=0.005, high=0.014, source="workforce.csv leaving rate PSO 8.4-11.8% a year",
        grade="A", note="with trainees 8.4% a year in 2021, 11.8% in 2023")
    leaving_spo: float = parameter(
        0.0031, unit="per month", low=0.0015, high=0.006, source="workforce.csv leaving rate SPO about 4% a year",
        grade="A", note="3.3% and 4.3% a year seen")
    leaving_trainee: float = parameter(
        0.014, unit="per month", low=0.003, high=0.015, source="workforce.csv leaving rate PSO 8.4-11.8% a year",
        grade="C", note="trainees are counted with PSOs, whose rate rose as they came; fewer qualified than started")
    leaving_other: float = parameter(
        0.0105, unit="per month", low=0.004, high=0.016, source="workforce.csv leavers 2,171 of 18,366 (2022)",
        grade="C", note="what the other grades must lose for the total to be met")
    wellbeing_leaving: float = parameter(
        2.5, unit="log hazard per unit of wellbeing lost", low=0.5, high=6.0, source="burnout_turnover", grade="B",
        note="multiple r .33 at one time, lagged about half or less, on a yearly base of a tenth; ADR 0005")
    esteem_leaving: float = parameter(
        0.8, unit="log hazard per unit of esteem lost", low=0.0, high=2.0, source="reputation_turnover", grade="C",
        note="lower believed reputation goes with intention to leave: sign only")
    change_leaving: float = parameter(
        0.02, unit="log hazard per mandate in flight", low=0.0, high=0.12, source="change_turnover", grade="B",
        note="hazard ratio 1.10 for one reorganisation, more than proportional for several",
        channel=("mandate_leaving", "mandate_rate", "cost"))
    voice_leaving: float = parameter(
        0.10, unit="log hazard lost at full voice", low=0.0, high=0.35,
        source="voice_survey_quits; participation_retention", grade="B",
        note="being asked lowered quitting by a fifth in one study; participation small in most",
        channel=("voice_retention", "voice", "benefit"))
    contagion_leaving: float = parameter(
        2.0, unit="log hazard per share of colleagues who left last month", low=0.0, high=10.0,
        source="turnover_contagion", grade="C", note="turnover spreads within units: sign only")
    inadequate_leaving: float = parameter(
        0.20, unit="log hazard for 12 months", low=0.0, high=0.6,
        source="inspection_effects.csv Sims 2016: 3.4 points a year", grade="B",
        note="with what goes by way of esteem 3.4 points in all (P9 of docs/patterns.md); published word only",
        channel=("word_leaving", "overall_word", "cost"))
    early_leaving: float = parameter(
        0.5, unit="extra hazard at entry, as share", low=0.0, high=3.0,
        source="workforce.csv 43% of leavers had 5+ years", grade="C",
        note="newcomers leave more; falls off as 1 / (1 + years)")
    sickness: float = parameter(
        0.016, unit="per month", low=0.005, high=0.05, source="workforce.csv 11.4 days a person (all HMPPS)",
        grade="C", note="with the return below gives about 5% absent")
    wellbeing_sickness: float = parameter(
        2.0, unit="share of hazard per unit of wellbeing lost", low=0.0, high=5.0, source="burnout_absence",
        grade="B", note="r .23 between burnout and absence")
    overload_sickness: float = parameter(
        0.5, unit="share of hazard per unit of workload above 1", low=0.0, high=2.0, source="assumed", grade="D",
        note="sign from London's stress days rising with vacancies")
    change_sickness: float = parameter(
        0.05, unit="share of hazard per mandate in flight", low=0.0, high=0.11, source="change_absence", grade="B",
        note="odds of long absence 1.15 (1.00-1.33) for a reorganisation, taken as three mandates",
        channel=("mandate_sickness", "mandate_rate", "cost"))
    returning: float = parameter(
        0.40, unit="per month", low=0.15, high=0.9, source="assumed", grade="D",
        note="absence of two to three months")
    filling: float = parameter(
        0.14, unit="per vacant post a month", low=0.02, high=0.2,
        source="workforce.csv staff 16,711 (March 2022) to 20,055 (June 2023)", grade="C",
        note="set so that staff in post rise as published, once posts are funded")
    filling_difference: float = parameter(
        1.0, unit="power of the unit's share of posts filled in 2021", low=0.0, high=3.0,
        source="regions.csv vacancies", grade="C", note="places that were short stay slow to recruit")
    trainee_share: float = parameter(
        0.97, unit="share of officer recruits", low=0.5, high=1.0, source="workforce.csv trainees started", grade="C",
        note="nearly all officers come through training: 3,032 started in two years, and officers hardly rose")
    training_months: float = parameter(
        21.0, unit="months", low=15.0, high=21.0, source="workforce.csv training time 15-21 months", grade="A",
        note="end of the published range: officers in post rose two years after trainees did")
    promotion_months: float = parameter(
        36.0, unit="months of service", low=12.0, high=60.0, source="assumed", grade="D",
        note="how long an officer has served who is made a senior")
    starting_skill: float = parameter(
        0.25, unit="index 0-1", low=0.05, high=0.5, source="time_to_competence", grade="D", note="a recruit's skill")
    skill_months: float = parameter(
        30.0, unit="months", low=12.0, high=60.0, source="time_to_competence", grade="B",
        note="effectiveness rises fast for three to five years: half-life of the gap 18-24 months")
    starting_mood: float = parameter(
        0.60, unit="index 0-1", low=0.4, high=0.8, source="assumed", grade="D",
        note="wellbeing, esteem, belonging and curiosity of a recruit")
    intrinsic: float = parameter(
        0.65, unit="share of full effort", low=0.3, high=0.95, source="rational_cheaters", grade="C",
        note="mean effort given without being watched")
    intrinsic_spread: float = parameter(
        0.12, unit="standard deviation between people", low=0.0, high=0.25, source="rational_cheaters", grade="C",
        note="a mixture across people instead of one value")
    poaching: float = parameter(
        0.02, unit="moves a month per unit of climate difference", low=0.0, high=0.1, source="assumed", grade="D",
        note="staff move to a neighbouring unit with a better climate")

"""Parameters of practice and innovation: mandates, experiments, copying, forgetting and the code."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class PracticeParameters(ParameterBlock):
    """March's exploration and exploitation on three levels, in a changing and uneven world."""

    # the world's difficulty
    heterogeneity: float = parameter(
        0.25, unit="share of free elements", low=0.05, high=0.5, source="adaptation_beats_adoption", grade="D",
        note="how often local reality differs from the national one; a main axis of the map")
    critical_share: float = parameter(
        0.30, unit="share of elements", low=0.1, high=0.6, source="assumed", grade="D",
        note="elements on which departing is simply wrong")
    turbulence: float = parameter(
        0.004, unit="per element a month", low=0.0, high=0.02, source="March 1991", grade="D",
        note="how fast what works changes; the other main axis")
    starting_fit: float = parameter(
        0.62, unit="share of elements known rightly in 2021", low=0.4, high=0.8, source="assumed", grade="D",
        note="PDUs' practice at unification")
    starting_code: float = parameter(
        0.70, unit="share of elements known rightly in 2021", low=0.4, high=0.9, source="mandate_national_code",
        grade="D", note="the national code at unification")
    starting_doubt: float = parameter(
        0.20, unit="share of elements on which there is no view", low=0.0, high=0.5, source="assumed", grade="D",
        note="no settled practice after two reforms")
    # mandates
    mandate_share: float = parameter(
        0.06, unit="share of elements pushed a month at full dial", low=0.0, high=0.15,
        source="checklist_mandated; fidelity", grade="C", note="mandated practice spreads slowly: 60-80% at best",
        channel=("mandate_spreads", "mandate_rate", "benefit"))
    mandate_override: float = parameter(
        0.7, unit="share of local departures pushed back all the same", low=0.0, high=1.0,
        source="adaptation_beats_adoption", grade="C", note="mandates overwrite what fits locally: sign only",
        channel=("mandate_misfit", "mandate_rate", "cost"))
    mandate_traffic: float = parameter(
        0.8, unit="instructions a month at full dial", low=0.2, high=2.0, source="assumed", grade="D",
        note="change asked for whether or not practice changes", channel=("mandate_traffic", "mandate_rate", "cost"))
    uptake_spread: float = parameter(
        0.0, unit="standard deviations between units of the ease of taking up the code", low=0.0, high=0.4,
        source="March 1991, slow and fast learners", grade="D", note="a mix of slow and fast learners may know more")
    freedom: float = parameter(
        0.7, unit="share of mandates refused at full autonomy", low=0.3, high=1.0, source="assumed", grade="D",
        note="what autonomy means for a mandate", channel=("autonomy_refuses", "autonomy", "benefit"))
    change_months: float = parameter(
        8.0, unit="months", low=3.0, high=18.0, source="merger_delay", grade="C",
        note="time to absorb a change; structural reform took 18")
    unification: float = parameter(
        6.0, unit="mandates in flight in June 2021", low=2.0, high=10.0, source="README P7", grade="C",
        note="the shock of unification")
    # experiments
    trial_rate: float = parameter(
        0.03, unit="per element a month at one full measure of improvement work", low=0.005, high=0.08,
        source="assumed", grade="D", note="how often something is tried")
    support_trials: float = parameter(
        1.0, unit="share added at full support", low=0.0, high=2.0, source="innovation_support_team", grade="B",
        note="rho about .45, self-reported", channel=("support_trials", "innovation_support", "benefit"))
    autonomy_exploration: float = parameter(
        1.0, unit="share added at full autonomy", low=0.0, high=2.0, source="academy_autonomy", grade="C",
        note="freedom to try: slow and positive", channel=("autonomy_explores", "autonomy", "benefit"))
    peer_conformity: float = parameter(
        0.3, unit="share of trials not dared at full mutuality", low=0.0, high=0.7, source="assumed", grade="D",
        note="peers discourage departures", channel=("mutuality_conformity", "mutuality", "cost"))
    trial_accuracy: float = parameter(
        0.70, unit="chance that a right element is kept", low=0.55, high=0.9, source="small_sample_noise", grade="B",
        note="28-50% of differences between units do not persist")
    small_sample: float = parameter(
        0.08, unit="accuracy lost at full autonomy", low=0.0, high=0.15, source="small_sample_noise", grade="C",
        note="units that learn alone learn from few cases", channel=("autonomy_false_learning", "autonomy", "cost"))
    comfort_bias: float = parameter(
        0.10, unit="chance added that a wrong element is kept", low=0.0, high=0.25, source="self_assessment_bias",
        grade="B", note="a quarter place themselves in the top tenth",
        channel=("staff_comfort", "learning_staff", "cost"))
    survival: float = parameter(
        0.6, unit="share of kept trials that last", low=0.3, high=0.9, source="improvement_sustain", grade="C",
        note="drift back to short cuts")
    support_survival: float = parameter(
        0.3, unit="share added at full support", low=0.0, high=0.4, source="innovation_support_team", grade="C",
        note="help keeps what was found", channel=("support_survival", "innovation_support", "benefit"))
    autonomy_drift: float = parameter(
        0.004, unit="per element a month at full autonomy", low=0.0, high=0.015, source="improvement_sustain",
        grade="C", note="practice loosens where nobody holds it", channel=("autonomy_drift", "autonomy", "cost"))
    # visits by risk
    passed_over: float = parameter(
        0.002, unit="per element a month where all visits go by risk and a unit has waited two cycles", low=0.0,
        high=0.015, source="inspection_effects.csv drift", grade="D",
        note="four in five schools exempted from inspection had lost their grade when seen again, much of it by chance",
        channel=("risk_passes_over", "risk_based", "cost"))
    # copying
    copying: float = parameter(
        0.04, unit="per differing element a month at full sharing", low=0.0, high=0.06,
        source="collaboratives_controlled", grade="B", note="7 of 9 controlled studies with some effect; modest",
        channel=("sharing_diffuses", "lateral_sharing", "benefit"))
    herding: float = parameter(
        0.6, unit="share of copying that follows ratings, not local knowledge", low=0.0, high=1.0,
        source="herding_unpredictable; herding_self_corrects", grade="C", note="contested pair: wide",
        channel=("sharing_herds", "lateral_sharing", "cost"))
    outside_ties: float = parameter(
        0.2, unit="share of a unit's ties that lead out of its region", low=0.0, high=1.0,
        source="Fang, Lee & Schilling 2010: best from .1 to .3", grade="C", note="read by the lateral theory alone")
    # forgetting
    forgetting: float = parameter(
        0.5, unit="share of an element lost per share of staff lost", low=0.0, high=1.5,
        source="forgetting_rate_order", grade="B", note="about nil at 1-2% a month if routines are written down")
    together: float = parameter(
        0.0, unit="share of forgetting that takes all of a unit's practice at once", low=0.0, high=0.5,
        source="March 1991, turnover", grade="D", note="whether practice is lost by the element or by the team")
    newcomers: float = parameter(
        0.0, unit="chance that a view of newcomers' own stands in place of what is lost", low=0.0, high=0.7,
        source="March 1991, turnover", grade="D", note="in March newcomers know as little as all did at first")
    # the centre's learning
    research_rate: float = parameter(
        0.010, unit="per element a month at full weight", low=0.003, high=0.03, source="research_lag", grade="C",
        note="slow: the cost of research-led learning", channel=("research_learns", "learning_research", "benefit"))
    research_doubt: float = parameter(
        0.08, unit="chance that research misleads", low=0.0, high=0.25, source="research_led_doubt", grade="C",
        note="headline principles are less certain than codes assume",
        channel=("research_doubt", "learning_research", "cost"))
    theory_rate: float = parameter(
        0.030, unit="per element a month at full weight", low=0.01, high=0.08,
        source="archetype_sources.csv reset 2024", grade="C", note="fast: policy within weeks",
        channel=("theory_learns", "learning_theory", "benefit"))
    theory_wrong: float = parameter(
        0.3, unit="chance that the premise is wrong", low=0.1, high=0.6, source="theory_led_harm", grade="C",
        note="a plausible theory can do harm", channel=("theory_harms", "learning_theory", "cost"))
    staff_rate: float = parameter(
        0.040, unit="per element a month at full voice", low=0.01, high=0.1, source="March 1991 p2", grade="D",
        note="the code learns from PDUs that look superior", channel=("voice_informs", "voice", "benefit"))
    staff_local: float = parameter(
        0.020, unit="per element a month at full weight", low=0.0, high=0.06, source="March 1991", grade="D",
        note="staff notice which element has failed locally", channel=("staff_learns", "learning_staff", "benefit"))
    crowd: float = parameter(
        0.0, unit="exponent", low=0.0, high=1.0, source="March 1991: (1 - p2)^k", grade="D",
        note="how far a larger majority moves the code sooner: 0 not at all, 1 as published")
    watched: float = parameter(
        0.0, unit="share of standing that is performance", low=0.0, high=0.0, source="definition", grade="A",
        note="nobody in the model reads what works; the published models do, so docking alone sets it to 1")
    block: float = parameter(
        1.0, unit="elements", low=1.0, high=1.0, source="definition", grade="A",
        note="how many elements count only together, where performance is watched: docking alone sets it")
    popularity: float = parameter(
        0.10, unit="chance that the popular is taken for the right", low=0.0, high=0.4, source="self_assessment_bias",
        grade="C", note="popular is not always right", channel=("voice_popularity", "voice", "cost"))
    # reflection and agreement
    reflection_speed: float = parameter(
        0.08, unit="share of the distance a month", low=0.02, high=0.2, source="assumed", grade="D",
        note="about a year")
    reflection_overload: float = parameter(
        0.6, unit="reflection lost per unit of workload above 1", low=0.0, high=1.5, source="submission Q1",
        grade="C", note="workload uses up time to reflect: sign only")
    reflection_change: float = parameter(
        0.04, unit="reflection lost per mandate in flight", low=0.0, high=0.10, source="submission Q1", grade="C",
        note="structural reform undermined reflection: sign only",
        channel=("mandate_reflection", "mandate_rate", "cost"))
    reflection_news: float = parameter(
        0.4, unit="reflection the centre loses per unit of headlines", low=0.0, high=0.8, source="submission Q1",
        grade="D", note="news takes the centre's time to think as workload takes a unit's")
    agreement_speed: float = parameter(
        0.04, unit="share of the distance a month", low=0.01, high=0.1, source="assumed", grade="D",
        note="about two years")
    agreement_voice: float = parameter(
        0.4, unit="agreement per unit of voice", low=0.0, high=0.8, source="submission Q1", grade="C",
        note="a plural debate about good work, where there is time for it: sign only",
        channel=("voice_agreement", "voice", "benefit"))
    agreement_code: float = parameter(
        0.3, unit="agreement per share of conformity", low=0.0, high=0.8, source="mandate_national_code", grade="D",
        note="a settled code is also an agreement", channel=("mandate_agreement", "mandate_rate", "benefit"))
    learning_reflection: float = parameter(
        0.4, unit="share of a code's learning per unit of its level's reflection", low=0.0, high=0.8,
        source="submission Q1, Q4", grade="D",
        note="learning of regions and centre needs time to think, by what curiosity needs of it; mandates use it up",
        channel=("mandate_learning", "mandate_rate", "cost"))
    learning_agreement: float = parameter(
        0.2, unit="share of a code's learning per unit of its level's agreement", low=0.0, high=0.6,
        source="submission Q1", grade="D",
        note="learning of regions and centre needs agreement about purpose, which voice makes, and a settled code too",
        channel=("agreement_learns", "voice", "benefit"))

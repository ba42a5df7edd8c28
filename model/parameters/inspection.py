"""Parameters of the inspectorate as an instrument: days, samples, judges, bands, totals."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class InspectionParameters(ParameterBlock):
    """What an inspection costs, how it judges and how judgements become a rating."""

    days_a_month: float = parameter(
        275.0, unit="inspector-days a month for 108 PDUs", low=100.0, high=400.0,
        source="pdu_ratings.csv 49 reports in 34 months", grade="C",
        note="set so that about 17 PDUs a year are inspected")
    fixed_days: float = parameter(
        60.0, unit="inspector-days a PDU", low=20.0, high=120.0, source="assumed", grade="D",
        note="planning, leaders, writing")
    case_days: float = parameter(
        1.5, unit="inspector-days a case", low=0.5, high=3.0, source="assumed", grade="D",
        note="a larger sample takes days from other PDUs", channel=("sample_days", "sample_cases", "cost"))
    narrative_days: float = parameter(
        40.0, unit="inspector-days at full narrative", low=0.0, high=100.0, source="assumed", grade="D",
        note="accounts in words take time to write", channel=("narrative_days", "narrative", "cost"))
    follow_up_days: float = parameter(
        30.0, unit="inspector-days at full follow-up", low=0.0, high=80.0, source="assumed", grade="D",
        note="going back takes days", channel=("follow_up_days", "follow_up", "cost"))
    panel_days: float = parameter(
        12.0, unit="inspector-days for each further inspector of a panel", low=0.0, high=40.0, source="assumed",
        grade="D", note="judging together takes everyone's days", channel=("panel_days", "panel_size", "cost"))
    risk_days: float = parameter(
        6.0, unit="inspector-days a visit where all go by risk", low=0.0, high=20.0, source="assumed", grade="D",
        note="gathering and reading what risk is judged by", channel=("risk_days", "risk_based", "cost"))
    travel_days: float = parameter(
        6.0, unit="inspector-days a visit where all are picked by lot", low=0.0, high=20.0, source="assumed",
        grade="D", note="no round of neighbouring units", channel=("random_travel", "random_visits", "cost"))
    region_days: float = parameter(
        40.0, unit="inspector-days a region", low=0.0, high=120.0, source="scoring_rules.csv regional", grade="D",
        note="regional leaders, unpaid work and victims; taken from PDUs")
    risk_sight: float = parameter(
        3.0, unit="widths of luck per share of cases believed", low=0.0, high=10.0,
        source="risk_based; inspection_effects.csv Griffiths et al. 2016", grade="C",
        note="visits pay most at the weak end, yet risk scores failed to predict ratings: nought means by lot",
        channel=("risk_finds_weak", "risk_based", "benefit"))
    publication_lag: float = parameter(
        4.0, unit="months", low=2.0, high=8.0, source="pdu_ratings.csv fieldwork and publication dates", grade="A",
        note="fieldwork from October 2021, first report January 2022; about as long since")
    first_month: float = parameter(
        4.0, unit="months after June 2021", low=0.0, high=12.0, source="scoring_rules.csv 2021-10", grade="A",
        note="the first framework began in October 2021; first report January 2022")
    first_visits: float = parameter(
        0.33, unit="share of a region's PDUs visited before the programme moves on, first framework", low=0.15,
        high=1.0, source="pdu_ratings.csv 35 PDUs in all twelve regions, 2022-23", grade="A",
        note="from October 2023 every PDU of a region is visited, then the region is rated")
    second_framework: float = parameter(
        28.0, unit="months after June 2021", low=28.0, high=28.0, source="scoring_rules.csv 2023-10", grade="A",
        note="seven standards from October 2023")
    severity_spread: float = parameter(
        0.25, unit="standard deviation of log-odds between teams", low=0.0, high=0.8,
        source="inspection_effects.csv Good 47% against 60%", grade="B",
        note="severity differs by group of inspector")
    inconsistency: float = parameter(
        0.20, unit="standard deviation of log-odds between visits", low=0.0, high=0.6,
        source="inspection_effects.csv 92% agreement same day", grade="B", note="the same team on another day")
    panel_averages: float = parameter(
        0.8, unit="share of the way from a lead's severity to a panel's mean", low=0.0, high=1.0,
        source="inspection_effects.csv reliability, Boyd et al. 2017", grade="C",
        note="groups of inspectors agree more than individuals: sign only",
        channel=("panel_agrees", "panel_size", "benefit"))
    case_correlation: float = parameter(
        0.30, unit="correlation of judgements within a case", low=0.0, high=0.7, source="docking: rating lottery",
        grade="D", note="a case well done on one question is likelier well done on another")
    organisation_noise: float = parameter(
        0.35, unit="standard deviation of log-odds", low=0.1, high=1.0, source="inspection_effects.csv reliability",
        grade="C", note="standards judged from meetings and documents")
    band_low: float = parameter(
        0.50, unit="share of cases", low=0.45, high=0.55, source="README unverified bands", grade="C",
        note="under half is Inadequate: recalled, not read at source")
    band_middle: float = parameter(
        0.65, unit="share of cases", low=0.60, high=0.70, source="README unverified bands", grade="C",
        note="under it Requires improvement: recalled, not read at source")
    band_high: float = parameter(
        0.80, unit="share of cases", low=0.75, high=0.85, source="README unverified bands", grade="C",
        note="from here Outstanding: recalled, not read at source")
    discretion_width: float = parameter(
        0.02, unit="share of cases", low=0.0, high=0.06, source="assumed", grade="D",
        note="how near under a boundary the panel may lift a judgement")
    discretion_share: float = parameter(
        0.3, unit="chance", low=0.0, high=1.0, source="assumed", grade="D", note="how often it does")
    context_relief: float = parameter(
        0.8, unit="log-odds per unit of workload above 1 at full context", low=0.0, high=1.5,
        source="context_band_change", grade="B", note="a third of units move a band when context is allowed for",
        channel=("context_fair", "context", "benefit"))
    inadequate_total: float = parameter(
        0.188, unit="share of the maximum", low=0.15, high=0.22, source="README totals; scoring_rules.csv", grade="C",
        note="up to 5 of 27 and 3 of 21: agrees with every published total")
    improvement_total: float = parameter(
        0.482, unit="share of the maximum", low=0.45, high=0.52, source="README totals; scoring_rules.csv", grade="C",
        note="up to 13 of 27 and 10 of 21")
    good_total: float = parameter(
        0.810, unit="share of the maximum", low=0.78, high=0.84, source="README totals; scoring_rules.csv", grade="C",
        note="up to 21 of 27 and 17 of 21")
    insight: float = parameter(
        0.65, unit="chance of seeing what works here", low=0.4, high=0.9, source="feedback_average", grade="B",
        note="over a third of feedback interventions lowered performance")
    knowledge_gain: float = parameter(
        0.05, unit="share of missing knowledge a national inspection", low=0.0, high=0.3, source="submission Q4",
        grade="C", note="a national inspection teaches the inspectorate the dynamics: sign only",
        channel=("national_knowledge", "national", "benefit"))
    leader_legibility: float = parameter(
        1.0, unit="log-odds per share of conformity and control", low=0.0, high=3.0,
        source="submission, implicit vision", grade="C",
        note="success is easier to evidence under hierarchy, first route: bias",
        channel=("legible_bias", "national", "cost"))
    plural_noise: float = parameter(
        0.5, unit="standard deviation added at full diversity", low=0.0, high=1.5,
        source="submission, implicit vision", grade="C",
        note="plural practice gives scattered evidence, second route: precision",
        channel=("legible_precision", "national", "cost"))
    plural_cost: float = parameter(
        0.3, unit="share of evidence days lost at full diversity", low=0.0, high=0.8,
        source="submission, implicit vision", grade="C",
        note="plural practice is dearer to evidence, third route: cost", channel=("legible_days", "national", "cost"))
    coding: float = parameter(
        0.5, unit="share of the way from prior to coded loadings", low=0.0, high=1.0, source="national_instrument.csv",
        grade="D", note="how far the wording of a prompt moves what it measures: 0 both wordings measure the same")
    weakest: float = parameter(
        0.0, unit="share", low=0.0, high=1.0, source="assumed", grade="D",
        note="leadership judged on balance (0) or by its lowest key question (1): the rule was not read")
    wording_noise: float = parameter(
        0.1, unit="standard deviation added by the suggested wording", low=0.0, high=0.4, source="assumed", grade="D",
        note="plural questions have no precedent to be compared with", channel=("wording_scatters", "wording", "cost"))
    wording_days: float = parameter(
        0.1, unit="share of a national inspection's days", low=0.0, high=0.4, source="assumed", grade="D",
        note="evidence from both ends of a relation, and two prompts more", channel=("wording_days", "wording", "cost"))
    counterfactual_unbias: float = parameter(
        0.4, unit="share of legibility's bias taken away", low=0.0, high=1.0, source="submission, implicit vision",
        grade="C", note="asked why alternatives were passed over, leaders cannot rest on uniformity: sign only",
        channel=("counterfactual_unbias", "counterfactual_item", "benefit"))
    counterfactual_days: float = parameter(
        0.05, unit="share of a national inspection's days", low=0.0, high=0.2, source="assumed", grade="D",
        note="following up what was not done takes time",
        channel=("counterfactual_days", "counterfactual_item", "cost"))
    national_slope: float = parameter(
        2.0, unit="log-odds per unit of the condition judged", low=0.5, high=4.0, source="assumed", grade="D",
        note="how far national judgements follow the centre's state")
    national_noise: float = parameter(
        0.4, unit="standard deviation of log-odds", low=0.1, high=1.0, source="inspection_effects.csv reliability",
        grade="C", note="one visit by one team")

"""Parameters of true and evidenced quality: what makes a case sufficient, and what makes it look so."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class QualityParameters(ParameterBlock):
    """Log-odds that a case is sufficient, by stage and theme; no source measures true quality directly."""

    engagement: float = parameter(
        0.75, unit="log-odds", low=-0.5, high=1.5, source="README P2, item 3", grade="C",
        note="engagement is the strongest theme; national mean in 2021")
    desistance: float = parameter(
        0.45, unit="log-odds", low=-1.0, high=1.0, source="pdu_ratings.csv pct_other", grade="C",
        note="a third to a half of cases sufficient where reported")
    safety: float = parameter(
        -0.03, unit="log-odds", low=-1.5, high=0.8, source="README item 3", grade="C",
        note="weakest theme everywhere; 60% of risk assessments adequate in 2018-19, 9-25% implemented 2022-24")
    planning: float = parameter(
        0.0, unit="log-odds against assessment", low=-0.5, high=0.5, source="assumed", grade="D",
        note="as assessment")
    implementation: float = parameter(
        -0.35, unit="log-odds against assessment", low=-1.2, high=0.3, source="README item 3", grade="C",
        note="implementation is reported below assessment")
    safety_implementation: float = parameter(
        -0.85, unit="log-odds against safety and implementation apart", low=-1.5, high=0.0,
        source="pdu_ratings.csv and region_ratings.csv pct_implementation_keep_safe", grade="A",
        note="9, 25 and 24% of cases in 2022 and 2023, far below what the theme and the stage explain apart")
    reviewing: float = parameter(
        -0.20, unit="log-odds against assessment", low=-1.0, high=0.3, source="assumed", grade="D",
        note="between assessment and implementation")
    court: float = parameter(
        -0.2, unit="log-odds", low=-1.5, high=1.0, source="pdu_ratings.csv Leicester 2023", grade="C",
        note="court work was often judged insufficient")
    unpaid_work: float = parameter(
        0.2, unit="log-odds", low=-1.0, high=1.5, source="assumed", grade="D", note="not inspected in PDUs")
    victim: float = parameter(
        1.2, unit="log-odds", low=0.0, high=2.5, source="region_ratings.csv", grade="C",
        note="statutory victim work was Outstanding in two regions")
    local_spread: float = parameter(
        0.32, unit="standard deviation of log-odds between PDUs", low=0.0, high=0.8, source="README P1, P5",
        grade="C", note="lasting local conditions; no clustering by region was seen")
    fit: float = parameter(
        2.0, unit="log-odds per share of practice that fits", low=0.5, high=4.0,
        source="fidelity; mandate_national_code", grade="C",
        note="a well-chosen code gained 2.5 points: a tenth of fit is worth about five here")
    relational: float = parameter(
        0.60, unit="log-odds per doubling-e of relational work a case", low=0.2, high=1.2,
        source="ccp_training_reoffending", grade="B",
        note="odds ratio 1.48 for officers trained in relational skills: size is a reading")
    recorded: float = parameter(
        0.30, unit="log-odds per doubling-e of recorded work a case", low=0.0, high=0.8,
        source="accountability_simple", grade="C", note="assessment and planning are written work that matters")
    case_time: float = parameter(
        0.40, unit="log-odds per doubling-e of time a case", low=0.0, high=1.0,
        source="inspection_effects.csv quality falls above 50 cases", grade="C", note="low-risk cases lose little")
    skill: float = parameter(
        1.0, unit="log-odds per unit of skill", low=0.2, high=2.0, source="README P4", grade="C",
        note="inexperience mediates between staffing and quality: sign only")
    partners: float = parameter(
        0.5, unit="log-odds per unit of partners' cooperation", low=0.0, high=1.2, source="submission Q9", grade="C",
        note="strong ties sustain the work: sign only")
    infrastructure: float = parameter(
        0.4, unit="log-odds of engagement per unit of premises' condition", low=0.0, high=1.0, source="submission Q3",
        grade="C", note="premises act on people's engagement: sign only")
    peer_review: float = parameter(
        0.20, unit="log-odds at full mutuality", low=0.0, high=0.5, source="audit_feedback_rr", grade="B",
        note="feedback on practice cut non-compliance by 15%: errors caught early and close by",
        channel=("mutuality_review", "mutuality", "benefit"))
    protocol: float = parameter(
        0.20, unit="log-odds per share of conformity", low=0.0, high=0.54, source="pathway_quality; checklist_mandated",
        grade="B", note="a standard protocol: odds of complications 0.58 in one review, 0.97 when imposed in another",
        channel=("mandate_consistency", "mandate_rate", "benefit"))
    discretion: float = parameter(
        0.40, unit="log-odds lost at full autonomy per unit of skill missing", low=0.0, high=1.0,
        source="clinical_discretion_accuracy; school_autonomy_sign", grade="B",
        note="unaided judgement 10% less accurate than a rule, no worse in half the studies; freedom harms the weak",
        channel=("autonomy_discretion", "autonomy", "cost"))
    engagement_relational: float = parameter(
        1.5, unit="ratio of loading", low=1.0, high=2.0, source="value_profiles.csv", grade="D",
        note="relational work loads most on engagement")
    safety_relational: float = parameter(
        0.5, unit="ratio of loading", low=0.2, high=1.0, source="value_profiles.csv", grade="D",
        note="and least on safety")
    engagement_recorded: float = parameter(
        0.5, unit="ratio of loading", low=0.2, high=1.0, source="value_profiles.csv", grade="D",
        note="recorded work loads least on engagement")
    safety_recorded: float = parameter(
        1.5, unit="ratio of loading", low=1.0, high=2.0, source="value_profiles.csv", grade="D",
        note="and most on safety")
    evidence_relational: float = parameter(
        -0.25, unit="log-odds: evidenced less true loading", low=-0.6, high=0.0,
        source="submission; relationship_rearrest", grade="C",
        note="relational work matters and is hard to evidence: sign only")
    evidence_recorded: float = parameter(
        0.25, unit="log-odds: evidenced less true loading", low=0.0, high=0.6, source="submission", grade="C",
        note="recorded work is what a file shows: sign only")
    presentational: float = parameter(
        1.0, unit="log-odds per unit of presentational work a case", low=0.0, high=3.0,
        source="inspection_effects.csv gaming 90% against 69%", grade="B",
        note="about 20 points between official and experienced under hard targets")
    false_multiplier: float = parameter(
        3.0, unit="times presentational work at all records false", low=0.0, high=8.0, source="crime_under_recording",
        grade="D", note="a false record is the extreme of presentational work")
    casework_legibility: float = parameter(
        0.0, unit="log-odds per share of conformity", low=0.0, high=2.0, source="model design", grade="D",
        note="plural casework is harder to evidence: nought until shown, swept")
    leadership_legibility: float = parameter(
        0.0, unit="log-odds per share of conformity", low=0.0, high=3.0, source="submission, implicit vision",
        grade="D", note="as casework: success is easier to evidence of the leadership of nation and regions first, and"
        " there it is in force; nought in units until shown, swept")
    leadership: float = parameter(
        0.65, unit="log-odds", low=-0.5, high=1.5, source="README P2", grade="C",
        note="leadership is rated above casework")
    staffing: float = parameter(
        0.05, unit="log-odds", low=-1.0, high=1.0, source="pdu_ratings.csv standards_known", grade="C",
        note="staffing mostly Requires improvement")
    services: float = parameter(
        0.1, unit="log-odds", low=-1.0, high=1.0, source="pdu_ratings.csv standards_known", grade="C",
        note="as staffing")
    information: float = parameter(
        0.3, unit="log-odds", low=-1.0, high=1.0, source="pdu_ratings.csv standards_known", grade="C",
        note="as leadership")
    organisation_slope: float = parameter(
        2.0, unit="log-odds per unit of the condition judged", low=0.5, high=4.0, source="assumed", grade="D",
        note="how far leadership, staffing and services follow climate, workload and partners")

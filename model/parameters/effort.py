"""Parameters of pressure and effort: what moves people to which of four tasks."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class EffortParameters(ParameterBlock):
    """Multitask effort in levels (Holmstrom & Milgrom 1991) under pressure from inside and from inspection."""

    # pressure
    inspection_pressure: float = parameter(
        0.9, unit="pressure per unit of stakes and nearness", low=0.0, high=2.0,
        source="inspection_effects.csv probation n=77", grade="C",
        note="inspection loads staff, mostly through managers: sign only",
        channel=("stakes_pressure", "stakes", "cost"))
    proximity_months: float = parameter(
        6.0, unit="months", low=2.0, high=18.0, source="assumed", grade="D",
        note="how far ahead an expected inspection is felt")
    distant_share: float = parameter(
        0.3, unit="share of pressure far from an inspection", low=0.0, high=1.0, source="assumed", grade="D",
        note="what remains when none is near")
    unforeseen: float = parameter(
        0.5, unit="share of the countdown to a visit that lots take away", low=0.0, high=1.0,
        source="surprise_la; surprise_lv; notice_no_effect; random_inspection_safety", grade="C",
        note="nobody can time preparation: the benefit of surprise lies between nothing and a third",
        channel=("random_unforeseen", "random_visits", "benefit"))
    boundary_pressure: float = parameter(
        0.4, unit="share added at a rating boundary", low=0.0, high=1.0, source="teacher_cheating", grade="C",
        note="bright lines draw effort to those near them", channel=("word_boundary", "overall_word", "cost"))
    line_pressure: float = parameter(
        0.5, unit="share added per unit of control felt above the middle", low=0.0, high=1.0,
        source="inspection_effects.csv probation n=77", grade="C",
        note="inspection reaches staff mostly through managers: sign only",
        channel=("grip_passes_inspection", "grip", "cost"))
    boundary_width: float = parameter(
        0.06, unit="share of cases", low=0.02, high=0.15, source="assumed", grade="D",
        note="how near to a boundary is near")
    internal_pressure: float = parameter(
        0.7, unit="pressure per unit of control felt", low=0.0, high=1.5, source="Norfolk 2024 in pdu_ratings.csv",
        grade="C", note="targets press down the line, inspection or no inspection",
        channel=("grip_pressure", "grip", "cost"))
    target_pressure: float = parameter(
        0.3, unit="share of it added per share of service-level targets missed beyond half", low=0.0, high=1.0,
        source="outcomes.csv service-level targets met; Norfolk 2024 in pdu_ratings.csv", grade="D",
        note="a scorecard that falls short presses harder: sign only; none at a half, as in 2021-22")
    sfo_scrutiny: float = parameter(
        0.15, unit="pressure per unit of headlines", low=0.0, high=0.5, source="blame_defensive", grade="C",
        note="serious incident review presses under every regime")
    # drive
    accountability: float = parameter(
        0.2, unit="share of missing drive restored per unit of control felt", low=0.0, high=0.6,
        source="loafing_moderators", grade="C",
        note="d about .44 of being evaluated in loafing studies; control_delivery pulls the other way; ADR 0005",
        channel=("grip_accountability", "grip", "benefit"))
    peer_accountability: float = parameter(
        0.2, unit="share of missing drive restored per unit of mutuality", low=0.0, high=0.6,
        source="loafing_moderators", grade="C",
        note="colleagues who answer to one another: as for the line; ADR 0005",
        channel=("mutuality_accountability", "mutuality", "benefit"))
    blame_slack: float = parameter(
        0.5, unit="share of accountability lost at full sharing", low=0.0, high=1.0, source="shared_blame_diffusion",
        grade="C", note="weaker local accountability; fades as roles become known",
        channel=("blame_slack", "blame_sharing", "cost"))
    mobilisation: float = parameter(
        0.06, unit="share of drive per unit of pressure", low=-0.02, high=0.25, source="monitoring_performance",
        grade="B",
        note="monitoring adds about nothing on average (r -.01); others found gains under targets: range spans both",
        channel=("grip_mobilises", "grip", "benefit"))
    stakes_mobilisation: float = parameter(
        0.06, unit="share of drive per unit of inspection pressure", low=0.0, high=0.25,
        source="inspection_effects.csv Allen & Burgess 2012", grade="B",
        note="failing an inspection raised results by 0.10 sd", channel=("stakes_mobilise", "stakes", "benefit"))
    autonomy_motivation: float = parameter(
        0.13, unit="drive per unit of autonomy", low=0.0, high=0.4,
        source="autonomy_need_performance; autonomy_delivery", grade="B",
        note="rho .28 of autonomy met with performance; 18% per sd in one service is the high end; ADR 0005",
        channel=("autonomy_motivation", "autonomy", "benefit"))
    crowding_out: float = parameter(
        0.5, unit="share of autonomy's gain lost per unit of control felt", low=0.0, high=1.0,
        source="crowding_out_slope", grade="B", note="direct stakes about halve the payoff of autonomy: .45 to .22",
        channel=("grip_crowding", "grip", "cost"))
    esteem_drive: float = parameter(
        0.2, unit="drive per unit of esteem", low=0.0, high=0.5, source="positive_feedback", grade="B",
        note="d about .3 of good feedback on motivation")
    wellbeing_drive: float = parameter(
        0.2, unit="drive per unit of wellbeing", low=0.0, high=0.5, source="burnout_performance", grade="B",
        note="r -.17 between burnout and performance")
    # tasks
    relational: float = parameter(
        0.75, unit="marginal benefit per unit of drive", low=0.4, high=1.2, source="admin_share_probation", grade="C",
        note="about a quarter of officers' time in direct contact")
    recorded: float = parameter(
        0.85, unit="marginal benefit per unit of drive", low=0.4, high=1.4, source="admin_share_probation", grade="C",
        note="about two fifths of officers' time on records")
    recorded_pull: float = parameter(
        0.12, unit="marginal benefit per unit of pressure", low=0.0, high=0.5, source="accountability_simple",
        grade="B", note="process accountability helps recorded, rule-like work (d .96); ADR 0005",
        channel=("grip_recorded", "grip", "benefit"))
    relational_loss: float = parameter(
        0.06, unit="marginal benefit lost per unit of pressure", low=0.0, high=0.3, source="accountability_complex",
        grade="B", note="process accountability hurts complex work (d -.48); ADR 0005",
        channel=("grip_relational_loss", "grip", "cost"))
    presentational: float = parameter(
        -0.05, unit="marginal benefit at no pressure", low=-0.4, high=0.1, source="assumed", grade="D",
        note="below nought: nobody does it for its own sake")
    presentational_pull: float = parameter(
        0.30, unit="marginal benefit per unit of pressure", low=0.0, high=0.8,
        source="monitoring_cwb; crime_under_recording", grade="B",
        note="r .09 on average, up to a fifth of records under hard targets",
        channel=("grip_presentational", "grip", "cost"))
    notice_theatre: float = parameter(
        0.02, unit="marginal benefit per month of notice, when one is due", low=0.0, high=0.10,
        source="notice_no_effect; surprise_la", grade="B", note="trial finds none, restaurant inspections find some",
        channel=("notice_theatre", "notice_months", "cost"))
    defensive_pull: float = parameter(
        0.10, unit="marginal benefit per unit of pressure and unshared blame", low=0.0, high=0.4,
        source="blame_defensive", grade="C", note="covering oneself; sharing blame lowers it",
        channel=("blame_defensive", "blame_sharing", "benefit"))
    improvement: float = parameter(
        0.26, unit="marginal benefit at middling curiosity", low=0.05, high=0.4, source="assumed", grade="D",
        note="improvement done at no support and no autonomy")
    curiosity_improvement: float = parameter(
        0.20, unit="marginal benefit per unit of curiosity", low=0.0, high=0.5, source="submission Q4", grade="C",
        note="professional curiosity feeds improvement: sign only")
    support_improvement: float = parameter(
        0.20, unit="marginal benefit per unit of support", low=0.0, high=0.5, source="innovation_support_team",
        grade="B", note="rho about .45 between support and innovation, self-reported",
        channel=("support_improvement", "innovation_support", "benefit"))
    overload_improvement: float = parameter(
        0.20, unit="marginal benefit lost per unit of overload", low=0.0, high=0.6, source="submission Q1", grade="C",
        note="hard working conditions held back innovation: sign only")
    hiding: float = parameter(
        0.10, unit="marginal benefit lost per unit of pressure and unshared blame", low=0.0, high=0.4,
        source="observation_hides", grade="B", note="10-15% of output lost to hiding under full observation",
        channel=("grip_hiding", "grip", "cost"))
    substitution: float = parameter(
        0.10, unit="cost of one task per unit of another", low=-0.2, high=0.6, source="Holmstrom & Milgrom 1991",
        grade="D", note="below nought tasks help one another; must exceed -1/3 with four tasks")
    inertia: float = parameter(
        0.6, unit="share of last month's level kept", low=0.0, high=0.95, source="assumed", grade="D",
        note="habits change over two to three months")
    # the rival theory: shares of a total
    sharpness: float = parameter(
        3.0, unit="log-odds per unit of marginal benefit", low=1.0, high=8.0, source="assumed", grade="D",
        note="theory/effort=logit only: how strongly shares follow the pulls; at 3 they are near those of levels")
    full_effort: float = parameter(
        1.7, unit="levels of all tasks together at full drive", low=1.0, high=2.5, source="assumed", grade="D",
        note="theory/effort=logit only: about what levels give in all: the rivals differ in how it is divided")
    # targets
    ratchet: float = parameter(
        0.0, unit="share of recorded work held back per unit of pressure, last month before a reset", low=0.0,
        high=0.15, source="assumed", grade="D", note="what is shown becomes the next target: nought until shown, swept",
        channel=("targets_ratchet", "grip", "cost"))
    target_lift: float = parameter(
        0.0, unit="share of recorded work added per unit of control felt and of shortfall from target", low=0.0,
        high=0.5, source="assumed", grade="D", note="a target not met pulls output up: nought until shown, swept",
        channel=("targets_lift", "grip", "benefit"))
    target_months: float = parameter(
        12.0, unit="months between resets", low=6.0, high=24.0, source="outcomes.csv service-level targets",
        grade="D", note="targets are reset by the year")
    hold_months: float = parameter(
        3.0, unit="months before a reset", low=1.0, high=6.0, source="assumed", grade="D",
        note="how early output is held back")
    # false records
    false_records: float = parameter(
        0.06, unit="share of records per unit of pressure above the threshold", low=0.0, high=0.4,
        source="crime_under_recording; waiting_list_fiddles", grade="B", note="3-7% proven, 19-33% under-recorded",
        channel=("grip_false_records", "grip", "cost"))
    false_threshold: float = parameter(
        0.5, unit="pressure", low=0.0, high=1.5, source="assumed", grade="D", note="below it nobody falsifies")

"""Parameters of what a report sets in motion: message, learning, headlines, partners, legitimacy, beliefs."""

from dataclasses import dataclass

from model.parameters.declare import ParameterBlock, parameter


@dataclass
class ConsequenceParameters(ParameterBlock):
    """Information is computed from message and sample, never set for a regime."""

    # message
    narrative_information: float = parameter(
        0.6, unit="information at full narrative", low=0.2, high=1.0, source="comments_vs_grades; audit_feedback_rr",
        grade="B", note="31% gain with comments only on work that needs thought",
        channel=("narrative_informs", "narrative", "benefit"))
    standards_information: float = parameter(
        0.3, unit="information where standards are rated", low=0.1, high=0.6, source="feedback_average", grade="C",
        note="says which standard, not what to do", channel=("standards_inform", "rates_standards", "benefit"))
    uncertainty_information: float = parameter(
        0.15, unit="information where uncertainty is shown", low=0.0, high=0.4, source="uncertainty_trust", grade="D",
        note="noise is not read as news", channel=("uncertainty_informs", "uncertainty", "benefit"))
    uncertainty_weakens: float = parameter(
        0.10, unit="share of attention lost where uncertainty is shown", low=0.0, high=0.3,
        source="uncertainty_trust", grade="B", note="a small fall in trust",
        channel=("uncertainty_weakens", "uncertainty", "cost"))
    word_crowds: float = parameter(
        0.35, unit="share of detail unread beside an overall word", low=0.0, high=0.7, source="detail_without_grade",
        grade="B", note="a grade beside comments weakens them",
        channel=("word_crowds_detail", "overall_word", "cost"))
    sample_half: float = parameter(
        20.0, unit="cases", low=5.0, high=60.0, source="rating lottery", grade="C",
        note="sample at which half the information is there",
        channel=("sample_precision", "sample_cases", "benefit", 0.0))
    novelty_loss: float = parameter(
        0.3, unit="share of information lost for each repeat", low=0.0, high=0.7,
        source="consultation.csv process row", grade="C",
        note="repeating the same findings tells nothing new: sign only")
    # attention and room
    attention: float = parameter(
        0.35, unit="share", low=0.1, high=0.7, source="assumed", grade="D",
        note="notice taken of a private account in words")
    publication_attention: float = parameter(
        0.20, unit="attention added by publication", low=0.0, high=0.5, source="public_v_private_report", grade="B",
        note="more improvement work where results were public and low",
        channel=("publication_attention", "publishes", "benefit"))
    word_attention: float = parameter(
        0.25, unit="attention added by an overall word", low=0.0, high=0.5,
        source="inspection_effects.csv Allen & Burgess 2012; grade_card_rebuttal", grade="B",
        note="just failing raised results for two years; famous support for a simple grade did not hold",
        channel=("word_attention", "overall_word", "benefit"))
    failing_attention: float = parameter(
        0.5, unit="share of the word's attention added where Inadequate, taken from any other", low=0.0, high=1.0,
        source="inspection_effects.csv Hussain 2015, Allen & Burgess 2012", grade="C",
        note="failing moves results, a word short of failing hardly any: the mean over both is as before; sign only")
    follow_up_attention: float = parameter(
        0.25, unit="attention added by full follow-up", low=0.0, high=0.5,
        source="inspection_effects.csv recommendations", grade="C",
        note="most recommendations moved when looked at again", channel=("follow_up_learns", "follow_up", "benefit"))
    room: float = parameter(
        0.8, unit="share of room lost per unit of workload above 1", low=0.2, high=2.0, source="submission Q9",
        grade="C", note="no time to act on a report: sign only")
    notice_room: float = parameter(
        0.03, unit="room added per month of notice", low=0.0, high=0.1, source="assumed", grade="D",
        note="a unit told in time can plan to take part and to act",
        channel=("notice_plans", "notice_months", "benefit"))
    learning_scale: float = parameter(
        0.05, unit="per element a month at full information, attention and room", low=0.01, high=0.12,
        source="inspection_effects.csv Allen & Burgess 2012", grade="C",
        note="0.10 sd gain from failing, peaking in year 2")
    learning_half_life: float = parameter(
        9.0, unit="months", low=4.0, high=24.0, source="inspection_effects.csv fades after two years", grade="B",
        note="most of the effect within two years")
    short_interval: float = parameter(
        24.0, unit="months", low=12.0, high=36.0, source="assumed", grade="D",
        note="visits nearer together than this count as close; the programme of 2021-24 had none")
    cycle_corrects: float = parameter(
        0.4, unit="share of learning added where visits follow at once", low=0.0, high=1.0,
        source="inspection_effects.csv reinspection", grade="D",
        note="what was found is still in hand: short cycles correct sooner",
        channel=("cycle_corrects", "cycle_months", "benefit"))
    cycle_wears: float = parameter(
        0.03, unit="esteem where visits follow at once", low=0.0, high=0.10, source="assumed", grade="D",
        note="short cycles wear down: no source gives a size", channel=("cycle_wears", "cycle_months", "cost"))
    help_half_life: float = parameter(
        9.0, unit="months", low=4.0, high=24.0, source="assumed", grade="D", note="help after a poor report fades")
    # public sphere
    headline_report: float = parameter(
        0.015, unit="headlines per step below Good of a published report", low=0.0, high=0.05,
        source="public_report_reach", grade="C", note="per PDU report at national scale",
        channel=("publication_headlines", "publishes", "cost"))
    headline_region: float = parameter(
        0.015, unit="headlines per step below Good of a published regional report", low=0.0, high=0.15,
        source="assumed", grade="D",
        note="as one PDU's report: it comes with its last PDU's and says much that theirs said; at most ten of them",
        channel=("regional_headlines", "publishes", "cost"))
    headline_national: float = parameter(
        0.30, unit="headlines per step below Good of a published national report", low=0.0, high=0.6,
        source="assumed", grade="D", note="one national report makes national news",
        channel=("national_headlines", "national", "cost"))
    headline_incident: float = parameter(
        0.0025, unit="headlines per serious incident", low=0.0, high=0.01, source="blame_defensive", grade="C",
        note="a few incidents a month become news")
    headline_months: float = parameter(
        4.0, unit="months", low=1.0, high=12.0, source="assumed", grade="D", note="memory of the news")
    # partners
    partner_shock: float = parameter(
        0.06, unit="confidence per step below Good", low=0.0, high=0.15, source="submission Q9", grade="C",
        note="sustained negative reports shook partners' confidence: sign only",
        channel=("publication_partners", "publishes", "cost"))
    partner_visibility: float = parameter(
        0.02, unit="confidence per published report", low=0.0, high=0.06, source="submission Q9", grade="C",
        note="visibility lets partners understand the service: sign only",
        channel=("publication_visibility", "publishes", "benefit"))
    national_visibility: float = parameter(
        0.03, unit="confidence per published national report", low=0.0, high=0.10, source="submission Q9", grade="C",
        note="partners learn the structure and ambitions of the service: sign only",
        channel=("national_visibility", "national", "benefit"))
    partner_drawn: float = parameter(
        0.0, unit="confidence lost in a region's other units, shared among them, per report on one", low=0.0, high=0.03,
        source="assumed", grade="D", note="partners' attention is limited: nought until shown, swept",
        channel=("publication_draws", "publishes", "cost"))
    partner_recovery: float = parameter(
        0.03, unit="share of the distance a month", low=0.01, high=0.1, source="assumed", grade="D",
        note="two to three years")
    partner_resting: float = parameter(
        0.45, unit="confidence", low=0.3, high=0.6, source="assumed", grade="D",
        note="confidence at no belief about quality")
    partner_belief: float = parameter(
        0.40, unit="confidence per share of believed quality", low=0.1, high=0.8, source="submission Q9", grade="C",
        note="partners judge by what they see")
    # legitimacy
    legitimacy_speed: float = parameter(
        0.05, unit="share of the distance a month", low=0.01, high=0.15, source="assumed", grade="D",
        note="about two years")
    legitimacy_base: float = parameter(
        0.20, unit="log-odds", low=-1.0, high=1.0, source="assumed", grade="D",
        note="legitimacy with nothing for or against")
    symmetry: float = parameter(
        0.60, unit="log-odds at full symmetry", low=-0.8, high=1.6, source="submission Q7, Q8", grade="C",
        note="a centre judged as PDUs are is felt as fair; the range straddles nought and the break-even is reported",
        channel=("symmetry_legitimacy", "national", "benefit"))
    context_legitimacy: float = parameter(
        0.60, unit="log-odds at full context", low=0.0, high=1.5, source="submission Q2", grade="C", note="sign only",
        channel=("context_legitimacy", "context", "benefit"))
    context_excuse: float = parameter(
        0.30, unit="share of attention lost at full context", low=0.0, high=0.6, source="context_excuse", grade="D",
        note="fair and also excusing: argued, not measured", channel=("context_excuses", "context", "cost"))
    voice_legitimacy: float = parameter(
        0.40, unit="log-odds at full voice", low=0.0, high=1.0, source="legitimacy_compliance", grade="C",
        note="being heard")
    surprise: float = parameter(
        2.0, unit="log-odds per share between rating and own belief", low=0.5, high=4.0, source="submission Q9",
        grade="C", note="a rating far from one's own view is not accepted: sign only")
    repeats: float = parameter(
        0.15, unit="log-odds per repeated finding beyond the unit's control", low=0.0, high=0.5,
        source="submission Q9", grade="C", note="repetitiveness of systematic problems: sign only")
    # the rated centre
    grip_drift: float = parameter(
        0.10, unit="grip per step below Good of the centre's own rating", low=0.0, high=0.25,
        source="model design Q8", grade="D", note="a rated centre may grip harder",
        channel=("national_grip", "national", "cost"))
    grip_easing: float = parameter(
        0.05, unit="grip per step below Good of the centre's own rating", low=0.0, high=0.25, source="model design Q8",
        grade="D", note="or hear that its grip is the trouble, and enable: contested, the two sides share a range",
        channel=("national_eases", "national", "benefit"))
    mandate_drift: float = parameter(
        0.05, unit="mandate dial per step below Good of the centre's own rating", low=0.0, high=0.15,
        source="assumed", grade="D", note="and push more", channel=("national_mandates", "national", "cost"))
    support_drift: float = parameter(
        0.10, unit="support dial per step below Good of the centre's own rating", low=-0.10, high=0.25,
        source="model design Q8", grade="D",
        note="or enable more, at the hours support takes; contested with grip and mandates: by default this and easing "
        "together are as large as they, and the range straddles nought",
        channel=("national_supports", "national", "benefit"))
    drift_half_life: float = parameter(
        18.0, unit="months", low=6.0, high=48.0, source="assumed", grade="D",
        note="how long a poor rating moves the centre")
    national_learning: float = parameter(
        0.5, unit="share of the error of its beliefs the centre loses at full information", low=0.0, high=1.0,
        source="submission Q1", grade="C", note="a national inspection shows the centre the obstacles: sign only",
        channel=("national_learns", "national", "benefit"))
    wording_learns: float = parameter(
        0.25, unit="share of information added by the suggested wording", low=0.0, high=0.8, source="submission Q6",
        grade="C", note="engagement with, not only communication to, is the more informative question: sign only",
        channel=("wording_learns", "wording", "benefit"))
    named_half_life: float = parameter(
        18.0, unit="months", low=6.0, high=48.0, source="assumed", grade="D",
        note="how long the centre stands named as a cause")

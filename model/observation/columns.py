"""Every recorded column of the monthly tables: name, unit, label and level.

The order here is the order in which the record phase writes; tests hold the two together.
"""

from typing import NamedTuple


class Column(NamedTuple):
    """One column of a monthly table."""

    name: str
    unit: str
    label: str
    family: str


SERVICE, MORALE, INNOVATION, INSPECTION, BEHAVIOURS, RELATIONS, GOVERNANCE = (
    "service", "morale", "innovation", "inspection", "behaviours", "relations", "governance")

NATION = (
    Column("true_quality", "share of cases", "True quality of inspected casework", SERVICE),
    Column("evidenced_quality", "share of cases", "Evidenced quality of inspected casework", SERVICE),
    Column("believed_quality", "share of cases", "Quality as the centre believes it", SERVICE),
    Column("uninspected_quality", "share of cases", "True quality of work outside PDU inspection", SERVICE),
    Column("value_inspectorate_standards", "index 0-1", "Quality by the inspectorate's standards", SERVICE),
    Column("value_public_protection", "index 0-1", "Quality by public protection", SERVICE),
    Column("value_relational_desistance", "index 0-1", "Quality by relational and desistance values", SERVICE),
    Column("value_people_on_probation", "index 0-1", "Quality by the values of people on probation", SERVICE),
    Column("quality_spread", "share of cases", "Spread of true quality between PDUs (standard deviation)", SERVICE),
    Column("caseload", "persons", "People on probation", SERVICE),
    Column("workload", "ratio", "Workload against capacity", SERVICE),
    Column("staff", "FTE", "Staff in post", SERVICE),
    Column("officers", "FTE", "Qualified probation officers in post", SERVICE),
    Column("progress", "index 0-1", "Progress of people on probation", SERVICE),
    Column("incidents", "incidents a month", "Serious incidents", SERVICE),
    Column("debited_share", "share of hours", "Hours taken by change, participation, sharing and preparation", SERVICE),
    Column("ict", "index 0-1", "Condition of ICT", SERVICE),
    Column("estate", "index 0-1", "Condition of premises", SERVICE),
    Column("backlog", "requests per PDU", "Repairs waiting", SERVICE),
    Column("wellbeing", "index 0-1", "Wellbeing of practitioners", MORALE),
    Column("esteem", "index 0-1", "Professional esteem", MORALE),
    Column("esteem_uninspected", "index 0-1", "Professional esteem in PDUs with no report in the last year", MORALE),
    Column("belonging", "index 0-1", "Belonging", MORALE),
    Column("curiosity", "index 0-1", "Professional curiosity", MORALE),
    Column("absent_share", "share of staff", "Staff absent through sickness", MORALE),
    Column("leaving_rate", "percent a year", "Staff leaving", MORALE),
    Column("officer_leaving_rate", "percent a year", "Qualified officers leaving", MORALE),
    Column("engagement", "index 0-100", "Engagement on the People Survey's scale", MORALE),
    Column("experiments", "per 100 PDU-months", "Local experiments tried", INNOVATION),
    Column("innovations", "per 100 PDU-months", "Local innovations kept", INNOVATION),
    Column("diffusions", "per 100 PDU-months", "Local innovations copied by another PDU", INNOVATION),
    Column("practice_fit", "share of elements", "Practice that fits local need", INNOVATION),
    Column("diversity", "share of elements", "Practice elements on which PDUs differ", INNOVATION),
    Column("conformity", "share of elements", "Practice that follows the national code", INNOVATION),
    Column("inspections", "inspections a month", "PDU inspections published", INSPECTION),
    Column("inadequate_share", "share of rated PDUs", "PDUs last judged Inadequate", INSPECTION),
    Column("requires_improvement_share", "share of rated PDUs", "PDUs last judged Requires improvement", INSPECTION),
    Column("good_share", "share of rated PDUs", "PDUs last judged Good", INSPECTION),
    Column("outstanding_share", "share of rated PDUs", "PDUs last judged Outstanding", INSPECTION),
    Column("rated_points", "share of maximum", "Points at the last judgement", INSPECTION),
    Column("national_points", "share of maximum", "Points of the centre's own last judgement", INSPECTION),
    Column("presentational_share", "share of effort", "Effort that only shows well", BEHAVIOURS),
    Column("false_records", "share of records", "False records", BEHAVIOURS),
    Column("defensive_practice", "share of cases", "Breach and recall beyond what risk warrants", BEHAVIOURS),
    Column("reported_gap", "share of cases", "Evidenced less true quality", BEHAVIOURS),
    Column("confidence", "index 0-1", "Partners' confidence", RELATIONS),
    Column("legitimacy", "index 0-1", "Legitimacy of inspection to practitioners", RELATIONS),
    Column("headlines", "index 0-1", "Salience of bad news", RELATIONS),
    Column("control", "index 0-1", "Control exerted by the centre", GOVERNANCE),
    Column("pressure", "index", "Pressure felt in PDUs", GOVERNANCE),
    Column("change_burden", "mandates in flight per PDU", "Change in progress", GOVERNANCE),
    Column("reflection", "index 0-1", "Time for reflection", GOVERNANCE),
    Column("agreement", "index 0-1", "Agreement about purpose", GOVERNANCE),
    Column("code_fit", "share of elements", "National code that fits national need", GOVERNANCE),
    Column("espoused_distance", "dial units", "Distance between governance espoused and enacted", GOVERNANCE),
    Column("inspected_share", "share of work", "Work that goes to what is inspected", BEHAVIOURS),
    Column("improvement_share", "share of effort", "Effort on improvement", BEHAVIOURS),
    Column("held_back", "share of recorded work", "Output held back before a target is reset", BEHAVIOURS),
    Column("belief_error", "share of cases", "Error of the centre's belief about quality", BEHAVIOURS),
    Column("leadership_true", "share", "True quality of leadership in PDUs", SERVICE),
    Column("leadership_evidenced", "share", "Evidenced quality of leadership in PDUs", SERVICE),
    Column("confidence_weak_ties", "index 0-1", "Confidence of partners, weighted by weakness of tie", RELATIONS),
    Column("confidence_strong_ties", "index 0-1", "Confidence of partners, weighted by strength of tie", RELATIONS),
    Column("enacted_grip", "dial 0-1", "Grip as the centre enacts it", GOVERNANCE),
    Column("enacted_mandates", "dial 0-1", "Mandates as the centre enacts them", GOVERNANCE),
    Column("attention", "share", "Attention the centre has left for learning and repair", GOVERNANCE),
    Column("two_way_engagement", "index 0-1", "The centre's engagement with the front line, both ways", GOVERNANCE),
    Column("enacted_support", "dial 0-1", "Support for innovation as the centre enacts it", GOVERNANCE),
    Column("centre_reflection", "index 0-1", "Time for reflection at the centre", GOVERNANCE),
    Column("centre_agreement", "index 0-1", "Agreement about purpose between centre and regions", GOVERNANCE),
    Column("psos", "FTE", "Probation services officers in post, trainees among them", SERVICE),
    Column("pso_leaving_rate", "percent a year", "Probation services officers leaving, trainees among them", MORALE),
    Column("spo_leaving_rate", "percent a year", "Senior probation officers leaving", MORALE),
    Column("cases_per_officer", "cases", "Cases a probation officer holds", SERVICE),
    Column("targets_met", "percent of targets", "Service-level targets met", SERVICE),
)

REGION = tuple(c for c in NATION if c.name in {
    "true_quality", "evidenced_quality", "caseload", "workload", "staff", "wellbeing", "esteem",
    "practice_fit", "confidence", "legitimacy", "pressure", "estate", "ict"}) + (
    Column("rating", "band 0-3, -1 none", "Region's published rating", INSPECTION),)

PDU = tuple(c for c in NATION if c.name in {
    "true_quality", "evidenced_quality", "believed_quality", "uninspected_quality", "caseload", "workload",
    "staff", "wellbeing", "esteem", "practice_fit", "conformity", "confidence", "legitimacy", "pressure",
    "false_records", "presentational_share", "estate", "ict", "incidents", "leaving_rate", "experiments",
    "defensive_practice", "inspected_share", "improvement_share", "held_back", "leadership_true",
    "leadership_evidenced", "confidence_weak_ties", "confidence_strong_ties"}) + (
    Column("rating", "band 0-3, -1 none", "PDU's last published rating", INSPECTION),
    Column("points", "points", "Points at the last judgement, -1 none", INSPECTION),
    Column("months_to_inspection", "months", "Months to the next inspection, as believed; 0 if none", INSPECTION),)

COLUMNS = {"nation": NATION, "region": REGION, "pdu": PDU}

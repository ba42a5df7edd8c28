"""The state of the world as named tuples of arrays: what a month reads and writes.

Shapes: N posts, P PDUs, R regions, M practice elements, C quality cells, S standards, T partner kinds. People
are a tuple of columns: every rule passes over one or two of very many. Institutions are records, read by column
all the same (`pdus.caseload[i]`): few with many columns, which numba compiles as one argument (ADR 0006).
"""

from typing import Any, NamedTuple

import numpy as np

from model.entities.scratch import Scratch

PO, PSO, SPO, TRAINEE, OTHER = range(5)
GRADES = ("PO", "PSO", "SPO", "trainee", "other")
STAGES = ("assessment", "planning", "implementation", "reviewing")
THEMES = ("engagement", "desistance", "safety")
N_STAGES, N_THEMES, N_CASE_CELLS = len(STAGES), len(THEMES), len(STAGES) * len(THEMES)
COURT, UNPAID_WORK, VICTIM, LEADERSHIP, STAFFING, SERVICES, INFORMATION = range(N_CASE_CELLS, N_CASE_CELLS + 7)
N_CELLS, N_CELLS_READ = N_CASE_CELLS + 7, N_CASE_CELLS + 1
STANDARDS = ("leadership", "staffing", "services", "assessment", "planning", "implementation", "reviewing",
             "information", "court")
N_STANDARDS, N_STANDARDS_FROM_2023 = len(STANDARDS), 7
REGION_STANDARDS = ("leadership", "staffing", "desistance", "public protection", "resettlement", "unpaid", "court",
                    "victims")
N_REGION_STANDARDS = len(REGION_STANDARDS)
PRACTICES = ("relationship_quality", "continuity_of_practitioner", "voice_and_fair_treatment", "access_to_services",
             "compliance_and_enforcement", "risk_information_and_agencies", "victim_focus")
PARTNERS = ("courts", "police", "police and crime commissioner", "prisons", "local authority")
N_PRACTICES, N_PARTNERS, N_ELEMENTS = len(PRACTICES), len(PARTNERS), 30
PROFILES = ("inspectorate_standards", "public_protection", "relational_desistance", "people_on_probation")
NEVER = -10000
"""The month of something that has not happened."""
FROM_CODE, FROM_TRIAL, FROM_PEER = 0, 1, 2
"""Where a practice element came from."""
N_TASKS, N_INPUTS, N_MEASURES = 4, 13, N_STAGES + 4


class Practitioners(NamedTuple):
    """One row a post, length N; a vacant post keeps its row."""

    uid: np.ndarray  # int64, the post's identity: never its place in memory
    pdu: np.ndarray  # int32 row of the PDU
    opens: np.ndarray  # int32 month from which the post is funded
    post_grade: np.ndarray  # int8 grade of the post
    grade: np.ndarray  # int8 grade of the person in it
    in_post: np.ndarray  # int8 0 vacant, 1 filled
    absent: np.ndarray  # int8 1 while absent through sickness
    sequence: np.ndarray  # int32 how many held the post before
    tenure: np.ndarray  # int32 months in the service
    training: np.ndarray  # int32 months until qualified
    skill: np.ndarray  # 0-1
    intrinsic: np.ndarray  # 0-1 effort given without being watched
    wellbeing: np.ndarray  # 0-1
    esteem: np.ndarray  # 0-1
    belonging: np.ndarray  # 0-1
    curiosity: np.ndarray  # 0-1
    relational: np.ndarray  # effort levels, 1 is a full measure
    recorded: np.ndarray
    presentational: np.ndarray
    improvement: np.ndarray


PDU = np.dtype([
    ("uid", "i8"),
    ("region", "i8"),
    ("base_caseload", "f8"),  # persons
    ("mix", "f8"),  # weight of a case against the national mean
    ("fill_factor", "f8"),  # ease of filling posts against the national mean
    ("local_effect", "f8"),  # log-odds, lasting local conditions
    ("local_skill_repairs", "f8"),  # standard deviations, local aptitude for repairs
    ("caseload", "f8"),
    ("demand", "f8"),  # full-time equivalents needed
    ("capacity", "f8"),  # full-time equivalents there
    ("workload", "f8"),  # demand / capacity
    ("debited", "f8"),  # share of hours
    ("work", "f8", N_TASKS),  # effort by task per unit of demand
    ("support_work", "f8"),  # hours outside inspected casework per unit of demand
    ("target", "f8"),  # recorded work a case that is expected, 0 before the first
    ("held_back", "f8"),  # share of recorded work held back before a target is reset
    ("lifted", "f8"),  # share of recorded work added because a target is not met
    ("skill", "f8"),
    ("staff", "i8"),  # persons in post
    ("present", "i8"),  # persons at work
    ("officers", "i8"),  # qualified officers in post
    ("psos", "i8"),  # probation services officers in post, trainees among them
    ("spos", "i8"),  # senior probation officers in post
    ("officer_cases", "f8"),  # persons: cases by officers' share of casework hours
    ("newcomers", "i8"),  # in post under a year
    ("leavers", "i8"),  # this month
    ("officer_leavers", "i8"),  # this month
    ("pso_leavers", "i8"),  # trainees among them
    ("spo_leavers", "i8"),
    ("joiners", "i8"),  # this month
    ("transfers", "i8"),  # net moves from neighbours this month
    ("absent", "i8"),
    ("climate", "f8"),  # mean wellbeing
    ("esteem", "f8"),  # mean
    ("belonging", "f8"),  # mean
    ("curiosity", "f8"),  # mean
    ("effort", "f8", N_TASKS),  # mean levels
    ("culture", "f8"),  # 0-1 occupational culture: 0 open, 1 closed and defensive
    ("estate", "f8"),  # 0-1
    ("ict", "f8"),  # 0-1
    ("backlog", "f8"),  # repairs waiting
    ("change", "f8"),  # mandates in flight
    ("reflection", "f8"),  # 0-1
    ("agreement", "f8"),  # 0-1, with its region
    ("felt_control", "f8"),
    ("pressure_inspection", "f8"),
    ("pressure_internal", "f8"),
    ("pressure", "f8"),
    ("months_ahead", "f8"),  # to the next inspection, as the PDU believes; 0 where nothing is inspected
    ("departs", "i1", N_ELEMENTS),  # 1 where local reality departs from the national
    ("practice", "i1", N_ELEMENTS),  # -1, 0, 1
    ("origin", "i1", N_ELEMENTS),  # FROM_*
    ("fit", "f8", N_THEMES),  # by theme
    ("conformity", "f8"),
    ("uptake", "f8"),  # ease of taking up the code against the national mean
    ("experiments", "i8"),  # this month
    ("innovations", "i8"),  # this month
    ("diffusions", "i8"),  # this month
    ("at_reference", "f8", N_INPUTS),  # share of each input of quality held at its reference: 0 but in attribution
    ("true", "f8", N_CELLS),  # expected share of cases sufficient
    ("evidenced", "f8", N_CELLS),
    ("practices", "f8", N_PRACTICES),  # practice qualities 0-1
    ("progress", "f8"),
    ("incidents", "i8"),  # this month
    ("false_records", "f8"),
    ("defensive", "f8"),
    ("targets_met", "f8"),  # share of the scorecard's measures at or above target
    ("signal_own", "f8"),  # what nature shows of quality, with error: to the unit
    ("signal_region", "f8"),  # to its region
    ("signal_voice", "f8"),  # to the centre
    ("believed_own", "f8"),
    ("believed_region", "f8"),
    ("believed_centre", "f8"),
    ("believed_inspectorate", "f8"),
    ("believed_partners", "f8"),
    ("confidence", "f8", N_PARTNERS),
    ("ties", "f8", N_PARTNERS),
    ("legitimacy", "f8"),
    ("due_at", "i8"),  # month of announced fieldwork, NEVER where none
    ("fieldwork_at", "i8"),  # month of the last fieldwork
    ("pending_at", "i8"),  # month of publication, NEVER where none waits
    ("pending_overall", "i8"),
    ("pending_points", "i8"),
    ("pending_maximum", "i8"),
    ("pending_standards", "i8", N_STANDARDS),
    ("case_counts", "i8", N_CELLS_READ),  # sufficient at the last fieldwork: the twelve questions and court work
    ("cases_read", "i8"),  # at the last fieldwork
    ("interval", "i8"),  # months between the last two fieldworks, 0 where there were not two
    ("published_at", "i8"),  # month
    ("overall", "i8"),  # 0-3, -1 none
    ("worded", "f8"),  # 1 where the overall word was published
    ("points", "i8"),  # -1 none
    ("maximum", "i8"),
    ("standards", "i8", N_STANDARDS),  # -1 none
    ("judgements", "i8"),  # how many inspections published
    ("found_at", "i8"),  # month of the last finding whose cause the unit does not control
    ("repeats", "i8"),  # consecutive findings whose cause the unit does not control
    ("sting", "f8"),  # this month's blow from the unit's own report
    ("validation", "f8"),  # this month's relief from a report that names causes above
    ("exposure", "f8"),  # negative reports elsewhere, fading
    ("learning", "f8"),  # chance a month that a wrong element is put right after a report
    ("helped", "f8"),  # support after a poor report, fading
])
"""One record a PDU; `pdus.caseload` is the column over all P of them."""

REGION = np.dtype([
    ("code", "i1", N_ELEMENTS),
    ("slack", "f8"),  # 0-1
    ("stored", "f8"),  # pressure absorbed and not yet passed on
    ("reflection", "f8"),  # 0-1
    ("agreement", "f8"),  # 0-1, with the centre
    ("felt_control", "f8"),
    ("director_morale", "f8"),
    ("ties", "f8"),  # 0-1 lateral ties
    ("overall", "i8"),  # -1 none
    ("points", "i8"),  # -1 none
    ("standards", "i8", N_REGION_STANDARDS),  # -1 none
    ("judged_at", "i8"),  # month
    ("negative", "f8"),  # weight of this month's negative reports
])
"""One record a region."""

CENTRE = np.dtype([
    ("reality", "i1", N_ELEMENTS),  # national reality
    ("critical", "i1", N_ELEMENTS),  # 1 where local departure is simply wrong
    ("code", "i1", N_ELEMENTS),
    ("reference", "f8", N_INPUTS),  # national means at month 0
    ("targets", "f8", N_MEASURES),  # of the scorecard, shares of cases
    ("control", "f8"),
    ("concern", "f8"),
    ("attention", "f8"),
    ("understanding", "f8"),  # mean error of its beliefs
    ("culture", "f8"),  # organisational culture: 0 command, 1 enabling
    ("communication", "f8"),  # downward
    ("engagement", "f8"),  # two-way
    ("reflection", "f8"),  # 0-1
    ("agreement", "f8"),  # 0-1, mean of its regions'
    ("grip_drift", "f8"),
    ("mandate_drift", "f8"),
    ("support_drift", "f8"),
    ("espoused_distance", "f8"),  # dial units, between dials as said and as enacted
    ("enacted_grip", "f8"),  # the dial with its drift
    ("enacted_mandates", "f8"),  # the dial with its drift
    ("enacted_support", "f8"),  # the dial with its drift
    ("headlines", "f8"),
    ("ministers", "f8"),
    ("named", "f8"),  # how far the centre has been named as cause, fading
    ("repairs_named", "f8"),  # steps below Good of ICT and facilities in its report, fading
    ("pending_infrastructure", "i8"),  # band of ICT and facilities in a report being written, -1 not judged
    ("infrastructure", "i8"),  # band of ICT and facilities at its last report, -1 none
    ("pending_at", "i8"),
    ("pending_points", "i8"),
    ("pending_overall", "i8"),
    ("published_at", "i8"),
    ("overall", "i8"),  # -1 none
    ("points", "f8"),  # share of the maximum, -1 none
    ("judgements", "i8"),
])
"""The national centre and the public sphere: one record."""


class Inspectorate(NamedTuple):
    """The inspectorate: fixed days, teams that differ, and what it has learned."""

    days: np.ndarray  # (1,) inspector-days in hand
    severity: np.ndarray  # (teams,) log-odds
    knowledge: np.ndarray  # (1,) 0-1 understanding of causes
    active_region: np.ndarray  # (1,) int64, -1 none
    stint: np.ndarray  # (1,) int64 visits in the active region since the programme came to it
    events: np.ndarray  # (capacity, 8) int64 published inspections
    n_events: np.ndarray  # (1,) int64


class State(NamedTuple):
    """Everything that changes."""

    practitioners: Practitioners
    pdus: Any  # (P,) records of PDU
    regions: Any  # (R,) records of REGION
    centre: Any  # (1,) record of CENTRE
    inspectorate: Inspectorate
    scratch: Scratch


EVENT_COLUMNS = ("month_fieldwork", "month_published", "level", "unit", "overall", "points", "max_points",
                 "published_word")

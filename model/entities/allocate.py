"""Room for the state: arrays of the right length and type, all at their neutral value."""

import numpy as np

from model.entities.state import (
    CENTRE,
    EVENT_COLUMNS,
    GRADES,
    N_CASE_CELLS,
    N_ELEMENTS,
    N_INPUTS,
    N_TASKS,
    NEVER,
    PDU,
    REGION,
    Inspectorate,
    Practitioners,
    Scratch,
    State,
)
from model.specification.dials import GOVERNANCE_TYPE
from model.stretches import LONGEST

N_SUMS = 19
TEAMS = 12
EVENTS_A_MONTH = 6
"""Room in the register of inspections, a month and 108 PDUs."""
NATIONAL_PDUS = 108

_PEOPLE = {"uid": np.int64, "pdu": np.int32, "post_grade": np.int8, "grade": np.int8, "in_post": np.int8,
           "absent": np.int8, "sequence": np.int32, "opens": np.int32, "tenure": np.int32, "training": np.int32}
_NEVER = {"due_at", "fieldwork_at", "pending_at", "published_at", "judged_at", "found_at"}
_NONE = {"overall", "points", "pending_standards", "standards", "pending_infrastructure", "infrastructure"}


def records(kind: np.dtype, n: int) -> np.ndarray:
    """Return n neutral records: months as NEVER, ratings as -1, all else nought."""
    rows = np.zeros(n, kind).view(np.recarray)
    for name in kind.names or ():
        if name in _NEVER:
            rows[name] = NEVER
        elif name in _NONE:
            rows[name] = -1
    return rows


def _scratch(n_pdus: int, n_regions: int) -> Scratch:
    pairs = (n_regions, len(GRADES))
    return Scratch(
        sums=np.zeros((n_pdus, N_SUMS), np.int64), candidate=np.full(pairs, -1, np.int64),
        candidate_word=np.zeros(pairs, np.uint64), vacancy=np.full(pairs, -1, np.int64),
        vacancy_word=np.zeros(pairs, np.uint64), row_of=np.arange(n_pdus),
        chosen=np.full((n_pdus, 2), -1, np.int64), chosen_word=np.zeros((n_pdus, 2), np.uint64),
        steps=np.zeros((n_regions, n_regions), np.int64), by_pdu=np.zeros((n_pdus, N_INPUTS)),
        by_region=np.zeros(n_regions), words=np.zeros(LONGEST, np.uint64), seen=np.zeros(LONGEST, np.int8),
        rows=np.zeros(LONGEST, np.int64),
        levels=np.zeros((N_TASKS, LONGEST)), thresholds=np.zeros(N_CASE_CELLS + 1),
        counts=np.zeros(N_CASE_CELLS + 1, np.int64), before=np.zeros((n_pdus, N_ELEMENTS), np.int8),
        before_origin=np.zeros((n_pdus, N_ELEMENTS), np.int8), dials=np.zeros(1, GOVERNANCE_TYPE))


def allocate(n_posts: int, n_pdus: int, n_regions: int, months: int) -> State:
    """Return a state for N posts, P PDUs and R regions, with room for the inspections of `months` months."""
    people = Practitioners(**{name: np.zeros(n_posts, _PEOPLE.get(name, np.float64)) for name in Practitioners._fields})
    room = (months + 1) * EVENTS_A_MONTH * max(1, -(-n_pdus // NATIONAL_PDUS)) + n_pdus
    inspectorate = Inspectorate(
        days=np.zeros(1), severity=np.zeros(TEAMS), knowledge=np.zeros(1), active_region=np.full(1, -1, np.int64),
        stint=np.zeros(1, np.int64), events=np.zeros((room, len(EVENT_COLUMNS)), np.int64),
        n_events=np.zeros(1, np.int64))
    return State(people, records(PDU, n_pdus), records(REGION, n_regions), records(CENTRE, 1), inspectorate,
                 _scratch(n_pdus, n_regions))

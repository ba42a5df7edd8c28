"""Room for sums and choices that a kernel fills and empties; no part of what a run carries from month to month.

Shapes as in `model/entities/state.py`: P PDUs, R regions, M practice elements.
"""

from typing import NamedTuple

import numpy as np


class Scratch(NamedTuple):
    """Room for exact sums and choices, emptied by whoever uses it."""

    sums: np.ndarray  # (P, K) int64
    candidate: np.ndarray  # (R, grades) int64 row
    candidate_word: np.ndarray  # (R, grades) uint64
    vacancy: np.ndarray  # (R, grades) int64 row
    vacancy_word: np.ndarray  # (R, grades) uint64
    chosen: np.ndarray  # (P, 2) int64 row
    chosen_word: np.ndarray  # (P, 2) uint64
    row_of: np.ndarray  # (P,) int64 uid -> row
    steps: np.ndarray  # (R, R) int64 between regions on the map
    by_pdu: np.ndarray  # (P, K) float64
    by_region: np.ndarray  # (R,) float64
    words: np.ndarray  # (LONGEST,) uint64 drawn for a stretch of people
    seen: np.ndarray  # (LONGEST,) int8 what is to be looked at of a stretch of people
    rows: np.ndarray  # (LONGEST,) int64 noted of a stretch of people
    levels: np.ndarray  # (tasks, LONGEST) float64 effort that a stretch of people would choose
    thresholds: np.ndarray  # (13,) float64 of one visit
    counts: np.ndarray  # (13,) int64 of one visit
    before: np.ndarray  # (P, M) int8 practice before copying
    before_origin: np.ndarray  # (P, M) int8
    dials: np.ndarray  # (1,) record of dials, as practised this month

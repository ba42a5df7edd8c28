"""What is looked at: a history, how its service stood at the end, and the same luck with a cause taken away."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from experiments.histories import History
from model.entities.state import N_CASE_CELLS, N_STAGES, N_THEMES
from model.initialisation.service import build_service
from model.observation.calendar import month_of
from model.simulation import empty_tables, prepare, whole_run
from model.specification.specification import Specification

LAST = month_of(2024, 11)
UNPRESSED, UNINSPECTED, NEITHER = "unpressed", "uninspected", "uninspected and unpressed"
WITHOUT = {
    UNPRESSED: ("channels.grip_pressure=false",),
    UNINSPECTED: ("regime=none", "history_regime=none"),
    NEITHER: ("regime=none", "history_regime=none", "channels.grip_pressure=false"),
}
"""Scenario -> words of a run with a cause taken away, for P6 and P9."""


@dataclass(frozen=True, eq=False)
class Closing:
    """What the stored tables do not hold, read off the state at a run's end. P PDUs, S standards, T partners.

    standards             (P, S) bands at the last published report, -1 where there is none
    shares                (P, stages, themes) of the cases read at the last fieldwork that were judged sufficient, NaN
                          where none were read
    confidence, before    (P, T) partners' confidence at the end and at unification
    ties                  (P, T) strength of tie
    posts                 (P,)
    """

    standards: np.ndarray
    shares: np.ndarray
    confidence: np.ndarray
    before: np.ndarray
    ties: np.ndarray
    posts: np.ndarray


@dataclass(frozen=True, eq=False)
class Seen:
    """A history with its closing state and, by scenario, the same luck with a cause taken away."""

    history: History
    regions: np.ndarray
    closing: Closing | None = None
    without: Mapping[str, History] | None = None


def closing(specification: Specification) -> Closing:
    """Run a specification and return how it stands at the end."""
    state, inputs = prepare(specification)
    before = state.pdus.confidence.copy()
    whole_run(state, inputs, *empty_tables(state, specification.run.months, ()))
    return standing(state, before, build_service(specification.service).posts.sum(axis=1))


def standing(state, before: np.ndarray, posts: np.ndarray) -> Closing:
    """Return how a state stands: `before` (P, T) is partners' confidence at unification, `posts` (P,) of each PDU."""
    pdus = state.pdus
    read = np.where(pdus.cases_read > 0, pdus.cases_read, np.nan)
    shares = (pdus.case_counts[:, :N_CASE_CELLS] / read[:, None]).reshape(len(pdus.uid), N_STAGES, N_THEMES)
    return Closing(pdus.standards.copy(), shares.copy(), pdus.confidence.copy(), before, pdus.ties.copy(), posts)


def later(history: History, column: str) -> float:
    """Return a column's mean over the last year to November 2024."""
    return float(history.nation[column][LAST - 11:LAST + 1].mean())

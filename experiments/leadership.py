"""National leadership as an instrument meets it, beside the truth of the service at that moment."""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from experiments.instrument import Leadership, leadership_of, prompt_of, reached
from model.entities.state import N_CASE_CELLS
from model.initialisation.values import profile_weights
from model.inspection.instrument import CONFORMITY, INFRASTRUCTURE, item_score, service_means
from model.inspection.legibility import legible_bias
from model.inspection.national import national_share, staffing_and_services, staffing_state
from model.parameters.constructs import AS_DRAFTED, AS_SUGGESTED
from model.specification.instrument import item_names, national_items
from model.specification.specification import Specification
from model.submodels.record_parts import value_score

STANDARDS = ("leadership", "staffing", "services", "infrastructure")
PROMPTS = tuple(dict.fromkeys(prompt_of(name) for _, name in item_names()))
"""Prompts in the order of the instrument; the items of a prompt that is split in two share its name."""
WORDED = {"as drafted": AS_DRAFTED, "as suggested": AS_SUGGESTED}


@dataclass(frozen=True)
class Met:
    """A centre as a national inspection meets it, and what is true of its service then.

    truth      caseload-weighted true quality of casework (share of cases), then each value profile
    shares     evidenced share of each national standard before noise, leadership as drafted
    """

    leadership: Leadership
    conformity: float
    control: float
    truth: np.ndarray
    shares: np.ndarray

    def evidenced(self, wording: int, asked: float, legibility: float) -> float:
        """Return the evidenced share of leadership by a wording, with or without the counter-factual item."""
        p = self.leadership.p.copy()
        p.leader_legibility = legibility
        score = self.leadership.score(wording, float(p.coding), asked=asked)
        return float(expit(p.national_slope * (score - 0.5) + legible_bias(self.conformity, self.control, asked, p)))


def meet(specification: Specification) -> Met:
    """Return the centre as the first national inspection of the specification meets it, and the service's truth."""
    state, inputs = reached(specification)
    means, p = service_means(state.pdus, state.centre), inputs.world.inspection
    leadership = leadership_of(state, inputs)
    filled, workload, confidence = staffing_and_services(state.pdus, inputs.n_posts)
    score = leadership.score(AS_DRAFTED, float(p.coding))
    shares = np.array([national_share(score, leadership.bias, p),
                       national_share(staffing_state(filled, workload), 0.0, p), national_share(confidence, 0.0, p),
                       national_share(means[INFRASTRUCTURE], 0.0, p)])
    truth = np.average(truths(state.pdus), axis=0, weights=state.pdus.caseload)
    return Met(leadership, float(means[CONFORMITY]), float(state.centre.control[0]), truth, shares)


def truths(pdus) -> np.ndarray:
    """Return each PDU's true casework (share of cases), then its quality by each profile: (PDUs, 1 + profiles)."""
    cases = pdus.true[:, :N_CASE_CELLS].mean(axis=1)
    by_profile = [[value_score(pdus, i, own) for own in profile_weights()] for i in range(len(pdus.uid))]
    return np.column_stack([cases, np.array(by_profile)])


def prompt_scores(leadership: Leadership, wording: int) -> dict[str, float]:
    """Return what each prompt finds in a wording, 0 to 1: the mean of its items, so that a split wins nothing."""
    items, coding = national_items(), float(leadership.p.coding)
    found: dict[str, list[float]] = {}
    for j, (_, name) in enumerate(item_names()):
        if items.wording[j] == wording:
            score = item_score(items.prior[j], items.coded[j], leadership.states, coding)
            found.setdefault(prompt_of(name), []).append(float(score))
    return {prompt: float(np.mean(scores)) for prompt, scores in found.items()}

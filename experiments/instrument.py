"""What the wording of the national prompts would have to change before the rating of leadership noticed."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from model.inspection.instrument import CONFORMITY, construct_states, service_means, wording_score
from model.inspection.legibility import legible_bias
from model.inspection.national import leadership_spread
from model.numerics import logit
from model.parameters.constructs import AS_DRAFTED, AS_SUGGESTED, CONSTRUCTS, N_KEY_QUESTIONS
from model.simulation import empty_tables, prepare, whole_run
from model.specification.instrument import Items, item_names, national_items
from model.specification.specification import Specification

SESOI = 0.1
"""Smallest effect of interest on the expected band of national leadership: one rating in ten moves by one band."""


@dataclass(frozen=True)
class Leadership:
    """The centre as the instrument meets it: states of the constructs, and what else moves its judgement."""

    states: tuple[float, ...]
    bias: float
    spread: float
    p: np.record

    def expected_band(self, score: float) -> float:
        """Return the mean band (0-3) of leadership at a score of its items, over the luck of the visit."""
        seen = self.p.national_slope * (score - 0.5) + self.bias
        edges = (self.p.band_low, self.p.band_middle, self.p.band_high)
        return float(sum(stats.norm.cdf((seen - logit(edge)) / self.spread) for edge in edges))

    def score(self, wording: int, coding: float, items: Items | None = None, asked: float = 0.0) -> float:
        """Return the score of leadership by one wording, its loadings moved by `coding` from their priors.

        `asked` is how far the counter-factual item is among the prompts.
        """
        p = self.p.copy()
        p.coding = coding
        return float(wording_score(national_items() if items is None else items, self.states, wording, asked, p))

    def difference(self, coding: float) -> float:
        """Return the expected band as suggested less as drafted."""
        drafted, suggested = (self.expected_band(self.score(w, coding)) for w in (AS_DRAFTED, AS_SUGGESTED))
        return suggested - drafted


@dataclass(frozen=True)
class Needed:
    """One prompt: what its coded rewording does to the expected band, and the loading that would do SESOI."""

    prompt: str
    high: str
    low: str
    contrast: float
    effect: float
    loading: float


def met(specification: Specification) -> Leadership:
    """Return the centre as a national inspection of the specification first meets it."""
    return leadership_of(*reached(specification))


def reached(specification: Specification) -> tuple:
    """Return state and inputs in the month of the first national inspection, before it."""
    first = specification.run.switch + int(specification.national.first_month)
    state, inputs = prepare(specification)
    whole_run(state, inputs, *empty_tables(state, first, ()))
    return state, inputs


def leadership_of(state, inputs) -> Leadership:
    """Return the centre of a state as a national inspection would meet it now."""
    p, dials, centre = inputs.world.inspection, inputs.after.dials, state.centre[0]
    means = service_means(state.pdus, state.centre)
    states = construct_states(centre.understanding, centre.control, centre.culture, centre.communication,
                              centre.engagement, centre.attention, dials, means)
    bias = legible_bias(means[CONFORMITY], centre.control, inputs.after.national.counterfactual_item, p)
    return Leadership(states, bias, leadership_spread(means[CONFORMITY], inputs.after.national, p), p)


def loadings_needed(centre: Leadership) -> list[Needed]:
    """Return, for each prompt worded in two ways, the move of loading between two of its constructs that SESOI takes.

    A need above 1 is more than a loading can move: no wording of that prompt alone would matter.
    """
    items, names = national_items(), item_names()
    base = centre.score(AS_DRAFTED, 0.0)
    slope = (centre.expected_band(base + 1e-4) - centre.expected_band(base - 1e-4)) / 2e-4
    rows = []
    for prompt in prompts():
        members = [j for j, name in enumerate(names) if prompt_of(name[1]) == prompt]
        touched = sorted({c for j in members for c in np.flatnonzero(items.prior[j])}, key=lambda c: centre.states[c])
        weight = share_of(members[0], items)
        contrast = centre.states[touched[-1]] - centre.states[touched[0]]
        rows.append(Needed(prompt, CONSTRUCTS[touched[-1]], CONSTRUCTS[touched[0]], contrast,
                           coded_effect(centre, members), SESOI / max(slope * contrast * weight, 1e-12)))
    return rows


def prompts() -> list[str]:
    """Return the prompts whose two wordings are coded apart, in order."""
    items, names = national_items(), item_names()
    moved = {prompt_of(name[1]) for j, name in enumerate(names) if (items.coded[j] != items.prior[j]).any()}
    return [prompt for prompt in dict.fromkeys(prompt_of(name[1]) for name in names) if prompt in moved]


def prompt_of(item: str) -> str:
    """Return the prompt an item belongs to: a split prompt's items add a word to its id."""
    return ".".join(item.split(".")[:3])


def share_of(item: int, items: Items) -> float:
    """Return the weight of a prompt, as drafted, in leadership's score."""
    alike = (items.wording == AS_DRAFTED) & (items.key_question == items.key_question[item])
    return 1.0 / (N_KEY_QUESTIONS * float(items.weight[alike & (items.counterfactual == 0)].sum()))


def coded_effect(centre: Leadership, members: list[int]) -> float:
    """Return the expected band as suggested less as drafted, with this prompt's loadings fully coded and no other's."""
    items = national_items()
    coded = items.prior.copy()
    coded[members] = items.coded[members]
    alone = items._replace(coded=coded)
    bands = [centre.expected_band(centre.score(wording, 1.0, alone)) for wording in (AS_DRAFTED, AS_SUGGESTED)]
    return bands[1] - bands[0]


__all__ = ["SESOI", "Leadership", "Needed", "coded_effect", "leadership_of", "loadings_needed", "met", "prompt_of",
           "prompts", "reached"]

"""A small service at month 0 on which single rules are tried."""

from types import SimpleNamespace

import numpy as np
import pytest

from model.simulation import prepare
from model.specification.specification import RunSettings, ServiceSpecification, Specification


def draw(seed: int, months: int = 12) -> SimpleNamespace:
    """Return the toy service at month 0 with moods drawn anew: people, pdus, regions, centre, scratch, world, chosen.

    Parameters in `world` may be set to anything: they are sealed already.
    """
    state, inputs = prepare(Specification(service=ServiceSpecification(regions=3, pdus_per_region=3, staff_scale=0.2),
                                          run=RunSettings(months=months, seed=seed)))
    rng, people = np.random.default_rng(seed), state.practitioners
    for name in ("wellbeing", "esteem", "belonging", "curiosity"):
        getattr(people, name)[:] = rng.uniform(0.05, 0.95, len(people.uid))
    state.pdus.believed_own[:] = rng.uniform(0.3, 0.9, len(state.pdus))
    state.pdus.staff[:] = np.bincount(people.pdu, weights=people.in_post, minlength=len(state.pdus))
    return SimpleNamespace(people=people, pdus=state.pdus, regions=state.regions, centre=state.centre,
                           scratch=state.scratch, world=inputs.world, chosen=inputs.after, state=state, inputs=inputs)


@pytest.fixture
def place():
    """Return a function from a seed to a small service at month 0."""
    return draw

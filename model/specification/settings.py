"""Settings of a period: governance and regimes as kernels read them, before and after the switch."""

from typing import NamedTuple

import numpy as np

from model.parameters.register import seal_world
from model.parameters.routes import closed_parameters
from model.specification.dials import seal_governance
from model.specification.instrument import Items, national_items
from model.specification.regime import seal_national, seal_regime
from model.specification.specification import Specification
from model.specification.theory import Theories, seal_theory


class Settings(NamedTuple):
    """What is chosen in a period."""

    dials: np.record
    regime: np.record
    national: np.record


class Inputs(NamedTuple):
    """Everything fixed in a run that a month reads."""

    world: np.record
    theory: Theories
    before: Settings
    after: Settings
    espoused: np.record
    profiles: np.ndarray  # (4, casework cells + practice qualities) weights summing to 1
    switch: int
    shock_start: int
    shock_months: int
    shock_share: float
    shock_freeze: float
    shock_news: float
    n_posts: int
    seed: int
    items: Items


def seal_inputs(specification: Specification, profiles: np.ndarray, n_posts: int) -> Inputs:
    """Return a checked specification as kernels read it; raise SpecificationError where it is not allowed."""
    specification.check()
    s = specification
    before = Settings(seal_governance(s.history_governance), seal_regime(s.history_regime),
                      seal_national(s.history_national))
    after = Settings(seal_governance(s.governance), seal_regime(s.regime), seal_national(s.national))
    theory = seal_theory(s.theory)
    world = seal_world(s.world, s.switched_off, closed_parameters(theory.rating))
    return Inputs(world, theory, before, after, seal_governance(s.espoused, "espoused"), profiles, s.run.switch,
                  s.shock.start, s.shock.months, float(s.shock.share), float(s.shock.freeze), float(s.shock.news),
                  n_posts, s.run.seed, national_items())

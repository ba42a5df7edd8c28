"""Bare ground for a case: people and units at nought, and parameters that may be set to anything."""

from types import SimpleNamespace

import numpy as np

from model.entities.allocate import allocate
from model.parameters.register import WorldParameters, seal_world
from model.specification.dials import Governance, seal_governance
from model.specification.regime import NationalRegime, Regime, seal_national, seal_regime


def ground(posts, regions: int = 1) -> SimpleNamespace:
    """Return units with so many posts each, all filled, spread over regions in turn; all else at nought.

    `world`, `dials`, `regime` and `national` are sealed at their defaults: a case sets what it needs.
    """
    posts = np.asarray(posts)
    state = allocate(int(posts.sum()), len(posts), regions, 1)
    people, pdus = state.practitioners, state.pdus
    people.uid[:] = np.arange(len(people.uid))
    people.pdu[:] = np.repeat(np.arange(len(posts)), posts)
    people.in_post[:] = 1
    pdus.uid[:], pdus.staff[:] = np.arange(len(posts)), posts
    pdus.region[:] = np.arange(len(posts)) % regions
    return SimpleNamespace(
        people=people, pdus=pdus, regions=state.regions, centre=state.centre, scratch=state.scratch,
        inspectorate=state.inspectorate,
        world=seal_world(WorldParameters()), dials=seal_governance(Governance()), regime=seal_regime(Regime()),
        national=seal_national(NationalRegime()))


def assign(record, **values: float) -> None:
    """Set some values of a sealed record, outside their ranges if need be."""
    for name, value in values.items():
        record[name] = value


def only(record, **values: float) -> None:
    """Set some values of a sealed record and all the others to nought."""
    assign(record, **{**dict.fromkeys(record.dtype.names, 0.0), **values})

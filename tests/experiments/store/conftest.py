"""Stores filled with made-up runs, so that accidents can be staged without running the model."""

import numpy as np
import pytest

from experiments.design import paired
from experiments.runspec import levels_of, tables_of
from experiments.store.provenance import provenance
from experiments.store.tables import Finished
from experiments.store.write import StoreWriter
from model.entities.state import EVENT_COLUMNS
from model.observation.columns import COLUMNS
from model.observation.outcomes import outcome_names

UNITS = {"nation": (), "region": (2,), "pdu": (6,)}


def made_up(spec) -> Finished:
    """Return a finished run whose numbers follow from its seed."""
    seed, months = spec.specification.run.seed, spec.specification.run.months
    rng = np.random.default_rng(seed)
    series = {level: rng.random((months, *UNITS[level], len(COLUMNS[level]))) for level in levels_of(spec.record)}
    events = {name: np.arange(seed % 5) + k for k, name in enumerate(EVENT_COLUMNS)}
    outcomes = {name: float(rng.random()) for name in outcome_names()}
    return Finished(spec, outcomes, series, "", events if "events" in tables_of(spec.record) else None)


@pytest.fixture(name="made_up")
def made_up_fixture():
    """Return `made_up`."""
    return made_up


@pytest.fixture
def rows(toy):
    """Return a function that makes the rows of a two-sided design over seeds."""
    return lambda seeds, record="nation": list(
        paired({"one": toy("governance=hierarchical"), "two": toy()}, [0], seeds, record))


@pytest.fixture
def fill():
    """Return a function that stores what a design lacks, made up, and says how many runs that were."""
    def store(path, design, model=None):
        count = 0
        with StoreWriter(path, provenance("test") | ({"model_hash": model} if model else {})) as writer:
            writer.request("probgov test", len(design))
            for block in writer.missing(design):
                writer.add([made_up(row.spec) for row in block])
                count += len(block)
        return count
    return store

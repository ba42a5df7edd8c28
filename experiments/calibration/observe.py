"""One history as an observer would have seen it, read off a run that is not stored."""

import numpy as np
import pandas as pd

from experiments.arms import by_column
from experiments.histories import NATION, History, empty_reports, survey_of
from experiments.patterns.seen import Seen, standing
from model.initialisation.service import build_service
from model.simulation import RunError, empty_tables, prepare, published, whole_run
from model.specification.specification import Specification
from model.verify import FIELDS


def observe(specification: Specification, levels: tuple[str, ...] = ()) -> Seen:
    """Run a specification and return what is seen of it, PDUs by month too where `levels` says `pdu`.

    Raises RunError where its state goes bad.
    """
    state, inputs = prepare(specification)
    before, tables = state.pdus.confidence.copy(), empty_tables(state, specification.run.months, levels)
    failed, field = whole_run(state, inputs, *tables)
    if failed:
        raise RunError(failed - 1, *FIELDS[field - 1])
    nation = {name: np.asarray(tables.nation[:, i], dtype=float) for i, name in enumerate(NATION)}
    events = published(state)
    reports = pd.DataFrame(events).astype(int) if len(events["level"]) else empty_reports()
    survey = survey_of(nation, parts(specification))
    pdus = by_column(tables.pdu) if "pdu" in levels else {}
    history = History("calibration", 0, specification.run.seed, nation, survey, reports, pdus)
    service = build_service(specification.service)
    return Seen(history, service.pdu_region, standing(state, before, service.posts.sum(axis=1)))


def parts(specification: Specification) -> dict:
    """Return the parts of a specification that answers to a survey depend on, as plain values."""
    return {"run": vars(specification.run), "governance": vars(specification.governance),
            "history_governance": vars(specification.history_governance),
            "world": {"survey": vars(specification.world.survey)}}

"""Stored runs as an observer of the service would have seen them: tables, published reports, survey answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from experiments.composition import Composition
from experiments.design import reproduce, seed_range
from experiments.execute import Tally, execute
from experiments.progress import Progress
from experiments.runspec import Asked, RunSpec
from experiments.store.provenance import provenance
from experiments.store.read import Store
from experiments.store.write import StoreWriter
from model.entities.state import EVENT_COLUMNS
from model.observation.columns import COLUMNS
from model.observation.survey import COLUMNS as SURVEY_COLUMNS
from model.observation.survey import DIALS, answers
from model.parameters.survey import SurveyParameters

FIXED_WORLD = "default"
LEVEL_PDU, LEVEL_REGION, LEVEL_NATION = 0, 1, 2
NATION = tuple(column.name for column in COLUMNS["nation"])


@dataclass(frozen=True, eq=False)
class History:
    """One run as observed: monthly series by column, reports by level, survey answers by item.

    `reports` has a row a published report: month_published, level, unit, overall (0-3), points,
    max_points. `pdu` holds arrays (months, units) by column, and is empty where PDUs were not recorded.
    """

    scenario: str
    world_index: int
    seed: int
    nation: Mapping[str, np.ndarray]
    survey: Mapping[str, np.ndarray]
    reports: pd.DataFrame
    pdu: Mapping[str, np.ndarray] = field(default_factory=dict)

    @property
    def months(self) -> int:
        """The number of months that were run."""
        return len(self.nation["staff"])

    def of(self, level: int) -> pd.DataFrame:
        """Return the reports of a level in the order published."""
        return self.reports[self.reports["level"] == level].sort_values(["month_published", "unit"])


def places(composed: Composition, replicates: int) -> list[tuple[int, int]]:
    """Return (world, seed) of each replicate: other luck in one world, or a world each where a measure draws them."""
    first = composed.specification.run.seed
    seeds = seed_range(first, replicates)
    return [(composed.index + (0 if composed.measure == FIXED_WORLD else seed - first), seed) for seed in seeds]


def asked(scenarios: Mapping[str, Composition], replicates: int, record: str) -> list[Asked]:
    """Return the runs of every scenario in the same worlds with the same seeds, replicates slowest."""
    base = next(iter(scenarios.values()))
    return [Asked(RunSpec(composed.at(index, seed), record), name, composed.measure, index,
                  reproduce(composed, index, seed, record))
            for index, seed in places(base, replicates) for name, composed in scenarios.items()]


def carry_out(design: list[Asked], composed: Composition, path: Path, command: str, quiet: bool) -> Tally:
    """Run what a store lacks of a design."""
    with StoreWriter(path, provenance(command)) as writer:
        writer.request(command, len(design))
        return execute(design, writer, composed.executor, Progress(len(design), silent=quiet))


def histories(store: Store, measure: str) -> Iterator[History]:
    """Yield the finished runs of a measure, by scenario, world and seed."""
    runs = store.runs()
    runs = runs[(runs["status"] == "done") & (runs["world"] == measure)]
    nation = dict(tuple(store.table("nation").groupby("run_id")))
    events = dict(tuple(store.table("events").groupby("run_id")))
    pdus = dict(tuple(store.table("pdu").groupby("run_id"))) if store.files("pdu") else {}
    for row in runs.itertuples():
        table, wanted = nation[row.run_id], store.specification(str(row.run_id))
        series = {name: table[name].to_numpy(dtype=float) for name in NATION}
        yield History(
            str(row.scenario), int(row.world_index), int(row.seed), series, survey_of(series, wanted),
            events.get(row.run_id, next(iter(events.values())).iloc[:0] if events else empty_reports()),
            by_unit(pdus[row.run_id]) if row.run_id in pdus else {})


def survey_of(nation: Mapping[str, np.ndarray], specification: Mapping) -> dict[str, np.ndarray]:
    """Return item -> answers by month of a run, from its nation's series and its resolved specification."""
    months = np.arange(len(nation["wellbeing"]))
    switched = months >= specification["run"]["switch"]
    dials = {name: np.where(switched, specification["governance"][name], specification["history_governance"][name])
             for name in DIALS}
    parameters = SurveyParameters(**specification["world"]["survey"])
    return answers({**{name: nation[name] for name in SURVEY_COLUMNS}, **dials}, parameters)


def by_unit(table: pd.DataFrame) -> dict[str, np.ndarray]:
    """Return column -> array (months, units) of a run's table of PDUs, ordered by month and unit."""
    months = table["month"].nunique()
    return {column.name: table[column.name].to_numpy(dtype=float).reshape(months, -1) for column in COLUMNS["pdu"]}


def empty_reports() -> pd.DataFrame:
    """Return a table of reports without a row."""
    return pd.DataFrame({name: np.empty(0, int) for name in EVENT_COLUMNS})

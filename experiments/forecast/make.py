"""Making a forecast: runs from June 2021 to a month ahead, and predictive distributions read off them."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pandas as pd

from experiments.composition import Composition, compose_run
from experiments.errors import UserError
from experiments.forecast.centre import STANDARDS, judged_centre
from experiments.forecast.naive import frontier
from experiments.forecast.ordinal import counts, drawn_together, from_bands, share_reported
from experiments.forecast.quantities import quantities
from experiments.histories import LEVEL_NATION, LEVEL_PDU, LEVEL_REGION, History, asked, carry_out, histories, places
from experiments.runspec import digest
from experiments.store.read import open_store
from model.evidence.schema import words
from model.initialisation.service import Service, build_service
from model.observation.calendar import last_day, month_of_day
from model.observation.survey import AUTUMN

RECORD, SCENARIO = "nation,events", "forecast"
BANDS = tuple("p_" + band.lower().replace(" ", "_") for band in words("rating"))
QUANTILES = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
FRAMEWORK, MAXIMUM = words("framework")[1], 21
POINT_DRAWS = 200


@dataclass(frozen=True)
class Asking:
    """What is asked: words of the run, the last day known, the last month forecast (of the run), and replicates."""

    words: tuple[str, ...]
    origin: date
    until: int
    replicates: int

    @property
    def months(self) -> range:
        """The run's months that are forecast: from that of the first day not known."""
        return range(month_of_day(self.origin + timedelta(days=1)), self.until + 1)

    def months_of(self, file: str) -> list[int]:
        """Return the run's months of which figures of a file of series are forecast; the survey has one a year."""
        first = month_of_day(frontier(file, self.origin)) + 1
        return [month for month in range(first, self.until + 1)
                if file != "people_survey" or last_day(month).month == AUTUMN]

    def compose(self) -> Composition:
        """Return the composed run; raise UserError for a mistake in the words."""
        return compose_run([f"months={self.until + 1}", *self.words])

    @property
    def name(self) -> str:
        """A short name that changes with whatever the forecast depends on."""
        first = asked({SCENARIO: self.compose()}, 1, RECORD)[0]
        return digest([first.spec.id, self.origin.isoformat(), self.replicates, first.measure])[:12]


@dataclass(frozen=True)
class Tables:
    """A forecast: probabilities of ratings, and draws of every number, as tables."""

    pdus: pd.DataFrame
    regions: pd.DataFrame
    national: pd.DataFrame
    numbers: pd.DataFrame
    runs: int


def make(asking: Asking, store: Path, command: str, quiet: bool = False) -> Tables:
    """Run what a store lacks and return the forecast; raise UserError for a mistake, or where no run ends well."""
    composed = asking.compose()
    if composed.specification.service.name != "national":
        raise UserError("a forecast is of the national service: PDUs are scored by name.\nLeave service= out")
    carry_out(asked({SCENARIO: composed}, asking.replicates, RECORD), composed, store, command, quiet)
    keys = places(composed, asking.replicates)
    found = [h for h in histories(open_store(store), composed.measure)
             if h.scenario == SCENARIO and (h.world_index, h.seed) in set(keys)]
    if not found:
        raise UserError(f"no run of {store} ended well.\nSee: probgov check results={store}")
    service, months = build_service(composed.specification.service), asking.months
    national, numbers = _centre(composed, found, months)
    return Tables(_pdus(found, service, months), _regions(found, service, months), national,
                  pd.concat([_numbers(found, asking), _points(found, service, months), numbers], ignore_index=True),
                  len(found))


def _generator(*key: object) -> np.random.Generator:
    return np.random.default_rng(int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest(), "little"))


def _pdus(found: list[History], service: Service, months: range) -> pd.DataFrame:
    """Return one row a PDU and month: the chance of a report by then, and of each band if there is one."""
    n, parts = len(service.pdu_names), []
    for month in months:
        chances = drawn_together(counts(found, LEVEL_PDU, n, months[0], month), service.pdu_region)
        by_then = share_reported(found, LEVEL_PDU, n, months[0], month)
        parts.append(pd.DataFrame({
            "pdu": service.pdu_names, "region": [service.region_names[r] for r in service.pdu_region],
            "framework": FRAMEWORK, "as_of": last_day(month).isoformat(), "p_report_by": by_then,
            **dict(zip(BANDS, chances.T))}))
    return pd.concat(parts, ignore_index=True)


def _regions(found: list[History], service: Service, months: range) -> pd.DataFrame:
    """Return the same for regions."""
    n, parts = len(service.region_names), []
    for month in months:
        chances = drawn_together(counts(found, LEVEL_REGION, n, months[0], month), np.zeros(n, int))
        parts.append(pd.DataFrame({
            "region": service.region_names, "as_of": last_day(month).isoformat(),
            "p_report_by": share_reported(found, LEVEL_REGION, n, months[0], month), **dict(zip(BANDS, chances.T))}))
    return pd.concat(parts, ignore_index=True)


def _points(found: list[History], service: Service, months: range) -> pd.DataFrame:
    """Return draws of the points of each PDU if it reports by the last month, some from others of its region."""
    reports = pd.concat([h.of(LEVEL_PDU) for h in found])
    reports = reports[reports["month_published"].between(months[0], months[-1]) & (reports["max_points"] == MAXIMUM)]
    points, units = reports["points"].to_numpy(float), reports["unit"].to_numpy(int)
    parts = []
    for unit, name in enumerate(service.pdu_names):
        own, near = points[units == unit], points[service.pdu_region[units] == service.pdu_region[unit]]
        if len(near) == 0:
            continue
        rng = _generator("points", name)
        pick = rng.random(POINT_DRAWS) < len(own) / (len(own) + 10.0)
        drawn = np.where(pick, rng.choice(own if len(own) else near, POINT_DRAWS), rng.choice(near, POINT_DRAWS))
        parts.append(_draws("pdu_points", name, "points of 21", months[-1], drawn))
    return pd.concat(parts, ignore_index=True) if parts else _draws("pdu_points", "", "", months[-1], np.empty(0))


def _numbers(found: list[History], asking: Asking) -> pd.DataFrame:
    """Return draws of every series at every month not known: each run's value with what is not in the runs added."""
    parts = []
    for quantity in quantities():
        off = _generator(quantity.kind, quantity.series).normal(0.0, quantity.spread, len(found))
        for month in asking.months_of(quantity.kind):
            values = np.array([quantity.read(history, month) for history in found])
            values = values * (1 + off) if quantity.relative else values + off
            parts.append(_draws(quantity.kind, quantity.series, quantity.unit, month, values))
    return pd.concat(parts, ignore_index=True)


def _centre(composed: Composition, found: list[History], months: range) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return probabilities of the centre's ratings, and draws of its numbers; empty where it is not inspected."""
    reports = pd.concat([h.of(LEVEL_NATION).head(1) for h in found])
    reports = reports[reports["month_published"].between(months[0], months[-1])]
    if reports.empty:
        return pd.DataFrame(columns=["item", "as_of", *BANDS]), _draws("national_inspection", "", "", 0, np.empty(0))
    run = composed.specification.run
    fieldwork = run.switch + int(composed.specification.national.first_month)
    published = int(reports["month_published"].max())
    judged = [judged_centre(composed.at(h.world_index, h.seed), fieldwork) for h in found]
    bands = {"overall_rating": reports["overall"].to_numpy(),
             **{name: np.array([one.bands[name] for one in judged]) for name in STANDARDS}}
    rows = [{"item": item, "as_of": last_day(published).isoformat(), **dict(zip(BANDS, from_bands(values)))}
            for item, values in bands.items()]
    numbers = {"total_score": reports["points"].to_numpy(float),
               **{name: np.array([one.shares[name] for one in judged]) for name in judged[0].shares}}
    off = {name: _generator("national", name).normal(0.0, 0.0 if name == "total_score" else 5.0, len(values))
           for name, values in numbers.items()}
    return pd.DataFrame(rows), pd.concat(
        [_draws("national_inspection", name, "points of 12" if name == "total_score" else "percent of cases", published,
                values + off[name]) for name, values in numbers.items()], ignore_index=True)


def _draws(kind: str, series: str, unit: str, month: int, values: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame({"kind": kind, "series": series, "unit": unit, "month": month, "draw": np.arange(len(values)),
                         "value": np.asarray(values, dtype=float)})

"""Later observations, row by row: what can be scored, and what cannot, with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from experiments.errors import UserError
from experiments.forecast.folder import Stored
from experiments.forecast.make import BANDS, FRAMEWORK, MAXIMUM
from experiments.forecast.naive import REGIONAL, SERIES_FILES, day_of, frontier
from experiments.forecast.names import find_pdu
from experiments.forecast.quantities import series_of, why_not
from model.evidence.errors import EvidenceError
from model.evidence.reader import Row, read
from model.evidence.schema import words
from model.observation.calendar import last_day, month_of_day

FILES = ("pdu_ratings", "region_ratings", "workforce", "outcomes", "people_survey", "national_inspection")
NAMES = words("rating")
GAP = "the cell is empty or says 'not read'"


@dataclass(frozen=True)
class Case:
    """One observation with its forecast: `chances` of the bands for a word, `draws` for a number."""

    kind: str
    file: str
    name: str
    day: date
    observed: float
    cluster: str
    unit: str = ""
    framework: str = ""
    chances: tuple[float, ...] = ()
    draws: np.ndarray | None = None
    note: str = ""


@dataclass(frozen=True)
class NotForecast:
    """One row that is not scored, and why."""

    file: str
    row: str
    reason: str


def observations(folder: Path) -> dict[str, list[Row]]:
    """Return the rows of every known file of a folder; raise UserError where there is none, or a row is bad."""
    if not folder.is_dir():
        raise UserError(f"observations={folder}: there is no such folder.\nGive a folder of CSV files: {_files()}")
    found = {}
    for name in FILES:
        if (folder / f"{name}.csv").exists():
            try:
                found[name] = read(name, folder, gaps=True)
            except EvidenceError as error:
                raise UserError(str(error)) from None
    if not found:
        raise UserError(f"observations={folder} holds none of the files that can be scored.\nAllowed: {_files()}")
    return found


def packaged(after: date) -> dict[str, list[Row]]:
    """Return the packaged rows that speak of a later day."""
    return {name: [row for row in read(name) if day_of(name, row) > after] for name in FILES[:-1]}


def _files() -> str:
    return ", ".join(f"{name}.csv" for name in FILES)


class Matching:
    """Rows brought together with a stored forecast."""

    def __init__(self, stored: Stored) -> None:
        self.origin, self.until = (date.fromisoformat(stored.about[key]) for key in ("from", "until"))
        self.known = {file: frontier(file, self.origin) for file in SERIES_FILES}
        tables = stored.tables
        self.pdus = dict(tuple(tables.pdus.groupby("as_of")))
        self.regions = tables.regions.set_index(["region", "as_of"])
        self.national = tables.national.set_index("item")
        self.numbers = {key: part["value"].to_numpy() for key, part in tables.numbers.groupby(
            ["kind", "series", "month"])}
        self.held = {(kind, series) for kind, series, _ in self.numbers}
        first = next(iter(self.pdus.values()), pd.DataFrame({"pdu": [], "region": []}))
        self.names, self.where = list(first["pdu"]), list(first["region"])

    def cases(self, rows: dict[str, list[Row]]) -> Iterator[Case | NotForecast]:
        """Yield every row as cases, or with the reason why it is none."""
        for file, lines in rows.items():
            for row in lines:
                name, day = label(file, row), day_of(file, row)
                late = f"later than the forecast, which ends on {self.until.isoformat()}"
                known = self.known.get(file, self.origin)
                if day <= known:
                    yield NotForecast(file, name, f"not later than what was known of its kind ({known.isoformat()})")
                elif file != "national_inspection" and day > self.until:
                    yield NotForecast(file, name, late)
                else:
                    yield from getattr(self, f"_{file}")(row, name, day)

    def _pdu_ratings(self, row: Row, name: str, day: date) -> Iterator[Case | NotForecast]:
        if row["overall_rating"] is None:
            yield NotForecast("pdu_ratings", name, GAP)
            return
        region = str(row["region"])
        at = find_pdu(str(row["pdu"]), region, self.names, self.where)
        table = self.pdus[month_end(day)]
        if at is None and region not in self.where:
            yield NotForecast("pdu_ratings", name, "the service has no such region")
            return
        part = table.iloc[[at]] if at is not None else table[table["region"] == region]
        note = "" if at is not None else "no PDU of this name: forecast as any of its region"
        yield Case("pdu_ratings", "pdu_ratings", str(row["pdu"]), day, NAMES.index(str(row["overall_rating"])), region,
                   framework=str(row["framework"]), chances=normed(part[list(BANDS)].mean().to_numpy()), note=note)
        draws = self._points(at)
        if row["total_score"] is None:
            return
        if draws is None or row["max_score"] != MAXIMUM or row["framework"] != FRAMEWORK:
            yield NotForecast("pdu_ratings", f"{name}, total", "points are forecast by PDU and of 21 only")
        else:
            yield Case("pdu_points", "pdu_ratings", str(row["pdu"]), day, float(str(row["total_score"])), region,
                       "points", draws=draws)

    def _points(self, at: int | None) -> np.ndarray | None:
        month = month_of_day(self.until)
        return self.numbers.get(("pdu_points", self.names[at], month)) if at is not None else None

    def _region_ratings(self, row: Row, name: str, day: date) -> Iterator[Case | NotForecast]:
        word, region = row["overall_rating"], str(row["region"])
        if word is None:
            yield NotForecast("region_ratings", name, GAP)
        elif row["inspection_type"] != REGIONAL or word not in NAMES:
            yield NotForecast("region_ratings", name, "only an overall word of a core regional inspection is forecast")
        elif (region, month_end(day)) not in self.regions.index:
            yield NotForecast("region_ratings", name, "the service has no such region")
        else:
            chances = self.regions.loc[(region, month_end(day)), list(BANDS)].to_numpy(float)
            yield Case("region_ratings", "region_ratings", region, day, NAMES.index(str(word)), region,
                       chances=normed(chances))

    def _series(self, file: str, row: Row, name: str, day: date) -> Iterator[Case | NotForecast]:
        series = series_of(file, row)
        if (file, series) not in self.held:
            yield NotForecast(file, name, why_not(file, series))
        elif row["value"] is None:
            yield NotForecast(file, name, GAP)
        else:
            yield Case(file, file, series, day, float(str(row["value"])), series, str(row["unit"] or ""),
                       draws=self.numbers[file, series, month_of_day(day)])

    def _workforce(self, row: Row, name: str, day: date) -> Iterator[Case | NotForecast]:
        yield from self._series("workforce", row, name, day)

    def _outcomes(self, row: Row, name: str, day: date) -> Iterator[Case | NotForecast]:
        yield from self._series("outcomes", row, name, day)

    def _people_survey(self, row: Row, name: str, day: date) -> Iterator[Case | NotForecast]:
        yield from self._series("people_survey", row, name, day)

    def _national_inspection(self, row: Row, name: str, day: date) -> Iterator[Case | NotForecast]:
        item, value = str(row["item"]), row["value"]
        draws = next((part for (kind, series, _), part in self.numbers.items()
                      if (kind, series) == ("national_inspection", item)), None)
        if value is None:
            yield NotForecast("national_inspection", name, GAP)
        elif item in self.national.index:
            if value not in NAMES:
                raise UserError(f"national_inspection.csv, {item}: {value!r} is not a rating.\nAllowed: "
                                + "; ".join(NAMES))
            yield Case("national_ratings", "national_inspection", item, day, NAMES.index(str(value)), "nation",
                       chances=normed(self.national.loc[item, list(BANDS)].to_numpy(float)))
        elif draws is None:
            yield NotForecast("national_inspection", name, "the forecast's regime does not inspect the centre")
        elif isinstance(value, str):
            raise UserError(f"national_inspection.csv, {item}: {value!r} is not a number.\nAllowed: a number")
        else:
            yield Case("national_numbers", "national_inspection", item, day, float(str(value)), "nation",
                       str(row["unit"] or ""), draws=draws)


def label(file: str, row: Row) -> str:
    """Return a row's name for readers."""
    keys = {"pdu_ratings": ("pdu", "publication_date"), "region_ratings": ("region", "publication_date"),
            "workforce": ("measure", "grade_or_group", "as_of"), "outcomes": ("measure", "as_of"),
            "people_survey": ("body", "item", "year"), "national_inspection": ("item", "as_of")}[file]
    return ", ".join(str(getattr(row[key], "text", row[key])) for key in keys)


def month_end(day: date) -> str:
    """Return the last day of a day's month as it stands in a forecast."""
    return last_day(month_of_day(day)).isoformat()


def normed(chances: np.ndarray) -> tuple[float, ...]:
    """Return chances that sum to one exactly (files hold six digits)."""
    values = np.asarray(chances, dtype=float)
    return tuple(values / values.sum())

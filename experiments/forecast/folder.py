"""A forecast as files: probabilities and quantiles as CSV, draws as Parquet, and what they rest on as JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from experiments.calibration.stored import calibrations
from experiments.errors import UserError
from experiments.forecast.make import QUANTILES, Asking, Tables
from experiments.store.layout import make_folder, write_json, write_whole
from experiments.store.provenance import provenance
from model.observation.calendar import last_day

NAME = "forecast.json"
KINDS = ("workforce", "people_survey", "outcomes", "pdu_points", "national_inspection")


@dataclass(frozen=True)
class Stored:
    """A stored forecast: its tables, and what forecast.json says."""

    path: Path
    about: dict
    tables: Tables


def save(folder: Path, asking: Asking, tables: Tables, command: str) -> dict:
    """Write a forecast into a folder, forecast.json last, and return what that says."""
    make_folder(folder)
    for name, table in (("pdu_ratings", tables.pdus), ("region_ratings", tables.regions),
                        ("national_inspection_ratings", tables.national)):
        _csv(folder / f"{name}.csv", table)
    for kind in KINDS:
        _csv(folder / f"{kind}_numbers.csv", quantiles(tables.numbers[tables.numbers["kind"] == kind]))
    drawn = pa.Table.from_pandas(tables.numbers, preserve_index=False)
    write_whole(folder / "draws.parquet", lambda stream: pq.write_table(drawn, stream, compression="zstd"))
    known = provenance(command)
    about = {"from": asking.origin.isoformat(), "until": last_day(asking.until).isoformat(),
             "words": list(asking.words),
             "replicates": asking.replicates, "runs": tables.runs, "version": known["code_version"],
             "model": known["model_hash"], "command": command, "national_inspection": not tables.national.empty,
             "calibrated": calibrated(asking.words),
             "files": sorted(file.name for file in folder.iterdir() if file.is_file())}
    write_json(folder / NAME, about)
    return about


def calibrated(words: Sequence[str]) -> bool:
    """Return whether a forecast's worlds are those of a calibration."""
    return any(word.partition("=")[0] == "world" and word.partition("=")[2] in calibrations() for word in words)


def quantiles(numbers: pd.DataFrame) -> pd.DataFrame:
    """Return one row a series and month with the quantiles of its draws."""
    keys = ["series", "unit", "month"]
    if numbers.empty:
        return pd.DataFrame(columns=["series", "unit", "as_of", *(f"q{round(100 * q):02d}" for q in QUANTILES)])
    found = numbers.groupby(keys, sort=False)["value"].quantile(list(QUANTILES)).unstack().reset_index()
    found.columns = [*keys, *(f"q{round(100 * q):02d}" for q in QUANTILES)]
    found.insert(2, "as_of", [last_day(int(month)).isoformat() for month in found["month"]])
    return found.drop(columns="month")


def load(folder: Path) -> Stored:
    """Return a stored forecast; raise UserError where a folder holds none that can be read."""
    try:
        about = json.loads((folder / NAME).read_text(encoding="utf-8"))
        pdus, regions, national = (pd.read_csv(folder / f"{name}.csv") for name in (
            "pdu_ratings", "region_ratings", "national_inspection_ratings"))
        numbers = pq.read_table(folder / "draws.parquet").to_pandas()
        return Stored(folder, about, Tables(pdus, regions, national, numbers, int(about["runs"])))
    except (OSError, ValueError, KeyError, pa.ArrowInvalid) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UserError(f"results={folder} holds no forecast that can be read: {reason}.\n"
                        "Make one: probgov forecast until=2026-06") from None


def newest(root: Path, origin: date) -> Path | None:
    """Return the forecast written last of those made on what was known on a day, None where there is none."""
    files = sorted(root.glob(f"forecast-*/{NAME}"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files:
        try:
            if json.loads(file.read_text(encoding="utf-8"))["from"] == origin.isoformat():
                return file.parent
        except (OSError, ValueError, KeyError):
            continue
    return None


def _csv(path: Path, table: pd.DataFrame) -> None:
    text = table.to_csv(index=False, lineterminator="\n", float_format="%.6g").encode()
    write_whole(path, lambda stream: stream.write(text))

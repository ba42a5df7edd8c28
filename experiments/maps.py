"""Tables for the tile map: published ratings by name, and simulated units by number. Never the one as the other."""

import shlex
from collections.abc import Sequence

import pandas as pd

from experiments.forking import rebuilt
from experiments.store.read import Store
from experiments.two_worlds.tiles import LETTERS, PLACES, RATED
from model.evidence.reader import read
from model.initialisation.service import Service, build_service

BANDS = ("Outstanding", "Good", "Requires improvement", "Inadequate")
"""Shades from 0: the best is the lightest."""
NOT_RATED = "no report held"
QUALITY = (0.80, 0.65, 0.50)
"""Limits of the bands of quality, from the best down."""
CLASSES = ("80% or more", "65% to 80%", "50% to 65%", "under 50%")


def observed_ratings() -> pd.DataFrame:
    """Return one row a PDU with its last rating held; a report on a unit that is not listed is a row of its own."""
    reports: dict[tuple[str, str], dict] = {}
    for report in read("pdu_ratings"):
        key = (str(report["region"]), str(report["pdu"]))
        if key not in reports or _date(report) > _date(reports[key]):
            reports[key] = report
    keys = dict.fromkeys([(str(row["region"]), str(row["pdu"])) for row in read("pdus")] + list(reports))
    rows = [_rated(region, pdu, reports.get((region, pdu))) for region, pdu in keys]
    return pd.DataFrame(rows).sort_values(["row", "column"], kind="stable").reset_index(drop=True)


def _date(report: dict) -> str:
    return report["publication_date"].first.isoformat()


def _rated(region: str, pdu: str, report: dict | None) -> dict:
    row, column = PLACES[region]
    band = str(report["overall_rating"]) if report else NOT_RATED
    letters = dict(zip(RATED, LETTERS))
    return {"region": region, "row": row, "column": column, "unit": pdu,
            "shade": BANDS.index(band) if report else -1, "text": letters[band] if report else "", "words": band}


def stored_quality(store: Store, months: int) -> tuple[pd.DataFrame, int, list[str]]:
    """Return one row a simulated unit with its true quality, the month (from 0) it is of, and the run's words.

    Of the first run of a store that was recorded unit by unit: `months` after its switch, or at its end where that is
    earlier. Units are numbered: they stand for no real unit. Raises UserError where no unit was recorded.
    """
    table = store.table("pdu", ["true_quality"])
    run_id = str(table["run_id"].iloc[0])
    own = table[table["run_id"] == run_id]
    specification = rebuilt(store.specification(run_id))
    month = min(specification.run.switch + months, int(own["month"].max()))
    asked = store.runs().set_index("run_id").loc[[run_id], "command"].iloc[0]
    values = own[own["month"] == month].sort_values("unit")["true_quality"]
    return simulated_tiles(values.tolist(), build_service(specification.service)), month, shlex.split(asked)


def simulated_tiles(values: Sequence[float], service: Service) -> pd.DataFrame:
    """Return one row a simulated unit with its true quality, `values` in the order of the service's units."""
    rows = []
    for unit, value in enumerate(values):
        region = service.region_names[service.pdu_region[unit]]
        shade = sum(value < limit for limit in QUALITY)
        rows.append({"region": region, "row": PLACES[region][0], "column": PLACES[region][1],
                     "unit": f"unit {unit + 1}", "shade": shade, "text": f"{value:.0%}", "words": CLASSES[shade]})
    return pd.DataFrame(rows).sort_values(["row", "column"], kind="stable").reset_index(drop=True)

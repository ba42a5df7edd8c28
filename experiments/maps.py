"""Tables for the tile map: published ratings by name, and simulated units by number. Never the one as the other."""

from collections.abc import Sequence

import pandas as pd

from experiments.composition import compose_run
from experiments.two_worlds.tiles import LETTERS, PLACES, RATED
from model.evidence.reader import read
from model.initialisation.service import build_service
from model.observation.columns import PDU
from model.simulation import simulate

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


def simulated_quality(words: Sequence[str], month: int) -> pd.DataFrame:
    """Return one row a simulated unit with its true quality in a month of one run described by `key=value` words.

    Units are numbered: they stand for no real unit. Raises UserError for a mistake in the words.
    """
    composed = compose_run(words)
    service = build_service(composed.specification.service)
    found = simulate(composed.specification, record=("nation", "pdu")).pdu
    assert found is not None
    values = found[month, :, [column.name for column in PDU].index("true_quality")]
    rows = []
    for unit, value in enumerate(values):
        region = service.region_names[service.pdu_region[unit]]
        shade = sum(value < limit for limit in QUALITY)
        rows.append({"region": region, "row": PLACES[region][0], "column": PLACES[region][1],
                     "unit": f"unit {unit + 1}", "shade": shade, "text": f"{value:.0%}", "words": CLASSES[shade]})
    return pd.DataFrame(rows).sort_values(["row", "column"], kind="stable").reset_index(drop=True)

"""Figures of what was observed: drawn from the evidence files, with ids that stand for their content."""

import hashlib
from collections.abc import Callable
from pathlib import Path

SUBTITLE = ("Last rating of each Probation Delivery Unit in reports published up to November 2024 that the evidence "
            "holds. Letters: I Inadequate, RI Requires improvement, G Good, O Outstanding. {other} of the units are "
            "named in their reports otherwise than in the reference list, and stand as tiles of their own.")


def observed_ratings(folder: Path) -> list[Path]:
    """Draw the map of published ratings into a folder and return its files."""
    from analysis.figures import tile_map
    from analysis.figures.save import save
    from analysis.figures.style import Facts
    from experiments.maps import BANDS, NOT_RATED
    from experiments.maps import observed_ratings as table_of
    from model.evidence.reader import read

    table = table_of()
    listed = {(row["region"], row["pdu"]) for row in read("pdus")}
    other = sum((region, unit) not in listed for region, unit in zip(table["region"], table["unit"]))
    facts = Facts("England and Wales", f"{int((table['words'] != NOT_RATED).sum())} units with a report held.",
                  "model/evidence/pdu_ratings.csv, an address for each row.",
                  f"observed_ratings-{_digits(table)}", observed=True)
    drawn = tile_map.draw(table, tile_map.message(table), SUBTITLE.format(other=other), BANDS, facts)
    save(drawn.figure, drawn.data, "observed_ratings", folder, drawn.alt)
    return sorted(folder.glob("observed_ratings.*"))


def _digits(table) -> str:
    """Return what stands for a table's content in an id."""
    return hashlib.sha256(table.to_csv(index=False).encode()).hexdigest()[:8]


EVIDENCE_FIGURES: dict[str, Callable[[Path], list[Path]]] = {"observed_ratings": observed_ratings}

"""Figures of what was observed: drawn from the evidence files, with ids that stand for their content."""

import hashlib

NAME = "observed_ratings"
SUBTITLE = ("Last rating of each Probation Delivery Unit in reports published up to November 2024 that the evidence "
            "holds. Letters: I Inadequate, RI Requires improvement, G Good, O Outstanding. {other} of the units are "
            "named in their reports otherwise than in the reference list, and stand as tiles of their own.")


def observed_ratings(identity: str):
    """Draw the map of published ratings."""
    from analysis.figures import tile_map
    from analysis.figures.style import Facts
    from experiments.maps import BANDS, NOT_RATED
    from experiments.maps import observed_ratings as table_of
    from model.evidence.reader import read

    table = table_of()
    listed = {(row["region"], row["pdu"]) for row in read("pdus")}
    other = sum((region, unit) not in listed for region, unit in zip(table["region"], table["unit"]))
    facts = Facts("England and Wales", f"{int((table['words'] != NOT_RATED).sum())} units with a report held.",
                  "model/evidence/pdu_ratings.csv, an address for each row.", identity, observed=True)
    return tile_map.draw(table, tile_map.message(table), SUBTITLE.format(other=other), BANDS, facts)


def digits() -> str:
    """Return what stands for the published ratings in an id."""
    from experiments.maps import observed_ratings as table_of

    return hashlib.sha256(table_of().to_csv(index=False).encode()).hexdigest()[:8]

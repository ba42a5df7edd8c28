"""Which regions and PDUs there are, and how far regions lie from one another on the map."""

from typing import NamedTuple

import numpy as np

from model.evidence.reader import read
from model.initialisation.assumptions import names, table


class Unit(NamedTuple):
    """One PDU by name, with the name of its region."""

    name: str
    region: str


def region_names() -> list[str]:
    """Return the names of all regions in the order of regions.csv."""
    return [str(row["region"]) for row in read("regions")]


def units() -> list[Unit]:
    """Return the PDUs of the model, 108 of the 110 listed (A-001, A-002), in the order of pdus.csv."""
    left_out, merged = set(names("left_out_units")), table("merged_units")
    found: dict[Unit, None] = {}
    for row in read("pdus"):
        name = str(row["pdu"])
        if name not in left_out:
            found[Unit(merged.get(name, name), str(row["region"]))] = None
    return list(found)


def region_steps(chosen: list[str]) -> np.ndarray:
    """Return an int64 matrix (regions, regions): borders crossed on the shortest way between two regions.

    Steps are counted on the whole map, so leaving regions out moves nobody further apart.
    """
    neighbours = table("neighbours")
    steps = np.zeros((len(chosen), len(chosen)), dtype=np.int64)
    for i, start in enumerate(chosen):
        distance = _distances(start, neighbours)
        steps[i] = [distance[other] for other in chosen]
    return steps


def _distances(start: str, neighbours: dict[str, list[str]]) -> dict[str, int]:
    distance, frontier = {start: 0}, [start]
    while frontier:
        reached = [name for here in frontier for name in neighbours[here] if name not in distance]
        for name in reached:
            distance[name] = distance[frontier[0]] + 1
        frontier = list(dict.fromkeys(reached))
    return distance

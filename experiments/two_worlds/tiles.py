"""The map: one tile a PDU, in blocks of regions placed roughly as on the map; each has a number beside its shade."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from experiments.two_worlds.reports import unit_name
from experiments.two_worlds.world import World
from model.initialisation.service import build_service
from model.inspection.publication import LEVEL_PDU, LEVEL_REGION

SHADES = 5
BREAKS = {
    "true_quality": (0.35, 0.50, 0.65, 0.80),
    "evidenced_quality": (0.35, 0.50, 0.65, 0.80),
    "rating": (-0.5, 0.5, 1.5, 2.5),
    "wellbeing": (0.40, 0.50, 0.60, 0.70),
    "pressure": (0.30, 0.45, 0.60, 0.75),
}
"""Where the next shade begins: for quality at the bands' own edges (50, 65 and 80%); the rest set for the eye."""
TITLES = {"true_quality": "True quality", "evidenced_quality": "Evidenced quality", "rating": "Rated quality",
          "wellbeing": "Morale (wellbeing)", "pressure": "Pressure"}
LETTERS = ("–", "I", "RI", "G", "O")
RATED = ("not rated", "Inadequate", "Requires improvement", "Good", "Outstanding")
PLACES = {
    "North East": (1, 3), "North West": (2, 1), "Greater Manchester": (2, 2), "Yorkshire and the Humber": (2, 3),
    "Wales": (3, 1), "West Midlands": (3, 2), "East Midlands": (3, 3), "East of England": (3, 4),
    "South West": (4, 1), "South Central": (4, 2), "London": (4, 3), "Kent, Surrey and Sussex": (4, 4)}
"""Row and column of each region's block."""


class Tile(NamedTuple):
    """One PDU: its number from 0, what is written on it, its shade (0 to 4, -1 nothing to show) and its words."""

    unit: int
    text: str
    shade: int
    words: str


class Block(NamedTuple):
    """One region with its tiles, and where it stands."""

    region: int
    row: int
    column: int
    text: str
    shade: int
    words: str
    tiles: tuple[Tile, ...]


def blocks(world: World, colour: str) -> list[Block]:
    """Return the map of a world in the last month done; before the first nothing is shown."""
    service = build_service(world.specification.service)
    units, regions = world.now("pdu", colour), world.now("region", colour)
    placed = _squeezed([PLACES[name] for name in service.region_names])
    found = []
    for r in range(len(service.region_names)):
        tiles = tuple(Tile(int(i), *_shown(units[i], colour, unit_name(LEVEL_PDU, int(i))))
                      for i in np.flatnonzero(service.pdu_region == r))
        row, column = placed[r]
        text, shade, words = _shown(regions[r], colour, unit_name(LEVEL_REGION, r))
        found.append(Block(r, row, column, text, shade, words, tiles))
    return found


def legend(colour: str) -> list[tuple[int, str]]:
    """Return (shade, words) of each class of values."""
    if colour == "rating":
        return [(shade, f"{letter} {word}") for shade, (letter, word) in enumerate(zip(LETTERS, RATED))]
    edges = [f"{edge:g}" for edge in BREAKS[colour]]
    return [(0, f"under {edges[0]}"), *((k + 1, f"{low} to {high}") for k, (low, high) in
            enumerate(pairwise(edges))), (SHADES - 1, f"{edges[-1]} or more")]


def _shown(value: float, colour: str, name: str) -> tuple[str, int, str]:
    """Return what is written on a tile, its shade and its words."""
    if np.isnan(value):
        return "", -1, f"{name}: nothing yet"
    shade = int(np.searchsorted(BREAKS[colour], value, side="right"))
    if colour == "rating":
        return LETTERS[shade], shade, f"{name}: {RATED[shade]}"
    return f"{value:.2f}", shade, f"{name}: {TITLES[colour].lower()} {value:.2f}"


def _squeezed(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places without the rows and columns that are empty."""
    rows, columns = (sorted({place[k] for place in places}) for k in (0, 1))
    return [(rows.index(row) + 1, columns.index(column) + 1) for row, column in places]

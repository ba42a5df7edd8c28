"""The tile map: every unit once, within its region's block, with words on it; observed is never called simulated."""

from collections import Counter

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Rectangle

from analysis.figures import tile_map
from analysis.figures.style import Facts
from experiments.documents.figure_sources import source_of
from experiments.maps import BANDS, NOT_RATED, observed_ratings
from model.evidence.reader import read


@pytest.fixture(scope="module")
def table():
    return observed_ratings()


def test_every_listed_unit_stands_once_and_keeps_its_last_published_rating(table):
    units = Counter(zip(table["region"], table["unit"]))
    assert max(units.values()) == 1
    assert {(row["region"], row["pdu"]) for row in read("pdus")} <= set(units)
    last = {}
    for row in sorted(read("pdu_ratings"), key=lambda row: row["publication_date"].first):
        last[row["region"], row["pdu"]] = row["overall_rating"]
    shown = table[table["words"] != NOT_RATED].set_index(["region", "unit"])["words"].to_dict()
    assert shown == last


def test_the_title_counts_what_the_tiles_show(table):
    counts = Counter(table.loc[table["shade"] >= 0, "words"])
    for words, number in counts.items():
        assert f"{number} {words}" in tile_map.message(table)
    assert f"Of {sum(counts.values())} units" in tile_map.message(table)


def test_tiles_of_a_block_do_not_overlap_and_lie_within_the_picture(table):
    drawn = tile_map.draw(table, "t", "s", BANDS, Facts("England and Wales", "n.", "src", observed=True))
    FigureCanvasAgg(drawn.figure).draw()
    axes = drawn.figure.axes[0]
    tiles = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    assert len(tiles) == len(table)
    assert len({tile.get_xy() for tile in tiles}) == len(tiles)
    left, right = axes.get_xlim()
    low, high = axes.get_ylim()
    for tile in tiles:
        x, y = tile.get_xy()
        assert left <= x < x + tile.get_width() <= right
        assert high <= y < y + tile.get_height() <= low


def test_what_was_observed_is_called_observed_and_carries_an_id(table, tmp_path):
    source = source_of("observed_ratings")
    [files] = source.draw(tmp_path, ["observed_ratings"], tmp_path).values()
    assert {file.suffix for file in files} == {".png", ".svg", ".csv", ".txt"}
    saved = pd.read_csv(tmp_path / "observed_ratings.csv", keep_default_na=False)
    assert list(saved["unit"]) == list(table["unit"])
    facts = Facts("g", "r", "s", "observed_ratings-01234567", observed=True)
    texts = [text.get_text() for text in tile_map.draw(table, "t", "s", BANDS, facts).figure.texts]
    assert any(text.startswith("Observed, not simulated.") for text in texts)
    assert any("Figure id observed_ratings-01234567." in text for text in texts)
    texts = [text.get_text() for text in tile_map.draw(table, "t", "s", BANDS, Facts("g", "r", "s")).figure.texts]
    assert any(text.startswith("Simulated, not observed.") for text in texts)

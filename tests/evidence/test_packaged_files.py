"""The packaged evidence: every file is read, and holds what its README says it holds."""

import csv
import re
from collections import Counter

import pytest

from model.evidence.reader import read
from model.evidence.schema import FOLDER, evidence_files, words


def rows_in_readme() -> dict[str, int]:
    """Return file -> number of rows from the README's table."""
    counts = {}
    for line in (FOLDER / "README.md").read_text(encoding="utf-8").splitlines():
        found = re.match(r"\| ((?:\w+\.csv(?:, )?)+) \| ([\d, ]+) \|", line)
        if found:
            counts.update(zip(found[1].split(", "), map(int, found[2].split(", "))))
    return counts


def test_readme_names_every_file():
    packaged = {path.name for path in FOLDER.glob("*.csv")}
    assert set(rows_in_readme()) == packaged == {f"{name}.csv" for name in evidence_files()}


@pytest.mark.parametrize("file, rows", rows_in_readme().items())
def test_every_file_is_read_and_has_as_many_rows_as_its_readme_says(file, rows):
    assert len(read(file.removesuffix(".csv"))) == rows


@pytest.mark.parametrize("name", evidence_files())
def test_no_cell_is_lost_in_reading(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        filled = [sum(bool(cell.strip()) for cell in row.values()) for row in csv.DictReader(stream)]
    assert [sum(value is not None for value in row.values()) for row in read(name)] == filled


def test_ratings_by_framework_are_those_published():
    found = Counter((row["framework"][:7], row["overall_rating"]) for row in read("pdu_ratings"))
    assert found == {
        ("2021-23", "Good"): 1, ("2021-23", "Requires improvement"): 18, ("2021-23", "Inadequate"): 16,
        ("2023-25", "Requires improvement"): 7, ("2023-25", "Inadequate"): 7,
    }


def test_reinspections_are_two_up_one_same_one_down():
    bands = words("rating")
    moves = [bands.index(row["overall_rating"]) - bands.index(row["previous_rating"])
             for row in read("pdu_ratings") if row["previous_rating"]]
    assert sorted(moves) == [-1, 0, 1, 1]


def test_regions_are_the_declared_twelve_and_their_vacancies_sum_to_the_published_total():
    rows = read("regions")
    assert tuple(row["region"] for row in rows) == words("region")
    total = next(row["value"] for row in read("workforce") if row["measure"].startswith("vacancies all grades"))
    assert sum(row["vacancies_fte_all_grades"] for row in rows) == total == 1286


def test_units_by_region_agree_between_the_two_files():
    listed = Counter(row["region"] for row in read("pdus"))
    assert listed == {row["region"]: row["n_pdus"] for row in read("regions")}


def test_people_survey_holds_43_items_and_the_known_engagement_of_probation():
    rows = read("people_survey")
    assert len({row["item"] for row in rows}) == 43
    engagement = {row["year"]: row["value"] for row in rows
                  if row["body"] == "probation" and row["item"] == "engagement_index"}
    assert (engagement[2014], engagement[2020], engagement[2021]) == (52, 63, 59.6)


def test_spans_words_and_commas_are_kept():
    span = next(row for row in read("region_ratings") if row["region"] == "East of England")["publication_date"]
    assert (span.text, span.first.isoformat(), span.last.isoformat()) == ("2024-09/2024-10", "2024-09-01", "2024-10-31")
    effects = [row["effect_central"] for row in read("channel_effects")]
    assert sum(isinstance(effect, float) for effect in effects) == 80
    assert sum(isinstance(effect, str) for effect in effects) == 54
    assert effects.count(None) == 15
    assert any(row["pdu"] == "Herefordshire, Shropshire and Telford" for row in read("pdus"))


def test_every_row_says_where_it_was_read_except_the_few_that_say_they_were_not():
    missing = [(name, i) for name in evidence_files() for i, row in enumerate(read(name)) if not row["source_url"]]
    assert len(missing) == 3

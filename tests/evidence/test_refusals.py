"""A bad evidence file is refused, with file, line, column, value, reason and what is allowed."""

import csv
import io

import pytest

from model.evidence import reader
from model.evidence.dates import evidence_date
from model.evidence.errors import EvidenceError
from model.evidence.reader import read
from model.evidence.schema import FOLDER


def text_of(name: str, changes: dict | None = None, row: int = 0, columns: list[str] | None = None) -> str:
    """Return a packaged file's header and first four rows as CSV, with changes made in one row."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))[:4]
    rows[row].update(changes or {})
    out = io.StringIO()
    writer = csv.DictWriter(out, columns or list(rows[0]), extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def refusal(folder, name: str, content: str | bytes) -> EvidenceError:
    data = content.encode() if isinstance(content, str) else content
    (folder / f"{name}.csv").write_bytes(data)
    with pytest.raises(EvidenceError) as caught:
        read(name, folder)
    error = caught.value
    assert error.file == str(folder / f"{name}.csv")
    assert error.file in str(error)
    assert error.allowed in str(error)
    return error


BAD_CELLS = [
    ("pdu_ratings", "overall_rating", "Requires Improvement", "not known", "Requires improvement"),
    ("pdu_ratings", "region", "East Anglia", "not known", "East of England"),
    ("pdu_ratings", "framework", "2019", "not known", "2021-23"),
    ("pdu_ratings", "overall_rating", "", "empty", "Outstanding"),
    ("pdu_ratings", "publication_date", "17/05/2022", "not a date", "2022-05-17"),
    ("pdu_ratings", "publication_date", "May 2022", "not a date", "2022-05"),
    ("pdu_ratings", "publication_date", "2022-02-30", "day of the calendar", "2022-05"),
    ("pdu_ratings", "publication_date", "2024-10/2024-09", "ends before", "span"),
    ("pdu_ratings", "max_score", "27.5", "not a whole number", "whole number"),
    ("pdu_ratings", "total_score", "28", "contradicts max_score", "at most max_score, here 27"),
    ("pdu_ratings", "total_score", "-1", "out of range", "at least 0"),
    ("pdu_ratings", "pct_implementation_keep_safe", "120", "out of range", "0 to 100"),
    ("workforce", "value", "many", "not a number", "a number"),
    ("workforce", "value", "nan", "not a finite number", "a number"),
    ("workforce", "value", "inf", "not a finite number", "a number"),
    ("workforce", "value", "1,007", "not a number", "a number"),
    ("people_survey", "value", "101", "out of range", "0 to 100"),
    ("people_survey", "body", "police", "not known", "probation"),
    ("archetype_sources", "low", "0.95", "contradicts low", "at least low"),
    ("archetype_sources", "dial", "firmness", "not known", "grip"),
    ("channel_effects", "direction", "gain", "not known", "benefit"),
]


@pytest.mark.parametrize("name, column, value, reason, allowed", BAD_CELLS)
def test_a_bad_cell_is_refused_with_its_place(tmp_path, name, column, value, reason, allowed):
    error = refusal(tmp_path, name, text_of(name, {column: value}, row=2))
    assert error.row == 4
    assert error.column == column or reason == "contradicts low"
    assert reason in error.reason
    assert allowed in error.allowed
    assert "line 4" in str(error)


def test_a_missing_column_is_named(tmp_path):
    error = refusal(tmp_path, "regions", text_of("regions", columns=["region", "n_pdus", "source_url"]))
    assert (error.column, error.row) == ("n_pdus_basis", 1)
    assert "missing" in error.reason


def test_a_misspelt_column_is_named(tmp_path):
    content = text_of("pdus").replace("region,pdu,as_of,note", "region,pdu,as_of,note,notes", 1)
    assert refusal(tmp_path, "pdus", content).column == "notes"


def test_a_column_that_stands_twice_is_named(tmp_path):
    content = text_of("pdus").replace("region,pdu,as_of,note", "region,pdu,as_of,note,pdu", 1)
    assert refusal(tmp_path, "pdus", content).column == "pdu"


def test_a_repeated_key_names_both_lines(tmp_path):
    first = text_of("pdus").splitlines()
    error = refusal(tmp_path, "pdus", "\n".join([*first, first[2]]))
    assert error.row == 6
    assert "line 3" in error.reason


def test_an_unquoted_comma_is_explained(tmp_path):
    error = refusal(tmp_path, "pdus", text_of("pdus") + "London,Harrow, Barnet,2025,,somewhere\n")
    assert error.row == 6
    assert "6 fields" in error.reason
    assert "quoted" in error.allowed


def test_lines_are_counted_where_a_cell_spans_lines(tmp_path):
    content = text_of("pdus", {"note": "first\nsecond"}) + "Nowhere,Unit,2025,,somewhere\n"
    assert refusal(tmp_path, "pdus", content).row == 7


def test_an_open_quote_is_refused(tmp_path):
    assert "well-formed" in refusal(tmp_path, "pdus", text_of("pdus") + 'London,"Brent,2025').reason


@pytest.mark.parametrize("content, reason", [
    ("", "missing"), ("region,pdu,as_of,note,source_url\n", "no rows"), (b"region,pdu\xff,as_of", "UTF-8"),
])
def test_an_empty_or_undecodable_file_is_refused(tmp_path, content, reason):
    assert reason in refusal(tmp_path, "pdus", content).reason


def test_an_absent_file_and_an_unknown_name_are_refused(tmp_path):
    with pytest.raises(EvidenceError, match=r"pdus\.csv.*cannot be opened"):
        read("pdus", tmp_path)
    with pytest.raises(EvidenceError, match="pdu_ratings"):
        read("ratings")


def test_a_byte_order_mark_windows_line_ends_and_blank_lines_do_no_harm(tmp_path):
    content = text_of("pdus").replace("\n", "\r\n") + "\r\n"
    (tmp_path / "pdus.csv").write_bytes(b"\xef\xbb\xbf" + content.encode())
    assert read("pdus", tmp_path) == read("pdus")[:4]


def test_a_later_date_is_read_from_another_folder_but_refused_in_a_packaged_file(tmp_path, monkeypatch):
    (tmp_path / "pdu_ratings.csv").write_text(text_of("pdu_ratings", {"publication_date": "2031-03"}, row=1))
    assert read("pdu_ratings", tmp_path)[1]["publication_date"].first.year == 2031
    monkeypatch.setattr(reader, "FOLDER", tmp_path)
    with pytest.raises(EvidenceError, match="later than the cut-off") as caught:
        read("pdu_ratings")
    assert (caught.value.row, caught.value.column) == (3, "publication_date")


@pytest.mark.parametrize("text, first, last", [
    ("2022", "2022-01-01", "2022-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2022-05-17", "2022-05-17", "2022-05-17"), ("2025-2026", "2025-01-01", "2026-12-31"),
    ("2023-12/2024-01-05", "2023-12-01", "2024-01-05"),
])
def test_dates_are_read_with_the_days_they_may_mean(text, first, last):
    date = evidence_date(text)
    assert (date.first.isoformat(), date.last.isoformat()) == (first, last)

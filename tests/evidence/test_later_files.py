"""Folders of later observations: gaps are passed over where asked, and their own file is read only there."""

import pytest

from model.evidence.errors import EvidenceError
from model.evidence.reader import read
from model.evidence.schema import evidence_files, later_files

HEAD = "item,value,unit,as_of\n"


def test_the_file_of_a_national_inspection_is_read_from_a_folder_only(tmp_path):
    (tmp_path / "national_inspection.csv").write_text(HEAD + "total_score,3,points,2025-06\n")
    assert read("national_inspection", tmp_path)[0]["value"] == 3.0
    assert set(later_files()) & set(evidence_files()) == set()
    with pytest.raises(EvidenceError, match="is no file of evidence"):
        read("national_inspection")


@pytest.mark.parametrize("gap", ["not read", "Not read", ""])
def test_a_gap_is_none_where_gaps_are_allowed_and_refused_where_not(tmp_path, gap):
    (tmp_path / "national_inspection.csv").write_text(HEAD + f"total_score,{gap},points,2025-06\n")
    assert read("national_inspection", tmp_path, gaps=True)[0]["value"] is None
    if not gap:
        with pytest.raises(EvidenceError, match="column value"):
            read("national_inspection", tmp_path)


def test_a_gap_in_the_key_is_refused_and_a_word_that_is_not_allowed_too(tmp_path):
    file = tmp_path / "national_inspection.csv"
    for line, column in ((",3,points,2025-06", "item"), ("total_score,3,points,soon", "as_of")):
        file.write_text(HEAD + line + "\n")
        with pytest.raises(EvidenceError, match=f"column {column}"):
            read("national_inspection", tmp_path, gaps=True)

"""Nobody in the model reads true quality: only nature's files do, and the record that writes it down for us."""

import ast
from pathlib import Path

import pytest

MODEL = Path(__file__).resolve().parents[2] / "model"
NATURE = {
    "true": {"submodels/quality.py", "submodels/outcomes.py", "submodels/signals.py"},
    "fit": {"submodels/reality.py", "submodels/quality.py"},
    "practices": {"submodels/outcomes.py"},
}
RECORD = {
    "true": {"submodels/record.py", "submodels/record_behaviours.py", "submodels/record_parts.py",
             "submodels/record_units.py", "verify.py"},
    "fit": {"submodels/record_parts.py"},
    "practices": {"submodels/record_parts.py"},
}
ROWS = {"pdus", "pdu", "unit", "state"}


def readers(column: str) -> set[str]:
    """Return the files of the model that reach a column of PDUs, by attribute or by its name as text."""
    return {path.relative_to(MODEL).as_posix() for path in MODEL.rglob("*.py")
            if reaches(path.read_text(encoding="utf-8"), column)}


def reaches(source: str, column: str) -> bool:
    """Return whether code reaches a column of PDUs; declaring it, or a parameter of its name, does not."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == column and owner(node.value) in ROWS:
            return True
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and node.slice.value == column:
            return True
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "getattr" and len(node.args) > 1 \
                and getattr(node.args[1], "value", None) == column:
            return True
    return False


def owner(node: ast.AST) -> str:
    """Return the last name of what an attribute is taken from."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


@pytest.mark.parametrize("column", NATURE)
def test_only_nature_and_the_record_read_the_truth(column):
    assert readers(column) == NATURE[column] | RECORD[column]


def test_inspection_reads_none_of_it():
    assert [name for column in NATURE for name in readers(column) if name.startswith("inspection/")] == []


@pytest.mark.parametrize("source, found", [
    ("x = pdus.true[i, 0]", True), ("x = state.pdus.true.ravel()", True), ("x = pdus['true']", True),
    ("x = getattr(pdus, 'true')", True), ("x = pdus.evidenced[i]", False), ("x = p.true", False),
    ("true = 1.0", False), ("KIND = [('true', 'f8')]", False),
])
def test_the_search_for_readers_finds_them(source, found):
    assert reaches(source, "true") is found

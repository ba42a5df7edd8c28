"""The generated documents say what the model says now."""

import re
from pathlib import Path

import pytest

from experiments.reference.odd import assumptions_log, odd, rule_files, sections
from experiments.reference.parameters import register_table
from experiments.reference.state import governance_tables
from model.month import PHASES
from model.parameters.register import register

DOCS = Path(__file__).resolve().parents[2] / "docs"


WRITERS = {"odd.md": odd, "assumptions.md": assumptions_log, "parameters.md": register_table}


@pytest.mark.parametrize("name, write", WRITERS.items())
def test_the_stored_document_is_current(name, write):
    assert (DOCS / name).read_text(encoding="utf-8") == write(), f"docs/{name} is out of date: make docs"


def test_every_channel_stands_once_beside_what_it_belongs_to():
    rows = [line.split(" | ") for line in governance_tables() if line.startswith("| `")]
    named = [(cells[0].strip("| `"), name) for cells in rows for name in re.findall(r"\w+_\w+", " ".join(cells[2:]))]
    channels = [r.declaration.channel for r in register() if r.declaration.channel]
    assert sorted(named) == sorted((channel.of, channel.name) for channel in channels)


def test_every_rule_stands_in_a_phase_and_only_in_one():
    placed = [rule for phase in PHASES for rule in phase.rules]
    parts = {"record_parts"}
    assert sorted(placed) == sorted(set(rule_files()) - parts)


@pytest.mark.parametrize("path", rule_files().values(), ids=lambda path: path.stem)
def test_every_rule_has_the_fixed_headings(path):
    found = sections(path)
    assert all(found.values())


def test_a_missing_heading_is_told(tmp_path):
    rule = tmp_path / "rule.py"
    rule.write_text('"""Rule: does.\n\nPurpose      To do.\n"""\n', encoding="utf-8")
    with pytest.raises(ValueError, match="headings"):
        sections(rule)

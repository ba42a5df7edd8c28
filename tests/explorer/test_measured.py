"""What the page costs is measured in a browser and put in its place; pictures are taken of the parts they name."""

import re
import struct
from contextlib import nullcontext

import pytest

from experiments.explorer import measure, pictures
from experiments.explorer.__main__ import main
from experiments.two_worlds.view import PANELS

TOY = ["service=toy", "months=84"]


@pytest.fixture(autouse=True)
def looked_with(browser, monkeypatch) -> None:
    """One browser for all tests: it cannot be driven twice from one thread."""
    for module in (measure, pictures):
        monkeypatch.setattr(module, "driven", lambda: nullcontext(browser))


def test_every_part_is_measured_and_the_table_replaces_the_last_one_and_nothing_else(tmp_path, capsys):
    page = tmp_path / "page.md"
    page.write_text("Before.\n" + measure.MARKS[0] + "old\n" + measure.MARKS[1] + "After.\n", encoding="utf-8")
    assert main(["measure", "visits=1", "steps=2", f"page={page}", *TOY]) == 0
    printed = capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == f"Before.\n{measure.MARKS[0]}{printed}{measure.MARKS[1]}After.\n"
    rows = [line.split(" | ") for line in printed.splitlines() if re.search(r"\d ms|\d s", line) and "|" in line]
    assert [row[1] for row in rows] == ["1", "1", "1", *["2"] * len(PANELS)]
    for row in rows:
        median, slowest = (float(cell.split()[0]) * (1000 if cell.endswith(" s") else 1) for cell in row[2:4])
        assert 0 < median <= slowest


@pytest.mark.parametrize("words, told", [
    (["measure", "steps=0"], "steps=0"), (["measure", "page=nowhere.md"], "has no place for the table"),
    (["measure", "visits=many"], "visits=many"), (["pictres"], "Did you mean pictures")])
def test_a_mistake_is_told_before_anything_is_measured(words, told, capsys, monkeypatch):
    monkeypatch.setattr(measure, "measure", lambda *_: pytest.fail("measured all the same"))
    assert main(words) == 2
    message = capsys.readouterr().err
    assert told in message
    assert len(message.strip().splitlines()) <= 3


def test_words_that_the_explorer_refuses_are_refused_and_nothing_is_written(tmp_path, capsys):
    assert main(["pictures", f"folder={tmp_path / 'new'}", "service=toi"]) == 2
    assert "Did you mean toy" in capsys.readouterr().err
    assert not list(tmp_path.rglob("*.png"))


def test_pictures_hold_the_parts_they_name(tmp_path, capsys):
    assert main(["pictures", f"folder={tmp_path / 'new'}", *TOY]) == 0
    for name in pictures.PICTURES:
        content = (tmp_path / "new" / f"{name}.png").read_bytes()
        width, height = struct.unpack(">II", content[16:24])
        assert width == pytest.approx(pictures.SIZE["width"] * pictures.SCALE, rel=0.05)
        assert height > 400

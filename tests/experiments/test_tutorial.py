"""The tutorial's study: one file of fewer than 60 lines that runs as the page says, from any folder."""

import re
from pathlib import Path

import pytest

import experiments
from experiments import read_found

PAGE = Path(experiments.__file__).resolve().parents[1] / "docs" / "tutorial.md"
FILE, USE, FORK = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
LONGEST = 60


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder with the tutorial's file in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notice.py").write_text(FILE, encoding="utf-8")
    return tmp_path


def test_the_tutorials_code_runs_and_finds_what_it_says(folder):
    assert len(FILE.splitlines()) < LONGEST
    space: dict = {}
    exec(compile(USE, "tutorial.md", "exec"), space)
    found = space["found"]
    compared = set(found.findings["comparison"])
    assert {"no notice less three months, hierarchical", "no notice less three months, egalitarian"} <= compared
    assert sum(name.endswith("against observed continued") for name in compared) == 4
    assert [e["held"] in ("somewhere", "never", "not tested") for e in found.expectations] == [True, True]
    exec(compile(FORK, "tutorial.md", "exec"), space)
    assert not space["moved"].iloc[:48].any()
    assert space["moved"].iloc[48:].any()
    assert len(space["moved"]) == 78
    assert read_found(found.path).findings["effect"].round(9).tolist() == found.findings["effect"].round(9).tolist()


def test_the_tutorials_command_runs(folder, probgov):
    answer = probgov("study", "./notice.py", "run=smoke", "outcome=wellbeing")
    assert answer.code == 0
    assert "First minus second: wellbeing" in answer.out
    assert "On assumption: what is found rests on" in answer.out
    assert "governance.grip" in answer.out, "archetypes are crossed: effects of their dials come first"


@pytest.mark.parametrize(("text", "says"), [("", "must hold STUDY"), ("STUDY = 1 / 0", "ZeroDivisionError"),
                                            ("STUDY = 3", "must hold STUDY")])
def test_a_file_that_is_no_study_is_refused_in_three_lines(folder, probgov, text, says):
    (folder / "wrong.py").write_text(text, encoding="utf-8")
    answer = probgov("study", "wrong.py")
    assert answer.code == 2
    assert says in answer.err
    assert len(answer.err.splitlines()) <= 3
    assert probgov("study", "none.py").code == 2

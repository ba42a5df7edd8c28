"""The assurance pack holds what it says, each file described with its checksum; nothing lies outside its folder."""

import hashlib
import json
import tomllib
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from experiments.documents import assurance, checks, pack
from experiments.documents.checks import AS_STORED, NONE, Check, docking, patterns
from experiments.documents.crate import NAME, write_crate
from experiments.store.provenance import provenance
from model.parameters.register import register

ROOT = Path(__file__).resolve().parents[3]
KNOWN = provenance("probgov assurance")
ROWS = [{"mechanism": "learning", "case": "march: <b>", "target": 0.8, "ours": 0.81, "error": 0.01, "tolerance": 0.02,
         "verdict": "pass"},
        {"mechanism": "effort", "case": "=1+1", "target": 1.0, "ours": 2.0, "error": 1.0, "tolerance": 0.1,
         "verdict": "fail"}]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A pack whose docking is made up and whose generated pages are stood in for, so that nothing is run."""
    patch = pytest.MonkeyPatch()
    patch.setattr(pack, "_generated", lambda: dict.fromkeys(pack.GENERATED, "# generated\n"))
    patch.setattr(pack, "all_checks", lambda mode, say, results: [
        Check("docking", "Docking", ROWS, "run now", "make docking"),
        Check("patterns", "Patterns", (), "not run", "probgov patterns")])
    folder = tmp_path_factory.mktemp("pack")
    files = pack.write_pack(folder, KNOWN, NONE, ("html", "docx", "pdf"), results=folder / "none")
    patch.undo()
    return folder, files


def test_the_pack_is_what_is_listed_and_nothing_else(written):
    folder, files = written
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in files)
    assert {"odd.md", "parameters.csv", "outcomes.csv", "docking.csv", "assurance.html", "assurance.pdf", NAME} <= {
        path.name for path in files}


def test_the_crate_describes_every_file_with_its_checksum(written):
    folder, files = written
    graph = {entry["@id"]: entry for entry in json.loads((folder / NAME).read_text(encoding="utf-8"))["@graph"]}
    assert graph[NAME]["conformsTo"]["@id"].startswith("https://w3id.org/ro/crate/")
    assert graph[NAME]["about"] == {"@id": "./"}
    parts = {part["@id"] for part in graph["./"]["hasPart"]}
    assert parts == {path.name for path in files} - {NAME}
    for name in parts:
        content = (folder / name).read_bytes()
        assert graph[name]["sha256"] == hashlib.sha256(content).hexdigest()
        assert graph[name]["contentSize"] == str(len(content))
        assert graph[name]["description"]
    assert graph["#probation-governance"]["softwareVersion"] == f"model {KNOWN['model_hash']}"


def test_the_register_is_whole_and_graded(written):
    rows = pd.read_csv(written[0] / "parameters.csv", keep_default_na=False)
    assert list(rows["key"]) == [entry.key for entry in register()]
    assert Counter(rows["grade"]) == Counter(entry.declaration.grade.value for entry in register())


def test_a_check_that_failed_is_told_and_one_that_was_not_run_is_said_to_be_missing(written):
    page = (written[0] / "assurance.html").read_text(encoding="utf-8")
    assert "1 pass, 1 fail" in page
    assert "Not run for this pack. In full: probgov patterns." in page
    assert "march: &lt;b&gt;" in page
    assert list(pd.read_csv(written[0] / "docking.csv")["case"]) == ["march: <b>", "'=1+1"]


def test_the_checklists_answer_every_item_and_hold_no_number():
    import re
    import tomllib

    lists = tomllib.loads(assurance.CHECKLISTS.read_text(encoding="utf-8"))
    items = [item for kind in ("aqua", "stress") for part in lists[kind] for item in part["items"]]
    assert all(len(item) == 3 and all(item) for item in items)
    numbered = [item[0].split()[0] for part in lists["stress"] for item in part["items"]]
    assert numbered == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "3.4", "4.1",
                        "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1"]
    assert not [item[1] for item in items if re.search(r"\d", item[1].replace("2024", ""))]


def test_stored_checks_are_read_and_what_is_not_stored_is_not_made_up(tmp_path):
    assert docking(AS_STORED, print, tmp_path).rows == ()
    (tmp_path / "docking").mkdir()
    (tmp_path / "docking" / "docking.json").write_text(json.dumps(ROWS))
    assert docking(AS_STORED, print, tmp_path).rows == ROWS
    assert patterns(AS_STORED, tmp_path).how == "not run"
    assert checks.all_checks(NONE, print, tmp_path)[0].rows == ()


def test_a_file_outside_the_folder_is_not_described(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_text("x")
    with pytest.raises(ValueError, match="outside"):
        write_crate(tmp_path / "in", {"../secret.txt": "no"}, KNOWN, "t", "a")
    assert list((tmp_path / "in").iterdir()) == []


def test_it_follows_the_stages_roles_and_items_that_are_asked_for(written):
    lists = tomllib.loads(assurance.CHECKLISTS.read_text(encoding="utf-8"))
    stages = [part["stage"] for part in lists["aqua"]]
    assert stages[:4] == ["Engagement and scoping", "Design", "Analysis", "Delivery, communication and sign-off"]
    assert [role.split(",")[0] for role, _ in assurance.SIGN_OFF[:4]] == [
        "Commissioner", "Analyst", "Assurer", "Approver"]
    numbers = [item[0].split()[0] for part in lists["stress"] for item in part["items"]]
    sizes = {1: 3, 2: 5, 3: 4, 4: 3, 5: 4, 6: 1}
    assert numbers == [f"{section}.{k + 1}" for section, size in sizes.items() for k in range(size)]
    page = (written[0] / "assurance.html").read_text(encoding="utf-8")
    for words in ("revised edition of 10 June 2025", "10.1080/17477778.2018.1442155", "Statement of assurance"):
        assert words in page


def test_what_the_lists_point_to_is_there():
    lists = tomllib.loads(assurance.CHECKLISTS.read_text(encoding="utf-8"))
    places = [item[2] for part in (*lists["aqua"], *lists["stress"]) for item in part["items"]]
    named = {word.strip(",;") for place in places for word in place.split() if "/" in word or word.endswith(".md")}
    assert len(named) > 8
    assert [name for name in named - {*pack.GENERATED} if not list(ROOT.glob(f"{name}*"))] == []

"""`check` finds every damage that can be done to a part, sets it aside, and repeating the command mends it."""

import json
import shutil

import pandas as pd
import pyarrow.parquet as pq
import pytest

from experiments import UserError, open_store
from experiments.store import layout, read
from experiments.store.check import check_store
from experiments.store.manage import export


def everything(path):
    store = open_store(path)
    tables = [store.runs()] + [store.table(level) for level in ("nation", "events") if store.files(level)]
    return [table.sort_values(list(table.columns[:4]), ignore_index=True) for table in tables]


def part(path, table, place=0):
    return sorted((path / table).iterdir())[place]


def flip(file, where):
    content = bytearray(file.read_bytes())
    content[int(where * len(content))] ^= 0x10
    file.write_bytes(bytes(content))


def rewrite(file, change):
    table = pq.read_table(file)
    pq.write_table(change(table).replace_schema_metadata(table.schema.metadata), file)
    sealed = layout.sum_file(file.parents[1], file.parent.name, file.name)
    sealed.write_text(layout.checksum(file))


DAMAGES = {
    "torn runs": ("runs", lambda file: file.write_bytes(file.read_bytes()[:-200])),
    "torn nation": ("nation", lambda file: file.write_bytes(file.read_bytes()[:5000])),
    "empty events": ("events", lambda file: file.write_bytes(b"")),
    **{f"deleted {table}": (table, lambda file: file.unlink()) for table in ("asked", "runs", "nation", "events")},
    "torn asked": ("asked", lambda file: file.write_bytes(file.read_bytes()[:100])),
    **{f"a bit in {table} at {where}": (table, lambda file, where=where: flip(file, where))
       for table in ("asked", "runs", "nation", "events") for where in (0.0, 0.2, 0.5, 0.8, 0.999)},
    "a run's row lost": ("runs", lambda file: rewrite(file, lambda table: table.slice(1))),
    "a month lost": ("nation", lambda file: rewrite(file, lambda table: table.slice(1))),
    "a column lost": ("nation", lambda file: rewrite(file, lambda table: table.drop_columns(["esteem"]))),
    "a specification changed": ("runs", lambda file: rewrite(file, lambda table: table.set_column(
        table.schema.get_field_index("specification"), "specification", [table["specification"].to_pylist()[::-1]]))),
    "asked rows lost": ("asked", lambda file: rewrite(file, lambda table: table.slice(3))),
}


def test_a_whole_store_is_whole(tmp_path, rows, fill):
    fill(tmp_path / "s", rows(range(1, 19), "nation,events"))
    report = check_store(tmp_path / "s")
    assert (report.damaged, report.asked, report.done, report.failed, report.missing) == ([], 36, 36, 0, 0)
    assert report.interrupted == []


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_set_aside_and_mended_by_repeating(tmp_path, rows, fill, damage):
    design = rows(range(1, 19), "nation,events")
    fill(tmp_path / "s", design)
    expected = everything(tmp_path / "s")
    table, harm = DAMAGES[damage]
    harm(part(tmp_path / "s", table))
    report = check_store(tmp_path / "s")
    assert [found.part.split("/")[0] for found in report.damaged] == [table]
    assert report.damaged[0].problem
    aside = check_store(tmp_path / "s", quarantine=True)
    assert all((tmp_path / "s" / file).exists() for file in aside.set_aside)
    if table != "asked":
        assert aside.missing in (32, 4)
        assert aside.commands[0].startswith("probgov run ")
        assert aside.interrupted == ["probgov test"]
    assert check_store(tmp_path / "s").damaged == []
    fill(tmp_path / "s", design)
    assert check_store(tmp_path / "s").missing == 0
    for left, right in zip(expected, everything(tmp_path / "s"), strict=True):
        pd.testing.assert_frame_equal(left, right, check_exact=True)


@pytest.mark.parametrize("damage", [name for name in DAMAGES if not name.endswith(("lost", "changed"))])
def test_repeating_alone_mends_what_is_torn_changed_or_gone(tmp_path, rows, fill, capsys, damage):
    design = rows(range(1, 19), "nation,events")
    fill(tmp_path / "s", design)
    expected = everything(tmp_path / "s")
    table, harm = DAMAGES[damage]
    harm(part(tmp_path / "s", table))
    fill(tmp_path / "s", design)
    assert "set aside" in capsys.readouterr().err
    assert check_store(tmp_path / "s").damaged == []
    for left, right in zip(expected, everything(tmp_path / "s"), strict=True):
        pd.testing.assert_frame_equal(left, right, check_exact=True)


@pytest.mark.parametrize("damage", [name for name in DAMAGES if not name.endswith(("lost", "changed"))])
def test_what_is_damaged_is_not_exported(tmp_path, rows, fill, damage):
    fill(tmp_path / "s", rows(range(1, 19), "nation,events"))
    table, harm = DAMAGES[damage]
    harm(part(tmp_path / "s", table))
    with pytest.raises(UserError, match="probgov check results=") as caught:
        export(tmp_path / "s", tmp_path / "out")
    assert f"{table}/part-" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_runs_that_no_row_names_are_counted_and_their_command_is_given(tmp_path, rows, fill, probgov):
    fill(tmp_path / "s", rows(range(1, 19)))
    part(tmp_path / "s", "asked").unlink()
    next((tmp_path / "s" / layout.SUMS).glob("asked-*")).unlink()
    report = check_store(tmp_path / "s")
    assert (report.asked, report.done, report.unnamed, report.whole) == (0, 36, 36, False)
    assert report.interrupted == ["probgov test"]
    answer = probgov("check", "results=s")
    assert answer.code == 1
    assert "36 stored runs are named by no row" in answer.out


def test_a_write_killed_between_checksum_and_part_is_no_damage(tmp_path, rows, fill):
    fill(tmp_path / "s", rows(range(1, 19)))
    file = part(tmp_path / "s", "runs")
    file.rename(file.with_name(f"{layout.TEMPORARY}1-{file.name}"))
    report = check_store(tmp_path / "s")
    assert (report.damaged, report.missing) == ([], 36 - report.done)
    fill(tmp_path / "s", rows(range(30, 32)))
    assert not layout.sum_file(tmp_path / "s", "runs", file.name).exists()
    assert check_store(tmp_path / "s").damaged == []


def test_a_write_that_fails_leaves_no_checksum_behind(tmp_path, monkeypatch):
    def refuse(source, target):
        if "runs" in str(target.parent):
            raise OSError(28, "No space left on device")
        return real(source, target)

    real = layout.os.replace
    monkeypatch.setattr(layout.os, "replace", refuse)
    with pytest.raises(UserError):
        layout.write_part(tmp_path, "runs", "part-1.parquet", lambda stream: stream.write(b"x"))
    assert [entry for entry in tmp_path.rglob("*") if entry.is_file()] == []


def test_what_an_interrupted_command_had_not_come_to_is_missing_too(tmp_path, rows, made_up):
    """Rows are entered some hundreds at a time: of a long design most are not in `asked` when it is stopped."""
    from experiments.store.provenance import provenance
    from experiments.store.write import ASKED_AT_ONCE, StoreWriter

    runs = 2 * ASKED_AT_ONCE + 40
    with StoreWriter(tmp_path / "s", provenance("test")) as writer:
        writer.request("probgov sweep something", runs)
        blocks = writer.missing(rows(range(1, runs // 2 + 1)))
        writer.add([made_up(row.spec) for row in next(blocks)])
        reached = json.loads(next((tmp_path / "s" / layout.REQUESTS).iterdir()).read_text())
        assert (reached["reached"], reached["carried_out"]) == (ASKED_AT_ONCE, False)
        report = check_store(tmp_path / "s")
        assert (report.asked, report.done, report.missing) == (runs, 32, runs - 32)
        for block in blocks:
            writer.add([made_up(row.spec) for row in block])
    report = check_store(tmp_path / "s")
    assert (report.asked, report.missing, report.interrupted) == (runs, 0, [])


def test_a_run_stored_twice_is_found(tmp_path, rows, fill):
    fill(tmp_path / "s", rows(range(1, 3)))
    fill(tmp_path / "other", rows(range(1, 4)))
    for table in ("runs", "nation", layout.SUMS):
        shutil.copytree(tmp_path / "other" / table, tmp_path / "s" / table, dirs_exist_ok=True)
    assert "another part" in check_store(tmp_path / "s").damaged[0].problem
    check_store(tmp_path / "s", quarantine=True)
    assert check_store(tmp_path / "s").damaged == []


def test_an_interrupted_request_is_named_with_what_goes_on(tmp_path, rows):
    from experiments.store.provenance import provenance
    from experiments.store.write import StoreWriter

    def interrupted():
        with StoreWriter(tmp_path / "s", provenance("test")) as writer:
            writer.request("probgov sweep something", 8)
            next(writer.missing(rows(range(1, 5))))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    report = check_store(tmp_path / "s")
    assert report.interrupted == ["probgov sweep something"]
    assert (report.asked, report.missing) == (8, 8)


def test_the_command_says_it_in_its_exit_code(probgov, tmp_path, rows, fill):
    fill(tmp_path / "results" / "s", rows(range(1, 3)))
    answer = probgov("check", "format=json")
    assert answer.code == 0
    assert json.loads(answer.out)["whole"] is True
    assert "reading results/s" in answer.err
    part(tmp_path / "results" / "s", "nation").unlink()
    answer = probgov("check", "results=results/s")
    assert answer.code == 1
    assert "quarantine=true" in answer.out
    assert "is not there" in answer.out
    assert probgov("check", "results=results/s", "quarantine=true").code == 0
    assert probgov("check", "results=nowhere").code == 2


@pytest.mark.parametrize("table", ["asked", "runs"])
def test_a_part_that_opens_but_cannot_be_read_is_a_message_and_is_not_counted(tmp_path, rows, fill, monkeypatch, table):
    """A bit changed in a footer may leave a file that one reader opens and another does not."""
    fill(tmp_path / "s", rows(range(1, 3)))
    file = part(tmp_path / "s", table)
    file.write_bytes(file.read_bytes()[:-9])
    monkeypatch.setattr(read, "sound", list)
    with pytest.raises(UserError, match=f"is damaged .{table}/part-.* see: probgov check results="):
        everything(tmp_path / "s")
    assert [found.part.split("/")[0] for found in check_store(tmp_path / "s").damaged] == [table]

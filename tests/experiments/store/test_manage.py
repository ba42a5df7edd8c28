"""Stores as things: listed, removed only when they are ours alone, exported whole."""

import json

import pandas as pd
import pytest

from experiments import open_store
from experiments.store.lock import StoreLock


@pytest.fixture
def two(tmp_path, rows, fill):
    fill(tmp_path / "results" / "a", rows(range(1, 4)))
    fill(tmp_path / "results" / "b", rows(range(1, 3), "pdu,events"))
    return tmp_path / "results"


def test_stores_are_listed_with_what_they_hold(probgov, two):
    (two / "not-a-store").mkdir()
    found = json.loads(probgov("store", "ls", "format=json").out)
    assert {(row["store"], row["done"], row["missing"]) for row in found} == {("results/a", 6, 0), ("results/b", 4, 0)}
    assert all(row["bytes"] > 1000 for row in found)
    assert "results/a" in probgov("store", "ls").out


def test_an_export_holds_what_the_store_does(probgov, two):
    assert probgov("store", "export", "results/b", "output=csv").code == 0
    assert sorted(file.name for file in (two.parent / "csv").iterdir()) == [
        "events.csv", "nation.csv", "pdu.csv", "region.csv", "runs.csv"]
    store = open_store(two / "b")
    pd.testing.assert_frame_equal(pd.read_csv(two.parent / "csv" / "runs.csv")["true_quality"].to_frame(),
                                  store.runs()["true_quality"].to_frame())
    assert probgov("store", "export", "results/b", "output=pq", "format=parquet", "tables=pdu").code == 0
    pd.testing.assert_frame_equal(
        pd.read_parquet(two.parent / "pq" / "pdu.parquet").sort_values(["run_id", "month", "unit"], ignore_index=True),
        store.table("pdu"), check_exact=True)


def test_a_store_is_removed_only_when_it_is_ours_alone_and_nobody_writes(probgov, two):
    assert probgov("store", "rm", "results/a").code == 0
    assert not (two / "a").exists()
    (two / "b" / "thesis.txt").write_text("mine")
    answer = probgov("store", "rm", "results/b")
    assert answer.code == 2
    assert "thesis.txt" in answer.err
    (two / "b" / "thesis.txt").unlink()
    lock = StoreLock(two / "b")
    lock.take()
    assert probgov("store", "rm", "results/b").code == 2
    lock.release()
    assert (two / "b" / "runs").is_dir()
    (two / "papers").mkdir()
    assert probgov("store", "rm", "results/papers").code == 2
    assert (two / "papers").is_dir()


@pytest.mark.parametrize("words, said", [
    (("store",), "ls, rm"), (("store", "remove"), "rm"), (("store", "rm"), "needs the store"),
    (("store", "export", "results/a", "tables=pdu"), "tables=pdu"),
    (("store", "export", "results/a", "format=xlsx"), "csv"),
    (("store", "rm", "nowhere"), "no such folder"), (("store", "ls", "resuls=x"), "results"),
])
def test_mistakes_are_named(probgov, two, words, said):
    answer = probgov(*words)
    assert answer.code == 2
    assert said in answer.err

"""However many runs are asked for, what is held of them stays small."""

import subprocess
import sys
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pytest

import experiments
from experiments.store.provenance import provenance
from experiments.store.seen import Seen
from experiments.store.write import BLOCK, StoreWriter

ROOT = Path(experiments.__file__).resolve().parents[1]


def rows(count):
    """Yield rows of a design as light as can be."""
    for number in range(count):
        labels = {"run_id": f"{number:064d}", "scenario": "s", "service": "toy", "governance": "observed",
                  "regime": "none", "national": "off", "shock": "none", "world": "lhs", "world_index": number,
                  "seed": 1, "command": f"probgov run seed={number}"}
        yield SimpleNamespace(spec=SimpleNamespace(id=labels["run_id"]), labels=lambda labels=labels: labels)


def test_a_design_passes_through_the_writer_without_staying(tmp_path):
    """Twenty thousand rows held would take some 20 MB. A first store loads what Arrow loads late."""
    with StoreWriter(tmp_path / "first", provenance("test")) as writer:
        list(writer.missing(rows(300)))
    with StoreWriter(tmp_path / "s", provenance("test")) as writer:
        tracemalloc.start()
        blocks = sum(1 for _ in writer.missing(rows(20_000)))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert blocks == 20_000 // BLOCK
    assert writer.rows == 20_000
    assert peak < 4e6


@pytest.mark.skipif(sys.platform != "linux", reason="reads memory as Linux counts it")
def test_a_million_keys_are_remembered_exactly_and_not_in_memory():
    """A set of them would take some 130 MB."""
    code = """
import resource
from experiments.store.seen import Seen
seen = Seen()
seen.add_all(map(str, range(1000)))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
seen.add_all(map(str, range(1_000_000)))
assert not seen.is_new("0") and not seen.is_new("999999") and seen.is_new("1000000") and not seen.is_new("1000000")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          env={"PYTHONPATH": str(ROOT)})
    assert int(done.stdout) < 30_000


def test_keys_are_told_apart():
    seen = Seen()
    assert [seen.is_new(key) for key in ("a", "b", "a", "ab", "b")] == [True, True, False, True, False]
    seen.close()

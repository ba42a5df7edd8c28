"""Compiled kernels are never stale: any edit of the model names another folder, and nothing else does."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from model.kernel_cache import model_hash

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from numba.core.registry import CPUDispatcher
from model.observation.columns import NATION
from model.simulation import simulate
from model.specification.specification import RunSettings, ServiceSpecification, Specification
toy = ServiceSpecification(regions=2, pdus_per_region=3, staff_scale=0.106)
nation = simulate(Specification(service=toy, run=RunSettings(months=24)), record=("region", "pdu")).nation
kernels = {id(v): v for m in list(sys.modules.values()) if m.__name__.split(".")[0] == "model"
           for v in vars(m).values() if isinstance(v, CPUDispatcher)}.values()
hits, misses = (sum(sum(getattr(k.stats, name).values()) for k in kernels) for name in ("cache_hits", "cache_misses"))
print(hits, misses, *nation[:, [c.name for c in NATION].index("esteem")].tolist())
"""
RULE = Path("model/submodels/esteem.py")
BEFORE, AFTER = "p.recovery * (p.resting - esteem)", "1.5 * p.recovery * (p.resting - esteem)"


def run_program(folder: Path, cache: Path | None = None) -> tuple[int, int, list[float]]:
    """Run the toy service in a process of its own, from the model in a folder; return hits, misses, esteem."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    if cache:
        environment |= {"XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache)}
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    hits, misses, *esteem = done.stdout.split()
    return int(hits), int(misses), [float(x) for x in esteem]


@pytest.fixture
def copied(tmp_path):
    """A copy of the model's package in a folder of its own."""
    shutil.copytree(ROOT / "model", tmp_path / "model", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def hash_of(folder: Path) -> str:
    """Return the hash of the model copied into a folder."""
    spec = importlib.util.spec_from_file_location("copied_kernel_cache", folder / "model" / "kernel_cache.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.model_hash()


def test_a_copy_has_the_same_hash_wherever_it_stands(copied):
    assert hash_of(copied) == model_hash()


def test_an_edit_of_any_file_changes_the_hash(copied):
    plain, unseen = hash_of(copied), []
    for path in sorted((copied / "model").rglob("*.py")):
        source = path.read_bytes()
        path.write_bytes(source + b"# edited\n")
        if hash_of(copied) == plain:
            unseen.append(path.name)
        path.write_bytes(source)
    assert unseen == []
    assert hash_of(copied) == plain


def test_a_new_a_lost_and_a_renamed_file_change_it_too(copied):
    seen = {hash_of(copied)}
    path = copied / "model" / "submodels" / "rival.py"
    path.write_text("", encoding="utf-8")
    seen.add(hash_of(copied))
    path.rename(path.with_name("rival_theory.py"))
    seen.add(hash_of(copied))
    (copied / RULE).unlink()
    seen.add(hash_of(copied))
    assert len(seen) == 4


def test_line_ends_data_and_bytecode_do_not(copied):
    plain = hash_of(copied)
    for path in (copied / "model").rglob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (copied / "model" / "notes.txt").write_text("data", encoding="utf-8")
    (copied / "model" / "__pycache__").mkdir()
    (copied / "model" / "__pycache__" / "month.pyc").write_bytes(b"x")
    assert hash_of(copied) == plain


def test_a_second_process_compiles_nothing():
    """The first of the two fills the cache, unless another test has; the second finds every kernel there."""
    _, _, first = run_program(ROOT)
    hits, misses, second = run_program(ROOT)
    assert misses == 0
    assert hits > 0
    assert first == second


@pytest.mark.slow
def test_an_edited_submodel_changes_the_whole_run(copied):
    """The rule is called through four files; numba by itself would go on with the old one. Compiles twice."""
    cache = copied / "cache"
    _, misses, before = run_program(copied, cache)
    assert misses > 0
    source = (copied / RULE).read_text(encoding="utf-8")
    assert source.count(BEFORE) == 1
    (copied / RULE).write_text(source.replace(BEFORE, AFTER), encoding="utf-8")
    _, misses, edited = run_program(copied, cache)
    assert misses > 0
    assert max(abs(a - b) for a, b in zip(before, edited)) > 1e-4
    (copied / RULE).write_text(source, encoding="utf-8")
    hits, misses, again = run_program(copied, cache)
    assert (misses, again) == (0, before)
    assert hits > 0

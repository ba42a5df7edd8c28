"""A file that takes one of our packages' names is named, not imported."""

import subprocess
import sys
from pathlib import Path

import pytest

import experiments.shadowing as shadowing

ROOT = Path(shadowing.__file__).resolve().parent.parent


def start(folder: Path, code: str) -> subprocess.CompletedProcess:
    """Run code as Python started in a folder would, that folder first on the path and ours after it."""
    program = f"import sys; sys.path[:0] = [{str(folder)!r}, {str(ROOT)!r}]\n{code}"
    return subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)


def load_only_shadowing() -> str:
    return (f"import importlib.util as u\ns = u.spec_from_file_location('shadowing', {shadowing.__file__!r})\n"
            "m = u.module_from_spec(s); s.loader.exec_module(m); m.check_siblings()\n")


def test_our_own_packages_pass():
    shadowing.check_siblings()


@pytest.mark.parametrize("name", ["model", "analysis"])
@pytest.mark.parametrize("shape", ["{name}.py", "{name}/__init__.py"])
def test_a_foreign_file_of_our_name_is_named_and_not_run(tmp_path, name, shape):
    foreign = tmp_path / shape.format(name=name)
    foreign.parent.mkdir(exist_ok=True)
    foreign.write_text("raise SystemExit('the foreign file was run')\n")
    ended = start(tmp_path, load_only_shadowing())
    assert ended.returncode == 1
    assert f"ImportError: {foreign.resolve()} shadows the package '{name}'" in ended.stderr
    assert "the foreign file was run" not in ended.stderr


def test_a_foreign_package_already_imported_is_named_too(tmp_path):
    (tmp_path / "model.py").write_text("")
    ended = start(tmp_path, "import model\n" + load_only_shadowing())
    assert "model.py shadows" in ended.stderr


def test_a_folder_without_code_shadows_nothing(tmp_path):
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "notes.txt").write_text("mine")
    ended = start(tmp_path, load_only_shadowing())
    assert ended.returncode == 0, ended.stderr

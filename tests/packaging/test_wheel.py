"""The wheel, installed without the checkout, works from a folder that holds a model.py of its own."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("model", "experiments", "analysis", "configs")


def succeed(*command: str | Path, **given) -> str:
    ended = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **given)
    assert ended.returncode == 0, f"{command}\n{ended.stdout}\n{ended.stderr}"
    return ended.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    succeed(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, source)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """Return the programs' folder of a fresh environment: our wheel, and the dependencies of this one."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    python = programs / Path(sys.executable).name
    succeed(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel)
    site = succeed(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs


@pytest.fixture
def foreign(tmp_path) -> Path:
    """Return a folder that is somebody else's, with a model.py in it."""
    (tmp_path / "model.py").write_text("raise SystemExit('the foreign model.py was run')\n", encoding="utf-8")
    return tmp_path


def test_the_wheel_holds_code_configs_and_evidence_but_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    sources = [path for name in PACKAGES for path in (ROOT / name).rglob("*")]
    wanted = {path.relative_to(ROOT).as_posix() for path in sources
              if path.suffix in {".py", ".yaml", ".csv", ".toml", ".html", ".css"} and "__pycache__" not in path.parts}
    assert wanted <= set(names)
    assert not [name for name in names if name.startswith("tests/")]


def test_the_command_works_from_a_foreign_folder(installed, foreign):
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    assert "probgov" in succeed(installed / "probgov", "--help", cwd=foreign, env=environment)
    assert "narrative" in succeed(installed / "probgov", "list", "regimes", cwd=foreign, env=environment)
    assert sorted(path.name for path in foreign.iterdir()) == ["model.py"]


@pytest.mark.parametrize("package", ["experiments", "analysis"])
def test_python_started_in_a_foreign_folder_names_the_file_that_shadows(installed, foreign, package):
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    python = installed / Path(sys.executable).name
    ended = subprocess.run([python, "-c", f"import {package}"], cwd=foreign, env=environment,
                           capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert f"{foreign.resolve() / 'model.py'} shadows the package 'model'" in ended.stderr
    assert "was run" not in ended.stderr

"""pyproject.toml lists what there is: packages, data files, one version; constraints name versions only."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = ("model", "experiments", "analysis", "configs")
EXTRAS = PROJECT["project"]["optional-dependencies"]
TESTED = re.findall(r"\w+", EXTRAS["test"][0].partition("[")[2])
NEEDED = [word for part in (PROJECT["project"]["dependencies"], *(EXTRAS[extra] for extra in ("test", *TESTED)))
          for word in part if not word.startswith(PROJECT["project"]["name"])]
LISTED = PROJECT["tool"]["setuptools"]["packages"]
DATA = PROJECT["tool"]["setuptools"]["package-data"]


def folders_with_code() -> set[str]:
    return {".".join(path.parent.relative_to(ROOT).parts) for name in PACKAGES for path in (ROOT / name).rglob("*.py")}


def test_every_package_is_listed_and_every_listed_package_is_there():
    assert sorted(LISTED) == sorted(folders_with_code())


def test_every_package_has_an_init_file():
    missing = [name for name in folders_with_code() if not (ROOT / name.replace(".", "/") / "__init__.py").exists()]
    assert missing == []


def test_tests_are_not_installed():
    assert not any(name.split(".")[0] == "tests" for name in LISTED)


def test_every_data_file_is_covered_by_a_pattern():
    covered = {path for name, patterns in DATA.items() for pattern in patterns
               for path in (ROOT / name.replace(".", "/")).glob(pattern)}
    data = {path for name in PACKAGES for path in (ROOT / name).rglob("*")
            if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts}
    assert sorted(data - covered) == []


def test_no_pattern_covers_nothing():
    empty = [(name, pattern) for name, patterns in DATA.items() for pattern in patterns
             if not any((ROOT / name.replace(".", "/")).glob(pattern))]
    assert empty == []


def test_constraints_hold_names_and_versions_only():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if line and not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!-]+", line)] == []


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", name)[0]).lower()


@pytest.mark.parametrize("wanted", NEEDED)
def test_every_dependency_of_the_two_commands_is_pinned(wanted):
    pinned = {normal(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    assert normal(wanted) in pinned | {"setuptools"}


def test_the_version_is_the_same_wherever_it_is_written():
    version = PROJECT["project"]["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_readmes_commands_are_those_of_the_makefile_and_of_ci():
    readme, makefile = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "Makefile"))
    for target in ("briefing", "test"):
        assert f"make {target} " in readme
        assert re.search(rf"^{target}: ", makefile, re.MULTILINE)
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_no_file_of_ours_holds_an_absolute_path_of_one_machine():
    """Addresses of sources are fine; a home folder or a temporary one is not."""
    homes = re.compile(r"(?<![\w.:/])/(?:home|Users|root|tmp|var/tmp|mnt|opt)/\w")
    texts = [path for name in (*PACKAGES, "docs") for path in (ROOT / name).rglob("*")
             if path.suffix in {".py", ".yaml", ".toml", ".md", ".html"}]
    texts += [ROOT / name for name in ("Makefile", "README.md", "CONTRIBUTING.md", "constraints.txt", ".ci/run")]
    assert [path.name for path in texts if homes.search(path.read_text(encoding="utf-8"))] == []


def test_people_on_probation_are_called_that():
    texts = [path for name in (*PACKAGES, "docs") for path in (ROOT / name).rglob("*")
             if path.suffix in {".py", ".yaml", ".toml", ".html"} or path.parts[-2] == "docs"]
    texts = [path for path in texts if path.is_file() and "offender" in path.read_text(encoding="utf-8").lower()]
    assert texts == []

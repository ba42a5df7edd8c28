"""Rules of the house that a reader relies on: small files, no bare numbers in rules, no names read by rules."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("model", "experiments", "analysis", "configs")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
RULES = [path for folder in ("submodels", "inspection") for path in sorted((ROOT / "model" / folder).rglob("*.py"))]
KERNELS = [path for path in RULES if "njit" in path.read_text(encoding="utf-8")]
LONGEST = 250
DRAWS = {"bits", "uniform", "bell", "normal"}
HEADINGS = ["Purpose", "Equation", "Units", "Reads", "Writes", "Source", "Assumptions"]


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool)


def permitted(tree: ast.AST) -> set[int]:
    """Return the ids of numbers that are no quantities: indexes, and which draw of a stream is meant."""
    nodes: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            nodes |= {id(inner) for inner in ast.walk(node.slice) if is_number(inner) and isinstance(inner.value, int)}
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in DRAWS and node.args:
            nodes.add(id(node.args[-1]))
    return nodes


def bare_numbers(source: str) -> list[tuple[int, float]]:
    """Return (line, number) of every number in a function that is not 0 or 1, an index or a draw's number."""
    found = []
    for function in [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef)]:
        fine = permitted(function)
        found += [(n.lineno, n.value) for n in ast.walk(function)
                  if is_number(n) and n.value not in (0, 1) and id(n) not in fine]
    return sorted(set(found))


def unexplained_constants(source: str) -> list[str]:
    """Return module-level names that hold a bare number and are not upper case, or are not explained.

    An explanation is a comment on the line or above it, or a text below it. Whole numbers with a name in
    upper case (indexes and counts) explain themselves.
    """
    tree, lines, found = ast.parse(source), source.splitlines(), []
    for statement, after in zip(tree.body, [*tree.body[1:], None]):
        if not isinstance(statement, ast.Assign):
            continue
        numbers = [n.value for n in ast.walk(statement.value) if is_number(n)]
        name = ast.unparse(statement.targets[0])
        below = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        above = lines[statement.lineno - 2].lstrip().startswith("#")
        explained = below or above or "#" in lines[statement.end_lineno - 1]
        whole = all(isinstance(number, int) for number in numbers)
        if numbers and (name != name.upper() or not (explained or whole)):
            found.append(name)
    return found


def compared_texts(source: str) -> set[str]:
    """Return every text that is compared with, matched, or looked up."""
    texts: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.Compare, ast.MatchValue)):
            texts |= {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return texts


def option_names() -> set[str]:
    """Return the names of all archetypes, regimes and rival theories: no rule may read one."""
    groups = [ROOT / "configs" / name for name in ("governance", "regime", "national", "theory")]
    return {path.stem for group in groups for path in group.rglob("*.yaml")} | {"hierarchical", "egalitarian"}


@pytest.mark.parametrize("path", RULES, ids=place)
def test_no_rule_holds_a_bare_number(path):
    source = path.read_text(encoding="utf-8")
    assert bare_numbers(source) == []
    assert unexplained_constants(source) == []


@pytest.mark.parametrize("path", KERNELS, ids=place)
def test_a_rule_says_what_it_is_under_the_fixed_headings(path):
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    assert [line.split()[0] for line in text.splitlines() if re.match(r"[A-Z][a-z]+ {2,}", line)] == HEADINGS


@pytest.mark.parametrize("path", [p for p in SOURCES if place(p).startswith("model/")], ids=place)
def test_no_rule_reads_the_name_of_an_archetype_or_regime(path):
    assert compared_texts(path.read_text(encoding="utf-8")) & option_names() == set()


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=place)
def test_files_are_small_and_named_after_what_they_hold(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc"}


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_public_things_are_described_and_nothing_is_imported_by_star(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body, "the module has no docstring"
    stars = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.names[0].name == "*"]
    assert stars == []
    public = [n for n in tree.body if isinstance(n, (ast.FunctionDef, ast.ClassDef)) and not n.name.startswith("_")]
    assert [n.name for n in public if not ast.get_docstring(n)] == []


def test_there_are_no_init_files_in_tests():
    assert [place(path) for path in TESTS if path.name == "__init__.py"] == []


@pytest.mark.parametrize("source, found", [
    ("def f(x):\n    return 0.5 * x", [(2, 0.5)]),
    ("def f(x, y=3):\n    return x", [(1, 3)]),
    ("def f(x):\n    return x[2] + x[:, 1] - 1.0 * 0", []),
    ("def f(x):\n    return x[int(2.5)]", [(2, 2.5)]),
    ("def f(k, i):\n    return bell(k, i, 3) + g(k, i, 3)", [(2, 3)]),
    ("A = 0.5  # a half", []),
])
def test_the_search_for_bare_numbers_finds_them(source, found):
    assert bare_numbers(source) == found


@pytest.mark.parametrize("source, found", [
    ("DAYS = 30.4", ["DAYS"]), ("days = 30.4  # a month", ["days"]), ("DAYS = 30.4  # a month", []),
    ("# a month\nDAYS = 30.4", []), ("DAYS = 30.4\n'''A month.'''", []), ("A, B = 0, 1", []), ("tasks = 4", ["tasks"]),
])
def test_the_search_for_unexplained_constants_finds_them(source, found):
    assert unexplained_constants(source) == found


def test_the_search_for_names_finds_them():
    source = 'def f(s):\n    """hierarchical"""\n    return s.names["governance"] == "hierarchical"'
    assert "hierarchical" in compared_texts(source)
    assert compared_texts('x = "hierarchical"') == set()

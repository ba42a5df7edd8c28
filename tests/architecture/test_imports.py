"""Who may import whom (docs/adr/0001): data flows one way, from the world to the page."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("model", "experiments", "analysis", "configs")

# Longest prefix first: what a module may import besides the standard library and numpy.
ALLOWED = {
    "model.parameters": ("model.parameters", "model.specification", "model.evidence", "model.observation"),
    "model.specification": ("model.parameters", "model.specification", "model.evidence", "model.observation"),
    "model.evidence": ("model.parameters", "model.specification", "model.evidence", "model.observation"),
    "model.observation": ("model.parameters", "model.specification", "model.evidence", "model.observation"),
    "model.submodels": ("model.submodels", "model.parameters", "model.entities.state", "model.numerics",
                        "model.randomness", "model.stretches", "numba"),
    "model.inspection": ("model.inspection", "model.parameters", "model.entities.state", "model.numerics",
                         "model.randomness", "numba"),
    "model": ("model", "mesa", "numba"),
    "analysis.measures": ("analysis.measures", "pandas", "scipy", "model.observation"),
    # Pure statistics too; SALib is asked for inside a function, for it comes with an extra.
    "analysis.sensitivity": ("analysis.sensitivity", "analysis.measures", "pandas", "SALib"),
    "experiments": ("experiments", "model", "analysis.measures", "analysis.sensitivity", "hydra", "omegaconf", "yaml",
                    "pandas", "scipy", "pyarrow", "duckdb", "rich"),
    # Docking drives the model's kernels through many replicates, so it may hold a jitted loop over them.
    "experiments.docking": ("experiments", "model", "numba"),
    # The benchmark's floor is a jitted loop that knows no rule.
    "experiments.bench": ("experiments", "model", "numba"),
    "experiments.dask_pool": ("experiments", "model", "distributed"),
    "analysis": ("analysis", "experiments.store.read", "experiments.calibration.stored", "experiments.shadowing",
                 "model.observation", "model.parameters", "model.evidence", "pandas", "scipy", "matplotlib", "seaborn",
                 "jinja2", "markupsafe"),
    "analysis.documents": ("analysis.documents", "jinja2", "matplotlib", "docx", "pptx", "typst", "pypdf"),
    "configs": (),
}
# Solara's components are declared by decorators when the file is read; its server alone loads it, by name.
DECLARED = {"experiments.explorer.page": ("experiments", "solara")}
FRONT_DOORS = ("experiments.console", "experiments.explorer", "experiments.connectors", "experiments.documents")


def within(module: str, prefixes: tuple[str, ...]) -> bool:
    return any(module == prefix or module.startswith(prefix + ".") for prefix in prefixes)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(tree: ast.AST, module: str, is_package: bool) -> set[str]:
    """Return the full names of all modules imported anywhere in a tree; `from a import b` counts as a.b."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            parts = module.split(".")
            base = parts[:len(parts) - node.level + is_package] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            names |= {f"{start}.{alias.name}" for alias in node.names}
    return names


def at_module_level(tree: ast.Module) -> ast.Module:
    """Return the tree without the bodies of functions."""
    class Emptied(ast.NodeTransformer):
        def visit_FunctionDef(self, node):
            return None
        visit_AsyncFunctionDef = visit_FunctionDef
    return Emptied().visit(ast.parse(ast.unparse(tree)))


def forbidden(module: str, source: str, is_package: bool = False) -> list[str]:
    """Return what a module imports and may not."""
    tree = ast.parse(source)
    names = imported(tree, module, is_package)
    outside = {n for n in names if n.split(".")[0] not in sys.stdlib_module_names and not within(n, ("numpy",))}
    if within(module, FRONT_DOORS):
        early = imported(at_module_level(tree), module, is_package) & outside
        return sorted(n for n in early if not within(n, DECLARED.get(module, ("experiments",))))
    doors = {n for n in outside if within(n, FRONT_DOORS)}
    prefix = max((p for p in ALLOWED if within(module, (p,))), key=len)
    return sorted({n for n in outside if not within(n, ALLOWED[prefix])} | doors)


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_it_may(path):
    source = path.read_text(encoding="utf-8")
    assert forbidden(module_name(path), source, path.name == "__init__.py") == []


@pytest.mark.parametrize("module, source, found", [
    ("model.submodels.esteem", "import pandas", ["pandas"]),
    ("model.submodels.esteem", "from model.inspection import judgement", ["model.inspection.judgement"]),
    ("model.submodels.esteem", "def f():\n    from experiments import run", ["experiments.run"]),
    ("model.submodels.esteem", "from ..observation.columns import NATION", ["model.observation.columns.NATION"]),
    ("model.parameters.effort", "from model.randomness import bell", ["model.randomness.bell"]),
    ("model.probation", "import yaml, hydra, mesa", ["hydra", "yaml"]),
    ("analysis.measures.paired", "import seaborn", ["seaborn"]),
    ("analysis.figures.ratings", "from experiments.compose import compose", ["experiments.compose.compose"]),
    ("experiments.compare", "import matplotlib.pyplot as plt", ["matplotlib.pyplot"]),
    ("experiments.compare", "from experiments.console import main", ["experiments.console.main"]),
    ("experiments.console.run", "import pandas\ndef f():\n    import seaborn", ["pandas"]),
    ("experiments.explorer.page", "import solara, pandas", ["pandas"]),
    ("experiments.explorer.panels", "import solara", ["solara"]),
    ("experiments.two_worlds.session", "def f():\n    import solara", ["solara"]),
    ("analysis.figures.ratings", "from experiments.store.read import open_store\nimport math, seaborn", []),
])
def test_the_rule_finds_what_breaks_it(module, source, found):
    assert forbidden(module, source) == found

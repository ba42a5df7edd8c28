"""The notebook runs from top to bottom, says what it shows, and Mesa's page of the model renders and steps."""

import ast
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CELLS = json.loads((ROOT / "docs" / "notebook.ipynb").read_text(encoding="utf-8"))["cells"]


def run_cell(source: str, space: dict):
    """Run a cell as a notebook does; return the value of its last expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "notebook", "exec"), space)
    return eval(compile(ast.Expression(last.value), "notebook", "eval"), space) if last else None


@pytest.fixture(scope="module")
def ran():
    """What the notebook leaves behind: its names, and the value of each cell."""
    pytest.importorskip("solara", reason="pip install 'probation-governance[dashboard]'")
    space: dict = {}
    values = [run_cell("".join(cell["source"]), space) for cell in CELLS if cell["cell_type"] == "code"]
    return space, values


def test_every_cell_runs_and_shows_something_sound(ran):
    space, values = ran
    assert values[0][:2] == (1, 6)
    assert 0 < values[0][2] <= 120
    assert space["m"].month == space["other"].month == 84
    assert (space["difference"].iloc[:42] == 0).all().all()
    assert (space["difference"].iloc[42:] != 0).any().all()
    assert len(space["reports"]) == len(space["m"].inspectorate.reports["unit"]) > 0
    assert "governance.grip" in space["told"]


def test_the_example_of_the_page_without_a_browser_runs():
    text = (ROOT / "docs" / "explorer.md").read_text(encoding="utf-8")
    sentence, again, query = run_cell(text.partition("```python\n")[2].partition("```")[0], {})
    assert sentence.startswith("May 2026: ")
    assert 0 < again <= 1
    assert "b.governance=hybrid" in query


def test_it_holds_no_outputs_that_could_go_stale():
    assert all(cell.get("outputs", []) == [] for cell in CELLS)


def test_mesas_own_page_of_the_model_renders_and_resets(ran):
    import solara

    space, _ = ran
    box, context = solara.render(space["page"], handle_error=False)
    assert box.children
    context.close()

"""Other people's tools drive the model to the project's own numbers, exactly; the documents' code runs."""

import os
import pickle
import re
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import experiments
from experiments import UserError, open_store
from experiments.comparison import compare
from experiments.composition import compose_run
from experiments.connectors import datasets, ema, salib
from experiments.perform import perform
from experiments.runspec import RunSpec
from experiments.sweep import carry_out, plan_sweep

TOY = ("service=toy", "months=80", "seed=5")
OVER = "[governance.grip,governance.voice,world.effort.mobilisation]"
DOCUMENT = Path(experiments.__file__).resolve().parents[1] / "docs" / "tools.md"
pytestmark = pytest.mark.filterwarnings("ignore")


def own_number(point, outcome):
    """Return an outcome as a run of this project gives it, composed word by word."""
    words = [f"{key}={value!r}" for key, value in point.items()]
    return perform(RunSpec(compose_run([*TOY, *words]).specification)).outcomes[outcome]


def test_a_sobol_sample_of_salib_gives_the_projects_own_numbers_and_its_indices(tmp_path):
    from SALib.analyze import sobol as analyse
    from SALib.sample import sobol as sample

    problem = salib.problem(OVER)
    points = sample.sample(problem, 8, calc_second_order=False, seed=3)
    values = salib.evaluate(problem, points, *TOY, on="wellbeing", output=tmp_path / "s")
    assert len(points) == len(values) == 40
    for row in range(40):
        assert values[row] == own_number(dict(zip(problem["names"], points[row].tolist(), strict=True)), "wellbeing")
    found = analyse.analyze(problem, values, calc_second_order=False, seed=1)
    assert np.isfinite(found["ST"]).all()
    again = salib.evaluate(problem, points, *TOY, on="true_quality", output=tmp_path / "s")
    assert open_store(tmp_path / "s").counts()["done"] <= 40
    assert not np.array_equal(values, again)


def test_replicates_are_averaged_and_an_unknown_outcome_is_named(tmp_path):
    problem = salib.problem("[governance.grip]")
    points = np.array([[0.25], [0.75]])
    both = salib.evaluate(problem, points, *TOY, replicates=2, output=tmp_path / "s")
    single = [salib.evaluate(problem, points, *TOY[:2], f"seed={seed}", output=tmp_path / "s") for seed in (5, 6)]
    np.testing.assert_allclose(both, np.mean(single, axis=0), rtol=1e-15)
    with pytest.raises(UserError, match="Did you mean wellbeing"):
        salib.evaluate(problem, points, *TOY, on="welbeing", output=tmp_path / "s")


def test_a_run_too_short_for_an_outcome_is_no_number(tmp_path):
    with pytest.raises(UserError, match="2 of 2 points lack true_quality"):
        salib.evaluate(salib.problem("[governance.grip]"), np.array([[0.2], [0.8]]), "service=toy", "months=12",
                       output=tmp_path / "s")


def test_a_sweep_driven_by_ema_workbench_gives_the_projects_own_numbers():
    from ema_workbench import SequentialEvaluator

    model = ema.model(*TOY, levers="[governance.grip,regime.publishes]", uncertainties="[world.effort.mobilisation]",
                      outcomes=["true_quality", "incidents"])
    with SequentialEvaluator(model) as evaluator:
        table, outcomes = evaluator.perform_experiments(scenarios=3, policies=2)
    assert len(table) == 6
    assert [outcome.kind for outcome in model.outcomes] == [1, -1]
    keys = ("governance.grip", "regime.publishes", "world.effort.mobilisation")
    for row in range(6):
        point = {key: float(table[ema.python_name(key)].iloc[row]) for key in keys}
        point["regime.publishes"] = int(point["regime.publishes"])
        for name, values in outcomes.items():
            assert values[row] == own_number(point, name)


def test_the_ema_function_survives_pickling_and_takes_the_seed_as_an_uncertainty():
    model = ema.model(*TOY, levers="[governance.grip]", uncertainties="[world.effort.mobilisation]", seeds=4)
    function = pickle.loads(pickle.dumps(model.function))
    assert "seed" in [parameter.name for parameter in model.uncertainties]
    one, two = (function(governance__grip=0.5, seed=seed)["true_quality"] for seed in (1, 2))
    assert one != two


def test_a_key_that_is_lever_and_uncertainty_is_refused():
    with pytest.raises(UserError, match="both a lever and an uncertainty"):
        ema.model(*TOY, levers="[governance.grip]", uncertainties="[governance.grip]")


@pytest.mark.parametrize("package, call", [("ema_workbench", lambda: ema.model(*TOY)),
                                           ("xarray", lambda: datasets.dataset("anywhere"))])
def test_a_missing_package_is_one_sentence(monkeypatch, package, call):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UserError, match=r"pip install 'probation-governance\["):
        call()


@pytest.fixture
def stored(tmp_path):
    words = ["service=toy", "months=6", "switch=2", "governance=hierarchical,egalitarian"]
    path, _ = carry_out(plan_sweep(words, None, replicates=2, record="pdu", several=True), tmp_path / "results" / "s",
                        "probgov test", quiet=True)
    return path


@pytest.mark.parametrize("level", ["nation", "pdu"])
def test_a_dataset_holds_what_the_tables_do_under_their_labels(stored, level):
    cube, store = datasets.dataset(stored, level), open_store(stored)
    runs, table = store.runs(), store.table(level)
    assert cube.sizes["scenario"] == cube.sizes["seed"] == 2
    for _, run in runs.iterrows():
        place = cube.sel(scenario=run["scenario"], world=run["world"], world_index=run["world_index"], seed=run["seed"])
        mine = table[table["run_id"] == run["run_id"]]
        np.testing.assert_array_equal(place["esteem"].values.ravel(), mine["esteem"].to_numpy())


def test_a_place_with_several_rows_is_no_cube_and_that_is_said(tmp_path):
    for other in ("egalitarian", "fatalist"):
        compare(*TOY, "a.governance=hierarchical", f"b.governance={other}", replicates=1, output=tmp_path / "s")
    for level in ("runs", "nation"):
        with pytest.raises(UserError, match=f"{level} has several rows at scenario b"):
            datasets.dataset(tmp_path / "s", level)


def test_a_dataset_of_outcomes_holds_those_of_runs(stored):
    plan = plan_sweep([*TOY, "governance=hierarchical,egalitarian"], None, several=True)
    carry_out(plan, stored.parent / "long", "probgov test", quiet=True)
    cube, runs = datasets.dataset(stored.parent / "long"), open_store(stored.parent / "long").runs()
    assert len(runs) == 2
    for _, run in runs.iterrows():
        place = cube.sel(scenario=run["scenario"], seed=run["seed"])
        assert place["wellbeing"].item() == run["wellbeing"]


def test_polars_and_duckdb_read_the_same_numbers(stored):
    import duckdb
    import polars

    runs, parts = open_store(stored).table("nation", ["esteem"]), f"{stored}/nation/*.parquet"
    frame = polars.read_parquet(parts).sort("run_id", "month")
    own = runs.sort_values(["run_id", "month"])["esteem"].to_numpy()
    np.testing.assert_array_equal(frame["esteem"].to_numpy(), own)
    told = duckdb.sql(f"SELECT esteem FROM '{parts}' ORDER BY run_id, month").df()
    np.testing.assert_array_equal(told["esteem"].to_numpy(), own)


def test_a_batch_run_of_mesa_gives_the_projects_own_numbers():
    import mesa

    from model import ProbationModel
    from model.observation.columns import COLUMNS
    from model.simulation import simulate

    asked = {"service": "toy", "months": 6, "switch": 2, "seed": [5, 6], "governance__grip": [0.2, 0.8]}
    rows = mesa.batch_run(ProbationModel, asked, iterations=1, display_progress=False)
    assert len(rows) == 4
    for row in rows:
        words = ["service=toy", "months=6", "switch=2", f"seed={row['seed']}",
                 f"governance.grip={row['governance__grip']}"]
        last = simulate(compose_run(words).specification).nation[-1]
        for place, column in enumerate(COLUMNS["nation"]):
            np.testing.assert_array_equal(row[column.name], last[place], err_msg=column.name)


def blocks():
    return re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.S)


@pytest.mark.parametrize("number", range(len(blocks())))
def test_the_documents_code_runs(stored, monkeypatch, number):
    monkeypatch.chdir(stored.parents[1])
    space = {}
    exec(compile(blocks()[number], f"tools.md block {number}", "exec"), space)
    if "frame" in space:
        frame = space["frame"]
        assert len(frame if isinstance(frame, pd.DataFrame) else frame.to_dicts()) > 0
    assert os.path.isdir("results/s")

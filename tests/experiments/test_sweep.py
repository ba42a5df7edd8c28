"""Sweeps: the rows asked for, paired, reproducible by their commands, and resumed."""

import shlex

import pytest

from experiments import UserError, open_store
from experiments.designs.design import build_design
from experiments.multirun import expand, varying
from experiments.sweep import carry_out, plan_sweep

TOY = ["service=toy", "months=12", "switch=4"]
OVER = "[governance.grip,world.effort.inertia,regime.publishes]"
DESIGN_WORDS = (f"over={OVER}", "design=lhs", "points=6")


def plan(words=(), points=6, kind="lhs", **more):
    return plan_sweep([*TOY, *words], build_design(kind, OVER, points), DESIGN_WORDS, **more)


def test_every_scenario_meets_the_same_points_with_the_same_luck():
    planned = plan(["history_governance=hierarchical,egalitarian"], several=True, replicates=2)
    rows = list(planned.asked())
    assert planned.runs == len(rows) == 24
    sides = {}
    for row in rows:
        content = row.spec.specification.content()
        point = (content["governance"]["grip"], content["world"]["effort"]["inertia"], content["regime"]["publishes"])
        sides.setdefault(row.scenario, {})[row.index, content["run"]["seed"]] = point
    assert list(sides) == ["history_governance=hierarchical", "history_governance=egalitarian"]
    first, second = sides.values()
    assert first == second
    assert len(first) == 12
    assert len({point for (_, seed), point in first.items() if seed == 1}) == 6


def test_points_reach_the_specification_and_leave_the_rest():
    planned = plan()
    base = planned.scenarios[0][1].specification.content()
    for row, point in zip(planned.asked(), planned.design.points(), strict=True):
        content = row.spec.specification.content()
        assert content["governance"].pop("grip") == point["governance.grip"]
        assert content["world"]["effort"].pop("inertia") == point["world.effort.inertia"]
        assert content["regime"].pop("publishes") == point["regime.publishes"]
        for part in ("history_governance", "national", "service", "run"):
            assert content[part] == base[part]
        row.spec.specification.check()


def test_a_row_s_command_gives_the_same_run(probgov):
    planned = plan(["governance=hierarchical"], replicates=2)
    row = list(planned.asked())[8]
    words = shlex.split(row.command)
    assert words[:2] == ["probgov", "sweep"]
    assert probgov(*words[1:], "output=again").code == 0
    assert list(open_store("again").runs()["run_id"]) == [row.spec.id]


def test_a_sweep_is_stored_with_its_points_and_goes_on(tmp_path):
    path, tally = carry_out(plan(), tmp_path / "s", "test", quiet=True)
    assert (tally.done, tally.failed) == (6, 0)
    store, label = open_store(path), plan().label()
    assert store.designs() == [label]
    runs = store.runs().set_index("world_index")
    assert set(runs["world"]) == {label}
    for row in store.worlds(label).to_dict("records"):
        stored = store.specification(runs.loc[row["world_index"], "run_id"])
        assert stored["governance"]["grip"] == row["governance.grip"]
    assert carry_out(plan(replicates=2), tmp_path / "s", "test", quiet=True)[1].done == 6
    assert len(open_store(path).runs()) == 12


def test_with_lists_alone_no_design_is_added(probgov):
    answer = probgov("sweep", "-m", *TOY, "governance=hierarchical,egalitarian", "seed=range(1,3)", "output=s", "-q")
    assert (answer.code, answer.err) == (0, "")
    runs = open_store("s").runs()
    assert sorted(zip(runs["governance"], runs["seed"])) == [
        (name, seed) for name in ("egalitarian", "hierarchical") for seed in (1, 2)]
    assert runs.groupby("scenario").size().to_list() == [2, 2]
    assert set(runs["world"]) == {"default"}
    assert probgov("run", "-m", *TOY, "governance=hierarchical,egalitarian", "seed=1,2", "output=s").code == 0
    assert len(open_store("s").runs()) == 4


def test_a_design_with_a_point_that_cannot_be_run_keeps_the_others(tmp_path):
    (tmp_path / "points.csv").write_text("governance.learning_research,governance.learning_theory,"
                                         "governance.learning_staff\n0,0,0\n0.5,0.2,0.3\n")
    planned = plan_sweep(TOY, build_design("file", file=tmp_path / "points.csv"))
    _, tally = carry_out(planned, tmp_path / "s", "test", quiet=True)
    assert (tally.done, tally.failed) == (1, 1)
    runs = open_store(tmp_path / "s").runs().set_index("world_index")
    assert runs.loc[0, "status"] == "failed"
    assert "learning" in runs.loc[0, "message"]
    assert "point=0" in runs.loc[0, "command"]


def test_hydra_s_splitter_gives_every_combination_and_names_what_varies():
    combinations = expand(["a=1,2", "b=choice(x,y)", "c=5"])
    assert combinations == [["a=1", "b=x", "c=5"], ["a=1", "b=y", "c=5"], ["a=2", "b=x", "c=5"], ["a=2", "b=y", "c=5"]]
    assert varying(combinations, apart=("b",)) == ["a=1", "a=1", "a=2", "a=2"]


@pytest.mark.parametrize("line, said", [
    ("sweep governance.grip=0.5 over=[governance.grip]", "swept over and set"),
    ("sweep governance=hierarchical,egalitarian", "not known"),
    ("sweep -m governance=hierachical,egalitarian", "hierarchical"),
    ("sweep -m governance.grip=interval(0,1)", "over="), ("sweep -m governance=choice(", "-m"),
    ("sweep design=latin", "lhs"), ("sweep points=0", "points"), ("sweep replicates=0", "replicates"),
    ("sweep over=[governance.grip] point=128", "0 to 127"), ("compare -m a.regime=none b.regime=narrative", "sweep"),
    ("sweep record=person", "record"), ("sweep seed=9007199254740991 replicates=2 over=[governance.grip]", "seed"),
    ("sweep file=none.csv design=file", "cannot be read"), ("sweep over=[governance.gripp]", "governance.grip"),
    ("sweep -m seed=range(1,100000)", "too many"),
])
def test_mistakes_are_named_and_leave_nothing(probgov, tmp_path, line, said):
    answer = probgov(*line.split())
    assert answer.code == 2
    assert said in answer.err
    assert len(answer.err.splitlines()) <= 3
    assert list(tmp_path.iterdir()) == []


def test_one_default_sweep_is_over_the_uncertain_parameters():
    from experiments.designs.axes import uncertain

    with pytest.raises(UserError, match="swept over and set"):
        plan_sweep([*TOY, f"{uncertain()[0].key}={uncertain()[0].low}"], build_design("lhs"))

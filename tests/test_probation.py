"""ProbationModel: the same months as a whole run, collected in Mesa's frames, run in Mesa's batches."""

import mesa
import numpy as np
import pytest

from model import ProbationModel, Specification, simulate
from model.entities.pdu import PDU
from model.entities.region import Region
from model.observation.columns import COLUMNS
from model.simulation import RunError
from model.specification.errors import SpecificationError

TOY = {"service": "toy", "months": 60, "switch": 20}


def same(one, other) -> bool:
    return one.dtype == other.dtype and one.tobytes() == other.tobytes()


@pytest.fixture(scope="module")
def stepped():
    model = ProbationModel(**TOY, rng=3, governance__grip=0.9, world__inspection__days_a_month=400.0)
    for _ in range(60):
        model.step()
    return model


def test_a_stepped_run_is_a_whole_run_exactly(stepped):
    whole = simulate(stepped.specification, ("nation", "region", "pdu"))
    for level in COLUMNS:
        assert same(getattr(stepped.tables, level), getattr(whole, level)), level
    assert np.array_equal(list(stepped.outcomes().values()), list(whole.outcomes.values()), equal_nan=True)
    reports = stepped.inspectorate.reports
    assert len(reports["overall"]) > 0
    assert all(same(reports[name], whole.events[name]) for name in whole.events)


@pytest.mark.parametrize("parts", [(60,), (1, 0, 7, 52), (20, 40)])
def test_running_in_parts_changes_nothing(stepped, parts):
    model = ProbationModel(stepped.specification)
    for months in parts:
        model.run(months)
    assert (model.month, model.steps, model.running) == (60, 60, False)
    assert same(model.tables.nation, stepped.tables.nation)


def test_the_nations_frame_is_the_recorded_table(stepped):
    frame = stepped.datacollector.get_model_vars_dataframe()
    assert list(frame.columns) == [column.name for column in COLUMNS["nation"]]
    assert same(frame.to_numpy(), stepped.tables.nation)
    assert stepped.nation.legitimacy == frame["legitimacy"].iloc[-1]


@pytest.mark.parametrize("kind, level", [(Region, "region"), (PDU, "pdu")])
def test_frames_below_the_nation_are_the_recorded_tables(stepped, kind, level):
    frame = stepped.datacollector.get_agenttype_vars_dataframe(kind)
    table = getattr(stepped.tables, level)
    assert list(frame.columns) == [column.name for column in COLUMNS[level]]
    assert np.array_equal(frame.to_numpy().reshape(table.shape), table)
    agents = list(stepped.agents_by_type[kind])
    assert frame.index.names == ["Step", "AgentID"]
    assert list(frame.loc[60].index) == [agent.unique_id for agent in agents]
    assert frame.loc[60, "esteem"].tolist() == np.float32([value(agent) for agent in agents]).tolist()


def value(agent) -> float:
    """Return the esteem a PDU holds, or that the region's table shows."""
    if isinstance(agent, PDU):
        return agent.esteem
    staff = [pdu.staff for pdu in agent.pdus]
    return np.average([pdu.esteem for pdu in agent.pdus], weights=staff)


@pytest.mark.parametrize("rng", [5, np.int64(5), [1, 2], np.random.SeedSequence(9)], ids=repr)
def test_the_same_luck_gives_the_same_run(rng):
    one, other = ProbationModel(**TOY, rng=rng), ProbationModel(**TOY, rng=rng)
    one.run(), other.run()
    assert one.seed == other.seed
    assert same(one.tables.nation, other.tables.nation)


def test_a_whole_number_is_the_seed_itself_and_a_generator_gives_a_new_one_each_time():
    assert ProbationModel(**TOY, rng=5).seed == ProbationModel(**TOY, seed=5).seed == 5
    one, other = np.random.default_rng(7), np.random.default_rng(7)
    seeds = [ProbationModel(**TOY, rng=one).seed for _ in range(3)]
    assert len(set(seeds)) == 3
    assert [ProbationModel(**TOY, rng=other).seed for _ in range(3)] == seeds


def test_without_luck_of_its_own_a_model_takes_the_specifications_or_draws_afresh():
    specification = Specification()
    specification.run.seed = 11
    assert ProbationModel(specification, service="toy").seed == 11
    assert ProbationModel(specification, service="toy", rng=12).seed == 12
    assert specification.run.seed == 11
    assert ProbationModel(**TOY).seed != ProbationModel(**TOY).seed


@pytest.mark.parametrize("wrong, says", [
    ({"rng": -1}, "whole number from 0"), ({"rng": 1.5}, "numpy Generator"), ({"rng": 1, "seed": 1}, "seed is given"),
    ({"rng": 1, "months": 0}, "run.months=0"), ({"rng": 1, "governance__grip": float("nan")}, "governance.grip=nan"),
    ({"rng": 1, "goverance__grip": 0.5}, "Did you mean governance.grip"),
    ({"rng": 1, "service": "huge"}, "toy, national"),
])
def test_what_is_not_allowed_is_said(wrong, says):
    with pytest.raises(SpecificationError, match=says):
        ProbationModel(**wrong)


def test_there_is_nothing_beyond_the_last_month():
    model = ProbationModel(**TOY | {"months": 2}, rng=1)
    model.run()
    with pytest.raises(ValueError, match="all 2 months are done"):
        model.step()
    assert len(model.datacollector.get_model_vars_dataframe()) == 2


def test_a_state_that_goes_bad_stops_the_model_and_names_month_and_field():
    model = ProbationModel(**TOY, rng=1)
    model.run(4)
    model.pdus[0].row["legitimacy"] = np.nan
    with pytest.raises(RunError, match=r"month 4, phase consequence: pdus.legitimacy"):
        model.step()
    assert (model.running, model.month) == (False, 4)


def test_outcomes_are_unknown_until_their_months_are_done():
    model = ProbationModel(**TOY, rng=1)
    model.run(40)
    assert np.isnan(model.outcomes()["esteem"])
    assert model.outcomes()["esteem_at_12"] == model.datacollector.get_model_vars_dataframe()["esteem"].iloc[31]


@pytest.mark.filterwarnings("ignore:The `iterations` keyword:DeprecationWarning")
def test_iterations_of_a_batch_differ_and_each_can_be_run_again():
    rows = mesa.batch_run(ProbationModel, {"service": "toy", "months": 12}, iterations=3, display_progress=False)
    assert [row["iteration"] for row in rows] == [0, 1, 2]
    assert len({row["seed"] for row in rows}) == len({row["caseload"] for row in rows}) == 3
    for row in rows:
        again = ProbationModel(service="toy", months=12, rng=row["seed"])
        again.run()
        assert again.nation.caseload == row["caseload"]


def test_a_batch_over_seeds_and_dials_gives_the_runs_specified():
    rows = mesa.batch_run(ProbationModel, {"service": "toy", "months": 12, "switch": 0, "seed": [1, 2],
                                           "governance__grip": np.array([0.1, 0.9])}, display_progress=False)
    assert len(rows) == 4
    found = {(row["seed"], row["governance__grip"]): row["control"] for row in rows}
    assert len(set(found.values())) == 4
    for (seed, grip), control in found.items():
        model = ProbationModel(service="toy", months=12, switch=0, seed=seed, governance__grip=grip)
        model.run()
        assert model.nation.control == control

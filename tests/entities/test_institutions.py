"""Institutions are views of rows, and their verbs set what the next month reads."""

import mesa
import numpy as np
import pytest

from model.entities.pdu import PDU
from model.entities.region import Region
from model.entities.state import CENTRE, NEVER, REGION
from model.entities.state import PDU as PDU_FIELDS
from model.probation import ProbationModel
from model.specification.dials import DIALS
from model.specification.errors import SpecificationError


def built(**overrides):
    return ProbationModel(**{"service": "toy", "months": 40, "switch": 6, "rng": 2} | overrides)


def test_there_is_an_agent_for_every_institution():
    model = built()
    assert [type(agent) for agent in (model.centre, model.inspectorate)] == \
        [type(agent) for agent in list(model.agents)[:2]]
    assert (len(model.regions), len(model.pdus), len(model.agents)) == (2, 6, 10)
    assert all(isinstance(agent, mesa.Agent) for agent in model.agents)
    assert [pdu.name for pdu in model.regions[1].pdus] == [pdu.name for pdu in model.pdus if pdu.region.index == 1]
    assert len({agent.unique_id for agent in model.agents}) == 10


@pytest.mark.parametrize("rows, kind, agents", [
    ("pdus", PDU_FIELDS, lambda m: list(m.pdus)), ("regions", REGION, lambda m: list(m.regions)),
    ("centre", CENTRE, lambda m: [m.centre])])
def test_every_field_is_the_rows_as_it_stands_now(rows, kind, agents):
    model = built()
    model.run(30)
    for i, agent in enumerate(agents(model)):
        for name in set(kind.names) - {"region"}:
            assert np.array_equal(getattr(agent, name), getattr(model.state, rows)[name][i]), name
    with pytest.raises(AttributeError):
        agents(model)[0].overall = 3


def test_a_row_of_values_cannot_be_written_through_a_view():
    with pytest.raises(ValueError, match="read-only"):
        built().pdus[0].true[0] = 1.0


def test_ratings_are_words_once_there_has_been_a_judgement():
    model = built(months=80, world__inspection__days_a_month=400.0)
    assert model.pdus[0].rating is None
    model.run()
    words = {pdu.rating for pdu in model.pdus}
    assert words - {None}
    assert {pdu.rating for pdu in model.pdus if pdu.overall == 1} <= {"Requires improvement"}
    assert len(model.inspectorate.reports["overall"]) == model.state.inspectorate.n_events[0] > 0


@pytest.mark.parametrize("when", [0, 3, 10])
def test_a_turned_dial_gives_the_run_that_was_specified_with_it(when):
    """Before the switch a dial turned at month 0 is that of the history too; after it, of what was chosen."""
    turned, usual = built(), built()
    turned.run(when)
    usual.run(when)
    turned.centre.set_dial("grip", 0.05)
    assert turned.centre.dials["grip"] == 0.05
    turned.run()
    usual.run()
    assert turned.tables.nation[:when].tobytes() == usual.tables.nation[:when].tobytes()
    assert turned.nation.control < usual.nation.control
    if when == 0:
        specified = built(governance__grip=0.05, history_governance__grip=0.05)
        specified.run()
        assert specified.tables.nation.tobytes() == turned.tables.nation.tobytes()


def test_weights_of_learning_always_sum_to_one():
    model = built()
    model.centre.set_dial("learning_research", 1.0)
    assert sum(model.centre.dials[name] for name in DIALS if name.startswith("learning_")) == pytest.approx(1.0)


def test_levers_set_what_the_next_month_reads():
    model = built()
    model.inspectorate.set_lever("sample_cases", 80)
    model.inspectorate.set_national_lever("inspects", True)
    assert (model.inspectorate.regime["sample_cases"], model.inspectorate.national["inspects"]) == (80.0, 1.0)
    model.run(10)
    assert (model.inspectorate.regime["sample_cases"], model.inspectorate.national["inspects"]) == (80.0, 1.0)


@pytest.mark.parametrize("verb, name, value, says", [
    ("set_dial", "gripp", 0.5, "Did you mean grip"), ("set_dial", "grip", 1.2, "from 0 to 1"),
    ("set_lever", "sample_case", 50, "Did you mean sample_cases"),
    ("set_lever", "sample_cases", float("nan"), "6 to 400"),
    ("set_national_lever", "cycle_months", 1, "6 to 240")])
def test_a_control_out_of_range_is_refused_and_nothing_moves(verb, name, value, says):
    model = built()
    agent = model.centre if verb == "set_dial" else model.inspectorate
    before = (model.centre.dials, model.inspectorate.regime, model.inspectorate.national)
    with pytest.raises(SpecificationError, match=says):
        getattr(agent, verb)(name, value)
    assert (model.centre.dials, model.inspectorate.regime, model.inspectorate.national) == before


def test_two_models_of_one_specification_share_no_control():
    one, other = built(), built()
    one.centre.set_dial("grip", 0.0)
    assert other.centre.dials["grip"] != 0.0
    assert ProbationModel(one.specification).centre.dials == other.centre.dials


def test_an_announced_visit_takes_place():
    model = built(months=20, world__inspection__first_month=12.0)
    model.run(2)
    model.inspectorate.announce(model.pdus[3], notice=2)
    assert model.pdus[3].due_at == 4
    model.run(3)
    assert model.pdus[3].fieldwork_at == 4
    assert [pdu.fieldwork_at for pdu in model.pdus].count(NEVER) == 5
    with pytest.raises(SpecificationError, match="0 or more"):
        model.inspectorate.announce(model.pdus[0], notice=-1)


def test_agents_collect_in_mesas_own_collector():
    model = built()
    collector = mesa.DataCollector(agenttype_reporters={PDU: {"workload": "workload"}, Region: {"slack": "slack"}})
    model.run(2)
    collector.collect(model)
    frame = collector.get_agenttype_vars_dataframe(PDU)
    assert frame["workload"].tolist() == [pdu.workload for pdu in model.pdus]

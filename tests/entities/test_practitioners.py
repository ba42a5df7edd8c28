"""Practitioners in AgentSet's words give what the columns hold."""

import numpy as np
import pytest

from model.entities.practitioners import Practitioner
from model.entities.state import PO
from model.probation import ProbationModel


@pytest.fixture
def model():
    model = ProbationModel(service="toy", months=12, rng=4)
    model.run(3)
    return model


def test_the_sets_of_all_pdus_are_everyone_in_post(model):
    everyone = model.practitioners
    assert len(everyone) == model.state.practitioners.in_post.sum() < len(model.state.practitioners.uid)
    by_pdu = np.concatenate([pdu.practitioners.get("uid") for pdu in model.pdus])
    assert sorted(by_pdu) == sorted(everyone.get("uid"))
    for region in model.regions:
        assert len(region.practitioners) == sum(len(pdu.practitioners) for pdu in region.pdus)


def test_counts_and_means_are_those_the_month_recorded(model):
    for pdu in model.pdus:
        people = pdu.practitioners
        assert len(people) == pdu.staff
        assert people.count(grade=PO) == pdu.officers
        assert people.count(absent=1) == pdu.absent
        assert people.agg("wellbeing", np.mean) == pytest.approx(pdu.climate, abs=1e-8)


def test_a_person_reads_the_row(model):
    people = model.pdus[1].practitioners
    person = people[2]
    assert isinstance(person, Practitioner)
    assert [each.uid for each in people] == people.get("uid").tolist()
    assert person.wellbeing == people.get("wellbeing")[2]
    assert "post" in repr(person)
    with pytest.raises(AttributeError, match="no 'salary'"):
        _ = person.salary


def test_selecting_by_function_mask_and_value_agree(model):
    people = model.practitioners
    low = people.get("wellbeing") < 0.5
    chosen = people.select(lambda person: person.wellbeing < 0.5, grade=PO)
    assert 0 < len(chosen) < len(people)
    assert chosen.rows.tolist() == people.select(low, grade=PO).rows.tolist()
    assert chosen.rows.tolist() == people.rows[low & (people.get("grade") == PO)].tolist()
    assert len(people.select(at_most=5)) == 5
    assert len(people.select(at_most=0.5)) == len(people) // 2
    with pytest.raises(ValueError, match="one value for each"):
        people.select(low[:-1])


def test_several_columns_stand_side_by_side(model):
    pair = model.practitioners.get(["wellbeing", "esteem"])
    assert pair.shape == (len(model.practitioners), 2)
    assert pair[:, 1].tolist() == model.practitioners.get("esteem").tolist()
    assert model.practitioners.agg("skill", [np.min, np.max])[0] <= model.practitioners.agg("skill", np.max)


def test_setting_changes_those_chosen_and_nobody_else(model):
    before = model.state.practitioners.wellbeing.copy()
    chosen = model.pdus[0].practitioners
    chosen.set("wellbeing", 0.9)
    after = model.state.practitioners.wellbeing
    assert (after[chosen.rows] == 0.9).all()
    others = np.setdiff1d(np.arange(len(after)), chosen.rows)
    assert (after[others] == before[others]).all()
    chosen.set("esteem", np.linspace(0, 1, len(chosen)))
    assert chosen.get("esteem")[-1] == 1.0


@pytest.mark.parametrize("name, value, error", [
    ("in_post", 1, AttributeError), ("wellbeing", 1.5, ValueError), ("wellbeing", float("nan"), ValueError)])
def test_what_may_not_be_set_is_refused(model, name, value, error):
    before = model.practitioners.get(name)
    with pytest.raises(error):
        model.practitioners.set(name, value)
    assert (model.practitioners.get(name) == before).all()

"""The way from the submission to the rule leads somewhere, for every question, and the protocol is complete."""

import re

import pytest

from experiments.reference.claims import Claim, claims, claims_section, exists
from experiments.reference.odd import DESIGN_CONCEPTS, odd, prose
from experiments.reference.state import ENTITIES, declared
from model.entities.state import CENTRE, PDU, REGION, Practitioners

ELEMENTS = ("1. Purpose and patterns", "2. Entities, state variables and scales",
            "3. Process overview and scheduling", "4. Design concepts", "5. Initialisation", "6. Input data",
            "7. Submodels")
CONCEPTS = {"Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction", "Sensing",
            "Interaction", "Stochasticity", "Collectives", "Observation"}


@pytest.mark.parametrize("claim", [c for c in claims() if c.by], ids=lambda c: c.says[:40])
def test_every_mechanism_that_a_claim_names_is_in_the_model(claim):
    assert [name for name in claim.by if not exists(name)] == []
    assert claim.model


@pytest.mark.parametrize("name", ["submodels/nothing.py", "world.effort.nothing", "channels.nothing", "outcomes.luck",
                                  "governance=nothing", "nothing=observed", "governance.nothing", "a sentence"])
def test_a_mechanism_that_is_not_there_is_found_out(name):
    assert not exists(name)


def test_every_claim_is_carried_or_left_out_with_a_reason_and_never_both():
    assert [claim.says for claim in claims() if bool(claim.by) == bool(claim.left_out)] == []


def test_every_question_and_every_other_section_has_a_claim():
    headings = " ".join({claim.heading for claim in claims()})
    assert {int(n) for n in re.findall(r"\b([1-9])\b", headings)} == set(range(1, 10))
    assert all(part in headings for part in ("Practitioners and the inspectorate", "Stakeholders", "implicit vision"))


def test_every_claim_stands_in_the_section_once():
    text = "\n".join(claims_section())
    assert [claim.says for claim in claims() if text.count(f"| {claim.says} |") != 1] == []
    assert len({claim.says for claim in claims()}) == len(claims()) == len({Claim(*claim) for claim in claims()})


def test_the_description_has_the_seven_elements_and_every_design_concept_in_order():
    headings = re.findall(r"^## (.+)$", odd(), re.MULTILINE)
    assert tuple(headings[:7]) == ELEMENTS
    assert {title for title, _ in DESIGN_CONCEPTS} >= CONCEPTS
    assert all(f"**{title}.** {prose()[key]}" in odd() for title, key in DESIGN_CONCEPTS)


@pytest.mark.parametrize("name, fields", [("PDU", PDU.names), ("REGION", REGION.names), ("CENTRE", CENTRE.names),
                                          ("Practitioners", Practitioners._fields)])
def test_every_state_variable_is_described(name, fields):
    assert tuple(field for field, _ in declared(name)) == fields


def test_the_number_of_each_entity_is_that_of_the_national_service():
    from model.initialisation.service import build_service
    from model.specification.specification import ServiceSpecification

    service = build_service(ServiceSpecification())
    counts = {name: count for name, count, *_ in ENTITIES}
    assert (counts["Region"], counts["PDU"]) == (str(len(service.region_names)), str(len(service.pdu_names)))
    posts = int(re.sub(r"\D", "", counts["Practitioner"]))
    assert abs(service.posts.sum() - posts) < 500



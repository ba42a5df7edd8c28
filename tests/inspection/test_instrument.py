"""The national instrument: items of two wordings, what they measure, and the three routes of legibility."""

import numpy as np
import pytest

from model.evidence.reader import read
from model.inspection.instrument import construct_states, culture_strength, item_score, openness, wording_score
from model.inspection.legibility import evidence_days, legible_bias, scattered
from model.inspection.national import leadership_spread, national_days
from model.parameters.constructs import AS_DRAFTED, AS_SUGGESTED, CONSTRUCTS, KEY_QUESTIONS, WORDINGS
from model.parameters.register import WorldParameters, seal_world
from model.specification.dials import Governance, seal_governance
from model.specification.instrument import item_names, national_items
from model.specification.regime import NationalRegime, seal_national
from model.submodels.national_message import national_information, told_to_centre

ITEMS, NAMES = national_items(), item_names()
REWORDED = {"N1.2.d", "N1.2.f", "N1.3.a", "N1.3.b", "N1.3.c", "N1.4.c"}
SPLIT = {"N1.2.f", "N1.3.b"}


def sealed(**values):
    """Return the inspectorate's parameters at their defaults, some set."""
    world = WorldParameters()
    for name, value in values.items():
        setattr(world.inspection, name, value)
    return seal_world(world).inspection


def dials(research, theory, staff):
    """Return dials with the weights of three forms of learning."""
    return seal_governance(Governance(learning_research=research, learning_theory=theory, learning_staff=staff))


def national(**levers):
    """Return a national regime's levers."""
    return seal_national(NationalRegime(**levers))


def only(**values):
    """Return states of all constructs: those named, all others at nought."""
    return tuple(float(values.get(name, 0.0)) for name in CONSTRUCTS)


def test_every_prompt_of_the_consultation_is_asked_in_both_wordings():
    asked = {(row["wording"], row["prompt"]) for row in read("national_instrument")}
    prompts = REWORDED | {"N1.1.a", "rejected"}
    assert asked == {(wording, prompt) for wording in WORDINGS for prompt in prompts}
    standards = {row["id"] for row in read("standards") if row["kind"] == "prompt"}
    assert prompts - {"rejected"} == standards, "no prompt seen in source is left out"
    assert {row["key_question"] for row in read("national_instrument")} == set(KEY_QUESTIONS)


def test_suggested_wordings_split_two_prompts_and_no_other():
    items = {(row["wording"], row["prompt"]): {r["item"] for r in read("national_instrument")
                                               if (r["wording"], r["prompt"]) == (row["wording"], row["prompt"])}
             for row in read("national_instrument")}
    for (wording, prompt), found in items.items():
        assert len(found) == (2 if prompt in SPLIT and wording == "as_suggested" else 1), (wording, prompt)


def test_wordings_of_a_prompt_share_their_priors():
    """Whatever the wording, and however it is split, a prompt loads alike a priori."""
    priors = {}
    for (_, item), prior in zip(NAMES, ITEMS.prior):
        priors.setdefault(".".join(item.split(".")[:3]), []).append(prior)
    for prompt, rows in priors.items():
        assert all((row == rows[0]).all() for row in rows), prompt


def test_loadings_of_every_item_sum_to_one_and_weights_of_a_prompts_items_too():
    np.testing.assert_allclose(ITEMS.prior.sum(axis=1), 1.0, atol=1e-9)
    np.testing.assert_allclose(ITEMS.coded.sum(axis=1), 1.0, atol=1e-9)
    assert ITEMS.weight[ITEMS.wording == AS_DRAFTED].sum() == ITEMS.weight[ITEMS.wording == AS_SUGGESTED].sum() == 8


def test_without_coding_both_wordings_measure_the_same_and_with_it_they_do_not():
    rng = np.random.default_rng(4)
    states = tuple(rng.uniform(size=len(CONSTRUCTS)))
    apart = []
    for coding in (0.0, 0.3, 1.0):
        p = sealed(coding=coding)
        apart.append(wording_score(ITEMS, states, AS_SUGGESTED, 0.0, p)
                     - wording_score(ITEMS, states, AS_DRAFTED, 0.0, p))
    assert apart[0] == pytest.approx(0.0, abs=1e-12)
    assert apart[1] == pytest.approx(0.3 * apart[2], abs=1e-12)
    assert abs(apart[2]) > 1e-3


@pytest.mark.parametrize("construct, drafted, suggested", [
    ("drive", 1 / 8, 0.0), ("understanding", 0.0, 1 / 16), ("communication", 1 / 12, 1 / 24),
    ("engagement", 0.0, 1 / 24), ("occupational_culture", 1 / 24, 0.0), ("autonomy", 1 / 24, 0.8 / 24),
    ("purpose", 1 / 8, 1 / 8), ("learning_staff", 0.1 / 4, 1 / 12)])
def test_fully_coded_a_construct_counts_by_the_prompts_that_name_it(construct, drafted, suggested):
    """Closed form: loading / (key questions * prompts of the key question * items of the prompt)."""
    p, states = sealed(coding=1.0), only(**{construct: 1.0})
    assert wording_score(ITEMS, states, AS_DRAFTED, 0.0, p) == pytest.approx(drafted, abs=1e-9)
    assert wording_score(ITEMS, states, AS_SUGGESTED, 0.0, p) == pytest.approx(suggested, abs=1e-9)


def test_the_item_on_rejected_alternatives_counts_only_where_it_is_asked():
    p, states = sealed(), only(openness=1.0)
    assert wording_score(ITEMS, states, AS_DRAFTED, 0.0, p) == 0.0
    assert wording_score(ITEMS, states, AS_DRAFTED, 1.0, p) == pytest.approx(1 / 8)


def test_judged_by_its_weakest_key_question_leadership_has_the_lowest_score():
    states = only(reflection=1.0, purpose=1.0)
    assert wording_score(ITEMS, states, AS_DRAFTED, 0.0, sealed(weakest=1.0)) == 0.0
    assert wording_score(ITEMS, states, AS_DRAFTED, 0.0, sealed(weakest=0.0)) == pytest.approx(0.25)
    assert wording_score(ITEMS, states, AS_DRAFTED, 0.0, sealed(weakest=0.5)) == pytest.approx(0.125)


def test_an_even_mix_of_learning_counts_as_attention_and_no_item_leaves_its_scale():
    means = np.full(6, 0.5)
    even = construct_states(0.1, 0.5, 0.5, 0.5, 0.5, 0.8, dials(0.2, 0.2, 0.2), means)
    forms = [even[CONSTRUCTS.index(f"learning_{form}")] for form in ("research", "theory", "staff")]
    assert forms == pytest.approx([0.8] * 3)
    one = construct_states(0.1, 0.5, 0.5, 0.5, 0.5, 1.0, dials(1.0, 0.0, 0.0), means)
    loads = np.zeros(len(CONSTRUCTS))
    loads[CONSTRUCTS.index("learning_research")] = 0.6
    assert item_score(loads, loads, one, 0.0) == 1.0


def test_strength_of_culture_favours_neither_command_nor_enabling():
    for distance in (0.1, 0.3, 0.5):
        assert culture_strength(0.5 - distance, 0.6) == pytest.approx(culture_strength(0.5 + distance, 0.6))
    assert culture_strength(0.5, 0.6) < culture_strength(0.9, 0.6) < culture_strength(0.9, 0.8)


def test_openness_is_whole_with_attention_voices_and_several_forms_and_nought_without():
    assert openness(1.0, 1.0, 1 / 3, 1 / 3, 1 / 3) == pytest.approx(1.0)
    assert openness(0.0, 0.0, 1.0, 0.0, 0.0) == pytest.approx(0.0)


def test_three_routes_of_legibility_are_switched_apart_and_favour_the_uniform():
    p = sealed()
    assert legible_bias(0.9, 0.9, 0.0, p) == pytest.approx(-legible_bias(0.1, 0.1, 0.0, p)) == pytest.approx(0.4)
    assert scattered(0.4, p) == pytest.approx(0.3)
    assert evidence_days(100.0, 0.4, p) == pytest.approx(118.0)
    off = seal_world(WorldParameters(), ("legible_bias",)).inspection
    assert (legible_bias(0.9, 0.9, 0.0, off), scattered(0.4, off), evidence_days(100.0, 0.4, off)) == (0.0, 0.3, 118.0)
    off = seal_world(WorldParameters(), ("legible_precision", "legible_days")).inspection
    assert legible_bias(0.9, 0.9, 0.0, off) == pytest.approx(0.4)
    assert (scattered(0.4, off), evidence_days(100.0, 0.4, off)) == (0.0, 100.0)


def test_asking_for_rejected_alternatives_takes_bias_away_in_both_directions():
    p = sealed()
    for state in (0.1, 0.9):
        assert legible_bias(state, state, 1.0, p) == pytest.approx(0.6 * legible_bias(state, state, 0.0, p))


def test_suggested_wording_costs_days_and_precision_and_the_asked_alternative_costs_days():
    p = sealed()
    plain, suggested, asked = (national(inspector_days=100.0, wording=w, counterfactual_item=c)
                               for w, c in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)))
    assert [national_days(regime, 1.0, p) for regime in (plain, suggested, asked)] == pytest.approx([100, 110, 105])
    assert leadership_spread(1.0, suggested, p) - leadership_spread(1.0, plain, p) == pytest.approx(0.1)


def test_information_of_a_national_report_is_computed_from_its_message():
    p = seal_world(WorldParameters()).consequence
    silent, words = national(inspects=1.0), national(inspects=1.0, narrative=1.0)
    assert national_information(silent, p) == 0.0, "a report that says nothing teaches nothing"
    told = national_information(words, p)
    beside_word = national(narrative=1.0, overall_word=1.0)
    assert national_information(beside_word, p) == pytest.approx(told * (1 - p.word_crowds))
    suggested = national(narrative=1.0, overall_word=1.0, wording=1.0)
    assert national_information(suggested, p) == pytest.approx(told * (1 - p.word_crowds) * (1 + p.wording_learns))
    assert told_to_centre(suggested, p) == pytest.approx(p.national_learning * national_information(suggested, p))

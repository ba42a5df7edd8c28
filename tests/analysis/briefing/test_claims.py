"""The linter of claims refuses what results do not bear, and lets the same sentence stand where they do."""

from dataclasses import replace

import pytest

from analysis.briefing.answers import Answers
from analysis.briefing.claims import Claim, check, claims_difference, first_borne
from analysis.briefing.grounds import MECHANISMS, Grounds, Support, channel_parameters, undocked, unidentified
from analysis.briefing.results import Results
from analysis.measures.paired import Effect, verdict
from analysis.words import VALUE_PROFILES
from model.observation.outcomes import OUTCOMES

A, B = "hierarchical governance", "egalitarian governance"
HIGHER = (f"On assumption, quality of inspected casework is higher under {A}, by 40 cases in every 1,000 "
          "(95% interval 30 to 50).")
SHAPES = {"better": (0.03, 0.05), "worse": (-0.05, -0.03), "negligible": (-0.01, 0.01), "unresolved": (-0.03, 0.05)}


def effect(shape="better", won=1.0, lost=0.0, outcome="true_quality"):
    low, high = SHAPES[shape]
    return Effect(outcome, (low + high) / 2, low, high, 0.95, 0.5, verdict(low, high, 0.02, 1), 60, 120, 0, 30,
                  won, lost, 0.0, 0.02, 1)


def support(shape="better", **more):
    own = effect(shape)
    numbers = [1000 * x for x in (own.effect, own.low, own.high)]
    return replace(Support(own, A, B, numbers, limits=("It is one nation.",)), **more)


def rules(text, on):
    return [refusal.rule for refusal in check(Claim(text, on))]


def test_a_sentence_that_its_results_bear_stands():
    assert rules(HIGHER, support()) == []


@pytest.mark.parametrize("size", ["forty", "forty-two", "two hundred", "a dozen", "half of all", "a third of the",
                                  "sixteen more", "three"])
def test_a_size_in_words_is_refused_whatever_the_results_are(size):
    text = HIGHER.replace("40 cases", f"{size} cases")
    assert rules(text, support()) == ["numbers"]
    assert rules(HIGHER.replace("in every 1,000", "in one nation of two kinds"), support()) == []


@pytest.mark.parametrize("shape", ["negligible", "unresolved"])
def test_no_difference_is_claimed_on_a_verdict_that_bears_none(shape):
    assert "no_difference" in rules(f"On assumption, quality is better under {A}.", support(shape))
    assert "no_difference" in rules(f"On assumption, {A} improves quality.", support(shape))
    for words in (f"{A} doubles quality", f"quality goes up under {A}", f"{A} works", f"{A} is kinder to quality",
                  f"on quality there is no difference that can be told; {A} saves staff"):
        assert "no_difference" in rules(f"On assumption, {words}.", support(shape))
    assert rules("On quality there is no difference that can be told.", support(shape)) == []
    assert rules("On quality there is no difference large enough to matter.", support(shape)) == []


def test_the_side_named_is_the_side_of_the_stored_sign():
    assert rules(HIGHER.replace(A, B), support()) == ["direction"]
    assert rules(HIGHER.replace("higher", "lower"), support()) == ["direction"]
    assert rules(f"On assumption, quality is better under {B}.", support()) == ["direction"]
    assert rules(f"On assumption, {B} does better.", support()) == ["direction"]
    assert rules(f"On assumption, {A} does better.", support()) == []


def test_a_winner_by_values_has_that_verdict():
    values = {words: effect("worse" if k == 2 else "better", outcome=name)
              for k, (name, words) in enumerate(VALUE_PROFILES.items())}
    on = support(values=values)
    text = f"On assumption, it depends on whose values are used: {A} does better by"
    assert rules(f"{text} public protection.", on) == []
    assert rules(f"{text} relationships and desistance.", on) == ["winners"]
    assert rules(f"{text} each of the 4 views of good probation.", on) == ["winners"]


@pytest.mark.parametrize("number", ["41", "40.5", "3,000", "36", "95"])
def test_a_number_that_no_stored_result_rounds_to_is_refused(number):
    assert rules(HIGHER.replace("by 40", f"by {number}"), support()) == ["numbers"]


def test_a_sign_that_changes_across_worlds_needs_its_condition():
    mixed = support(elsewhere={"wide": effect(won=0.7, lost=0.2)})
    assert rules(HIGHER, mixed) == ["worlds"]
    assert rules(f"It depends on the world: {HIGHER[0].lower()}{HIGHER[1:]}", mixed) == []
    assert rules(HIGHER, support(elsewhere={"wide": effect(won=0.7, lost=0.05)})) == []
    assert rules(HIGHER, support(elsewhere={"calibrated": effect("worse", 0.0, 1.0)})) == ["worlds"]


def test_value_profiles_that_disagree_must_be_named_as_the_condition():
    views = {"safety": effect("better"), "fairness": effect("worse")}
    assert rules(HIGHER, support(values=views)) == ["values"]
    assert rules(f"It depends on the weather: {HIGHER[0].lower()}{HIGHER[1:]}", support(values=views)) == ["values"]
    condition = f"It depends on whose values are used; {HIGHER[0].lower()}{HIGHER[1:]}"
    assert rules(condition, support(values=views)) == []
    assert rules(condition, support(values=views, elsewhere={"wide": effect(won=0.7, lost=0.2)})) == ["worlds"]
    assert rules(condition, support(values={"safety": effect("better"), "fairness": effect("better")})) == ["values"]


def test_what_rests_on_unidentified_parameters_says_so():
    on = support(unidentified=("world.effort.voice",))
    assert rules(HIGHER.removeprefix("On assumption, "), on) == ["assumption"]
    assert rules(HIGHER.replace("On assumption", "Not on assumption"), on) == ["assumption"]
    assert rules(HIGHER, on) == []


def test_a_mechanism_that_is_not_docked_carries_no_claim_at_all():
    on = support(undocked=("legitimacy",))
    assert rules(HIGHER, on) == ["docking"]
    assert rules("On quality there is no difference that can be told.", on) == []


def test_a_claim_without_its_limits_is_refused():
    assert rules(HIGHER, support(limits=())) == ["limits"]


@pytest.mark.parametrize("hedge", ["probably", "might be", "seems to be", "is likely", "clearly", "is usually",
                                   "is in all likelihood"])
def test_certainty_is_said_in_the_words_of_the_page_alone(hedge):
    assert "hedges" in rules(f"On assumption, quality {hedge} higher under {A}.", support())


def test_a_word_for_a_share_goes_with_its_number():
    on = support(numbers=(72.0,))
    text = f"Of other settings {A} does better in {{}} (72%)."
    assert rules(text.format("most"), on) == []
    assert rules(text.format("nearly all"), on) == ["hedges"]
    assert rules(f"On assumption, {A} does better in most worlds.", on) == ["hedges"]


def test_the_first_sentence_that_stands_is_taken_and_the_others_are_told():
    on = support(unidentified=("world.effort.voice",))
    strong = HIGHER.removeprefix("On assumption, ")
    text, refused = first_borne([Claim(strong, on), Claim(HIGHER, on), Claim("never reached: 7 times better", on)])
    assert text == HIGHER
    assert [refusal.text for refusal in refused] == [strong]
    assert "does not say 'on assumption'" in str(refused[0])


@pytest.mark.parametrize(("text", "claimed"), [
    ("quality is higher under a", True), ("a does better", True), ("this reduces sickness", True),
    ("there is no difference that can be told", False), ("the difference is too small to matter", False),
    ("between too small and enough to matter", False)])
def test_a_claim_of_a_difference_is_known_by_its_words(text, claimed):
    assert claims_difference(text) == claimed


def test_every_dial_effect_counts_as_not_identified_until_something_says_otherwise():
    keys = channel_parameters()
    assert len(keys) > 50
    assert unidentified((), Grounds()) == keys
    assert unidentified((), Grounds(identified=lambda key: key != keys[0])) == (keys[0],)
    assert unidentified(("world.x",), Grounds(identified=lambda key: True)) == ()
    assert unidentified(("world.x",), Grounds())[0] == "world.x"


@pytest.mark.parametrize("outcome", [outcome.name for outcome in OUTCOMES])
def test_every_outcome_names_the_mechanisms_behind_it(outcome):
    assert MECHANISMS[outcome]
    assert undocked(f"{outcome}_at_12", Grounds()) == MECHANISMS[outcome]
    assert undocked(outcome, Grounds(docked=frozenset(MECHANISMS[outcome]))) == ()


def test_an_answer_on_an_undocked_mechanism_claims_nothing_and_says_why(made_up):
    answers = Answers(Results(made_up({"hierarchical": {"*": 4.0}})), Grounds())
    assert answers.answer().startswith("No claim is made on quality of inspected casework")
    assert "docking" in {refusal.rule for refusal in answers.refused}
    assert answers.message() == "No claim is made"


def test_an_answer_that_changes_with_the_world_says_so(made_up):
    store = made_up({"hierarchical": {"*": 4.0}}, worlds=40, noise=0.2)
    wide = store._runs["world"] == "wide"
    turn = wide & (store._runs["world_index"] % 2 == 0) & (store._runs["governance"] == "hierarchical")
    store._runs.loc[turn, "true_quality"] -= 0.2
    answers = Answers(Results(store), Grounds(docked=frozenset({"effort", "learning"})))
    text = answers.answer()
    assert "it depends on what is taken to be so" in text
    assert answers.message().endswith("it depends on what is taken to be so")
    assert "about half" in text or "a minority" in text
    assert "worlds" in {refusal.rule for refusal in answers.refused}


def test_an_answer_that_changes_with_world_and_values_says_both(made_up):
    store = made_up({"hierarchical": {"*": 4.0, "value_people_on_probation": -4.0}}, worlds=40, noise=0.2)
    turn = ((store._runs["world"] == "wide") & (store._runs["world_index"] % 2 == 0)
            & (store._runs["governance"] == "hierarchical"))
    store._runs.loc[turn, "true_quality"] -= 0.2
    text = Answers(Results(store), Grounds(docked=frozenset({"effort", "learning"}))).answer()
    assert "it depends on what is taken to be so, and it depends on whose values are used: " in text

"""Plain Mesa objects, with their own loops and bookkeeping, equal the kernels in every column, bit for bit.

Forty posts in two regions, sixty months with the switch among them, inspections at PDU, region and
nation: as many of them as parameters allow, so that every rule is called.
"""

from collections import Counter

import pytest
from plain_mesa.comparing import differences
from plain_mesa.model import PlainModel

from model.month import month
from model.probation import ProbationModel
from model.simulation import prepare

MONTHS = 60
SMALL = {"service": "toy", "service__staff_scale": 0.0355, "months": MONTHS, "switch": 20}
BUSY = {"world__inspection__days_a_month": 400.0, "world__workforce__poaching": 0.1,
        "world__effort__ratchet": 0.12, "world__effort__target_lift": 0.4, "world__infrastructure__named_quickens": 0.4,
        "world__direction__attention_repairs": 0.08, "world__consequence__partner_drawn": 0.02,
        "regime__cycle_months": 6.0, "regime__sample_cases": 6.0,
        "history_regime__cycle_months": 6.0, "history_regime__sample_cases": 6.0}
RATED_CENTRE = {f"national__{lever}": 1.0 for lever in ("inspects", "publishes", "overall_word", "rates_standards")} | {
    "national__stakes": 0.6, "national__first_month": 2.0, "national__cycle_months": 12.0,
    "national__inspector_days": 20.0, "national__wording": 1.0, "national__counterfactual_item": 1.0}
GRIPPING = {"governance__grip": 0.95, "governance__mandate_rate": 0.9, "governance__voice": 0.0}
TRUSTING = {"governance__autonomy": 0.9, "governance__voice": 0.8, "governance__mutuality": 0.75,
            "governance__lateral_sharing": 0.9, "governance__innovation_support": 0.9, "governance__blame_sharing": 0.8,
            "governance__regional_buffer": 0.7, "governance__infrastructure_devolution": 0.8}
NARRATIVE = {"regime__overall_word": 0.0, "regime__rates_standards": 0.0, "regime__narrative": 1.0,
             "regime__context": 0.8, "regime__uncertainty": 1.0, "regime__follow_up": 1.0, "regime__support": 1.0,
             "regime__panel_size": 3.0, "regime__risk_based": 0.4, "regime__random_visits": 0.3}
OTHER_FORMS = {"world__practice__crowd": 0.7, "world__practice__together": 0.4, "world__practice__newcomers": 0.5,
               "world__practice__uptake_spread": 0.3, "world__practice__copying": 0.06,
               "world__practice__outside_ties": 0.3}
SCENARIOS = {
    "standards and overall, and a rated centre that grips": BUSY | RATED_CENTRE | GRIPPING,
    "accounts in words, trust, and a surge of cases": BUSY | NARRATIVE | TRUSTING | {
        "shock__start": 25, "shock__months": 12, "shock__share": 0.3},
    "a freeze of recruitment and a run of bad headlines": BUSY | GRIPPING | {
        "shock__start": 22, "shock__months": 18, "shock__freeze": 0.9, "shock__news": 0.15},
    "the literal March, a crowd that counts, and newcomers with views": BUSY | TRUSTING | OTHER_FORMS | {
        "theory__learning": "march_a"},
    "a lateral network, slow and fast learners": BUSY | TRUSTING | OTHER_FORMS | {"theory__learning": "lateral"},
    "inspection ends at the switch": BUSY | {"regime__inspects": 0.0, "regime__publishes": 0.0},
    "rival theories of effort and of contagion": BUSY | RATED_CENTRE | TRUSTING | {
        "theory__effort": "logit", "theory__contagion": "bounded_confidence", "world__wellbeing__mood_bound": 0.05},
}
SEEN = ("transfers", "joiners", "leavers", "experiments", "innovations", "diffusions", "incidents", "repeats")


@pytest.fixture(scope="module")
def specifications():
    """Return a function of a scenario's name that gives its specification."""
    return lambda name, seed: ProbationModel(**SMALL, **SCENARIOS[name], seed=seed).specification


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("shuffled", [False, True], ids=["in order", "shuffled"])
def test_every_column_is_equal_in_every_month(name, shuffled, specifications):
    specification = specifications(name, seed=3)
    state, inputs = prepare(specification)
    plain = PlainModel(specification, shuffled)
    assert len(plain.posts) == 40
    assert differences(state, plain) == []
    for t in range(MONTHS):
        month(state, inputs, t)
        plain.step()
        assert (t, differences(state, plain)) == (t, [])


def test_what_is_compared_has_happened(specifications):
    happened, levels, trainees = Counter(), Counter(), set()
    for name in SCENARIOS:
        plain = PlainModel(specifications(name, seed=3))
        for _ in range(MONTHS):
            plain.step()
            happened.update({what: sum(abs(getattr(place, what)) for place in plain.units) for what in SEEN})
            trainees |= {post.training > 0 for post in plain.posts if post.in_post}
        levels.update(event[2] for event in plain.inspectorate.events)
    assert min(happened[what] for what in SEEN) > 0, happened
    assert set(levels) == {0, 1, 2}
    assert trainees == {True, False}


def test_the_comparison_names_the_column_in_which_one_bit_differs(specifications):
    specification = specifications("inspection ends at the switch", seed=1)
    state, _ = prepare(specification)
    plain = PlainModel(specification)
    state.practitioners.esteem.view("u8")[7] ^= 1
    state.pdus.practice[2, 5] += 1
    found = differences(state, plain)
    assert [line.partition(":")[0] for line in found] == ["practitioners.esteem[7]", "pdus.practice[2]"]

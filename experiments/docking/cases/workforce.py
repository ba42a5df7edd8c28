"""Workforce: posts, absence, skill and training settle where chances say, and headcount balances every month."""

from types import SimpleNamespace

import numpy as np

from experiments.docking.case import Case, Measured, Parameter, Settings, Target, summary
from experiments.docking.ground import assign, ground
from model.entities.state import PO, TRAINEE
from model.submodels.workforce import workforce

POSTS = 20_000
OF_THE_MODEL = ("filling", "sickness", "returning", "trainee_share", "training_months", "skill_months",
                "starting_skill")
FILLED, ABSENT, SKILL, TRAINEES, BALANCE = ("share of posts filled", "share of people absent", "mean skill",
                                            "share of officer posts held by trainees", "headcount out of balance")


def one_run(v: SimpleNamespace, seed: int) -> tuple[float, float, float, float, float]:
    """Return what the model's workforce comes to from a full establishment, with moods and circumstances alike."""
    s = ground([POSTS])
    p, h = s.world["workforce"], v.leaving
    assign(p, leaving_po=h, leaving_pso=h, leaving_spo=h, leaving_trainee=h, leaving_other=h, early_leaving=0.0,
           wellbeing_leaving=0.0, esteem_leaving=0.0, change_leaving=0.0, contagion_leaving=0.0, inadequate_leaving=0.0,
           voice_leaving=0.0, wellbeing_sickness=0.0, overload_sickness=0.0, change_sickness=0.0,
           **{name: getattr(v, name) for name in OF_THE_MODEL})
    s.people.grade[:] = s.people.post_grade[:] = PO
    s.people.skill[:] = 1.0
    s.pdus.fill_factor[:] = 1.0
    before, imbalance = POSTS, 0
    for t in range(v.months):
        workforce(s.people, s.pdus, s.scratch, s.dials, s.world.workforce, 0.0, seed, t)
        filled = int(s.people.in_post.sum())
        imbalance = max(imbalance, abs(filled - before - int(s.pdus.joiners[0]) + int(s.pdus.leavers[0])))
        s.pdus.staff[0] = before = filled
    here = s.people.in_post == 1
    trainees = np.mean(s.people.grade[here] == TRAINEE)
    return filled / POSTS, float(s.people.absent[here].mean()), float(s.people.skill[here].mean()), float(trainees), \
        float(imbalance)


def run(settings: Settings, replicates: int, seed: int) -> dict[str, Measured]:
    """Return means over replicates; the imbalance is the largest of any month of any of them."""
    columns = list(zip(*[one_run(SimpleNamespace(**settings), seed + k) for k in range(replicates)]))
    found = {name: summary(column) for name, column in zip((FILLED, ABSENT, SKILL, TRAINEES), columns)}
    return {**found, BALANCE: Measured(max(columns[-1]), 0.0, replicates)}


def expected(settings: Settings) -> dict[str, float]:
    """Return the fixed points; the share filled after some months from a full establishment is exact at any time."""
    v = SimpleNamespace(**settings)
    h, f, a, stay = v.leaving, v.filling, v.sickness, 1.0 - v.leaving
    settled = f / (f + h)
    return {FILLED: settled + (1.0 - f - h) ** v.months * (1.0 - settled),
            ABSENT: stay * a / (1.0 - stay * (1.0 - v.returning - a)),
            SKILL: 1.0 - (1.0 - v.starting_skill) * h / (1.0 - stay * (1.0 - 1.0 / v.skill_months)),
            TRAINEES: v.trainee_share * (1.0 - stay ** v.training_months), BALANCE: 0.0}


PARAMETERS = (
    Parameter("leaving", 0.02, 0.0, 0.5, "chance of leaving in a month"),
    Parameter("filling", 0.15, 0.001, 1.0, "chance that a vacancy is filled in a month"),
    Parameter("sickness", 0.03, 0.0, 1.0, "chance of falling ill in a month"),
    Parameter("returning", 0.4, 0.0, 1.0, "chance of coming back in a month"),
    Parameter("trainee_share", 0.8, 0.0, 1.0, "share of recruits to officer posts who are trainees"),
    Parameter("training_months", 18, 1, 60, "months until a trainee qualifies"),
    Parameter("skill_months", 18.0, 1.0, 120.0, "months in which what is missing of skill shrinks to 1/e"),
    Parameter("starting_skill", 0.15, 0.0, 1.0, "skill of a recruit"),
    Parameter("months", 400, 1, 1200, "months from a full establishment of the fully skilled"))


def _targets() -> tuple[Target, ...]:
    usual: Settings = {p.name: p.default for p in PARAMETERS}
    places: dict[str, Settings] = {"": {}, ", leaving=0.05 filling=0.3": {"leaving": 0.05, "filling": 0.3},
              ", after 6 months": {"months": 6}}
    found = []
    for words, given in places.items():
        measures = (FILLED, BALANCE) if "months" in given else (FILLED, ABSENT, SKILL, TRAINEES, BALANCE)
        found += [Target(name + words, expected({**usual, **given})[name], 0.0 if name == BALANCE else 0.002, given,
                         0.0 if name == BALANCE else 0.006, name) for name in measures]
    return tuple(found)


CASE = Case(
    name="workforce", mechanism="workforce", source="fixed point of a Markov chain of posts; geometric lengths of stay",
    about=f"The workforce kernel on {POSTS:,} officer posts with moods, workload and circumstances alike.",
    parameters=PARAMETERS, targets=_targets(), run=run, replicates=20, fast_replicates=3)
